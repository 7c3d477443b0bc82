"""How the flowcharts join: which lead to which by an arrow, which only refer to another, and the map that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from guide.flowcharts.diagram import Drawing, diagram, is_too_big
from guide.flowcharts.graph import Edge, Graph, Node
from guide.model import Guide, Procedure, once_a_guide

REFERS = "see also"
"""The words on an arrow that only refers: a dashed line alone would not be told in words."""
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
    for one in guide.procedures:
        arrows = [route for route in guide.routes[one.id] if route.target in guide.procedure]
        led, seen = {route.target for route in arrows}, {str(see) for entry in one.entries for see in entry.see}
        drawn = {route.target for route in arrows if not route.inferred}
        leads = tuple(other for other in guide.procedures if other.id in led and other is not one)
        refers = tuple(other for other in guide.procedures if other.id in seen - led and other is not one)
        found.append(Join(one, leads, refers, tuple(other for other in leads if other.id not in drawn)))
    return tuple(found)


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
    if len(graph.nodes) < 2:
        return None
    drawing = diagram(graph)
    return None if is_too_big(graph, drawing) else drawing
