"""Headings that name days: what stands under one is due on them, and no two name the same."""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.counted import counted_in
from guide.dates import sayings_in
from guide.model import Guide, On, Phase, Procedure, Step
from guide.problems import Problem
from guide.strict_yaml import Text


def check_headings(guide: Guide) -> Iterator[Problem]:
    """Every heading and drawing whose days are not those of the steps under it."""
    for procedure in guide.procedures:
        for phase in procedure.phases:
            yield from _due_outside(phase)
            yield from _day_of_nothing(phase)
        yield from _in_order(procedure)
        yield from _drawings(procedure)
        yield from _beyond(guide, procedure)


def days_said(title: str) -> list[float]:
    """The days that a heading names, in the order of its words.

    >>> days_said("Working Day 2-10"), days_said("The action plan")
    ([2, 10], [])
    """
    return [one.number for one in sayings_in(title) if one.unit == "day"]


def _due_outside(phase: Phase) -> Iterator[Problem]:
    said = days_said(phase.title)
    if not said:
        return
    for step in (entry for entry in phase.entries if isinstance(entry, Step)):
        for due in (step.due, step.equals):
            if isinstance(due, On) and not min(said) <= due.on.first <= due.on.last <= max(said):
                message = f"'{step.id}' is due on {due.on}, under the heading '{phase.title}'"
                yield Problem(due.on.place, "heading", message, "move the step, or correct the day")


def _day_of_nothing(phase: Phase) -> Iterator[Problem]:
    """Where all dates under a heading are numbered days, they begin and end with the days that it names."""
    said = days_said(phase.title)
    dated = [entry for entry in phase.entries if isinstance(entry, Step) and entry.deadline]
    numbered = [[due.on for due in (step.due, step.equals) if isinstance(due, On)] for step in dated]
    if not said or not numbered or not all(numbered) or next(_due_outside(phase), None):
        return
    inside = [on for ons in numbered for on in ons]
    first, last = min(on.first for on in inside), max(on.last for on in inside)
    outer = [day for day in (min(said), max(said)) if day not in (first, last)]
    for day in dict.fromkeys(outer):
        message = f"the heading '{phase.title}' names day {day}, and what stands under it is due on {first} to {last}"
        yield Problem(phase.title.place, "heading", message, "correct the heading, or the days under it")


def _in_order(procedure: Procedure) -> Iterator[Problem]:
    before: Phase | None = None
    for phase in procedure.phases:
        said = [one.number for one in sayings_in(phase.title) if one.numbered and one.unit == "day"]
        if said and said != sorted(said):
            message = f"the heading '{phase.title}' ends before it begins"
            yield Problem(phase.title.place, "heading", message, "write the smaller number first")
        if said and before is not None and min(said) <= max(days_said(before.title)):
            message = f"the heading '{phase.title}' begins before '{before.title}' is over"
            yield Problem(phase.title.place, "heading", message, "correct one of the two: each day has one heading")
        before = phase if said else before


def _drawings(procedure: Procedure) -> Iterator[Problem]:
    titles: dict[str, list[Phase]] = {}
    for phase in procedure.phases:
        if phase.drawing:
            titles.setdefault(str(phase.drawing), []).append(phase)
    for phases in titles.values():
        drawing = phases[0].drawing
        inside = [day for phase in phases for day in days_said(phase.title)]
        said = days_said(str(drawing))
        if isinstance(drawing, Text) and said and inside and (min(said), max(said)) != (min(inside), max(inside)):
            message = f"the drawing '{drawing}' holds the headings '{phases[0].title}' to '{phases[-1].title}'"
            yield Problem(drawing.place, "heading", message, "let the drawing name the days of its headings")


def _beyond(guide: Guide, procedure: Procedure) -> Iterator[Problem]:
    counted = counted_in(guide, procedure.steps)
    last = max((number for number, unit in counted.lengths | counted.numbered if "days" in unit), default=None)
    for phase in procedure.phases:
        said = [one.number for one in sayings_in(phase.title) if one.numbered and one.unit == "day"]
        if last is not None and said and max(said) > last:
            message = f"the heading '{phase.title}' names a day after {last}, the last that a rule of it counts"
            yield Problem(phase.title.place, "heading", message, "correct the heading, or the rules under it")
