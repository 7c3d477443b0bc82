"""The page says what was really checked, and no figure on it is written by hand."""

from __future__ import annotations

from pathlib import Path

import html5lib
import pytest

from area_guides import area_folder, copy_area
from guide.calendars import days
from guide.model.guide import Guide
from guide.pages import site
from guide.pages.assurance import Assurance, assurance
from guide.pages.doubts import DoubtRecord, content_digest, doubt_text
from guide.publishing.origin import Origin
from guide.reading.folder import read_guide
from planted import planted

BUILD = Origin("1.0.0", "abcdef0", "2026-11-23", 0)


@pytest.fixture(scope="module")
def facts(guide: Guide) -> Assurance:
    return assurance(guide)


@pytest.fixture(scope="module")
def rendered(guide: Guide) -> str:
    return site.render(guide, BUILD)["assurance.md"]


@pytest.fixture(scope="module")
def page(rendered: str) -> str:
    return words(rendered)


def words(text: str) -> str:
    return " ".join(" ".join(html5lib.parse(text).itertext()).split())


def test_the_figures_are_those_of_the_folder(facts: Assurance, guide: Guide) -> None:
    steps = [step for procedure in guide.procedures for step in procedure.steps]
    assert (facts.source_items, facts.entries, facts.examples) == (49, len(guide.entry), len(guide.examples))
    assert facts.deadlines + facts.undated == len(steps)
    assert facts.expected == 11 + 4 + 2 + 2 + 3 + 2  # as many as its examples name


def test_one_step_more_is_one_entry_more(tmp_path: Path, facts: Assurance) -> None:
    lines = ("- id: another-step", "title: Another", "who: employer", "does: Act.", "due: not stated\n")
    step = "\n        ".join(lines)
    more = planted(
        tmp_path,
        ("reflection.yml", "- id: talk-it-over", f"{step}\n      - id: talk-it-over"),
    )
    assert assurance(more).entries == facts.entries + 1
    assert assurance(more).undated == facts.undated + 1


def test_every_question_that_a_proof_answers_for_is_on_the_page(facts: Assurance, page: str) -> None:
    assert [one.question.number for one in facts.listed] == [1, 3, 4, 2, 5]
    for one in facts.listed:
        assert f"Question {one.question.number}: {one.question.title}" in page


def test_the_page_says_how_many_start_dates_were_tried_and_how_far_they_reach(page: str) -> None:
    assert "8,766" in page
    assert "8,373, from Thursday 3 January 2013 to Thursday 6 December 2035" in page
    assert "19 calendar days, for example Sunday 6 January 2013 to Friday 25 January 2013" in page
    assert "26 calendar days, for example Wednesday 11 December 2013 to Monday 6 January 2014" in page
    assert "393, because a date would lie outside the calendar" in page


def test_four_limits_of_five_leave_nothing_to_spare(facts: Assurance, page: str) -> None:
    assert [(len(table.without), len(table.rows)) for table in facts.slack] == [(4, 5)]
    assert "4 steps of 5 have nothing to spare" in page


def test_the_page_names_the_list_of_bank_holidays_it_rests_on(guide: Guide, page: str) -> None:
    calendar = guide.calendars["england-and-wales"]
    assert f"List {calendar.hash}" in page
    assert "officially published until Sunday 31 December 2028" in page


def test_the_page_says_what_no_check_can_tell(page: str) -> None:
    assert "Whether the approved document is right, or complete." in page
    assert "Whether a bank holiday will be announced that nobody knows of yet." in page


def test_two_builds_of_the_page_are_the_same(rendered: str) -> None:
    assert site.render(read_guide(area_folder()), BUILD)["assurance.md"] == rendered


@pytest.mark.parametrize(
    ("tried", "noticed", "said"),
    [
        (1457, 1457, "were tried on Monday 1 February 2027 with this content. Every one was noticed by a check."),
        (1457, 1450, "1,450 of them were noticed by a check. 7 were not: at those words and numbers"),
        (2, 1, "1 of them was noticed by a check. 1 was not:"),
    ],
)  # fmt: skip
def test_the_page_says_how_many_changes_were_tried_and_how_many_went_unseen(
    tmp_path: Path, tried: int, noticed: int, said: str
) -> None:
    guide = planted(tmp_path)
    record = DoubtRecord(content_digest(guide), days.parse("2027-02-01"), tried, noticed)
    (guide.folder / "doubt.json").write_text(doubt_text(record), "utf-8")
    assert said in words(site.render(read_guide(guide.folder), BUILD)["assurance.md"])


def test_the_page_says_so_where_this_content_was_not_tried(page: str) -> None:
    assert "Whether the checks notice every word or number that an author gets wrong was not tried" in page


def reading_of(folder: Path, *changes: tuple[str, str, str]) -> str:
    """The section about the second reading in the page of the Glen, which has a sheet, after each change of a file."""
    for name, old, new in changes:
        text = (folder / name).read_text("utf-8")
        assert text.count(old) == 1, f"{name} has {old!r} {text.count(old)} times"
        (folder / name).write_text(text.replace(old, new), "utf-8")
    page = site.render(read_guide(folder), BUILD)["assurance.md"]
    return words(page.partition('<h2 id="second-reading">')[2].partition("<h2")[0])


@pytest.fixture
def glen(tmp_path: Path) -> Path:
    return copy_area(tmp_path / "procedures", "glen")


def test_how_much_was_read_a_second_time_by_which_role_and_when_is_on_the_page(glen: Path) -> None:
    said = reading_of(glen)
    assert (
        "11 of 12 numbered pieces were read a second time, by a clerk of the Glen Office, "
        "from Monday 3 August 2026 to Tuesday 4 August 2026."
    ) in said
    assert "says the same." in said
    assert "Not yet read a second time: 1 piece ( F2-05 )." in said
    assert "words changed" not in said


def test_a_reading_of_words_that_have_changed_since_is_on_the_page_and_counts_for_nothing(glen: Path) -> None:
    said = reading_of(glen, ("source.yml", "the office logs the referral", "the office keeps the referral"))
    assert "10 of 12 numbered pieces were read a second time" in said
    assert "not since the document's words changed: 1 piece ( F1-01 )." in said


def test_a_difference_that_was_kept_is_on_the_page_with_its_question(glen: Path) -> None:
    row = "office,,school,,morning,,2 to 3; 6,working days; months,on; before,,,"
    kept = row.replace("school", "reporter") + "to: six-months-before-which-day"
    said = reading_of(glen, ("second-reading.csv", row, kept))
    assert "says the same, but for what is listed here." in said
    assert (
        "F1-02 , “to”: the two readings differ, and both are kept. Question 4: Before which day are the six months?"
        in said
    )


def test_a_guide_that_nobody_read_a_second_time_says_so(glen: Path, page: str) -> None:
    plainly = "Nobody has read the approved document a second time for this guide and written down what it says."
    (glen / "second-reading.csv").unlink()
    assert plainly in reading_of(glen)
    assert plainly in page  # the harbour has no sheet
    assert "numbered pieces were read a second time" not in page
