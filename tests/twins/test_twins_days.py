"""The Python and the browser kernel are asked the same random questions, and must agree to the letter.

Set TWINS_SEED to the number a failure printed to ask those questions again.
"""

import os
import random
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any

import pytest

from committed_calendars import calendars
from examples import examples
from guide.calendars import days
from guide.calendars.days import WorkingDays
from guide.twins import operations, verify
from guide.twins.operations import Ask, Reply

QUESTIONS = examples(100_000)
TIME_ZONES = ("Europe/London", "America/Los_Angeles", "Pacific/Auckland", "Africa/Casablanca")
SEED = int(os.environ.get("TWINS_SEED") or random.SystemRandom().randrange(10**9))

Asked = tuple[list[Ask], dict[str, WorkingDays]]


def some_calendars(chance: random.Random) -> dict[str, WorkingDays]:
    known = {name: calendar.days for name, calendar in calendars().items()}
    for number in range(12):
        first = chance.randint(-40_000, 60_000)
        last = first + chance.choice((0, 3, 30, 400, 3000))
        closed = chance.sample(range(first, last + 1), chance.randint(0, (last - first + 1) // 3))
        known[f"made-up-{number}"] = WorkingDays(first, last, closed)
    return known


def some_date(chance: random.Random, known: WorkingDays) -> str:
    kind = chance.random()
    if kind < 0.86:
        return days.text(chance.randint(known.first - 3, known.last + 3))
    if kind < 0.92:
        return days.text(chance.randint(days.FIRST_DAY, days.LAST_DAY))
    if kind < 0.96:
        return f"{chance.randint(0, 2200):04}-{chance.randint(0, 13):02}-{chance.randint(0, 32):02}"
    written = list(days.text(chance.randint(-30_000, 60_000)))
    written[chance.randrange(10)] = chance.choice("0٢ -/T\n９💜\ud800é")
    return "".join(written)


def some_count(chance: random.Random) -> int:
    kind = chance.random()
    if kind < 0.9:
        return chance.randint(1, 40)
    return chance.choice((0, -1, -20, chance.randint(-3000, 3000), 10**6, -(10**12), 2**53 - 1, 2**53, -(2**60)))


def some_argument(kind: str, chance: random.Random, known: WorkingDays) -> Any:
    if kind == "whole number":
        return some_count(chance)
    if kind == "day or working_day":
        return chance.choice(("day", "working_day"))
    return some_date(chance, known)


@cache
def asked() -> Asked:
    chance = random.Random(SEED)
    known = some_calendars(chance)
    names, operation_names = list(known), list(operations.OPERATIONS)
    questions: list[Ask] = []
    for _ in range(QUESTIONS):
        operation, name = chance.choice(operation_names), chance.choice(names)
        takes = operations.OPERATIONS[operation].takes
        questions.append((operation, name, [some_argument(kind, chance, known[name]) for kind in takes]))
    return questions, known


@cache
def python_answers() -> list[Reply]:
    return verify.ask_python(*asked())


@cache
def javascript_answers() -> dict[str, list[Reply]]:
    questions, known = asked()
    with ThreadPoolExecutor(max_workers=len(TIME_ZONES)) as pool:
        found = pool.map(lambda zone: verify.ask_javascript(questions, known, zone), TIME_ZONES)
        return dict(zip(TIME_ZONES, found, strict=True))


def first_difference(found: Sequence[Reply]) -> str | None:
    for question, ours, theirs in zip(asked()[0], python_answers(), found, strict=True):
        if (ours, type(ours.value)) != (theirs, type(theirs.value)):
            return f"TWINS_SEED={SEED}: {question} is {ours} in Python and {theirs} in JavaScript"
    return None


@pytest.mark.parametrize("zone", TIME_ZONES)
def test_a_hundred_thousand_random_questions_have_the_same_answers_in_every_time_zone(zone: str) -> None:
    assert first_difference(javascript_answers()[zone]) is None


def test_the_random_questions_reach_every_operation_every_refusal_and_mostly_real_answers() -> None:
    found = python_answers()
    answered = {question[0] for question, answer in zip(asked()[0], found, strict=True) if answer.error is None}
    assert answered == set(operations.OPERATIONS), f"TWINS_SEED={SEED}"
    assert {answer.error for answer in found} == {None, "invalid-date", "invalid-count", "outside-calendar"}
    assert sum(answer.error is None for answer in found) > QUESTIONS / 2, f"TWINS_SEED={SEED}"


def test_a_difference_would_be_noticed_and_would_name_the_seed() -> None:
    for kind, wrong in ((str, "2026-01-01x"), (bool, 1), (int, 10**6)):
        found = list(python_answers())
        position = next(
            at for at, answer in enumerate(found) if type(answer.value) is kind and answer.value is not False
        )
        found[position] = Reply(value=wrong)
        question = asked()[0][position]
        assert (first_difference(found) or "").startswith(f"TWINS_SEED={SEED}: {question} is ")
