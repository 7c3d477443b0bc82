"""A procedure or a journey to its plan: the steps with their rules, and the acts that they make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from typing import get_args

from guide.calendars import days
from guide.dates.acts import Act, ActRule
from guide.dates.order import in_order
from guide.dates.plan import AnchorName, Plan, PlannedStep
from guide.dates.rules import planned_step, rule_of, starts_of
from guide.model import NO_ACTORS, Actors, Anchor, Authority, Guide, Step, once_a_guide


class CircularSteps(ValueError):
    """Steps that count from one another in a ring; `ring` names them."""

    def __init__(self, ring: tuple[str, ...]) -> None:
        super().__init__(f"these steps count from one another in a ring: {' → '.join(ring)}")
        self.ring = ring


@once_a_guide
def plan_of(guide: Guide, name: str) -> Plan:
    """The plan of a procedure or a journey.

    Raises KeyError for an unknown name, `CircularSteps` for a ring, `NoSuchDay` for a day that cannot be, and
    ValueError where a clock is missing or two calendars would share one timeline.
    """
    procedures = guide.procedures_of(name)
    steps = tuple(one for step in guide.steps_in(name) for one in _planned(guide, step))
    ids = {step.id for step in steps}
    starts = {step.id: [start for start in starts_of(step) if start in ids] for step in steps}
    try:
        evaluation = tuple(TopologicalSorter(starts).static_order())
    except CycleError as error:
        raise CircularSteps(tuple(error.args[1])) from None
    acts = tuple(in_order(guide, procedures, tuple(_acts(guide, steps))))
    used = {start for step in steps for start in starts_of(step)}
    used |= {start for act in acts for one in act.rules for start in one.rule.starts}
    # The date of an anchor that is one of the steps is what others count from, by way of that step.
    offered = set(_asked(guide, name))
    used |= {str(one) for one, said in guide.partnership.anchors.items() if one in offered and said.done_by in ids}
    journey = guide.journey.get(name)
    calendars = list(dict.fromkeys(str(procedure.clock.calendar) for procedure in procedures if procedure.clock))
    if len(calendars) > 1:
        raise ValueError(f"'{name}' counts on one timeline with the bank holidays of {' and of '.join(calendars)}")
    anchors = {str(anchor): said for anchor, said in guide.partnership.anchors.items() if anchor in used}
    return Plan(
        name=str(name),
        title=str(journey.title if journey else procedures[0].title),
        calendar=calendars[0] if calendars else next(iter(guide.calendars)),
        anchors={
            anchor: AnchorName(str(said.asks), str(said.short), str(said.event), str(said.day_zero))
            for anchor, said in anchors.items()
        },
        steps=steps,
        evaluation=evaluation,
        acts=acts,
        asked={anchor: _unknown(anchors[anchor]) for anchor in _asked(guide, name) if anchor in used},
        done_by={anchor: str(said.done_by) for anchor, said in anchors.items() if said.done_by in ids},
        held_to={anchor: str(said.held_to) for anchor, said in anchors.items() if said.held_to in ids},
        usual_order=tuple(
            (str(said.usually_after), anchor) for anchor, said in anchors.items() if said.usually_after in anchors
        ),
        in_force_from=days.parse(guide.partnership.in_force_from),
    )


def _asked(guide: Guide, name: str) -> Iterator[str]:
    """The anchors whose dates a reader may give: of a journey its own, of a procedure all."""
    journey = guide.journey.get(name)
    yield from map(str, (*journey.asks, *journey.may_ask) if journey else guide.partnership.anchors)


def _unknown(said: Anchor) -> str:
    """What an open rule says of its day: what a reader can answer, or the event of the procedure that sets it."""
    return f"will be set when {said.event}." if said.done_by else f"unknown. {said.asks}"


def _planned(guide: Guide, step: Step) -> Iterator[PlannedStep]:
    """A step, and after it each national rule beside it that speaks to somebody else: that is an act of its own."""
    planned = planned_step(guide, str(step.id))
    yield planned
    for written, stated in zip(step.national, planned.nationals, strict=True):
        if stated.act:
            yield PlannedStep(
                id=stated.act,
                procedure=planned.procedure,
                number=planned.number,
                title=str(written.title or f"{planned.title} (national rule)"),
                does=str(written.says or f"{stated.rule.words}."),
                actors=written.who,
                helpers=NO_ACTORS,
                forms=(),
                questions=(),
                rule=stated.rule,
                untimed="",
                alongside=True,
                to=written.to,
                cites=stated.cites,
            )


def _acts(guide: Guide, steps: Sequence[PlannedStep]) -> Iterator[Act]:
    planned = {step.id for step in steps}
    # A step elsewhere lends its rule, unless that counts from a step which is not planned here either.
    starts = {*map(str, guide.partnership.anchors), *planned}
    seen: set[str] = set()
    for step in steps:
        if step.cites and step.rule:
            yield Act(step.id, (step.id,), step.actors, (ActRule(step.rule, step.id, "national"),))
            continue
        of_act = [one for name in members_of_acts(guide)[step.id] if isinstance(one := guide.entry[name], Step)]
        if of_act[0].id not in seen:
            seen.add(of_act[0].id)
            stated = (rule for one in of_act for rule in _act_rules(guide, one))
            rules = sorted(stated, key=lambda one: AUTHORITIES.index(one.rule.authority))
            yield Act(
                str(of_act[0].id),
                tuple(str(one.id) for one in of_act if one.id in planned),
                Actors.together(one.who for one in of_act),
                tuple(one for one in rules if set(one.rule.starts) <= starts),
                elsewhere=tuple(str(one.id) for one in of_act if one.id not in planned),
            )


def _act_rules(guide: Guide, step: Step) -> Iterator[ActRule]:
    """The rules that one step lends to its act."""
    planned = planned_step(guide, str(step.id))
    if planned.rule:
        yield ActRule(planned.rule, planned.id)
    yield from (ActRule(one.rule, planned.id, "national") for one in planned.nationals if not one.act)
    if step.equals:
        yield ActRule(rule_of(guide, guide.home_of[step.id].clock, step.equals), planned.id, "twice")
    if planned.rule and planned.rule.kind == "limit":
        yield from (ActRule(one.rule, planned.id, "reading") for one in planned.alternatives if one.kind == "reading")


AUTHORITIES = get_args(Authority)
"""From the highest down, as the model lists them."""


@once_a_guide
def members_of_acts(guide: Guide) -> Mapping[str, tuple[str, ...]]:
    """For each step, all steps of its act, itself among them, in the order of the flowcharts."""
    together: dict[str, set[str]] = {}
    places: dict[str, int] = {}
    for step in (step for procedure in guide.procedures for step in procedure.steps):
        places[str(step.id)] = len(places)
        joined = {str(step.id), *map(str, step.same_act)}
        for one in list(joined):
            joined |= together.get(one, set())
        together.update(dict.fromkeys(joined, joined))
    return {step: tuple(sorted(together[step], key=lambda one: places.get(one, -1))) for step in places}
