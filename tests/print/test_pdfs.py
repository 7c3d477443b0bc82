"""Every PDF is tagged, titled and readable, says all that the guide says, and is the same bytes whenever it is made."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import pytest

from guide.model.guide import Guide
from guide.pages.page_facts import steps_by_role
from guide.print.every import pdfs, sheets_of
from guide.publishing.origin import Origin
from pdf_reading import Reading, read_pdf

SECOND_PROCESS = """
import hashlib, sys
from pathlib import Path
from guide.publishing.origin import Origin
from guide.print import pdfs
from guide.reading import read_guide
made = pdfs(read_guide(Path(sys.argv[1])), Origin("1.0.0", "0123456789", "2026-11-23", 1795392000))
for name, content in made.items():
    print(name, hashlib.sha256(content).hexdigest())
"""


def test_there_is_a_guide_a_blank_timeline_a_poster_for_each_flowchart_and_a_pack_for_each_role(
    guide: Guide, printed: Mapping[str, bytes]
) -> None:
    posters = {f"poster-{procedure.id}.pdf" for procedure in guide.procedures}
    acting = {f"role-{actor.id}.pdf" for actor in guide.actors if any(steps_by_role(guide, actor.id))}
    assert posters <= set(printed)
    assert {f"wall-{procedure.id}.pdf" for procedure in guide.procedures} <= set(printed)
    assert acting <= set(printed)
    assert {"guide.pdf", "fill-in-timeline.pdf", "meeting-list.pdf", "posters.pdf"} <= set(printed)
    beginnings = ("poster-", "posters.", "wall-", "role-", "guide.", "fill-in-", "meeting-")
    assert all(name.startswith(beginnings) for name in printed)


def test_every_pdf_says_its_language_and_its_title_and_is_tagged(read: Mapping[str, Reading]) -> None:
    for name, pdf in read.items():
        assert pdf.language == "en-GB", name
        assert len(pdf.title) > 8, name
        assert pdf.shows_title, name
        assert pdf.is_marked, name
    titles = [pdf.title for pdf in read.values()]
    assert len(set(titles)) == len(titles)


def test_every_pdf_declares_pdf_ua_1_and_pdf_a_2a(read: Mapping[str, Reading]) -> None:
    for name, pdf in read.items():
        assert re.search(r"pdfuaid:part[^0-9]*1\b", pdf.metadata), name
        assert re.search(r"pdfaid:part[^0-9]*2\b", pdf.metadata), name
        assert re.search(r"pdfaid:conformance[^A-Z]*A\b", pdf.metadata), name


def test_nothing_is_painted_outside_the_tags(read: Mapping[str, Reading]) -> None:
    assert {name: pdf.untagged for name, pdf in read.items() if pdf.untagged} == {}


def test_every_letter_can_be_copied(read: Mapping[str, Reading]) -> None:
    for name, pdf in read.items():
        assert "�" not in "".join(run.text for run in pdf.runs), name


def test_every_picture_has_an_alternative_text(guide: Guide, read: Mapping[str, Reading]) -> None:
    pictures = [element.alt for element in read["guide.pdf"].elements if element.kind == "Figure"]
    assert len(pictures) == len(guide.procedures)
    assert all(str(procedure.title) in alt for procedure, alt in zip(guide.procedures, pictures, strict=True))
    for name, pdf in read.items():
        assert all(element.alt for element in pdf.elements if element.kind == "Figure"), name


def test_headings_never_skip_a_level(read: Mapping[str, Reading]) -> None:
    for name, pdf in read.items():
        levels = [int(element.kind[1]) for element in pdf.elements if re.fullmatch("H[1-6]", element.kind)]
        assert levels[0] == 1, name
        assert all(after <= before + 1 for before, after in pairwise(levels)), name


def test_bookmarks_lead_to_every_chapter_and_every_procedure(guide: Guide, read: Mapping[str, Reading]) -> None:
    bookmarks = read["guide.pdf"].bookmarks
    for procedure in guide.procedures:
        assert f"Flowchart {procedure.flowchart}. {procedure.title}" in bookmarks
        assert {str(phase.title) for phase in procedure.phases} <= set(bookmarks)
    for chapter in ("Forms and letters", "Who does what", "Questions for the partnership", "How days are counted"):
        assert chapter in bookmarks
    assert all(pdf.bookmarks for pdf in read.values())


def test_the_contents_list_links_to_each_of_its_entries(read: Mapping[str, Reading]) -> None:
    pdf = read["guide.pdf"]
    entries = sum(element.kind == "TOCI" for element in pdf.elements)
    assert entries == len(pdf.bookmarks)
    assert sum(link == "#" for link in pdf.links) > entries


def test_every_table_has_a_head(read: Mapping[str, Reading]) -> None:
    for name, pdf in read.items():
        kinds = [element.kind for element in pdf.elements]
        assert kinds.count("Table") == kinds.count("THead"), name


def test_a_table_that_goes_on_repeats_its_head(read: Mapping[str, Reading]) -> None:
    """The head is read aloud once and shown on every page, so later pages carry it as an artifact."""
    pdf = read["guide.pdf"]
    first = next(run.page for run in pdf.runs if run.text == "What is open, and how it is read meanwhile")
    shown = {run.page for run in pdf.runs if run.text == "What is open, and how it is read meanwhile"}
    last = max(run.page for run in pdf.runs if run.text.startswith("Until it is answered"))
    assert last > first
    assert shown == set(range(first, last + 1))


def cards_in(pdf: Reading) -> set[str]:
    """The ids of the entries to whose cards on the site the links of a PDF lead."""
    return {link.rpartition("/#")[2] for link in pdf.links if "/procedures/" in link}


def test_the_guide_leads_to_every_step_and_holds_every_form_code_actor_and_question_number(
    guide: Guide, read: Mapping[str, Reading]
) -> None:
    pdf = read["guide.pdf"]
    runs = {run.text.strip() for run in pdf.runs if not run.is_artifact}
    assert set(map(str, guide.entry)) <= cards_in(pdf)
    assert [run.text for run in pdf.runs if re.search(r"Address|[a-z]+-[a-z]+-[a-z]+-[a-z]+$", run.text)] == []
    assert {str(form.code) for form in guide.forms if form.code} <= runs
    assert {str(question.number) for question in guide.questions} <= runs
    for noun in (*(actor.name for actor in guide.actors), *(form.title for form in guide.forms)):
        assert noun.replace(" ", "") in pdf.packed, noun


def test_the_guide_holds_every_word_of_every_step_question_and_term(guide: Guide, read: Mapping[str, Reading]) -> None:
    packed = read["guide.pdf"].packed
    steps = [words for procedure in guide.procedures for step in procedure.steps for words in (step.title, step.does)]
    questions = [words for one in guide.questions for words in (one.title, one.says, one.meanwhile)]
    for words in (*steps, *questions, *(term.means for term in guide.glossary)):
        assert words.replace(" ", "") in packed, words


def test_a_poster_holds_every_title_form_code_and_question_of_its_flowchart(
    guide: Guide, read: Mapping[str, Reading]
) -> None:
    for procedure in guide.procedures:
        pdf = read[f"poster-{procedure.id}.pdf"]
        for entry in procedure.entries:
            assert entry.title.replace(" ", "") in pdf.packed, entry.title
        for step in procedure.steps:
            assert all(
                str(guide.form[form].code or guide.form[form].title).replace(" ", "") in pdf.packed
                for form in step.forms
            )
        gaps = [str(branch.gap) for one in procedure.entries for branch in getattr(one, "branches", ()) if branch.gap]
        for gap in gaps:
            assert f"question{guide.question[gap].number}" in pdf.packed


def test_a_poster_is_one_page_of_a4(guide: Guide, read: Mapping[str, Reading]) -> None:
    assert {read[f"poster-{procedure.id}.pdf"].pages for procedure in guide.procedures} == {1}


def test_no_letter_is_smaller_than_nine_points(read: Mapping[str, Reading]) -> None:
    for name, pdf in read.items():
        small = [run.text for run in pdf.runs if run.size < 9]
        assert small == [], name


def test_a_step_without_a_deadline_says_so_on_poster_and_in_the_guide(
    guide: Guide, read: Mapping[str, Reading]
) -> None:
    said = "No deadline stated in the source".replace(" ", "")
    silent = [step for procedure in guide.procedures for step in procedure.steps if step.due == "not stated"]
    assert read["guide.pdf"].packed.count(said) >= len(silent)
    assert said in read["poster-reflection.pdf"].packed
    for procedure in guide.procedures:
        if any(step.due == "not stated" for step in procedure.steps):
            assert said in read[f"poster-{procedure.id}.pdf"].packed


def test_forms_on_a_poster_lead_to_their_place_on_the_site(guide: Guide, read: Mapping[str, Reading]) -> None:
    links = set(read["poster-evaluation.pdf"].links)
    used = {str(form) for step in guide.procedure["evaluation"].steps for form in step.forms}
    assert {f"../forms/#{form}" for form in used} <= links
    assert {f"../procedures/evaluation/#{step.id}" for step in guide.procedure["evaluation"].steps} <= links


def test_links_name_the_site_when_its_address_is_known(guide: Guide) -> None:
    made = pdfs(guide, Origin("1.0.0", "0123456789", "2026-11-23", 0), "https://guide.example/review/")
    links = read_pdf(made["poster-evaluation.pdf"]).links
    assert "https://guide.example/review/forms/#pt-2" in links
    assert [link for link in links if link.startswith("..")] == []


def test_every_pdf_says_version_date_and_commit(read: Mapping[str, Reading]) -> None:
    for name, pdf in read.items():
        shown = " ".join(run.text for run in pdf.runs)
        assert "0123456789" in shown, name
        assert "Monday 23 November 2026" in shown, name
        assert re.search(r"Version\s+2\.3", shown), name


def test_every_page_after_the_cover_has_its_number(read: Mapping[str, Reading]) -> None:
    pdf = read["guide.pdf"]
    for page in range(2, pdf.pages + 1):
        shown = "".join(run.text for run in pdf.runs if run.page == page and run.is_artifact).replace(" ", "")
        assert f"Page{page}of{pdf.pages}" in shown


def test_the_blank_timeline_has_a_line_for_each_of_the_fifteen_working_days(read: Mapping[str, Reading]) -> None:
    packed = read["fill-in-timeline.pdf"].packed
    assert all(f"Day{number}dmy" in packed for number in range(1, 16))
    assert "Day16dmy" not in packed


def test_everything_from_notification_to_decision_stands_on_one_leaf(read: Mapping[str, Reading]) -> None:
    pdf = read["fill-in-timeline.pdf"]
    leaf = "".join(run.text for run in pdf.runs if run.page <= 2 and not run.is_artifact).replace(" ", "")
    assert "Day1dmy" in leaf
    assert "AgreethescopewiththeRegulator" in leaf  # the last line of the sheet
    assert "Completeaninquiryin6months" not in leaf


def test_the_blank_timeline_puts_return_of_agency_information_on_day_seven(read: Mapping[str, Reading]) -> None:
    packed = read["fill-in-timeline.pdf"].packed
    assert packed.index("Day7dmy") < packed.index("limitReturntherecords") < packed.index("Day8dmy")
    assert "Untilday7:returntherecords" in packed[packed.index("Day3dmy") : packed.index("Day4dmy")]


def test_a_role_pack_holds_the_steps_of_its_role_and_no_others(guide: Guide, read: Mapping[str, Reading]) -> None:
    cards = cards_in(read["role-employers.pdf"])
    assert {"return-records", "chase-missing-records"} <= cards
    assert "send-finding-to-regulator" not in cards


def test_the_list_for_the_site_counts_pages_and_bytes(
    guide: Guide, printed: Mapping[str, bytes], read: Mapping[str, Reading]
) -> None:
    sheets = sheets_of(guide, printed)
    assert [sheet.name for sheet in sheets] == list(printed)
    for sheet in sheets:
        assert (sheet.pages, sheet.size) == (read[sheet.name].pages, len(printed[sheet.name]))
        assert sheet.measure.endswith("\u00a0KB")


def test_nobody_is_sent_twice_in_one_sentence(read: Mapping[str, Reading]) -> None:
    assert "go to flowchart 3" in read["guide.pdf"].text
    assert [name for name, sheet in read.items() if "go to go to" in sheet.text.lower()] == []


def _ways_on(guide: Guide, sheet: Reading) -> list[str]:
    """What stands before each “go to” a flowchart or a step, but within a sentence and in the title of a question."""
    text = " ".join(sheet.text.split()).replace(" to go to ", " to reach ")
    for question in guide.questions:
        text = text.replace(question.title, "")
    return re.findall(r"(.{2})go to (?:flowchart|step) ", text)


def test_no_sentence_begins_in_the_middle(guide: Guide, read: Mapping[str, Reading]) -> None:
    """A way on follows its answer, or the word “Then”; the strength of a step is a sentence of its own."""
    ways = {name: _ways_on(guide, sheet) for name, sheet in read.items()}
    leading = {
        route.target for routes in guide.routes.values() for route in routes if route.kind in ("branch", "handover")
    }
    assert len(ways["guide.pdf"]) >= len(leading & (guide.numbers.keys() | guide.procedure.keys())) > 0
    assert {before for found in ways.values() for before in found} == {": "}
    assert "The source says “should”." in read["guide.pdf"].text
    assert "You should" not in read["guide.pdf"].text


def test_a_second_process_makes_the_same_bytes(root: Path, guide: Guide, printed: Mapping[str, bytes]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SECOND_PROCESS, str(guide.folder)],
        cwd=root / "scripts", capture_output=True, text=True, check=True,
    )  # fmt: skip
    theirs = dict(line.split() for line in done.stdout.splitlines())
    assert theirs == {name: hashlib.sha256(content).hexdigest() for name, content in printed.items()}


def test_no_typst_source_reaches_for_a_package(root: Path) -> None:
    sources = sorted((root / "scripts" / "guide" / "print" / "typst").glob("*.typ"))
    assert len(sources) >= 6
    for source in sources:
        assert "@" not in re.sub(r"//.*", "", source.read_text("utf-8")), source.name


def test_the_fonts_stand_beside_their_licence(root: Path) -> None:
    fonts = root / "scripts" / "guide" / "print" / "fonts"
    for licence in ("OFL.txt", "OFL-Next.txt"):
        assert "SIL OPEN FONT LICENSE Version 1.1" in (fonts / licence).read_text("utf-8")
    assert sorted(path.name for path in fonts.glob("*.ttf")) == [
        "AtkinsonHyperlegible-Bold.ttf", "AtkinsonHyperlegible-Regular.ttf",
        "AtkinsonHyperlegibleNext-Bold.ttf", "AtkinsonHyperlegibleNext-Regular.ttf",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["guide.pdf", "poster-concern.pdf", "role-duty-desk.pdf"])
def test_the_print_embeds_only_its_own_fonts(printed: Mapping[str, bytes], name: str) -> None:
    fonts = set(re.findall(rb"/BaseFont/[A-Z]{6}\+([A-Za-z-]+)", printed[name]))
    assert fonts == {b"AtkinsonHyperlegible-Bold", b"AtkinsonHyperlegible-Regular"}
