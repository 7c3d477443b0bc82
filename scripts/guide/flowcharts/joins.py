"""How the flowcharts join: which lead to which by an arrow, which only refer to another, and the map that shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from guide.flowcharts.diagram import Drawing, diagram, is_too_big
from guide.flowcharts.graph import Edge, Graph, Node
from guide.model import Guide, Procedure, once_a_guide

REFERS = "see also"
"""The words on an arrow that only refers: a dashed line alone would not be told in words."""
MOST_BOXES = 60
"""More have no room: a page is 440 pixels wide and 1030 high, and a box with two lines and its padding 100 and 75."""
READ = "as the guide reads it"
"""The words on an arrow that the document does not draw."""


@dataclass(frozen=True, slots=True)
class Join:
    """One procedure with those that its arrows lead to, and those to which it only refers the reader."""

    procedure: Procedure
    leads: tuple[Procedure, ...]
    refers: tuple[Procedure, ...]
    read: tuple[Procedure, ...] = ()
    """Of those that it leads to the ones to which only the guide's reading of the layout leads."""


@once_a_guide
def joins_of(guide: Guide) -> tuple[Join, ...]:
    """The procedures, in their order."""
    found = []
    place = {str(one.id): place for place, one in enumerate(guide.procedures)}

    def others(one: Procedure, names: Iterable[str]) -> tuple[Procedure, ...]:
        there = sorted({place[name] for name in names if name in place and name != one.id})
        return tuple(guide.procedures[number] for number in there)

    for one in guide.procedures:
        arrows = [route for route in guide.routes[one.id] if route.target in guide.procedure]
        led, seen = {route.target for route in arrows}, {str(see) for entry in one.entries for see in entry.see}
        drawn = {route.target for route in arrows if not route.inferred}
        leads = others(one, led)
        read = tuple(other for other in leads if other.id not in drawn)
        found.append(Join(one, leads, others(one, seen - led), read))
    return tuple(found)


@once_a_guide
def joins_around(guide: Guide) -> Mapping[str, tuple[Join, tuple[Join, ...]]]:
    """For each procedure by its id its own joins, and those of the procedures that lead or refer to it."""
    here: dict[str, list[Join]] = {}
    for one in joins_of(guide):
        for other in (*one.leads, *one.refers):
            here.setdefault(str(other.id), []).append(one)
    return {name: (one, tuple(here.get(name, ()))) for one in joins_of(guide) for name in (str(one.procedure.id),)}


def map_of(guide: Guide) -> Graph:
    """The map: a box for each procedure, an arrow for each that it leads to, a dashed one for each it refers to."""
    boxes = tuple(
        Node(str(one.id), "goto", f"Flowchart {one.flowchart}", str(one.title), None, f"{one.id}/")
        for one in guide.procedures
    )
    arrows = tuple(
        chain.from_iterable(
            (
                *(Edge(str(one.procedure.id), str(other.id), READ if other in one.read else "") for other in one.leads),
                *(Edge(str(one.procedure.id), str(other.id), REFERS, inferred=True) for other in one.refers),
            )
            for one in joins_of(guide)
        )
    )
    description = f"{len(boxes)} boxes, one for each flowchart. The list below the drawing says the same."
    return Graph("how-they-join", "How the flowcharts join: map", description, boxes, arrows)


@once_a_guide
def map_drawn(guide: Guide) -> Drawing | None:
    """The map as a drawing; None where it would be too big to read, or one flowchart joins nothing.

    The list below says all that it says. Raises NoEngine.
    """
    graph = map_of(guide)
    if not 2 <= len(graph.nodes) <= MOST_BOXES:
        return None
    drawing = diagram(graph)
    return None if is_too_big(graph, drawing) else drawing
