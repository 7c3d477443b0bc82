"""The working of a date: every counted day with its number, every skipped day with its reason, what moved and why.

Each is put to both engines, which must give the same lines.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from counting_examples import BEGINNING, CHRISTMAS, DEEMED, SAME_DAY, after, before, within
from two_engines import both, explanation, plan, steps_of


def worked(due: Any, on: Mapping[str, str], **clock: str) -> dict[str, Any]:
    """One step as both engines give it; fails when they differ."""
    return steps_of(both(plan({"id": "act", "due": due}, **clock), on))["act"]


def test_the_working_of_a_limit_names_every_counted_and_every_skipped_day() -> None:
    found = worked(within("3 working days", "received"), {"received": "2026-12-23"})
    assert found["explanation"] == [
        {"kind": "start", "date": "2026-12-23", "number": None,
         "text": "The day received is Wednesday 23 December 2026. That day is day 0."},
        {"kind": "counted", "date": "2026-12-24", "number": 1, "text": "Thursday 24 December 2026: working day 1"},
        {"kind": "skipped", "date": "2026-12-25", "number": None,
         "text": "Friday 25 December 2026: not counted, Christmas Day"},
        {"kind": "skipped", "date": "2026-12-26", "number": None,
         "text": "Saturday 26 December 2026: not counted, Saturday"},
        {"kind": "skipped", "date": "2026-12-27", "number": None,
         "text": "Sunday 27 December 2026: not counted, Sunday"},
        {"kind": "skipped", "date": "2026-12-28", "number": None,
         "text": "Monday 28 December 2026: not counted, Boxing Day (substitute day)"},
        {"kind": "counted", "date": "2026-12-29", "number": 2, "text": "Tuesday 29 December 2026: working day 2"},
        {"kind": "counted", "date": "2026-12-30", "number": 3, "text": "Wednesday 30 December 2026: working day 3"},
        {"kind": "result", "date": "2026-12-30", "number": None, "text": "No later than Wednesday 30 December 2026."},
    ]  # fmt: skip


def test_the_working_of_a_planned_range_says_from_when_to_when() -> None:
    assert explanation(worked({"on": "working days 1 to 2"}, CHRISTMAS))[-1] == (
        "From Friday 18 December 2026 to Monday 21 December 2026."
    )
    assert explanation(worked({"on": "working day 1"}, CHRISTMAS)) == [
        "The day received is Thursday 17 December 2026. That day is day 0.",
        "Friday 18 December 2026: working day 1",
        "On Friday 18 December 2026.",
    ]


def test_the_working_of_a_count_backwards_counts_towards_the_event() -> None:
    assert explanation(worked(before("2 working days", "hearing"), {"hearing": "2026-12-29"})) == [
        "The day hearing is Tuesday 29 December 2026. That day is not counted.",
        "Monday 28 December 2026: not counted, Boxing Day (substitute day)",
        "Sunday 27 December 2026: not counted, Sunday",
        "Saturday 26 December 2026: not counted, Saturday",
        "Friday 25 December 2026: not counted, Christmas Day",
        "Thursday 24 December 2026: 1 working day before",
        "Wednesday 23 December 2026: 2 working days before",
        "No later than Wednesday 23 December 2026.",
    ]


def test_the_working_of_clear_days_numbers_the_days_between_and_not_the_last() -> None:
    assert explanation(worked(before("2 working days", "hearing", clear=True), {"hearing": "2026-04-16"})) == [
        "The day hearing is Thursday 16 April 2026. That day is not counted.",
        "Wednesday 15 April 2026: clear working day 1",
        "Tuesday 14 April 2026: clear working day 2",
        "No later than Monday 13 April 2026.",
    ]
    assert explanation(worked(after("1 working day", "decided", clear=True), {"decided": "2026-04-14"})) == [
        "The day decided is Tuesday 14 April 2026. That day is not counted.",
        "Wednesday 15 April 2026: clear working day 1",
        "On Thursday 16 April 2026.",
    ]


def test_the_working_of_a_count_that_begins_with_the_day_numbers_that_day() -> None:
    assert explanation(worked(within("2 working days", "decided", **BEGINNING), {"decided": "2026-04-14"})) == [
        "The day decided is Tuesday 14 April 2026. Counting begins with that day.",
        "Tuesday 14 April 2026: working day 1",
        "Wednesday 15 April 2026: working day 2",
        "No later than Wednesday 15 April 2026.",
    ]
    assert explanation(worked({"on": "working day 1"}, {"received": "2026-04-18"}, **SAME_DAY)) == [
        "The day received is Saturday 18 April 2026. Counting begins with that day.",
        "It is a closed day (Saturday). Nothing is treated as received later.",
        "Saturday 18 April 2026: not counted, Saturday",
        "Sunday 19 April 2026: not counted, Sunday",
        "Monday 20 April 2026: working day 1",
        "On Monday 20 April 2026.",
    ]


def test_the_working_of_days_except_bank_holidays_counts_the_weekend() -> None:
    assert explanation(worked(within("3 days except bank holidays", "decided"), {"decided": "2026-04-02"})) == [
        "The day decided is Thursday 2 April 2026. That day is day 0.",
        "Friday 3 April 2026: not counted, Good Friday",
        "Saturday 4 April 2026: day 1",
        "Sunday 5 April 2026: day 2",
        "Monday 6 April 2026: not counted, Easter Monday",
        "Tuesday 7 April 2026: day 3",
        "No later than Tuesday 7 April 2026.",
    ]
    assert explanation(worked(before("1 day except bank holidays", "hearing"), {"hearing": "2026-04-07"})) == [
        "The day hearing is Tuesday 7 April 2026. That day is not counted.",
        "Monday 6 April 2026: not counted, Easter Monday",
        "Sunday 5 April 2026: 1 day before",
        "No later than Sunday 5 April 2026.",
        "Sunday 5 April 2026 is a closed day (Sunday). "
        "The date stays; the working day before it is Thursday 2 April 2026.",
    ]
    assert explanation(
        worked(after("1 day except bank holidays", "decided", clear=True), {"decided": "2026-04-07"})
    ) == [
        "The day decided is Tuesday 7 April 2026. That day is not counted.",
        "Wednesday 8 April 2026: clear day 1",
        "On Thursday 9 April 2026.",
    ]


def test_the_working_says_what_became_of_a_start_on_a_closed_day() -> None:
    late = {"received": "2025-07-12"}
    assert explanation(worked({"on": "working day 1"}, late)) == [
        "The day received is Saturday 12 July 2025. That day is day 0.",
        "It is a closed day (Saturday). Nothing is treated as received later.",
        "Sunday 13 July 2025: not counted, Sunday",
        "Monday 14 July 2025: working day 1",
        "On Monday 14 July 2025.",
    ]
    assert explanation(worked({"on": "working day 1"}, late, **DEEMED)) == [
        "The day received is Saturday 12 July 2025. That day is day 0.",
        "It is a closed day (Saturday), and counts as Monday 14 July 2025.",
        "Tuesday 15 July 2025: working day 1",
        "On Tuesday 15 July 2025.",
    ]


def test_the_working_says_what_became_of_a_date_on_a_closed_day() -> None:
    paye = {"decided": "2026-02-05"}
    assert explanation(worked(within("17 calendar days", "decided"), paye)) == [
        "The day decided is Thursday 5 February 2026.",
        "No later than Sunday 22 February 2026.",
        "Sunday 22 February 2026 is a closed day (Sunday). "
        "The date stays; the working day before it is Friday 20 February 2026.",
    ]
    assert explanation(worked(within("17 calendar days", "decided", closed_day="preceding"), paye)) == [
        "The day decided is Thursday 5 February 2026.",
        "No later than Friday 20 February 2026.",
        "Sunday 22 February 2026 is a closed day (Sunday), so the date moves to Friday 20 February 2026.",
    ]


def test_the_working_says_what_became_of_a_range_on_closed_days() -> None:
    found = worked({"on": "calendar days 2 to 3", "closed_day": "following"}, CHRISTMAS)
    assert explanation(found) == [
        "The day received is Thursday 17 December 2026.",
        "From Monday 21 December 2026 to Monday 21 December 2026.",
        "Saturday 19 December 2026 is a closed day (Saturday), so the range begins on Monday 21 December 2026.",
        "Sunday 20 December 2026 is a closed day (Sunday), so the date moves to Monday 21 December 2026.",
    ]
    found = worked({"on": "calendar days 1 to 2", "closed_day": "preceding"}, CHRISTMAS)
    assert (found["opens"], found["due"]) == ("2026-12-18", "2026-12-18")
    assert not any("range begins" in line for line in explanation(found))


def test_the_working_of_a_choice_is_that_of_the_date_chosen_and_says_of_how_many() -> None:
    due = {"earlier_of": [within("1 week", "received"), within("9 calendar days", "received"),
                          within("8 calendar days", "received")]}  # fmt: skip
    found = worked(due, {"received": "2026-03-10"})
    assert explanation(found) == [
        "The day received is Tuesday 10 March 2026.",
        "No later than Tuesday 17 March 2026.",
        "This is the earlier of 3 dates.",
    ]
    assert found["explanation"][-1] == {"kind": "note", "date": "2026-03-17", "number": None,
                                        "text": "This is the earlier of 3 dates."}  # fmt: skip
    assert explanation(worked({"later_of": due["earlier_of"]}, {"received": "2026-03-10"}))[-2:] == [
        "No later than Thursday 19 March 2026.",
        "This is the later of 3 dates.",
    ]


@pytest.mark.parametrize("choice", ["earlier_of", "later_of"])
def test_of_two_equal_dates_the_first_one_written_is_explained(choice: str) -> None:
    found = worked({choice: [within("7 calendar days", "received"), within("1 week", "decided")]},
                   {"received": "2026-03-10", "decided": "2026-03-10"})  # fmt: skip
    assert explanation(found)[0] == "The day received is Tuesday 10 March 2026."


PROJECTED = "Bank holidays after 2028 are not published yet: they follow the pattern of the law. Check again."


def test_a_projected_date_says_so_and_a_published_one_does_not() -> None:
    late = worked(within("1 working day", "received"), {"received": "2028-12-29"})
    assert late["explanation"][-1] == {"kind": "note", "date": "2029-01-02", "number": None, "text": PROJECTED}
    assert PROJECTED not in explanation(worked(within("1 working day", "received"), {"received": "2028-12-28"}))


def test_a_choice_that_rests_on_a_projected_date_says_so_once() -> None:
    known = {"received": "2028-12-26", "hearing": "2029-01-05"}
    parts = [within("1 calendar day", "received"), before("5 working days", "hearing")]
    assert explanation(worked({"earlier_of": parts}, known))[-2:] == ["This is the earlier of 2 dates.", PROJECTED]
    lines = explanation(worked({"later_of": parts}, known))
    assert lines[-2:] == [PROJECTED, "This is the later of 2 dates."]
    assert lines.count(PROJECTED) == 1
    published = worked({"earlier_of": [parts[0], within("2 calendar days", "received")]}, {"received": "2028-12-26"})
    assert (published["tier"], PROJECTED in explanation(published)) == ("published", False)
