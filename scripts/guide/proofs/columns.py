"""Due days for every start day of a calendar at once: what `counting` counts, without its explanations.

A proof asks for some two hundred thousand dates, so each rule becomes one list that is worked out once and shared by
all steps with that rule. `tests/proofs/test_columns.py` holds these lists equal to the explained path.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from operator import or_

from guide.calendars import Calendar, days
from guide.dates import Plan, PlannedStep, Rule

Days = Sequence[int]
_MaybeDays = list[int | None]
_Shape = tuple[object, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """One date for each start day from `first` on, without a gap; start days before and after it are refused."""

    first: int
    due: Days
    """Never falls from one start day to the next: a later start is never due earlier."""
    opens: Days
    """The first day of a range; the due day where there is no range."""
    rests: Days
    """The latest day whose bank holidays the date rests on: beyond the published list the date is projected."""

    @property
    def last(self) -> int:
        """The last start day that has a date; the day before `first` when there is none."""
        return self.first + len(self.due) - 1

    def between(self, first: int, last: int) -> Column:
        """The dates of the start days from `first` to `last`, which it must have."""
        if (first, last) == (self.first, self.last):
            return self
        part = slice(first - self.first, last - self.first + 1)
        return Column(first, self.due[part], self.opens[part], self.rests[part])


@dataclass(frozen=True, slots=True)
class StepColumns:
    """A step's dates for every start day; None where the day it counts from is not known."""

    step: PlannedStep
    column: Column | None
    alternatives: tuple[Column | None, ...]
    """In the order of the step's alternatives."""
    look_back: Column | None

    @property
    def all(self) -> tuple[Column, ...]:
        """Every list there is: a start day that one of them refuses is refused by the schedule."""
        return tuple(one for one in (self.column, *self.alternatives, self.look_back) if one is not None)


@dataclass(frozen=True, slots=True)
class _Axis:
    """The days that a unit counts, and how many of them come before each day of the calendar, and one past its end."""

    counted: Days
    until: Days

    @classmethod
    def of(cls, first: int, flags: Sequence[bool]) -> _Axis:
        counted = [first + position for position, flag in enumerate(flags) if flag]
        return cls(counted, list(accumulate(flags, initial=0)))

    def targets(self, number: int, back: bool, with_the_day: bool) -> _MaybeDays:
        """Day `number` from every day of the calendar; None where it lies outside."""
        if back:
            padded: _MaybeDays = [*[None] * number, *self.counted]
            before = self.until[1:] if with_the_day else self.until[:-1]
            return [padded[count] for count in before]
        padded = [*self.counted[number - 1 :], *[None] * number]
        after = self.until[:-1] if with_the_day else self.until[1:]
        return [padded[count] for count in after]


@dataclass
class Columns:
    """The lists of one calendar, each worked out when it is first asked for."""

    calendar: Calendar
    _made: dict[tuple[_Shape, Column], Column] = field(default_factory=dict)
    _rules: dict[_Shape, Column] = field(default_factory=dict)

    def __post_init__(self) -> None:
        first, last = self.calendar.first, self.calendar.last
        self._all_days = range(first, last + 1)
        self.starts = Column(first, *[self._all_days] * 3)
        working = [self.calendar.is_working_day(day) for day in self._all_days]
        self._working = _Axis.of(first, working)
        weekend = [days.weekday(day) >= 5 for day in self._all_days]
        self._open = _Axis.of(first, list(map(or_, working, weekend)))
        self.working_days_until: Days = self._working.until[1:]
        """How many working days the calendar has up to and including each of its days."""

    @property
    def has_many(self) -> bool:
        """Whether it holds more lists than any one guide needs: they are then worked out anew."""
        return len(self._made) > _LISTS_KEPT

    def of(self, rule: Rule, known: Mapping[str, Column]) -> Column | None:
        """The dates of a rule for every start day, or None when what it counts from is not known."""
        if rule.choose:
            parts = [self.of(part, known) for part in rule.of]
            sure = [part for part in parts if part is not None]
            return _chosen(rule.choose, sure) if len(sure) == len(parts) else None
        base = known.get(rule.start)
        return None if base is None else self._counted(rule, base)

    def _counted(self, rule: Rule, base: Column) -> Column:
        shape = _shape(rule)
        if (shape, base) not in self._made:
            if shape not in self._rules:
                self._rules[shape] = self._rule(rule)
            self._made[shape, base] = _composed(self._rules[shape], base)
        return self._made[shape, base]

    def _rule(self, rule: Rule) -> Column:
        """A rule counted from each day of the calendar, as `counting.count` counts it."""
        bases: _MaybeDays = self._working.targets(1, False, True) if rule.deemed else list(self.starts.due)
        landed = self._from(self._targets(rule, rule.number), bases)
        due = [self._moved(rule, day) for day in landed] if self._may_be_closed(rule) else landed
        opens = due if rule.first is None else self._opened(rule, rule.first, bases)
        run = _answered(due, opens)
        sure = _sure(due[run])
        first_days = sure if opens is due else _sure(opens[run])
        return Column(self.calendar.first + run.start, sure, first_days, _latest(rule, bases[run], landed[run], sure))

    def _opened(self, rule: Rule, first: int, bases: _MaybeDays) -> _MaybeDays:
        opened = self._from(self._targets(rule, first), bases)
        return opened if rule.closed_day == "stays" else [self._moved(rule, day) for day in opened]

    def _may_be_closed(self, rule: Rule) -> bool:
        return rule.unit != "working days" or rule.number == 0

    def _targets(self, rule: Rule, number: int) -> _MaybeDays:
        if number == 0:
            return list(self.starts.due)
        if rule.unit in ("working days", "days except bank holidays"):
            axis = self._working if rule.unit == "working days" else self._open
            found = axis.targets(number + rule.clear, rule.back, rule.with_the_day)
            if rule.with_the_day and rule.unit == "working days":
                found[-1 if rule.back else 0] = None  # the day beyond the start is not in the calendar
            return found
        return [self._inside(day) for day in _by_the_calendar(rule, number, self._all_days)]

    def _inside(self, day: int) -> int | None:
        return day if self.calendar.first <= day <= self.calendar.last else None

    def _from(self, targets: _MaybeDays, bases: _MaybeDays) -> _MaybeDays:
        first = self.calendar.first
        return [None if base is None else targets[base - first] for base in bases]

    def _moved(self, rule: Rule, landed: int | None) -> int | None:
        """Where a date goes that lands on a closed day. It needs a working day before it even when it stays."""
        if landed is None:
            return None
        before = self._working.until[landed - self.calendar.first]
        if self._working.until[landed - self.calendar.first + 1] > before:
            return landed
        if rule.closed_day == "following":
            return self._working.counted[before] if before < len(self._working.counted) else None
        preceding = self._working.counted[before - 1] if before else None
        return preceding if rule.closed_day == "preceding" or preceding is None else landed


_TABLES: list[Columns] = []
_TABLES_KEPT, _LISTS_KEPT = 8, 2000


def table_of(calendar: Calendar) -> Columns:
    """The lists of a calendar, with those that were worked out for an earlier guide with this very calendar: where one
    file of a folder is read again, its calendars stay what they were."""
    found = next((table for table in _TABLES if table.calendar is calendar), None)
    if found is None or found.has_many:
        found = Columns(calendar)
        _TABLES[:] = [found, *(table for table in _TABLES if table.calendar is not calendar)][:_TABLES_KEPT]
    return found


def columns_of(plan: Plan, table: Columns, anchors: Mapping[str, Column]) -> dict[str, StepColumns]:
    """Every step's dates for every start day; `anchors` says on which day each known anchor falls."""
    known = {name: column for name, column in anchors.items() if name in plan.anchors}
    by_id = {step.id: step for step in plan.steps}
    found: dict[str, StepColumns] = {}
    for step_id in plan.evaluation:
        step = by_id[step_id]
        own = table.of(step.rule, known) if step.rule else None
        others = tuple(table.of(other.rule, known) for other in step.alternatives)
        found[step_id] = StepColumns(step, own, others, table.of(step.look_back, known) if step.look_back else None)
        if own is not None:
            known[step_id] = own
    return found


def common_run(columns: Sequence[Column]) -> tuple[int, int]:
    """The first and last start day that all of them answer; the first is the later of the two when none is."""
    return max(column.first for column in columns), min(column.last for column in columns)


def _shape(rule: Rule) -> _Shape:
    """All of a rule that decides its date, but for the day it counts from."""
    ends = rule.clear, rule.with_the_day, rule.deemed, rule.closed_day
    return rule.unit, rule.number, rule.first, rule.back, *ends


def _by_the_calendar(rule: Rule, number: int, bases: range) -> Iterator[int]:
    sign = -1 if rule.back else 1
    shift = sign * (rule.clear - rule.with_the_day)
    if rule.unit == "months":
        return (day + shift for day in _months_after(sign * number, bases))
    length = sign * number * (7 if rule.unit == "weeks" else 1) + shift
    return (base + length for base in bases)


def _months_after(number: int, bases: range) -> Iterator[int]:
    """`days.months_after` of every base, a month of bases at a time."""
    day_of_month = days.to_ymd(bases[0])[2]
    first_of_month = bases[0] - day_of_month + 1
    while first_of_month <= bases[-1]:
        next_month = days.months_after(first_of_month, 1)
        target = days.months_after(first_of_month, number)
        last_of_target = days.months_after(target, 1) - 1
        for base in range(max(first_of_month, bases[0]), min(next_month, bases[-1] + 1)):
            yield min(target + base - first_of_month, last_of_target)
        first_of_month = next_month


def _answered(due: _MaybeDays, opens: _MaybeDays) -> slice:
    """The unbroken run of start days with a date: only at the ends of a calendar does a rule run out of it."""
    places = range(len(due))
    first = next((place for place in places if due[place] is not None and opens[place] is not None), len(due))
    last = next((place for place in reversed(places) if due[place] is not None and opens[place] is not None), first - 1)
    return slice(first, last + 1)


def _sure(found: _MaybeDays) -> list[int]:
    return [day for day in found if day is not None]


def _latest(rule: Rule, bases: _MaybeDays, landed: _MaybeDays, due: list[int]) -> list[int]:
    """Of the day counted from, the day landed on and the due day, the latest."""
    if not rule.back and rule.closed_day != "preceding":
        return due
    return list(map(max, _sure(bases), _sure(landed), due))


def _composed(rule: Column, base: Column) -> Column:
    """The rule counted from the days of `base`, for as many start days as both can answer."""
    low, high = bisect_left(base.due, rule.first), bisect_right(base.due, rule.last)
    places = [day - rule.first for day in base.due[low:high]]
    due = [rule.due[place] for place in places]
    opens = due if rule.opens is rule.due else [rule.opens[place] for place in places]
    own = due if rule.rests is rule.due else [rule.rests[place] for place in places]
    # A date counted from a projected one is projected itself, even where it goes back into published years.
    return Column(base.first + low, due, opens, list(map(max, own, base.rests[low:high])))


def _chosen(which: str, columns: Sequence[Column]) -> Column:
    """The earlier or later of several dates; which one it is rests on all of them."""
    first, last = common_run(columns)
    parts = [column.between(first, max(last, first - 1)) for column in columns]
    choose = min if which == "earlier" else max
    rows = [
        choose(choices, key=lambda row: row[0])
        for choices in zip(*(zip(part.due, part.opens, strict=True) for part in parts), strict=True)
    ]
    due, opens = ([row[value] for row in rows] for value in range(2))
    return Column(first, due, opens, [max(days_) for days_ in zip(*(part.rests for part in parts), strict=True)])
