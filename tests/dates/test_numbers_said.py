"""Lengths and numbered days are heard in a sentence however they are written, and other numbers are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.dates import numbers_said
from guide.dates.numbers_said import sayings_in, value_of
from guide.plain import plainly

_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip


def in_words(number: int) -> str:
    if number >= 100:
        rest = number % 100
        return f"{_UNITS[number // 100]} hundred" + (f" and {in_words(rest)}" if rest else "")
    if number < 20:
        return _UNITS[number]
    return _TENS[number // 10] + (f"-{_UNITS[number % 10]}" if number % 10 else "")


@pytest.mark.parametrize("hyphen", ["-", " ", "\u2011", "\u2010", "\u2013", ""])
def test_every_number_up_to_four_hundred_is_heard_in_words(hyphen: str) -> None:
    for number in range(1, 400):
        words = in_words(number).replace("-", hyphen)
        assert [one.said for one in sayings_in(f"within {words} working days")] == [(number, "day")], words


@pytest.mark.parametrize(
    "between",
    [
        "-", " - ",
        "\u2010", "\u2011", "\u2012", "\u2013", " \u2014 ", "\u2015", "\u2212", "\ufe63", "\uff0d", "\u2043",
        "--", "---", "~", " \uff5e ", "\u301c", "\u223c", "\u2053", " \u2192 ", "->", "\u27f6", "\u2026", "..", " ... ",
        "/", " to ", " up to ", " and up to ", " thru ", "\u00a0\u2013\u00a0", "\u00ad-", "_",
    ],
)  # fmt: skip
def test_a_range_is_heard_with_whatever_stands_between_its_days(between: str) -> None:
    for words in ("Working Day 2{}10", "Working Days (2{}10)", "Working Days [2{}10]", "WD2{}10", "W/D 2{}WD10"):
        said = [(one.number, one.unit, one.numbered, one.days) for one in sayings_in(words.format(between))]
        assert said == [(2, "day", True, "working"), (10, "day", True, "working")], words
    assert [one.number for one in sayings_in(f"Working Days 2nd{between}10th")] == [2, 10]


@pytest.mark.parametrize("between", ["\u00a0", "\u2009", "\u202f", "  ", "\n ", "\u2011", " \u200b", "\u00ad "])
def test_what_stands_between_a_number_and_its_unit_makes_no_difference(between: str) -> None:
    assert [one.said for one in sayings_in(f"in nine{between}days")] == [(9, "day")]
    assert [(one.number, one.numbered) for one in sayings_in(f"by day{between}nine")] == [(9, True)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("by the 9th day", [(9, "day", True)]),
        ("on the ninth working day", [(9, "day", True)]),
        ("the twenty-first calendar day", [(21, "day", True)]),
        ("the 3rd and 4th working days", [(3, "day", True), (4, "day", True)]),
        ("in the second week", [(2, "week", True)]),
        ("week 2", [(2, "week", True)]),
        ("Working Day 2-10", [(2, "day", True), (10, "day", True)]),
        ("Working Days Three \u2013 Seven", [(3, "day", True), (7, "day", True)]),
        ("days 3, 5 and 7", [(3, "day", True), (5, "day", True), (7, "day", True)]),
        ("WD7", [(7, "day", True)]),
        ("within a week", [(1, "week", False)]),
        ("a fortnight", [(2, "week", False)]),
        ("72 hours", [(72, "hour", False)]),
        ("within 48hrs", [(48, "hour", False)]),
        ("30 minutes", [(30, "minute", False)]),
        ("one year", [(1, "year", False)]),
        ("half a year", [(0.5, "year", False)]),
        ("two and a half weeks", [(2.5, "week", False)]),
        ("1\u00bd days", [(1.5, "day", False)]),
        ("a couple of days", [(2, "day", False)]),
        ("a dozen days", [(12, "day", False)]),
        ("1,000 days", [(1000, "day", False)]),
        ("\uff15 days", [(5, "day", False)]),
        ("5working days", [(5, "day", False)]),
        ("five (5) working days", [(5, "day", False), (5, "day", False)]),
        ("5 or 6 working days", [(5, "day", False), (6, "day", False)]),
        ("three to seven days", [(3, "day", False), (7, "day", False)]),
        ("five weekdays", [(5, "day", False)]),
        ("one hundred and twenty days", [(120, "day", False)]),
        ("within a day", [(1, "day", False)]),
        ("another week", [(1, "week", False)]),
        ("two thousand days", [(2000, "day", False)]),
        ("within three term-time days", [(3, "day", False)]),
        ("within 24 h", [(24, "hour", False)]),
        ("the third of the working days", [(3, "day", True)]),
        ("D+3", [(3, "day", True)]),
        ("Day III", [(3, "day", True)]),
        ("after day 12 may be late", [(12, "day", True)]),
    ],
)
def test_a_length_and_a_numbered_day_are_told_apart(text: str, said: list[tuple[float, str, bool]]) -> None:
    assert [(one.number, one.unit, one.numbered) for one in sayings_in(text)] == said


@pytest.mark.parametrize(
    "text",
    [
        "In flowchart 2, the partners meet",
        "the three safeguarding partners and two agencies",
        "a child of two years of age, or aged 16 years",
        "a 16-year-old",
        "once a week, or three times a year",
        "falls on a working day",
        "in a week that has a bank holiday",
        "form SCSI-5, letter 9 and section 16C of the Act of 2004",
        "\u00a350,000 in 2026",
        "on 14 December",
        "a girl of 3 years, born at 36 weeks",
        "every six weeks, one day at a time",
        "day by day, in the afternoon",
        "the 24-hour helpline and a two-hour visit",
        "24 hours a day, seven days a week; open 24 hours",
        "a two-day course, a 12-week scan and a 15 minute call",
        "20 weeks pregnant, and known to services two years ago",
        "two hours' training and six weeks' leave",
        "One day a child may ask to see this. One day, she did.",
        "every second week, first-day calling, a month by month account",
        "one hour of supervision a month",
        "a family that had lived there for six months",
    ],
)
def test_other_numbers_are_no_lengths(text: str) -> None:
    assert list(sayings_in(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "a five-day response", "within a 24-hour call", "the 14-day rapid review", "in one week visit the family",
        "by the 9th day visit the family", "within 5 working days each month", "the survey is open for 10 working days",
        "within two weeks of sick leave", "two weeks' notice", "One day after receipt", "a two-week support period",
        "after 2 days a check is made", "a 24-hour limit", "one day later",
    ],
)  # fmt: skip
def test_what_is_like_those_is_a_length_all_the_same(text: str) -> None:
    assert len(list(sayings_in(text))) == 1


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("5 days", ""),
        ("5 clear working days", "working"),
        ("5 business days", "working"),
        ("5 calendar days", "calendar"),
    ],
)
def test_the_kind_of_day_is_heard_where_it_is_said(text: str, days: str) -> None:
    assert [one.days for one in sayings_in(text)] == [days]


def test_a_difference_is_heard_as_one() -> None:
    assert [one.later for one in sayings_in("one day later, two days too early, and three days")] == [True, True, False]


def test_a_number_of_nothing_has_no_value_to_divide_by() -> None:
    assert value_of("1/0") == 1


WORDS = (
    "five", "twenty-five", "a", "an", "another", "half a", "a dozen", "a couple of", "hundred", "II", "ninth", "first",
    "within", "in", "after", "at least", "up to", "next", "last", "only", "working", "calendar", "clear", "bank",
    "weekdays", "workday", "w/days", "wd", "WDs", "day", "days", "weeks", "fortnight", "months", "year", "hours",
    "minutes", "wk", "hrs", "mins", "mth", "yrs", "d", "h", "mos", "nights", "evenings", "weekends", "quarters",
    "term-time", "number", "no.", "day five", "week II", "five-day", "D", "T +", "children", "9", "3,5", ".", ",", "-",
    "to", "and", "or", "later", "of age", "fivedays", "tenmin",
)  # fmt: skip


@pytest.mark.parametrize(
    "around", ["five {}", "within two {}", "five-{}", "half a {}", "the ninth {}", "{} two", "9{}"]
)
def test_the_look_that_says_that_a_text_says_no_length_is_never_wrong(around: str) -> None:
    for word in WORDS:
        text = plainly(around.format(word))
        assert tuple(sayings_in(text)) == numbers_said._all_said_in(text)


@given(st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join))
def test_nor_is_it_wrong_about_any_words(text: str) -> None:
    text = plainly(text)
    assert tuple(sayings_in(text)) == numbers_said._all_said_in(text)
