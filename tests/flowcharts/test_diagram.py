"""Flowcharts: what is drawn equals the graph, fits a phone and a sheet of A4, and is the same wherever it is drawn."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from dataclasses import replace
from importlib.util import find_spec
from itertools import pairwise
from math import ceil
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph_examples import ACTOR_TINTS, DECIDE, GATHER, SAMPLES, graph
from guide.flowcharts.diagram import NoEngine, check_drawing, diagram, draw, printed_pt
from guide.flowcharts.graph import Edge, Graph, Node
from guide.flowcharts.mermaid import WRAPS, mermaid
from guide.flowcharts.read_back import DrawingError, read_back, size_of

ROOT = Path(__file__).parents[2]


IDS = ["start", "end", "a", "a-b", "b", "o", "x", "default", "graph", "subgraph", "inform-partners", "hold-meeting"]
WORDS = ["Send", "the", "letters", "to", "every", "agency", "and", "safeguarding", "partners", "by", "telephone"]
ANSWERS = [None, "Yes", "No", "Local review", "Yes, all three partners agree", "No & stop"]


@st.composite
def graphs(draw_from: st.DrawFn) -> Graph:
    """Give a flowchart with forks of two and three, joins, loops back and two answers that lead to the same box."""
    count = draw_from(st.integers(2, len(IDS)))
    ends: list[tuple[int, int]] = []
    for target in range(1, count):
        sources = [source for source in range(target) if sum(pair[0] == source for pair in ends) < 3]
        ends.append((draw_from(st.sampled_from(sources)), target))
    for _ in range(draw_from(st.integers(0, 3))):
        free = [source for source in range(count) if sum(pair[0] == source for pair in ends) < 3]
        source = draw_from(st.sampled_from(free))
        ends.append(
            (source, draw_from(st.integers(0, count - 1).filter(lambda target, source=source: target != source)))
        )
    edges: dict[tuple[str, str, str | None], Edge] = {}
    for source, target in ends:
        answer, inferred = draw_from(st.sampled_from(ANSWERS)), draw_from(st.booleans())
        edges.setdefault((IDS[source], IDS[target], answer), Edge(IDS[source], IDS[target], answer, inferred))
    kinds = st.sampled_from(["step", "decision", "outcome", "gap", "goto"])
    text = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
    nodes = [Node("start", "start", "Day 1", draw_from(text))] + [
        Node(IDS[index], draw_from(kinds), f"{index} · Day {index} · SRG", draw_from(text), "srg", f"#{IDS[index]}")
        for index in range(1, count)
    ]
    return Graph("any", "Any", "Any flowchart.", tuple(nodes), tuple(edges.values()))


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(graphs())
def test_what_is_drawn_equals_the_graph(drawn: Graph) -> None:
    nodes, edges = read_back(diagram(drawn).svg)
    assert nodes == {node.id for node in drawn.nodes}
    assert edges == {(edge.source, edge.target, edge.answer) for edge in drawn.edges}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.id)
def test_the_samples_have_no_problem(sample: Graph) -> None:
    assert check_drawing(sample, diagram(sample, ACTOR_TINTS)) == []


def test_an_arrow_that_leads_elsewhere_is_found() -> None:
    drawing = diagram(GATHER)
    paths = re.findall(r'<path d="(M[^"]+)" marker', drawing.svg)
    moved = replace(drawing, svg=drawing.svg.replace(paths[0], paths[1]))
    assert check_drawing(GATHER, moved) == ["rapid-review-gather: arrow ('start', 'send', None) is not drawn"]


def test_an_arrow_that_ends_in_the_air_is_found() -> None:
    drawing = diagram(GATHER)
    first = re.findall(r'<path d="(M[^"]+)" marker', drawing.svg)[0]
    found = check_drawing(GATHER, replace(drawing, svg=drawing.svg.replace(first, "M-99 -99L-50 -50")))
    assert "rapid-review-gather: arrow ('', '', None) is not in the graph" in found


def test_answers_that_changed_places_are_found() -> None:
    drawing = diagram(GATHER)
    svg = drawing.svg.replace(">Yes<", ">?<").replace(">No<", ">Yes<").replace(">?<", ">No<")
    found = check_drawing(GATHER, replace(drawing, svg=svg))
    assert "rapid-review-gather: arrow ('arrived', 'end', 'No') is not in the graph" in found


def test_a_box_with_other_words_and_a_box_left_out_are_found() -> None:
    drawing = diagram(GATHER)
    other = replace(drawing, svg=drawing.svg.replace("Telephone the", "Write to the"))
    assert "reads '6 · Day 7 · SCPT Write to the" in check_drawing(GATHER, other)[0]
    without = re.sub(r'<a id="[^"]*telephone".*?</a>', "", drawing.svg)
    assert "rapid-review-gather: box 'telephone' is not drawn" in check_drawing(GATHER, replace(drawing, svg=without))


def test_too_many_boxes_are_refused_with_a_cure() -> None:
    nodes = [Node("start", "start", "", "Start")] + [Node(f"s{n}", "step", "Day 1", "Go on") for n in range(1, 14)]
    line = graph(*nodes, edges=tuple(Edge(one.id, other.id) for one, other in pairwise(nodes)))
    found = check_drawing(line, diagram(line))
    assert found[0] == "example: 14 boxes, the most is 12; divide it into smaller flowcharts"
    assert re.fullmatch(r"example: the drawing is 1\d\d\d px high, the most is 1030; divide it .*", found[1])


def test_a_drawing_that_is_too_wide_is_refused_with_a_cure() -> None:
    nodes = [Node(name, "step", "5 · Within 5 working days", "Inform the safeguarding partners") for name in "abcdef"]
    start, left, right = (
        Node("start", "start", "", "Start"),
        Node("l", "step", "", "Left"),
        Node("r", "step", "", "Right"),
    )
    ends = ["start l", "start r", "l a", "l b", "r d", "r e"]
    wide = graph(start, left, right, *nodes, edges=tuple(Edge(*end.split()) for end in ends))
    assert re.search(
        r"example: the drawing is \d+ px wide, the most is 440; divide it",
        "\n".join(check_drawing(wide, diagram(wide))),
    )


def test_room_to_space_the_letters_is_given_up_before_a_drawing_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with_room = [size_of(draw(mermaid(GATHER, width), "x"))[0] for width in WRAPS]
    without = size_of(draw(mermaid(GATHER, WRAPS[-1], spare=False), "x"))[0]
    assert without < min(with_room)
    assert diagram(GATHER).source in [mermaid(GATHER, width) for width in WRAPS]
    monkeypatch.setattr("guide.flowcharts.diagram.MOST_WIDTH", ceil(without))
    assert diagram(GATHER).source in [mermaid(GATHER, width, spare=False) for width in WRAPS]


def test_two_starts_and_four_branches_are_refused() -> None:
    nodes = [Node("start", "start", "", "Start"), Node("again", "start", "", "Start")]
    nodes += [Node(name, "step", "", "Go on") for name in "abcd"]
    forked = graph(*nodes, edges=(*(Edge("start", name) for name in ("again", *"abc")), Edge("again", "d")))
    found = check_drawing(forked, diagram(forked))
    assert "example: 2 starts, there must be one" in found
    assert "example: a box has 4 branches, the most is 3" in found


def test_type_of_another_size_is_refused() -> None:
    drawing = diagram(GATHER)
    small = replace(drawing, svg=drawing.svg.replace('font-size="16"', 'font-size="13"'))
    assert check_drawing(GATHER, small) == ["rapid-review-gather: type of 13 px, it must be 16 px"]


def test_type_prints_at_twelve_points_and_shrinks_to_fit_the_sheet() -> None:
    assert printed_pt(440, 900) == 12.0
    assert printed_pt(600, 1030) == pytest.approx(10.57, abs=0.01)
    assert printed_pt(1200, 900) == pytest.approx(6.43, abs=0.01)


def test_a_drawing_that_prints_too_small_is_refused() -> None:
    found = check_drawing(GATHER, replace(diagram(GATHER), height=1300.0))
    assert "rapid-review-gather: prints at 8.3 pt on A4, the least is 9 pt" in found


DRAW_IN_A_PROCESS = "import graph_examples as t, sys; sys.stdout.write(t.diagram(t.DECIDE, t.ACTOR_TINTS).svg)"


def test_two_processes_draw_the_same_bytes() -> None:
    path = os.pathsep.join((str(ROOT / "scripts"), str(ROOT / "tests")))
    drawn = {
        subprocess.run(
            [sys.executable, "-c", DRAW_IN_A_PROCESS],
            env={**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert drawn == {diagram(DECIDE, ACTOR_TINTS).svg.encode()}


ENGINES = [name for name in ("merman", "mmdr") if find_spec(name)]


def test_an_engine_is_installed() -> None:
    assert ENGINES


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.id)
def test_each_engine_at_hand_draws_the_graph(engine: str, sample: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    for other in {"merman", "mmdr"} - {engine}:
        monkeypatch.setitem(sys.modules, other, None)
    assert check_drawing(sample, diagram(sample)) == []


def test_without_merman_the_same_text_goes_to_mmdr(monkeypatch: pytest.MonkeyPatch) -> None:
    class Rendered:
        def svg(self) -> str:
            return "<svg/>"

    asked: list[tuple[str, str]] = []

    def render(source: str, backend: str) -> Rendered:
        asked.append((source, backend))
        return Rendered()

    monkeypatch.setitem(sys.modules, "merman", None)
    monkeypatch.setitem(sys.modules, "mmdr", SimpleNamespace(render=render))
    assert draw("flowchart TB\n", "x") == "<svg/>"
    assert asked == [("flowchart TB\n", "merman")]


def test_without_any_engine_there_is_a_plain_word_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "merman", None)
    monkeypatch.setitem(sys.modules, "mmdr", None)
    with pytest.raises(NoEngine, match="install merman or mmdr"):
        diagram(GATHER)


def test_text_an_engine_refuses_is_told_with_the_name_of_the_drawing() -> None:
    with pytest.raises(DrawingError, match=r"^flow-x: the engine refuses"):
        draw("flowchart TB\nend[", "flow-x")


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.id)
def test_a_drawing_stays_under_twelve_kilobytes(sample: Graph) -> None:
    diagram(sample)
    started = time.perf_counter()
    size = len(diagram(sample, ACTOR_TINTS).svg.encode())
    print(f"{sample.id}: {(time.perf_counter() - started) * 1000:.1f} ms, {size} bytes")
    assert size <= 12 * 1024


def test_the_fullest_drawing_stays_under_twelve_kilobytes() -> None:
    text = "Inform the safeguarding partners of the decision"
    nodes = [Node("start", "start", "Day 1", text, "srg", "#start")]
    nodes += [
        Node(f"inform-partners-{n}", "step", f"{n} · Within 5 days · SRG", text, "srg", f"#inform-{n}")
        for n in range(11)
    ]
    edges = [Edge(one.id, other.id, "Yes, all agree", True) for one, other in pairwise(nodes)]
    full = graph(*nodes, edges=tuple(edges))
    assert len(diagram(full, ACTOR_TINTS).svg.encode()) <= 12 * 1024
