"""What pages show that no single noun says."""

from __future__ import annotations

from guide.model.guide import Guide
from guide.pages.page_facts import bank_holidays, question_places, steps_by_role
from guide.pages.waits import waits_of


def test_the_circle_waits_for_the_desk_and_the_desk_for_the_circle(guide: Guide) -> None:
    waits = waits_of(guide, "circle")
    pairs = [(wait.other.entry.entry_id, wait.mine.entry.entry_id, wait.actors.ids) for wait in waits.for_others]
    assert ("send-evidence-bundle", "read-evidence-bundle", ("duty-desk",)) in pairs
    pairs = [(wait.mine.entry.entry_id, wait.other.entry.entry_id, wait.actors.ids) for wait in waits.for_me]
    assert ("hold-evaluation-meeting", "send-finding-to-board", ("duty-desk",)) in pairs


def test_an_employer_does_one_step_and_receives_three_one_of_them_as_one_of_two(guide: Guide) -> None:
    found = steps_by_role(guide, "employers")
    assert [use.entry.entry_id for use in found.does] == ["return-records"]
    received = [use.entry.entry_id for use in found.receives]
    assert received == ["ring-every-employer", "chase-missing-records", "share-lessons"]


def test_a_question_about_two_places_leads_to_both(guide: Guide) -> None:
    places = [use.entry.entry_id for use in question_places(guide)["pt-3-day-one-or-two"]]
    assert places == ["inform-link-officers", "send-pt-3-to-circle"]


def test_bank_holidays_are_listed_for_three_years_from_the_guides_own_date(guide: Guide) -> None:
    (listed,) = bank_holidays(guide)
    assert listed.calendar.id == "england-and-wales"
    assert {year.year: len(year.days) for year in listed.years} == {2026: 8, 2027: 8, 2028: 8}
