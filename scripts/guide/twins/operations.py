"""The questions that can be put to the counting kernel by name, so that both twins can be asked the same ones.

`scripts/guide/twins/js/operations.mjs` asks the browser's twin.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from guide.calendars import DayError, WorkingDays, days, parse, text

Ask = tuple[str, str, Sequence[Any]]
"""The operation's name, the calendar's id, and the arguments as JSON has them."""


@dataclass(frozen=True, slots=True)
class Reply:
    """A value, or the code of the refusal with its message."""

    value: str | int | bool | None = None
    error: str | None = None
    message: str | None = None


@dataclass(frozen=True, slots=True)
class Operation:
    """How to ask one question: what its arguments are, in words of `VALUE_KINDS`, and who answers."""

    takes: tuple[str, ...]
    ask: Callable[..., str | int | bool]


VALUE_KINDS: Mapping[str, Callable[[Any], bool]] = {
    "text": lambda value: isinstance(value, str),
    "date": lambda value: isinstance(value, str),
    "whole number": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "day or working_day": lambda value: value in ("day", "working_day"),
}


def _clear_after(calendar: WorkingDays, day: str, count: int, unit: str) -> str:
    after = calendar.clear_after if unit == "working_day" else days.clear_days_after
    return text(after(parse(day), count))


def _clear_before(calendar: WorkingDays, day: str, count: int, unit: str) -> str:
    before = calendar.clear_before if unit == "working_day" else days.clear_days_before
    return text(before(parse(day), count))


_COUNTED = ("date", "whole number")
_CLEAR = ("date", "whole number", "day or working_day")

OPERATIONS: Mapping[str, Operation] = {
    "parse": Operation(("text",), lambda _, written: text(parse(written))),
    "long": Operation(("date",), lambda _, day: days.long(parse(day))),
    "days_after": Operation(_COUNTED, lambda _, day, count: text(days.days_after(parse(day), count))),
    "days_before": Operation(_COUNTED, lambda _, day, count: text(days.days_after(parse(day), -count))),
    "weeks_after": Operation(_COUNTED, lambda _, day, count: text(days.weeks_after(parse(day), count))),
    "weeks_before": Operation(_COUNTED, lambda _, day, count: text(days.weeks_after(parse(day), -count))),
    "months_after": Operation(_COUNTED, lambda _, day, count: text(days.months_after(parse(day), count))),
    "months_before": Operation(_COUNTED, lambda _, day, count: text(days.months_after(parse(day), -count))),
    "clear_days_after": Operation(_CLEAR, _clear_after),
    "clear_days_before": Operation(_CLEAR, _clear_before),
    "working_days_after": Operation(
        _COUNTED, lambda known, day, count: text(known.working_day_after(parse(day), count))
    ),
    "working_days_before": Operation(
        _COUNTED, lambda known, day, count: text(known.working_day_before(parse(day), count))
    ),
    "is_working_day": Operation(("date",), lambda known, day: known.is_working_day(parse(day))),
    "count_working_days": Operation(("date", "date"), lambda known, start, end: known.count(parse(start), parse(end))),
    "roll_following": Operation(("date",), lambda known, day: text(known.following(parse(day)))),
    "roll_preceding": Operation(("date",), lambda known, day: text(known.preceding(parse(day)))),
}


def why_not_askable(operation: str, arguments: Sequence[Any]) -> str | None:
    """Why this cannot be asked at all, or None when it can: an unknown operation, or arguments of the wrong kind."""
    if operation not in OPERATIONS:
        return f"unknown operation {operation!r}; known are {', '.join(OPERATIONS)}"
    takes = OPERATIONS[operation].takes
    if len(arguments) == len(takes) and all(
        VALUE_KINDS[kind](value) for kind, value in zip(takes, arguments, strict=True)
    ):
        return None
    return f"{operation} takes [{', '.join(takes)}]"


def answers(questions: Sequence[Ask], calendars: Mapping[str, WorkingDays]) -> list[Reply]:
    """The Python twin's answers, in the order of the questions; each must be askable and its calendar known."""
    return [_answer(operation, calendars[calendar], arguments) for operation, calendar, arguments in questions]


def _answer(operation: str, calendar: WorkingDays, arguments: Sequence[Any]) -> Reply:
    try:
        return Reply(value=OPERATIONS[operation].ask(calendar, *arguments))
    except DayError as error:
        return Reply(error=error.code, message=str(error))
