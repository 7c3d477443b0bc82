"""A blank timeline to fill in with a pen: every working day of a journey as a line with room for its date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guide.dates import Board, boards_of, plan_of, rules_for
from guide.model import Guide, Journey, once_a_guide
from guide.print.days import PrintedAct, PrintedGroup, due_on, groups_printed
from guide.print.entries import PrintedEntry, entries_of
from guide.print.holidays import PrintedCalendar, calendars_of
from guide.print.volumes import Volume


@dataclass(frozen=True, slots=True)
class DateToWrite:
    """A date to write down first."""

    asks: str
    gives: str
    """What it adds when it is known; empty for a date that must be known."""


@dataclass(frozen=True, slots=True)
class GoingOn:
    """An act that may be done on a day and is due later."""

    title: str
    until: int


@dataclass(frozen=True, slots=True)
class LadderDay:
    """One working day."""

    number: int
    due: tuple[PrintedAct, ...]
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
    others: tuple[PrintedGroup, ...]
    """What no ladder of working days shows, by the event that it counts from."""
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
        others=groups_printed(guide, *boards),
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
                due=due_on(guide, day),
                going_on=tuple(
                    GoingOn(act.title, act.governs.last or 0) for act, how in day.acts if how in ("opens", "runs")
                ),
            )
            for day in board.days
            # Day 0 is written down first: it has a line of its own only where something is due on it.
            if day.number > 0 or day.acts
        ),
    )


def _untimed(guide: Guide, name: str) -> Iterator[PrintedEntry]:
    """The acts of which no rule has a number, each by its first step."""
    plan = plan_of(guide, name)
    for act in plan.acts:
        for step in (one for one in plan.steps if one.id == act.steps[0] and not rules_for(guide, one.id)):
            yield entries_of(guide, step.procedure)[step.id]
