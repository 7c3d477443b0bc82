"""The read-back is itself proved: each planted fault is noticed by the check that claims it, and the record says so."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from guide.pages.surfaces import read_surfaces
from surface_faults.fault import Fault, lost
from surface_faults.table import FAULTS, digest, faults_of, kind_of, one_of_each
from surface_faults.trials import trials
from surfaces.every import SURFACES


def test_every_fault_can_be_planted_and_no_two_are_one() -> None:
    assert list(lost(FAULTS)) == []
    assert [fault.what for fault, times in Counter(FAULTS).items() if times > 1] == []


def test_a_fault_whose_text_is_gone_is_named_by_its_place(tmp_path: Path) -> None:
    (tmp_path / "page.jinja").write_text("one two two", "utf-8")
    faults = tuple(Fault("a word is lost", "page.jinja", word, "", "book: who") for word in ("one", "two", "three"))
    assert list(lost(faults, tmp_path)) == [
        "page.jinja: “a word is lost” is to replace a text that is there 2 times: 'two'",
        "page.jinja: “a word is lost” is to replace a text that is there 0 times: 'three'",
    ]


def test_every_fact_that_is_compared_has_a_fault_that_must_be_noticed_there() -> None:
    claimed = {(surface, fact) for fault in FAULTS for surface, facts in fault.claimed.items() for fact in facts}
    assert claimed == {(surface.name, fact) for surface in SURFACES for fact in surface.facts}


def test_one_of_each_has_every_kind_of_file() -> None:
    assert {kind_of(fault) for fault in one_of_each()} == {
        "template",
        "layout in print",
        "page script",
        "style in print",
        "program",
    }


def test_a_fault_of_each_kind_of_file_is_noticed_by_the_checks_that_claim_it() -> None:
    ended = list(trials(one_of_each()))
    assert [(one.fault.what, one.missed, one.complaint) for one in ended if not one.is_noticed] == []


def test_an_or_that_becomes_an_and_is_noticed_wherever_actors_are_told() -> None:
    either = [one for one in FAULTS if one.what == "one of two becomes both"]
    assert [(one.fault.path, one.missed, one.complaint) for one in trials(either)] == [(either[0].path, {}, "")]


def test_a_fault_that_its_check_does_not_notice_is_seen() -> None:
    """A fault of the page of forms, claimed by the page of questions; and one that keeps a page from being written."""
    missed = faults_of("form")[0]._replace(claims="question: title")
    broken = faults_of("form")[0]._replace(after="{{ nothing.of.the.kind }}")
    ended = list(trials([missed, broken]))
    assert ended[0].missed == {"question": ("title",)}
    assert "could not be written: TemplateSyntaxError" in ended[1].complaint
    assert [one.is_noticed for one in ended] == [False, False]


def test_the_record_is_of_this_table_of_faults_and_of_these_surfaces() -> None:
    record = read_surfaces()
    assert record.table == digest(), "the table of faults has changed: run make surfaces"
    assert record.faults == len(FAULTS)
    told = [(one.title, one.facts, one.faults) for one in record.surfaces]
    assert told == [(one.title, one.facts, len(faults_of(one.name))) for one in SURFACES], "run make surfaces"
