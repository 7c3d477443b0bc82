"""Laws of counting that hold for every calendar, and the same counting done with a finger on paper."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from guide.calendars.days import OutsideCalendar, WorkingDays

EPOCH = datetime.date(1970, 1, 1).toordinal()


def is_weekday(day: int) -> bool:
    return datetime.date.fromordinal(day + EPOCH).weekday() < 5


working_days = st.builds(
    lambda first, length, closed: WorkingDays(first, first + length, {first + day for day in closed if day <= length}),
    st.integers(-1000, 30_000),
    st.integers(0, 90),
    st.sets(st.integers(0, 90), max_size=30),
)
small = st.integers(1, 25)


@st.composite
def calendar_and_days(draw: st.DrawFn) -> tuple[WorkingDays, int, int]:
    known = draw(working_days)
    return known, *(draw(st.integers(known.first, known.last)) for _ in range(2))  # type: ignore[return-value]


def walked(known: WorkingDays, day: int, count: int, step: int) -> int | None:
    """One finger on a paper calendar; None when it leaves the page."""
    while count:
        day += step
        if not known.first <= day <= known.last:
            return None
        count -= is_weekday(day) and day not in known.closed
    return day


def asked(question: str, known: WorkingDays, *arguments: int) -> int | None:
    try:
        return int(getattr(known, question)(*arguments))
    except OutsideCalendar:
        return None


@given(calendar_and_days(), small)
def test_counting_equals_walking_a_paper_calendar_and_refuses_exactly_where_the_page_ends(
    given_days: tuple[WorkingDays, int, int], n: int
) -> None:
    known, day, _ = given_days
    assert asked("working_day_after", known, day, n) == walked(known, day, n, 1)
    assert asked("working_day_before", known, day, n) == walked(known, day, n, -1)
    assert asked("clear_after", known, day, n) == walked(known, day, n + 1, 1)
    assert asked("clear_before", known, day, n) == walked(known, day, n + 1, -1)
    is_open = is_weekday(day) and day not in known.closed
    assert known.is_working_day(day) is is_open
    assert asked("following", known, day) == (day if is_open else walked(known, day, 1, 1))
    assert asked("preceding", known, day) == (day if is_open else walked(known, day, 1, -1))


@given(calendar_and_days(), small, small)
def test_the_laws_of_counting_hold(given_days: tuple[WorkingDays, int, int], m: int, n: int) -> None:
    known, day, other = given_days
    after = asked("working_day_after", known, day, n)
    if after is not None:
        assert known.count(day, after) == n
        assert (asked("working_day_before", known, after, n) == day) is known.is_working_day(day)
        assert asked("working_day_after", known, after, m) == asked("working_day_after", known, day, m + n)
        assert n == 1 or known.working_day_after(day, n - 1) < after
        if other <= day:
            assert known.working_day_after(other, n) <= after
    before = asked("working_day_before", known, day, n)
    if before is not None:
        assert known.count(before, day) == n - 1 + known.is_working_day(day)
        assert known.count(before, day) == n - 1 + known.is_working_day(day)
        assert (asked("working_day_after", known, before, n) == day) is known.is_working_day(day)
        assert asked("working_day_before", known, before, m) == asked("working_day_before", known, day, m + n)


@given(calendar_and_days())
def test_count_is_how_many_working_days_come_after_the_start_up_to_and_including_the_end(
    given_days: tuple[WorkingDays, int, int],
) -> None:
    known, start, end = given_days
    expected = sum(known.is_working_day(day) for day in range(start + 1, end + 1))
    assert known.count(start, end) == expected - sum(known.is_working_day(day) for day in range(end + 1, start + 1))
