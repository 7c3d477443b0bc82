"""The flowcharts of a procedure, drawn, and the check that each is readable and says what the outline says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from guide.flowcharts.diagram import Drawing, check_drawing, check_map, diagram
from guide.flowcharts.graph import Graph
from guide.flowcharts.graphs import Drawn, drawn_of, graphs_of
from guide.flowcharts.joins import map_drawn, map_of
from guide.flowcharts.outline import edges_in_outline
from guide.flowcharts.read_back import DrawingError
from guide.model import Guide, Procedure, once_a_guide
from guide.problems import Problem

MOST_TINTS = 8


@dataclass(frozen=True, slots=True)
class Flowchart:
    """One diagram with the phases it draws."""

    drawn: Drawn
    graph: Graph
    drawing: Drawing


@once_a_guide
def tints_of(guide: Guide) -> dict[str, int]:
    """A colour slot, 1 to 8, for each of the actors who act most; the others stay neutral."""
    acting = Counter(
        str(entry.acting[0])
        for procedure in guide.procedures
        for entry in procedure.entries
        if entry.acting and entry.acting[0] in guide.actor
    )
    return {actor: slot for slot, (actor, _) in enumerate(acting.most_common(MOST_TINTS), 1)}


def flowcharts_of(guide: Guide, procedure: Procedure) -> tuple[Flowchart, ...]:
    """Every flowchart of a procedure, in reading order. Raises NoEngine where nothing can draw."""
    return _flowcharts_of(guide, str(procedure.id))


@once_a_guide
def _flowcharts_of(guide: Guide, name: str) -> tuple[Flowchart, ...]:
    """Drawn once: a check looks at each, and a page shows it."""
    procedure = guide.procedure[name]
    tints = tints_of(guide)
    return tuple(
        Flowchart(drawn, graph, diagram(graph, tints))
        for drawn, graph in zip(drawn_of(procedure), graphs_of(guide, procedure), strict=True)
    )


def check_drawings(guide: Guide) -> Iterator[Problem]:
    """A problem for each flowchart that is too big to read, does not show its graph, or differs from the outline.

    Raises NoEngine.
    """
    for procedure in guide.procedures:
        try:
            flowcharts = flowcharts_of(guide, procedure)
        except DrawingError as refused:
            hint = (
                "write the titles of its steps in plain letters; if they are, this is a fault of the program: report it"
            )
            yield Problem(procedure.title.place, "drawing", f"it cannot be drawn: {refused}", hint)
            continue
        yield from _told_alike(guide, procedure, [flowchart.graph for flowchart in flowcharts])
        for flowchart in flowcharts:
            place = flowchart.drawn.phases[0].title.place
            for fault in check_drawing(flowchart.graph, flowchart.drawing):
                hint = "give some of its phases another drawing:, or shorten what stands in the boxes"
                yield Problem(place, "drawing", fault, hint)
    yield from check_how_they_join(guide)


def check_how_they_join(guide: Guide) -> Iterator[Problem]:
    """A problem for whatever the map of the flowcharts does not say as it is. Raises NoEngine."""
    place, hint = guide.procedures[0].title.place, "write the titles of the procedures in plain letters"
    try:
        drawing = map_drawn(guide)
    except DrawingError as refused:
        yield Problem(place, "drawing", f"the map of the flowcharts cannot be drawn: {refused}", hint)
        return
    for fault in check_map(map_of(guide), drawing) if drawing else ():
        yield Problem(place, "drawing", fault, hint)


def _told_alike(guide: Guide, procedure: Procedure, graphs: list[Graph]) -> Iterator[Problem]:
    """A problem for each way on that only the drawings tell, or only the ordered list beside them."""
    drawn = frozenset(arrow for graph in graphs for arrow in graph.told)
    listed = edges_in_outline(guide, procedure)
    for here, there, which in ((drawn, listed, "drawing"), (listed, drawn, "list")):
        for source, target, answer in sorted(here - there):
            way = f"'{answer}' leads from '{source}' to '{target}'" if answer else f"'{source}' leads to '{target}'"
            message = f"by the {which} alone {way}: list and drawing do not say the same"
            hint = "this is a fault of the program, not of your file: report it"
            yield Problem(guide.entry[source].entry_id.place, "drawing", message, hint)
