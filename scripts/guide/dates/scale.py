"""The numbered working days of a clock, and a rule of an act as it is stated on them, without any date.

The numbers are the engine's: a rule is counted on days of which none is a bank holiday, and its day is then numbered as
the clock numbers its days.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from guide.calendars import Calendar, WorkingDays, days
from guide.dates.acts import ActRule, RuleOrigin
from guide.dates.counting import Counted, Rule
from guide.dates.evaluate import Start, evaluate
from guide.dates.plan import PlannedStep
from guide.dates.rules import rule_of
from guide.model import Clock, Guide, Kind, On, Step
from guide.wording import first_down, first_sentence, part_of_day, what_it_asks

MONDAY = days.parse("2001-01-01")
SATURDAY = MONDAY + 5
LOCAL = "local procedure"


@cache
def no_holidays() -> Calendar:
    """Working days with no bank holiday among them, as many as the longest deadline needs."""
    first, last = MONDAY - 31, MONDAY + 15_000
    return Calendar("none", "nowhere", WorkingDays(first, last, ()), MappingProxyType({}), last, "", "", "")


def is_on_scale(rule: Rule, clock: Clock) -> bool:
    """Whether a rule counts working days onwards from the clock's own anchor and from nothing else."""
    if rule.choose:
        return all(is_on_scale(one, clock) for one in rule.of)
    return rule.start == clock.from_ and rule.unit == "working days" and not rule.back


def zero_of(clock: Clock, start: int, calendar: Calendar) -> int:
    """The day before the clock's working day one, where its event was on `start`."""
    begins = calendar.following(start) if clock.is_deemed else start
    return begins - 1 if clock.begins_with_the_day else begins


def number_of(day: int, start: int, clock: Clock) -> int:
    """Which numbered day of the clock a day is, where its event was on `start`.

    >>> from guide.model import Clock
    >>> said = {"from": "receipt", "calendar": "scotland", "working_day_one": "the same day"}
    >>> number_of(MONDAY + 1, MONDAY, Clock.model_validate(said))
    2
    """
    known = no_holidays()
    return known.count(zero_of(clock, start, known), day)


@dataclass(frozen=True, slots=True)
class Stated:
    """One rule of an act, as it is stated where no date is known."""

    rule: Rule
    step: str
    """The id of the step whose card states it."""
    title: str
    """Of that step."""
    procedure: str
    flowchart: int
    origin: RuleOrigin
    counted: Counted | None = None
    """Its day from a Monday; None where it counts from another event than the clock does."""
    first: int | None = None
    """The number of its first day, of a single day that day's."""
    last: int | None = None
    """The number of its day; None where it counts from another event than the clock does."""
    from_closed: int | None = None
    """The number of its day where the clock's event is on a closed day, if that is another."""

    says_again: bool = False
    """The step says with `equals:` on which day of the clock its rule falls, which counts from another event."""
    asks: str = ""
    """What a rule of the nation asks by then, which may not be what the step does, in one sentence; else empty."""
    terms: str = ""
    """Of the procedure's own rule its condition, its "may" or "should", and that its count is a reading; of another
    reading, what is said of it."""

    @property
    def kind(self) -> Kind:
        return self.rule.kind

    @property
    def is_national(self) -> bool:
        return self.rule.authority != LOCAL

    @property
    def names_whose(self) -> bool:
        """On its own day too it is said whose it is: the nation's, or what another reading makes of the words."""
        return self.is_national or self.origin == "reading"

    @property
    def whose(self) -> str:
        """Who sets it: the authority, or the flowchart of the local procedure that says so."""
        name = self.rule.authority if self.is_national else f"flowchart {self.flowchart}"
        return f"another reading of {name}" if self.origin == "reading" else name

    @property
    def days(self) -> str:
        """`day 5`, or `days 3 to 7`; empty where it counts from another event."""
        if self.last is None:
            return ""
        return f"day {self.last}" if self.first == self.last else f"days {self.first} to {self.last}"

    @property
    def on_closed(self) -> str:
        """What is said where a start on a closed day gives another number; else empty."""
        if self.from_closed is None:
            return ""
        day = f"day {self.from_closed}" if self.from_closed else "that day itself"
        return f"{day} where the counting starts on a closed day"

    @property
    def words(self) -> str:
        """As it stands beside the one that governs: `flowchart 2 plans day 2`."""
        return f"{self._standing}{self.asking}"

    @property
    def _standing(self) -> str:
        if self.last is None:
            return f"{self.whose}: {first_down(self.rule.words)}"
        if self.kind == "planned":
            return f"{self.whose} plans {self.days}{part_of_day(self.rule.part)}"
        onwards = f", from day {self.first}" if self.first != self.last else ""
        return f"{self.whose} allows until day {self.last}{onwards}{part_of_day(self.rule.part)}"

    @property
    def asked(self) -> str:
        """What the nation asks, or on which terms the procedure's own rule holds; empty for neither."""
        return what_it_asks(self.asks) or self.terms

    @property
    def asking(self) -> str:
        """The same, to follow whose rule it is."""
        return f". {self.asked}" if self.asked else ""

    @property
    def beside(self) -> str:
        """As it stands beside the same act on another flowchart: `by day 1 (flowchart 1)`."""
        return f"{self.when} ({self.whose})"

    @property
    def when(self) -> str:
        """`by day 1`, `days 9 to 10`, or the rule in words."""
        said = self.days or first_down(self.rule.words)
        limit = self.last is not None and self.kind == "limit"
        return f"by day {self.last}" if limit else said


def stated(guide: Guide, clock: Clock | None, planned: PlannedStep, one: ActRule) -> tuple[Stated, ...]:
    """A rule as it is stated on the clock's days; twice where its step also says the day of the clock it falls on."""
    home = guide.procedure[planned.procedure]
    asks = next(
        (first_sentence(by.says) for by in planned.alternatives if by.kind == "national" and by.rule == one.rule), ""
    )
    terms = _terms(guide, planned, one)
    said = Stated(one.rule, planned.id, planned.title, str(home.id), home.flowchart, one.origin, asks=asks, terms=terms)
    if clock is None:
        return (said,)
    if is_on_scale(one.rule, clock):
        return (_numbered(said, one.rule, clock),)
    entry = guide.entry.get(one.step)
    again = entry.equals if one.origin == "step" and isinstance(entry, Step) else None
    if isinstance(again, On) and home.clock and is_on_scale(rule := rule_of(guide, home.clock, again), clock):
        # The source itself says on which day of the clock it falls: the same limit, or the same plan, once more.
        again_said = replace(said, says_again=True)
        return (_numbered(again_said, replace(rule, kind=one.rule.kind), clock), said)
    return (said,)


def _terms(guide: Guide, planned: PlannedStep, one: ActRule) -> str:
    """On which terms a rule of the procedure holds; of another reading what an author says of it."""
    if one.origin == "reading":
        return next((by.says for by in planned.alternatives if by.kind == "reading" and by.rule == one.rule), "")
    step = guide.entry.get(planned.id)
    if one.origin != "step" or not isinstance(step, Step):
        return ""
    modal = "may" if step.may else "should" if step.should else ""
    said = (f"If: {step.when}" if step.when else "", f"The source says “{modal}”." if modal else "")
    return " ".join(filter(None, (*said, counted_said(guide, one.rule.reading))))


def counted_said(guide: Guide, reading: str) -> str:
    """That the source leaves open how a rule is counted; empty where no question asks it."""
    return f"How it is counted is the guide's reading (question {guide.question[reading].number})." if reading else ""


def _numbered(said: Stated, rule: Rule, clock: Clock) -> Stated:
    counted, late = (_counted(rule, start) for start in (MONDAY, SATURDAY))
    last = number_of(counted.due, MONDAY, clock)
    first = last if counted.opens is None else number_of(counted.opens, MONDAY, clock)
    other = number_of(late.due, SATURDAY, clock)
    from_closed = other if other != last else None
    return replace(said, rule=rule, counted=counted, first=first, last=last, from_closed=from_closed)


def _counted(rule: Rule, start: int) -> Counted:
    counted = evaluate(rule, {anchor: Start(start, "") for anchor in rule.starts}, no_holidays())
    assert counted is not None, "a rule on the scale counts from the clock's own anchor"
    return counted
