"""What a board shows: the acts on each numbered day of one clock, and those that count from another event."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from guide.dates.counting import Rule
from guide.dates.scale import Stated
from guide.model import Actors, Clock, Kind
from guide.wording import listed

LONGEST_WHOLE = 40
"""With more days than this, only those on which something falls are listed."""

HowItStands = Literal["limit", "planned", "opens", "runs"]


@dataclass(frozen=True, slots=True)
class BoardAct:
    """What is done once, as a board shows it: who, to whom and with which forms, from all of its steps."""

    act: str
    """The id of the act."""
    title: str
    """Of the step whose rule is told first."""
    procedure: str
    entry: str
    """The entry on whose card that rule stands."""
    who: Actors
    by: str
    """Those by name; where its flowcharts do not name the same, each with its flowchart."""
    helpers: Actors
    to: Actors
    forms: tuple[str, ...]
    rules: tuple[Stated, ...]
    """The one that governs first. In a group, those that count from its event."""
    advice: str = ""
    """To which of two dates to work, where the flowcharts or the nation do not set the same."""
    untimed: tuple[str, ...] = ()
    """What its steps without a number say of its day: `flowchart 2: “File the minute”, no deadline stated…`."""

    @property
    def governs(self) -> Stated:
        return self.rules[0]

    @property
    def beside(self) -> tuple[Stated, ...]:
        """The other rules of the act."""
        return self.rules[1:]

    @property
    def no_step(self) -> str:
        """What stands before the title of an act that only a national rule asks for; empty before a step."""
        return "" if self.entry == self.governs.step else "National rule, no step of the approved procedure: "

    @property
    def kind(self) -> Kind:
        return self.governs.kind

    @property
    def told(self) -> tuple[tuple[Stated, str], ...]:
        """Its rules with those who set them: `flowchart 1 and flowchart 3`, where both say and ask the same."""
        found: dict[tuple[str, Kind, str], list[Stated]] = {}
        for one in self.rules:
            found.setdefault((one.rule.words, one.kind, one.asked), []).append(one)
        return tuple((same[0], listed(list(dict.fromkeys(one.whose for one in same)))) for same in found.values())


@dataclass(frozen=True, slots=True)
class BoardDay:
    """One numbered day, with what falls on it."""

    number: int
    acts: tuple[tuple[BoardAct, HowItStands], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What shares a day or a range, and is of one kind."""

    label: str
    """`Day 8`, `Days 9 to 10`, `By day 5`, `From day 3, by day 7`."""
    kind: Kind
    acts: tuple[BoardAct, ...]


@dataclass(frozen=True, slots=True)
class EventGroup:
    """What counts from one event that is not the clock's, or from the clock's in another unit."""

    title: str
    """`From the day the local authority became aware`."""
    events: tuple[str, ...]
    """The event, or the two or more of a choice, as rules speak of them."""
    acts: tuple[BoardAct, ...]

    def below_title(self, rule: Rule) -> str:
        """A rule without the event that the title names: `Within 5 working days`."""
        if rule.choose:
            return rule.words
        (event,) = self.events
        return rule.words.replace(f" {'before' if rule.back else 'after'} {event}", "", 1)


@dataclass(frozen=True, slots=True)
class Board:
    """All days of one clock of a procedure or journey."""

    id: str
    name: str
    """The id of the journey or procedure that it is a board of."""
    title: str
    """Of the procedure or journey, and of the clock where it has more than one."""
    procedures: tuple[str, ...]
    clock: Clock
    day_zero: str
    """The day of the clock's event: `The day of receipt`."""
    counting: str
    """Which day is day 0 and which is day 1."""
    acts: tuple[BoardAct, ...]
    """Those on numbered days, in the order of their days."""
    groups: tuple[EventGroup, ...]

    @property
    def last(self) -> int:
        """The number of the last day; -1 where no day has a number."""
        return max((act.governs.last or 0 for act in self.acts), default=-1)

    @property
    def is_whole(self) -> bool:
        """Every day is listed, those too on which nothing falls."""
        return self.last <= LONGEST_WHOLE

    @property
    def days(self) -> tuple[BoardDay, ...]:
        """Every day from the first that the clock numbers; of a long board only those on which something is due."""
        first = min((act.governs.first or 0 for act in self.acts), default=0)
        start = min(first, 1 if self.clock.begins_with_the_day else 0)
        numbers = range(start, self.last + 1) if self.is_whole else sorted({act.governs.last or 0 for act in self.acts})
        return tuple(BoardDay(number, tuple(_standing(self.acts, number))) for number in numbers)

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The days on which something falls, each with all that shares it, limits before planned days."""
        found: dict[tuple[int, bool, int], list[BoardAct]] = {}
        for act in self.acts:
            first, last = act.governs.first or 0, act.governs.last or 0
            found.setdefault((last, act.kind != "limit", first), []).append(act)
        return tuple(
            Cell(_label(first, last, acts[0].kind), acts[0].kind, tuple(acts))
            for (last, _, first), acts in sorted(found.items())
        )

    def of(self, actors: Collection[str]) -> Board:
        """The board with what these actors do or help with, and nothing else."""
        groups = (replace(group, acts=_of(group.acts, actors)) for group in self.groups)
        return replace(self, acts=_of(self.acts, actors), groups=tuple(group for group in groups if group.acts))


def _of(acts: Iterable[BoardAct], actors: Collection[str]) -> tuple[BoardAct, ...]:
    return tuple(act for act in acts if not {*act.who, *act.helpers}.isdisjoint(actors))


def _standing(acts: Iterable[BoardAct], number: int) -> Iterator[tuple[BoardAct, HowItStands]]:
    for act in acts:
        first, last = act.governs.first or 0, act.governs.last or 0
        if first <= number <= last:
            yield act, act.kind if number == last else "opens" if number == first else "runs"


def _label(first: int, last: int, kind: Kind) -> str:
    if kind == "limit":
        return f"By day {last}" if first == last else f"From day {first}, by day {last}"
    return f"Day {last}" if first == last else f"Days {first} to {last}"
