"""Words against rules: a number in a sentence is the number that is counted."""

from __future__ import annotations

from collections.abc import Iterator

from guide.dates import Said, numbers_in
from guide.model import AnyDeadline, Deadline, Guide, On, Phase, Step
from guide.problems import Problem
from guide.strict_yaml import Text


def check_wording(guide: Guide) -> Iterator[Problem]:
    """Every number in a step's words, and in a heading, that no rule of the step counts."""
    for procedure in guide.procedures:
        for phase in procedure.phases:
            yield from _heading(phase)
        for step in procedure.steps:
            counted = _counted(guide, step)
            for text in (step.title, step.does, *((step.when,) if step.when else ()), *step.notes):
                yield from _numbers(text, counted, step)


def _numbers(text: Text, counted: set[Said], step: Step) -> Iterator[Problem]:
    for said, words in numbers_in(text):
        if said not in counted:
            rules = (
                ", ".join(f"{number} {unit}{'' if number == 1 else 's'}" for number, unit in sorted(counted))
                or "no number"
            )
            message = f"the words say '{words}', and the rule of '{step.id}' says {rules}"
            yield Problem(
                text.place,
                "number",
                message,
                "correct the words or the rule; if this step sets another's date, say so with sets:",
            )


def _counted(guide: Guide, step: Step) -> set[Said]:
    deadlines: list[AnyDeadline | None] = [step.due, step.equals, *(one.due for one in step.also_read_as)]
    deadlines += [guide.entry[target].due for target in step.sets if isinstance(guide.entry.get(target), Step)]  # type: ignore[union-attr]
    counted = {said for due in deadlines if due is not None for said in _said_by(due)}
    if step.look_back:
        counted.add((step.look_back.over.number, _unit(step.look_back.over.unit)))
    return counted


def _said_by(due: AnyDeadline) -> Iterator[Said]:
    if isinstance(due, On):
        yield (due.on.first, "day")
        yield (due.on.last, "day")
    elif isinstance(due, Deadline):
        for part in due.parts:
            yield from _said_by(part)
        if due.length is not None:
            yield (due.length.number, _unit(due.length.unit))


def _unit(unit: str) -> str:
    return "day" if "day" in unit else unit.removesuffix("s")


def _heading(phase: Phase) -> Iterator[Problem]:
    said = [number for (number, unit), _ in numbers_in(phase.title) if unit == "day"]
    if not said:
        return
    for step in (entry for entry in phase.entries if isinstance(entry, Step)):
        for due in (step.due, step.equals):
            if isinstance(due, On) and not min(said) <= due.on.first <= due.on.last <= max(said):
                message = f"'{step.id}' is due on {due.on}, under the heading '{phase.title}'"
                yield Problem(due.on.place, "heading", message, "move the step, or correct the day")
