"""What stands beside a date against the date itself: other readings, the part of the day, and who sets whose date."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from guide.dates import offset_of, sayings_in
from guide.model import After, Guide, NoLaterThan, OtherReading, PartOfDay, Procedure, Step, Within
from guide.plain import plainly
from guide.problems import Problem

BEGINNING = 5
"""How many letters of a verb are the same in all its forms: notify, notifies, notified."""


def check_readings(guide: Guide) -> Iterator[Problem]:
    """Every such thing that does not fit with its step."""
    yield from _held_to(guide)
    for procedure in guide.procedures:
        for step in procedure.steps:
            yield from _set_by(guide, step)
            yield from _part(guide, step)
            yield from _any_time(step)
            for other in step.also_read_as:
                yield from _kind(step, other)
                yield from _start_said(guide, other)
                yield from _apart(guide, procedure, step, other)


def _set_by(guide: Guide, step: Step) -> Iterator[Problem]:
    """A date that counts from a step is set by it, and that step says so."""
    for start in step.deadline.starts if step.deadline else ():
        other = guide.entry.get(start)
        if isinstance(other, Step) and step.id not in other.sets:
            message = f"'{step.id}' counts from '{start}', which does not say that it sets that date"
            hint = f"add sets: [{step.id}] to '{start}', at {other.id.place}, or correct what it counts from"
            yield Problem(start.place, "sets", message, hint)


def _part(guide: Guide, step: Step) -> Iterator[Problem]:
    """Where the words of a step, or of one that sets its date, name a part of the day, its rule has that part."""
    words = plainly(" ".join(one.does for one in (step, *guide.setting.get(step.id, ())))).lower()
    said = [part for part in get_args(PartOfDay) if part in words]
    part = step.deadline.part if step.deadline else None
    if step.deadline and part and said and part not in said:
        message = f"the words of '{step.id}' say '{said[0]}', and its rule '{part}'"
        yield Problem(step.deadline.place, "part-of-day", message, "correct the words, or part:")


def _any_time(step: Step) -> Iterator[Problem]:
    if step.deadline is None and plainly(str(step.due)).startswith("at any time") and not step.alongside:
        message = f"'{step.id}' can be done at any time, and stands in the order of the others"
        yield Problem(step.id.place, "order", message, "add alongside: true, or say when it is due")


def _held_to(guide: Guide) -> Iterator[Problem]:
    """What is due before an event does not wait for the step by whose limit the event is to happen."""
    for name, anchor in guide.partnership.anchors.items():
        limit = guide.entry.get(anchor.held_to or "")
        if not isinstance(limit, Step):
            continue
        for later in _after(guide, limit):
            step = guide.entry.get(later)
            if isinstance(step, Step) and isinstance(step.deadline, NoLaterThan) and step.deadline.before == name:
                message = (
                    f"'{limit.id}' comes before '{later}', which is due before '{name}', and '{name}' is held to it"
                )
                hint = f"add alongside: true to '{limit.id}', or correct held_to: of '{name}' in partnership.yml"
                yield Problem(limit.id.place, "order", message, hint)


def _after(guide: Guide, step: Step) -> list[str]:
    """All that a route leads to from a step, within its procedure."""
    routes, found = guide.routes[guide.home_of[step.id].id], [str(step.id)]
    for here in found:
        found += [one.target for one in routes if one.source == here and one.target not in found]
    return found[1:]


def _kind(step: Step, other: OtherReading) -> Iterator[Problem]:
    if step.deadline and step.deadline.kind != other.due.kind:
        message = f"'{step.id}' has a {step.deadline.kind} day, and its other reading a {other.due.kind} one"
        hint = "read the same words as one kind: within and no_later_than are limits, after and on planned days"
        yield Problem(other.due.place, "reading", message, hint)


def _start_said(guide: Guide, other: OtherReading) -> Iterator[Problem]:
    """A reading that counts from a step names what is done there."""
    for start in other.due.starts:
        step = guide.entry.get(start)
        if isinstance(step, Step):
            verb = plainly(step.title).split(" ")[0]
            if verb[:BEGINNING].lower() not in plainly(other.says).lower():
                message = f"this reading counts from '{start}', and its words do not say “{verb.lower()}”"
                yield Problem(start.place, "reading", message, "correct what it counts from, or say it in says:")


def _apart(guide: Guide, procedure: Procedure, step: Step, other: OtherReading) -> Iterator[Problem]:
    """A number of working days "later" or "earlier" is what lies between the two readings."""
    # So many days after is as far as within so many days: what differs is whether the day is planned.
    due = Within(within=other.due.after, of=other.due.from_) if isinstance(other.due, After) else other.due
    first, second = offset_of(guide, procedure, step.due), offset_of(guide, procedure, due)
    if first is None or second is None:
        return
    apart = abs(second.number - first.number)
    for saying in sayings_in(other.says):
        if saying.later and saying.unit == "day" and saying.days == "working" and saying.number != apart:
            message = f"the words say '{saying.words}', and the two readings of '{step.id}' lie {apart} apart"
            hint = "correct the words or one of the two rules"
            yield Problem(other.says.place, "number", message, hint)
