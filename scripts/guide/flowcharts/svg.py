"""The engine's SVG made into ours: its geometry kept, everything else written anew.

Presentation attributes carry a light, printable look for engines without CSS; the classes let flow.css do better.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import ceil
from typing import TypeVar
from xml.sax.saxutils import escape, quoteattr

from guide.flowcharts.graph import Edge, Graph, Node
from guide.flowcharts.mermaid import GUARD, edge_keys, lines_of, look_alike, mermaid_id, plain
from guide.flowcharts.read_back import (
    NUMBER,
    Box,
    DrawingError,
    LaidOut,
    drawn_answers,
    drawn_nodes,
    drawn_paths,
    engine_root,
)

LINE, BASELINE, MOST_ROUND = 19.0, 5.5, 22.0
INK, ARROW, PAPER = "#1b2430", "#4a5563", "#fff"
DASHES = ' stroke-dasharray="6 4"'
TINTS = (
    ("#f1f3f5", "#5c6773"),
    ("#e3eefb", "#2f6db0"),
    ("#e2f3ea", "#25774f"),
    ("#fbeedd", "#9a5b12"),
    ("#f1e9fa", "#7a4fb0"),
    ("#fce8ec", "#b0405f"),
    ("#ddf2f4", "#1b7480"),
    ("#f4f1d6", "#756612"),
    ("#e9ebfa", "#5059b8"),
)
"""Fill and border on light paper; slot 0 is for boxes without an actor. flow.css has the same, and the dark ones."""

Found = TypeVar("Found")


def clean(svg: str, graph: Graph, tints: Mapping[str, int] | None = None) -> str:
    """Give the drawing as inline SVG without style, script, filter or foreign object; always the same bytes.

    `tints` gives each actor a slot from 1 to 8. Raises DrawingError when the engine left out or changed a box, an
    arrow or a word.
    """
    root = engine_root(svg)
    own = f"flow-{graph.id}"
    paths, answers, boxes = drawn_paths(root), drawn_answers(root), drawn_nodes(root)
    named = list(zip(edge_keys(graph, paths), graph.edges, strict=True))
    answered = [(key, plain(edge.answer or "")) for key, edge in named if plain(edge.answer or "")]
    parts = [
        *_opening(own, graph, root.get("viewBox", "0 0 0 0")),
        *(_arrow(edge, _found(paths, key), own) for key, edge in named),
        "</g>",
        *(_answer(words, _found(answers, key)) for key, words in answered),
        "</g>",
        *(_box(node, _found(boxes, mermaid_id(graph, node.id)), own, tints or {}) for node in graph.nodes),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _opening(own: str, graph: Graph, view_box: str) -> Iterator[str]:
    width, height = (ceil(float(number)) for number in view_box.split()[2:])
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" id="{own}" class="flow-svg flow-w-{ceil(width / 40) * 40}"'
        f' width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
        f' role="group" aria-labelledby="{own}-title {own}-desc"'
        f' font-family="Arial,Helvetica,sans-serif" font-size="16" text-anchor="middle" fill="{INK}"'
        ' stroke-width="1.5">'
    )
    yield f'<title id="{own}-title">{escape(plain(graph.title))}</title>'
    yield f'<desc id="{own}-desc">{escape(plain(graph.description))}</desc>'
    yield (
        f'<marker id="{own}-tip" class="flow-tip" viewBox="0 0 10 10" refX="6" refY="5" markerWidth="10"'
        f' markerHeight="10" markerUnits="userSpaceOnUse" orient="auto" fill="{ARROW}">'
        '<path d="M0 0L10 5L0 10z"/></marker>'
    )
    # Hidden as a whole: assistive technology would otherwise read "Yes No Yes No" after the boxes.
    yield f'<g aria-hidden="true"><g class="flow-edges" fill="none" stroke="{ARROW}">'


def _found(drawn: Mapping[str, Found], key: str) -> Found:
    if key not in drawn:
        raise DrawingError(f"the engine did not draw {key}")
    return drawn[key]


def _arrow(edge: Edge, d: str, own: str) -> str:
    dashes = f' class="flow-inferred"{DASHES}' if edge.inferred else ""
    return f'<path d="{NUMBER.sub(lambda number: tidy(float(number[0])), d)}"{dashes} marker-end="url(#{own}-tip)"/>'


def _answer(words: str, drawn: LaidOut) -> str:
    """Write the words on an arrow over a patch of paper, so that the line does not run through them."""
    lines = true_lines(words, drawn.rows)
    return (
        f'<rect class="flow-paper" {_rectangle(drawn.box)} fill="{PAPER}"/>'
        f'<text class="flow-answer">{_tspans(lines, drawn.box)}</text>'
    )


def _box(node: Node, drawn: LaidOut, own: str, tints: Mapping[str, int]) -> str:
    """Write one box, as a link when the node leads somewhere."""
    slot = tints.get(node.actor or "", 0)
    tag, link = ("a", f" href={quoteattr(node.href)}") if node.href else ("g", "")
    actor = f" actor-{node.actor} actor-tint-{slot}" if node.actor else ""
    lines = true_lines(" ".join(lines_of(node)), drawn.rows)
    return (
        f"<{tag} id={quoteattr(f'{own}-{node.id}')} class={quoteattr(f'flow-node flow-{node.kind}{actor}')}"
        f" data-node={quoteattr(node.id)}{link}>"
        f"{_shape(node, drawn, *TINTS[slot])}<text>{_tspans(lines, drawn.box, drawn.bold)}</text></{tag}>"
    )


def _shape(node: Node, drawn: LaidOut, fill: str, border: str) -> str:
    look = f'class="flow-shape" fill="{fill}" stroke="{border}"'
    if node.kind == "decision":
        return f'<polygon {look} points="{" ".join(f"{tidy(x)},{tidy(y)}" for x, y in drawn.points)}"/>'
    if node.kind == "goto":
        return f'<path {look} d="{_double_sided(drawn.box)}"/>'
    if node.kind == "gap":
        return f"<rect {look} {_rectangle(drawn.box)}{DASHES}/>"
    rounded = min((drawn.box[3] - drawn.box[1]) / 2, MOST_ROUND) if node.kind in ("start", "outcome") else 3
    return f'<rect {look} {_rectangle(drawn.box)} rx="{tidy(rounded)}"/>'


def _rectangle(box: Box) -> str:
    left, top, right, bottom = box
    return f'x="{tidy(left)}" y="{tidy(top)}" width="{tidy(right - left)}" height="{tidy(bottom - top)}"'


def _double_sided(box: Box) -> str:
    left, top, right, bottom = map(tidy, box)
    sides = "".join(f"M{x} {top}L{x} {bottom}" for x in (tidy(box[0] + 6), tidy(box[2] - 6)))
    return f"M{left} {top}L{right} {top}L{right} {bottom}L{left} {bottom}z{sides}"


def _tspans(lines: list[str], box: Box, bold: int = 0) -> str:
    """Write lines centred in a box."""
    left, top, right, bottom = box
    first = (top + bottom) / 2 - (len(lines) - 1) * LINE / 2 + BASELINE
    weights = [' font-weight="bold"' if index < bold else "" for index in range(len(lines))]
    return "".join(
        f'<tspan x="{tidy((left + right) / 2)}" y="{tidy(first + index * LINE)}"{weight}>{escape(line)}</tspan>'
        for index, (line, weight) in enumerate(zip(lines, weights, strict=True))
    )


def true_lines(words: str, rows: tuple[str, ...]) -> list[str]:
    """Give the words as they are, broken where the engine's rows are; DrawingError when the rows say something else.

    A line keeps the space it was broken at, or a screen reader would run two words together.
    """
    shown, lines, place = look_alike(words), [], 0
    for row in (row.replace(GUARD, "") for row in rows):
        end = place + len(row)
        if shown[place:end] != row:
            break
        end += words[end : end + 1] == " "
        lines.append(words[place:end])
        place = end
    if place != len(words):
        raise DrawingError(f"the engine drew {' / '.join(rows)!r} for {words!r}")
    return lines


def tidy(number: float) -> str:
    """Round to a tenth of a pixel, with no nought at the end and no minus before zero."""
    return f"{round(number, 1) + 0.0:.1f}".removesuffix(".0")
