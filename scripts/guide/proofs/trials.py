"""What must hold between two dates of one journey, held against every start date at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import gt, lt, ne
from typing import Literal

from guide.dates import Plan, PlannedStep, Rule, members_of_acts, rule_of
from guide.model import Guide, Procedure, Step
from guide.proofs.bounds import given_time, orders_of, working_days_of
from guide.proofs.columns import Column, Columns, columns_of, common_run
from guide.proofs.comparisons import Comparisons, Tally

FindingKind = Literal[
    "order", "range", "whole-time", "equals", "outer-limit", "same-act", "national-clock", "other-reading"
]


@dataclass(frozen=True, slots=True)
class Finding:
    """Two dates that do not agree on some start dates."""

    kind: FindingKind
    step: str
    other: str
    """The step it disagrees with, its own id where it disagrees with itself, or the reference or question of a rule."""
    tally: Tally


class Trials:
    """One journey with every anchor on the start date itself."""

    def __init__(self, guide: Guide, plan: Plan, table: Columns, comparisons: Comparisons) -> None:
        self.guide, self.table, self.comparisons = guide, table, comparisons
        self.plan = plan
        self.procedures = guide.procedures_of(plan.name)
        self.steps = columns_of(self.plan, table, dict.fromkeys(self.plan.anchors, table.starts))
        self.known = {
            **dict.fromkeys(self.plan.anchors, table.starts),
            **{step_id: found.column for step_id, found in self.steps.items() if found.column},
        }
        self.dated = {step_id: column for step_id, column in self.known.items() if step_id in self.steps}

    def findings(self) -> Iterator[Finding]:
        """Everything that does not hold on some start date."""
        for procedure in self.procedures:
            for anchor in self.plan.anchors:
                yield from self._order(procedure, anchor)
            for step in procedure.steps:
                if step.id in self.dated:
                    yield from self._alone(procedure, step)
                    yield from self._same_acts(step)
        for anchor in self.plan.anchors:
            yield from self._outer_limit(anchor)
        for planned in self.plan.steps:
            yield from self._alternatives(planned)

    @cached_property
    def roots(self) -> dict[str, frozenset[str]]:
        """The anchors on which each step's own date rests, through every step between."""
        found = {anchor: frozenset({anchor}) for anchor in self.plan.anchors}
        rules = {step.id: step.rule for step in self.plan.steps}
        for step_id in self.plan.evaluation:
            found[step_id] = self._roots_of(rules[step_id], found)
        return found

    @staticmethod
    def _roots_of(rule: Rule | None, found: dict[str, frozenset[str]]) -> frozenset[str]:
        if rule is None:
            return frozenset()
        if rule.choose:
            return frozenset().union(*(Trials._roots_of(part, found) for part in rule.of))
        return found.get(rule.start, frozenset())

    def _only_from(self, step_id: str, anchor: str) -> bool:
        return step_id in self.dated and self.roots[step_id] == {anchor}

    def _order(self, procedure: Procedure, anchor: str) -> Iterator[Finding]:
        """Nothing is due before the day on which what comes before it can be over."""
        following = self._following(procedure)
        waits: dict[str, dict[str, Column]] = {}
        for here in (str(entry.entry_id) for entry in procedure.entries):
            waiting = waits.pop(here, {})
            if self._only_from(here, anchor):
                for blocker, over in list(waiting.items()):
                    broken = list(self._held("order", here, blocker, gt, over, self.dated[here]))
                    yield from broken
                    if broken:
                        del waiting[blocker]  # what follows waits for this step: one fault is reported once
                if own := self._over(here):
                    waiting = {
                        one: over for one, over in waiting.items() if self.comparisons.tally(gt, over, own).times
                    }
                    waiting[here] = own
            for after in following.get(here, ()):
                waits.setdefault(after, {}).update(waiting)

    def _following(self, procedure: Procedure) -> dict[str, list[str]]:
        following: dict[str, list[str]] = {}
        for order in orders_of(self.guide, procedure):
            following.setdefault(order.before, []).append(order.after)
        return following

    def _over(self, step_id: str) -> Column | None:
        """The day before which a step cannot be over; None for a limit, which can be met early."""
        if given_time(self.guide, step_id):
            return self.dated[step_id]
        return self.comparisons.opening(self.dated[step_id]) if self._rules[step_id].kind == "planned" else None

    @cached_property
    def _rules(self) -> dict[str, Rule]:
        return {step.id: step.rule for step in self.plan.steps if step.rule}

    def _held(
        self, kind: FindingKind, step: str, other: str, fails: Callable[[int, int], bool], one: Column, two: Column
    ) -> Iterator[Finding]:
        tally = self.comparisons.tally(fails, one, two)
        if tally.times:
            yield Finding(kind, step, other, tally)

    def _alone(self, procedure: Procedure, step: Step) -> Iterator[Finding]:
        """A range begins before it ends, given time is there in full, and a date stated twice is one date."""
        here, own = str(step.id), self.dated[step.id]
        yield from self._held("range", here, here, gt, self.comparisons.opening(own), own)
        rule = given_time(self.guide, here)
        if rule is not None and rule.unit == "working days" and not rule.back and rule.start in self.known:
            yield from self._held("whole-time", here, rule.start, lt, *self._counted_again(rule, own))
        if step.equals is not None:
            again = self.table.of(rule_of(self.guide, procedure.clock, step.equals), self.known)
            if again is not None:
                yield from self._held("equals", here, here, ne, own, again)

    def _counted_again(self, rule: Rule, own: Column) -> tuple[Column, Column]:
        """The working days between two dates, counted by subtraction, and how many there must be."""
        first, last = common_run((own, base := self.known[rule.start]))
        until, origin = self.table.working_days_until, self.table.calendar.first
        pairs = zip(own.between(first, last).due, base.between(first, last).due, strict=True)
        counted = [until[due - origin] - until[start - origin] for due, start in pairs]
        return Column(first, *[counted] * 3), Column(first, *[[working_days_of(rule)[0]] * len(counted)] * 3)

    def _same_acts(self, step: Step) -> Iterator[Finding]:
        """An act described twice has a day that both descriptions allow."""
        for other in map(str, step.same_act):
            if len(self.roots[step.id]) == 1 and self.roots.get(other) == self.roots[step.id]:
                for one, two in ((str(step.id), other), (other, str(step.id))):
                    if self._rules[one].kind == "planned":
                        opening = self.comparisons.opening(self.dated[one])
                        yield from self._held("same-act", one, two, gt, opening, self.dated[two])

    def _outer_limit(self, anchor: str) -> Iterator[Finding]:
        """Where an act ends one flowchart by a limit, the flowchart that describes it again has nothing after that day.

        Acts that merely follow one event say nothing of one another, however far apart their dates are.
        """
        limits = [step for procedure in self.procedures for step in self._last_limits(procedure, anchor)]
        for procedure in self.procedures:
            again = {step: twins for step in limits if (twins := self._described_again(procedure, step))}
            if not again:
                continue
            outer = self.comparisons.latest([self.dated[step] for step in again])
            last = max(again, key=lambda step: max(self.dated[step].due, default=0))
            following = self._following(procedure)
            ends = {twin for twins in again.values() for twin in twins}
            free = ends.union(*(_reached(following, one) for one in ends))
            for step_id in (str(step.id) for step in procedure.steps):
                if step_id not in free and self._only_from(step_id, anchor):
                    yield from self._held("outer-limit", step_id, last, gt, self.dated[step_id], outer)

    def _described_again(self, procedure: Procedure, limit: str) -> set[str]:
        """The steps of a procedure that are one act with a limit of another procedure."""
        own = {str(step.id) for step in procedure.steps}
        return set() if limit in own else own & set(members_of_acts(self.guide)[limit])

    def _last_limits(self, procedure: Procedure, anchor: str) -> Iterator[str]:
        following = self._following(procedure)
        for step in (str(step.id) for step in procedure.steps if self._only_from(str(step.id), anchor)):
            later = (one for one in _reached(following, step) if self._only_from(one, anchor))
            if _is_local_limit(self._rules[step], anchor) and not any(later):
                yield step

    def _alternatives(self, planned: PlannedStep) -> Iterator[Finding]:
        """Where another reading gives another date, and where the local date comes after the national one."""
        own = self.dated.get(planned.id)
        for alternative, column in zip(planned.alternatives, self.steps[planned.id].alternatives, strict=True):
            if own is None or column is None:
                continue
            if alternative.kind == "reading":
                yield from self._held("other-reading", planned.id, alternative.cites, ne, own, column)
                continue
            same = self._roots_of(alternative.rule, self.roots) == self.roots[planned.id]
            tally = (self.comparisons.tally if same else self.comparisons.lagged_tally)(gt, own, column)
            if tally.times:
                yield Finding("national-clock", planned.id, alternative.cites, tally)


def _is_local_limit(rule: Rule, anchor: str) -> bool:
    return rule.kind == "limit" and rule.start == anchor and not rule.back and rule.authority == "local procedure"


def _reached(following: Mapping[str, Sequence[str]], start: str) -> set[str]:
    reached: set[str] = set()
    waiting = list(following.get(start, ()))
    while waiting:
        here = waiting.pop()
        if here not in reached:
            reached.add(here)
            waiting.extend(following.get(here, ()))
    return reached
