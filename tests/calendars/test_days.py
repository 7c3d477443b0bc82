"""The counting kernel: vectors from outside, laws that hold for every calendar, and what it refuses."""

import calendar as python_calendar
import datetime
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from committed_calendars import VECTORS, calendar, calendars
from guide.calendars import days
from guide.calendars.days import InvalidCalendar, InvalidCount, InvalidDate, OutsideCalendar, WorkingDays, parse, text
from guide.twins import vector_files, verify

EPOCH = datetime.date(1970, 1, 1).toordinal()
any_day = st.integers(days.FIRST_DAY, days.LAST_DAY)
VECTOR_FILES = ("working-days.json", "bank-holidays.json", "counting.json", "clock-changes.json",
                "turns-of-the-century.json")  # fmt: skip


def python_date(day: int) -> datetime.date:
    return datetime.date.fromordinal(day + EPOCH)


# Vectors


@pytest.mark.parametrize("engine", ["python", "javascript"])
@pytest.mark.parametrize("name", VECTOR_FILES)
def test_every_vector_is_answered_as_its_independent_source_says(name: str, engine: verify.Engine) -> None:
    report = verify.run(VECTORS / name, engine, calendars())
    assert (
        vector_files.format_report(report).splitlines()[-1]
        == f"{len(verify.read_vectors(VECTORS / name))} passed, 0 failed"
    )


def test_no_vector_takes_its_expectation_from_this_program() -> None:
    vectors = [vector for name in VECTOR_FILES for vector in verify.read_vectors(VECTORS / name)]
    kinds = {vector["basis"]["kind"] for vector in vectors}
    assert kinds == {"official-example", "published-list", "library-agreement", "spec"}
    assert {vector["op"] for vector in vectors if vector["basis"]["kind"] == "spec"} == {"parse", "working_days_after"}


def test_a_notification_of_thursday_17_december_2026_is_counted_past_christmas() -> None:
    received = parse("2026-12-17")
    counted = {n: days.long(calendar().working_day_after(received, n)) for n in (1, 7, 11, 15)}
    assert counted == {
        1: "Friday 18 December 2026",
        7: "Wednesday 30 December 2026",
        11: "Wednesday 6 January 2027",
        15: "Tuesday 12 January 2027",
    }


def test_seven_working_days_before_tuesday_1_june_2027_skip_the_spring_bank_holiday() -> None:
    publication = parse("2027-06-01")
    assert text(calendar().working_day_before(publication, 7)) == "2027-05-20"
    assert text(calendar().clear_before(publication, 7)) == "2027-05-19"


# Dates and day numbers


def test_every_day_from_1899_to_2101_has_the_year_month_day_and_weekday_that_python_gives_it() -> None:
    for day in range(parse("1899-01-01"), parse("2101-12-31") + 1):
        known = python_date(day)
        assert (*days.to_ymd(day), days.weekday(day)) == (known.year, known.month, known.day, known.weekday())
        assert days.from_ymd(known.year, known.month, known.day) == day


@given(any_day)
def test_text_and_long_text_agree_with_python_for_any_day_of_9999_years(day: int) -> None:
    known = python_date(day)
    assert text(day) == known.isoformat()
    assert days.long(day) == f"{known:%A} {known.day} {known:%B} {known.year}"
    assert parse(text(day)) == day


def test_the_first_day_number_is_1_january_1970_and_a_thursday() -> None:
    assert (parse("1970-01-01"), days.weekday(0), days.long(0)) == (0, 3, "Thursday 1 January 1970")


def test_the_ends_of_the_years_are_read_and_nothing_is_counted_beyond_them() -> None:
    assert (parse("0001-01-01"), parse("9999-12-31")) == (days.FIRST_DAY, days.LAST_DAY)
    for beyond in (days.FIRST_DAY - 1, days.LAST_DAY + 1):
        for ask in (text, days.long, days.to_ymd, days.weekday):
            with pytest.raises(InvalidDate, match="between the years 1 and 9999"):
                ask(beyond)
    for year in (0, 10_000):
        with pytest.raises(InvalidDate, match="Use a year from 1 to 9999"):
            days.from_ymd(year, 1, 1)
    with pytest.raises(InvalidDate):
        days.days_after(days.LAST_DAY, 1)
    with pytest.raises(InvalidDate):
        days.weeks_after(days.FIRST_DAY, -1)
    assert text(days.months_after(parse("9999-11-30"), 1)) == "9999-12-30"
    assert text(days.months_after(parse("0001-02-28"), -1)) == "0001-01-28"
    with pytest.raises(InvalidDate, match="Use fewer months"):
        days.months_after(parse("9999-12-01"), 1)
    with pytest.raises(InvalidDate, match="Use fewer months"):
        days.months_after(parse("0001-01-31"), -1)


@pytest.mark.parametrize(
    "written",
    ["", "2026-02-29", "2026-02-30", "2026-13-01", "2026-00-10", "2026-04-31", "2026-01-00", "2026-01-32", "0000-01-01",
     "26/03/2026", "2026-3-27", "20260327", "2026-W13-5", "2026-086", "+2026-03-27", "-2026-03-27", "12026-03-27",
     "2026-03-27T00:00", "2026-03-27Z", " 2026-03-27", "2026-03-27 ", "2026-03-27\n", "\n2026-03-27", "2026-03-27\x00",
     "2026\u201003\u201027", "٢٠٢٦-٠٣-٢٧", "２０２６-０３-２７", "²026-03-27", "2026-03-2", "27 March 2026",
     "2100-02-29"],
)  # fmt: skip
def test_whatever_is_not_a_real_date_written_year_month_day_is_refused(written: str) -> None:
    with pytest.raises(InvalidDate) as refusal:
        parse(written)
    assert refusal.value.code == "invalid-date"


@given(st.text(alphabet=string.digits + "-/ T٢\n", max_size=12) | st.text(max_size=12))
def test_text_that_is_read_as_a_date_is_written_again_exactly_as_it_was(written: str) -> None:
    try:
        day = parse(written)
    except InvalidDate:
        return
    assert text(day) == written


@pytest.mark.parametrize("not_text", [None, 20260327, b"2026-03-27", datetime.date(2026, 3, 27)])
def test_a_date_that_is_not_text_is_refused(not_text: object) -> None:
    with pytest.raises(InvalidDate, match="must be text"):
        parse(not_text)  # type: ignore[arg-type]


def test_refusals_say_the_cause_and_the_cure() -> None:
    with pytest.raises(InvalidDate, match=r"no day 29 in February 2026\. Use a day from 1 to 28\."):
        parse("2026-02-29")
    with pytest.raises(InvalidDate, match=r'"26/3/26" is not a date .* for example 2026-01-06\.'):
        parse("26/3/26")
    with pytest.raises(InvalidDate, match=r"There is no month 13\. Use a month from 1 to 12\."):
        parse("2026-13-01")


@pytest.mark.parametrize("not_whole", [1.0, 2.5, True, "3", None, float("nan"), 2**53])
def test_days_and_counts_that_are_not_whole_numbers_are_refused(not_whole: object) -> None:
    for count in (days.days_after, days.weeks_after, days.months_after, days.clear_days_after):
        with pytest.raises(InvalidCount):
            count(0, not_whole)  # type: ignore[arg-type]
    with pytest.raises(InvalidDate):
        text(not_whole)  # type: ignore[arg-type]
    with pytest.raises(InvalidDate):
        days.from_ymd(2026, not_whole, 1)  # type: ignore[arg-type]


def test_the_largest_count_that_both_languages_hold_exactly_is_a_count_and_merely_leads_nowhere() -> None:
    for count in (2**53 - 1, 1 - 2**53):
        with pytest.raises(InvalidDate):
            days.days_after(0, count)


# Calendar days, weeks and months


@given(any_day, st.integers(-4000, 4000))
def test_days_and_weeks_are_whole_days_whatever_the_clocks_do(day: int, count: int) -> None:
    if not days.FIRST_DAY <= day + 7 * count <= days.LAST_DAY:
        day = 0
    expected = python_date(day) + datetime.timedelta(days=count)
    assert python_date(days.days_after(day, count)) == expected
    assert python_date(days.weeks_after(day, count)) == python_date(day) + datetime.timedelta(weeks=count)


@given(st.dates(datetime.date(1800, 1, 1), datetime.date(2200, 12, 31)), st.integers(-600, 600))
def test_months_end_on_the_corresponding_date_or_the_last_day_of_a_shorter_month(start: datetime.date, k: int) -> None:
    year, month = divmod(start.year * 12 + start.month - 1 + k, 12)
    length = python_calendar.monthrange(year, month + 1)[1]
    expected = datetime.date(year, month + 1, min(start.day, length)).isoformat()
    assert text(days.months_after(parse(start.isoformat()), k)) == expected


def test_months_are_counted_from_the_anchor_because_chaining_them_loses_days() -> None:
    anchor = parse("2026-01-31")
    assert text(days.months_after(anchor, 2)) == "2026-03-31"
    assert text(days.months_after(days.months_after(anchor, 1), 1)) == "2026-03-28"


def test_clear_days_leave_out_both_ends() -> None:
    assert text(days.clear_days_before(parse("2023-10-20"), 3)) == "2023-10-16"
    assert text(days.clear_days_after(parse("2023-10-01"), 28)) == "2023-10-30"


@pytest.mark.parametrize("too_few", [0, -1])
def test_counts_of_working_days_and_clear_days_start_at_one(too_few: int) -> None:
    monday = parse("2026-01-05")
    known = calendar()
    for ask in (
        days.clear_days_after, days.clear_days_before, known.working_day_after, known.working_day_before,
        known.clear_after, known.clear_before,
    ):  # fmt: skip
        with pytest.raises(ValueError, match=r"^How many must be 1 or more\.$") as refusal:
            ask(monday, too_few)
        assert isinstance(refusal.value, InvalidCount)


# The horizon


def test_a_day_outside_the_calendar_is_refused_by_every_question() -> None:
    known = calendar()
    for outside in (parse("2011-12-31"), parse("2036-01-01")):
        for question, *more in (
            ("is_working_day",), ("following",), ("preceding",), ("why_closed",), ("tier",), ("working_day_after", 1),
            ("working_day_before", 1), ("clear_after", 1), ("clear_before", 1), ("count", parse("2026-01-05")),
        ):  # fmt: skip
            with pytest.raises(OutsideCalendar) as refusal:
                getattr(known, str(question))(outside, *more)
            assert refusal.value.code == "outside-calendar"
    with pytest.raises(OutsideCalendar):
        known.count(parse("2026-01-05"), parse("2036-01-01"))


def test_an_answer_beyond_either_end_is_refused_and_the_last_one_inside_is_given() -> None:
    known = calendar()
    assert text(known.working_day_after(parse("2035-12-28"), 1)) == "2035-12-31"
    with pytest.raises(OutsideCalendar):
        known.working_day_after(parse("2035-12-28"), 2)
    assert text(known.working_day_before(parse("2012-01-04"), 1)) == "2012-01-03"
    with pytest.raises(OutsideCalendar):
        known.working_day_before(parse("2012-01-04"), 2)
    with pytest.raises(OutsideCalendar):
        known.preceding(parse("2012-01-02"))


def test_the_refusal_names_the_day_the_ends_of_the_calendar_and_what_to_do() -> None:
    with pytest.raises(OutsideCalendar) as refusal:
        calendar().working_day_after(parse("2011-12-31"), 1)
    assert str(refusal.value) == (
        "Saturday 31 December 2011 is outside the calendar, which runs from Sunday 1 January 2012 to "
        "Monday 31 December 2035. Use a date inside it, or ask the guide's owner to extend the calendar."
    )


def test_a_calendar_that_ends_before_it_begins_or_closes_days_it_does_not_hold_is_refused() -> None:
    with pytest.raises(InvalidCalendar, match="ends on 2026-01-04, before it begins on 2026-01-05"):
        WorkingDays(parse("2026-01-05"), parse("2026-01-04"), [])
    with pytest.raises(OutsideCalendar):
        WorkingDays(parse("2026-01-05"), parse("2026-01-09"), [parse("2026-01-12")])


def test_a_calendar_that_is_refused_says_why_and_where() -> None:
    refusal = InvalidCalendar("Closed days must be in order of date.", ("closed", 3, "on"))
    assert (str(refusal), refusal.path, refusal.code) == (
        "Closed days must be in order of date.", ("closed", 3, "on"), "invalid-calendar")  # fmt: skip
    assert InvalidCalendar("It ends before it begins.").path == ()
    assert not InvalidCalendar("It ends before it begins.").at_key
    assert InvalidCalendar("Unknown key.", ("closed",), at_key=True).at_key
