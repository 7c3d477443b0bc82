"""What no date can be made of is refused by both engines in the same words, whoever calls them and with whatever."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from committed_calendars import calendar
from guide.calendars import days
from guide.calendars.days import DayError, WorkingDays
from guide.twins import verify
from two_engines import call_javascript

NOT_WHOLE = (1.5, "3", True, None, 2**53, -(2**53), [1])
OUT_OF_ALL_YEARS = (days.FIRST_DAY - 1, days.LAST_DAY + 1)
COUNTS = {
    "daysAfter": days.days_after, "weeksAfter": days.weeks_after, "monthsAfter": days.months_after,
    "clearDaysAfter": days.clear_days_after, "clearDaysBefore": days.clear_days_before,
}  # fmt: skip
OF_A_DAY: dict[str, Callable[..., Any]] = {
    "text": days.text,
    "long": days.long,
    "withoutWeekday": days.without_weekday,
    "toYmd": days.to_ymd,
    "weekday": days.weekday,
}


def python(function: Callable[..., Any], given: tuple[Any, ...]) -> dict[str, Any]:
    try:
        value = function(*given)
    except DayError as error:
        return {"error": error.code, "message": str(error), "name": "DayError"}
    return {"value": list(value) if isinstance(value, tuple) else value}


def same(calls: list[tuple[str, Callable[..., Any], tuple[Any, ...]]]) -> list[dict[str, Any]]:
    """Python's answers; fails unless JavaScript gives the same."""
    ours = [python(function, given) for _, function, given in calls]
    assert call_javascript(*(["calendars/days.js", name, *given] for name, _, given in calls)) == ours
    return ours


def test_a_count_that_is_not_whole_is_refused() -> None:
    answers = same([(name, function, (0, wrong)) for name, function in COUNTS.items() for wrong in NOT_WHOLE])
    assert {answer["error"] for answer in answers} == {"invalid-count"}
    assert {answer["message"] for answer in answers} == {"How many must be a whole number."}


@pytest.mark.parametrize("too_few", [0, -1])
def test_fewer_than_one_clear_day_is_refused(too_few: int) -> None:
    clear = [(name, COUNTS[name], (0, too_few)) for name in ("clearDaysAfter", "clearDaysBefore")]
    assert {answer["message"] for answer in same(clear)} == {"How many must be 1 or more."}
    plain = [(name, COUNTS[name], (0, too_few)) for name in ("daysAfter", "weeksAfter", "monthsAfter")]
    assert all("value" in answer for answer in same(plain))
    assert all("value" in answer for answer in same([(name, COUNTS[name], (0, 1)) for name in COUNTS]))


def test_a_day_that_is_not_whole_or_out_of_all_years_is_refused_and_the_outermost_days_are_not() -> None:
    wrong_days = (*NOT_WHOLE, *OUT_OF_ALL_YEARS)
    answers = same(
        [(name, function, (wrong,)) for name, function in OF_A_DAY.items() for wrong in wrong_days]
        + [(name, function, (wrong, 1)) for name, function in COUNTS.items() for wrong in wrong_days]
    )
    assert {answer["error"] for answer in answers} == {"invalid-date"}
    outermost = [(name, function, (day,)) for name, function in OF_A_DAY.items()
                 for day in (days.FIRST_DAY, days.LAST_DAY)]  # fmt: skip
    assert all("value" in answer for answer in same(outermost))


def test_an_answer_out_of_all_years_is_refused() -> None:
    beyond = [
        ("daysAfter", days.days_after, (days.LAST_DAY, 1)),
        ("daysAfter", days.days_after, (days.FIRST_DAY, -1)),
        ("weeksAfter", days.weeks_after, (days.LAST_DAY - 6, 1)),
        ("weeksAfter", days.weeks_after, (days.FIRST_DAY + 6, -1)),
        ("monthsAfter", days.months_after, (days.LAST_DAY, 1)),
        ("monthsAfter", days.months_after, (days.FIRST_DAY, -1)),
    ]
    assert {answer["error"] for answer in same(beyond)} == {"invalid-date"}
    inside = [
        ("weeksAfter", days.weeks_after, (days.LAST_DAY - 7, 1)),
        ("monthsAfter", days.months_after, (days.LAST_DAY - 31, 1)),
        ("monthsAfter", days.months_after, (days.FIRST_DAY + 31, -1)),
    ]
    assert [answer["value"] for answer in same(inside)] == [days.LAST_DAY, days.LAST_DAY - 1, days.FIRST_DAY]


def test_a_date_of_numbers_is_refused_outside_the_years_the_months_and_the_days() -> None:
    wrong = [(0, 1, 1), (10_000, 1, 1), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (2026, 1, 32), (2026, 2, 29),
             (1900, 2, 29), (2026, 4, 31), (2026, 6, 31), (2026, 9, 31), (2026, 11, 31)]  # fmt: skip
    wrong += [tuple(part if place != at else odd for place, part in enumerate((2026, 1, 1)))
              for at in range(3) for odd in NOT_WHOLE]  # type: ignore[misc]  # fmt: skip
    answers = same([("fromYmd", days.from_ymd, given) for given in wrong])
    assert {answer.get("error") for answer in answers} == {"invalid-date"}
    right = [(1, 1, 1), (9999, 12, 31), (2000, 2, 29), (2024, 2, 29), (2026, 4, 30), (2026, 1, 31), (2026, 12, 31)]
    assert all("value" in answer for answer in same([("fromYmd", days.from_ymd, given) for given in right]))


def test_what_is_not_text_is_not_a_date() -> None:
    answers = same([("parse", days.parse, (wrong,)) for wrong in (None, 20260327, True, ["2026-03-27"], {})])
    assert {answer["message"] for answer in answers} == {
        "A date must be text. Write the date as year-month-day, for example 2026-01-06."
    }


def test_text_that_is_not_a_date_is_shown_up_to_forty_characters() -> None:
    (answer,) = same([("parse", days.parse, ("💜" * 41,))])
    assert answer["message"].startswith(f'"{"💜" * 40}" is not a date')


@pytest.mark.parametrize(
    "operation", ["working_days_after", "working_days_before", "clear_days_after", "clear_days_before"]
)
def test_a_day_outside_the_calendar_is_told_before_a_count_that_is_wrong(operation: str) -> None:
    more = ["working_day"] if operation.startswith("clear") else []
    asked = [(operation, "england-and-wales", ["2011-12-31", count, *more]) for count in (0, -1, 2**53, 1)]
    known = {"england-and-wales": calendar().days}
    ours = verify.ask_python(asked, known)
    assert [answer.error for answer in ours] == ["outside-calendar"] * 4
    assert verify.ask_javascript(asked, known) == ours


@pytest.mark.parametrize(
    "operation", ["working_days_after", "working_days_before", "clear_days_after", "clear_days_before"]
)
def test_fewer_than_one_working_day_is_refused(operation: str) -> None:
    more = ["working_day"] if operation.startswith("clear") else []
    asked = [(operation, "england-and-wales", ["2026-11-26", count, *more]) for count in (0, -1)]
    known = {"england-and-wales": calendar().days}
    ours = verify.ask_python(asked, known)
    assert [answer.error for answer in ours] == ["invalid-count"] * 2
    assert verify.ask_javascript(asked, known) == ours


def test_a_calendar_that_cannot_be_is_refused_in_both_engines() -> None:
    wrong: list[tuple[Any, ...]] = [(5, 4, []), (1.5, 4, []), (0, "4", []), (0, 4, [5]), (0, 4, [-1]), (0, 4, [1.5]),
                                    ([1, 2], 4, []),
                                    (days.FIRST_DAY - 1, 0, []), (0, days.LAST_DAY + 1, [])]  # fmt: skip
    answers = same([("WorkingDays", WorkingDays, given) for given in wrong])
    assert {answer["error"] for answer in answers} == {"invalid-calendar", "invalid-date", "outside-calendar"}
    assert "value" in call_javascript(["calendars/days.js", "WorkingDays", 4, 4, [4]])[0]
