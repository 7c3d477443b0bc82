"""What a drawing says: boxes, arrows and words read from the engine's SVG, and read back from ours.

Arrows in our SVG carry no names: which boxes one joins, and which answer it bears, is told by where its line runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import hypot
from xml.etree.ElementTree import Element, fromstring

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
Edges = set[tuple[str, str, str | None]]

SVG = "{http://www.w3.org/2000/svg}"
NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")
TOUCHING = 8.0
"""How far from a box, in pixels, an arrow may begin or end: the tip itself is half as long."""


class DrawingError(ValueError):
    """The engine refused the text, or drew something else than it was asked to."""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A box, or the words on an arrow, as the engine laid it out."""

    box: Box
    points: tuple[Point, ...]
    """Corners, when the engine drew a polygon."""
    rows: tuple[str, ...]
    bold: int
    """How many of the rows, from the top, are bold."""


def engine_root(svg: str) -> Element:
    """Parse what an engine drew; a document type, the way to entities, is refused even from our own engine."""
    if "<!DOCTYPE" in svg or "<!ENTITY" in svg:
        raise DrawingError("the engine's SVG has a document type")
    return _root(svg)


@lru_cache(maxsize=2)
def _root(svg: str) -> Element:
    """Parse a drawing; kept while it is asked one question after another. Nobody changes what is read."""
    return fromstring(svg)


def drawn_nodes(root: Element) -> dict[str, LaidOut]:
    """Give the boxes an engine drew, by Mermaid id."""
    groups = (group for group in root.iter(f"{SVG}g") if "node" in (group.get("class") or "").split())
    return {re.sub(r"^.*flowchart-|-\d+$", "", group.get("id", "")): _drawn_node(group) for group in groups}


def _drawn_node(group: Element) -> LaidOut:
    x, y = _shift(group)
    shape = next(child for child in group if "label-container" in (child.get("class") or ""))
    if shape.tag == f"{SVG}polygon":
        dx, dy = _shift(shape)
        corners = tuple((px + dx + x, py + dy + y) for px, py in _points_in(shape.get("points", "")))
        box = _around(corners)
    else:
        corners, box = (), _moved(_rectangle(shape), x, y)
    return LaidOut(box, corners, *_rows_in(group))


def drawn_paths(root: Element) -> dict[str, str]:
    """Give the path data of the arrows an engine drew, by its own name of each."""
    return {path.get("data-id", ""): path.get("d", "") for path in root.iter(f"{SVG}path") if path.get("data-edge")}


def drawn_answers(root: Element) -> dict[str, LaidOut]:
    """Give the words on arrows an engine drew, by its own name of each arrow."""
    answers = {}
    for outer in root.iter(f"{SVG}g"):
        label = next((child for child in outer if child.get("data-id")), None)
        back = None if label is None else next((rect for rect in label.iter(f"{SVG}rect")), None)
        if label is None or back is None or outer.get("class") != "edgeLabel":
            continue
        (x, y), (dx, dy) = _shift(outer), _shift(label)
        answers[label.get("data-id", "")] = LaidOut(_moved(_rectangle(back), x + dx, y + dy), (), *_rows_in(label))
    return answers


def _rows_in(group: Element) -> tuple[tuple[str, ...], int]:
    """Give the lines of text, and how many of them are bold from the top."""
    rows = [row for row in group.iter(f"{SVG}tspan") if "row" in (row.get("class") or "").split()]
    bold = sum(any(part.get("font-weight") == "bold" for part in row.iter()) for row in rows)
    return tuple(" ".join("".join(row.itertext()).split()) for row in rows), bold


def read_back(svg: str) -> tuple[set[str], Edges]:
    """Give the node ids, and (source, target, answer) of each arrow, as our cleaned SVG draws them.

    An end that touches no box is "" and an answer on no arrow stays unread, so that neither can equal the graph.
    """
    root = _root(svg)
    boxes = {node_id: _shape_box(group) for node_id, group in _node_groups(root)}
    arrows = [path.get("d", "") for group in _classed(root, "flow-edges") for path in group.iter(f"{SVG}path")]
    answers: dict[int, str] = {}
    for text in _classed(root, "flow-answer"):
        middle = _middle_of(text)
        nearest = min(range(len(arrows)), key=lambda index: _distance_to_path(middle, arrows[index]))
        answers[nearest] = _words_in(text)
    return set(boxes), {(*_ends_of(d, boxes), answers.get(index)) for index, d in enumerate(arrows)}


def read_labels(svg: str) -> dict[str, str]:
    """Give the words in each box of our cleaned SVG, by node id."""
    groups = _node_groups(_root(svg))
    return {node_id: " ".join(_words_in(text) for text in group.iter(f"{SVG}text")) for node_id, group in groups}


def size_of(svg: str) -> tuple[float, float]:
    """Give width and height in CSS pixels, from the viewBox."""
    _, _, width, height = map(float, _root(svg).get("viewBox", "").split())
    return width, height


def type_sizes(svg: str) -> set[float]:
    """Give every size of type in the drawing, in CSS pixels."""
    return {float(element.get("font-size", "")) for element in _root(svg).iter() if element.get("font-size")}


def _node_groups(root: Element) -> Iterator[tuple[str, Element]]:
    return ((element.get("data-node", ""), element) for element in _classed(root, "flow-node"))


def _classed(root: Element, name: str) -> list[Element]:
    return [element for element in root.iter() if name in (element.get("class") or "").split()]


def _words_in(text: Element) -> str:
    return "".join(text.itertext()).strip()


def _middle_of(text: Element) -> Point:
    lines = list(text.iter(f"{SVG}tspan"))
    heights = [float(line.get("y", "0")) for line in lines]
    return float(lines[0].get("x", "0")), (heights[0] + heights[-1]) / 2 - 5.5


def _shape_box(group: Element) -> Box:
    shape = next(element for element in group.iter() if (element.get("class") or "") == "flow-shape")
    if shape.tag == f"{SVG}rect":
        return _rectangle(shape)
    return _around(_points_in(shape.get("points", "") or shape.get("d", "")))


def _ends_of(d: str, boxes: dict[str, Box]) -> tuple[str, str]:
    points = _points_in(d)
    return _touched(points[0], boxes), _touched(points[-1], boxes)


def _touched(point: Point, boxes: dict[str, Box]) -> str:
    distance, node_id = min((_distance_to_box(point, box), node_id) for node_id, box in boxes.items())
    return node_id if distance <= TOUCHING else ""


def _distance_to_box(point: Point, box: Box) -> float:
    (x, y), (left, top, right, bottom) = point, box
    return hypot(max(left - x, 0, x - right), max(top - y, 0, y - bottom))


def _distance_to_path(point: Point, d: str) -> float:
    return min(_distance_to_line(point, start, end) for start, end in pairwise(_points_in(d)))


def _distance_to_line(point: Point, start: Point, end: Point) -> float:
    (x, y), (x1, y1), (x2, y2) = point, start, end
    length = (x2 - x1) ** 2 + (y2 - y1) ** 2
    along = 0.0 if length == 0 else max(0.0, min(1.0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length))
    return hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1))


def _shift(element: Element) -> Point:
    found = NUMBER.findall(element.get("transform", ""))
    return (float(found[0]), float(found[1])) if len(found) == 2 else (0.0, 0.0)


def _rectangle(rect: Element) -> Box:
    x, y, width, height = (float(rect.get(name, "0")) for name in ("x", "y", "width", "height"))
    return x, y, x + width, y + height


def _moved(box: Box, x: float, y: float) -> Box:
    return box[0] + x, box[1] + y, box[2] + x, box[3] + y


def _around(points: tuple[Point, ...]) -> Box:
    across, down = zip(*points, strict=True)
    return min(across), min(down), max(across), max(down)


def _points_in(numbers: str) -> tuple[Point, ...]:
    """Give the pairs of numbers in path data or a points attribute; every command we meet is absolute."""
    found = [float(number) for number in NUMBER.findall(numbers)]
    return tuple(zip(found[::2], found[1::2], strict=True))
