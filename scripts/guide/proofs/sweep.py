"""Every start date of the calendar, tried: what no single example can show and the network cannot see.

Months, weeks and calendar days fall differently against bank holidays from one start date to the next. So each journey
is worked out from every day its calendar has, and what must hold between two dates is held against all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import sub

from guide.dates import Plan, plan_of
from guide.model import Guide, once_a_guide
from guide.proofs.columns import Column, Columns, columns_of, common_run, table_of
from guide.proofs.comparisons import Comparisons
from guide.proofs.trials import Finding, Trials


@dataclass(frozen=True, slots=True)
class Span:
    """From a start date to the farthest due date, or back to it."""

    start: int
    end: int

    @property
    def days(self) -> int:
        """Calendar days between the two."""
        return abs(self.end - self.start)


@dataclass(frozen=True, slots=True)
class JourneySweep:
    """What came of trying every start date of one journey."""

    name: str
    title: str
    asks: tuple[str, ...]
    """The anchors that fall on the start date; none where nothing counts from a date."""
    tried: int
    first_answered: int | None = None
    last_answered: int | None = None
    """Start dates before the first and after the last are refused: some date would lie outside the calendar."""
    first_projected: int | None = None
    """The first start date with a date that rests on bank holidays not yet published."""
    projected: int = 0
    """How many start dates have such a date."""
    dates: int = 0
    """How many due dates were worked out, other readings and national limits included."""
    shortest: Span | None = None
    longest: Span | None = None

    @property
    def answered(self) -> int:
        if self.first_answered is None or self.last_answered is None:
            return 0
        return self.last_answered - self.first_answered + 1

    @property
    def refused(self) -> int:
        return self.tried - self.answered


@dataclass(frozen=True, slots=True)
class Sweep:
    """The whole guide, from every start date."""

    journeys: tuple[JourneySweep, ...]
    """Those that have dates; then every procedure with dates that no journey has."""
    findings: tuple[Finding, ...]
    compared: int
    """How many pairs of dates were held against each other."""


@once_a_guide
def sweep_of(guide: Guide) -> Sweep:
    """Tries every start date. Raises what `plan_of` raises; a start date that cannot be answered is only counted."""
    tables = {name: table_of(calendar) for name, calendar in guide.calendars.items()}
    comparisons = Comparisons()
    findings: dict[tuple[object, ...], Finding] = {}
    journeys = []
    figures: dict[tuple[frozenset[Column], ...], JourneySweep] = {}
    for name, asks in _runs(guide):
        plan = plan_of(guide, name)
        if plan.anchors:
            table = tables[plan.calendar]
            journeys.append(_swept(plan, asks, table, figures))
            # Of single steps nothing is found that is not found of the procedures as a whole.
            whole = name in guide.whole_journeys or name not in guide.journey
            for found in Trials(guide, plan, table, comparisons).findings() if whole else ():
                findings.setdefault((found.kind, *sorted((found.step, found.other))), found)
    return Sweep(tuple(journeys), tuple(findings.values()), comparisons.made)


def _runs(guide: Guide) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every journey with the anchors it asks for, and every procedure that no journey has, with its clock's."""
    journeys = guide.partnership.journeys
    for name, journey in journeys.items():
        yield str(name), tuple(map(str, journey.asks))
    inside = {str(one) for name in guide.whole_journeys for one in guide.journey[name].procedures}
    for procedure in guide.procedures:
        if procedure.id not in inside:
            yield str(procedure.id), (str(procedure.clock.from_),) if procedure.clock else ()


def _swept(
    plan: Plan, asks: tuple[str, ...], table: Columns, figures: dict[tuple[frozenset[Column], ...], JourneySweep]
) -> JourneySweep:
    """The figures as a reader sees them who gives only the dates that are asked for; equal rules share them."""
    found = columns_of(plan, table, dict.fromkeys(asks, table.starts)).values()
    own = frozenset(step.column for step in found if step.column is not None)
    every = [column for step in found for column in step.all]
    key = (own, frozenset(every))
    if key not in figures:
        figures[key] = _figures(*key, table)
    dates = len(every) * figures[key].answered
    return replace(figures[key], name=plan.name, title=plan.title, asks=asks, dates=dates)


def _figures(own: frozenset[Column], every: frozenset[Column], table: Columns) -> JourneySweep:
    unnamed = JourneySweep("", "", (), len(table.starts.due))
    first, last = common_run(tuple(every)) if every else (0, -1)
    if first > last or not own:
        return unnamed
    shortest, longest = _spans([column.between(first, last) for column in own], first, last)
    through = table.calendar.published_through
    rests = map(max, *(column.between(first, last).rests for column in every), range(first, last + 1))
    projected = [day > through for day in rests]
    return replace(
        unnamed,
        first_answered=first,
        last_answered=last,
        first_projected=first + projected.index(True) if any(projected) else None,
        projected=sum(projected),
        shortest=shortest,
        longest=longest,
    )


def _spans(columns: Sequence[Column], first: int, last: int) -> tuple[Span, Span]:
    """The shortest and the longest way from a start date to the due date farthest from it, the first of each."""
    starts = range(first, last + 1)
    latest = list(map(max, *(column.due for column in columns), starts))
    earliest = list(map(min, *(column.due for column in columns), starts))
    lengths = list(map(max, map(sub, latest, starts), map(sub, starts, earliest)))

    def span(place: int) -> Span:
        ahead = latest[place] - starts[place] == lengths[place]
        return Span(starts[place], latest[place] if ahead else earliest[place])

    return span(lengths.index(min(lengths))), span(lengths.index(max(lengths)))
