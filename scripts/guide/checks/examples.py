"""Worked examples: the dates an author expects are the dates the guide gives."""

from __future__ import annotations

from collections.abc import Iterator

from guide import days
from guide.days import DayError
from guide.model import Example
from guide.problems import Problem
from guide.reading import Guide
from guide.rules import plan_of
from guide.timeline import schedule


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
        found = {step.step.id: step.due for step in schedule(plan, guide.calendars[plan.calendar], anchors).steps}
    except DayError as error:
        place = next((day.place for day in example.on.values()), example.id.place)
        yield Problem(place, "example", f"this example cannot be counted: {error}", "choose other dates")
        return
    for step, expected in example.expect.items():
        due = found.get(step)
        if due is None:
            message = f"'{step}' has no date in this example"
            yield Problem(
                expected.place, "example", message, "give the date its rule counts from, or expect another step"
            )
        elif days.text(due) != expected:
            message = f"'{step}' is expected on {expected}, and the rules give {days.text(due)}"
            yield Problem(
                expected.place, "example", message, "one of the two is wrong: count by hand before changing either"
            )
