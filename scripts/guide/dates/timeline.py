"""Rules and dates to a schedule: the order of evaluation, chained steps, done dates, alternatives.

Twin of `docs/assets/guide/dates/timeline.js`. A plan holds the rules in an order in which every step comes after the
steps it counts from, so that one pass over the list gives every date.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from guide.calendars import Calendar, Tier, days
from guide.dates.counting import Counted, Line, Rule, count, least_sure, projected_text

AlternativeKind = Literal["reading", "national", "stated twice"]


@dataclass(frozen=True, slots=True)
class Alternative:
    """A second date for the same act: another reading of the source, or the nation's own rule."""

    kind: AlternativeKind
    rule: Rule
    says: str
    cites: str
    """The question for a reading, the reference for a national rule."""


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """A step as the timeline needs it."""

    id: str
    procedure: str
    number: int
    """Its number on the procedure's page."""
    title: str
    does: str
    phase: str
    actors: tuple[str, ...]
    helpers: tuple[str, ...]
    forms: tuple[str, ...]
    questions: tuple[str, ...]
    rule: Rule | None
    untimed: str
    """The deadline in words, where it has no number."""
    alongside: bool = False
    alternatives: tuple[Alternative, ...] = ()
    look_back: Rule | None = None


@dataclass(frozen=True, slots=True)
class AnchorName:
    """How a schedule speaks of an anchor event."""

    asks: str
    short: str
    event: str
    day_zero: str


@dataclass(frozen=True, slots=True)
class Plan:
    """All rules of a procedure or journey."""

    name: str
    title: str
    calendar: str
    anchors: Mapping[str, AnchorName]
    """The anchors that its rules count from."""
    steps: tuple[PlannedStep, ...]
    """In the order of the pages."""
    evaluation: tuple[str, ...]
    """Step ids in an order that serves every chained rule."""


class Start(NamedTuple):
    """A day that rules count from."""

    day: int
    name: str
    """How an explanation speaks of it: "The day of receipt"."""
    tier: Tier = "published"
    """`projected` where the day was itself worked out with bank holidays that are not published yet."""


@dataclass(frozen=True, slots=True)
class AlternativeDate:
    """An alternative with its date, or None where the date it counts from is not known."""

    alternative: Alternative
    counted: Counted | None
    earlier: bool
    """It falls before the step's own date."""


@dataclass(frozen=True, slots=True)
class ScheduledStep:
    """A step with its dates."""

    step: PlannedStep
    counted: Counted | None
    done: int | None = None
    alternatives: tuple[AlternativeDate, ...] = ()
    look_back: Counted | None = None

    @property
    def due(self) -> int | None:
        return self.counted.due if self.counted else None

    @property
    def tier(self) -> Tier | None:
        return self.counted.tier if self.counted else None

    def as_json(self) -> dict[str, Any]:
        """The promised JSON of one step (see the handbook)."""
        step, rule = self.step, self.step.rule
        return {
            "id": step.id,
            "procedure": step.procedure,
            "number": step.number,
            "title": step.title,
            "actors": list(step.actors),
            "helpers": list(step.helpers),
            "forms": list(step.forms),
            "kind": rule.kind if rule else "none",
            "authority": rule.authority if rule else None,
            "rule": rule.words if rule else step.untimed,
            "part": rule.part or None if rule else None,
            "opens": _text(self.counted.opens if self.counted else None),
            "due": _text(self.due),
            "done": _text(self.done),
            "tier": self.tier,
            "explanation": [line.as_json() for line in self.counted.lines] if self.counted else [],
            "alternatives": [_alternative_json(date) for date in self.alternatives],
            "look_back_from": _text(self.look_back.due if self.look_back else None),
            "questions": list(step.questions),
        }


@dataclass(frozen=True, slots=True)
class Schedule:
    """A plan with dates: its steps in order of date."""

    plan: Plan
    calendar: Calendar
    anchors: Mapping[str, int]
    steps: tuple[ScheduledStep, ...]

    def as_json(self, version: str, closures: Collection[int] = (), today: int | None = None) -> dict[str, Any]:
        """The promised JSON of `guide timeline`; closures and today add to the steps and change none of their dates."""
        return {
            "procedure": self.plan.name,
            "version": version,
            "calendar": {
                "name": self.calendar.name,
                "published_through": days.text(self.calendar.published_through),
                "hash": self.calendar.hash,
            },
            "anchors": {name: days.text(day) for name, day in self.anchors.items()},
            "steps": [step.as_json() | self._added(step, closures, today) for step in self.steps],
        }

    def _added(self, step: ScheduledStep, closures: Collection[int], today: int | None) -> dict[str, Any]:
        added: dict[str, Any] = {}
        if step.due is not None and step.due in closures:
            added["last_open_day"] = days.text(last_open_day(step.due, closures, self.calendar))
        if today is not None:
            added["status"] = status_of(step, today, self.calendar)
        return added


def last_open_day(due: int, closures: Collection[int], calendar: Calendar) -> int:
    """The last working day before `due` on which the office is open: what to work to when it is closed on the date."""
    day = calendar.working_day_before(due, 1)
    while day in closures:
        day = calendar.working_day_before(day, 1)
    return day


def status_of(step: ScheduledStep, today: int, calendar: Calendar) -> str:
    """How a step stands on a day, in words: done, overdue, due; empty while it is more than two working days away."""
    if step.done is not None:
        return "Done"
    if step.due is None:
        return ""
    if step.due < today:
        late = calendar.count(step.due, today)
        return f"Overdue by {late} working day{'' if late == 1 else 's'}" if late else "Overdue"
    if step.due == today:
        return "Due today"
    left = calendar.count(today, step.due)
    if left == 0:
        return "Due before the next working day"
    return f"Due in {left} working day{'' if left == 1 else 's'}" if left <= 2 else ""


def schedule(
    plan: Plan, calendar: Calendar, anchors: Mapping[str, int], done: Mapping[str, int] | None = None
) -> Schedule:
    """Dates for every step of the plan whose anchor is known.

    `anchors` and `done` map ids to days. A done date replaces the due date for whatever counts from that step;
    it never moves the step's own due date. Raises `OutsideCalendar`.

    >>> from guide.dates.rules import plan_of
    >>> from guide.reading import read_guide
    >>> guide = read_guide("procedures")
    >>> plan = plan_of(guide, "rapid-review")
    >>> received = {"notification-received": days.parse("2026-12-17")}
    >>> [days.text(step.due) for step in schedule(plan, guide.calendars[plan.calendar], received).steps[:2]]
    ['2026-12-18', '2026-12-18']
    """
    done = done or {}
    known = {name: Start(day, plan.anchors[name].day_zero) for name, day in anchors.items() if name in plan.anchors}
    by_id = {step.id: step for step in plan.steps}
    found: dict[str, ScheduledStep] = {}
    for step_id in plan.evaluation:
        step = by_id[step_id]
        scheduled = _scheduled(step, known, calendar, done.get(step_id))
        found[step_id] = scheduled
        if step_id in done:
            known[step_id] = Start(done[step_id], f"The day “{step.title}” was done")
        elif scheduled.counted is not None:
            counted = scheduled.counted
            known[step_id] = Start(counted.due, f"The day “{step.title}” is due", counted.tier)
    return Schedule(plan, calendar, anchors, _in_order_of_date([found[step.id] for step in plan.steps]))


def _scheduled(step: PlannedStep, known: Mapping[str, Start], calendar: Calendar, done: int | None) -> ScheduledStep:
    counted = evaluate(step.rule, known, calendar) if step.rule else None
    alternatives = []
    for alternative in step.alternatives:
        other = evaluate(alternative.rule, known, calendar)
        earlier = counted is not None and other is not None and other.due < counted.due
        alternatives.append(AlternativeDate(alternative, other, earlier))
    look_back = evaluate(step.look_back, known, calendar) if step.look_back else None
    return ScheduledStep(step, counted, done, tuple(alternatives), look_back)


def evaluate(rule: Rule, known: Mapping[str, Start], calendar: Calendar) -> Counted | None:
    """One rule's date from the days that are known, or None when a day it counts from is not."""
    if not rule.choose:
        start = known.get(rule.start)
        return count(rule, start.day, start.name, calendar, start.tier) if start else None
    dates: list[Counted] = []
    for one in rule.of:
        if (date := evaluate(one, known, calendar)) is None:
            return None
        dates.append(date)
    chosen = (min if rule.choose == "earlier" else max)(dates, key=lambda date: date.due)
    # A bank holiday that is not published yet can move the other date past this one: the choice rests on all of them.
    tier = least_sure(*(date.tier for date in dates))
    notes = [f"This is the {rule.choose} of {len(dates)} dates."]
    if tier != chosen.tier:
        notes.append(projected_text(calendar))
    lines = (*chosen.lines, *(Line("note", chosen.due, note) for note in notes))
    return Counted(chosen.due, chosen.opens, tier, lines)


def _in_order_of_date(steps: Sequence[ScheduledStep]) -> tuple[ScheduledStep, ...]:
    """By due date; a step without one stays behind the dated step it follows on its page."""
    keys: dict[str, tuple[float, int]] = {}
    carried, procedure = _LONG_AGO, None
    for position, step in enumerate(steps):
        if step.step.procedure != procedure:
            carried, procedure = _LONG_AGO, step.step.procedure
        keys[step.step.id] = (step.due if step.due is not None else carried, position)
        if step.due is not None and not step.step.alongside:
            carried = step.due
    return tuple(sorted(steps, key=lambda step: keys[step.step.id]))


_LONG_AGO = -math.inf


def _text(day: int | None) -> str | None:
    return None if day is None else days.text(day)


def _alternative_json(date: AlternativeDate) -> dict[str, Any]:
    alternative, counted = date.alternative, date.counted
    return {
        "kind": alternative.kind,
        "authority": alternative.rule.authority,
        "rule": alternative.rule.words,
        "says": alternative.says,
        "cites": alternative.cites,
        "due": _text(counted.due if counted else None),
        "tier": counted.tier if counted else None,
        "earlier": date.earlier,
        "explanation": [line.as_json() for line in counted.lines] if counted else [],
    }
