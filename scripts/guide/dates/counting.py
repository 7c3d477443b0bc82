"""One rule and one start day to one due date, with every counted and every skipped day.

Twin of `docs/assets/guide/dates/counting.js`: same answers, same sentences.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

from guide.calendars import Calendar, Tier, days
from guide.model import Kind, Quantity, Unit, why_not_counted

LineKind = Literal["start", "counted", "skipped", "result", "note"]
DateBound = Literal["", "no later than", "not before"]
"""What a date is where a day that it rests on is not known: the last one that it can be, or the first."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A deadline with all its conventions spelt out, so that counting takes no further decision."""

    kind: Kind
    """`limit`: no later than; `planned`: on that day."""
    words: str
    """The rule as a sentence: "Within 5 working days after the partnership team receives the notification"."""
    start: str = ""
    """The id of the anchor or step whose date it counts from."""
    unit: Unit = "working days"
    number: int = 0
    """How many; 0 is the start day itself."""
    first: int | None = None
    """For a range, the number of its first day."""
    back: bool = False
    """Counts towards the past."""
    clear: bool = False
    """Leaves out both ends."""
    with_the_day: bool = False
    """The start day itself is day one ("beginning with the day")."""
    deemed: bool = False
    """A start on a closed day counts as the next working day."""
    closed_day: Literal["stays", "preceding", "following"] = "stays"
    choose: Literal["", "earlier", "later"] = ""
    """When set, the rule is the earlier or the later of the rules in `of`."""
    of: tuple[Rule, ...] = ()
    authority: str = "local procedure"
    part: str = ""
    reading: str = ""

    @property
    def starts(self) -> tuple[str, ...]:
        """The ids of what it counts from; of a choice those of all its parts."""
        return tuple(start for one in self.of for start in one.starts) if self.choose else (self.start,)

    def __post_init__(self) -> None:
        if reason := why_not_counted(Quantity(number=self.number, unit=self.unit), self.clear, self.with_the_day):
            message, hint = reason
            raise days.InvalidCount(f"{message[:1].upper()}{message[1:]}: {hint}.")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an explanation: the words, and as data whatever else is said of the day they are about."""

    kind: LineKind
    day: int
    text: str
    number: int | None = None
    """The day's number where it was counted."""
    reason: str | None = None
    """Why it was skipped: the name of the bank holiday, Saturday or Sunday."""

    def as_json(self) -> dict[str, Any]:
        """The promised JSON of a line, with its day as ISO text. What else is known of the day stays within."""
        return {"kind": self.kind, "date": days.text(self.day), "number": self.number, "text": self.text}


@dataclass(frozen=True, slots=True)
class Counted:
    """A due date, the first day of its range if it has one, and how it was reached."""

    due: int
    opens: int | None
    tier: Tier
    lines: tuple[Line, ...]
    bound: DateBound = ""


def bounded(counted: Counted, bound: DateBound) -> Counted:
    """The date as a bound, with what that means as a last line."""
    if not bound:
        return counted
    return replace(counted, bound=bound, lines=(*counted.lines, Line("note", counted.due, bound_words(bound))))


def bound_words(bound: DateBound) -> str:
    """What is said beside a date that is a bound; nothing beside any other."""
    way = {"": "", "no later than": "earlier", "not before": "later"}[bound]
    return way and f"Another day is not known. It can only make this date {way}."


def count(rule: Rule, start: int, name: str, calendar: Calendar, start_tier: Tier = "published") -> Counted:
    """Counts one rule from `start`, which `name` describes ("The day of receipt").

    A start that is itself a projected date (`start_tier`) makes the answer projected, whatever day it falls on.
    Raises `OutsideCalendar` when a day it needs is not in the calendar's table.

    >>> from guide.reading import read_guide
    >>> calendar = read_guide("procedures").calendars["england-and-wales"]
    >>> rule = Rule("limit", "Within 2 working days after receipt", number=2)
    >>> counted = count(rule, days.parse("2026-12-24"), "The day of receipt", calendar)
    >>> days.long(counted.due), counted.tier
    ('Wednesday 30 December 2026', 'published')
    >>> [line.text for line in counted.lines if line.kind == "counted"]
    ['Tuesday 29 December 2026: working day 1', 'Wednesday 30 December 2026: working day 2']
    """
    base = calendar.following(start) if rule.deemed else start
    landed = _target(rule, rule.number, base, calendar)
    due = _open_day(rule, landed, calendar)
    opened = None if rule.first is None else _target(rule, rule.first, base, calendar)
    opens = None if opened is None else _open_day(rule, opened, calendar)
    tier = least_sure(start_tier, calendar.tier(due, base, landed))
    lines = (
        Line("start", start, _start_text(rule, start, name)),
        *_start_notes(rule, start, base, calendar),
        *_days_between(rule, base, landed, calendar),
        Line("result", due, _result_text(rule, opens, due)),
        *_opening_notes(opened, opens, calendar),
        *_result_notes(landed, due, tier, calendar),
    )
    return Counted(due, opens, tier, lines)


def least_sure(*tiers: Tier) -> Tier:
    """An answer is only as well known as the least known of the dates it rests on."""
    return "projected" if "projected" in tiers else "published"


def _open_day(rule: Rule, day: int, calendar: Calendar) -> int:
    if rule.closed_day == "stays":
        return day
    return calendar.preceding(day) if rule.closed_day == "preceding" else calendar.following(day)


def _target(rule: Rule, number: int, base: int, calendar: Calendar) -> int:
    """Day `number` of the rule: the kernel's functions count it, and the vectors prove those."""
    if number == 0:
        return base
    if rule.unit == "working days":
        return _working_target(rule, number, base, calendar)
    if rule.unit == "days except bank holidays":
        return _open_days_from(base, number, rule, calendar)
    if rule.clear:
        return _clear_target(rule, number * 7 if rule.unit == "weeks" else number, base)
    landed = _period_after(rule.unit, base, -number if rule.back else number)
    # "Beginning with the day" takes one day off a period.
    return _towards_the_start(rule, landed) if rule.with_the_day else landed


def _clear_target(rule: Rule, number: int, base: int) -> int:
    return days.clear_days_before(base, number) if rule.back else days.clear_days_after(base, number)


def _period_after(unit: Unit, base: int, count: int) -> int:
    if unit == "months":
        return days.months_after(base, count)
    return days.weeks_after(base, count) if unit == "weeks" else days.days_after(base, count)


def _towards_the_start(rule: Rule, day: int) -> int:
    """The day before it, or after it where the rule counts towards the past."""
    return days.days_after(day, 1 if rule.back else -1)


def _working_target(rule: Rule, number: int, base: int, calendar: Calendar) -> int:
    # The day before (or after) the start makes the start itself day one, if it is a working day at all.
    base = _towards_the_start(rule, base) if rule.with_the_day else base
    if rule.back:
        return calendar.clear_before(base, number) if rule.clear else calendar.working_day_before(base, number)
    return calendar.clear_after(base, number) if rule.clear else calendar.working_day_after(base, number)


def _open_days_from(base: int, number: int, rule: Rule, calendar: Calendar) -> int:
    step = -1 if rule.back else 1
    day = _towards_the_start(rule, base) if rule.with_the_day else base
    left = number + 1 if rule.clear else number
    while left:
        day += step
        if _counts(rule, day, calendar):
            left -= 1
    return day


def _counts(rule: Rule, day: int, calendar: Calendar) -> bool:
    if rule.unit == "working days":
        return calendar.is_working_day(day)
    return calendar.is_working_day(day) or days.weekday(day) >= 5


def _start_text(rule: Rule, start: int, name: str) -> str:
    said = f"{name} is {days.long(start)}."
    if not _counts_day_by_day(rule):
        return said
    if rule.with_the_day:
        return f"{said} Counting begins with that day."
    return f"{said} That day is not counted." if rule.back or rule.clear else f"{said} That day is day 0."


def _start_notes(rule: Rule, start: int, base: int, calendar: Calendar) -> tuple[Line, ...]:
    reason = calendar.why_closed(start)
    if reason is None or rule.back:
        return ()
    if base != start:
        text = f"It is a closed day ({reason}), and counts as {days.long(base)}."
    else:
        text = f"It is a closed day ({reason}). Nothing is treated as received later."
    return (Line("note", start, text),)


def _days_between(rule: Rule, base: int, landed: int, calendar: Calendar) -> tuple[Line, ...]:
    """Every day from the start to the date, counted or skipped, in the order of counting."""
    if not _counts_day_by_day(rule):
        return ()
    step = -1 if rule.back else 1
    lines = []
    number = 0
    for day in range(base if rule.with_the_day else base + step, landed + step, step):
        if not _counts(rule, day, calendar):
            reason = calendar.why_closed(day)
            lines.append(Line("skipped", day, f"{days.long(day)}: not counted, {reason}", reason=reason))
        elif number < rule.number:
            number += 1
            lines.append(Line("counted", day, f"{days.long(day)}: {_numbered(rule, number)}", number))
    return tuple(lines)


def _counts_day_by_day(rule: Rule) -> bool:
    return rule.number != 0 and rule.unit in ("working days", "days except bank holidays")


def _numbered(rule: Rule, number: int) -> str:
    one = "working day" if rule.unit == "working days" else "day"
    if rule.clear:
        return f"clear {one} {number}"
    return f"{number} {one}{'' if number == 1 else 's'} before" if rule.back else f"{one} {number}"


def _result_text(rule: Rule, opens: int | None, due: int) -> str:
    if opens is not None:
        return f"From {days.long(opens)} to {days.long(due)}."
    return f"{'No later than' if rule.kind == 'limit' else 'On'} {days.long(due)}."


def _opening_notes(opened: int | None, opens: int | None, calendar: Calendar) -> tuple[Line, ...]:
    if opened is None or opens is None or opened == opens:
        return ()
    reason = calendar.why_closed(opened)
    text = f"{days.long(opened)} is a closed day ({reason}), so the range begins on {days.long(opens)}."
    return (Line("note", opened, text),)


def _result_notes(landed: int, due: int, tier: Tier, calendar: Calendar) -> tuple[Line, ...]:
    lines = []
    reason = calendar.why_closed(landed)
    if landed != due:
        text = f"{days.long(landed)} is a closed day ({reason}), so the date moves to {days.long(due)}."
        lines.append(Line("note", landed, text))
    elif reason is not None:
        before = days.long(calendar.preceding(due))
        text = f"{days.long(due)} is a closed day ({reason}). The date stays; the working day before it is {before}."
        lines.append(Line("note", due, text))
    if tier == "projected":
        lines.append(Line("note", due, projected_text(calendar)))
    return tuple(lines)


def projected_text(calendar: Calendar) -> str:
    """What is said beside every date beyond the published bank holidays."""
    year = days.to_ymd(calendar.published_through)[0]
    return f"Bank holidays after {year} are not published yet: they follow the pattern of the law. Check again."
