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
    steps: tuple[ScheduledStep, ...]
    """Those with a date, in order of date."""
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
    steps = tuple(step for step in schedule(plan, calendar, anchors).steps if step.counted is not None)
    reached = [*anchors.values(), *(step.due for step in steps if step.due is not None)]
    happened = sorted(anchors.items(), key=lambda pair: pair[1])
    return ExamplePage(
        example=example,
        plan_title=plan.title,
        given=tuple((plan.anchors[anchor], day) for anchor, day in happened),
        steps=steps,
        skipped=tuple((day, calendar.reasons[day].reason) for day in _closed_days(steps) if day in calendar.reasons),
        first=min(reached),
        last=max(reached),
        counted_by_hand=len(example.expect) + len(example.expect_national) + len(example.expect_other_reading),
    )


def _closed_days(steps: tuple[ScheduledStep, ...]) -> list[int]:
    """Every day that the steps' own dates skip, once, in order."""
    lines = [line for step in steps if step.counted for line in step.counted.lines]
    return sorted({line.day for line in lines if line.kind == "skipped"})
