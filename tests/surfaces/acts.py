"""What the model says of each act of a schedule: its lines in the flowcharts from the nouns, its dates by the engine.

A national rule that speaks to somebody else is an act of its own, and its only line is that rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

from guide.calendars import days
from guide.dates import Schedule, ScheduledStep
from guide.dates.acts import ScheduledAct
from guide.model import Deadline, Guide, Procedure, Step
from guide.model.beside import National
from surfaces import meant
from surfaces.compared import act_of


class Place(NamedTuple):
    """Where a line stands, as a surface says it."""

    flowchart: str
    number: str
    is_duty: bool


class Line(NamedTuple):
    """One step, or one duty by national rule, with what its noun says."""

    name: str
    home: Procedure
    title: str
    does: str
    who: tuple[meant.Somebody, ...]
    helpers: tuple[meant.Somebody, ...]
    to: tuple[meant.Somebody, ...]
    forms: tuple[str, ...]
    due: object
    number: int
    cites: str

    @property
    def place(self) -> Place:
        return Place(str(self.home.flowchart), str(self.number), bool(self.cites))

    @property
    def kind(self) -> str:
        """`limit`, `planned`, or empty where no number is stated."""
        return meant.kind_of(self.due)


def duties(guide: Guide, step: Step) -> dict[str, National]:
    """The national rules beside a step that speak to nobody who acts in it, by the id that each has as an act."""
    found: dict[str, National] = {}
    for one in step.national:
        if one.who and not set(one.who) & set(step.who):
            same = sum(name.startswith(f"{step.id}--{one.who[0]}") for name in found)
            found[f"{step.id}--{one.who[0]}{f'-{same + 1}' if same else ''}"] = one
    return found


def line_of(guide: Guide, name: str) -> Line:
    """What the nouns say of a step or a duty."""
    step = guide.entry[name.partition("--")[0]]
    assert isinstance(step, Step)
    home, number = guide.home_of[step.id], guide.numbers[step.id]
    if name in guide.entry:
        people, forms = map(meant.row, (step.who, step.with_, step.to)), tuple(map(str, step.forms))
        return Line(name, home, str(step.title), str(step.does), *people, forms, step.due, number, "")
    duty = duties(guide, step)[name]
    title = str(duty.title or f"{step.title} (national rule)")
    does = str(duty.says or f"{meant.rule(guide, home, duty.due)}.")
    who, to = meant.row(duty.who), meant.row(duty.to)
    return Line(name, home, title, does, who, (), to, (), duty.due, number, str(duty.cites))


def duties_of(guide: Guide, actor: str) -> list[tuple[Line, National]]:
    """What national rules ask of an actor beside the steps of others."""
    steps = (step for procedure in guide.procedures for step in procedure.steps)
    found = (pair for step in steps for pair in duties(guide, step).items())
    return [(line_of(guide, name), one) for name, one in found if actor in one.who]


class MeantAct:
    """One act: done once, however many steps speak of it."""

    def __init__(self, guide: Guide, worked: Schedule, steps: list[ScheduledStep]) -> None:
        self.guide, self.worked, self.steps = guide, worked, steps
        self.act: ScheduledAct = steps[0].act
        self.name = steps[0].step.id
        self.lines = [line_of(guide, one.step.id) for one in steps]

    @property
    def due(self) -> int | None:
        return self.act.due

    @property
    def titles(self) -> set[str]:
        return {one.title for one in self.lines}

    @cached_property
    def places(self) -> frozenset[Place]:
        return frozenset(one.place for one in self.lines)

    def all(self, key: str) -> list[Any]:
        """Who, to or forms of all its lines, each once."""
        return meant.all_of(getattr(line, key) for line in self.lines)

    @property
    def authorities(self) -> list[str]:
        """All who set the governing date."""
        return list(dict.fromkeys(str(one.rule.rule.authority) for one in self.act.governs))

    @property
    def opens(self) -> int | None:
        return self.act.opens

    @property
    def is_bound(self) -> bool:
        return bool(self.act.bound)

    def remarks(self) -> dict[str, list[str]]:
        """What has to be said beside the governing date, by the fact that it is."""
        standing = []
        for one in self.act.standing:
            kind = "allows until" if one.rule.rule.kind == "limit" else "plans"
            sure = {"": "", "no later than": " or an earlier day", "not before": " or a later day"}[one.counted.bound]
            said = f"{meant.up(one.rule.rule.authority)} {kind} {days.long(one.counted.due)}{sure}."
            if one.rule.origin == "twice":
                words = meant.rule(self.guide, self.guide.home_of[one.rule.step], _again(self.guide, one.rule.step))
                said = f"{meant.up(one.rule.rule.authority)} also says: {words}. That is {days.long(one.counted.due)}."
            standing.append(said)
        moved = [
            f"This date moved from {days.long(one.before)}" for one in self.worked.moved if one.act == self.act.act.id
        ]
        return {
            "dates beside it": standing,
            "what is open": [one.words for one in self.act.open],
            "conflicts": [one.words for one in self.act.conflicts],
            "moved": moved,
        }


def _again(guide: Guide, name: str) -> Deadline:
    step = guide.entry[name]
    assert isinstance(step, Step)
    assert isinstance(step.equals, Deadline)
    return step.equals


def acts_of(guide: Guide, worked: Schedule) -> Iterator[MeantAct]:
    """The acts of a schedule. Which steps are one act is followed here, from `same_act` alone."""
    found: dict[frozenset[str], list[ScheduledStep]] = {}
    for one in worked.steps:
        found.setdefault(act_of(guide, one.step.id), []).append(one)
    for steps in found.values():
        yield MeantAct(guide, worked, steps)
