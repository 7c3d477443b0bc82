"""From a procedure to its routes and drawings: one reading for the outline, the diagram and the checks."""

from __future__ import annotations

from pathlib import Path

from broken_guides import sound_guide
from guide.flowcharts.graph import GAP_TEXT, Edge, Graph
from guide.flowcharts.graphs import drawn_of, graphs_of
from guide.model.guide import Guide
from guide.model.routes import alongside_routes, routes_of
from guide.reading.folder import read_guide

MOST_NODES = 12


def starter(tmp_path: Path, *changes: tuple[str, str]) -> Guide:
    folder = sound_guide(tmp_path / "procedures")
    path = folder / "resolve-disagreement.yml"
    text = path.read_text("utf-8")
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
    return read_guide(folder)


def leaving(guide: Guide, procedure: str, entry: str) -> list[tuple[str, str, str]]:
    routes = guide.routes[procedure]
    return [(route.kind, route.target, route.answer) for route in routes if route.source == entry]


def test_a_step_leads_to_the_next_entry_unless_it_says_otherwise(guide: Guide) -> None:
    assert leaving(guide, "concern", "notice-concern") == [("next", "tell-line-manager", "")]
    assert leaving(guide, "evaluation", "send-finding-to-regulator") == []


def test_a_decision_leads_where_each_answer_says_and_to_a_gap_where_the_source_is_silent(guide: Guide) -> None:
    assert leaving(guide, "concern", "threshold-met") == [
        ("branch", "report-concern", "Yes"),
        ("gap", "threshold-not-met", "No"),
    ]


def test_a_route_to_another_procedure_is_a_handover_and_says_when_it_is_only_inferred(guide: Guide) -> None:
    (route,) = [one for one in guide.routes["concern"] if one.kind == "handover"]
    assert (route.source, route.target, route.inferred) == (
        "inform-regulator-and-employer", "inquiry", "what-follows-a-finding",
    )  # fmt: skip


def test_a_step_that_can_happen_at_any_time_stands_beside_the_route_and_not_in_it(guide: Guide) -> None:
    review = guide.procedure["inquiry"]
    assert "share-view-on-police-inquiry" not in {route.target for route in routes_of(review)}
    beside = [(route.source, route.target) for route in alongside_routes(review)]
    assert ("monitor-inquiry", "share-view-on-police-inquiry") in beside
    assert leaving(guide, "inquiry", "update-board") == [("next", "write-inquiry-report", "")]


def test_steps_are_numbered_from_1_in_the_order_of_the_page_and_decisions_are_not(guide: Guide) -> None:
    numbers = {step.id: guide.numbers[step.id] for step in guide.procedure["concern"].steps}
    assert numbers["notice-concern"] == 1
    assert numbers["report-concern"] == 4
    assert "threshold-met" not in guide.numbers
    assert list(numbers.values()) == list(range(1, 12))


def test_phases_that_name_one_drawing_share_it(guide: Guide) -> None:
    assert [drawn.title for drawn in drawn_of(guide.procedure["evaluation"])] == [
        "Working Days One and Two",
        "Working Days Three to Eleven",
        "Working Days Twelve to Fifteen",
    ]


def every_graph(guide: Guide) -> list[Graph]:
    return [graph for procedure in guide.procedures for graph in graphs_of(guide, procedure)]


def test_every_drawing_has_one_start_at_most_twelve_boxes_and_no_loose_end(guide: Guide) -> None:
    graphs = every_graph(guide)
    assert len({graph.id for graph in graphs}) == len(graphs) >= 8
    for graph in graphs:
        ids = [node.id for node in graph.nodes]
        assert len(set(ids)) == len(ids) <= MOST_NODES
        assert [node.kind for node in graph.nodes].count("start") == 1
        assert {end for edge in graph.edges for end in (edge.source, edge.target)} == set(ids)


def test_every_box_can_be_reached_from_the_start_of_its_drawing(guide: Guide) -> None:
    for graph in every_graph(guide):
        reached: set[str] = set()
        waiting = ["start"]
        while waiting:
            here = waiting.pop()
            if here not in reached:
                reached.add(here)
                waiting.extend(edge.target for edge in graph.leaving(here))
        unreached = {node.id for node in graph.nodes} - reached
        first = {
            entered_from_elsewhere
            for entered_from_elsewhere in unreached
            if not _has_arrow_in(graph, entered_from_elsewhere)
        }
        assert first == set(), graph.id


def _has_arrow_in(graph: Graph, node: str) -> bool:
    return any(edge.target == node for edge in graph.edges)


def test_a_box_says_number_day_and_who_and_leads_to_its_card(guide: Guide) -> None:
    graph = graphs_of(guide, guide.procedure["evaluation"])[1]
    node = graph.node("hold-evaluation-meeting")
    assert (node.head, node.text, node.actor, node.href) == (
        "12 · Day 11 · Circle", "Hold the evaluation meeting", "circle", "#hold-evaluation-meeting",
    )  # fmt: skip


def test_a_route_that_goes_on_in_the_next_drawing_says_where(guide: Guide) -> None:
    first, second, _ = graphs_of(guide, guide.procedure["evaluation"])
    (end,) = [node for node in first.nodes if node.kind == "goto"]
    assert (end.head, end.text, end.href) == (
        "Continues below",
        "Working Days Three to Eleven",
        "#return-records",
    )
    assert (second.node("start").head, second.node("start").text) == ("Continued from", "Working Days One and Two")


def test_a_gap_is_a_box_that_leads_to_its_question(guide: Guide) -> None:
    graph = graphs_of(guide, guide.procedure["concern"])[0]
    gap = graph.node("gap-threshold-met")
    assert (gap.kind, gap.text, gap.href) == ("gap", GAP_TEXT, "../../questions/#threshold-not-met")
    assert Edge("threshold-met", "gap-threshold-met", "No") in graph.edges


def test_an_arrow_that_the_source_does_not_draw_is_dashed(guide: Guide) -> None:
    edges = [edge for graph in graphs_of(guide, guide.procedure["concern"]) for edge in graph.edges]
    assert {edge.source for edge in edges if edge.inferred} >= {
        "inquiry-needed",
        "police-inquiry-needed",
    }


def test_two_silent_answers_of_one_decision_lead_to_two_questions(tmp_path: Path) -> None:
    guide = starter(tmp_path, ('{answer: "Yes", then: record-outcome}', '{answer: "Yes", gap: day-raised-is-day-zero}'))
    (graph, _) = graphs_of(guide, guide.procedure["resolve-disagreement"])
    gaps = {
        edge.answer: graph.node(edge.target).href
        for edge in graph.leaving("disagreement-settled")
        if edge.answer != "No"
    }
    assert gaps == {
        "Yes": "../../questions/#day-raised-is-day-zero",
        "There is no answer": "../../questions/#no-answer",
    }


def test_a_note_is_told_on_the_page_and_not_drawn(tmp_path: Path) -> None:
    note = "      - {note: remember, title: Remember, says: Remember this.}\n\n      - id: ask-managers-to-meet\n"
    guide = starter(tmp_path, ("      - id: ask-managers-to-meet\n", note))
    boxes = {node.id for graph in graphs_of(guide, guide.procedure["resolve-disagreement"]) for node in graph.nodes}
    assert "remember" not in boxes
    assert "remember" in guide.entry
