"""What decides dates, as twelve digits: with the same digits, two guides give the same dates for the same days.

In the digest, for each procedure and each journey, by its name:

- the calendar that it counts with;
- each step, in order, with its rule, its other readings and national rules, and its look-back;
- each act, in order, with its steps and the rules that can govern it;
- which anchor is a step done (`done_by`), for one date then fills the other.

A rule is all its conventions: limit or planned, start, unit, number, first day of a range, backwards, clear, whether
the day itself is day one, whether a closed day counts as the next working day, what happens to a date on a closed
day, and of a choice its parts. These hold what a clock says.

Left out is what moves no date: words, titles, actors, forms, who sets a rule, questions, and what only warns, such as
which anchor usually comes first. The closed days are left out too: each calendar has a digest of its own, which stands
beside every date, and a renewed list is no change that an author made to the rules.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import fields

from guide.dates.counting import Rule
from guide.dates.plan import Plan
from guide.dates.planning import plan_of
from guide.model import Guide, once_a_guide

DIGITS = 12
SAYS_ONLY = ("words", "part", "reading", "authority")
"""The fields of a rule that a reader sees and no date depends on."""


@once_a_guide
def rules_digest(guide: Guide) -> str:
    """The first twelve digits of a SHA-256 over what decides the dates of a guide. Needs rules that can be counted."""
    content = {name: list(_decisive(plan_of(guide, name))) for name in sorted({*guide.procedure, *guide.journey})}
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()[:DIGITS]


def _decisive(plan: Plan) -> Iterator[object]:
    yield plan.calendar
    yield dict(plan.done_by)
    for step in plan.steps:
        others = [[one.kind, one.act, _rule(one.rule)] for one in step.alternatives]
        yield [step.id, _rule(step.rule), others, _rule(step.look_back)]
    for act in plan.acts:
        yield [act.id, list(act.steps), [[one.step, one.origin, _rule(one.rule)] for one in act.rules]]


def _rule(rule: Rule | None) -> object:
    if rule is None:
        return None
    said = {field.name: getattr(rule, field.name) for field in fields(rule) if field.name not in SAYS_ONLY}
    return said | {"of": [_rule(one) for one in rule.of]}
