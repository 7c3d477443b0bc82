"""What was checked and proved at this build, as figures for the page that publishes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guide.calendars import Calendar
from guide.dates import Rule, plan_of, sayings_in
from guide.model import Example, Guide, Procedure, Question, ReadingStanding, Step, standing_of
from guide.proofs import (
    Conflict,
    JourneySweep,
    Slack,
    answered_conflicts,
    bounds_of,
    contradictions,
    slack_of,
    sweep_of,
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A question and what the proofs found that it answers for."""

    question: Question
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True)
class SlackRow:
    """How many working days one step has to spare."""

    procedure: Procedure
    step: Step
    slack: Slack


@dataclass(frozen=True, slots=True)
class SlackTable:
    """The steps that count from one event, in order of day."""

    event: str
    """The event, as it stands after "working days after"."""
    rows: tuple[SlackRow, ...]

    @property
    def without(self) -> tuple[SlackRow, ...]:
        """The steps with nothing to spare: a day lost there breaks a limit."""
        return tuple(row for row in self.rows if row.slack.days == 0)


@dataclass(frozen=True, slots=True)
class Assurance:
    """Figures of one build. A page with them is proof that every check passed: otherwise there is no page."""

    source_items: int
    entries: int
    routes: int
    gaps: int
    numbers: int
    """Numbers of days, weeks, months and years in sentences, each compared with its rule."""
    deadlines: int
    undated: int
    examples: int
    expected: int
    """Dates that the worked examples expect."""
    bounds: int
    listed: tuple[Listed, ...]
    journeys: tuple[JourneySweep, ...]
    without_dates: tuple[str, ...]
    """Titles of the journeys in which nothing counts from a date."""
    dates: int
    compared: int
    calendars: tuple[Calendar, ...]
    slack: tuple[SlackTable, ...]
    reading: ReadingStanding | None
    """How much of the approved document was read a second time; None where there is no sheet."""


def assurance(guide: Guide) -> Assurance:
    """The figures of a guide that passed its checks."""
    swept = sweep_of(guide)
    bounds = bounds_of(guide)
    steps = [step for procedure in guide.procedures for step in procedure.steps]
    routes = [route for one in guide.procedures for route in guide.routes[one.id]]
    timed = sum(step.deadline is not None for step in steps)
    return Assurance(
        source_items=len(guide.source),
        entries=len(guide.entry),
        routes=len(routes),
        gaps=sum(route.kind == "gap" for route in routes),
        numbers=sum(_numbers(step) for step in steps),
        deadlines=timed,
        undated=len(steps) - timed,
        examples=len(guide.examples),
        expected=sum(map(_expected, guide.examples)),
        bounds=sum(bound.kind != "whole-time" for bound in bounds),
        listed=_listed(guide),
        journeys=swept.journeys,
        without_dates=_without_dates(guide),
        dates=sum(journey.dates for journey in swept.journeys),
        compared=swept.compared,
        calendars=_calendars(guide),
        slack=tuple(_slack_tables(guide)),
        reading=standing_of(guide.source, guide.second_reading) if guide.second_reading else None,
    )


def _expected(example: Example) -> int:
    return len(example.expect) + len(example.expect_national) + len(example.expect_other_reading)


def _numbers(step: Step) -> int:
    texts = (step.title, step.does, *((step.when,) if step.when else ()), *step.notes)
    return sum(1 for text in texts for _ in sayings_in(text))


def _listed(guide: Guide) -> tuple[Listed, ...]:
    found: dict[str, list[Conflict]] = {}
    for conflict, answers in answered_conflicts(guide):
        for question in answers:
            found.setdefault(question.id, []).append(conflict)
    return tuple(Listed(guide.question[one], tuple(conflicts)) for one, conflicts in found.items())


def _without_dates(guide: Guide) -> tuple[str, ...]:
    journeys = guide.partnership.journeys
    return tuple(str(journey.title) for name, journey in journeys.items() if not plan_of(guide, name).anchors)


def _calendars(guide: Guide) -> tuple[Calendar, ...]:
    names = dict.fromkeys(str(procedure.clock.calendar) for procedure in guide.procedures if procedure.clock)
    return tuple(guide.calendars[name] for name in names)


def _slack_tables(guide: Guide) -> Iterator[SlackTable]:
    bounds = bounds_of(guide)
    rings = tuple(contradictions(bounds, guide.partnership.anchors))
    rules = {step.id: step.rule for one in guide.procedures for step in plan_of(guide, one.id).steps if step.rule}
    for anchor, said in guide.partnership.anchors.items():
        slack = slack_of(bounds, anchor, rings)
        rows = [
            SlackRow(procedure, step, slack[step.id])
            for procedure in guide.procedures
            for step in procedure.steps
            # Only of a limit: of anything else it could be quoted against the day that is planned.
            if step.id in slack and slack[step.id].latest is not None and _is_limit_from(anchor, rules.get(step.id))
        ]
        if rows:
            yield SlackTable(str(said.event), tuple(sorted(rows, key=lambda row: row.slack.earliest)))


def _is_limit_from(anchor: str, rule: Rule | None) -> bool:
    """Whether it limits a step to so many working days after the anchor."""
    if rule is None or rule.choose or rule.back:
        return False
    return rule.kind == "limit" and rule.unit == "working days" and rule.start == anchor
