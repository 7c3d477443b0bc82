"""A flow graph as Mermaid text, and as the static SVG that readers get.

The engine lays out boxes and arrows; `diagram_svg` writes the drawing anew from that geometry, so that nothing of
Mermaid reaches a reader.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from itertools import product
from math import ceil, floor

from guide.flowcharts.graph import Graph
from guide.flowcharts.mermaid import is_three_way_fork, lines_of, mermaid, plain, wraps_for
from guide.flowcharts.read_back import DrawingError, read_back, read_labels, size_of, type_sizes
from guide.flowcharts.svg import clean

MOST_NODES, MOST_BRANCHES = 12, 3
CURE = "divide it into smaller flowcharts"
MOST_HEIGHT, MOST_WIDTH, MOST_WIDTH_OF_A_THREE_WAY_FORK = 1030, 440, 600
TYPE, LEAST_PRINTED_PT = 16.0, 9.0
A4_USABLE_MM = (170.0, 240.0)
"""Inside the margins, and under a caption; flow.css prints to the same size."""


class NoEngine(RuntimeError):
    """No diagram engine can be imported; pages stay whole without drawings."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """One flowchart, ready for a page."""

    source: str
    """The Mermaid text, for the reader who wants the .mmd file."""
    svg: str
    """Cleaned SVG, safe inside HTML under a strict Content-Security-Policy."""
    width: float
    """In CSS pixels, as is the height."""
    height: float


def diagram(graph: Graph, tints: Mapping[str, int] | None = None) -> Drawing:
    """Draw a graph with the widest wrapping that keeps to the budget; `tints` gives each actor a slot from 1 to 8.

    Boxes have room for readers who space their letters, unless the drawing keeps to the budget only without it.
    When none keeps to it the narrowest is returned, and `check_drawing` says what is too big. Raises NoEngine.
    """
    for spare, width in product((True, False), wraps_for(graph)):
        source = mermaid(graph, width, spare)
        raw = draw(source, f"flow-{graph.id}")
        if not _too_big(graph, *size_of(raw)):
            break
    svg = clean(raw, graph, tints)
    return Drawing(source, svg, *size_of(svg))


def draw(source: str, id: str) -> str:  # noqa: A002 (the word of the SVG it names)
    """Give the raw SVG an engine draws from Mermaid text; the only place that knows an engine. Raises NoEngine."""
    try:
        import merman
    except ImportError:
        return _draw_with_mmdr(source)
    try:
        return str(merman.Merman().render_svg(source, f'{{"svg": {{"diagram_id": "{id}"}}}}'))
    except merman.MermanError as mistake:
        raise DrawingError(f"{id}: the engine refuses the Mermaid text: {mistake}") from mistake


def _draw_with_mmdr(source: str) -> str:
    """Draw where merman has no wheel; the id is fixed by that engine and cleaned away afterwards."""
    try:
        import mmdr
    except ImportError as missing:
        raise NoEngine("no diagram engine: install merman or mmdr") from missing
    return str(mmdr.render(source, backend="merman").svg())


def printed_pt(width: float, height: float) -> float:
    """Give the size of the type in points when the drawing is fitted on A4 and never enlarged."""
    across, down = (mm / 25.4 * 96 for mm in A4_USABLE_MM)
    return TYPE * 0.75 * min(1.0, across / width, down / height)


def _too_big(graph: Graph, width: float, height: float) -> list[str]:
    widest = MOST_WIDTH_OF_A_THREE_WAY_FORK if is_three_way_fork(graph) else MOST_WIDTH
    return [
        f"{graph.id}: the drawing is {ceil(drawn)} px {way}, the most is {most}; {CURE}"
        for drawn, most, way in ((width, widest, "wide"), (height, MOST_HEIGHT, "high"))
        if ceil(drawn) > most
    ]


def is_too_big(graph: Graph, drawing: Drawing) -> bool:
    """Say whether a drawing is wider or higher than a page has room for."""
    return bool(_too_big(graph, drawing.width, drawing.height))


def check_drawing(graph: Graph, drawing: Drawing) -> list[str]:
    """Give what is wrong with a drawing, in sentences; nothing when it says what the graph says and fits the page."""
    return [
        *_check_shape_of(graph),
        *_check_equal(graph, drawing),
        *_too_big(graph, drawing.width, drawing.height),
        *_check_type(graph, drawing),
    ]


def check_map(graph: Graph, drawing: Drawing) -> list[str]:
    """Give what is wrong with a map, which has no start; nothing when it says what its graph says, in its type."""
    return [*_check_equal(graph, drawing), *_check_type(graph, drawing)]


def _check_shape_of(graph: Graph) -> list[str]:
    starts = sum(node.kind == "start" for node in graph.nodes)
    most_branches = max((len(graph.leaving(node.id)) for node in graph.nodes), default=0)
    found = []
    if len(graph.nodes) > MOST_NODES:
        found.append(f"{graph.id}: {len(graph.nodes)} boxes, the most is {MOST_NODES}; {CURE}")
    if starts != 1:
        found.append(f"{graph.id}: {starts} starts, there must be one")
    if most_branches > MOST_BRANCHES:
        found.append(f"{graph.id}: a box has {most_branches} branches, the most is {MOST_BRANCHES}")
    return found


def _check_equal(graph: Graph, drawing: Drawing) -> list[str]:
    nodes, edges = read_back(drawing.svg)
    wanted_edges = {(edge.source, edge.target, plain(edge.answer or "") or None) for edge in graph.edges}
    wanted_labels = {node.id: " ".join(plain(line) for line in lines_of(node)) for node in graph.nodes}
    found = _differences(graph, "box", wanted_labels.keys(), nodes) + _differences(graph, "arrow", wanted_edges, edges)
    labels = read_labels(drawing.svg)
    return found + [
        f"{graph.id}: box {node_id!r} reads {labels[node_id]!r}, not {label!r}"
        for node_id, label in wanted_labels.items() if node_id in labels and labels[node_id] != label
    ]  # fmt: skip


def _differences(graph: Graph, what: str, wanted: Set[object], drawn: Set[object]) -> list[str]:
    missing = [f"{graph.id}: {what} {item!r} is not drawn" for item in sorted(wanted - drawn, key=str)]
    return missing + [f"{graph.id}: {what} {item!r} is not in the graph" for item in sorted(drawn - wanted, key=str)]


def _check_type(graph: Graph, drawing: Drawing) -> list[str]:
    sizes = sorted(type_sizes(drawing.svg) - {TYPE})
    found = [f"{graph.id}: type of {size:g} px, it must be {TYPE:g} px" for size in sizes]
    points = printed_pt(drawing.width, drawing.height)
    if points < LEAST_PRINTED_PT:
        found.append(f"{graph.id}: prints at {floor(points * 10) / 10} pt on A4, the least is {LEAST_PRINTED_PT:g} pt")
    return found
