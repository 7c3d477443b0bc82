"""Journeys: a date that their steps count from is asked for."""

from __future__ import annotations

from collections.abc import Iterator

from guide.dates import CircularSteps, PlannedStep, plan_of
from guide.model import Guide, Journey
from guide.problems import Problem


def check_journeys(guide: Guide) -> Iterator[Problem]:
    """A problem for each anchor that steps of a journey count from and no reader can give.

    Two journeys may share a procedure and ask for one date each, as one that works forwards and one that works back
    do: an anchor may be left to another journey through the same procedure, but a journey with dates asks for one.
    """
    for name, journey in guide.journey.items():
        asked = {str(anchor) for anchor in (*journey.asks, *journey.may_ask)}
        for anchor, step in _counted_from(guide, name).items():
            if anchor in asked or (asked and _asked_elsewhere(guide, journey, step, anchor)):
                continue
            message = f"'{step.id}' counts from '{anchor}', and this journey never asks for that date"
            hint = f"add {anchor} to its asks: or may_ask:"
            yield Problem(journey.title.place, "not-asked", message, hint)
            break  # the next one often follows from the same missing line


def _counted_from(guide: Guide, name: str) -> dict[str, PlannedStep]:
    """The anchors that the steps of a journey count from, each with the first step that does."""
    try:
        plan = plan_of(guide, name)
    except (CircularSteps, ValueError):
        return {}  # told by the checks of time
    found: dict[str, PlannedStep] = {}
    for step in plan.steps:
        for start in _starts(step):
            if start in guide.partnership.anchors:
                found.setdefault(start, step)
    return found


def _starts(step: PlannedStep) -> Iterator[str]:
    for rule in (step.rule, *(one.rule for one in step.alternatives), step.look_back):
        if rule:
            yield from rule.starts


def _asked_elsewhere(guide: Guide, here: Journey, step: PlannedStep, anchor: str) -> bool:
    others = (one for one in guide.journey.values() if one is not here and step.procedure in one.procedures)
    return any(anchor in (*one.asks, *one.may_ask) for one in others)
