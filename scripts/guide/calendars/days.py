"""Days as whole numbers: the kernel that every date in the guide is counted with.

A day is the number of days since 1970-01-01. There is no clock, no time zone and no date object here: a date that
depends on where or when the program runs is the mistake this module exists to make impossible.
`docs/assets/guide/calendars/days.js` is its twin and gives the same answers, and the same messages, in the browser.
"""

import re
from collections.abc import Iterable
from typing import ClassVar

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June",
          "July", "August", "September", "October", "November", "December")  # fmt: skip
FIRST_DAY = -719_162  # 0001-01-01
LAST_DAY = 2_932_896  # 9999-12-31
_LARGEST = 2**53 - 1  # the browser's largest exact whole number: beyond it the twins could differ
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_AS_WRITTEN = "Write the date as year-month-day, for example 2026-01-06."


class DayError(ValueError):
    """Something that cannot be counted. The message says the cause and the cure; `code` says which kind it is."""

    code: ClassVar[str]


class InvalidDate(DayError):
    """The text or the numbers are not a date between 0001-01-01 and 9999-12-31."""

    code = "invalid-date"


class InvalidCount(DayError):
    """How many days, weeks or months is not a whole number that can be counted."""

    code = "invalid-count"


class InvalidCalendar(DayError):
    """The closed days do not make a calendar. `path` leads to the value at fault, or (`at_key`) to the key itself."""

    code = "invalid-calendar"

    def __init__(self, message: str, path: tuple[str | int, ...] = (), *, at_key: bool = False) -> None:
        super().__init__(message)
        self.path, self.at_key = path, at_key


class OutsideCalendar(DayError):
    """The answer, or a day it depends on, lies outside the days the calendar knows."""

    code = "outside-calendar"


def parse(written: str) -> int:
    """The day of a date written YYYY-MM-DD, in the digits 0 to 9 and nothing else around it; else `InvalidDate`.

    >>> parse("1970-01-02")
    1
    """
    if not isinstance(written, str):
        raise InvalidDate(f"A date must be text. {_AS_WRITTEN}")
    match = _DATE.fullmatch(written)
    if match is None:
        raise InvalidDate(f'"{written[:40]}" is not a date this guide can read. {_AS_WRITTEN}')
    year, month, day = (int(part) for part in match.groups())
    return from_ymd(year, month, day)


def text(day: int) -> str:
    """The day as YYYY-MM-DD.

    >>> text(days_after(parse("2026-12-17"), 15)), text(weeks_after(parse("2026-12-17"), -1))
    ('2027-01-01', '2026-12-10')
    """
    year, month, day_of_month = to_ymd(day)
    return f"{year:04}-{month:02}-{day_of_month:02}"


def long(day: int) -> str:
    """The day in words.

    >>> long(parse("2026-01-06"))
    'Tuesday 6 January 2026'
    """
    return f"{WEEKDAYS[weekday(day)]} {without_weekday(day)}"


def without_weekday(day: int) -> str:
    """The day in words as they stand on a letter.

    >>> without_weekday(parse("2026-01-06"))
    '6 January 2026'
    """
    year, month, day_of_month = to_ymd(day)
    return f"{day_of_month} {MONTHS[month - 1]} {year}"


def from_ymd(year: int, month: int, day: int) -> int:
    """The day of that year, month (1 to 12) and day of the month; `InvalidDate` when there is no such date."""
    if not all(_is_whole(number) for number in (year, month, day)):
        raise InvalidDate("Year, month and day must be whole numbers.")
    if not 1 <= year <= 9999:
        raise InvalidDate(f"{year} is not a year this guide can read. Use a year from 1 to 9999.")
    if not 1 <= month <= 12:
        raise InvalidDate(f"There is no month {month}. Use a month from 1 to 12.")
    if not 1 <= day <= _days_in_month(year, month):
        length = _days_in_month(year, month)
        raise InvalidDate(f"There is no day {day} in {MONTHS[month - 1]} {year}. Use a day from 1 to {length}.")
    # Years that begin on 1 March put the leap day last, so that one formula serves every month.
    march_year = year if month > 2 else year - 1
    days_from_march = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    leap_days = march_year // 4 - march_year // 100 + march_year // 400
    return march_year * 365 + leap_days + days_from_march - 719_468


def to_ymd(day: int) -> tuple[int, int, int]:
    """Year, month (1 to 12) and day of the month.

    >>> to_ymd(from_ymd(2028, 2, 28) + 1)
    (2028, 2, 29)
    """
    _check_day(day)
    since_march_0000 = day + 719_468
    era, day_of_era = divmod(since_march_0000, 146_097)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    days_from_march = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    months_from_march = (5 * days_from_march + 2) // 153
    day_of_month = days_from_march - (153 * months_from_march + 2) // 5 + 1
    month = months_from_march + 3 if months_from_march < 10 else months_from_march - 9
    return era * 400 + year_of_era + (1 if month <= 2 else 0), month, day_of_month


def weekday(day: int) -> int:
    """0 for Monday to 6 for Sunday.

    >>> WEEKDAYS[weekday(parse("2026-12-17"))]
    'Thursday'
    """
    _check_day(day)
    return (day + 3) % 7


def days_after(day: int, count: int) -> int:
    """`count` calendar days after the day; before it when `count` is negative."""
    _check_day(day)
    _check_count(count)
    return _inside_the_years(day + count)


def weeks_after(day: int, count: int) -> int:
    """The same weekday `count` weeks after the day; before it when `count` is negative."""
    _check_day(day)
    _check_count(count)
    return _inside_the_years(day + 7 * count)


def months_after(day: int, count: int) -> int:
    """The corresponding date `count` months after, or the last day of a month that is too short for it.

    Always count from the anchor: two months are not one month after one month.

    >>> text(months_after(parse("2026-08-31"), 6))
    '2027-02-28'
    """
    year, month, day_of_month = to_ymd(day)
    _check_count(count)
    year, month_index = divmod(year * 12 + month - 1 + count, 12)
    if not 1 <= year <= 9999:
        raise InvalidDate("The answer is not between the years 1 and 9999. Use fewer months.")
    return from_ymd(year, month_index + 1, min(day_of_month, _days_in_month(year, month_index + 1)))


def clear_days_after(day: int, count: int) -> int:
    """The first day that leaves `count` whole calendar days between it and the day before it.

    >>> day = parse("2026-12-17")
    >>> text(clear_days_after(day, 7)), text(clear_days_before(day, 7))
    ('2026-12-25', '2026-12-09')
    """
    _check_count(count, at_least=1)
    return days_after(day, count + 1)


def clear_days_before(day: int, count: int) -> int:
    """The last day that leaves `count` whole calendar days between it and the day after it."""
    _check_count(count, at_least=1)
    return days_after(day, -count - 1)


class WorkingDays:
    """Monday to Friday from `first` to `last`, but not the `closed` days; answers nothing about any other day.

    >>> december = WorkingDays(parse("2026-12-01"), parse("2026-12-31"), closed=[parse("2026-12-25")])
    >>> long(december.working_day_after(parse("2026-12-23"), 2))
    'Monday 28 December 2026'
    """

    __slots__ = ("_until", "_working", "closed", "first", "last")

    def __init__(self, first: int, last: int, closed: Iterable[int]) -> None:
        _check_day(first)
        _check_day(last)
        if first > last:
            raise InvalidCalendar(f"The calendar ends on {text(last)}, before it begins on {text(first)}.")
        self.first, self.last, self.closed = first, last, frozenset(closed)
        for day in self.closed:
            self._position(day)
        self._working: list[int] = []
        # _until[i] is how many working days come before first + i, so that every count is one subtraction.
        self._until = [0]
        for day in range(first, last + 1):
            if weekday(day) < 5 and day not in self.closed:
                self._working.append(day)
            self._until.append(len(self._working))

    def is_working_day(self, day: int) -> bool:
        """Whether the day is Monday to Friday and not closed."""
        position = self._position(day)
        return self._until[position + 1] > self._until[position]

    def working_day_after(self, day: int, count: int) -> int:
        """Working day `count` (1 or more) after the day, which itself never counts, working or not."""
        position = self._position(day)
        _check_count(count, at_least=1)
        return self._working_day(self._until[position + 1] + count - 1, day)

    def working_day_before(self, day: int, count: int) -> int:
        """Working day `count` (1 or more) before the day, which itself never counts, working or not."""
        position = self._position(day)
        _check_count(count, at_least=1)
        return self._working_day(self._until[position] - count, day)

    def clear_after(self, day: int, count: int) -> int:
        """The first working day that leaves `count` whole working days between it and the day before it."""
        self._position(day)
        _check_count(count, at_least=1)
        return self.working_day_after(day, count + 1)

    def clear_before(self, day: int, count: int) -> int:
        """The last working day that leaves `count` whole working days between it and the day after it."""
        self._position(day)
        _check_count(count, at_least=1)
        return self.working_day_before(day, count + 1)

    def count(self, start: int, end: int) -> int:
        """How many working days come after `start`, up to and including `end`; negative when `end` is the earlier."""
        return self._until[self._position(end) + 1] - self._until[self._position(start) + 1]

    def following(self, day: int) -> int:
        """The day itself when it is a working day, else the next one."""
        return self._working_day(self._until[self._position(day)], day)

    def preceding(self, day: int) -> int:
        """The day itself when it is a working day, else the last one before it."""
        return self._working_day(self._until[self._position(day) + 1] - 1, day)

    def _position(self, day: int) -> int:
        _check_day(day)
        if not self.first <= day <= self.last:
            raise OutsideCalendar(f"{long(day)} is outside the calendar, {self._extent()}")
        return day - self.first

    def _working_day(self, index: int, counted_from: int) -> int:
        # A negative index would silently take from the other end of the list.
        if not 0 <= index < len(self._working):
            raise OutsideCalendar(f"Counting from {long(counted_from)} runs outside the calendar, {self._extent()}")
        return self._working[index]

    def _extent(self) -> str:
        cure = "Use a date inside it, or ask the guide's owner to extend the calendar."
        return f"which runs from {long(self.first)} to {long(self.last)}. {cure}"


def _days_in_month(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= _LARGEST


def _check_day(day: int) -> None:
    if isinstance(day, bool) or not isinstance(day, int) or not FIRST_DAY <= day <= LAST_DAY:
        raise InvalidDate("A day must be a whole number of days that falls between the years 1 and 9999.")


def _check_count(count: int, at_least: int | None = None) -> None:
    if not _is_whole(count):
        raise InvalidCount("How many must be a whole number.")
    if at_least is not None and count < at_least:
        raise InvalidCount(f"How many must be {at_least} or more.")


def _inside_the_years(day: int) -> int:
    _check_day(day)
    return day
