"""In which volumes a large guide is printed: a book of a hundred procedures is too thick to bind, to send and to make.

Typst keeps what it has laid out until a document is done: some 35 MB for a procedure of fifteen entries in the book,
and 3 MB in a pack.
"""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from guide.model import Guide, once_a_guide

IN_A_BOOK, IN_A_LIST = 10, 40
"""How many procedures a volume has at most: of the guide itself, and of packs and blank timelines."""


class Volume(NamedTuple):
    """The procedures that one volume has, in their order."""

    number: int
    of: int
    procedures: frozenset[str]
    """Their ids."""
    flowcharts: tuple[int, int]
    """The first number and the last."""

    @property
    def is_first(self) -> bool:
        """It has what is said once: forms, roles, questions, how days are counted."""
        return self.number == 1

    @property
    def is_all(self) -> bool:
        """There is no other volume."""
        return self.of == 1

    @property
    def words(self) -> str:
        """What tells it from the others; empty where there are none."""
        first, last = self.flowcharts
        if self.is_all:
            return ""
        return f"volume {self.number} of {self.of}, flowchart{f's {first} to {last}' if last > first else f' {first}'}"

    def named(self, name: str) -> str:
        """The name of its file; the first one has the plain name, so that it can be found as that of a small guide.

        >>> Volume(1, 2, frozenset(), (1, 10)).named("guide"), Volume(2, 2, frozenset(), (11, 20)).named("guide")
        ('guide.pdf', 'guide-volume-2.pdf')
        """
        return f"{name}.pdf" if self.is_first else f"{name}-volume-{self.number}.pdf"

    def titled(self, title: str) -> str:
        """The title of its document."""
        return f"{title}, {self.words}" if self.words else title


@once_a_guide
def volumes_of(guide: Guide, most: int) -> tuple[Volume, ...]:
    """As few volumes as hold `most` procedures each at the most, as even as they can be."""
    together = len(guide.procedures)
    count = max(1, ceil(together / most))
    ends = [together * number // count for number in range(count + 1)]
    return tuple(
        Volume(
            number, count, frozenset(str(one.id) for one in those),
            (int(those[0].flowchart), int(those[-1].flowchart)) if those else (0, 0),
        )
        for number in range(1, count + 1)
        for those in (guide.procedures[ends[number - 1] : ends[number]],)
    )  # fmt: skip


def all_of(guide: Guide) -> Volume:
    """Everything in one volume."""
    (volume,) = volumes_of(guide, max(1, len(guide.procedures)))
    return volume


def is_in_one_volume(guide: Guide) -> bool:
    """Whether the book of a guide is a single document."""
    return len(volumes_of(guide, IN_A_BOOK)) == 1
