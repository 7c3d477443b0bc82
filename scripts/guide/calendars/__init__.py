"""Days as whole numbers, and the calendars that say which of them are closed."""

from __future__ import annotations

from guide.calendars import days
from guide.calendars.calendar import BY_THE_READER, Calendar, Tier
from guide.calendars.days import DayError, InvalidCalendar, WorkingDays, parse, text
from guide.calendars.difference import COUNTS, difference_between, format_difference
from guide.calendars.official import CALENDAR_OF, OfficialDays, OfficialList, official_list

__all__ = [
    "BY_THE_READER",
    "CALENDAR_OF",
    "COUNTS",
    "Calendar",
    "DayError",
    "InvalidCalendar",
    "OfficialDays",
    "OfficialList",
    "Tier",
    "WorkingDays",
    "days",
    "difference_between",
    "format_difference",
    "official_list",
    "parse",
    "text",
]
