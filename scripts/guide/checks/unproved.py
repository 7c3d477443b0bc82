"""Rules that no worked example proves: every limit and every national rule has one that expects its date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from guide.calendars import DayError, days
from guide.checks.worked_out import worked_out
from guide.dates import Plan, ScheduledStep, plan_of
from guide.model import Deadline, Example, Guide, Step
from guide.problems import Problem


class _Rule(NamedTuple):
    """One rule that a worked example should expect the date of."""

    step: Step
    due: Deadline
    number: int
    """Which of the step's national rules it is; -1 for its own limit."""

    @property
    def key(self) -> str:
        return "expect" if self.number < 0 else "expect_national"

    def day_in(self, scheduled: ScheduledStep) -> int | None:
        """Its date in a schedule."""
        if self.number < 0:
            return scheduled.due
        nationals = [one for one in scheduled.alternatives if one.alternative.kind == "national"]
        counted = nationals[self.number].counted
        return counted.due if counted else None

    def expected_in(self, example: Example, scheduled: ScheduledStep) -> bool:
        """Whether an example expects it: check_examples has compared the day."""
        said = (example.expect if self.number < 0 else example.expect_national).get(self.step.id)
        day = self.day_in(scheduled)
        return said is not None and day is not None and said == days.text(day)


def check_unproved(guide: Guide) -> Iterator[Problem]:
    """A problem for each limit and each national rule whose date no worked example expects.

    Needs a guide in which nothing else is wrong, for it counts the dates of every example.
    """
    if not guide.examples and (rules := list(_rules(guide))):
        what = f"{len(rules)} limits and national rules need one" if len(rules) > 1 else "a limit needs one"
        message = f"there is no worked example, and {what}"
        yield Problem(rules[0].due.place, "unproved", message, _to_paste(guide, rules[0], {}))
        return
    found = {str(one.id): _scheduled(guide, one.journey, one.on) for one in guide.examples}
    with_step: dict[str, list[Example]] = {}
    for one in guide.examples:
        for step in found[one.id]:
            with_step.setdefault(step, []).append(one)
    for rule in _rules(guide):
        name = str(rule.step.id)
        if not any(rule.expected_in(one, found[one.id][name]) for one in with_step.get(name, ())):
            yield _problem(guide, rule, found)


def _rules(guide: Guide) -> Iterator[_Rule]:
    for procedure in guide.procedures:
        for step in procedure.steps:
            if step.deadline and step.deadline.kind == "limit":
                yield _Rule(step, step.deadline, -1)
            yield from (_Rule(step, one.due, number) for number, one in enumerate(step.national))


def _scheduled(guide: Guide, journey: str, on: Mapping[Any, str]) -> dict[str, ScheduledStep]:
    return {one.step.id: one for one in worked_out(guide, journey, on).steps}


def _problem(guide: Guide, rule: _Rule, found: Mapping[str, Mapping[str, ScheduledStep]]) -> Problem:
    what = "limit" if rule.number < 0 else "national rule"
    message = f"no worked example expects the date of this {what} of '{rule.step.id}'"
    return Problem(rule.due.place, "unproved", message, _to_paste(guide, rule, found))


def _to_paste(guide: Guide, rule: _Rule, found: Mapping[str, Mapping[str, ScheduledStep]]) -> str:
    """The line that is missing from an example, or the lines of a new one, with the date that the guide counts."""
    name = str(rule.step.id)
    for example in guide.examples:
        day = rule.day_in(found[example.id][name]) if name in found[example.id] else None
        if day is not None:
            counted = f"{name}: {days.text(day)}"
            return f"count it by hand, then write in {example.id.place.path}, under {rule.key}:, the line {counted}"
    return _new_example(guide, rule)


def _new_example(guide: Guide, rule: _Rule) -> str:
    journey, plan = _journey_of(guide, rule)
    on = {anchor: str(guide.partnership.in_force_from) for anchor in sorted(_needed(plan, rule))}
    try:
        day = rule.day_in(_scheduled(guide, journey, on)[str(rule.step.id)])
    except DayError:
        day = None
    given = ", ".join(f"{anchor}: {first}" for anchor, first in on.items())
    counted = days.text(day) if day is not None else "the day you count"
    lines = f"journey: {journey}; on: {{{given}}}; {rule.key}: {{{rule.step.id}: {counted}}}"
    return f"choose days, count by hand, and write in a new file of examples/ lines such as: {lines}"


def _journey_of(guide: Guide, rule: _Rule) -> tuple[str, Plan]:
    """A journey that asks for what the rule counts from; else the procedure of its step."""
    home = str(guide.home_of[rule.step.id].id)
    for name, journey in guide.journey.items():
        plan = plan_of(guide, name)
        if rule.step in guide.steps_in(name) and _needed(plan, rule) <= {*journey.asks, *journey.may_ask}:
            return name, plan
    return home, plan_of(guide, home)


def _needed(plan: Plan, rule: _Rule) -> set[str]:
    """The anchors that the rule's date needs, by way of the steps that it counts from."""
    by_id = {step.id: step for step in plan.steps}
    first = by_id[str(rule.step.id)]
    counted = first.rule if rule.number < 0 else first.nationals[rule.number].rule
    waiting, needed = [*(counted.starts if counted else ())], set()
    while waiting:
        start = waiting.pop()
        step = by_id.get(start)
        if step is None:
            needed.add(start)
        elif step.rule:
            waiting.extend(step.rule.starts)
    return needed
