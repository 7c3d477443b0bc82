"""Boxes and arrows: a procedure as graphs, as an ordered list, as Mermaid text and as a drawing."""

from __future__ import annotations

from guide.flowcharts.diagram import Drawing, NoEngine, check_drawing, printed_pt
from guide.flowcharts.drawn import Flowchart, check_drawings, flowcharts_of, tints_of
from guide.flowcharts.graph import Graph
from guide.flowcharts.graphs import drawn_of
from guide.flowcharts.joins import Join, joins_around, joins_of, map_drawn, map_of
from guide.flowcharts.outline import Item, OutlinePart, WayOn, outline_of

__all__ = [
    "Drawing",
    "Flowchart",
    "Graph",
    "Item",
    "Join",
    "NoEngine",
    "OutlinePart",
    "WayOn",
    "check_drawing",
    "check_drawings",
    "drawn_of",
    "flowcharts_of",
    "joins_around",
    "joins_of",
    "map_drawn",
    "map_of",
    "outline_of",
    "printed_pt",
    "tints_of",
]
