"""What an author wrote to rules that can be counted: every convention of the procedure's clock is spelt out here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter

from guide.dates.counting import Rule
from guide.dates.timeline import Alternative, AnchorName, Plan, PlannedStep
from guide.model import (
    After,
    Clock,
    DayNumber,
    Deadline,
    EarlierOf,
    Guide,
    LaterOf,
    LookBack,
    NoLaterThan,
    On,
    Procedure,
    Quantity,
    Step,
    Within,
    singular,
)
from guide.problems import Place
from guide.strict_yaml import Text


class CircularSteps(ValueError):
    """Steps that count from one another in a ring; `ring` names them."""

    def __init__(self, ring: tuple[str, ...]) -> None:
        super().__init__(f"these steps count from one another in a ring: {' → '.join(ring)}")
        self.ring = ring


class NoSuchDay(ValueError):
    """Words that, with the rest of the procedure, name a day there is not; `place` is where they stand."""

    def __init__(self, message: str, hint: str, place: Place) -> None:
        super().__init__(message)
        self.hint, self.place = hint, place


def plan_of(guide: Guide, name: str) -> Plan:
    """The plan of a procedure or a journey.

    Raises KeyError for an unknown name, `CircularSteps` for a ring, `NoSuchDay` for a day that cannot be, and
    ValueError where a clock is missing or two calendars would share one timeline.
    """
    procedures = guide.procedures_of(name)
    planned = [(procedure, step, planned_step(guide, procedure, step, number))
               for procedure in procedures for number, step in enumerate(procedure.steps, 1)]  # fmt: skip
    steps = tuple(one for _, _, one in planned)
    ids = {step.id for step in steps}
    starts = {step.id: [start for start in starts_of(step) if start in ids] for step in steps}
    try:
        evaluation = tuple(TopologicalSorter(starts).static_order())
    except CycleError as error:
        raise CircularSteps(tuple(error.args[1])) from None
    used = {start for step in steps for start in starts_of(step)}
    journey = guide.journey.get(name)
    calendars = list(dict.fromkeys(str(procedure.clock.calendar) for procedure in procedures if procedure.clock))
    if len(calendars) > 1:
        raise ValueError(f"'{name}' counts on one timeline with the bank holidays of {' and of '.join(calendars)}")
    return Plan(
        name=name,
        title=str(journey.title if journey else procedures[0].title),
        calendar=calendars[0] if calendars else next(iter(guide.calendars)),
        anchors={
            str(anchor): AnchorName(str(said.asks), str(said.short), str(said.event), str(said.day_zero))
            for anchor, said in guide.partnership.anchors.items()
            if anchor in used
        },
        steps=steps,
        evaluation=evaluation,
    )


def planned_step(guide: Guide, procedure: Procedure, step: Step, number: int) -> PlannedStep:
    """One step as the timeline needs it. `number` is its number on the procedure's page."""
    untimed = isinstance(step.due, Text)
    phase = next(phase for phase in procedure.phases if step in phase.entries)
    return PlannedStep(
        id=str(step.id),
        procedure=str(procedure.id),
        number=number,
        title=str(step.title),
        does=str(step.does),
        phase=str(phase.title),
        actors=tuple(map(str, step.who)),
        helpers=tuple(map(str, step.with_)),
        forms=tuple(map(str, step.forms)),
        questions=tuple(map(str, step.questions)),
        rule=None if untimed else _rule_of_step(guide, procedure, step),
        untimed=str(step.due) if untimed else "",
        alongside=step.alongside,
        alternatives=tuple(_alternatives(guide, procedure, step)),
        look_back=look_back_rule(guide, step.look_back) if step.look_back else None,
    )


def _rule_of_step(guide: Guide, procedure: Procedure, step: Step) -> Rule:
    rule = rule_of(guide, procedure.clock, step.due)
    # A second statement of the same date may add the range in which the step is done.
    if isinstance(step.equals, On) and step.equals.on.first != step.equals.on.last and not rule.choose:
        first = rule.number - (step.equals.on.last - step.equals.on.first)
        if first < 0:
            message = f"{step.equals.on} would begin before the day that the deadline counts from"
            raise NoSuchDay(message, "write fewer days in equals:, or correct the deadline", step.equals.on.place)
        return replace(rule, first=first) if rule.unit == "working days" else rule
    return rule


def _alternatives(guide: Guide, procedure: Procedure, step: Step) -> Iterator[Alternative]:
    for other in step.also_read_as:
        rule = rule_of(guide, procedure.clock, other.due)
        yield Alternative("reading", rule, str(other.says), str(other.reading))
    for national in step.national:
        rule = rule_of(guide, procedure.clock, national.due)
        yield Alternative("national", rule, str(national.says or ""), str(national.cites))


def starts_of(step: PlannedStep) -> Iterator[str]:
    """The anchors and steps that a step's dates count from."""
    for rule in (step.rule, step.look_back, *(alternative.rule for alternative in step.alternatives)):
        if rule:
            yield from _starts(rule)


def _starts(rule: Rule) -> Iterator[str]:
    if rule.choose:
        for one in rule.of:
            yield from _starts(one)
    else:
        yield rule.start


def rule_of(guide: Guide, clock: Clock | None, due: Deadline | Text) -> Rule:
    """A timed deadline with its clock's conventions. Raises ValueError where the clock that it needs is missing."""
    if isinstance(due, EarlierOf | LaterOf):
        parts = due.earlier_of if isinstance(due, EarlierOf) else due.later_of
        of = tuple(rule_of(guide, clock, part) for part in parts)
        choose = "earlier" if isinstance(due, EarlierOf) else "later"
        words = f"The {choose} of: {'; '.join(_small(rule.words) for rule in of)}"
        return Rule(of[0].kind, words, choose=choose, of=of, **_common(due))  # type: ignore[arg-type]
    if isinstance(due, Within):
        words = f"Within {_length(due.within, due.clear)} {_after(guide, due.of)}"
        with_the_day = due.counts == "beginning with the day"
        if with_the_day:
            words += ", beginning with that day"
        return _simple("limit", words, due.of, due.within, due, clear=due.clear, with_the_day=with_the_day,
                       deemed=_deemed(clock, due.of))  # fmt: skip
    if isinstance(due, After):
        words = f"{_length(due.after, due.clear)} {_after(guide, due.from_)}"
        return _simple("planned", words, due.from_, due.after, due, clear=due.clear, deemed=_deemed(clock, due.from_))
    if isinstance(due, NoLaterThan):
        words = f"No later than {_length(due.no_later_than, bool(due.clear))} before {_event(guide, due.before)}"
        return _simple("limit", words, due.before, due.no_later_than, due, clear=bool(due.clear), back=True)
    if isinstance(due, On):
        return _on(guide, clock, due)
    raise ValueError(f"'{due}' has no rule to count")


def _on(guide: Guide, clock: Clock | None, due: On) -> Rule:
    if clock is None:
        raise ValueError("a numbered day needs the procedure's clock")
    said: DayNumber = due.on
    words = f"On {said} {_after(guide, clock.from_)}"
    with_the_day = clock.working_day_one == "the same day"
    if with_the_day and said.first == 0:
        message = "there is no day 0 where working_day_one is the same day"
        raise NoSuchDay(message, "count from day 1, which is the day itself", said.place)
    return Rule(
        "planned", words, start=str(clock.from_), unit=said.unit, number=said.last,
        first=said.first if said.first != said.last else None,
        with_the_day=with_the_day, deemed=_deemed(clock, clock.from_),
        **_common(due),  # type: ignore[arg-type]
    )  # fmt: skip


def _deemed(clock: Clock | None, start: Text) -> bool:
    """What is deemed received later is later for every count onwards from it, not only for the numbered days."""
    received_later = "counts as received on the next working day"
    return clock is not None and start == clock.from_ and clock.received_on_a_closed_day == received_later


def _simple(
    kind: str, words: str, start: Text, length: Quantity, due: Deadline,
    clear: bool = False, with_the_day: bool = False, back: bool = False, deemed: bool = False,
) -> Rule:  # fmt: skip
    return Rule(
        kind, words, start=str(start), unit=length.unit, number=length.number,  # type: ignore[arg-type]
        clear=clear, with_the_day=with_the_day, back=back, deemed=deemed, **_common(due),  # type: ignore[arg-type]
    )  # fmt: skip


def _common(due: Deadline) -> dict[str, object]:
    return {
        "closed_day": due.closed_day,
        "authority": due.authority,
        "part": due.part or "",
        "reading": str(due.reading or ""),
    }


def look_back_rule(guide: Guide, look_back: LookBack) -> Rule:
    """The first day of a period that reaches back: "in the previous 12 months"."""
    words = f"From {look_back.over} before {_event(guide, look_back.before)}"
    return Rule("planned", words, start=str(look_back.before), unit=look_back.over.unit, number=look_back.over.number,
                back=True, reading=str(look_back.reading or ""))  # fmt: skip


def _length(length: Quantity, clear: bool) -> str:
    if not clear:
        return str(length)
    one = length.unit if length.number != 1 else singular(length.unit)
    return f"{length.number} clear {one}"


def _after(guide: Guide, start: Text) -> str:
    return f"after {_event(guide, start)}"


def _event(guide: Guide, start: Text) -> str:
    """An anchor in its own words, or a step by its title."""
    if start in guide.partnership.anchors:
        return str(guide.partnership.anchors[start].event)
    return f"“{guide.entry[start].title}”"


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]
