"""What pages show that no single noun says."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.model.guide import Guide
from guide.pages.page_facts import bank_holidays, days_board, days_strip, question_places, steps_by_role, waits_of
from guide.reading.folder import read_guide


@pytest.fixture(scope="module")
def guide(root: Path) -> Guide:
    return read_guide(root / "procedures")


def test_the_strip_tells_the_fifteen_days_in_order_with_the_panel_limit_between(guide: Guide) -> None:
    assert [day.label for day in days_strip(guide)] == [
        "Day 1", "Day 2", "Days 3 to 7", "By day 5", "Day 8", "Days 9 to 10", "Day 11", "Day 12", "Day 13", "Day 14",
        "Day 15",
    ]  # fmt: skip
    assert [day.titles for day in days_strip(guide) if day.is_limit] == [("Notify the Panel online",)]


def test_the_board_has_day_zero_to_day_fifteen(guide: Guide) -> None:
    board = days_board(guide)
    assert [day.number for day in board] == list(range(16))
    assert board[0].items == ()
    day_seven = [(use.entry.entry_id, how) for use, how in board[7].items]
    assert day_seven == [("return-agency-information", "planned"), ("chase-missing-returns", "planned")]
    assert [(use.entry.entry_id, how) for use, how in board[3].items] == [("return-agency-information", "opens")]
    assert ("hold-rapid-review", "limit") in [(use.entry.entry_id, how) for use, how in board[11].items]


def test_the_review_group_waits_for_the_team_and_the_team_for_the_group(guide: Guide) -> None:
    waits = waits_of(guide, "review-group")
    pairs = [(wait.other.entry.entry_id, wait.mine.entry.entry_id, wait.actors) for wait in waits.for_others]
    assert ("send-rapid-review-report", "read-rapid-review-report", ("partnership-team",)) in pairs
    pairs = [(wait.mine.entry.entry_id, wait.other.entry.entry_id, wait.actors) for wait in waits.for_me]
    assert ("hold-rapid-review-meeting", "send-decision-record-to-partners", ("partnership-team",)) in pairs


def test_an_agency_does_one_step_and_receives_one(guide: Guide) -> None:
    found = steps_by_role(guide, "agencies")
    assert [use.entry.entry_id for use in found.does] == ["return-agency-information"]
    assert [use.entry.entry_id for use in found.receives] == ["chase-missing-returns"]


def test_a_question_about_two_places_leads_to_both(guide: Guide) -> None:
    places = [use.entry.entry_id for use in question_places(guide)["scsi-3-day-one-or-two"]]
    assert places == ["inform-partner-representatives", "send-scsi-3-to-review-group"]


def test_bank_holidays_are_listed_for_three_years_from_the_guides_own_date(guide: Guide) -> None:
    (listed,) = bank_holidays(guide)
    assert listed.calendar.id == "england-and-wales"
    assert {year.year: len(year.days) for year in listed.years} == {2026: 8, 2027: 8, 2028: 8}
