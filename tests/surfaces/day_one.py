"""Which day is day 0 and which day 1, said a second time from the nouns."""

from __future__ import annotations

from guide.model import Clock, Guide, Procedure
from surfaces import meant
from surfaces.numbered import on_scale, statements


def counting_on(guide: Guide, procedure: Procedure) -> tuple[str, ...]:
    """What is said of day 0 and day 1 of a procedure; nothing where none of its acts is counted in such days."""
    clock = procedure.clock
    if clock is None:
        return ()
    rules = [(line.home, due) for step in procedure.steps for line, _, _, due in statements(guide, str(step.id))]
    rules += [(procedure, step.equals) for step in procedure.steps if step.equals]
    return counting(guide, clock) if any(on_scale(due, home, clock) for home, due in rules) else ()


def counting(guide: Guide, clock: Clock) -> tuple[str, ...]:
    """What a sentence on the counting has to say, in pieces."""
    question = guide.question.get(str(clock.reading))
    read = (f"How it is counted is the guide's reading (question {question.number}).",) if question else ()
    return *_days(guide, clock), *read


def _days(guide: Guide, clock: Clock) -> tuple[str, ...]:
    day = meant.down(str(guide.partnership.anchors[clock.from_].day_zero))
    if clock.begins_with_the_day:
        return (f"Day 1 is {day}", "itself", "if that is a closed day, day 1 is the next working day")
    if clock.is_deemed:
        return f"Day 0 is {day}", "counts as received on the next working day", "Day 1 is the working day after day 0"
    return f"Day 0 is {day}", "Day 1 is the next working day"
