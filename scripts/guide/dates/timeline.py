"""Rules and dates to a schedule: the order of evaluation, chained steps, done dates, alternatives.

Twin of `docs/assets/guide/dates/timeline.js`. A plan holds the rules in an order in which every step comes after the
steps it counts from, so that one pass over the list gives every date.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from guide.calendars import Calendar, DayError, Tier, days
from guide.dates.acts import Act, ScheduledAct, governed, stands
from guide.dates.counting import Counted
from guide.dates.done import told_once
from guide.dates.evaluate import Start, evaluate
from guide.dates.plan import Alternative, Plan, PlannedStep
from guide.dates.remarks import MovedDate, moved_of, warned_anchors, warnings_of, with_conflicts
from guide.model import NO_ACTORS


@dataclass(frozen=True, slots=True)
class AlternativeDate:
    """An alternative with its date, or None where the date it counts from is not known."""

    alternative: Alternative
    counted: Counted | None
    earlier: bool
    """It falls before the step's own date."""


NO_ACT = ScheduledAct(Act("", (), NO_ACTORS))
"""Of a step that was not scheduled yet."""


@dataclass(frozen=True, slots=True)
class ScheduledStep:
    """A step with its dates."""

    step: PlannedStep
    counted: Counted | None
    done: int | None = None
    alternatives: tuple[AlternativeDate, ...] = ()
    look_back: Counted | None = None
    act: ScheduledAct = NO_ACT
    """The act that it is a step of, with the date that governs."""

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
            "to": list(step.to),
            "forms": list(step.forms),
            "kind": rule.kind if rule else "none",
            "authority": rule.authority if rule else None,
            "rule": rule.words if rule else step.untimed,
            "part": rule.part or None if rule else None,
            "opens": _text(self.counted.opens if self.counted else None),
            "due": _text(self.due),
            "done": _text(self.done),
            "tier": self.tier,
            "bound": self.counted.bound or None if self.counted else None,
            "explanation": [line.as_json() for line in self.counted.lines] if self.counted else [],
            "alternatives": [_alternative_json(date) for date in self.alternatives],
            "look_back_from": _text(self.look_back.due if self.look_back else None),
            "questions": list(step.questions),
            "cites": step.cites or None,
            "act": self.act.act.id,
            "who": list(self.act.act.who),
            "governs": self.act.governs_json(),
            "standing": [one.as_json() for one in self.act.standing],
            "open": [one.as_json() for one in self.act.open],
            "conflicts": [one.as_json() for one in self.act.conflicts],
        }


@dataclass(frozen=True, slots=True)
class Schedule:
    """A plan with dates: its steps in order of date."""

    plan: Plan
    calendar: Calendar
    anchors: Mapping[str, int]
    steps: tuple[ScheduledStep, ...]
    moved: tuple[MovedDate, ...] = ()
    """What has another date because of what was done."""
    warnings: tuple[str, ...] = ()
    """What the reader should look at again among the days that were given."""

    @property
    def warned(self) -> set[str]:
        """The anchors whose dates, as they were given, a reader should look at again beside the others."""
        return warned_anchors(self.plan, {one.act.act.id: one.act for one in self.steps}, self.anchors)

    @property
    def acts(self) -> tuple[tuple[ScheduledStep, ...], ...]:
        """The steps of each act together, in the order in which the first of each stands."""
        found: dict[str, list[ScheduledStep]] = {}
        for step in self.steps:
            found.setdefault(step.act.act.id, []).append(step)
        return tuple(map(tuple, found.values()))

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
            "warnings": list(self.warnings),
            "moved": [one.as_json() for one in self.moved],
        }

    def _added(self, step: ScheduledStep, closures: Collection[int], today: int | None) -> dict[str, Any]:
        added: dict[str, Any] = {}
        if step.act.due is not None and step.act.due in closures:
            added["last_open_day"] = days.text(last_open_day(step.act.due, closures, self.calendar))
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
    """How a step's act stands on a day, in words; empty while its date is more than two working days away."""
    standing, number = stands(step.act, today, calendar)
    working_days = f"{number} working day{'' if number == 1 else 's'}"
    planned = f"Planned for {days.long(step.act.due)}" if step.act.due is not None else ""
    return {
        "": "",
        "done": "Done",
        "done late": f"Done {working_days} after its limit" if number else "Done after its limit",
        "overdue": f"Overdue by {working_days}" if number else "Overdue",
        "passed": f"{planned}, {working_days} ago" if number else planned,
        "today": "Due today",
        "soon": f"Due in {working_days}" if number else "Due before the next working day",
    }[standing]


def schedule(
    plan: Plan,
    calendar: Calendar,
    anchors: Mapping[str, int],
    done: Mapping[str, int] | None = None,
    today: int | None = None,
) -> Schedule:
    """Dates for every step of the plan whose anchor is known.

    `anchors` and `done` map ids to days. A done date replaces the due date for whatever counts from that step;
    it never moves the step's own due date. An act is done once, for all its steps. Raises `OutsideCalendar`, and
    `TwoDates` where one act has two.

    >>> from guide.dates.planning import plan_of
    >>> from guide.reading import read_guide
    >>> guide = read_guide("procedures")
    >>> plan = plan_of(guide, "rapid-review")
    >>> received = {"notification-received": days.parse("2026-12-17")}
    >>> [days.text(step.due) for step in schedule(plan, guide.calendars[plan.calendar], received).steps[:2]]
    ['2026-12-18', '2026-12-18']
    """
    happened, was_done = told_once(plan, anchors, done or {}, today)
    known = {name: Start(day, plan.anchors[name].day_zero) for name, day in happened.items() if name in plan.anchors}
    found = _one_by_one(plan, known, calendar, was_done)
    acts = {}
    for act in plan.acts:
        dates = [(rule, evaluate(rule.rule, known, calendar)) for rule in act.rules]
        acts[act.id] = governed(act, dates, happened, plan.asked, was_done.get(act.steps[0]))
    for worked in with_conflicts(plan, acts, happened):
        found.update((one, replace(found[one], act=worked)) for one in worked.act.steps)
    return Schedule(
        plan,
        calendar,
        anchors,
        _in_order_of_date([found[step.id] for step in plan.steps]),
        tuple(moved_of(plan, acts, _as_planned(plan, calendar, anchors, today))) if done else (),
        tuple(warnings_of(plan, acts, happened)),
    )


def _one_by_one(
    plan: Plan, known: dict[str, Start], calendar: Calendar, was_done: Mapping[str, int]
) -> dict[str, ScheduledStep]:
    """Each step by itself; what is worked out is known to those that follow."""
    by_id = {step.id: step for step in plan.steps}
    found: dict[str, ScheduledStep] = {}
    for step_id in plan.evaluation:
        step = by_id[step_id]
        scheduled = _scheduled(step, known, calendar, was_done.get(step_id))
        found[step_id] = scheduled
        if step_id in was_done:
            known[step_id] = Start(was_done[step_id], f"The day “{step.title}” was done")
        elif scheduled.counted is not None:
            counted = scheduled.counted
            known[step_id] = Start(counted.due, f"The day “{step.title}” is due", counted.tier, counted.bound)
    return found


def _as_planned(
    plan: Plan, calendar: Calendar, anchors: Mapping[str, int], today: int | None
) -> dict[str, ScheduledAct]:
    """The acts as if nothing had been done yet; none where the calendar ends before that."""
    try:
        return {one.act.act.id: one.act for one in schedule(plan, calendar, anchors, {}, today).steps}
    except DayError:
        return {}


def _scheduled(step: PlannedStep, known: Mapping[str, Start], calendar: Calendar, done: int | None) -> ScheduledStep:
    counted = evaluate(step.rule, known, calendar) if step.rule else None
    alternatives = []
    for alternative in step.alternatives:
        other = evaluate(alternative.rule, known, calendar)
        earlier = counted is not None and other is not None and other.due < counted.due
        alternatives.append(AlternativeDate(alternative, other, earlier))
    look_back = evaluate(step.look_back, known, calendar) if step.look_back else None
    return ScheduledStep(step, counted, done, tuple(alternatives), look_back)


def _in_order_of_date(steps: Sequence[ScheduledStep]) -> tuple[ScheduledStep, ...]:
    """By governing date; a step without one stays behind the dated step it follows on its page."""
    keys: dict[str, float] = {}
    carried: dict[str, int] = {}
    for scheduled in steps:
        step, due = scheduled.step, scheduled.act.due
        keys[step.id] = carried.get(step.procedure, _LONG_AGO) if due is None else due
        if due is not None and not step.alongside:
            carried[step.procedure] = due
    return tuple(sorted(steps, key=lambda scheduled: keys[scheduled.step.id]))


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
