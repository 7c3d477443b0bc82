"""Time: every deadline can be counted, and in one way only."""

from __future__ import annotations

from collections.abc import Iterator

from guide.dates import CircularSteps, NoSuchDay, offset_of, plan_of, planned_step
from guide.model import Guide, NoLaterThan, Procedure, Step
from guide.problems import Problem


def check_timing(guide: Guide) -> Iterator[Problem]:
    """Deadlines that cannot be counted, or can be counted in two ways."""
    for procedure in guide.procedures:
        yield from _clock_is_there(procedure)
        for step in procedure.steps:
            yield from _one_reading(step)
            yield from _day_that_cannot_be(guide, step)
            yield from _stated_twice_equal(guide, procedure, step)
    yield from _rings(guide)
    yield from _one_calendar(guide)


def _rings(guide: Guide) -> Iterator[Problem]:
    """Steps that count from one another, in a procedure or across those of a journey; each ring once."""
    seen: set[frozenset[str]] = set()
    for name in (*guide.procedure, *guide.journey):
        try:
            plan_of(guide, name)
        except CircularSteps as error:
            if frozenset(error.ring) not in seen:
                seen.add(frozenset(error.ring))
                place = guide.entry[error.ring[0]].entry_id.place
                yield Problem(place, "ring", str(error), "let one of them count from an anchor")
        except ValueError:
            continue  # a missing clock is told at the step that needs it


def _one_calendar(guide: Guide) -> Iterator[Problem]:
    for journey in guide.partnership.journeys.values():
        clocks = [guide.procedure[name].clock for name in journey.procedures]
        calendars = list(dict.fromkeys(str(clock.calendar) for clock in clocks if clock))
        if len(calendars) > 1:
            message = f"the procedures of this journey count with different calendars: {', '.join(calendars)}"
            hint = "let them use one calendar, or make a journey of each"
            yield Problem(journey.procedures[0].place, "two-calendars", message, hint)


def _day_that_cannot_be(guide: Guide, step: Step) -> Iterator[Problem]:
    try:
        planned_step(guide, str(step.id))
    except NoSuchDay as error:
        yield Problem(error.place, "no-such-day", str(error), error.hint)
    except ValueError:
        return  # a missing clock is told at the step that needs it


def _clock_is_there(procedure: Procedure) -> Iterator[Problem]:
    """A problem for a procedure without a clock, at the first step that needs one."""
    needing = [] if procedure.clock else [step for step in procedure.steps if step.deadline]
    if needing:
        more = f" and {len(needing) - 1} more have deadlines" if len(needing) > 1 else " has a deadline"
        message = f"'{needing[0].id}'{more}, and this procedure has no clock"
        hint = "add clock: with from, calendar, working_day_one and the reading it rests on"
        yield Problem(needing[0].id.place, "no-clock", message, hint)


def _one_reading(step: Step) -> Iterator[Problem]:
    if isinstance(step.due, NoLaterThan) and (step.due.clear is None or not step.due.reading):
        message = "'no later than so long before' can be read with or without clear days"
        hint = "write clear: true or false, and reading: with the question that asks about it"
        yield Problem(step.due.before.place, "two-readings", message, hint)
    if step.look_back and not step.look_back.reading:
        message = "a look-back needs to say which day it reaches back from, and why that day"
        yield Problem(step.look_back.before.place, "two-readings", message, "add reading: with the question")


def _stated_twice_equal(guide: Guide, procedure: Procedure, step: Step) -> Iterator[Problem]:
    if step.equals is None or procedure.clock is None:
        return
    first, second = offset_of(guide, procedure, step.due), offset_of(guide, procedure, step.equals)
    if first is None or second is None:
        message = f"the two statements of the date of '{step.id}' cannot be compared"
        yield Problem(step.id.place, "equals", message, "state both in working days from one anchor")
    elif first.with_the_day != second.with_the_day:
        message = f"of the two dates of '{step.id}', one counts the first day as day 1 and one does not"
        yield Problem(step.id.place, "equals", message, "state both with the same day 1")
    elif first != second:
        message = (
            f"'{step.id}' falls on working day {first.number} by its rule and on working day {second.number} by equals:"
        )
        yield Problem(step.id.place, "equals", message, "correct one, or list the contradiction as a question")
