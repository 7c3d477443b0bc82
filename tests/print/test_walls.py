"""Posters for the wall can be read from a distance, have every entry once and in order, and room for its date."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from guide.model import Decision, Guide, Note, Step
from guide.print.documents import documents_of
from guide.print.editions import edition_of
from guide.print.engine import Front, NotPrinted, Press
from guide.print.every import pdfs
from guide.print.wall import wall_of
from guide.problems import Problems
from guide.publishing.origin import UNRECORDED, Origin
from other_guide import decision, other_guide, outcome, procedure, step
from pdf_reading import Reading, read_pdf
from print.other_layout import with_typst

NOWHERE = Origin(UNRECORDED, UNRECORDED, UNRECORDED, 0)
A3 = (842, 1191)
STEP, TITLE = 21, 31
"""The least size of a step's letters and of a title's, in points: they are read from 1.5 m."""


def wall(guide: Guide, name: str) -> Reading:
    """The one poster, whatever else of the guide can be printed."""
    (document,) = (one for one in documents_of(guide) if one.name == f"wall-{name}.pdf")
    press = Press(0)
    front = Front(edition_of(guide, NOWHERE, ""), document.title, document.about, False, press.families)
    return read_pdf(press.print(document.kind, front, document.content()))


def walls(guide: Guide, read: Mapping[str, Reading]) -> dict[str, Reading]:
    return {str(one.id): read[f"wall-{one.id}.pdf"] for one in guide.procedures}


def test_a_wall_poster_is_on_sheets_of_a3(guide: Guide, read: Mapping[str, Reading]) -> None:
    for name, pdf in walls(guide, read).items():
        assert {tuple(map(round, sheet)) for sheet in pdf.sheets} == {A3}, name
        assert pdf.pages <= 2, name


def sizes_of(pdf: Reading, words: str) -> set[float]:
    """The sizes of the letters of words that stand together, wherever they do."""
    runs = [run for run in pdf.runs if run.text.strip()]
    found = set()
    for begin, first in enumerate(runs):
        if not words.startswith(first.text.strip()):
            continue
        said, at = "", begin
        while at < len(runs) and words.replace(" ", "").startswith(said + runs[at].text.replace(" ", "")):
            said += runs[at].text.replace(" ", "")
            at += 1
            if said == words.replace(" ", ""):
                found.add(min(run.size for run in runs[begin:at]))
                break
    return found


def test_every_step_is_at_least_21_points_and_every_title_31(guide: Guide, read: Mapping[str, Reading]) -> None:
    for name, pdf in walls(guide, read).items():
        assert min(sizes_of(pdf, str(guide.procedure[name].title))) >= TITLE, name
        for entry in guide.procedure[name].entries:
            title = f"Note: {entry.title}" if isinstance(entry, Note) else str(entry.title)
            assert max(sizes_of(pdf, title), default=0) >= STEP, title
        assert min(run.size for run in pdf.runs) >= 12


def test_a_smaller_letter_is_seen(guide: Guide, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, root: Path) -> None:
    pdf = wall(with_typst(monkeypatch, tmp_path, root, guide, "(21pt, 22pt, 23.5pt, 25pt, 28pt)", "(20pt,)"), "concern")
    assert max(sizes_of(pdf, "Tell your line manager")) == 20


def test_every_entry_stands_on_it_in_reading_order_with_a_box_for_each_date(
    guide: Guide, read: Mapping[str, Reading]
) -> None:
    for name, pdf in walls(guide, read).items():
        entries, rest = guide.procedure[name].entries, pdf.packed.partition("Itstartswhen:")[2]
        for entry in entries:
            number = guide.numbers.get(entry.entry_id, "")
            mark = f"{number}{entry.title}".replace(" ", "")
            assert mark in rest, entry.title
            rest = rest.partition(mark)[2]
        dated = [entry for entry in entries if isinstance(entry, Step | Decision)]
        wanted = wall_of(guide, name).wall
        heads = len(wanted.dates) + bool(wanted.counting)
        assert pdf.packed.count("Date:") == len(dated) + heads, name


def test_its_head_says_what_the_days_count_from_and_has_room_for_that_date(read: Mapping[str, Reading]) -> None:
    head = read["wall-concern.pdf"].packed.partition("Noticing")[0]
    assert "Ifanyoneisinimmediatedanger:" in head
    assert head.index("danger") < head.index("frontdoor") < head.index("Itstartswhen")
    assert "Day0isthedayofreceipt(thedutydeskreceivestheconcern).Day1isthenextworkingday." in head
    assert head.endswith("Date:ThedayofreceiptDate:Day1Date:ThedaytheemployerbecameawareDate:ThedaytheRegulatorwastold")
    reflection = read["wall-reflection.pdf"].packed
    assert "Thereisnodaytocounthere:nostephasadeadlinewithanumber." in reflection


def test_a_second_sheet_repeats_title_and_contacts_without_saying_them_twice_aloud(
    guide: Guide, read: Mapping[str, Reading]
) -> None:
    pdf = read["wall-concern.pdf"]
    second = "".join(run.text for run in pdf.runs if run.page == 2 and run.is_artifact).replace(" ", "")
    assert "Flowchart1,sheet2of2" in second
    assert "Aconcernaboutatrustedadult" in second
    assert "immediatedanger" in second
    assert pdf.packed.count("immediatedanger") == 1
    assert "Continuesonsheet2." in "".join(run.text for run in pdf.runs if run.page == 1).replace(" ", "")


def test_a_decision_tells_each_answer_with_where_it_leads(read: Mapping[str, Reading]) -> None:
    packed = read["wall-concern.pdf"].packed
    assert "Isthethresholdmet?DecidedbyEmployerYes:gotostep4.No:notstatedinthesource:question8." in packed
    assert "Afullinquiryisneeded" in packed.partition("Fullinquiry:goto")[2]
    assert "Then:gotostep10(theguide’sreading)." in packed.replace("'", "’")
    assert "Then:gotoflowchart3,Fullinquiry" in packed


def test_a_long_procedure_takes_more_sheets_and_never_smaller_letters(tmp_path: Path) -> None:
    titles = [f"Do number {one} of all these many things" for one in range(1, 101)]
    steps = (step(f"hundred-{one}", title) for one, title in enumerate(titles, 1))
    pdf = wall(other_guide(tmp_path / "procedures", hundred=procedure("hundred", 1, *steps)), "hundred")
    assert pdf.pages > 5
    for title in (titles[0], titles[49], titles[99]):
        assert min(sizes_of(pdf, title)) >= STEP
    assert [title for title in titles if title.replace(" ", "") not in pdf.packed] == []
    assert "sheet5of" in "".join(run.text for run in pdf.runs).replace(" ", "")
    shares = [sum(run.page == page and run.text == "Date:" for run in pdf.runs) for page in range(1, pdf.pages + 1)]
    assert min(shares) > max(shares) / 2, "no sheet is left with a row or two"


def refusal(guide: Guide) -> list[tuple[str, int, str, str]]:
    with pytest.raises(Problems) as refused:
        pdfs(guide, NOWHERE)
    mine = [one for one in refused.value.problems if "wall-" in one.message]
    return [(one.place.path.rpartition("/")[2], one.place.line, one.message, one.hint) for one in mine]


def test_a_word_that_does_not_fit_is_refused_at_its_line_with_cause_and_cure(tmp_path: Path) -> None:
    word = "Donaudampfschifffahrtsgesellschaftskapitaen-Rat"
    written = procedure("wide", 1, step("wide-one", "Begin"), step("wide-two", word, ends="true"))
    ((path, line, message, hint),) = refusal(other_guide(tmp_path / "procedures", wide=written))
    assert (path, written.splitlines()[line - 1].strip()) == ("wide.yml", f"title: {word}")
    assert (
        message == f"“{word}” does not fit into wall-wide.pdf: at 21 points the word “{word}” is wider than its place"
    )
    assert "fewer or shorter words" in hint


def test_a_row_higher_than_a_sheet_is_refused(tmp_path: Path) -> None:
    when = " ".join(["Something has happened that takes long to say."] * 70)
    written = procedure("high", 1, step("high-one", "Begin", when=f'"{when}"', ends="true"))
    with pytest.raises(NotPrinted, match="at 21 points the row is higher than a sheet") as refused:
        wall(other_guide(tmp_path / "procedures", high=written), "high")
    assert (refused.value.procedure, refused.value.entry) == ("high", "high-one")


def test_an_arrow_stands_only_where_the_row_above_leads_on(tmp_path: Path) -> None:
    written = procedure(
        "ways", 1,
        step("ways-begin"),
        step("ways-aside", "Do this at any time", alongside="true"),
        decision("ways-ask", {'"Yes"': "ways-go", '"No"': "ways-end"}),
        outcome("ways-end", "It ends here"),
        step("ways-go", "Go on from the answer", may="true"),
        step("ways-last", "Finish", ends="true"),
    )  # fmt: skip
    rows = {row.entry.id: row for row in wall_of(other_guide(tmp_path / "procedures", ways=written), "ways").wall.rows}
    assert {name: (row.above, row.answer) for name, row in rows.items()} == {
        "ways-begin": ("", ""),
        "ways-aside": ("line", ""),
        "ways-ask": ("arrow", ""),
        "ways-end": ("arrow", "No"),
        "ways-go": ("", ""),
        "ways-last": ("arrow", ""),
    }
    assert [(one.answer, one.source) for one in rows["ways-go"].comes] == [
        ("Yes", "Which of these ways is the right one?")
    ]
    assert [name for name, row in rows.items() if row.ends] == ["ways-last"]
    assert [way.words for way in rows["ways-ask"].ways] == ["step 3", "It ends here"]


def test_a_may_a_condition_and_a_rule_counted_from_elsewhere_are_said(
    read: Mapping[str, Reading], guide: Guide
) -> None:
    for name, pdf in walls(guide, read).items():
        for one in guide.procedure[name].steps:
            said = pdf.packed.partition(f"{guide.numbers[one.id]}{one.title}".replace(" ", ""))[2][:500]
            assert bool(re.match(r"\(you(may|should)\)", said)) == (one.may or one.should), one.title
            assert not one.when or f"If:{one.when}".replace(" ", "") in said, one.title
    packed = read["wall-evaluation.pdf"].packed
    assert "Counted:within5workingdaysafter“Askeveryemployerforitsrecords”isdone." in packed
