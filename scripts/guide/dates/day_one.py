"""Which day is day 0 and which day 1, in words."""

from __future__ import annotations

from guide.dates.planning import plan_of
from guide.dates.rules import day_in_full
from guide.dates.scale import counted_said, is_on_scale
from guide.model import Clock, Guide, Procedure


def counting_of(guide: Guide, clock: Clock) -> str:
    """Which day is day 0 and which day 1, as the clock has it, and that it is a reading where a question asks it."""
    return " ".join(filter(None, (_days_of(guide, clock), counted_said(guide, str(clock.reading or "")))))


def _days_of(guide: Guide, clock: Clock) -> str:
    day = day_in_full(guide, clock.from_)
    if clock.begins_with_the_day:
        return f"Day 1 is {day} itself; if that is a closed day, day 1 is the next working day."
    if clock.is_deemed:
        closed = "If that is a closed day, it counts as received on the next working day"
        return f"Day 0 is {day}. {closed}, which is then day 0. Day 1 is the working day after day 0."
    return f"Day 0 is {day}. Day 1 is the next working day."


def counting_on(guide: Guide, procedure: Procedure) -> str:
    """Which day is day 0 and which day 1; empty where the procedure numbers no day: months alone have no day 1."""
    return counting_of(guide, procedure.clock) if procedure.clock and numbers_days(guide, procedure) else ""


def numbers_days(guide: Guide, procedure: Procedure) -> bool:
    """Whether any act of the procedure is counted in working days of its clock."""
    clock = procedure.clock
    rules = (one.rule for act in plan_of(guide, procedure.id).acts for one in act.rules)
    return clock is not None and any(is_on_scale(rule, clock) for rule in rules)
