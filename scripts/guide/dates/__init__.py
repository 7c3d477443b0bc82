"""From what an author wrote to a rule, from a rule to a date, and from all dates to a schedule.

Twins of the modules in `docs/assets/guide/dates/`: same answers, same sentences.
"""

from __future__ import annotations

from guide.dates.acts import ScheduledAct, stands
from guide.dates.board import Board, BoardAct, EventGroup
from guide.dates.boards import (
    beside_of,
    boards_of,
    earlier_date,
    earlier_date_here,
    earlier_of,
    national_of,
    rules_for,
    steps_of,
)
from guide.dates.compiled import compiled_calendar, compiled_plan
from guide.dates.counting import Counted, Rule, bound_words, count, projected_text
from guide.dates.day_one import counting_on, numbers_days
from guide.dates.digest import rules_digest
from guide.dates.moments_said import Moment, moments_in
from guide.dates.numbers_said import NUMBER_WORDS, DayKind, Saying, sayings_in
from guide.dates.offsets import offset_of
from guide.dates.order import passed_before
from guide.dates.plan import AlternativeKind, AnchorName, Plan, PlannedStep
from guide.dates.planning import CircularSteps, members_of_acts, plan_of
from guide.dates.rules import NoSuchDay, day_in_full, event_of, planned_step, rule_of, starts_of
from guide.dates.scale import Stated, counted_said, zero_of
from guide.dates.timeline import Schedule, ScheduledStep, last_open_day, schedule, status_of

__all__ = [
    "NUMBER_WORDS",
    "AlternativeKind",
    "AnchorName",
    "Board",
    "BoardAct",
    "CircularSteps",
    "Counted",
    "DayKind",
    "EventGroup",
    "Moment",
    "NoSuchDay",
    "Plan",
    "PlannedStep",
    "Rule",
    "Saying",
    "Schedule",
    "ScheduledAct",
    "ScheduledStep",
    "Stated",
    "beside_of",
    "boards_of",
    "bound_words",
    "compiled_calendar",
    "compiled_plan",
    "count",
    "counted_said",
    "counting_on",
    "day_in_full",
    "earlier_date",
    "earlier_date_here",
    "earlier_of",
    "event_of",
    "last_open_day",
    "members_of_acts",
    "moments_in",
    "national_of",
    "numbers_days",
    "offset_of",
    "passed_before",
    "plan_of",
    "planned_step",
    "projected_text",
    "rule_of",
    "rules_digest",
    "rules_for",
    "sayings_in",
    "schedule",
    "stands",
    "starts_of",
    "status_of",
    "steps_of",
    "zero_of",
]
