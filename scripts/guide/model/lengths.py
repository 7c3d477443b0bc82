"""Lengths of time and numbered days, as an author writes them: `5 working days`, `working days 3 to 7`."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field, PlainSerializer, PlainValidator, WithJsonSchema

from guide.model.noun import NOWHERE, Noun, in_words, kept_text, retyped
from guide.problems import Misfit, Place

Unit = Literal["working days", "calendar days", "weeks", "months", "days except bank holidays"]
UNITS: tuple[Unit, ...] = ("working days", "calendar days", "weeks", "months", "days except bank holidays")
"""`days except bank holidays` leaves out the weekdays that the calendar closes: Saturdays and Sundays always count, and
so does a 25 December on a Saturday, because the list closes its substitute day instead."""


class Quantity(Noun):
    """`5 working days`: a whole number of one unit.

    >>> str(Quantity(number=5, unit="working days")), str(Quantity(number=1, unit="months"))
    ('5 working days', '1 month')
    """

    number: int
    unit: Unit
    place: Place = Field(default=NOWHERE, exclude=True)

    def __str__(self) -> str:
        return f"{self.number} {self.noun}"

    @property
    def noun(self) -> str:
        """The unit as it stands behind the number: `working day` behind 1, `working days` behind any other."""
        return self.unit if self.number != 1 else singular(self.unit)


def why_not_counted(length: Quantity, clear: bool, with_the_day: bool) -> tuple[str, str] | None:
    """Why these words leave open, or contradict, which day is meant, and what to say; None where they give one.

    >>> why_not_counted(Quantity(number=2, unit="weeks"), clear=True, with_the_day=True)
    ("clear days leave the first day out, and 'beginning with the day' counts it", 'say one of them')
    >>> why_not_counted(Quantity(number=2, unit="weeks"), clear=True, with_the_day=False)
    """
    if clear and with_the_day:
        return "clear days leave the first day out, and 'beginning with the day' counts it", "say one of them"
    if length.number == 0 and (clear or with_the_day):
        return f"'{length}' has no days to leave out or to begin with", f"use plain '{length}' for the day itself"
    if clear and length.unit == "months":
        # One clear month before 31 March: 27 February by counting back, 28 February by counting the month forwards.
        return "clear months can be read in two ways at the end of a short month", "say months, or clear days"
    return None


def singular(unit: str) -> str:
    """One of a unit.

    >>> singular("working days"), singular("days except bank holidays")
    ('working day', 'day except bank holidays')
    """
    return {"days except bank holidays": "day except bank holidays"}.get(unit, unit.removesuffix("s"))


def _read_quantity(value: object) -> Quantity:
    if isinstance(value, Quantity):
        return value
    text = kept_text(value)
    match = re.fullmatch(r"([0-9]{1,4}) ([a-z ]+)", text)
    if match is None:
        raise Misfit(f"'{text}' is not a length of time", retyped(text, "write it as '5 working days' or '6 months'"))
    number, said = int(match[1]), match[2]
    if said in ("day", "days"):
        raise Misfit(f"'{text}' can be read in two ways", "write 'working days' or 'calendar days'")
    unit = next((unit for unit in UNITS if said in (unit, singular(unit))), None)
    if unit is None:
        raise Misfit(f"'{said}' is not a unit of time", retyped(text, f"use one of: {', '.join(UNITS)}"))
    return Quantity(number=number, unit=unit, place=text.place)


Length = Annotated[
    Quantity,
    PlainValidator(_read_quantity),
    PlainSerializer(str, return_type=str),
    WithJsonSchema(
        in_words(
            "^[0-9]+ (working days?|calendar days?|weeks?|months?|days? except bank holidays)$",
            "a length is written as 5 working days or 6 months",
        )
    ),
]


class DayNumber(Noun):
    """`working day 7` (first and last equal) or `working days 3 to 7`.

    >>> str(DayNumber(first=7, last=7)), str(DayNumber(first=3, last=7))
    ('working day 7', 'working days 3 to 7')
    """

    first: int
    last: int
    unit: Literal["working days", "calendar days"] = "working days"
    place: Place = Field(default=NOWHERE, exclude=True)

    def __str__(self) -> str:
        one = singular(self.unit)
        return f"{one} {self.first}" if self.first == self.last else f"{one}s {self.first} to {self.last}"


def _read_day_number(value: object) -> DayNumber:
    if isinstance(value, DayNumber):
        return value
    text = kept_text(value)
    match = re.fullmatch(r"(working|calendar) day(?:s ([0-9]{1,3}) to ([0-9]{1,3})| ([0-9]{1,3}))", text)
    if match is None:
        hint = "write it as 'working day 7' or 'working days 3 to 7'"
        raise Misfit(f"'{text}' is not a numbered day", retyped(text, hint))
    first, last = int(match[2] or match[4]), int(match[3] or match[4])
    if last < first:
        raise Misfit(f"'{text}' ends before it begins", "write the smaller number first")
    unit: Literal["working days", "calendar days"] = "working days" if match[1] == "working" else "calendar days"
    return DayNumber(first=first, last=last, unit=unit, place=text.place)


Numbered = Annotated[
    DayNumber,
    PlainValidator(_read_day_number),
    PlainSerializer(str, return_type=str),
    WithJsonSchema(
        in_words(
            "^(working|calendar) day(s [0-9]+ to [0-9]+| [0-9]+)$",
            "a numbered day is written as working day 7 or working days 3 to 7",
        )
    ),
]
