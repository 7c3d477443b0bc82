"""What the page of a worked example shows: the dates that were given, those that follow, and the days not counted."""

from __future__ import annotations

from dataclasses import dataclass

from guide.calendars import days
from guide.dates import AnchorName, ScheduledStep, plan_of, schedule
from guide.model import Example, Guide


@dataclass(frozen=True, slots=True)
class ExamplePage:
    """One worked example with its dates."""

    example: Example
    plan_title: str
    given: tuple[tuple[AnchorName, int], ...]
    """What happened and on which day, in order of date."""
    acts: tuple[tuple[ScheduledStep, ...], ...]
    """Those with a date, in order of date, each with its steps."""
    skipped: tuple[tuple[int, str], ...]
    """The bank holidays that were not counted, with their names."""
    first: int
    last: int
    """From the earliest to the latest of all these days."""
    counted_by_hand: int
    """How many dates the author expects."""

    @property
    def length(self) -> int:
        """Calendar days from the first day to the last."""
        return self.last - self.first


def example_page(guide: Guide, example: Example) -> ExamplePage:
    """The facts of one example. It must have passed `check_examples`."""
    plan = plan_of(guide, example.journey)
    calendar = guide.calendars[plan.calendar]
    anchors = {str(anchor): days.parse(day) for anchor, day in example.on.items()}
    acts = tuple(steps for steps in schedule(plan, calendar, anchors).acts if steps[0].act.due is not None)
    reached = [*anchors.values(), *(day for steps in acts if (day := steps[0].act.due) is not None)]
    happened = sorted(anchors.items(), key=lambda pair: pair[1])
    return ExamplePage(
        example=example,
        plan_title=plan.title,
        given=tuple((plan.anchors[anchor], day) for anchor, day in happened),
        acts=acts,
        skipped=tuple((day, calendar.reasons[day].reason) for day in _closed_days(acts) if day in calendar.reasons),
        first=min(reached),
        last=max(reached),
        counted_by_hand=sum(
            map(len, (example.expect, example.expect_national, example.expect_governs, example.expect_other_reading))
        ),
    )


def _closed_days(acts: tuple[tuple[ScheduledStep, ...], ...]) -> list[int]:
    """Every day that the governing dates skip, once, in order."""
    lines = [line for steps in acts if (counted := steps[0].act.counted) for line in counted.lines]
    return sorted({line.day for line in lines if line.kind == "skipped"})
