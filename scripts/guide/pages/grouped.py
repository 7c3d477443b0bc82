"""What stands in procedures, under each of them."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from typing import TypeVar

from guide.model import Guide, Procedure, once_a_guide

_Placed = TypeVar("_Placed")


def by_procedure(guide: Guide, placed: Iterable[_Placed], home: str = "") -> list[tuple[Procedure, list[_Placed]]]:
    """What stands in procedures, under each in which any stands, in their order. `home` leads to what has a procedure.

    Whatever is asked of every procedure once for a role grows with both.
    """
    of = attrgetter(f"{home}.procedure" if home else "procedure")
    found: dict[str, list[_Placed]] = {}
    for one in placed:
        found.setdefault(str(of(one).id), []).append(one)
    in_order = sorted(found, key=_places(guide).__getitem__)
    return [(guide.procedure[name], found[name]) for name in in_order]


@once_a_guide
def _places(guide: Guide) -> dict[str, int]:
    return {str(procedure.id): place for place, procedure in enumerate(guide.procedures)}
