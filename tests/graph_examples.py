"""Flowcharts that the tests draw, and short ways to make others."""

from __future__ import annotations

from guide.flowcharts.diagram import diagram
from guide.flowcharts.graph import Edge, Graph, Node
from guide.flowcharts.read_back import read_labels

ACTOR_TINTS = {"team": 2, "partners": 3, "srg": 4, "agency": 5}


def graph(*nodes: Node, edges: tuple[Edge, ...] = (), name: str = "example") -> Graph:
    return Graph(name, "Example", "An example with a fork.", nodes, edges)


def one_box(text: str, head: str = "", kind: str = "step") -> Graph:
    start = Node("start", "start", "", "Start")
    return graph(start, Node("box", kind, head, text), edges=(Edge("start", "box"),))  # type: ignore[arg-type]


def words_of(drawn: Graph, node_id: str = "box") -> str:
    return read_labels(diagram(drawn).svg)[node_id]


DECIDE = graph(
    Node("start", "start", "Day 11", "The group has read the report"),
    Node("hold-meeting", "step", "8 · Day 11 · SRG", "Hold the rapid review meeting", "srg", "#hold-meeting"),
    Node("choose", "decision", "9 · Day 14 · Partners", "Which review is appropriate?", "partners", "#choose"),
    Node("local", "outcome", "10 · Day 15 · SCPT", "Send the signed decision to the Panel", "team", "#local"),
    Node("national", "outcome", "10 · Day 15 · SCPT", "Refer the case to the Panel", "team", "#national"),
    Node("none", "gap", "No review", "", None, "#none"),
    Node("go-local", "goto", "Go to", "Local child safeguarding practice review", None, "../local-review/"),
    edges=(
        Edge("start", "hold-meeting"),
        Edge("hold-meeting", "choose"),
        Edge("choose", "local", "Local review"),
        Edge("choose", "national", "National review"),
        Edge("choose", "none", "No review", inferred=True),
        Edge("local", "go-local"),
    ),
    name="rapid-review-decide",
)
GATHER = graph(
    Node("start", "start", "Day 1", "The notification has been received"),
    Node("send", "step", "3 · Day 2 · SCPT", "Send the letters and forms to every agency", "team", "#send"),
    Node("return", "step", "4 · By day 7 · Agencies", "Return the completed information", "agency", "#return"),
    Node("arrived", "decision", "5 · Day 7 · SCPT", "Has every agency answered?", "team", "#arrived"),
    Node("telephone", "step", "6 · Day 7 · SCPT", "Telephone the agency for its report", "team", "#telephone"),
    Node("end", "outcome", "7 · Day 8 · SCPT", "Collate the Rapid Review Report", "team", "#end"),
    edges=(
        Edge("start", "send"),
        Edge("send", "return"),
        Edge("return", "arrived"),
        Edge("arrived", "end", "Yes"),
        Edge("arrived", "telephone", "No"),
        Edge("telephone", "arrived"),
    ),
    name="rapid-review-gather",
)
SAMPLES = [DECIDE, GATHER]
