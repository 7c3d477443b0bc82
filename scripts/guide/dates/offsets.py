"""A deadline as so many working days after one anchor, where it is counted so: what can be compared on every date."""

from __future__ import annotations

from dataclasses import dataclass, replace

from guide.model import AnyDeadline, Guide, On, Procedure, Step, Within


@dataclass(frozen=True, slots=True)
class Offset:
    """A deadline as so many working days after one anchor: comparable whatever the date."""

    anchor: str
    number: int
    with_the_day: bool = False
    """The anchor's own day is day 1, if it is a working day at all: then no other offset is equal on every date."""


def offset_of(guide: Guide, procedure: Procedure, due: AnyDeadline, depth: int = 0) -> Offset | None:
    """The last day of a deadline in working days after an anchor; None where it is not counted so."""
    if depth > len(guide.entry):
        return None
    if isinstance(due, On) and procedure.clock and due.on.unit == "working days":
        return Offset(str(procedure.clock.from_), due.on.last, procedure.clock.begins_with_the_day)
    if isinstance(due, Within) and due.within.unit == "working days" and not due.clear:
        beginning = due.begins_with_the_day
        if due.of in guide.partnership.anchors:
            return Offset(str(due.of), due.within.number, beginning)
        start = guide.entry.get(due.of)
        if isinstance(start, Step):
            base = offset_of(guide, guide.home_of[start.id], start.due, depth + 1)
            return base and _onwards(base, due.within.number, beginning)
    return None


def _onwards(base: Offset, number: int, beginning: bool) -> Offset:
    if base.number == 0:
        return Offset(base.anchor, number, beginning)
    # Every later numbered day is a working day, so that it is day 1 without fail where counting begins with it.
    return replace(base, number=base.number + number - beginning)
