"""Worked examples: compared with the rules at every build, and shown as pages that teach."""

from __future__ import annotations

from pathlib import Path

import html5lib
import pytest

from guide.calendars import days
from guide.checks.examples import check_examples
from guide.model.guide import Guide
from guide.model.partnership import Example
from guide.pages import site
from guide.pages.example_page import example_page
from guide.publishing.origin import Origin
from guide.reading.folder import read_guide
from planted import line_of, planted

BUILD = Origin("1.0.0", "abcdef0", "2026-11-23", 0)


def example(guide: Guide, name: str) -> Example:
    return next(one for one in guide.examples if one.id == name)


@pytest.fixture(scope="module")
def pages(guide: Guide) -> dict[str, str]:
    return site.render(guide, BUILD)


def words_of(page: str) -> str:
    return " ".join(" ".join(html5lib.parse(page).itertext()).split())


def test_each_has_its_page_and_its_place_in_the_list(guide: Guide, pages: dict[str, str]) -> None:
    assert len(guide.examples) == 6
    for one in guide.examples:
        assert f"<h1>{one.title}</h1>" in pages[f"examples/{one.id}.md"]
        assert f'href="{one.id}/"' in pages["examples/index.md"]


def test_a_national_date_that_is_not_what_the_rules_give_is_a_problem_at_its_line(tmp_path: Path) -> None:
    wrong = planted(
        tmp_path,
        (
            "examples/employer-aware-first.yml",
            "national: {tell-the-regulator: 2026-12-24",
            "national: {tell-the-regulator: 2026-12-23",
        ),
    )
    found = list(check_examples(wrong))
    assert [one.message for one in found] == [
        "the national limit of 'tell-the-regulator' is expected on 2026-12-23, and the rules give 2026-12-24"
    ]
    assert found[0].place.line == line_of(wrong, "examples/employer-aware-first.yml", "tell-the-regulator: 2026-12-23")


def test_a_governing_date_that_is_the_local_one_is_a_problem_where_the_national_one_is_earlier(tmp_path: Path) -> None:
    governs = "governs: {tell-the-regulator: 2026-12-"
    wrong = planted(tmp_path, ("examples/employer-aware-first.yml", f"{governs}24", f"{governs}30"))
    assert [one.message for one in check_examples(wrong)] == [
        "the governing date of 'tell-the-regulator' is expected on 2026-12-30, and the rules give 2026-12-24"
    ]


def test_another_reading_that_the_step_does_not_have_is_a_problem(tmp_path: Path) -> None:
    wrong = planted(
        tmp_path,
        ("examples/christmas.yml", "teaches:", "expect_other_reading: {tell-the-regulator: 2026-12-24}\nteaches:"),
    )
    assert [one.message for one in check_examples(wrong)] == [
        "the other reading of 'tell-the-regulator' has no date in this example"
    ]


def test_the_page_shows_what_happened_every_date_and_the_bank_holidays_between(pages: dict[str, str]) -> None:
    page = words_of(pages["examples/christmas.md"])
    assert "Thursday 17 December 2026: the duty desk receives the concern" in page
    assert "Wednesday 6 January 2027, in the afternoon: Hold an evaluation" in page
    assert "Tuesday 12 January 2027: Send the signed finding to the Regulator" in page
    assert "Friday 25 December 2026, Christmas Day" in page
    assert "Monday 28 December 2026: not counted, Boxing Day (substitute day)" in page


def test_the_page_puts_the_earlier_national_limit_forward_and_says_what_the_procedure_allows(
    pages: dict[str, str],
) -> None:
    page = words_of(pages["examples/employer-aware-first.md"])
    assert "Thursday 24 December 2026: Tell the Regulator online" in page
    assert "Local procedure allows until Wednesday 30 December 2026." in page
    assert "Wednesday 30 December 2026: Tell the Regulator online" not in page
    own = "Thursday 24 December 2026: Tell the partners of the area Employer · A national rule and not of the approved"
    assert own in page


def test_a_page_spans_from_its_first_day_to_its_last(guide: Guide) -> None:
    back = example_page(guide, example(guide, "back-from-hearing"))
    assert (days.text(back.first), days.text(back.last), back.length) == ("2027-05-19", "2027-06-01", 13)
    assert [days.text(day) for day, _ in back.skipped] == ["2027-05-31"]
    assert back.counted_by_hand == 2


def test_a_guide_without_examples_has_no_page_for_them_and_no_entry_in_the_menu(tmp_path: Path) -> None:
    bare = planted(tmp_path)
    for path in (bare.folder / "examples").iterdir():
        path.unlink()
    bare = read_guide(bare.folder)
    pages = site.render(bare, BUILD)
    assert not [name for name in pages if name.startswith("examples/")]
    assert "examples/index.md" not in str(site.navigation(bare))
    assert "There are no worked examples yet." in pages["assurance.md"]
