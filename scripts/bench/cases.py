"""The questions of the comparison, and their answers by a finger on a paper calendar with GOV.UK's own list."""

from __future__ import annotations

import datetime
import importlib
import random
from dataclasses import dataclass
from typing import Any

SEED = 2026
FIRST, LAST = datetime.date(2012, 3, 1), datetime.date(2028, 9, 30)
"""Inside the stored list, with room for the longest count at both ends."""
LONGEST = 40
DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Case:
    """Working day `number` after `start`; before it where `number` is negative. The start itself never counts."""

    start: datetime.date
    number: int
    answer: datetime.date


def bank_holidays() -> frozenset[datetime.date]:
    """England and Wales as GOV.UK published them, from the copy that govuk-bank-holidays stores."""
    stored: Any = importlib.import_module("govuk_bank_holidays.bank_holidays")
    listed = stored.BankHolidays(use_cached_holidays=True)
    return frozenset(holiday["date"] for holiday in listed.get_holidays(division="england-and-wales"))


def cases(how_many: int) -> list[Case]:
    """The same random cases every time."""
    chance, closed = random.Random(SEED), bank_holidays()
    found = []
    for _ in range(how_many):
        start = FIRST + chance.randrange((LAST - FIRST).days) * DAY
        number = chance.randint(1, LONGEST) * chance.choice((1, -1))
        found.append(Case(start, number, _walked(start, number, closed)))
    return found


def _walked(start: datetime.date, number: int, closed: frozenset[datetime.date]) -> datetime.date:
    step, left, day = (DAY if number > 0 else -DAY), abs(number), start
    while left:
        day += step
        left -= day.weekday() < 5 and day not in closed
    return day
