"""Time: every deadline can be counted in one way only, and every contradiction in the source is a listed question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guide.deadlines import AnyDeadline, EarlierOf, LaterOf, NoLaterThan, On, Within
from guide.model import Procedure, Step
from guide.problems import Place, Problem
from guide.reading import Guide
from guide.rules import CircularSteps, plan_of
from guide.source_text import Text


@dataclass(frozen=True, slots=True)
class Offset:
    """A deadline as so many working days after one anchor: comparable whatever the date."""

    anchor: str
    number: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """A contradiction that a check found by itself."""

    found_by: str
    place: Place
    says: str
    questions: frozenset[str]
    """The questions on the steps concerned: one of them must list it."""


def check_timing(guide: Guide) -> Iterator[Problem]:
    """Deadlines that cannot be counted, or can be counted in two ways."""
    for procedure in guide.procedures:
        for step in procedure.steps:
            yield from _clock_is_there(procedure, step)
            yield from _one_reading(step)
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


def _clock_is_there(procedure: Procedure, step: Step) -> Iterator[Problem]:
    if procedure.clock is None and not isinstance(step.due, Text):
        message = f"'{step.id}' has a deadline, and this procedure has no clock"
        hint = "add clock: with from, calendar, working_day_one and the reading it rests on"
        yield Problem(step.id.place, "no-clock", message, hint)


def _one_reading(step: Step) -> Iterator[Problem]:
    if isinstance(step.due, NoLaterThan) and (step.due.clear is None or not step.due.reading):
        message = "'no later than so long before' can be read with or without clear days"
        hint = "write clear: true or false, and reading: with the question that settles it meanwhile"
        yield Problem(step.due.before.place, "two-readings", message, hint)
    if step.look_back and not step.look_back.reading:
        message = "a look-back needs to say which day it reaches back from, and why that day"
        yield Problem(step.look_back.before.place, "two-readings", message, "add reading: with the question")


def _stated_twice_equal(guide: Guide, procedure: Procedure, step: Step) -> Iterator[Problem]:
    if step.equals is None:
        return
    first, second = offset_of(guide, procedure, step.due), offset_of(guide, procedure, step.equals)
    if first is None or second is None:
        message = f"the two statements of the date of '{step.id}' cannot be compared"
        yield Problem(step.id.place, "equals", message, "state both in working days from one anchor")
    elif first != second:
        message = (
            f"'{step.id}' falls on working day {first.number} by its rule and on working day {second.number} by equals:"
        )
        yield Problem(step.id.place, "equals", message, "correct one, or list the contradiction as a question")


def offset_of(guide: Guide, procedure: Procedure, due: AnyDeadline, depth: int = 0) -> Offset | None:
    """The last day of a deadline in working days after an anchor; None where it is not counted so."""
    if depth > len(guide.entry):
        return None
    if isinstance(due, On) and procedure.clock and due.on.unit == "working days":
        return Offset(str(procedure.clock.from_), due.on.last)
    if isinstance(due, Within) and due.within.unit == "working days" and not due.clear:
        if due.of in guide.partnership.anchors:
            return Offset(str(due.of), due.within.number)
        start = guide.entry.get(due.of)
        if isinstance(start, Step):
            base = offset_of(guide, guide.home_of[start.id], start.due, depth + 1)
            return Offset(base.anchor, base.number + due.within.number) if base else None
    return None


def check_conflicts(guide: Guide) -> Iterator[Problem]:
    """Contradictions nobody listed, and listed ones that are no longer there."""
    found = [*_same_acts(guide), *_other_readings(guide), *_national_clocks(guide)]
    listed = {str(question.id): question for question in guide.questions if question.detected_by}
    seen: set[str] = set()
    for conflict in found:
        answering = {
            one for one in conflict.questions if one in listed and listed[one].detected_by == conflict.found_by
        }
        seen |= answering
        if not answering:
            hint = f"list it in questions.yml with detected_by: {conflict.found_by}, and name the question on the step"
            yield Problem(conflict.place, conflict.found_by, conflict.says, hint)
    for question in listed.values():
        if question.id not in seen and question.detected_by:
            message = f"no check finds the contradiction '{question.id}' any more"
            hint = "close the question, or correct detected_by: (same-act, other-reading or national-clock)"
            yield Problem(question.detected_by.place, "question-vanished", message, hint)


def _same_acts(guide: Guide) -> Iterator[Conflict]:
    """Two descriptions of one act of which one is planned after the other's limit."""
    seen: set[frozenset[str]] = set()
    for procedure in guide.procedures:
        for step in procedure.steps:
            for other_id in step.same_act:
                other = guide.entry[other_id]
                pair = frozenset({str(step.id), str(other_id)})
                if pair in seen or not isinstance(other, Step):
                    continue
                seen.add(pair)
                mine = offset_of(guide, procedure, step.due)
                theirs = offset_of(guide, guide.home_of[other.id], other.due)
                if mine and theirs and mine.anchor == theirs.anchor and _contradict(step, mine, other, theirs):
                    says = (
                        f"'{step.id}' ({step.id.place}) and '{other.id}' ({other.id.place}) are one act, "
                        f"with working day {mine.number} and working day {theirs.number}"
                    )
                    yield Conflict(
                        "same-act", step.id.place, says, frozenset(map(str, (*step.questions, *other.questions)))
                    )


def _contradict(step: Step, mine: Offset, other: Step, theirs: Offset) -> bool:
    limits = [offset.number for one, offset in ((step, mine), (other, theirs)) if isinstance(one.due, Within)]
    planned = [offset.number for one, offset in ((step, mine), (other, theirs)) if isinstance(one.due, On)]
    return len(set(planned)) > 1 or any(day > limit for day in planned for limit in limits)


def _other_readings(guide: Guide) -> Iterator[Conflict]:
    for procedure in guide.procedures:
        for step in procedure.steps:
            for other in step.also_read_as:
                if offset_of(guide, procedure, other.due) != offset_of(guide, procedure, step.due) or _backwards(step):
                    says = f"'{step.id}' can be read in two ways, which give two dates"
                    yield Conflict("other-reading", step.id.place, says, frozenset({str(other.reading)}))


def _backwards(step: Step) -> bool:
    return isinstance(step.due, NoLaterThan | EarlierOf | LaterOf)


def _national_clocks(guide: Guide) -> Iterator[Conflict]:
    """A national rule that counts from another event than the local one, and so can fall earlier."""
    for procedure in guide.procedures:
        for step in procedure.steps:
            for national in step.national:
                local, nation = offset_of(guide, procedure, step.due), offset_of(guide, procedure, national.due)
                if local and nation and local.anchor != nation.anchor:
                    clocks = f"counts from {local.anchor}, the national one from {nation.anchor}"
                    says = f"the local rule of '{step.id}' {clocks}"
                    yield Conflict("national-clock", step.id.place, says, frozenset(map(str, step.questions)))
