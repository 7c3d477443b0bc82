"""What an author wrote to rules that can be counted: every convention of the procedure's clock is spelt out here."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter
from typing import get_args

from guide.dates.acts import Act, ActRule
from guide.dates.counting import Rule
from guide.dates.plan import Alternative, AnchorName, Plan, PlannedStep
from guide.model import (
    Authority,
    Clock,
    DayNumber,
    Deadline,
    EarlierOf,
    Guide,
    LookBack,
    NoLaterThan,
    On,
    Step,
    Within,
    once_a_guide,
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


@once_a_guide
def plan_of(guide: Guide, name: str) -> Plan:
    """The plan of a procedure or a journey.

    Raises KeyError for an unknown name, `CircularSteps` for a ring, `NoSuchDay` for a day that cannot be, and
    ValueError where a clock is missing or two calendars would share one timeline.
    """
    procedures = guide.procedures_of(name)
    steps = tuple(planned_step(guide, str(step.id)) for procedure in procedures for step in procedure.steps)
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
        name=str(name),
        title=str(journey.title if journey else procedures[0].title),
        calendar=calendars[0] if calendars else next(iter(guide.calendars)),
        anchors={
            str(anchor): AnchorName(str(said.asks), str(said.short), str(said.event), str(said.day_zero))
            for anchor, said in guide.partnership.anchors.items()
            if anchor in used
        },
        steps=steps,
        evaluation=evaluation,
        acts=tuple(_acts(guide, steps, used)),
        asked={anchor: asks for anchor, asks in _asked(guide, name) if anchor in used},
        done_by={
            str(anchor): str(said.done_by)
            for anchor, said in guide.partnership.anchors.items()
            if anchor in used and said.done_by in ids
        },
    )


def _asked(guide: Guide, name: str) -> Iterator[tuple[str, str]]:
    """The anchors whose dates a reader may give, with what is asked: of a journey its own, of a procedure all."""
    anchors, journey = guide.partnership.anchors, guide.journey.get(name)
    for anchor in (*journey.asks, *journey.may_ask) if journey else anchors:
        yield str(anchor), str(anchors[anchor].asks)


def _acts(guide: Guide, steps: Sequence[PlannedStep], used: Collection[str]) -> Iterator[Act]:
    planned = {step.id for step in steps}
    seen: set[str] = set()
    for step in steps:
        members = [guide.entry[one] for one in members_of_acts(guide)[step.id]]
        of_act = [one for one in members if isinstance(one, Step)]
        if of_act[0].id not in seen:
            seen.add(of_act[0].id)
            stated = (rule for one in of_act for rule in _act_rules(guide, one))
            rules = sorted(stated, key=lambda one: AUTHORITIES.index(one.rule.authority))
            yield Act(
                str(of_act[0].id),
                tuple(str(one.id) for one in of_act if one.id in planned),
                tuple(dict.fromkeys(str(actor) for one in of_act for actor in one.who)),
                tuple(one for one in rules if one.step in planned or set(_starts(one.rule)) <= {*used, *planned}),
            )


def _act_rules(guide: Guide, step: Step) -> Iterator[ActRule]:
    """The rules that one step lends to its act."""
    planned = planned_step(guide, str(step.id))
    if planned.rule:
        yield ActRule(planned.rule, planned.id)
    nation = (one for one in planned.alternatives if one.kind == "national")
    for written, national in zip(step.national, nation, strict=True):
        if not written.who or set(written.who) & set(step.who):
            yield ActRule(national.rule, planned.id, "national")
    if planned.rule and planned.rule.kind == "limit":
        yield from (ActRule(one.rule, planned.id, "reading") for one in planned.alternatives if one.kind == "reading")


AUTHORITIES = get_args(Authority)
"""From the highest down, as the model lists them."""


@once_a_guide
def members_of_acts(guide: Guide) -> Mapping[str, tuple[str, ...]]:
    """For each step, all steps of its act, itself among them, in the order of the flowcharts."""
    together: dict[str, set[str]] = {}
    places: dict[str, int] = {}
    for step in (step for procedure in guide.procedures for step in procedure.steps):
        places[str(step.id)] = len(places)
        joined = {str(step.id), *map(str, step.same_act)}
        for one in list(joined):
            joined |= together.get(one, set())
        together.update(dict.fromkeys(joined, joined))
    return {step: tuple(sorted(together[step], key=lambda one: places.get(one, -1))) for step in places}


@once_a_guide
def planned_step(guide: Guide, name: str) -> PlannedStep:
    """One step, by its id, as the timeline needs it.

    Raises KeyError where no step has the id, `NoSuchDay` for a day that cannot be, and ValueError without a clock.
    """
    step = guide.entry[name]
    if not isinstance(step, Step):
        raise KeyError(name)
    procedure = guide.home_of[name]
    deadline = step.deadline
    return PlannedStep(
        id=str(step.id),
        procedure=str(procedure.id),
        number=guide.numbers[name],
        title=str(step.title),
        does=str(step.does),
        phase=str(guide.phase_of[name].title),
        actors=tuple(map(str, step.who)),
        helpers=tuple(map(str, step.with_)),
        forms=tuple(map(str, step.forms)),
        questions=tuple(map(str, step.questions)),
        rule=_rule_of_step(guide, procedure.clock, step, deadline) if deadline else None,
        untimed="" if deadline else str(step.due),
        alongside=step.alongside,
        alternatives=tuple(_alternatives(guide, procedure.clock, step)),
        look_back=look_back_rule(guide, step.look_back) if step.look_back else None,
    )


def _rule_of_step(guide: Guide, clock: Clock | None, step: Step, deadline: Deadline) -> Rule:
    rule = rule_of(guide, clock, deadline)
    # A second statement of the same date may add the range in which the step is done.
    if isinstance(step.equals, On) and step.equals.on.first != step.equals.on.last and not rule.choose:
        first = rule.number - (step.equals.on.last - step.equals.on.first)
        if first < 0:
            message = f"{step.equals.on} would begin before the day that the deadline counts from"
            raise NoSuchDay(message, "write fewer days in equals:, or correct the deadline", step.equals.on.place)
        return replace(rule, first=first) if rule.unit == "working days" else rule
    return rule


def _alternatives(guide: Guide, clock: Clock | None, step: Step) -> Iterator[Alternative]:
    for other in step.also_read_as:
        rule = rule_of(guide, clock, other.due)
        yield Alternative("reading", rule, str(other.says), str(other.reading))
    for national in step.national:
        rule = rule_of(guide, clock, national.due)
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


def rule_of(guide: Guide, clock: Clock | None, due: Deadline) -> Rule:
    """A deadline with its clock's conventions. Raises ValueError where the clock that it needs is missing."""
    if due.parts:
        return _choice(guide, clock, due)
    if isinstance(due, On):
        return _on(guide, clock, due)
    if due.start is None or due.length is None:
        raise ValueError(f"'{due}' has no rule to count")
    back = isinstance(due, NoLaterThan)
    event = event_of(guide, due.start)
    words = f"No later than {due.how_long} before {event}" if back else f"{due.how_long} after {event}"
    if isinstance(due, Within):
        words = f"Within {words}{', beginning with that day' if due.begins_with_the_day else ''}"
    return Rule(
        due.kind, words, start=str(due.start), unit=due.length.unit, number=due.length.number, clear=due.is_clear,
        back=back, with_the_day=due.begins_with_the_day, deemed=not back and _is_deemed(clock, due.start),
        **_common(due),  # type: ignore[arg-type]
    )  # fmt: skip


def _choice(guide: Guide, clock: Clock | None, due: Deadline) -> Rule:
    of = tuple(rule_of(guide, clock, part) for part in due.parts)
    choose = "earlier" if isinstance(due, EarlierOf) else "later"
    words = f"The {choose} of: {'; '.join(_small(rule.words) for rule in of)}"
    return Rule(of[0].kind, words, choose=choose, of=of, **_common(due))  # type: ignore[arg-type]


def _on(guide: Guide, clock: Clock | None, due: On) -> Rule:
    if clock is None:
        raise ValueError("a numbered day needs the procedure's clock")
    said: DayNumber = due.on
    if clock.begins_with_the_day and said.first == 0:
        message = "there is no day 0 where working_day_one is the same day"
        raise NoSuchDay(message, "count from day 1, which is the day itself", said.place)
    return Rule(
        "planned", f"On {said} after {event_of(guide, clock.from_)}", start=str(clock.from_), unit=said.unit,
        number=said.last, first=said.first if said.first != said.last else None,
        with_the_day=clock.begins_with_the_day, deemed=clock.is_deemed,
        **_common(due),  # type: ignore[arg-type]
    )  # fmt: skip


def _is_deemed(clock: Clock | None, start: Text) -> bool:
    """What is deemed received later is later for every count onwards from it, not only for the numbered days."""
    return clock is not None and start == clock.from_ and clock.is_deemed


def _common(due: Deadline) -> dict[str, object]:
    return {
        "closed_day": due.closed_day,
        "authority": due.authority,
        "part": due.part or "",
        "reading": str(due.reading or ""),
    }


def look_back_rule(guide: Guide, look_back: LookBack) -> Rule:
    """The first day of a period that reaches back: "in the previous 12 months"."""
    words = f"From {look_back.over} before {event_of(guide, look_back.before)}"
    return Rule("planned", words, start=str(look_back.before), unit=look_back.over.unit, number=look_back.over.number,
                back=True, reading=str(look_back.reading or ""))  # fmt: skip


def event_of(guide: Guide, start: str) -> str:
    """An anchor in its own words, or a step by its title."""
    said = {str(name): anchor for name, anchor in guide.partnership.anchors.items()}.get(start)
    if said:
        return str(said.event)
    return f"“{guide.entry[start].title}”"


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]
