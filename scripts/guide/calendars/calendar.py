"""A nation's calendar: which weekdays are closed and why, and how far that is officially known.

The days come from a committed file, never from a library or the network while the guide runs: a date given
today must be the same date tomorrow.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Literal, Self

from guide.calendars import days
from guide.calendars.data import read_calendar_data
from guide.calendars.days import WorkingDays

Status = Literal["published", "projected", "override", "reader"]
Tier = Literal["published", "projected"]

BY_THE_READER = "Bank holiday added by the reader"


@dataclass(frozen=True, slots=True)
class Closed:
    """Why a weekday is not a working day."""

    reason: str
    """The name of the bank holiday, as a reader should see it."""
    status: Status
    """Officially listed, computed from the statute's pattern, added by the guide's owner, or added by the reader."""
    source: str
    """Where that is known from."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The working days of one nation, with the reason for every closed weekday and the horizon of what is known."""

    id: str
    """The nation in kebab-case: the name of its file."""
    name: str
    """The nation as a reader should see it."""
    days: WorkingDays
    """The counting itself."""
    reasons: Mapping[int, Closed]
    """Every closed weekday, by day number."""
    published_through: int
    """The last day whose bank holidays are officially listed; later ones are projected."""
    retrieved: str
    """The date, as YYYY-MM-DD, of the official list that the file holds."""
    source: str
    """The official list and where its copy came from."""
    hash: str
    """The first 12 digits of a SHA-256 over everything that can move a date or change a reason."""
    listed: str = ""
    """The hash of the list before the reader added days to it; empty where nobody did."""

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Self:
        """The calendar that a calendar file says; `InvalidCalendar` with the path of the first value at fault."""
        read = read_calendar_data(data)
        reasons = {row.day: Closed(row.reason, row.status, row.source) for row in read.closed}
        calendar = cls(
            id=read.id,
            name=read.name,
            days=WorkingDays(read.first, read.last, reasons),
            reasons=MappingProxyType(reasons),
            published_through=read.published_through,
            retrieved=read.retrieved,
            source=read.source,
            hash="",
        )
        return replace(calendar, hash=calendar._fingerprint())

    @property
    def first(self) -> int:
        """The first day the calendar knows."""
        return self.days.first

    @property
    def last(self) -> int:
        """The last day the calendar knows."""
        return self.days.last

    def tier(self, day: int, *others: int) -> Tier:
        """How well the bank holidays are known up to the latest of these days.

        A date counted backwards rests on the day it was counted from as well: give both.
        """
        for one in (day, *others):
            self.days.is_working_day(one)
        return "published" if max((day, *others)) <= self.published_through else "projected"

    def why_closed(self, day: int) -> str | None:
        """Saturday, Sunday or the bank holiday's name; None on a working day."""
        if self.days.is_working_day(day):
            return None
        weekday = days.weekday(day)
        return days.WEEKDAYS[weekday] if weekday >= 5 else self.reasons[day].reason

    def with_extra_bank_holidays(self, extra: Iterable[int], reason: str = BY_THE_READER) -> Self:
        """A new calendar that is closed on these days too; days that were closed anyway keep their own reason."""
        added = {day: Closed(reason, "reader", reason) for day in extra if self.days.is_working_day(day)}
        reasons = dict(sorted({**self.reasons, **added}.items()))
        changed = replace(
            self, days=WorkingDays(self.first, self.last, reasons), reasons=MappingProxyType(reasons), hash=""
        )
        return replace(changed, hash=changed._fingerprint(), listed=self.list_hash if added else self.listed)

    @property
    def list_hash(self) -> str:
        """The hash of the list itself, as people are told it; that days were added to it is said beside it."""
        return self.listed or self.hash

    def is_working_day(self, day: int) -> bool:
        """Whether the day is Monday to Friday and not a bank holiday."""
        return self.days.is_working_day(day)

    def working_day_after(self, day: int, count: int) -> int:
        """Working day `count` after the day, which itself never counts."""
        return self.days.working_day_after(day, count)

    def working_day_before(self, day: int, count: int) -> int:
        """Working day `count` before the day, which itself never counts."""
        return self.days.working_day_before(day, count)

    def clear_after(self, day: int, count: int) -> int:
        """The first working day with `count` whole working days between."""
        return self.days.clear_after(day, count)

    def clear_before(self, day: int, count: int) -> int:
        """The last working day with `count` whole working days between."""
        return self.days.clear_before(day, count)

    def count(self, start: int, end: int) -> int:
        """How many working days come after `start`, up to and including `end`."""
        return self.days.count(start, end)

    def following(self, day: int) -> int:
        """The day itself when it is a working day, else the next one."""
        return self.days.following(day)

    def preceding(self, day: int) -> int:
        """The day itself when it is a working day, else the last one before it."""
        return self.days.preceding(day)

    def _fingerprint(self) -> str:
        content = {
            "id": self.id,
            "from": days.text(self.first),
            "through": days.text(self.last),
            "published_through": days.text(self.published_through),
            "closed": [[days.text(day), row.reason, row.status] for day, row in sorted(self.reasons.items())],
        }
        canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode("utf-8")).hexdigest()[:12]
