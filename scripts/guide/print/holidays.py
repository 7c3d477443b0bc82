"""The bank holidays of each calendar in use, for those who count with a pen."""

from __future__ import annotations

from dataclasses import dataclass

from guide.calendars import days
from guide.model import Guide, once_a_guide
from guide.pages import bank_holidays


@dataclass(frozen=True, slots=True)
class ClosedDayRow:
    """One bank holiday."""

    day: str
    reason: str
    status: str


@dataclass(frozen=True, slots=True)
class PrintedCalendar:
    """The bank holidays of one calendar, and how far they are officially known. All days are words."""

    name: str
    published_through: str
    through: str
    checked: str
    days: tuple[ClosedDayRow, ...]


@once_a_guide
def calendars_of(guide: Guide) -> tuple[PrintedCalendar, ...]:
    """The bank holidays of each calendar in use."""
    return tuple(
        PrintedCalendar(
            name=one.calendar.name,
            published_through=days.long(one.calendar.published_through),
            through=days.long(one.calendar.last),
            checked=days.long(days.parse(one.calendar.retrieved)),
            days=tuple(
                ClosedDayRow(days.long(closed.day), closed.reason, closed.status)
                for year in one.years
                for closed in year.days
            ),
        )
        for one in bank_holidays(guide)
    )
