"""What a change to a calendar does: which closed days came and went, and which given dates move."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from guide.calendars import days
from guide.calendars.calendar import Calendar
from guide.calendars.days import OutsideCalendar

COUNTS = (1, 5, 7, 11, 15, -7)
"""The working-day counts looked at unless others are asked for; a negative one counts backwards."""


@dataclass(frozen=True, slots=True)
class Moved:
    """One counted date that is no longer what it was; days are YYYY-MM-DD."""

    start: str
    count: int
    was: str
    now: str | None
    """None when the new calendar cannot answer any more."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that tells two calendars apart; days are YYYY-MM-DD."""

    came: tuple[tuple[str, str], ...]
    """Days closed only in the new one, with the reason."""
    went: tuple[tuple[str, str], ...]
    """Days closed only in the old one, with the reason."""
    changed: tuple[tuple[str, str, str], ...]
    """Days closed in both whose reason or status differs: day, before, after."""
    horizon: tuple[str, ...]
    """Sentences about a first, last or published-through day that differs."""
    moved: tuple[Moved, ...]

    def __bool__(self) -> bool:
        return bool(self.came or self.went or self.changed or self.horizon)


def difference_between(old: Mapping[str, Any], new: Mapping[str, Any], counts: Iterable[int] = COUNTS) -> Difference:
    """What changes from one calendar file's data to another's.

    A date that only the new calendar can give has not moved: nobody was ever given another.
    """
    before, after = Calendar.from_data(old), Calendar.from_data(new)
    came = (day for day in after.reasons if day not in before.reasons)
    went = (day for day in before.reasons if day not in after.reasons)
    both = sorted(set(before.reasons) & set(after.reasons))
    changed = ((days.text(day), _in_words(before, day), _in_words(after, day)) for day in both)
    return Difference(
        came=tuple((days.text(day), after.reasons[day].reason) for day in came),
        went=tuple((days.text(day), before.reasons[day].reason) for day in went),
        changed=tuple(row for row in changed if row[1] != row[2]),
        horizon=tuple(_horizon(before, after)),
        moved=tuple(moved for count in counts for moved in _moved(before, after, count)),
    )


def format_difference(found: Difference) -> str:
    """The difference as lines for a person to read, with how many starting dates move for each count."""
    if not found:
        return "No change.\n"
    lines = [f"closed now:     {_long(day)}, {reason}" for day, reason in found.came]
    lines += [f"open now:       {_long(day)}, was {reason}" for day, reason in found.went]
    lines += [f"changed:        {_long(day)}, {before} → {after}" for day, before, after in found.changed]
    lines += list(found.horizon)
    for count in dict.fromkeys(moved.count for moved in found.moved):
        rows = [moved for moved in found.moved if moved.count == count]
        unit = f"{abs(count)} working day{'' if abs(count) == 1 else 's'} {'after' if count > 0 else 'before'}"
        lines.append(f"{unit}: {len(rows)} starting date{'' if len(rows) == 1 else 's'} moved")
        lines += [f"    {row.start}: {row.was} → {row.now or 'outside the calendar'}" for row in rows]
    return "\n".join(lines) + "\n"


def _in_words(calendar: Calendar, day: int) -> str:
    closed = calendar.reasons[day]
    return f"{closed.reason} [{closed.status}]"


def _horizon(before: Calendar, after: Calendar) -> Iterable[str]:
    named = (
        ("begins on", before.first, after.first),
        ("ends on", before.last, after.last),
        ("is published to", before.published_through, after.published_through),
    )
    for words, was, now in named:
        if was != now:
            yield f"the calendar {words} {days.long(now)}, not {days.long(was)}"


def _moved(before: Calendar, after: Calendar, count: int) -> Iterable[Moved]:
    for start in range(before.first, before.last + 1):
        was, now = _counted(before, start, count), _counted(after, start, count)
        if was is not None and was != now:
            yield Moved(days.text(start), count, days.text(was), None if now is None else days.text(now))


def _counted(calendar: Calendar, start: int, count: int) -> int | None:
    try:
        if count > 0:
            return calendar.working_day_after(start, count)
        return calendar.working_day_before(start, -count)
    except OutsideCalendar:
        return None


def _long(day: str) -> str:
    return days.long(days.parse(day))
