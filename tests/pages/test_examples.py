"""Worked examples: counted again here without the guide, compared at every build, and shown as pages that teach."""

from __future__ import annotations

from pathlib import Path

import html5lib
import numpy as np
import pytest
from govuk_bank_holidays.bank_holidays import BankHolidays

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
LIST = BankHolidays(use_cached_holidays=True).get_holidays(division="england-and-wales")
PUBLISHED = np.array(sorted({holiday["date"] for holiday in LIST}), dtype="datetime64[D]")
WORKING_DAYS = {
    "inform-safeguarding-partners": 1, "request-agency-information": 2, "notify-the-panel": 5,
    "return-agency-information": 7, "send-rapid-review-report": 8, "hold-rapid-review-meeting": 11,
    "hold-partners-conference": 14, "send-signed-proforma": 15, "send-decision-to-panel": 15,
}  # fmt: skip
"""What the approved document says of each step, read by a person."""


@pytest.fixture(scope="module")
def guide(root: Path) -> Guide:
    return read_guide(root / "procedures")


def example(guide: Guide, name: str) -> Example:
    return next(one for one in guide.examples if one.id == name)


def after(day: str, number: int) -> str:
    """By numpy on the GOV.UK list. From a closed day, numpy first goes back to the working day before it."""
    return str(np.busday_offset(day, number, roll="backward", holidays=PUBLISHED))


@pytest.fixture(scope="module")
def pages(guide: Guide) -> dict[str, str]:
    return site.render(guide, BUILD)


def words_of(page: str) -> str:
    return " ".join(" ".join(html5lib.parse(page).itertext()).split())


def test_there_are_at_least_eight_and_each_has_its_page_and_its_place_in_the_list(
    guide: Guide, pages: dict[str, str]
) -> None:
    assert len(guide.examples) >= 8
    for one in guide.examples:
        assert f"<h1>{one.title}</h1>" in pages[f"examples/{one.id}.md"]
        assert f'href="{one.id}/"' in pages["examples/index.md"]


@pytest.mark.parametrize("number", range(11))
def test_every_date_after_a_receipt_is_what_numpy_counts_on_the_published_list(guide: Guide, number: int) -> None:
    one = guide.examples[number]
    if "notification-received" not in one.on:
        assert one.journey in ("working-back", "local-review")
        return
    expected = {str(step): str(day) for step, day in one.expect.items()}
    assert expected == {step: after(str(one.on["notification-received"]), WORKING_DAYS[step]) for step in expected}


def test_received_on_thursday_17_december_2026_day_15_is_tuesday_12_january_2027(guide: Guide) -> None:
    assert example(guide, "christmas").expect["send-decision-to-panel"] == "2027-01-12"


def test_the_state_funeral_moved_day_8_to_20_september_2022_and_day_7_not_at_all(guide: Guide) -> None:
    one = example(guide, "before-the-state-funeral-2022")
    without = PUBLISHED[np.datetime64("2022-09-19") != PUBLISHED]
    unmoved = [str(np.busday_offset("2022-09-07", number, holidays=without)) for number in (7, 8)]
    assert unmoved == ["2022-09-16", "2022-09-19"]
    assert (one.expect["return-agency-information"], one.expect["send-rapid-review-report"]) == (
        "2022-09-16",
        "2022-09-20",
    )


def test_the_authority_aware_on_17_december_2026_must_notify_by_24_december(guide: Guide) -> None:
    one = example(guide, "authority-aware-first")
    assert one.expect_national["notify-the-panel"] == after("2026-12-17", 5) == "2026-12-24"
    assert one.expect["notify-the-panel"] == "2026-12-30"


def test_seven_working_days_before_1_june_2027_is_20_may_and_with_clear_days_19_may(guide: Guide) -> None:
    one = example(guide, "working-back-from-publication")
    back = [str(np.busday_offset("2027-06-01", -number, holidays=PUBLISHED)) for number in (7, 8)]
    assert [one.expect["send-final-report"], one.expect_other_reading["send-final-report"]] == back
    assert back == ["2027-05-20", "2027-05-19"]


def test_a_national_date_that_is_not_what_the_rules_give_is_a_problem_at_its_line(tmp_path: Path) -> None:
    wrong = planted(
        tmp_path, ("examples/authority-aware-first.yml", "notify-the-panel: 2026-12-24", "notify-the-panel: 2026-12-23")
    )
    found = list(check_examples(wrong))
    assert [one.message for one in found] == [
        "the national limit of 'notify-the-panel' is expected on 2026-12-23, and the rules give 2026-12-24"
    ]
    assert found[0].place.line == line_of(wrong, "examples/authority-aware-first.yml", "notify-the-panel: 2026-12-23")


def test_another_reading_that_the_step_does_not_have_is_a_problem(tmp_path: Path) -> None:
    wrong = planted(
        tmp_path,
        ("examples/christmas.yml", "teaches:", "expect_other_reading: {notify-the-panel: 2026-12-24}\nteaches:"),
    )
    assert [one.message for one in check_examples(wrong)] == [
        "the other reading of 'notify-the-panel' has no date in this example"
    ]


def test_the_page_shows_what_happened_every_date_and_the_bank_holidays_between(pages: dict[str, str]) -> None:
    page = words_of(pages["examples/christmas.md"])
    assert "Thursday 17 December 2026: the partnership team receives the notification" in page
    assert "Wednesday 6 January 2027, in the afternoon: Hold the rapid review meeting" in page
    assert "Tuesday 12 January 2027: Send the signed decision to the Panel" in page
    assert "Friday 25 December 2026, Christmas Day" in page
    assert "Monday 28 December 2026: not counted, Boxing Day (substitute day)" in page


def test_the_page_says_in_words_that_the_earlier_national_limit_is_the_date_to_work_to(pages: dict[str, str]) -> None:
    page = words_of(pages["examples/authority-aware-first.md"])
    assert (
        "National limit: Thursday 24 December 2026. It is the earlier of the two, so it is the date to work to." in page
    )


def test_a_page_spans_from_its_first_day_to_its_last(guide: Guide) -> None:
    back = example_page(guide, example(guide, "working-back-from-publication"))
    assert (days.text(back.first), days.text(back.last), back.length) == ("2027-05-20", "2027-06-01", 12)
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
