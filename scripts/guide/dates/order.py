"""Which acts come before which: what stands on every route to a step, what sets its date, and what it counts from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from guide.dates.acts import Act
from guide.dates.rules import planned_step
from guide.model import Guide, Procedure


def in_order(guide: Guide, procedures: Iterable[Procedure], acts: Sequence[Act]) -> Iterator[Act]:
    """The acts, each with those that come before it. Only acts that have a rule can be in each other's way."""
    act_of = {step: act.id for act in acts if act.rules for step in act.steps}
    before: dict[str, dict[str, None]] = {act.id: {} for act in acts}
    for earlier, later in (pair for procedure in procedures for pair in _pairs(guide, procedure)):
        one, other = act_of.get(earlier), act_of.get(later)
        if one and other and one != other:
            before[other][one] = None
    for act in acts:
        # Two flowcharts may have two acts in either order. Then neither comes first.
        yield replace(act, follows=tuple(one for one in before[act.id] if act.id not in before[one]))


def _pairs(guide: Guide, procedure: Procedure) -> Iterator[tuple[str, str]]:
    steps = {str(step.id): step for step in procedure.steps if not step.alongside}
    for entry, passed in passed_before(guide, procedure).items():
        if entry in steps:
            yield from ((one, entry) for one in steps if one in passed)
    for name, step in steps.items():
        yield from ((name, str(target)) for target in step.sets if target in steps)
        rule = planned_step(guide, name).rule
        if rule and not rule.back:
            yield from ((start, name) for start in rule.starts if start in steps)


def passed_before(guide: Guide, procedure: Procedure) -> Mapping[str, frozenset[str]]:
    """For each entry that a route leads to, the entries that every route passes before it."""
    routes = [one for one in guide.routes[procedure.id] if one.kind in ("next", "branch")]
    comes_from: dict[str, list[str]] = {}
    for route in routes:
        comes_from.setdefault(route.target, []).append(route.source)
    on_route = [str(entry.entry_id) for entry in procedure.entries if entry.on_route]
    begins = {name for name in on_route if name not in comes_from} | set(on_route[:1])
    passed: dict[str, frozenset[str]] = dict.fromkeys(begins, frozenset())
    changed = True
    while changed:
        changed = False
        for name in (one for one in on_route if one not in begins):
            ways = [passed[one] | {one} for one in comes_from[name] if one in passed]
            if ways and (found := frozenset.intersection(*ways)) != passed.get(name):
                passed[name] = found
                changed = True
    return passed
