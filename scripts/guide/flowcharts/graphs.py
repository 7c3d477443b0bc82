"""A procedure to its graph: which entry leads to which, from one reading that outline, diagram and checks share."""

from __future__ import annotations

from dataclasses import dataclass, replace

from guide.dates import earlier_of
from guide.flowcharts.graph import GAP_TEXT, Edge, Graph, Node
from guide.model import (
    AnyEntry,
    Decision,
    Guide,
    Note,
    Phase,
    Procedure,
    Route,
    Step,
    alongside_routes,
)
from guide.wording import first_up, listed, short_names_of, timing_of


@dataclass(frozen=True, slots=True)
class Drawn:
    """The phases that share one diagram."""

    title: str
    phases: tuple[Phase, ...]

    @property
    def entries(self) -> tuple[AnyEntry, ...]:
        """What the diagram draws: notes are told beside it."""
        return tuple(entry for phase in self.phases for entry in phase.entries if not isinstance(entry, Note))


def drawn_of(procedure: Procedure) -> tuple[Drawn, ...]:
    """The diagrams of a procedure: phases that name the same drawing share one."""
    titles = list(dict.fromkeys(str(phase.drawing or phase.title) for phase in procedure.phases))
    return tuple(
        Drawn(title, tuple(phase for phase in procedure.phases if str(phase.drawing or phase.title) == title))
        for title in titles
    )


def graphs_of(guide: Guide, procedure: Procedure) -> tuple[Graph, ...]:
    """One graph a diagram, in reading order."""
    routes = (*guide.routes[procedure.id], *alongside_routes(procedure))
    drawings = drawn_of(procedure)
    where = {str(entry.entry_id): drawn for drawn in drawings for entry in drawn.entries}
    return tuple(_graph(guide, procedure, drawn, routes, where) for drawn in drawings)


def _graph(
    guide: Guide, procedure: Procedure, drawn: Drawn, routes: tuple[Route, ...], where: dict[str, Drawn]
) -> Graph:
    inside = {str(entry.entry_id) for entry in drawn.entries}
    start = _start_of(procedure, drawn)
    nodes = [start, *(_node(guide, entry) for entry in drawn.entries)]
    edges = [Edge(start.id, nodes[1].id)]
    for route in routes:
        if route.source not in inside:
            continue
        target = route.target
        if route.target not in inside:
            end = _end_of(guide, route, where)
            if any(node.id == end.id and node.href != end.href for node in nodes):
                end = replace(end, id=f"{end.id}-{route.target}")  # two answers of one decision, two open questions
            target = end.id
            if end.id not in {node.id for node in nodes}:
                nodes.append(end)
        dashed = bool(route.inferred) or route.kind == "alongside"
        edges.append(Edge(route.source, target, route.answer or None, dashed))
    order = f"{len(drawn.entries)} boxes" if len(drawn.entries) > 1 else "One box"
    description = f"{order}, from “{nodes[1].text}”. The ordered list beside the drawing says the same."
    number = drawn_of(procedure).index(drawn) + 1
    return Graph(f"{procedure.id}-{number}", f"Drawing of “{drawn.title}”", description, tuple(nodes), tuple(edges))


def _start_of(procedure: Procedure, drawn: Drawn) -> Node:
    """The round box at the top: where the procedure starts, or the diagram from which this one goes on."""
    drawings = drawn_of(procedure)
    position = drawings.index(drawn)
    if position == 0:
        return Node("start", "start", "", "Start")
    return Node("start", "start", "Continued from", drawings[position - 1].title)


def _node(guide: Guide, entry: AnyEntry) -> Node:
    href = f"#{entry.entry_id}"
    if isinstance(entry, Step):
        who = entry.who[0]
        # The list beside the drawing begins with the earlier day of the same act, and so does its heading.
        earlier = next((first_up(rule.when) for rule in earlier_of(guide, str(entry.id))), "")
        timing = earlier or timing_of(entry)
        parts = [str(guide.numbers[entry.id]), timing if len(timing) <= 24 else "", _short(guide, entry)]
        return Node(str(entry.id), "step", " · ".join(part for part in parts if part), str(entry.title), str(who), href)
    if isinstance(entry, Decision):
        head = f"Decision · {short_names_of(guide, entry.who)[0]}"
        return Node(str(entry.decision), "decision", head, str(entry.title), str(entry.who[0]), href)
    return Node(str(entry.entry_id), "outcome", "Outcome", str(entry.title), None, href)


def _short(guide: Guide, step: Step) -> str:
    names = short_names_of(guide, step.who)
    return (
        listed(names) if len(listed(names)) <= 16 and names != [GAP_TEXT] else "" if names == [GAP_TEXT] else names[0]
    )


def _end_of(guide: Guide, route: Route, where: dict[str, Drawn]) -> Node:
    """The box in which a route leaves its diagram: a gap, another procedure, or another diagram of this one."""
    if route.kind == "gap":
        return Node(f"gap-{route.source}", "gap", "", GAP_TEXT, None, f"../../questions/#{route.target}", route.target)
    if route.kind == "handover":
        procedure = guide.procedure[route.target]
        href = f"../{procedure.id}/"
        head = f"Flowchart {procedure.flowchart}"
        return Node(f"to-{procedure.id}", "goto", head, str(procedure.title), None, href, route.target)
    title = where[route.target].title
    entry = guide.entry[route.target]
    return Node(f"to-{route.target}", "goto", "Continues below", title, None, f"#{entry.entry_id}", route.target)
