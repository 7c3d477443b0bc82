"""Worked examples: the dates an author expects are the dates the guide gives."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from guide.calendars import DayError, days
from guide.dates import AlternativeKind, ScheduledStep, plan_of, schedule
from guide.model import Example, Guide
from guide.problems import Problem
from guide.strict_yaml import Text


def check_examples(guide: Guide) -> Iterator[Problem]:
    """Expectations that are not met; a procedure that a journey lacks is told once, and not for each of its steps."""
    lacking: dict[tuple[str, str], list[Text]] = {}
    for example in guide.examples:
        own = {procedure.id for procedure in guide.procedures_of(example.journey)}
        elsewhere = [step for step in _expected(example) if guide.home_of[step].id not in own]
        for step in elsewhere:
            lacking.setdefault((str(example.journey), str(guide.home_of[step].id)), []).append(step)
        yield from _met(guide, example, {str(step) for step in elsewhere})
    for (name, procedure), steps in lacking.items():
        yield _lacking(guide, name, procedure, steps)


def _expected(example: Example) -> set[Text]:
    return {*example.expect, *example.expect_national, *example.expect_governs, *example.expect_other_reading}


def _lacking(guide: Guide, name: str, procedure: str, steps: list[Text]) -> Problem:
    first = min(steps, key=lambda step: step.place)
    files = len({step.place.path for step in steps})
    examples = "one example expects" if files == 1 else f"{files} examples expect"
    message = f"{examples} steps of '{procedure}', such as '{first}', which is not in '{name}'"
    where = guide.home_of[first].id.place.path
    hint = f"'{first}' stands in {where}: add '{procedure}' to the procedures of '{name}', or expect other steps"
    journey = guide.journey.get(name)
    return Problem(journey.procedures[0].place if journey else first.place, "example", message, hint)


def _met(guide: Guide, example: Example, elsewhere: Collection[str]) -> Iterator[Problem]:
    try:
        plan = plan_of(guide, example.journey)
    except ValueError:
        return  # rules that cannot be put in order or counted are told where they stand
    anchors = {str(anchor): days.parse(day) for anchor, day in example.on.items()}
    try:
        found = schedule(plan, guide.calendars[plan.calendar], anchors).steps
    except DayError as error:
        place = next((day.place for day in example.on.values()), example.id.place)
        yield Problem(place, "example", f"this example cannot be counted: {error}", "choose other dates")
        return
    expected = [
        {step: day for step, day in one.items() if step not in elsewhere}
        for one in (example.expect, example.expect_national, example.expect_governs, example.expect_other_reading)
    ]
    yield from _compared("", expected[0], {step.step.id: {step.due} for step in found})
    national = {step.step.id: _others(step, "national") for step in found}
    yield from _compared("the national limit of ", expected[1], national)
    governs = {step.step.id: {step.act.due} for step in found}
    yield from _compared("the governing date of ", expected[2], governs)
    readings = {step.step.id: _others(step, "reading") for step in found}
    yield from _compared("the other reading of ", expected[3], readings)


def _others(step: ScheduledStep, kind: AlternativeKind) -> set[int | None]:
    return {date.counted.due for date in step.alternatives if date.alternative.kind == kind and date.counted}


def _compared(
    what: str, expected: Mapping[Text, Text], found: Mapping[str, Collection[int | None]]
) -> Iterator[Problem]:
    for step, day in expected.items():
        dates = sorted(days.text(date) for date in found.get(step, ()) if date is not None)
        if not dates:
            message = f"{what}'{step}' has no date in this example"
            yield Problem(day.place, "example", message, "give the date its rule counts from, or expect another step")
        elif day not in dates:
            message = f"{what}'{step}' is expected on {day}, and the rules give {' and '.join(dates)}"
            yield Problem(
                day.place, "example", message, "one of the two is wrong: count by hand before changing either"
            )
