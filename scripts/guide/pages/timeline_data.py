"""What the browser gets to work out dates: the rules of every journey, and the names of what they speak of.

The classes are the shape of the JSON: a field is a key, in this order. The browser's name for it is `PageData`, in
`docs/assets/guide/tool/work-out.js`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from guide.calendars import BY_THE_READER, days
from guide.dates import Plan, PlannedStep, compiled_plan, numbers_days, passed_before, plan_of
from guide.model import Guide, Party, Procedure, once_a_guide
from guide.wording import name_of, short_name_of


@dataclass(frozen=True, slots=True)
class JourneyRules:
    """Which plan a journey evaluates, and with which dates."""

    title: str
    plan: str
    asks: tuple[str, ...]
    may_ask: tuple[str, ...]
    only_dated: bool
    """It does nothing but count back, so steps without a date say nothing."""
    over: Mapping[str, tuple[str, ...]]
    """By a date it asks for, the steps that are over once it has come: that event, and what every way passes before."""


@dataclass(frozen=True, slots=True)
class FormNames:
    """How the page calls a form."""

    label: str
    """Its code, or its title where it has none."""
    code: str | None
    """Its code, or what it is called for short where it has none; None where it has neither."""
    title: str


@dataclass(frozen=True, slots=True)
class ProcedureNames:
    """How the page calls a procedure, and what of its clock is said in words."""

    title: str
    flowchart: int
    day_zero: str | None
    """The anchor from which its working days have numbers, where they have any."""
    deemed: bool
    """What is received on a closed day counts as received on the next working day."""
    same_day: bool
    """Day 1 is the day itself."""


@dataclass(frozen=True, slots=True)
class PlanNames:
    """What the browser calls the things that a plan names by their ids."""

    actors: Mapping[str, str]
    """Everybody by id, and by its key each party of whom an id alone does not say enough."""
    shorts: Mapping[str, str]
    """Those who act, by their short names."""
    forms: Mapping[str, FormNames]
    references: Mapping[str, str]
    questions: Mapping[str, int]
    procedures: Mapping[str, ProcedureNames]


@dataclass(frozen=True, slots=True)
class TimelineData:
    """Everything but the calendars and the page's own words."""

    version: str
    journeys: Mapping[str, JourneyRules]
    plans: Mapping[str, object]
    """The compiled plans, by name."""
    names: PlanNames
    in_force_from: int
    added_by_the_reader: str


def timeline_data(guide: Guide, journeys: Sequence[str] = ()) -> TimelineData:
    """The rules of these journeys, or of all of a guide, as the browser gets them."""
    chosen, plans = journeys or tuple(guide.journey), plans_of(guide, journeys)
    return TimelineData(
        version=str(guide.partnership.version),
        journeys={name: _rules_of(guide, name, plans) for name in chosen},
        plans={name: compiled_plan(plan) for name, plan in plans.items()},
        names=_names(guide, plans.values(), planned_procedures(guide, journeys)),
        in_force_from=days.parse(guide.partnership.in_force_from),
        added_by_the_reader=BY_THE_READER,
    )


def plans_of(guide: Guide, journeys: Sequence[str] = ()) -> dict[str, Plan]:
    """One plan for each set of steps that these journeys have, or all, by the name of the first that has it."""
    planned = _planned_by(guide)
    return {name: plan_of(guide, name) for name in dict.fromkeys(planned[one] for one in journeys or planned)}


@once_a_guide
def _planned_by(guide: Guide) -> Mapping[str, str]:
    """The first journey with the steps of each."""
    first: dict[tuple[str, ...], str] = {}
    return {one: first.setdefault(tuple(str(step.id) for step in guide.steps_in(one)), one) for one in guide.journey}


def planned_procedures(guide: Guide, journeys: Sequence[str] = ()) -> Iterator[Procedure]:
    """The procedures that any of these journeys has, or of all, in their order."""
    chosen = [guide.journey[one] for one in journeys] or guide.partnership.journeys.values()
    wanted = {str(name): None for journey in chosen for name in journey.procedures}
    return iter(sorted((guide.procedure[name] for name in wanted), key=lambda one: (one.flowchart, one.id)))


def _rules_of(guide: Guide, name: str, plans: Mapping[str, Plan]) -> JourneyRules:
    journey = guide.journey[name]
    plan = plans[_planned_by(guide)[name]]
    dates = {*map(str, journey.asks), *map(str, journey.may_ask)}
    counted = [step.rule for step in plan.steps if step.rule and step.rule.start in dates]
    return JourneyRules(
        title=str(journey.title),
        plan=plan.name,
        asks=tuple(map(str, journey.asks)),
        may_ask=tuple(map(str, journey.may_ask)),
        only_dated=bool(counted) and all(rule.back for rule in counted),
        over=dict(_over(guide, name)),
    )


def _over(guide: Guide, name: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    planned = [str(step.id) for step in guide.steps_in(name)]
    for anchor in guide.journey[name].asks:
        done = str(guide.partnership.anchors[anchor].done_by or "")
        if done in planned:
            passed = passed_before(guide, guide.home_of[done]).get(done, frozenset())
            before = [step for step in planned if step in passed]
            yield str(anchor), (*before, done)


def _names(guide: Guide, plans: Iterable[Plan], procedures: Iterable[Procedure]) -> PlanNames:
    steps = [step for plan in plans for step in plan.steps]
    parties = [party for step in steps for row in (step.actors, step.helpers, step.to) for party in row.parties]
    alone = [Party((actor,)) for party in parties for actor in party.ids]
    cited = {one.cites for step in steps for one in step.alternatives if one.kind == "national"}
    asked = {question for step in steps for question in step.questions}
    asked |= {one.cites for step in steps for one in step.alternatives if one.kind == "reading"}
    return PlanNames(
        actors={party.key: name_of(guide, party) for party in _in_order(*parties, *alone)},
        shorts={party.key: short_name_of(guide, party) for party in _in_order(*_acting(steps))},
        forms={form: _form_names(guide, form) for form in sorted({form for step in steps for form in step.forms})},
        references={reference: str(guide.reference[reference].title) for reference in sorted(cited)},
        questions={question: guide.question[question].number for question in sorted(asked)},
        procedures={str(one.id): _procedure_names(guide, one) for one in procedures},
    )


def _acting(steps: Iterable[PlannedStep]) -> Iterator[Party]:
    return (party for step in steps for party in step.actors.named.parties)


def _in_order(*parties: Party) -> list[Party]:
    return sorted({party.key: party for party in parties}.values(), key=lambda party: party.key)


def _form_names(guide: Guide, form: str) -> FormNames:
    named = guide.form[form]
    code = str(named.code) if named.code else None
    return FormNames(code or str(named.title), code or (str(named.short) if named.short else None), str(named.title))


def _procedure_names(guide: Guide, procedure: Procedure) -> ProcedureNames:
    clock = procedure.clock
    return ProcedureNames(
        title=str(procedure.title),
        flowchart=procedure.flowchart,
        day_zero=str(clock.from_) if clock and numbers_days(guide, procedure) else None,
        deemed=bool(clock and clock.is_deemed),
        same_day=bool(clock and clock.begins_with_the_day),
    )
