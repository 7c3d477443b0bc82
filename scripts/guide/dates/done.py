"""What the reader says of days gone by, brought together: an act is done once, and may be the event of an anchor.

Twin of `toldOnce` in `docs/assets/guide/dates/acts.js`.
"""

from __future__ import annotations

from collections.abc import Mapping

from guide.calendars import DayError, days
from guide.dates.plan import Plan


class TwoDates(DayError):
    """One act was given two dates, or an act and the event that it is."""

    code = "two-dates"


def told_once(
    plan: Plan, anchors: Mapping[str, int], done: Mapping[str, int], today: int | None = None
) -> tuple[dict[str, int], dict[str, int]]:
    """Anchors and done dates, both with what the other says of them. Raises `TwoDates` where they differ.

    An event that is still to come after `today` marks nothing done.
    """
    happened, was_done = dict(anchors), dict(done)
    title = {step.id: f"“{step.title}”" for step in plan.steps}
    events = {step: anchor for anchor, step in plan.done_by.items()}
    for act in plan.acts:
        named = dict.fromkeys(act.elsewhere, title[act.steps[0]]) | title
        told = [(named[step], done[step]) for step in (*act.steps, *act.elsewhere) if step in done]
        asked = [events[step] for step in act.steps if step in events]
        told += [(f"“{plan.anchors[anchor].asks}”", anchors[anchor]) for anchor in asked if anchor in anchors]
        for what, day in told[1:]:
            if day != told[0][1]:
                both = f"{told[0][0]} has {days.long(told[0][1])}, and {what} has {days.long(day)}"
                raise TwoDates(f"One act has two dates: {both}. Give one of the two.")
        if told and (today is None or told[0][1] <= today):
            was_done.update(dict.fromkeys(act.steps, told[0][1]))
            happened.update(dict.fromkeys(asked, told[0][1]))
    return happened, was_done
