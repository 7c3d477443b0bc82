"""What a reader of a surface gives back: one line for each fact that was read and compared with the model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from guide.model import Guide, Step, once_a_guide

if TYPE_CHECKING:
    from surfaces.written import Written


class Compared(NamedTuple):
    """One fact as a reader gets it, beside what the model says."""

    place: str
    """The id of the entry, question, form, … that it is about."""
    fact: str
    read: object
    meant: object

    @property
    def agrees(self) -> bool:
        return self.read == self.meant

    def __str__(self) -> str:
        return f"{self.place}: {self.fact}: {self.read!r}, not {self.meant!r}"


class Surface(NamedTuple):
    """One place where readers meet the guide."""

    name: str
    title: str
    """As it stands in the table."""
    facts: tuple[str, ...]
    """What is compared of each entry. Each has a planted fault that it must notice."""
    read: Callable[[Guide, Written], Iterator[Compared]]


def facts(listed: str) -> tuple[str, ...]:
    """The facts of a surface, written in a row."""
    return tuple(listed.split(", "))


def complaints(lines: Iterable[Compared]) -> list[Compared]:
    return [line for line in lines if not line.agrees]


def acts_in(guide: Guide, lines: Iterable[Compared]) -> int:
    """How many acts of a guide the lines speak of: steps that `same_act` ties together are one."""
    steps = (line.place for line in lines if isinstance(guide.entry.get(line.place.partition("--")[0]), Step))
    return len({act_of(guide, one) for one in dict.fromkeys(steps)})


@once_a_guide
def act_of(guide: Guide, step: str) -> frozenset[str]:
    """The ids of all steps of an act, by following `same_act` in both directions; a duty by national rule is alone."""
    found, waiting = set[str](), {step}
    steps = [one for procedure in guide.procedures for one in procedure.steps]
    while waiting:
        name = waiting.pop()
        found.add(name)
        tied = {str(one.id) for one in steps if name in one.same_act}
        named = {str(other) for one in steps if one.id == name for other in one.same_act}
        waiting |= (tied | named) - found
    return frozenset(found)
