"""A blank timeline to fill in with a pen: every working day of a journey as a line with room for its date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from guide.dates import Plan, plan_of
from guide.model import Guide, Journey, once_a_guide
from guide.print.book import PrintedCalendar, calendars_of
from guide.print.entries import PrintedEntry, entries_of

LONGEST_LADDER = 40
"""With more working days than this, only the days on which something is due get a line."""


@dataclass(frozen=True, slots=True)
class DateToWrite:
    """A date to write down first."""

    asks: str
    gives: str
    """What it adds when it is known; empty for a date that must be known."""


@dataclass(frozen=True, slots=True)
class GoingOn:
    """A step that may be done on a day and is due later."""

    title: str
    until: int


@dataclass(frozen=True, slots=True)
class LadderDay:
    """One working day."""

    number: int
    due: tuple[PrintedEntry, ...]
    going_on: tuple[GoingOn, ...]


@dataclass(frozen=True, slots=True)
class Ladder:
    """The working days from one event."""

    day_zero: str
    is_whole: bool
    """Every day has a line."""
    days: tuple[LadderDay, ...]


@dataclass(frozen=True, slots=True)
class CountedOtherwise:
    """A date that no ladder of working days shows."""

    words: str
    step: PrintedEntry
    kind: str
    says: str
    """Whose rule it is; empty for the procedure's own."""


@dataclass(frozen=True, slots=True)
class FillInSheet:
    """One set of procedures."""

    title: str
    about: str
    dates: tuple[DateToWrite, ...]
    ladders: tuple[Ladder, ...]
    others: tuple[CountedOtherwise, ...]
    untimed: tuple[PrintedEntry, ...]


@dataclass(frozen=True, slots=True)
class FillIn:
    """One sheet for each set of procedures that has a date to work out, and the bank holidays to count with."""

    sheets: tuple[FillInSheet, ...]
    calendars: tuple[PrintedCalendar, ...]


class _Place(NamedTuple):
    """Where a step counted in working days stands on a ladder."""

    anchor: str
    first: int
    last: int


@once_a_guide
def fill_in_of(guide: Guide) -> FillIn:
    """The blank timeline of a guide."""
    journeys: dict[tuple[str, ...], list[str]] = {}
    for name, journey in guide.journey.items():
        journeys.setdefault(tuple(map(str, journey.procedures)), []).append(name)
    sheets = (_sheet(guide, names) for names in journeys.values())
    return FillIn(tuple(sheet for sheet in sheets if sheet.ladders or sheet.others), calendars_of(guide))


def _sheet(guide: Guide, names: list[str]) -> FillInSheet:
    journeys = [guide.journey[name] for name in names]
    plan = plan_of(guide, names[0])
    plan = replace(plan, steps=tuple(step for step in plan.steps if not step.cites))
    steps = {
        entry: printed
        for procedure in guide.procedures_of(names[0])
        for entry, printed in entries_of(guide, procedure.id).items()
    }
    places = _places(plan)
    anchors = [anchor for anchor in plan.anchors if any(place.anchor == anchor for place in places.values())]
    return FillInSheet(
        title=journeys[0].title,
        about=journeys[0].about,
        dates=tuple(_dates(guide, journeys, plan)),
        ladders=tuple(_ladder(guide, plan, anchor, places, steps) for anchor in anchors),
        others=tuple(_others(plan, places, steps)),
        untimed=tuple(steps[step.id] for step in plan.steps if step.rule is None),
    )


def _dates(guide: Guide, journeys: list[Journey], plan: Plan) -> Iterator[DateToWrite]:
    """The dates to write down first, the ones a journey must have before those it may have."""
    asked = [anchor for journey in journeys for anchor in journey.asks]
    offered = [anchor for journey in journeys for anchor in journey.may_ask]
    for anchor in dict.fromkeys((*asked, *offered)):
        if anchor in plan.anchors:
            said = guide.partnership.anchors[anchor]
            yield DateToWrite(said.asks, (said.gives or "") if anchor not in asked else "")


def _places(plan: Plan) -> dict[str, _Place]:
    """For each step counted in working days: where it stands on the ladder of its anchor."""
    steps = {step.id: step for step in plan.steps}
    found: dict[str, _Place] = {}
    for name in plan.evaluation:
        rule = steps[name].rule if name in steps else None
        if rule is None or rule.choose or rule.back or rule.clear or rule.unit != "working days":
            continue
        anchor, _, offset = found.get(rule.start, _Place(rule.start, 0, 0))
        if anchor in plan.anchors:
            shift = offset - (1 if rule.with_the_day else 0)
            first = rule.number if rule.first is None else rule.first
            found[name] = _Place(anchor, first + shift, rule.number + shift)
    return found


def _ladder(
    guide: Guide, plan: Plan, anchor: str, places: Mapping[str, _Place], steps: Mapping[str, PrintedEntry]
) -> Ladder:
    mine = {name: place for name, place in places.items() if place.anchor == anchor}
    end = max(place.last for place in mine.values())
    wanted = range(1, end + 1) if end <= LONGEST_LADDER else sorted({place.last for place in mine.values()})
    return Ladder(
        day_zero=next(said.day_zero for name, said in guide.partnership.anchors.items() if name == anchor),
        is_whole=end <= LONGEST_LADDER,
        days=tuple(
            LadderDay(
                number=day,
                due=tuple(steps[step.id] for step in plan.steps if step.id in mine and mine[step.id].last == day),
                going_on=tuple(
                    GoingOn(steps[name].title, place.last)
                    for name, place in mine.items()
                    if place.first <= day < place.last
                ),
            )
            for day in wanted
        ),
    )


def _others(plan: Plan, places: Mapping[str, _Place], steps: Mapping[str, PrintedEntry]) -> Iterator[CountedOtherwise]:
    """Dates in other units, counted back, of the nation's rules, or by another reading."""
    for step in plan.steps:
        if step.rule and step.id not in places:
            yield CountedOtherwise(step.rule.words, steps[step.id], step.rule.kind, "")
        for other in step.alternatives:
            says = "National rule" if other.kind == "national" else "Another reading"
            yield CountedOtherwise(other.rule.words, steps[step.id], other.rule.kind, says)
