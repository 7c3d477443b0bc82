"""The nouns of a flowchart: what the outline lists and the diagram draws, from one and the same value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

GAP_TEXT = "Not stated in the source"
"""What a box or a line says where the approved document is silent."""

NodeKind = Literal["start", "step", "decision", "outcome", "gap", "goto"]


@dataclass(frozen=True, slots=True)
class Node:
    """One box: something that happens, a question, an end, or a place where the source is silent."""

    id: str
    """The source's words in kebab-case; unique in its graph."""
    kind: NodeKind
    """Decides the shape."""
    head: str
    """The bold first line, such as "8 · Day 11 · SRG"; may be empty."""
    text: str
    """An imperative of at most 48 characters; any Unicode, never markup."""
    actor: str | None = None
    """The id of the actor who does it; decides the tint."""
    href: str | None = None
    """Where the box leads, such as "#step-8"."""
    stands_for: str = ""
    """In a box by which a route leaves the drawing: the id of the question, procedure or entry that it leads to."""


@dataclass(frozen=True, slots=True)
class Edge:
    """One arrow between two boxes."""

    source: str
    """Node id the arrow leaves."""
    target: str
    """Node id the arrow enters."""
    answer: str | None = None
    """The words on the arrow, when it is one branch of a decision."""
    inferred: bool = False
    """True when the source does not say so: drawn dashed."""


@dataclass(frozen=True, slots=True)
class Graph:
    """One flowchart: at most twelve nodes and exactly one start, in reading order."""

    id: str
    """Kebab-case, unique on its page: every id inside the drawing begins with it."""
    title: str
    """Its accessible name."""
    description: str
    """One or two sentences for people who do not see the drawing."""
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    def node(self, node_id: str) -> Node:
        """Give the node of that id; KeyError when there is none."""
        for node in self.nodes:
            if node.id == node_id:
                return node
        raise KeyError(node_id)

    @property
    def told(self) -> frozenset[tuple[str, str, str]]:
        """Source, target and answer of every arrow but the first, each target by the id it has in the whole guide."""
        leads_to = {node.id: node.stands_for or node.id for node in self.nodes}
        starts = {node.id for node in self.nodes if node.kind == "start"}
        arrows = (edge for edge in self.edges if edge.source not in starts)
        return frozenset((edge.source, leads_to[edge.target], edge.answer or "") for edge in arrows)

    def leaving(self, node_id: str) -> tuple[Edge, ...]:
        """Give the edges that leave a node, in order."""
        return tuple(edge for edge in self.edges if edge.source == node_id)
