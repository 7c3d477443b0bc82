"""What the dates of a schedule say of one another: which do not fit, what moved, what a reader should look at again.

Twin of `docs/assets/guide/dates/remarks.js`: same answers, same sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from guide.calendars import days
from guide.dates.acts import DateConflict, ScheduledAct
from guide.dates.plan import Plan
from guide.wording import first_up


def with_conflicts(plan: Plan, acts: Mapping[str, ScheduledAct], happened: Mapping[str, int]) -> Iterator[ScheduledAct]:
    """The acts, each with the dates that do not fit with its own."""
    found: dict[str, list[DateConflict]] = {name: [] for name in acts}
    titles = {step.id: step.title for step in plan.steps}
    for later in acts.values():
        for earlier in (acts[name] for name in later.act.follows):
            if later.due is None or earlier.due is None or earlier.due <= later.due or _is_done(later, earlier):
                continue
            title, other = titles[later.act.steps[0]], titles[earlier.act.steps[0]]
            words = f"This follows “{other}”, which has a later date: {days.long(earlier.due)}."
            found[later.act.id].append(DateConflict(earlier.act.id, earlier.due, words))
            words = f"“{title}” follows this and has an earlier date: {days.long(later.due)}."
            found[earlier.act.id].append(DateConflict(later.act.id, later.due, words))
    for anchor, act, limit in _overrun(plan, acts, happened):
        event = first_up(plan.anchors[anchor].short)
        words = f"{event}, {days.long(happened[anchor])}, is after this limit, {days.long(limit)}."
        found[act.act.id].append(DateConflict(anchor, happened[anchor], words))
    for name, act in acts.items():
        yield replace(act, conflicts=tuple(found[name]))


def _is_done(*acts: ScheduledAct) -> bool:
    """What is done is no longer in anybody's way."""
    return any(act.done is not None for act in acts)


def _overrun(
    plan: Plan, acts: Mapping[str, ScheduledAct], happened: Mapping[str, int]
) -> Iterator[tuple[str, ScheduledAct, int]]:
    """Each event that comes after the limit that it is held to."""
    for anchor, step in plan.held_to.items():
        for act in acts.values():
            if step in act.act.steps and anchor in happened and act.limit is not None and happened[anchor] > act.limit:
                yield anchor, act, act.limit


@dataclass(frozen=True, slots=True)
class MovedDate:
    """An act whose governing date is another one because of what was done."""

    act: str
    title: str
    before: int
    after: int
    because: str
    """The title of the step whose day moved it; empty where that is not one step's."""

    @property
    def words(self) -> str:
        """As it stands at the act."""
        because = f": it counts from the day “{self.because}” was done" if self.because else ""
        return f"This date moved from {days.long(self.before)}{because}."

    def as_json(self) -> dict[str, Any]:
        """The promised JSON of a date that moved."""
        return {
            "act": self.act,
            "title": self.title,
            "before": days.text(self.before),
            "after": days.text(self.after),
            "words": self.words,
        }


def moved_of(
    plan: Plan, acts: Mapping[str, ScheduledAct], as_planned: Mapping[str, ScheduledAct]
) -> Iterator[MovedDate]:
    """What has another date than it would have if nothing had been done yet, in the order of the pages."""
    titles = {step.id: step.title for step in plan.steps}
    act_of = {step: act for act in acts.values() for step in act.act.steps}
    for name, act in acts.items():
        # A bound is no plan: a day that becomes known makes it a date, and moves nothing.
        before = as_planned[name].due if name in as_planned and not as_planned[name].bound else None
        if act.due is None or before is None or act.due == before or act.rule is None:
            continue
        counted_from = [plan.done_by.get(start, start) for start in act.rule.starts]
        steps = [start for start in counted_from if start in act_of]
        done = [step for step in steps if act_of[step].done is not None]
        yield MovedDate(name, titles[act.act.steps[0]], before, act.due, titles[done[0]] if done else "")


def warned_anchors(plan: Plan, acts: Mapping[str, ScheduledAct], happened: Mapping[str, int]) -> set[str]:
    """The anchors whose dates stand before one that usually comes first, or after the limit they are held to."""
    found = {anchor for anchor, _, _ in _overrun(plan, acts, happened)}
    return found | {after for before, after in _turned_round(plan, happened)}


def _turned_round(plan: Plan, happened: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    for before, after in plan.usual_order:
        if before in happened and after in happened and happened[before] > happened[after]:
            yield before, after


def warnings_of(plan: Plan, acts: Mapping[str, ScheduledAct], happened: Mapping[str, int]) -> Iterator[str]:
    """What a reader should look at again among the days that were given."""
    for before, after in _turned_round(plan, happened):
        first, second = plan.anchors[before].asks, plan.anchors[after].asks
        yield (
            f"You entered {days.long(happened[before])} for “{first}” and {days.long(happened[after])} for "
            f"“{second}”. Usually the first comes before the second: check both dates."
        )
    titles = {step.id: step.title for step in plan.steps}
    for anchor, act, limit in _overrun(plan, acts, happened):
        yield (
            f"{first_up(plan.anchors[anchor].short)}, {days.long(happened[anchor])}, is after the limit of "
            f"“{titles[act.act.steps[0]]}”, which is {days.long(limit)}."
        )
    for anchor, said in plan.anchors.items():
        if happened.get(anchor, plan.in_force_from) < plan.in_force_from:
            yield (
                f"{days.long(happened[anchor])} for “{said.asks}” is before {days.long(plan.in_force_from)}, when "
                "this version of the guide came into force. Other rules may have held."
            )
