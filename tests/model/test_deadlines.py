"""What an author may write as a deadline, and every phrase that is refused because it leaves the day open."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from guide.model.lengths import UNITS
from two_engines import deadline


def refused(written: Any) -> str:
    with pytest.raises(ValidationError) as refusal:
        deadline(written)
    return "; ".join(found["msg"].removeprefix("Value error, ") for found in refusal.value.errors())


@pytest.mark.parametrize("unit", UNITS)
def test_a_length_is_a_whole_number_of_one_unit_singular_or_plural(unit: str) -> None:
    one = {"days except bank holidays": "day except bank holidays"}.get(unit, unit[:-1])
    for length in (f"1 {one}", f"1 {unit}", f"5 {unit}", f"5 {one}"):
        said = deadline({"within": length, "of": "received"}).within
        assert (said.number, said.unit) == (int(length[0]), unit)
    assert str(deadline({"within": f"1 {unit}", "of": "received"}).within) == f"1 {one}"
    assert str(deadline({"within": f"5 {one}", "of": "received"}).within) == f"5 {unit}"


@pytest.mark.parametrize(
    ("length", "why"),
    [
        ("5 days", "'5 days' can be read in two ways"),
        ("1 day", "'1 day' can be read in two ways"),
        ("5 business days", "'business days' is not a unit of time"),
        ("2 years", "'years' is not a unit of time"),
        ("5.5 working days", "is not a length of time"),
        ("-5 working days", "is not a length of time"),
        ("five working days", "is not a length of time"),
        ("٥ working days", "is not a length of time"),
        ("5  working days", "is not a unit of time"),
        ("5 Working Days", "is not a length of time"),
        ("10000 working days", "is not a length of time"),
        ("5 working days or so", "is not a unit of time"),
        ("working days", "is not a length of time"),
        ("5", "is not a length of time"),
        (5, "this must be text"),
        (None, "nothing stands after the colon"),
        ([], "this must be text"),
    ],
)
def test_a_length_that_is_not_plainly_so_many_of_one_unit_is_refused(length: Any, why: str) -> None:
    assert why in refused({"within": length, "of": "received"})


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [("working day 7", 7, 7), ("working days 3 to 7", 3, 7), ("working day 0", 0, 0), ("calendar days 0 to 16", 0, 16),
     ("working days 7 to 7", 7, 7)],
)  # fmt: skip
def test_a_numbered_day_is_one_day_or_a_range(written: str, first: int, last: int) -> None:
    said = deadline({"on": written}).on
    assert (said.first, said.last, said.unit) == (first, last, f"{written.split()[0]} days")


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("day 7", "is not a numbered day"),
        ("working day seven", "is not a numbered day"),
        ("working days 3-7", "is not a numbered day"),
        ("working days 7", "is not a numbered day"),
        ("working day 3 to 7", "is not a numbered day"),
        ("weeks 1 to 2", "is not a numbered day"),
        ("working days 7 to 3", "ends before it begins"),
        ("working day 1000", "is not a numbered day"),
    ],
)
def test_a_numbered_day_that_is_not_one_is_refused(written: str, why: str) -> None:
    assert why in refused({"on": written})


TWO_READINGS = "clear months can be read in two ways at the end of a short month"
BOTH_ENDS = "clear days leave the first day out, and 'beginning with the day' counts it"


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ({"within": "1 month", "of": "received", "clear": True}, TWO_READINGS),
        ({"after": "2 months", "from": "received", "clear": True}, TWO_READINGS),
        ({"no_later_than": "1 month", "before": "hearing", "clear": True}, TWO_READINGS),
        ({"within": "3 working days", "of": "received", "clear": True, "counts": "beginning with the day"}, BOTH_ENDS),
        ({"within": "0 working days", "of": "received", "clear": True}, "'0 working days' has no days to leave out"),
        ({"after": "0 weeks", "from": "received", "clear": True}, "'0 weeks' has no days to leave out"),
        ({"no_later_than": "0 calendar days", "before": "hearing", "clear": True}, "has no days to leave out"),
        (
            {"within": "0 weeks", "of": "received", "counts": "beginning with the day"},
            "no days to leave out or to begin",
        ),
    ],
)
def test_words_that_leave_the_day_open_or_contradict_one_another_are_refused(written: Any, why: str) -> None:
    assert why in refused(written)


def test_a_clear_month_really_has_two_readings_and_a_month_has_one() -> None:
    # Back from 31 March: 28 February less a day. Onwards from 28 February: 28 March, so 29 to 31 March are clear of it.
    assert TWO_READINGS in refused({"no_later_than": "1 month", "before": "hearing", "clear": True})
    for clear in (False, None):
        assert deadline({"no_later_than": "1 month", "before": "hearing", "clear": clear}).clear is clear
    assert deadline({"within": "2 weeks", "of": "received", "clear": True}).clear


WITHIN = {"within": "5 working days", "of": "received"}
PLANNED = {"on": "working day 5"}


@pytest.mark.parametrize("choice", ["earlier_of", "later_of"])
def test_a_choice_is_of_one_kind_and_leaves_closed_days_to_its_dates(choice: str) -> None:
    one_kind = "a limit (within, no_later_than) and a planned day (after, on) have no earlier or later one"
    assert one_kind in refused({choice: [WITHIN, PLANNED]})
    assert one_kind in refused({choice: [{choice: [WITHIN, WITHIN]}, {"after": "1 week", "from": "received"}]})
    assert "closed_day: belongs to a single date" in refused({choice: [WITHIN, WITHIN], "closed_day": "preceding"})
    assert "at least 2 items" in refused({choice: [WITHIN]})
    assert refused({choice: [WITHIN, "not stated"]})
    limits = deadline({choice: [WITHIN, {"no_later_than": "1 week", "before": "hearing"}]})
    assert limits.kind == "limit"
    planned = deadline({choice: [PLANNED, {choice: [{"after": "1 week", "from": "received"}, PLANNED]}]})
    assert planned.kind == "planned"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("soon", "is not a deadline this guide knows"),
        ("within 5 working days", "is not a deadline this guide knows"),
        ("as soon as possible, within 5 days", "has a number, so it is a rule"),
        ("", "this is empty"),
    ],
)
def test_words_are_no_deadline_unless_they_open_as_the_sources_do_and_have_no_number(words: str, why: str) -> None:
    assert why in refused(words)


@pytest.mark.parametrize(
    "written",
    [
        {"within": "5 working days"},
        {"within": "5 working days", "of": "received", "befor": "x"},
        {"within": "5 working days", "of": "received", "on": "working day 5"},
        {"within": "5 working days", "of": "Received!"},
        {"within": "5 working days", "of": "received", "closed_day": "moves"},
        {"within": "5 working days", "of": "received", "part": "noon"},
        {"within": "5 working days", "of": "received", "authority": "custom"},
        {"within": "5 working days", "of": "received", "counts": "with the day"},
        {},
        [],
        7,
    ],
)
def test_an_incomplete_or_unknown_deadline_is_refused(written: Any) -> None:
    assert refused(written)
