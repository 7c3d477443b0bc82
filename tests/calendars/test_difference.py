"""What a change to a calendar does to the days and to the dates already given."""

from typing import Any

from committed_calendars import own_copy
from guide.calendars.difference import Moved, difference_between, format_difference


def with_closed(day: str) -> dict[str, Any]:
    override = {
        "on": day,
        "change": "closed",
        "reason": "Proclaimed",
        "source": "Notice",
        "added": "2026-11-23",
    }
    return {**own_copy(), "overrides": [override]}


def test_the_same_calendar_has_no_difference() -> None:
    found = difference_between(own_copy(), own_copy())
    assert not found
    assert format_difference(found) == "No change.\n"


def test_a_new_bank_holiday_is_listed_with_every_starting_date_it_moves() -> None:
    found = difference_between(own_copy(), with_closed("2027-06-09"), counts=(1, 7))
    assert found.came == (("2027-06-09", "Proclaimed"),)
    assert found.went == ()
    assert [moved for moved in found.moved if moved.count == 1] == [Moved("2027-06-08", 1, "2027-06-09", "2027-06-10")]
    sevens = [moved for moved in found.moved if moved.count == 7]
    assert sevens[0] == Moved("2027-05-28", 7, "2027-06-09", "2027-06-10")
    assert sevens[-1] == Moved("2027-06-08", 7, "2027-06-17", "2027-06-18")
    assert not any(moved.start >= "2027-06-09" for moved in found.moved)


def test_counting_backwards_is_looked_at_too() -> None:
    found = difference_between(own_copy(), with_closed("2027-05-20"), counts=(-7,))
    assert Moved("2027-06-01", -7, "2027-05-20", "2027-05-19") in found.moved


def test_a_removed_holiday_a_new_name_and_a_new_standing_are_told_apart() -> None:
    new = own_copy()
    new["closed"] = [row for row in new["closed"] if row["on"] != "2023-05-08"]
    next(row for row in new["closed"] if row["on"] == "2027-05-03")["reason"] = "May Day"
    found = difference_between(own_copy(), new, counts=(1,))
    assert found.went == (("2023-05-08", "Bank holiday for the coronation of King Charles III"),)
    assert found.changed == (("2027-05-03", "Early May bank holiday [published]", "May Day [published]"),)
    assert [moved.start for moved in found.moved] == ["2023-05-05", "2023-05-06", "2023-05-07"]


def test_a_longer_calendar_moves_no_date_and_a_shorter_one_takes_dates_away() -> None:
    longer = {**own_copy(), "through": "2036-12-31"}
    found = difference_between(own_copy(), longer, counts=(15,))
    assert found.horizon == ("the calendar ends on Wednesday 31 December 2036, not Monday 31 December 2035",)
    assert found.moved == ()
    taken = difference_between(longer, own_copy(), counts=(1,)).moved
    assert Moved("2035-12-31", 1, "2036-01-01", None) in taken


def test_the_difference_reads_as_lines_for_a_person() -> None:
    lines = format_difference(difference_between(own_copy(), with_closed("2027-06-09"), counts=(1, -1))).splitlines()
    assert lines == [
        "closed now:     Wednesday 9 June 2027, Proclaimed",
        "1 working day after: 1 starting date moved",
        "    2027-06-08: 2027-06-09 → 2027-06-10",
        "1 working day before: 1 starting date moved",
        "    2027-06-10: 2027-06-09 → 2027-06-08",
    ]
