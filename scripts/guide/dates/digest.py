"""What decides dates, as twelve digits: with the same digits, two guides give the same dates for the same days.

In the digest, for each procedure and each journey, by its name:

- the calendar that it counts with;
- each step that has a date, by its id, with its rule, its other readings and national rules, and its look-back;
- each act that has a date, by its id, with its steps and the rules that can govern it;
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
    return hashlib.sha256(_canonical(content).encode("utf-8")).hexdigest()[:DIGITS]


def _canonical(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _decisive(plan: Plan) -> Iterator[object]:
    yield plan.calendar
    yield dict(plan.done_by)
    for step in sorted(plan.steps, key=lambda one: one.id):
        others = [[one.kind, one.act, _rule(one.rule)] for one in step.alternatives]
        if step.rule or others or step.look_back:
            yield [step.id, _rule(step.rule), others, _rule(step.look_back)]
    for act in sorted(plan.acts, key=lambda one: one.id):
        if act.rules:
            rules = [[one.step, one.origin, _rule(one.rule)] for one in act.rules]
            yield [act.id, sorted(act.steps), sorted(rules, key=_canonical)]


def _rule(rule: Rule | None) -> object:
    if rule is None:
        return None
    decisive = (field for field in fields(rule) if field.name not in (*SAYS_ONLY, "of"))
    # What equals its default is left out, so that a program with one more convention gives the same digits.
    said = {one.name: value for one in decisive if (value := getattr(rule, one.name)) != one.default}
    return said | ({"of": [_rule(one) for one in rule.of]} if rule.of else {})
