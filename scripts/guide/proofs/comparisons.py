"""Lists of dates held against each other, start date by start date."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from guide.proofs.columns import Column, common_run

LONGEST_LAG = 30
"""How many calendar days before the local start the other event of a national rule is tried."""


class Tally(NamedTuple):
    """How often two dates disagree."""

    times: int
    tried: int
    first: int
    """The first start date on which they do; 0 when they never do."""


@dataclass
class Comparisons:
    """Lists of dates held against each other, each pair of lists once for the whole guide."""

    made: int = 0
    """How many pairs of dates were compared."""
    _tallies: dict[tuple[object, ...], Tally] = field(default_factory=dict)
    _columns: dict[tuple[object, ...], Column] = field(default_factory=dict)

    def tally(self, fails: Callable[[int, int], bool], one: Column, other: Column) -> Tally:
        """On how many start dates `fails` is true of the two due days."""
        key = (fails, one, other)
        if key not in self._tallies:
            self._tallies[key] = self._count(fails, one, other)
        return self._tallies[key]

    def lagged_tally(self, fails: Callable[[int, int], bool], one: Column, other: Column) -> Tally:
        """The same with the event of the second rule on the start date and on each of the days before it."""
        key = ("lagged", fails, one, other)
        if key not in self._tallies:
            later = [replace(other, first=other.first + lag) for lag in range(LONGEST_LAG + 1)]
            found = [self._count(fails, one, column) for column in later]
            first = min((tally.first for tally in found if tally.times), default=0)
            self._tallies[key] = Tally(sum(tally.times for tally in found), sum(tally.tried for tally in found), first)
        return self._tallies[key]

    def _count(self, fails: Callable[[int, int], bool], one: Column, other: Column) -> Tally:
        first, last = common_run((one, other))
        if first > last:
            return Tally(0, 0, 0)
        found = list(map(fails, one.between(first, last).due, other.between(first, last).due))
        self.made += len(found)
        times = sum(found)
        return Tally(times, len(found), first + found.index(True) if times else 0)

    def opening(self, column: Column) -> Column:
        """The first days of a range as dates of their own."""
        if column.opens is column.due:
            return column
        if ("opening", column) not in self._columns:
            self._columns["opening", column] = Column(column.first, *[column.opens] * 3)
        return self._columns["opening", column]

    def latest(self, columns: Sequence[Column]) -> Column:
        """The latest of several due days, for the start days that all of them answer."""
        key = ("latest", *columns)
        if key not in self._columns:
            first, last = common_run(columns)
            parts = [column.between(first, max(last, first - 1)).due for column in columns]
            self._columns[key] = Column(first, *[[max(days_) for days_ in zip(*parts, strict=True)]] * 3)
        return self._columns[key]
