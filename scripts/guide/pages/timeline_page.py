"""What the timeline page needs: journeys with their questions, the rules as JSON, and the tables to work by hand.

Pure: no clock and no files. The words and the markup are in `templates/timeline.md.jinja`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from markupsafe import Markup

from guide.calendars import BY_THE_READER, Calendar, days
from guide.dates import Plan, compiled_calendar, compiled_plan, plan_of
from guide.exports import TELLING
from guide.model import NOT_STATED, Anchor, Guide, Journey, Procedure
from guide.wording import NO_LIMIT, NOBODY, names_of, timing_of

YEARS_BY_HAND = 3
"""How many years of bank holidays stand on the page for those who count by hand."""

USUAL_ORDER = (("authority-aware", "notification-received"), ("review-decided", "publication"))
"""Anchors of which the first usually comes before the second: the page warns, and still shows every date."""


def timeline_page(guide: Guide) -> dict[str, Any]:
    """The template's `page`: plain values, days as whole numbers since 1970-01-01."""
    plans = _plans(guide)
    calendar = guide.calendars[next(iter(plans.values())).calendar]
    return {
        "version": str(guide.partnership.version),
        "notices": [str(notice) for notice in guide.partnership.notices],
        "journeys": [_journey(guide, name, journey) for name, journey in guide.partnership.journeys.items()],
        "data": {
            "version": str(guide.partnership.version),
            "journeys": {name: _rules_of(guide, name, plans) for name in guide.partnership.journeys},
            "plans": {name: compiled_plan(plan) for name, plan in plans.items()},
            "names": _names(guide, plans.values()),
            "usual_order": [list(pair) for pair in USUAL_ORDER if set(pair) <= set(guide.partnership.anchors)],
            "in_force_from": days.parse(guide.partnership.in_force_from),
            "telling": TELLING.pattern,
            "added_by_the_reader": BY_THE_READER,
        },
        "calendars": {plan.calendar: compiled_calendar(guide.calendars[plan.calendar]) for plan in plans.values()},
        "calendar": calendar,
        "json": script_json,
        "clocks": list(_clocks(guide)),
        "by_hand": [_by_hand(guide, procedure) for procedure in _planned_procedures(guide)],
        "bank_holidays": _bank_holidays(calendar, int(guide.partnership.in_force_from[:4])),
    }


def script_json(value: object) -> Markup:
    """JSON for a `<script type="application/json">`: nothing in it can end the script or begin a comment."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))


def subject_of(anchor: Anchor) -> str:
    """The date as a message begins with it: "The date the notification was received"."""
    said = str(anchor.missing).removeprefix("Enter ")
    return said[:1].upper() + said[1:]


def _plans(guide: Guide) -> dict[str, Plan]:
    """One plan for each set of procedures, by the name of the first journey that has it."""
    found: dict[tuple[str, ...], str] = {}
    for name, journey in guide.partnership.journeys.items():
        found.setdefault(tuple(journey.procedures), name)
    return {name: plan_of(guide, name) for name in found.values()}


def _planned_procedures(guide: Guide) -> Iterator[Procedure]:
    wanted = {str(name) for journey in guide.partnership.journeys.values() for name in journey.procedures}
    return (procedure for procedure in guide.procedures if procedure.id in wanted)


def _journey(guide: Guide, name: str, journey: Journey) -> dict[str, Any]:
    anchors = guide.partnership.anchors
    asked = [(str(anchor), anchors[anchor], True) for anchor in journey.asks]
    offered = [(str(anchor), anchors[anchor], False) for anchor in journey.may_ask]
    return {
        "id": str(name),
        "title": str(journey.title),
        "about": str(journey.about),
        "dates": [
            {
                "id": anchor,
                "asks": str(said.asks),
                "gives": str(said.gives or ""),
                "missing": str(said.missing),
                "subject": subject_of(said),
                "required": required,
            }
            for anchor, said, required in (*asked, *offered)
        ],
    }


def _rules_of(guide: Guide, name: str, plans: dict[str, Plan]) -> dict[str, Any]:
    """Which plan a journey evaluates with which dates; `only_dated` where it does nothing but count back."""
    journey = guide.journey[name]
    plan = next(plan for one, plan in plans.items() if guide.journey[one].procedures == journey.procedures)
    dates = {*map(str, journey.asks), *map(str, journey.may_ask)}
    counted = [step.rule for step in plan.steps if step.rule and step.rule.start in dates]
    return {
        "title": str(journey.title),
        "plan": plan.name,
        "asks": [str(anchor) for anchor in journey.asks],
        "may_ask": [str(anchor) for anchor in journey.may_ask],
        "only_dated": bool(counted) and all(rule.back for rule in counted),
    }


def _names(guide: Guide, plans: Iterable[Plan]) -> dict[str, Any]:
    """What the browser calls the things that a plan names by their ids."""
    steps = [step for plan in plans for step in plan.steps]
    actors = {actor for step in steps for actor in (*step.actors, *step.helpers)}
    cited = {one.cites for step in steps for one in step.alternatives if one.kind == "national"}
    asked = {question for step in steps for question in step.questions}
    asked |= {one.cites for step in steps for one in step.alternatives if one.kind == "reading"}
    return {
        "actors": {actor: NOBODY if actor == NOT_STATED else str(guide.actor[actor].name) for actor in sorted(actors)},
        "forms": {form: _form_names(guide, form) for form in sorted({form for step in steps for form in step.forms})},
        "references": {reference: str(guide.reference[reference].title) for reference in sorted(cited)},
        "questions": {question: guide.question[question].number for question in sorted(asked)},
        "procedures": {str(one.id): _procedure_names(guide, one) for one in _planned_procedures(guide)},
        "same_act": _same_acts(guide),
    }


def _form_names(guide: Guide, form: str) -> dict[str, Any]:
    named = guide.form[form]
    code = str(named.code) if named.code else None
    return {"label": code or str(named.title), "code": code, "title": str(named.title)}


def _procedure_names(guide: Guide, procedure: Procedure) -> dict[str, Any]:
    """`day_zero` is the anchor from which its working days have numbers, where they have any."""
    clock = procedure.clock
    rules = [step.rule for step in plan_of(guide, procedure.id).steps if step.rule]
    numbered = any(clock and rule.start == clock.from_ and rule.unit == "working days" for rule in rules)
    return {
        "title": str(procedure.title),
        "flowchart": procedure.flowchart,
        "day_zero": str(clock.from_) if clock and numbered else None,
        "deemed": bool(clock and clock.received_on_a_closed_day == "counts as received on the next working day"),
        "same_day": bool(clock and clock.working_day_one == "the same day"),
    }


def _same_acts(guide: Guide) -> dict[str, list[str]]:
    """Steps that the source states twice, each way round."""
    pairs = {
        pair
        for procedure in _planned_procedures(guide)
        for step in procedure.steps
        for other in step.same_act
        for pair in ((str(step.id), str(other)), (str(other), str(step.id)))
    }
    return {step: sorted(other for one, other in pairs if one == step) for step, _ in sorted(pairs)}


def _clocks(guide: Guide) -> Iterator[dict[str, str]]:
    """How the days of each procedure are counted, one line for those that count alike."""
    said: dict[tuple[str, str, str], list[str]] = {}
    for procedure in _planned_procedures(guide):
        if clock := procedure.clock:
            day_zero = str(guide.partnership.anchors[clock.from_].day_zero)
            key = (day_zero, clock.working_day_one, clock.received_on_a_closed_day)
            said.setdefault(key, []).append(str(procedure.title))
    for (day_zero, first, closed), titles in said.items():
        yield {"procedures": ", ".join(titles), "day_zero": day_zero, "first": first, "closed": closed}


def _by_hand(guide: Guide, procedure: Procedure) -> dict[str, Any]:
    rules = {step.id: step for step in plan_of(guide, procedure.id).steps}
    return {
        "id": str(procedure.id),
        "title": str(procedure.title),
        "day_zero": str(guide.partnership.anchors[procedure.clock.from_].day_zero) if procedure.clock else "",
        "rows": [
            {
                "id": str(step.id),
                "title": str(step.title),
                "who": ", ".join(names_of(guide, step.who)),
                "when": timing_of(step) or NO_LIMIT,
                "rule": rule.words if (rule := rules[step.id].rule) else "",
                "kind": rule.kind if rule else "none",
            }
            for step in procedure.steps
        ],
    }


def _bank_holidays(calendar: Calendar, first_year: int) -> list[dict[str, Any]]:
    """The closed weekdays of three years: what there is to skip beside weekends."""
    years = range(first_year, first_year + YEARS_BY_HAND)
    return [
        {
            "year": year,
            "days": [
                {"day": day, "reason": closed.reason, "projected": day > calendar.published_through}
                for day, closed in sorted(calendar.reasons.items())
                if days.to_ymd(day)[0] == year
            ],
        }
        for year in years
    ]
