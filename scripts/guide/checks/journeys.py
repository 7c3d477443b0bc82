"""Journeys: a date that their steps count from is asked for, and the steps that they name are theirs."""

from __future__ import annotations

from collections.abc import Iterator

from guide.dates import CircularSteps, PlannedStep, plan_of, planned_step, starts_of
from guide.model import Guide, Journey
from guide.problems import Problem


def check_journeys(guide: Guide) -> Iterator[Problem]:
    """A problem for each anchor that steps of a journey count from and no reader can give.

    Two journeys may share a procedure and ask for one date each, as one that works forwards and one that works back
    do: an anchor may be left to another journey through the same procedure, but a journey with dates asks for one.
    """
    for name, journey in guide.journey.items():
        yield from _elsewhere(guide, name)
        asked = {str(anchor) for anchor in (*journey.asks, *journey.may_ask)}
        for anchor, step in _counted_from(guide, name).items():
            if anchor in asked or (asked and _asked_elsewhere(guide, journey, step, anchor)):
                continue
            message = f"'{step.id}' counts from '{anchor}', and this journey never asks for that date"
            hint = f"add {anchor} to its asks: or may_ask:"
            yield Problem(journey.title.place, "not-asked", message, hint)
            break  # the next one often follows from the same missing line


def check_single_steps(guide: Guide) -> Iterator[Problem]:
    """A problem for each step of a journey of single steps that counts from one which the journey leaves out."""
    for name in (one for one in guide.journey if one not in guide.whole_journeys):
        chosen = guide.journey[name].steps
        for step in guide.steps_in(name):
            starts = starts_of(planned_step(guide, str(step.id)))
            for start in (one for one in starts if one in guide.entry and one not in chosen):
                message = f"'{step.id}' counts from '{start}', which this journey leaves out"
                yield Problem(chosen[0].place, "journey-step", message, f"add {start} to its steps:")


def _elsewhere(guide: Guide, name: str) -> Iterator[Problem]:
    """A problem for each step that a journey names and none of its procedures has."""
    journey = guide.journey[name]
    own = {step.id for procedure in guide.procedures_of(name) for step in procedure.steps}
    for named in (one for one in journey.steps if one in guide.entry and one not in own):
        message = f"the step '{named}' is in none of this journey's procedures"
        yield Problem(named.place, "journey-step", message, f"add {guide.home_of[named].id} to its procedures:")


def check_asked_in_vain(guide: Guide) -> Iterator[Problem]:
    """A problem for each date that a journey asks for and nothing in it counts from."""
    for name, journey in guide.journey.items():
        counted = plan_of(guide, name).anchors
        for anchor in (one for one in (*journey.asks, *journey.may_ask) if one not in counted):
            message = f"this journey asks for the date '{anchor}', and none of its steps counts from it"
            hint = "take it out of asks: and may_ask:, or say with done_by: which of the steps it is"
            yield Problem(anchor.place, "asked-in-vain", message, hint)


def _counted_from(guide: Guide, name: str) -> dict[str, PlannedStep]:
    """The anchors that the steps of a journey count from, each with the first step that does."""
    try:
        plan = plan_of(guide, name)
    except (CircularSteps, ValueError):
        return {}  # told by the checks of time
    found: dict[str, PlannedStep] = {}
    for step in plan.steps:
        for start in starts_of(step):
            if start in guide.partnership.anchors:
                found.setdefault(start, step)
    return found


def _asked_elsewhere(guide: Guide, here: Journey, step: PlannedStep, anchor: str) -> bool:
    others = (one for one in guide.journey.values() if one is not here and step.procedure in one.procedures)
    return any(anchor in (*one.asks, *one.may_ask) for one in others)
