"""From what an author wrote to a rule, from a rule to a date, and from all dates to a schedule.

Twins of the modules in `docs/assets/guide/dates/`: same answers, same sentences.
"""

from __future__ import annotations

from guide.dates.acts import ScheduledAct, stands
from guide.dates.compiled import compiled_calendar, compiled_plan
from guide.dates.counting import Counted, Rule, bound_words, count, projected_text
from guide.dates.numbers_said import NUMBER_WORDS, Said, numbers_in
from guide.dates.offsets import offset_of
from guide.dates.plan import AlternativeKind, AnchorName, Plan, PlannedStep
from guide.dates.planning import CircularSteps, members_of_acts, plan_of
from guide.dates.rules import NoSuchDay, planned_step, rule_of
from guide.dates.timeline import Schedule, ScheduledStep, last_open_day, schedule, status_of

__all__ = [
    "NUMBER_WORDS",
    "AlternativeKind",
    "AnchorName",
    "CircularSteps",
    "Counted",
    "NoSuchDay",
    "Plan",
    "PlannedStep",
    "Rule",
    "Said",
    "Schedule",
    "ScheduledAct",
    "ScheduledStep",
    "bound_words",
    "compiled_calendar",
    "compiled_plan",
    "count",
    "last_open_day",
    "members_of_acts",
    "numbers_in",
    "offset_of",
    "plan_of",
    "planned_step",
    "projected_text",
    "rule_of",
    "schedule",
    "stands",
    "status_of",
]
