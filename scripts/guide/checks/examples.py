"""Worked examples: the dates an author expects are the dates the guide gives."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from guide.calendars import DayError, days
from guide.dates import AlternativeKind, ScheduledStep, plan_of, schedule
from guide.model import Example, Guide
from guide.problems import Problem
from guide.strict_yaml import Text


def check_examples(guide: Guide) -> Iterator[Problem]:
    """Expectations that are not met."""
    for example in guide.examples:
        yield from _met(guide, example)


def _met(guide: Guide, example: Example) -> Iterator[Problem]:
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
    yield from _compared("", example.expect, {step.step.id: {step.due} for step in found})
    national = {step.step.id: _others(step, "national") for step in found}
    yield from _compared("the national limit of ", example.expect_national, national)
    governs = {step.step.id: {step.act.due} for step in found}
    yield from _compared("the governing date of ", example.expect_governs, governs)
    readings = {step.step.id: _others(step, "reading") for step in found}
    yield from _compared("the other reading of ", example.expect_other_reading, readings)


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
