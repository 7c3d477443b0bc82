"""The model to the small JSON that the browser evaluates: rules and calendars, nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from typing import Any

from guide.calendars import Calendar, days
from guide.dates.counting import projected_text
from guide.dates.plan import Plan, PlannedStep
from guide.model import Actors

Small = dict[str, Any]
"""A noun as the browser gets it: JSON values by name."""


def compiled_plan(plan: Plan) -> Small:
    """A plan as JSON values; whatever equals its default is left out, and the browser puts it back.

    An act of one step has only what the step does not say, and the order of evaluation is told by the places of the
    steps where it is not their own.
    """
    small = _small(plan)
    assert isinstance(small, dict)
    steps = {step["id"]: step for step in small["steps"]}
    places = {step: place for place, step in enumerate(steps)}
    order = [places[step] for step in plan.evaluation]
    told = {} if order == [*range(len(steps))] else {"evaluation": order}
    acts = {"acts": [_act_of(act, steps) for act in small["acts"]]} if "acts" in small else {}
    return {key: said for key, said in small.items() if key != "evaluation"} | acts | told


def _act_of(act: Small, steps: Mapping[str, Small]) -> Small:
    alone = {"steps": [act["id"]], "who": steps.get(act["id"], {}).get("actors")}
    return {key: said for key, said in act.items() if key not in alone or said != alone[key]}


def compiled_calendar(calendar: Calendar) -> Small:
    """A calendar as JSON values: days as whole numbers since 1970-01-01, reasons once each.

    `projected` is what is said beside a date beyond the published bank holidays: the browser has no words of its own.
    """
    reasons: dict[str, list[int]] = {}
    for day, closed in sorted(calendar.reasons.items()):
        reasons.setdefault(closed.reason, []).append(day)
    return {
        "id": calendar.id,
        "name": calendar.name,
        "first": calendar.first,
        "last": calendar.last,
        "published_through": calendar.published_through,
        "retrieved": calendar.retrieved,
        "retrieved_day": days.parse(calendar.retrieved),
        "hash": calendar.hash,
        "projected": projected_text(calendar),
        "closed": reasons,
    }


def _small(value: Any) -> Any:
    if isinstance(value, Actors):
        return list(map(str, value))
    if is_dataclass(value) and not isinstance(value, type):
        made = {
            item.name: _small(getattr(value, item.name))
            for item in fields(value)
            if item.default is MISSING or getattr(value, item.name) != item.default
        }
        return made | _parties(value) if isinstance(value, PlannedStep) else made
    if isinstance(value, dict):
        return {str(key): _small(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_small(item) for item in value]
    return value


def _parties(step: PlannedStep) -> dict[str, dict[str, list[str]]]:
    """Under `parties` the names of those who stand in each row of actors, where their ids alone do not say it."""
    rows = {"actors": step.actors, "helpers": step.helpers, "to": step.to}
    said = {name: [party.key for party in row.parties] for name, row in rows.items() if not row.is_plain}
    return {"parties": said} if said else {}
