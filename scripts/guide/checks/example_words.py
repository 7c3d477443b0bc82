"""What a worked example says of its dates: each day that it names is a day of the example, with its weekday."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from guide.calendars import Calendar, DayError, days
from guide.checks.counted import CountedNumbers
from guide.checks.example_counts import DaysNamed, check_counts
from guide.checks.texts import counted_anywhere
from guide.checks.worked_out import worked_out
from guide.dates import Moment, Saying, ScheduledStep, moments_in, sayings_in
from guide.model import Example, Guide, words_of
from guide.plain import plainly
from guide.problems import Problem
from guide.strict_yaml import Text

_NOT_SO = re.compile(r"\b(?:would|if|no|had|without|instead)\b", re.I)
"""A sentence with one of these may name a day that is none of the example's: "would have ended on 28 February"."""
_HAPPENS = re.compile(r"\b(?:receiv|arriv|ask|decid|publish|notif|happen)\w*(?: \w+){0,3} on $", re.I)
"""What happens on the date that follows is something of the example."""
AROUND = 10
"""How many days before and after the dates of an example a closed day may be named."""


@dataclass(frozen=True)
class ExampleDays:
    """The days that the texts of one example may name, as numbers of days."""

    starts: frozenset[int]
    """The days that are given."""
    due: frozenset[int]
    """The days that are worked out, or expected."""
    closed: frozenset[int]
    """The days among and around them that are not counted."""
    calendar: Calendar
    numbered: frozenset[int] = frozenset()
    """The days that the words name by their numbers."""

    def with_numbered(self, numbers: Iterator[int]) -> ExampleDays:
        """The same with working days that the words name by their number, counted on or back from what is given."""
        found = set[int]()
        for number in numbers:
            for start in self.starts:
                try:
                    found |= {
                        self.calendar.working_day_after(start, number),
                        self.calendar.working_day_before(start, number),
                    }
                except DayError:
                    continue
        return replace(self, numbered=frozenset(found))

    def meant(self, moment: Moment) -> set[int]:
        """Its days that the words of a date can mean."""
        return {day for day in self.all if moment.day and _is_day(day, moment)}

    def days_for(self, sentence: str, moment: Moment) -> frozenset[int]:
        """The days that a date in a sentence may be: what happens on one is given or worked out."""
        happens = _HAPPENS.search(sentence.partition(moment.words)[0])
        return self.starts | self.due if happens else self.all

    @property
    def all(self) -> frozenset[int]:
        """Every day that may be named."""
        return self.starts | self.due | self.closed | self.numbered

    def lies_between(self, saying: Saying) -> bool:
        """Whether so many calendar days lie between two of its days, of which one may be a bank holiday."""
        apart = saying.number * (7 if saying.unit == "week" else 1)
        named = self.starts | self.due | {day for day in self.closed if day in self.calendar.reasons}
        return any(abs(day - start) == apart for start in self.starts | self.due for day in named)


def _is_day(day: int, moment: Moment) -> bool:
    year, month, of_month = days.to_ymd(day)
    return (month, of_month) == (moment.month, moment.day) and moment.year in (0, year)


def days_of(guide: Guide, example: Example) -> ExampleDays | None:
    """The days of an example; None where it cannot be counted, which is told elsewhere."""
    try:
        found = worked_out(guide, example.journey, example.on)
    except (ValueError, LookupError, DayError, RecursionError):
        return None
    calendar, given, steps = found.calendar, found.anchors, found.steps
    expected = (
        example.expect, example.expect_national, example.expect_governs, example.expect_other_reading,
        example.expect_look_back, example.expect_done,
    )  # fmt: skip
    due = {days.parse(day) for one in expected for day in one.values()} | {
        day for step in steps for day in _worked_out(step)
    }
    # A look-back may begin a year before: what is closed in that year is no day of the example.
    back = {step.look_back.due for step in steps if step.look_back}
    around = {*due, *given.values()} - back
    first, last = max(min(around) - AROUND, calendar.first), min(max(around) + AROUND, calendar.last)
    closed = frozenset(day for day in range(first, last + 1) if not calendar.is_working_day(day))
    return ExampleDays(frozenset(given.values()), frozenset(due), closed, calendar)


def _worked_out(step: ScheduledStep) -> Iterator[int]:
    found = (step.counted, step.look_back, *(one.counted for one in step.alternatives))
    yield from (one.due for one in found if one is not None and one.due is not None)


def check_example_words(guide: Guide) -> Iterator[Problem]:
    """Every date in the words of an example that is no day of it or falls on another weekday, and every number that no
    rule counts and no two of its days have between them."""
    anywhere = counted_anywhere(guide)
    for example in guide.examples:
        texts = [said.text for said in words_of(example)]
        known = days_of(guide, example)
        yield from _numbers(texts, anywhere, known)
        if known is not None:
            numbered = known.with_numbered(_days_said(texts))
            yield from _dates(texts, numbered)
            named = DaysNamed(known.starts, _first_days(guide, example), known.calendar, numbered.meant, anywhere)
            yield from (problem for text in texts for problem in check_counts(text, named))


def _first_days(guide: Guide, example: Example) -> tuple[int, ...]:
    """How many working days come before working day one: 0, or 1 where the day of the event is day one."""
    clocks = [procedure.clock for procedure in guide.procedures_of(example.journey) if procedure.clock]
    return tuple(sorted({int(clock.begins_with_the_day) for clock in clocks})) or (0,)


def _numbers(texts: list[Text], anywhere: CountedNumbers, known: ExampleDays | None) -> Iterator[Problem]:
    last = max((number for number, unit in anywhere.lengths | anywhere.numbered if "days" in unit), default=0)
    for text in texts:
        for saying in sayings_in(text):
            if not _is_known(saying, anywhere, last, known):
                message = f"the words say '{saying.words}', and no rule counts that"
                hint = "correct the number: it is a rule's, or the calendar days between two dates of this example"
                yield Problem(text.place, "number", message, hint)


def _dates(texts: list[Text], known: ExampleDays) -> Iterator[Problem]:
    for text in texts:
        for sentence in re.split(r"(?<=[.!?;]) ", plainly(text)):
            for moment in moments_in(sentence):
                yield from _date_problems(text, sentence, moment, known)


def _is_known(saying: Saying, anywhere: CountedNumbers, last: int, known: ExampleDays | None) -> bool:
    if saying.later or anywhere.has(replace(saying, days="")):
        return True
    if saying.unit == "day" and saying.numbered:
        return 0 <= saying.number <= last
    return saying.unit in ("day", "week") and saying.days != "working" and (known is None or known.lies_between(saying))


def _days_said(texts: list[Text]) -> Iterator[int]:
    for text in texts:
        yield from (int(one.number) for one in sayings_in(text) if one.numbered and one.unit == "day" and one.number)


def _other_holiday(sentence: str, moment: Moment, named: set[int], calendar: Calendar) -> str:
    """The bank holiday that a sentence puts on a date on which it is not; nothing where it puts none there."""
    before = sentence.partition(moment.words)[0].rstrip()
    called = {reason.reason.partition(" (")[0] for reason in calendar.reasons.values()}
    said = max((name for name in called if before.endswith(f"{name} on")), key=len, default="")
    found = (calendar.reasons[day].reason for day in named if day in calendar.reasons)
    return "" if any(reason.startswith(said) for reason in found) else said


def _date_problems(text: Text, sentence: str, moment: Moment, known: ExampleDays) -> Iterator[Problem]:
    if not moment.day:
        return
    years = [moment.year] if moment.year else sorted({days.to_ymd(day)[0] for day in known.all})
    falls = {year: weekday for year in years if (weekday := moment.falls_on(year))}
    right = [year for year, weekday in falls.items() if weekday.lower().startswith(moment.weekday)]
    named = {days.from_ymd(year, moment.month, moment.day) for year in right or falls}
    if falls and not right:
        message = f"the words say '{moment.words}', and that day is a {' or a '.join(dict.fromkeys(falls.values()))}"
        yield Problem(text.place, "date-in-words", message, "correct the weekday or the date")
    elif other := _other_holiday(sentence, moment, named, known.calendar):
        message = f"the words say '{other} on {moment.words}', and that day is called otherwise"
        yield Problem(text.place, "date-in-words", message, "correct the name of the day or the date")
    elif not named & known.days_for(sentence, moment) and not _NOT_SO.search(sentence):
        message = f"the words say '{moment.words}', which is no date of this example"
        yield Problem(text.place, "date-in-words", message, "correct the date: count by hand before you do")
