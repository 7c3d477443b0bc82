"""What an author wrote to bounds on the axis of working days, each with the line that says it.

A bound must hold in every calendar, so a rule that depends on closed days gives the widest bound that is sure:
five calendar days hold at most five working days, and a count back from a closed day gains one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from guide.dates import Rule, rule_of
from guide.model import (
    AnyDeadline,
    AnyEntry,
    Decision,
    EarlierOf,
    Guide,
    Note,
    Outcome,
    Procedure,
    Step,
    Within,
    once_a_guide,
)
from guide.problems import Place
from guide.strict_yaml import Text

BoundKind = Literal["limit", "planned", "order", "same-act", "stated-twice", "whole-time"]
"""`whole-time` says when a step is over if it takes all of its time: never a contradiction, but slack starts there."""
LONGEST_UNIT = {"working days": 1, "calendar days": 1, "days except bank holidays": 1, "weeks": 7, "months": 31}


@dataclass(frozen=True, slots=True)
class Bound:
    """`end` is at most `most` working days after `start`; below zero, at least so many before it."""

    start: str
    end: str
    most: int
    kind: BoundKind
    place: Place
    """The line that an author would change."""
    says: str
    """What that line says, for a message."""
    steps: tuple[str, ...]
    """The steps whose words these are."""
    is_plan_end: bool = False
    """It says that a planned day is not missed, which a limit would say too."""


@dataclass(frozen=True, slots=True)
class Order:
    """One entry comes before another on a route of its procedure, or sets its date."""

    before: str
    after: str
    place: Place


@once_a_guide
def bounds_of(guide: Guide) -> tuple[Bound, ...]:
    """Every bound of a guide. Raises ValueError where a numbered day has no clock."""
    return tuple(_all_bounds(guide))


def _all_bounds(guide: Guide) -> Iterator[Bound]:
    for procedure in guide.procedures:
        for step in procedure.steps:
            yield from _of_deadline(guide, procedure, step, step.due)
            if step.equals is not None:
                yield from _of_deadline(guide, procedure, step, step.equals, "stated-twice")
            yield from _of_same_acts(guide, step)
        for order in orders_of(guide, procedure):
            yield from _of_order(guide, order)


def _of_same_acts(guide: Guide, step: Step) -> Iterator[Bound]:
    for other in step.same_act:
        described = guide.entry.get(other)
        if isinstance(described, Step):
            says = f"'{step.id}' ({step.id.place}) and '{other}' ({described.id.place}) are one act"
            about = ("same-act", other.place, says, (str(step.id), str(other)))
            yield Bound(str(step.id), str(other), 0, *about)  # type: ignore[arg-type]
            yield Bound(str(other), str(step.id), 0, *about)  # type: ignore[arg-type]


def _of_order(guide: Guide, order: Order) -> Iterator[Bound]:
    about = ("order", order.place)
    pair = (order.before, order.after)
    yield Bound(order.after, order.before, 0, *about, f"'{order.before}' comes before '{order.after}'", pair)  # type: ignore[arg-type]
    rule = given_time(guide, order.before)
    if rule is not None:
        says = f"'{order.after}' comes after '{order.before}', which has all of its time after '{rule.start}'"
        yield Bound(order.after, rule.start, -working_days_of(rule)[0], *about, says, pair)  # type: ignore[arg-type]


def given_time(guide: Guide, step_id: str) -> Rule | None:
    """The rule of a step that has so long from another step. Whoever is given five working days has all five.

    So what follows such a step on its route must not come before the end of that time. None for any other step.
    """
    step = guide.entry[step_id]
    if not isinstance(step, Step) or not isinstance(step.due, Within) or step.due.of in guide.partnership.anchors:
        return None
    return rule_of(guide, guide.home_of[step.id].clock, step.due)


def orders_of(guide: Guide, procedure: Procedure) -> Iterator[Order]:
    """What comes before what. A route that leads back to an earlier entry begins another round, and orders nothing."""
    entries: dict[str, AnyEntry] = {
        str(entry.entry_id): entry for entry in procedure.entries if not isinstance(entry, Note)
    }
    written = {entry_id: position for position, entry_id in enumerate(entries)}
    for route in guide.routes[procedure.id]:
        if (
            route.kind in ("next", "branch")
            and route.target in written
            and written[route.source] < written[route.target]
        ):
            yield Order(route.source, route.target, _where(entries[route.source], entries[route.target]))
    for step in procedure.steps:
        for target in step.sets:
            if target in guide.entry and target != step.id:
                yield Order(str(step.id), str(target), target.place)


def _where(source: AnyEntry, target: AnyEntry) -> Place:
    """The line that leads from one to the other; the target's own where it merely stands next."""
    if isinstance(source, Decision):
        return next(branch.then.place for branch in source.branches if branch.then == target.entry_id)
    if isinstance(source, Step | Outcome) and source.then:
        return source.then.to.place
    return target.entry_id.place


def _of_deadline(
    guide: Guide, procedure: Procedure, step: Step, due: AnyDeadline, kind: BoundKind | None = None
) -> Iterator[Bound]:
    if isinstance(due, Text):
        return
    if due.parts:
        # The earlier of two is not after either of them, and may be before one. For the later it is the reverse.
        for part in due.parts:
            for bound in _of_deadline(guide, procedure, step, part, kind):
                if (bound.end == step.id) == isinstance(due, EarlierOf):
                    yield bound
        return
    rule = rule_of(guide, procedure.clock, due)
    least, most = working_days_of(rule)
    says = f"'{step.id}' is due {rule.words[:1].lower()}{rule.words[1:]}"
    about = (due.place, says, (str(step.id),))
    yield Bound(rule.start, str(step.id), most, kind or rule.kind, *about, is_plan_end=rule.kind == "planned")
    if rule.kind == "planned":
        yield Bound(str(step.id), rule.start, -least, kind or "planned", *about)
    if rule.kind == "planned" or rule.start not in guide.partnership.anchors:
        last, _ = working_days_of(replace(rule, first=None))
        yield Bound(str(step.id), rule.start, -last, "whole-time", *about)


def working_days_of(rule: Rule) -> tuple[int, int]:
    """The fewest and the most working days from the start to the due date (to the first day, for a range's fewest).

    Negative for a rule that counts back. Sound for every calendar and every start day, and exact where it can be.
    """
    least = _least(rule, rule.number if rule.first is None else rule.first)
    most = _most(rule)
    if rule.back:
        least, most = -most, -least
        if rule.unit == "working days" and rule.number:
            # Counted back from a closed day, the first day back is itself among the days "up to and including" it.
            least, most = most + rule.with_the_day, most + 1
    may_be_closed = rule.unit != "working days" or rule.number == 0
    return least, most + rule.deemed + (may_be_closed and rule.closed_day == "following")


def _least(rule: Rule, number: int) -> int:
    if rule.unit != "working days" or number == 0:
        return 0
    # The start itself is day one only where it is a working day.
    return number + rule.clear - (rule.with_the_day and not rule.back)


def _most(rule: Rule) -> int:
    return rule.number * LONGEST_UNIT[rule.unit] + (rule.clear if rule.number else 0)
