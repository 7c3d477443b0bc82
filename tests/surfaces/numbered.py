"""The days of an act where no date is known, counted here a second time.

A rule is worked out by the engine from a real Monday, in a calendar without bank holidays, and its day is then numbered
by counting weekdays one by one. Nothing here asks the boards, or what numbers their days.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple

from guide.calendars import Calendar, WorkingDays, days
from guide.dates import ScheduledStep, plan_of, schedule
from guide.dates.counting import Counted
from guide.model import Clock, Deadline, Guide, NoLaterThan, On, Procedure, Step, once_a_guide
from guide.model.deadlines import After, Within
from surfaces import meant
from surfaces.acts import Line, duties, line_of
from surfaces.compared import act_of
from surfaces.terms import terms

MONDAY, SATURDAY = days.parse("2026-06-01"), days.parse("2026-06-06")
RANKS = ("statute", "statutory guidance", "Panel guidance", "local procedure")
LOCAL = RANKS[-1]


class Said(NamedTuple):
    """One rule of an act, as it is stated on the days of a clock."""

    line: Line
    origin: str
    """`step`, `national`, `reading`, or `again` for a day of the clock that a step states beside its rule."""
    due: Deadline
    kind: str
    words: str
    first: int | None
    last: int | None
    """None where it counts from another event."""
    closed: int | None
    """Its number where the event of the clock is on a closed day, if that is another."""
    asks: str = ""
    """What a rule of the nation asks by then."""
    terms: str = ""
    """The condition, the modal and the reading of the procedure's own rule, or what is said of another reading."""

    @property
    def asked(self) -> str:
        return f"What it asks: {self.asks}" if self.asks else self.terms

    @property
    def asking(self) -> str:
        return f". {self.asked}" if self.asked else ""

    @property
    def whose(self) -> str:
        name = f"flowchart {self.line.home.flowchart}" if self.due.authority == LOCAL else str(self.due.authority)
        return f"another reading of {name}" if self.origin == "reading" else name

    @property
    def part(self) -> str:
        return meant.part(self.due.part)

    @property
    def label(self) -> str:
        """The day and its kind, as a cell of a board has it."""
        if self.kind == "limit":
            start = f"From day {self.first}, by" if self.first != self.last else "By"
            return f"{start} day {self.last}"
        return meant.up(self.numbers)

    @property
    def numbers(self) -> str:
        return f"day {self.last}" if self.first == self.last else f"days {self.first} to {self.last}"

    @property
    def beside(self) -> str:
        """As it stands beside the rule that governs."""
        if self.last is None:
            return f"{self.whose}: {meant.down(self.words)}{self.asking}"
        if self.kind == "planned":
            return f"{self.whose} plans {self.numbers}{self.part}{self.asking}"
        onwards = f", from day {self.first}" if self.first != self.last else ""
        return f"{self.whose} allows until day {self.last}{onwards}{self.part}{self.asking}"

    @property
    def elsewhere(self) -> str:
        """As it stands where another flowchart has the same act."""
        said = meant.down(self.words) if self.last is None else self.numbers
        return f"{f'by {said}' if self.last is not None and self.kind == 'limit' else said} ({self.whose})"

    @property
    def on_closed(self) -> str:
        if self.closed is None:
            return ""
        day = f"day {self.closed}" if self.closed else "that day itself"
        return f"{day} where the counting starts on a closed day"


def conventions(clock: Clock) -> tuple[str, str, bool, bool]:
    return str(clock.from_), str(clock.calendar), clock.begins_with_the_day, clock.is_deemed


@cache
def bare() -> Calendar:
    """Weekdays, none of them a bank holiday."""
    last = MONDAY + 15_000
    return Calendar("bare", "nowhere", WorkingDays(MONDAY - 8_000, last, ()), MappingProxyType({}), last, "", "", "")


def weekday(day: int) -> bool:
    return (day - MONDAY) % 7 < 5


def number_of(day: int, start: int, clock: Clock) -> int:
    """Which day of the clock it is, counted one by one."""
    zero = start
    while clock.is_deemed and not weekday(zero):
        zero += 1
    return sum(weekday(one) for one in range(zero if clock.begins_with_the_day else zero + 1, day + 1))


def on_scale(due: Deadline, home: Procedure, clock: Clock) -> bool:
    """Whether it counts working days onwards from the event of the clock, and from nothing else."""
    if due.parts:
        return all(on_scale(one, home, clock) for one in due.parts)
    if isinstance(due, On):
        return home.clock is not None and home.clock.from_ == clock.from_ and "working" in due.on.unit
    if not isinstance(due, Within | After):
        return False
    start, length = (due.of, due.within) if isinstance(due, Within) else (due.from_, due.after)
    return start == clock.from_ and length.unit in ("working days", "working day")


@once_a_guide
def _worked(guide: Guide, home: str, anchor: str, start: int) -> dict[str, ScheduledStep]:
    worked = schedule(plan_of(guide, home), bare(), {anchor: start})
    return {one.step.id: one for one in worked.steps}


def statements(guide: Guide, name: str) -> Iterator[tuple[Line, str, int, Deadline]]:
    """Each rule of an act as the nouns have it: whose, of what origin, the how manieth of that, and the rule."""
    for step in (one for procedure in guide.procedures for one in procedure.steps):
        if step.id in act_of(guide, name) and name in guide.entry:
            line, others = line_of(guide, str(step.id)), set(map(id, duties(guide, step).values()))
            if isinstance(step.due, Deadline):
                yield line, "step", 0, step.due
            for place, nation in enumerate(step.national):
                if id(nation) not in others:
                    yield line, "national", place, nation.due
            for place, other in enumerate(step.also_read_as):
                yield line, "reading", place, other.due
    if name not in guide.entry:
        line = line_of(guide, name)
        assert isinstance(line.due, Deadline)
        yield line, "duty", 0, line.due


@once_a_guide
def said_of(guide: Guide, name: str, home: str) -> tuple[Said, ...]:
    """All rules of an act on the days of a procedure's clock, the one that governs first."""
    clock = guide.procedure[home].clock
    found = [one for stated in statements(guide, name) for one in _said(guide, clock, *stated)]
    told = [one for one in found if one.last is not None]
    main = {one.line.name: one.last for one in told if one.origin in ("step", "duty")}
    governing = [one for one in told if one.origin != "reading" or _is_stricter(one, main)]
    rank = {authority: place for place, authority in enumerate(RANKS)}
    governing.sort(key=lambda one: (one.last, one.kind != "limit", rank[str(one.due.authority)]))
    if not governing:
        # A reading alone puts nothing on a day.
        return tuple(one._replace(first=None, last=None, closed=None) for one in found)
    return (governing[0], *(one for one in found if one is not governing[0]))


def _is_stricter(reading: Said, main: dict[str, int | None]) -> bool:
    step = reading.line.due
    if not isinstance(step, Deadline) or meant.kind_of(step) != "limit":
        return False
    own = main.get(reading.line.name)
    return own is None or (reading.last or 0) < own


def _said(guide: Guide, clock: Clock | None, line: Line, origin: str, place: int, due: Deadline) -> Iterator[Said]:
    words = meant.rule(guide, line.home, due)
    step = guide.entry.get(line.name)
    asks = str(step.national[place].says or "") if isinstance(step, Step) and origin == "national" else ""
    ends = [
        at
        for at, one in enumerate(asks)
        if one in ".!?" and asks[at + 1 : at + 2] == " " and "A" <= asks[at + 2 : at + 3] <= "Z"
    ]
    asks = asks[: ends[0] + 1] if ends else asks
    plain = Said(
        line, "national" if origin == "duty" else origin, due, meant.kind_of(due), words, None, None, None, asks,
        terms(guide, step, origin, place),
    )  # fmt: skip
    if clock is None:
        yield plain
        return
    if on_scale(due, line.home, clock):
        yield plain._replace(**_numbers(guide, clock, line, origin, place))
        return
    again = step.equals if isinstance(step, Step) and origin == "step" else None
    if isinstance(again, On) and on_scale(again, line.home, clock) and line.home.clock is not None:
        last, first = (
            number_of(_on_day(number, MONDAY, line.home.clock), MONDAY, clock)
            for number in (again.on.last, again.on.first)
        )
        words = meant.rule(guide, line.home, again)
        yield plain._replace(origin="again", due=again, words=words, first=first, last=last)
    yield plain


def _on_day(number: int, start: int, clock: Clock) -> int:
    """The numbered day of a clock, found by going from day to day."""
    day = start - clock.begins_with_the_day
    while number:
        day += 1
        number -= weekday(day)
    return day


def _numbers(guide: Guide, clock: Clock, line: Line, origin: str, place: int) -> dict[str, int | None]:
    def counted(start: int) -> Counted:
        worked = _worked(guide, str(line.home.id), str(clock.from_), start)[line.name]
        kind = "reading" if origin == "reading" else "national"
        others = [one.counted for one in worked.alternatives if one.alternative.kind == kind]
        found = worked.counted if origin in ("step", "duty") else others[place]
        assert found is not None
        return found

    found = counted(MONDAY)
    last = number_of(found.due, MONDAY, clock)
    first = last if found.opens is None else number_of(found.opens, MONDAY, clock)
    late = number_of(counted(SATURDAY).due, SATURDAY, clock)
    return {"first": first, "last": last, "closed": late if late != last else None}


@once_a_guide
def beside_of(guide: Guide, name: str) -> tuple[Said, ...]:
    """What the other steps of an act say that a reader of this step alone must know: a stricter rule, or a limit, or
    the nation's."""
    found = said_of(guide, name, str(guide.home_of[name].id))
    mine = [one for one in found if one.line.name == name and one.origin in ("step", "again")]
    own = [one for one in mine if one.last is not None] or mine

    def must_be_known(one: Said) -> bool:
        return one.due.authority != LOCAL or not own or any(_is_sooner(one, by) for by in own)

    others = (one for one in found if one.line.name != name and one.origin != "reading")
    return tuple(one for one in others if must_be_known(one))


def _is_sooner(one: Said, own: Said) -> bool:
    if one.last is None or own.last is None:
        return one.kind == "limit" and one.words != own.words
    return one.last < own.last or (one.last == own.last and one.kind == "limit" and own.kind != "limit")


class MeantBoard(NamedTuple):
    """The days of one clock of a journey, or of a procedure that is in none."""

    title: str
    clock: Clock
    home: str
    """A procedure that has this clock."""
    acts: tuple[MeantBoardAct, ...]
    journey: str
    """The title of the journey, or of the procedure that is in none."""

    def of(self, actors: Sequence[str]) -> MeantBoard:
        """With what some actors do or help with alone."""
        return self._replace(
            acts=tuple(one for one in self.acts if {*meant.ids(one.who), *meant.ids(one.helpers)} & set(actors))
        )

    @property
    def numbered(self) -> list[MeantBoardAct]:
        return [one for one in self.acts if one.rules[0].last is not None]

    def grouped(self, guide: Guide) -> list[tuple[str, MeantBoardAct, Said]]:
        """Each rule that counts from another event, with the heading that names it."""
        rules = [(act, one) for act in self.acts if act.is_at_home for one in act.rules if one.last is None]
        return [(event_of(guide, one), act, one) for act, one in rules]


class MeantBoardAct(NamedTuple):
    """One act on a board."""

    steps: frozenset[str]
    lines: tuple[Line, ...]
    rules: tuple[Said, ...]
    is_at_home: bool
    """One of its steps is in a procedure with the clock of the board."""

    @property
    def name(self) -> str:
        return self.rules[0].line.name

    @property
    def title(self) -> str:
        return self.rules[0].line.title

    def all(self, key: str) -> list[Any]:
        return meant.all_of(getattr(line, key) for line in self.lines)

    @property
    def who(self) -> list[meant.Somebody]:
        return self.all("who")

    @property
    def helpers(self) -> list[meant.Somebody]:
        return self.all("helpers")


def event_of(guide: Guide, said: Said) -> str:
    """The heading of what counts from the same event."""
    starts = [_day(guide, start) for start in dict.fromkeys(starts_of(said.due, said.line.home))]
    *before, last = starts
    day = f"{', '.join(before)} or {last}" if before else last
    return f"{'Before' if isinstance(said.due, NoLaterThan) else 'From'} {day}"


def starts_of(due: Deadline, home: Procedure) -> Iterator[str]:
    for one in due.parts or (due,):
        if one.parts:
            yield from starts_of(one, home)
        else:
            yield str(one.start or (home.clock.from_ if home.clock else ""))


def _day(guide: Guide, start: str) -> str:
    anchors = guide.partnership.anchors
    if start in anchors:
        return meant.down(str(anchors[start].day_zero))
    return f"the day {meant.event(guide, start)}"


@once_a_guide
def boards(guide: Guide) -> tuple[MeantBoard, ...]:
    """One for each clock of each journey, then of each procedure that is in none; none twice."""
    whole = [one for one in guide.journey.values() if not one.steps]
    inside = {str(one) for journey in whole for one in journey.procedures}
    sets = [(str(one.title), [guide.procedure[by] for by in one.procedures]) for one in whole]
    sets += [(str(one.title), [one]) for one in guide.procedures if str(one.id) not in inside]
    found: dict[object, MeantBoard] = {}
    for title, procedures in sets:
        clocks = dict.fromkeys(conventions(one.clock) for one in procedures if one.clock)
        for kept in clocks:
            homes = [one for one in procedures if one.clock and conventions(one.clock) == kept]
            covered = homes if len(clocks) > 1 else procedures
            board = _board(guide, title, procedures, homes, len(clocks) > 1)
            if any(one.rules[0].last is not None or one.is_at_home for one in board.acts):
                found.setdefault((frozenset(str(one.id) for one in covered), kept), board)
    return tuple(found.values())


def _board(
    guide: Guide, title: str, procedures: Sequence[Procedure], homes: Sequence[Procedure], is_one_of_several: bool
) -> MeantBoard:
    clock, home = homes[0].clock, str(homes[0].id)
    assert clock is not None
    acts: dict[frozenset[str], MeantBoardAct] = {}
    for step in (one for procedure in procedures for one in procedure.steps):
        for name in (str(step.id), *duties(guide, step)):
            steps = act_of(guide, name) if name in guide.entry else frozenset({name})
            rules = said_of(guide, name, home)
            if rules and steps not in acts:
                lines = tuple(line_of(guide, one) for one in _in_order(guide, steps))
                at_home = any(line.home in homes for line in lines)
                acts[steps] = MeantBoardAct(steps, lines, rules, at_home)
    from_ = meant.down(str(guide.partnership.anchors[clock.from_].day_zero))
    named = f"{title}, from {from_}" if is_one_of_several else title
    return MeantBoard(named, clock, home, tuple(acts.values()), title)


def _in_order(guide: Guide, steps: frozenset[str]) -> list[str]:
    places = [str(step.id) for procedure in guide.procedures for step in procedure.steps]
    return sorted(steps, key=lambda one: places.index(one.partition("--")[0]))
