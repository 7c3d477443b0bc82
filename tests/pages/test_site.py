"""The pages say everything the approved procedure says, once, and the drawings agree with them."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import html5lib
import pytest

from area_guides import area, area_folder
from guide.checks.every import check_guide
from guide.flowcharts import diagram
from guide.flowcharts.diagram import NoEngine, check_drawing
from guide.flowcharts.drawn import check_drawings, flowcharts_of
from guide.flowcharts.graphs import drawn_of
from guide.flowcharts.outline import edges_in_outline
from guide.flowcharts.read_back import read_back
from guide.model.entries import Note, Step
from guide.model.guide import Guide
from guide.pages import site
from guide.publishing.origin import Origin
from guide.reading.folder import read_guide

BUILD = Origin("1.0.0", "abcdef0", "2026-11-23", 0)


@pytest.fixture(scope="module")
def pages(guide: Guide) -> dict[str, str]:
    return site.render(guide, BUILD)


def words_of(page: str) -> str:
    """The text of a page as a reader sees it, with single spaces."""
    return " ".join("".join(html5lib.parse(page).itertext()).split())


def test_a_sound_guide_has_no_problems(guide: Guide) -> None:
    assert check_guide(guide) == []
    assert list(check_drawings(guide)) == []


def test_every_step_decision_outcome_and_note_stands_on_its_procedures_page(
    guide: Guide, pages: dict[str, str]
) -> None:
    for procedure in guide.procedures:
        page = pages[f"procedures/{procedure.id}.md"]
        text = words_of(page)
        for entry in procedure.entries:
            assert f'id="{entry.entry_id}"' in page
            assert " ".join(entry.title.split()) in text
            if isinstance(entry, Step):
                assert " ".join(entry.does.split()) in text
        for item in {item for entry in procedure.entries for item in entry.source}:
            assert item in text


def test_a_child_or_a_family_that_receives_something_has_a_name_and_no_page_to_be_led_to() -> None:
    pages = site.render(area("glen"), BUILD)
    assert "Write to the family" in words_of(pages["procedures/discussion.md"])
    assert "roles/family.md" not in pages
    assert [name for name, page in pages.items() if "roles/family/" in str(page)] == []


def test_every_form_question_and_term_stands_on_its_page(guide: Guide, pages: dict[str, str]) -> None:
    for form in guide.forms:
        assert f'id="{form.id}"' in pages["forms.md"]
        assert form.title in words_of(pages["forms.md"])
    for question in guide.questions:
        assert f'id="{question.id}"' in pages["questions.md"]
        assert " ".join(question.meanwhile.split()) in words_of(pages["questions.md"])
    for term in guide.glossary:
        assert f'id="{term.id}"' in pages["glossary.md"]


def test_a_step_without_a_deadline_says_so_and_never_shows_a_blank(guide: Guide, pages: dict[str, str]) -> None:
    page = pages["procedures/reflection.md"]
    untimed = [step for step in guide.procedure["reflection"].steps if step.due == "not stated"]
    assert words_of(page).count("No deadline stated in the source") == len(untimed) > 10
    assert not re.search(r"<(dd|td|p)[^>]*>\s*</\1>", page)


def test_the_drawings_show_the_routes_of_the_outline_and_nothing_else(guide: Guide) -> None:
    for procedure in guide.procedures:
        drawn_routes = set()
        boxes: set[str] = set()
        for chart in flowcharts_of(guide, procedure):
            nodes, edges = read_back(chart.drawing.svg)
            boxes |= nodes
            drawn_routes |= {(one, other.removeprefix("to-"), answer or "") for one, other, answer in edges}
        drawn_routes = {route for route in drawn_routes if route[0] != "start"}
        told = {
            (one, f"gap-{one}" if other in guide.question else other, answer)
            for one, other, answer in edges_in_outline(guide, procedure)
        }
        assert drawn_routes == told
        assert {entry.entry_id for entry in procedure.entries if not isinstance(entry, Note)} <= boxes


def test_a_drawing_that_loses_an_arrow_is_refused(guide: Guide) -> None:
    chart = flowcharts_of(guide, guide.procedure["concern"])[0]
    assert check_drawing(chart.graph, chart.drawing) == []
    one_less = replace(chart.graph, edges=chart.graph.edges[:-1])
    assert any("arrow" in fault for fault in check_drawing(one_less, chart.drawing))


def test_every_phase_is_drawn_once(guide: Guide) -> None:
    for procedure in guide.procedures:
        phases = [phase.id for drawn in drawn_of(procedure) for phase in drawn.phases]
        assert phases == [phase.id for phase in procedure.phases]


def test_without_a_diagram_engine_the_pages_are_whole_and_the_build_is_warned(
    guide: Guide, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def no_engine(*_: object) -> str:
        raise NoEngine("no diagram engine: install merman or mmdr")

    monkeypatch.setattr(diagram, "draw", no_engine)
    pages = site.render(replace(guide), BUILD)  # one of which nothing was drawn yet
    assert "The list says the same" in pages["procedures/evaluation.md"]
    assert 'id="hold-evaluation-meeting"' in pages["procedures/evaluation.md"]
    assert "no diagram engine" in caplog.text
    assert caplog.records[0].name == "guide"


def test_two_renderings_are_equal_to_the_byte(guide: Guide, pages: dict[str, str]) -> None:
    assert site.render(read_guide(area_folder()), BUILD) == pages
    assert site.stamp(guide) in pages["data/guide.json"]


def test_the_stamp_changes_with_a_single_word(guide: Guide) -> None:
    partnership = guide.partnership.model_copy(update={"contact": "somebody else"})
    assert site.stamp(replace(guide, partnership=partnership)) != site.stamp(guide)


def test_the_open_data_hold_every_noun_of_the_guide(guide: Guide, pages: dict[str, str]) -> None:
    data = json.loads(pages["data/guide.json"])
    assert [procedure["id"] for procedure in data["procedures"]] == [one.id for one in guide.procedures]
    assert len(data["questions"]) == len(guide.questions)
    assert len(data["source"]) == len(guide.source)
    step = data["procedures"][1]["phases"][2]["steps"][0]
    assert step["due"] == {"within": "5 working days", "of": "ask-for-records"}
    assert data["calendars"]["england-and-wales"]["hash"] == guide.calendars["england-and-wales"].hash


def test_hostile_words_reach_the_page_as_words(guide: Guide) -> None:
    form = guide.forms[0].model_copy(update={"title": "<script>alert(1)</script> & <b>'\""})
    page = site.render(replace(guide, forms=(form, *guide.forms[1:])), BUILD)["forms.md"]
    assert "<script>" not in page
    assert "<script>alert(1)</script> & <b>'\"" in words_of(page)
