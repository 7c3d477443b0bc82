"""Numbers in a sentence of a worked example that names days: what they count is what lies between those days."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import combinations, product

from guide.calendars import Calendar, DayError, days
from guide.checks.counted import CountedNumbers, agrees
from guide.dates import Moment, Saying, moments_in, sayings_in
from guide.plain import plainly
from guide.problems import Problem
from guide.strict_yaml import Text

_NOT_SO = re.compile(r"\b(?:would|if|had|instead)\b", re.I)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NO_SUCH_DAY = re.compile(rf"\b(?:3[2-9]|[4-9][0-9]) (?:{_MONTHS})\b")


@dataclass(frozen=True)
class DaysNamed:
    """What the numbers of an example are held against."""

    starts: frozenset[int]
    """The days that are given."""
    first_days: tuple[int, ...]
    """0 where working day one is the day after the event, 1 where it is the day itself."""
    calendar: Calendar
    meant: Callable[[Moment], set[int]]
    """The days of the example that the words of a date can mean."""
    counted: CountedNumbers
    """What any rule of the guide counts."""


def check_counts(text: Text, known: DaysNamed) -> Iterator[Problem]:
    """Every number in a text that does not fit with the days that its sentence names."""
    for found in _NO_SUCH_DAY.finditer(plainly(text)):
        yield Problem(text.place, "date-in-words", f"there is no '{found[0]}'", "correct the day or the month")
    for sentence in re.split(r"(?<=[.!?;]) ", plainly(text)):
        if not _NOT_SO.search(sentence):
            yield from _in_sentence(text, sentence, known)


def _in_sentence(text: Text, sentence: str, known: DaysNamed) -> Iterator[Problem]:
    moments, said = list(moments_in(sentence)), list(sayings_in(sentence))
    named = {day for moment in moments for day in known.meant(moment)}
    weekdays = {one.words.lower().split(" ")[-1].rstrip("s") for one in moments if one.kind == "weekday"}
    hint = "correct the number or the day: count by hand before you do"
    numbered = [one for one in said if one.numbered and one.unit == "day" and not one.later]
    for words in dict.fromkeys(one.words for one in numbered) if named or weekdays else ():
        mine = [one for one in numbered if one.words == words]
        onwards = {day for one in mine for day in _numbered(one, known, 1)}
        counted = onwards | {day for one in mine for day in _numbered(one, known, -1)}
        if counted and counted.isdisjoint(named) and weekdays.isdisjoint(map(_name, onwards)):
            message = f"the words say '{words}', which is none of the days that this sentence names"
            yield Problem(text.place, "number", message, hint)
    for one in said if named else ():
        if _is_apart(one) and not (_lies_between(one, named, known.starts) or _is_counted(one, known.counted)):
            message = f"the words say '{one.words}', and that is not what lies between the days of this sentence"
            yield Problem(text.place, "number", message, hint)


def _numbered(saying: Saying, known: DaysNamed, way: int) -> Iterator[int]:
    """The days that can be meant by the number of a day, counted on from what is given, or back where `way` is -1."""
    calendar = known.calendar
    counted = calendar.working_day_after if way > 0 else calendar.working_day_before
    for start in known.starts:
        for count in (int(saying.number) - first for first in (known.first_days if way > 0 else (0,))):
            if saying.days == "calendar" or count <= 0:
                yield start + way * count
                continue
            with suppress(DayError):
                yield counted(start, count)


def _is_apart(saying: Saying) -> bool:
    """Whether a number is so many days or weeks by the calendar; of working days the guide's own rules tell."""
    return saying.unit in ("day", "week") and saying.days != "working" and not (saying.numbered or saying.later)


def _is_counted(saying: Saying, counted: CountedNumbers) -> bool:
    """Whether a rule counts so many days or weeks, and no working days."""
    return any(agrees(saying, *number) for number in counted.lengths if number[1] != "working days")


def _lies_between(saying: Saying, named: set[int], starts: frozenset[int]) -> bool:
    """Whether it lies between two days of the sentence; where that names one alone, between it and a day given."""
    pairs = combinations(named, 2) if len(named) > 1 else product(named, starts)
    apart = saying.number * (7 if saying.unit == "week" else 1)
    return any(abs(one - other) == apart for one, other in pairs)


def _name(day: int) -> str:
    return days.WEEKDAYS[days.weekday(day)].lower()
