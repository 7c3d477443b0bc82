"""The numbers that rules count, and whether what words say is one of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guide.dates import Saying, members_of_acts
from guide.model import AnyDeadline, DayNumber, Deadline, Guide, On, Quantity, Step, singular

DAYS = ("working days", "calendar days", "days except bank holidays")

Number = tuple[int, str]
"""A number and the unit that its rule counts in."""


@dataclass(frozen=True)
class CountedNumbers:
    """What some rules count: so long after or before something, and the numbered days of a clock."""

    lengths: frozenset[Number] = frozenset()
    numbered: frozenset[Number] = frozenset()

    def __or__(self, other: CountedNumbers) -> CountedNumbers:
        return CountedNumbers(self.lengths | other.lengths, self.numbered | other.numbered)

    def has(self, saying: Saying) -> bool:
        """Whether one of the rules counts what the words say."""
        either = self.numbered | self.lengths if saying.numbered else self.lengths
        return any(agrees(saying, *number) for number in either)

    def with_days_as_lengths(self) -> CountedNumbers:
        """The same where a day's number is as good as a length: "11 working days after" is working day 11."""
        return CountedNumbers(self.lengths | self.numbered, self.numbered)

    def with_whole_time(self, days: Iterable[Number] = ()) -> CountedNumbers:
        """The same with the last numbered day as a length: a procedure whose last day is 15 takes fifteen days."""
        last = sorted(self.numbered | set(days))[-1:]
        return CountedNumbers(self.lengths | set(last), self.numbered | set(days))

    def __str__(self) -> str:
        lengths = [
            f"{number} {unit if number != 1 else singular(unit)}" for number, unit in self.lengths - self.numbered
        ]
        return ", ".join([*sorted(lengths), *(f"{singular(unit)} {number}" for number, unit in sorted(self.numbered))])


def agrees(saying: Saying, number: int, unit: str) -> bool:
    """Whether words say a rule's number. Two ways of saying one length agree only where they always give one date:
    a fortnight is 2 weeks and 14 calendar days, a year is 12 months, 24 hours are 1 calendar day."""
    said = saying.number
    if saying.unit == "day":
        if unit == "weeks":
            return saying.days != "working" and not saying.numbered and said == 7 * number
        return unit in DAYS and said == number and saying.days in ("", unit.removesuffix(" days"))
    if saying.unit == "week":
        return said == number if unit == "weeks" else unit == "calendar days" and 7 * said == number
    if saying.unit in ("month", "year"):
        return unit == "months" and number == said * (12 if saying.unit == "year" else 1)
    return saying.unit == "hour" and said == 24 and (number, unit) == (1, "calendar days")


def counted_by(dues: Iterable[AnyDeadline | None]) -> CountedNumbers:
    """What deadlines count; words and the lack of one count nothing."""
    lengths: set[Number] = set()
    numbered: set[Number] = set()
    for one in (part for due in dues if isinstance(due, Deadline) for part in _parts(due)):
        if isinstance(one, DayNumber):
            numbered |= {(one.first, one.unit), (one.last, one.unit)}
        else:
            lengths.add((one.number, one.unit))
    return CountedNumbers(frozenset(lengths), frozenset(numbered))


def _parts(due: Deadline) -> Iterator[DayNumber | Quantity]:
    if isinstance(due, On):
        yield due.on
    elif due.length is not None:
        yield due.length
    for part in due.parts:
        yield from _parts(part)


def counted_by_step(step: Step) -> CountedNumbers:
    """What a step's own rules count: its deadline, its other readings, its look-back, not its national rules."""
    found = counted_by([step.due, step.equals, *(one.due for one in step.also_read_as)])
    if step.look_back is None:
        return found
    return found | CountedNumbers(frozenset({(step.look_back.over.number, step.look_back.over.unit)}))


def counted_for(guide: Guide, step: Step, *, national: bool = True) -> CountedNumbers:
    """What may be said of a step: its rules, those of the same act in other flowcharts, those of what it sets, and the
    national rules of the act."""
    act = set(members_of_acts(guide).get(str(step.id), ()))
    others = (one for one in map(guide.entry.get, {*act, *step.sets}) if isinstance(one, Step))
    steps = (step, *others)
    found = together(map(counted_by_step, steps))
    return found | counted_by([one.due for own in steps for one in own.national]) if national else found


def counted_in(guide: Guide, steps: Iterable[Step]) -> CountedNumbers:
    """What may be said of several steps."""
    return together(counted_for(guide, step) for step in steps)


def together(found: Iterable[CountedNumbers]) -> CountedNumbers:
    """All of them as one."""
    whole = CountedNumbers()
    for one in found:
        whole |= one
    return whole
