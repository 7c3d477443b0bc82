"""Worked examples: the dates an author expects are the dates the guide gives."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from guide.calendars import DayError, days
from guide.checks.worked_out import worked_out
from guide.dates import AlternativeKind, ScheduledStep, plan_of
from guide.model import Example, Guide
from guide.problems import Problem
from guide.strict_yaml import Text

MOST_UNMET, FEW_OF_ONE = 5, 4
"""More dates than these, and so many in each example, have one cause: a clock, or a day that an example gives."""


def check_examples(guide: Guide) -> Iterator[Problem]:
    """Expectations that are not met; a procedure that a journey lacks is told once, and not for each of its steps."""
    lacking: dict[tuple[str, str], list[Text]] = {}
    unmet: list[Problem] = []
    for example in guide.examples:
        own = {procedure.id for procedure in guide.procedures_of(example.journey)}
        elsewhere = [step for step in _expected(example) if guide.home_of[step].id not in own]
        for step in elsewhere:
            lacking.setdefault((str(example.journey), str(guide.home_of[step].id)), []).append(step)
        yield from _not_asked(guide, example)
        unmet += _met(guide, example, {str(step) for step in elsewhere})
    yield from _summed_up(unmet)
    for (name, procedure), steps in lacking.items():
        yield _lacking(guide, name, procedure, steps)


def _summed_up(unmet: list[Problem]) -> list[Problem]:
    """What is not met; where many dates of each example are others, that is one mistake, and told once."""
    files = {problem.place.path for problem in unmet}
    if len(unmet) <= MOST_UNMET or len(unmet) < FEW_OF_ONE * len(files):
        return unmet
    first = min(unmet)
    where = "this example" if len(files) == 1 else f"{len(files)} examples"
    message = f"{len(unmet)} dates in {where} are not what the rules give; the first: {first.message}"
    hint = f"look at on: of the example and at the clock of the procedure first; then {first.hint}"
    return [Problem(first.place, "example", message, hint)]


def _not_asked(guide: Guide, example: Example) -> Iterator[Problem]:
    """Dates that nobody who plans the journey of an example is asked for, and asked dates that it does not give."""
    journey = guide.journey.get(example.journey)
    if journey is None or not (journey.asks or journey.may_ask):  # that it asks nothing is told by check_journeys
        return
    asked = [str(anchor) for anchor in (*journey.asks, *journey.may_ask)]
    for anchor, day in example.on.items():
        if anchor not in asked:
            message = f"this example gives '{anchor}', and its journey '{example.journey}' never asks for that date"
            yield Problem(
                day.place, "not-asked", message, f"add {anchor} to may_ask: of the journey, or leave it out here"
            )
    for anchor in journey.asks:
        if anchor not in example.on:
            message = f"the journey '{example.journey}' asks for '{anchor}', and this example does not give it"
            yield Problem(example.journey.place, "not-asked", message, f"add {anchor}: and a day to on:")


def _expected(example: Example) -> set[Text]:
    return {step for one in _dates_of(example) for step in one}


def _dates_of(example: Example) -> tuple[Mapping[Text, Text], ...]:
    return (
        example.expect, example.expect_national, example.expect_governs, example.expect_other_reading,
        example.expect_look_back,
    )  # fmt: skip


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
        plan_of(guide, example.journey)
    except ValueError:
        return  # rules that cannot be put in order or counted are told where they stand
    try:
        scheduled = worked_out(guide, example.journey, example.on)
    except DayError as error:
        place = next((day.place for day in example.on.values()), example.id.place)
        yield Problem(place, "example", f"this example cannot be counted: {error}", "choose other dates")
        return
    found = scheduled.steps
    expected = [{step: day for step, day in one.items() if step not in elsewhere} for one in (*_dates_of(example),)]
    yield from _compared("", expected[0], {step.step.id: {step.due} for step in found})
    national = {step.step.id: _others(step, "national") for step in found}
    yield from _compared("the national limit of ", expected[1], national)
    governs = {step.step.id: {step.act.due} for step in found}
    yield from _compared("the governing date of ", expected[2], governs)
    readings = {step.step.id: _others(step, "reading") for step in found}
    yield from _compared("the other reading of ", expected[3], readings)
    back = {step.step.id: {step.look_back.due} for step in found if step.look_back}
    yield from _compared("the beginning of the look-back of ", expected[4], back)
    if not elsewhere:  # a procedure that the journey lacks takes what its dates show with it
        yield from _done(example, {step.step.id: step.done for step in found if step.done is not None})
        yield from _warned(example, scheduled.warned)


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


def _done(example: Example, found: Mapping[str, int]) -> Iterator[Problem]:
    """Steps that the dates given should show as done, and do not, or not on that day; and others that they show."""
    for step, day in example.expect_done.items():
        really = f"on {days.text(found[step])}" if step in found else "by none of its dates"
        if step not in found or days.text(found[step]) != day:
            message = f"'{step}' is expected to be done on {day} in this example, and is done {really}"
            yield Problem(day.place, "example", message, "correct the day, or done_by: of an anchor in partnership.yml")
    for other in sorted({*found} - {*example.expect_done}) if example.expect_done else ():
        message = f"'{other}' is done in this example, and expect_done: does not say so"
        place = next(iter(example.expect_done.values())).place
        hint = f"add {other}: {days.text(found[other])}, or correct done_by: of an anchor in partnership.yml"
        yield Problem(place, "example", message, hint)


def _warned(example: Example, found: Collection[str]) -> Iterator[Problem]:
    """Dates that a reader should be asked to look at again, and is not; and others that the reader is asked about."""
    hint = "correct the dates, expect_warned:, or usually_after: and held_to: of the anchor in partnership.yml"
    for anchor in example.expect_warned:
        if anchor not in found:
            message = f"a reader is expected to be asked to check '{anchor}' in this example, and is not"
            yield Problem(anchor.place, "example", message, hint)
    for anchor, day in example.on.items():
        if anchor in found and anchor not in example.expect_warned:
            message = f"a reader with the dates of this example is asked to check '{anchor}'"
            yield Problem(
                day.place, "example", message, f"write expect_warned: [{anchor}] if that is meant; else {hint}"
            )
