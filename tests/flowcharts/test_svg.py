"""The cleaned SVG: nothing in it that a strict page forbids, names for those who listen, shapes for those who look."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree.ElementTree import fromstring

import pytest

from graph_examples import ACTOR_TINTS, DECIDE, GATHER, SAMPLES, one_box, words_of
from guide.flowcharts.diagram import diagram, draw
from guide.flowcharts.graph import Graph
from guide.flowcharts.mermaid import mermaid
from guide.flowcharts.read_back import DrawingError, read_labels
from guide.flowcharts.svg import TINTS, clean, true_lines

ALLOWED = {
    "svg": {"id", "class", "width", "height", "viewBox", "role", "aria-labelledby", "font-family", "font-size"}
    | {"text-anchor", "fill", "stroke-width"},
    "title": {"id"},
    "desc": {"id"},
    "marker": {
        "id",
        "class",
        "viewBox",
        "refX",
        "refY",
        "markerWidth",
        "markerHeight",
        "markerUnits",
        "orient",
        "fill",
    },
    "path": {"d", "class", "fill", "stroke", "stroke-dasharray", "marker-end"},
    "g": {"id", "class", "data-node", "aria-hidden", "fill", "stroke"},
    "a": {"id", "class", "data-node", "href"},
    "rect": {"class", "x", "y", "width", "height", "rx", "fill", "stroke", "stroke-dasharray"},
    "polygon": {"class", "points", "fill", "stroke"},
    "text": {"class"},
    "tspan": {"x", "y", "font-weight"},
}


def test_the_cleaner_refuses_an_engine_that_changed_a_word() -> None:
    raw = draw(mermaid(GATHER), "x").replace("Telephone", "Telegraph")
    with pytest.raises(DrawingError, match=r"the engine drew .*Telegraph"):
        clean(raw, GATHER)


def test_the_cleaner_refuses_an_engine_that_left_out_an_arrow() -> None:
    with pytest.raises(DrawingError, match="the engine did not draw L_rapid_review_gather__start"):
        clean(draw(mermaid(replace(GATHER, edges=GATHER.edges[1:])), "x"), GATHER)


def test_the_cleaner_refuses_a_document_type() -> None:
    with pytest.raises(DrawingError, match="document type"):
        clean('<!DOCTYPE svg [<!ENTITY a "b">]>' + draw(mermaid(GATHER), "x"), GATHER)


def test_broken_lines_give_back_the_words_with_their_spaces() -> None:
    assert true_lines("Go on [now]", ("Go on", "［now］")) == ["Go on ", "[now]"]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.id)
def test_only_known_elements_and_attributes_are_in_the_svg(sample: Graph) -> None:
    for element in fromstring(diagram(sample, ACTOR_TINTS).svg).iter():
        name = element.tag.removeprefix("{http://www.w3.org/2000/svg}")
        assert set(element.keys()) <= ALLOWED[name], name


def test_the_svg_has_a_name_and_a_description_and_hides_its_arrows() -> None:
    root = fromstring(diagram(DECIDE).svg)
    named = {element.get("id"): element.text for element in root.iter() if element.get("id")}
    assert root.get("role") == "group"
    assert [named[key] for key in root.get("aria-labelledby", "").split()] == ["Example", "An example with a fork."]
    hidden = next(element for element in root if element.get("aria-hidden") == "true")
    assert "".join(hidden.itertext()).split() == ["Local", "review", "National", "review", "No", "review"]


def test_boxes_are_links_in_reading_order_with_readable_names() -> None:
    root = fromstring(diagram(DECIDE).svg)
    links = [(link.get("href"), "".join(link.itertext())) for link in root.iter("{http://www.w3.org/2000/svg}a")]
    assert links[0] == ("#hold-meeting", "8 · Day 11 · SRG Hold the rapid review meeting")
    assert [href for href, _ in links] == [node.href for node in DECIDE.nodes if node.href]


def test_every_id_begins_with_the_name_of_its_diagram() -> None:
    ids = re.findall(r'\bid="([^"]+)"', diagram(DECIDE).svg)
    assert len(ids) == len(set(ids))
    assert all(one.startswith("flow-rapid-review-decide") for one in ids)


def test_a_gap_is_dashed_and_says_that_the_source_is_silent() -> None:
    svg = diagram(DECIDE).svg
    gap = re.search(r'<a id="[^"]*-none".*?</a>', svg)
    assert gap is not None
    assert "stroke-dasharray" in gap[0]
    assert read_labels(svg)["none"] == "No review Not stated in the source"


def test_a_gap_that_says_so_already_says_it_once() -> None:
    assert words_of(one_box("Not stated in the source.", kind="gap")) == "Not stated in the source."


def test_an_inferred_arrow_is_dashed_and_the_others_are_not() -> None:
    assert diagram(DECIDE).svg.count('class="flow-inferred"') == 1
    assert mermaid(DECIDE).count("-.->") == 1


def test_each_kind_of_box_has_its_own_shape() -> None:
    svg = diagram(DECIDE).svg
    shapes = dict(re.findall(r"flow-node flow-(\w+)[^>]*><(\w+)", svg))
    assert shapes == {
        "start": "rect",
        "step": "rect",
        "decision": "polygon",
        "outcome": "rect",
        "gap": "rect",
        "goto": "path",
    }


def test_an_actor_gives_a_box_its_tint_and_an_unknown_one_gives_the_plain_one() -> None:
    svg = diagram(DECIDE, {"srg": 4}).svg
    box = re.search(r'<a [^>]*actor-srg actor-tint-4" data-node="hold-meeting"[^>]*><rect [^>]*>', svg)
    assert box is not None
    assert f'fill="{TINTS[4][0]}" stroke="{TINTS[4][1]}"' in box[0]
    assert 'actor-team actor-tint-0"' in svg
