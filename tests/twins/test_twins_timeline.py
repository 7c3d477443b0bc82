"""Python and the browser's engine work out the same random schedules, and must agree in every date and every word.

Set TWINS_SEED to the number a failure printed to ask those questions again. `make twins` asks many times as many.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest

from area_guides import NAMES, area
from committed_calendars import calendars
from guide.calendars.days import DayError
from guide.dates.acts import Act, ActRule, RuleOrigin, Standing, stands
from guide.dates.compiled import compiled_calendar, compiled_plan
from guide.dates.counting import Rule
from guide.dates.plan import Alternative, AnchorName, Plan, PlannedStep
from guide.dates.planning import AUTHORITIES, plan_of
from guide.dates.timeline import schedule
from guide.model.actors import NO_ACTORS, Actors
from guide.model.lengths import Unit
from guide.twins.node import ASSETS, run_module
from made_up_guides import made_up_guide

REAL, MADE_UP = 600, 1_600
TIME_ZONES = ("Europe/London", "America/Los_Angeles", "Pacific/Auckland", "Africa/Casablanca")
SEED = int(os.environ.get("TWINS_SEED") or random.SystemRandom().randrange(10**9))
MODULE = Path(__file__).parents[1] / "js" / "schedule-digests.mjs"
NATIONS = ("england-and-wales", "scotland")

Question = dict[str, Any]


@cache
def plans() -> dict[str, Plan]:
    real = {
        str(journey): plan_of(area(name), str(journey)) for name in NAMES for journey in area(name).partnership.journeys
    }
    chance = random.Random(SEED + 1)
    made_up = {f"made-up-{number}": made_up_plan(chance) for number in range(60)}
    guides = {f"made-up-guide-{number}": made_up_guide(chance) for number in range(20)}
    written = {f"{name}-{of}": plan_of(one, of) for name, one in guides.items() for of in ("both", "one")}
    return real | made_up | written


def made_up_plan(chance: random.Random) -> Plan:
    """Rules that no guide has yet: every unit, direction and convention, from anchors and from one another."""
    anchors = {
        name: AnchorName(f"When was {name}?", name, f"it was {name}", f"The {name} day") for name in ("ab", "ba")
    }
    starts, steps = list(anchors), []
    for number in range(chance.randint(1, 9)):
        step = made_up_step(chance, f"step-{number}", starts)
        steps.append(step)
        starts.append(step.id)
    evaluation = tuple(step.id for step in steps)
    chance.shuffle(steps)
    asked = {name: said.asks for name, said in anchors.items() if chance.random() < 0.7}
    done_by = {name: chance.choice(steps).id for name in anchors if chance.random() < 0.4}
    acts = made_up_acts(chance, steps, list(anchors))
    held_to = {name: chance.choice(steps).id for name in anchors if chance.random() < 0.4}
    usual_order = tuple(chance.sample([("ab", "ba"), ("ba", "ab")], chance.choice((0, 1))))
    return Plan(
        "made-up", "Made up", "england-and-wales", anchors, tuple(steps), evaluation, acts, asked, done_by,
        held_to, usual_order, chance.choice((0, 20_000)),
    )  # fmt: skip


def made_up_acts(chance: random.Random, steps: Sequence[PlannedStep], anchors: list[str]) -> tuple[Act, ...]:
    """Acts of one to three steps, some with the rule of a step that is not planned here."""
    waiting, acts = list(steps), []
    while waiting:
        members = [waiting.pop(0) for _ in range(min(len(waiting), chance.choice((1, 1, 1, 2, 3))))]
        rules = [rule for step in members for rule in made_up_act_rules(chance, step)]
        elsewhere = chance.random() < 0.2
        if elsewhere:
            rules.insert(0, ActRule(made_up_rule(chance, anchors), "elsewhere"))
        name = "elsewhere" if elsewhere else members[0].id
        follows = tuple(one.id for one in acts if chance.random() < 0.4)
        steps_of_act = tuple(step.id for step in members)
        others = ("elsewhere",) if elsewhere else ()
        acts.append(Act(name, steps_of_act, ("team", "lead")[: len(members)], tuple(rules), follows, others))
    return tuple(acts)


def made_up_act_rules(chance: random.Random, step: PlannedStep) -> Iterator[ActRule]:
    """The step's own, the nation's unless it speaks to somebody else, and the other readings of a limit."""
    if step.rule:
        yield ActRule(step.rule, step.id)
    for other in step.alternatives:
        if other.kind == "national" and chance.random() < 0.7:
            yield ActRule(other.rule, step.id, "national")
        if other.kind == "stated twice":
            yield ActRule(other.rule, step.id, "twice")
        if other.kind == "reading" and step.rule and step.rule.kind == "limit":
            yield ActRule(other.rule, step.id, "reading")


def made_up_step(chance: random.Random, name: str, starts: list[str]) -> PlannedStep:
    kinds = chance.sample(("reading", "national", "stated twice"), chance.choice((0, 0, 1, 2)))
    return PlannedStep(
        id=name, procedure=chance.choice(("one", "two")), number=7, title=f"Do “{name}”",
        does="Do it – all of it.",
        actors=Actors.row("team"), helpers=chance.choice((NO_ACTORS, Actors.row("lead"))),
        forms=("form-1",), questions=(),
        rule=made_up_rule(chance, starts) if chance.random() < 0.8 else None, untimed="not stated",
        alongside=chance.random() < 0.2,
        alternatives=tuple(Alternative(kind, made_up_rule(chance, starts), "Says.", "cites") for kind in kinds),  # type: ignore[arg-type]
        look_back=made_up_rule(chance, starts, back=True) if chance.random() < 0.2 else None,
    )  # fmt: skip


def made_up_rule(chance: random.Random, starts: list[str], back: bool | None = None) -> Rule:
    kind = chance.choice(("limit", "planned"))
    if chance.random() < 0.15:
        of = tuple(made_up_rule(chance, starts) for _ in range(chance.choice((2, 3))))
        return Rule(kind, "The better one", choose=chance.choice(("earlier", "later")), of=of)  # type: ignore[arg-type]
    number, unit = chance.choice((0, 1, 1, 2, 5, 9, 15)), chance.choice(get_args(Unit))
    both_ends = chance.choice(("", "", "", "clear", "with_the_day")) if number and unit != "months" else ""
    return Rule(
        kind, "Some time after", start=chance.choice(starts), unit=unit, number=number,  # type: ignore[arg-type]
        first=chance.choice((None, None, max(1, number - 2))) if number else None,
        back=chance.random() < 0.3 if back is None else back,
        clear=both_ends == "clear", with_the_day=both_ends == "with_the_day", deemed=chance.random() < 0.2,
        closed_day=chance.choice(("stays", "stays", "preceding", "following")),
        authority=chance.choice(AUTHORITIES), part=chance.choice(("", "afternoon")),
    )  # fmt: skip


def some_question(chance: random.Random, name: str) -> Question:
    """Anchors close to one another, some at the calendar's ends, some missing; some acts done early or late."""
    calendar = calendars()[nation := chance.choice(NATIONS)]
    plan = plans()[name]
    edge = chance.choice((calendar.first, calendar.last)) if chance.random() < 0.08 else None
    middle = chance.randint(calendar.first, calendar.last) if edge is None else edge
    share = chance.choice((0.4, 0.9, 0.9))
    near = {anchor: middle + chance.randint(-30, 30) for anchor in plan.anchors if chance.random() < share}
    anchors = {anchor: min(max(day, calendar.first), calendar.last) for anchor, day in near.items()}
    done: dict[str, int] = {}
    for act in plan.acts:
        day = min(max(middle + chance.randint(-10, 60), calendar.first), calendar.last)
        given = [step for step in act.steps if chance.random() < 0.15]
        done.update((step, day + (chance.random() < 0.02 and day < calendar.last)) for step in given)
        happened = [anchor for anchor, step in plan.done_by.items() if given and step in act.steps]
        anchors.update((anchor, day) for anchor in happened if anchor in anchors and chance.random() < 0.95)
    today = middle + (chance.randint(-40, 90) if edge is None else chance.randint(-1, 1))
    as_of = chance.choice((None, today))
    return {"plan": name, "calendar": nation, "anchors": anchors, "done": done, "today": today, "as_of": as_of}


@cache
def questions() -> list[Question]:
    chance = random.Random(SEED)
    real = [name for name in plans() if not name.startswith("made-up")]
    made_up = [name for name in plans() if name.startswith("made-up")]
    names = [chance.choice(real) for _ in range(REAL)] + [chance.choice(made_up) for _ in range(MADE_UP)]
    return [some_question(chance, name) for name in names]


def python_answer(question: Question) -> Any:
    try:
        known = calendars()[question["calendar"]]
        given = (question[name] for name in ("anchors", "done", "as_of"))
        found = schedule(plans()[question["plan"]], known, *given)
    except DayError as error:
        return {"error": error.code, "message": str(error)}
    steps = [
        step.as_json()
        | {
            "stands": list(stands(step.act, question["today"], known)),
            "act_opens": step.act.opens,
            "act_limit": step.act.limit,
            "act_done": step.act.done,
        }
        for step in found.steps
    ]
    return {"steps": steps, "moved": [one.as_json() for one in found.moved], "warnings": list(found.warnings)}


def digest(answer: Any) -> str:
    text = json.dumps(answer, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


@cache
def python_digests() -> list[str]:
    return [digest(python_answer(question)) for question in questions()]


def ask_javascript(asked: Sequence[Question], zone: str, *, whole: bool = False) -> list[Any]:
    request = {
        "folder": str(ASSETS),
        "plans": {name: compiled_plan(plan) for name, plan in plans().items()},
        "calendars": {name: compiled_calendar(calendars()[name]) for name in NATIONS},
        "questions": list(asked),
        "whole": whole,
    }
    answers: list[Any] = run_module(MODULE, request, environment={"TZ": zone})
    return answers


@cache
def javascript_digests() -> dict[str, list[str]]:
    with ThreadPoolExecutor(max_workers=2) as pool:
        return dict(zip(TIME_ZONES, pool.map(lambda zone: ask_javascript(questions(), zone), TIME_ZONES), strict=True))


def first_difference(found: Sequence[str], zone: str) -> str | None:
    for question, ours, theirs in zip(questions(), python_digests(), found, strict=True):
        if ours != theirs:
            answer = ask_javascript([question], zone, whole=True)[0]
            return f"TWINS_SEED={SEED}: {question}\nPython:     {python_answer(question)}\nJavaScript: {answer}"
    return None


@pytest.mark.parametrize("zone", TIME_ZONES)
def test_two_thousand_random_schedules_are_the_same_in_both_languages_in_every_time_zone(zone: str) -> None:
    assert first_difference(javascript_digests()[zone], zone) is None


def test_the_random_schedules_are_mostly_real_answers_with_done_steps_and_alternatives() -> None:
    answers = [python_answer(question) for question in questions()[: REAL + MADE_UP : 5]]
    dated = [step for answer in answers for step in answer.get("steps", ()) if step["due"]]
    assert len(dated) > 1_000, f"TWINS_SEED={SEED}"
    assert {step["kind"] for step in dated} == {"limit", "planned"}
    assert any(step["done"] for step in dated)
    assert any(date["earlier"] for step in dated for date in step["alternatives"])
    refused = {answer["error"] for answer in answers if "error" in answer}
    assert "outside-calendar" in refused, "no schedule reached the end of a calendar"
    assert "two-dates" in refused, "no act was given two dates"


def test_the_random_acts_have_everything_that_an_act_may_have() -> None:
    answers = [python_answer(question) for question in questions()[REAL : REAL + MADE_UP : 3]]
    steps = [step for answer in answers for step in answer.get("steps", ())]
    assert {step["stands"][0] for step in steps} == set(get_args(Standing)), f"TWINS_SEED={SEED}"
    assert any(step["act"] == "elsewhere" for step in steps)
    governing = [step["governs"] for step in steps if step["governs"]]
    assert any(len(governs["set_by"]) > 1 for governs in governing)
    assert {one["authority"] for governs in governing for one in governs["set_by"]} == set(AUTHORITIES)
    assert {one["kind"] for step in steps for one in step["standing"]} == {"limit", "planned"}
    assert any(step["open"] for step in steps)
    rules = [rule for plan in plans().values() for act in plan.acts for rule in act.rules]
    assert {rule.origin for rule in rules} == set(get_args(RuleOrigin))
    assert any(len(act.steps) > 2 for plan in plans().values() for act in plan.acts)
    assert any(plan.done_by for plan in plans().values())


def test_the_random_guides_have_everything_that_an_author_may_write() -> None:
    written = {name: plan for name, plan in plans().items() if name.startswith("made-up-guide")}
    asked = [question for question in questions() if question["plan"] in written]
    answers = [python_answer(question) for question in asked]
    steps = [step for answer in answers for step in answer.get("steps", ())]
    assert any(step["conflicts"] for step in steps)
    assert any(step["bound"] for step in steps)
    assert any(answer.get("moved") for answer in answers)
    assert {words.split(" ")[-2:][0] for answer in answers for words in answer.get("warnings", ())} >= {"both", "have"}
    assert len({question["plan"] for question in asked}) > 30, f"TWINS_SEED={SEED}"
    assert any(len(plan.anchors) > 2 for plan in written.values())
    assert any(plan.done_by for plan in written.values())
    rules = [rule.rule for plan in written.values() for act in plan.acts for rule in act.rules]
    assert any(rule.start.startswith("step-") for rule in rules), "no step counts from another"
    assert any(one.kind == "national" for plan in written.values() for step in plan.steps for one in step.alternatives)
    assert any(step["act_opens"] for step in steps)
    assert any(step["act_done"] is not None and step["act_limit"] is not None for step in steps)
    assert any(step["act"] != step["id"] for step in steps)


def test_a_difference_would_be_noticed_and_would_name_the_seed() -> None:
    wrong = [*python_digests()[:3], digest("something else"), *python_digests()[4:]]
    assert (first_difference(wrong, "Europe/London") or "").startswith(f"TWINS_SEED={SEED}: {{'plan'")
