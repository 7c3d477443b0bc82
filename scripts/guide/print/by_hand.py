"""A blank timeline to fill in with a pen: every working day of a journey as a line with room for its date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from guide.dates import Board, BoardAct, Stated, boards_of, plan_of, rules_for
from guide.model import Guide, Journey, once_a_guide
from guide.print.days import PrintedAct, act_printed
from guide.print.entries import PrintedEntry, entries_of
from guide.print.holidays import PrintedCalendar, calendars_of
from guide.print.volumes import Volume
from guide.wording import listed, part_of_day

HowItCounts = Literal["rule", "reading", "instead"]


@dataclass(frozen=True, slots=True)
class DateToWrite:
    """A date to write down first."""

    asks: str
    gives: str
    """What it adds when it is known; empty for a date that must be known."""


@dataclass(frozen=True, slots=True)
class DateLine:
    """Another date of an act, with room to write it."""

    kind: str
    words: str
    """`Within 5 working days after the employer becomes aware`."""
    whose: str
    """Who sets it: `statutory guidance`, or of which flowchart it is another reading."""
    is_asked: bool
    """What it counts from is a date that the sheet asks for at its head."""
    how: HowItCounts
    """A rule of its own, another reading, or what governs instead where it gives another day than the row's."""


@dataclass(frozen=True, slots=True)
class ActToDate:
    """An act with room for every date that it has beside the one of its row."""

    act: PrintedAct
    lines: tuple[DateLine, ...]
    is_earlier: bool
    """More than one of its dates can govern: the earlier of them does."""


@dataclass(frozen=True, slots=True)
class OtherRow:
    """An act that is on no ladder, with the event that the first of its dates counts from."""

    event: str
    """`From the day of the order`."""
    kind: str
    short: str
    """The rule without the event, with whose it is."""
    act: ActToDate


@dataclass(frozen=True, slots=True)
class GoingOn:
    """An act that may be done on a day and is due later."""

    title: str
    until: int


@dataclass(frozen=True, slots=True)
class LadderDay:
    """One working day."""

    number: int
    due: tuple[ActToDate, ...]
    going_on: tuple[GoingOn, ...]


@dataclass(frozen=True, slots=True)
class Ladder:
    """The working days of one clock."""

    day_zero: str
    counting: str
    is_whole: bool
    """Every day has a line."""
    days: tuple[LadderDay, ...]


@dataclass(frozen=True, slots=True)
class FillInSheet:
    """One set of procedures."""

    title: str
    about: str
    dates: tuple[DateToWrite, ...]
    ladders: tuple[Ladder, ...]
    others: tuple[OtherRow, ...]
    """What no ladder of working days shows."""
    untimed: tuple[PrintedEntry, ...]


@dataclass(frozen=True, slots=True)
class FillIn:
    """One sheet for each set of procedures that has a date to work out, and the bank holidays to count with."""

    sheets: tuple[FillInSheet, ...]
    calendars: tuple[PrintedCalendar, ...]


@once_a_guide
def fill_in_of(guide: Guide, volume: Volume | None = None) -> FillIn:
    """The blank timeline of a guide, or one volume of it: a journey is in that of its first procedure."""
    of_name: dict[str, list[Board]] = {}
    for board in boards_of(guide):
        if volume is None or guide.procedures_of(board.name)[0].id in volume.procedures:
            of_name.setdefault(board.name, []).append(board)
    return FillIn(tuple(_sheet(guide, name, boards) for name, boards in of_name.items()), calendars_of(guide))


def _sheet(guide: Guide, name: str, boards: Sequence[Board]) -> FillInSheet:
    journey = guide.journey.get(name)
    procedure = guide.procedures_of(name)[0]
    return FillInSheet(
        title=journey.title if journey else procedure.title,
        about=journey.about if journey else procedure.summary,
        dates=tuple(_dates(guide, name)),
        ladders=tuple(_ladder(guide, board) for board in boards if board.acts),
        others=tuple(_others(guide, boards)),
        untimed=tuple(_untimed(guide, name)),
    )


def _dates(guide: Guide, name: str) -> Iterator[DateToWrite]:
    """The dates to write down first, the ones a journey must have before those it may have."""
    journeys = _journeys_through(guide).get(frozenset(str(one.id) for one in guide.procedures_of(name)), [])
    anchors = plan_of(guide, name).anchors
    asked = [anchor for journey in journeys for anchor in journey.asks] if journeys else list(anchors)
    offered = [anchor for journey in journeys for anchor in journey.may_ask]
    for anchor in dict.fromkeys((*asked, *offered)):
        if anchor in anchors:
            said = guide.partnership.anchors[anchor]
            yield DateToWrite(said.asks, (said.gives or "") if anchor not in asked else "")


@once_a_guide
def _journeys_through(guide: Guide) -> dict[frozenset[str], list[Journey]]:
    """The journeys that have the same procedures as wholes."""
    found: dict[frozenset[str], list[Journey]] = {}
    for journey in (guide.journey[name] for name in guide.whole_journeys):
        found.setdefault(frozenset(map(str, journey.procedures)), []).append(journey)
    return found


def _ladder(guide: Guide, board: Board) -> Ladder:
    return Ladder(
        day_zero=board.day_zero,
        counting=board.counting,
        is_whole=board.is_whole,
        days=tuple(
            LadderDay(
                number=day.number,
                due=tuple(_on_its_day(guide, act) for act, how in day.acts if how in ("limit", "planned")),
                going_on=tuple(
                    GoingOn(act.title, act.governs.last or 0) for act, how in day.acts if how in ("opens", "runs")
                ),
            )
            for day in board.days
            # Day 0 is written down first: it has a line of its own only where something is due on it.
            if day.number > 0 or day.acts
        ),
    )


def _on_its_day(guide: Guide, act: BoardAct) -> ActToDate:
    """An act as it stands on its day: what is counted from elsewhere has a date of its own below it."""
    elsewhere = [rule for rule in act.beside if rule.last is None]
    return _to_date(guide, replace(act, rules=tuple(rule for rule in act.rules if rule not in elsewhere)), elsewhere)


def _others(guide: Guide, boards: Sequence[Board]) -> Iterator[OtherRow]:
    """The acts that stand on no ladder: each once, by the first event that it counts from, with all of its rules."""
    on_ladders = {act.act for board in boards for act in board.acts}
    found: dict[str, list[tuple[str, str, BoardAct]]] = {}
    for group in (group for board in boards for group in board.groups):
        for act in (act for act in group.acts if act.act not in on_ladders):
            found.setdefault(act.act, []).append((group.title, group.below_title(act.governs.rule), act))
    for stood in found.values():
        event, short, first = stood[0]
        rules = list(dict.fromkeys(rule for _, _, act in stood for rule in act.rules))
        alike = [rule for rule in rules if _said(rule) == _said(rules[0])]
        rest = [rule for rule in rules if rule not in alike]
        told = f"{short}{part_of_day(rules[0].rule.part)} ({_whose(alike)})"
        # Its rules are told in the row and in the lines: beside it stands what has no number.
        yield OtherRow(event, rules[0].kind, told, _to_date(guide, replace(first, rules=(rules[0],)), rest))


def _to_date(guide: Guide, act: BoardAct, others: Iterable[Stated]) -> ActToDate:
    # The sheet to fill in is kept to two leaves: what the nation asks is told on the pages that the sheet leads to.
    short = replace(act, rules=tuple(replace(rule, asks="", terms="") for rule in act.rules))
    same: dict[tuple[str, str, str], list[Stated]] = {}
    for rule in others:
        same.setdefault(_said(rule), []).append(rule)
    lines = tuple(_line(guide, act, rules) for rules in same.values())
    # Another reading of a planned day never governs; of a limit it does where it is the earlier.
    can_govern = [line for line in lines if line.how == "rule" or (line.how == "reading" and line.kind == "limit")]
    return ActToDate(act_printed(guide, short), lines, is_earlier=bool(can_govern))


def _said(rule: Stated) -> tuple[str, str, str]:
    """What makes two rules give the same date and be told as one."""
    return rule.rule.words, rule.kind, "reading" if rule.origin == "reading" else ""


def _line(guide: Guide, act: BoardAct, rules: Sequence[Stated]) -> DateLine:
    rule = rules[0]
    how: HowItCounts = "rule"
    if rule.origin == "reading":
        how = "reading"
    elif act.governs.says_again and rule.step == act.governs.step and rule.origin == "step":
        how = "instead"
    words = f"{rule.rule.words}{part_of_day(rule.rule.part)}"
    return DateLine(
        rule.kind, words, _whose(rules), set(rule.rule.starts) <= set(map(str, guide.partnership.anchors)), how
    )


def _whose(rules: Iterable[Stated]) -> str:
    return listed(list(dict.fromkeys(rule.whose for rule in rules)))


def _untimed(guide: Guide, name: str) -> Iterator[PrintedEntry]:
    """The acts of which no rule has a number, each by its first step."""
    plan = plan_of(guide, name)
    for act in plan.acts:
        for step in (one for one in plan.steps if one.id == act.steps[0] and not rules_for(guide, one.id)):
            yield entries_of(guide, step.procedure)[step.id]
