"""The schedule of a worked example, which several checks ask for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guide.calendars import days
from guide.dates import Schedule, plan_of, schedule
from guide.model import Guide, once_a_guide


def worked_out(guide: Guide, journey: str, on: Mapping[Any, str]) -> Schedule:
    """A journey with the days that are given. Raises what `plan_of` and `schedule` raise."""
    return _once(guide, str(journey), tuple((str(anchor), str(day)) for anchor, day in on.items()))


@once_a_guide
def _once(guide: Guide, journey: str, on: tuple[tuple[str, str], ...]) -> Schedule:
    plan = plan_of(guide, journey)
    return schedule(plan, guide.calendars[plan.calendar], {anchor: days.parse(day) for anchor, day in on})
