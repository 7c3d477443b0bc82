"""What the timeline page shows before a date is entered: journeys with their questions, and tables to work by hand.

Pure: no clock and no files. The words and the markup are in `templates/timeline.md.jinja`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from guide.calendars import Calendar
from guide.dates import PlannedStep, compiled_calendar, counted_said, day_in_full, numbers_days, plan_of
from guide.model import Anchor, Guide, Journey, Procedure, Step
from guide.pages.page_facts import HolidayYear, holiday_years
from guide.pages.timeline_data import TimelineData, planned_procedures, plans_of, timeline_data
from guide.wording import NO_LIMIT, first_up, listed, mark_of, names_of, timing_of


@dataclass(frozen=True, slots=True)
class DateAsked:
    """One date that a journey asks for."""

    id: str
    """The anchor's."""
    asks: str
    gives: str
    """What it adds when it is known; empty where nothing is said."""
    missing: str
    subject: str
    """How a message about it begins."""
    required: bool


@dataclass(frozen=True, slots=True)
class JourneyAsked:
    """One journey of the form, with the dates it asks for."""

    id: str
    title: str
    about: str
    dates: tuple[DateAsked, ...]


@dataclass(frozen=True, slots=True)
class CountingAlike:
    """The procedures whose days are counted in one way."""

    procedures: str
    """Their titles."""
    day_zero: str
    first: str
    """Which day is day 1."""
    closed: str
    """What is said of a day of receipt that is closed."""


@dataclass(frozen=True, slots=True)
class StepByHand:
    """One row to fill in with a pen."""

    id: str
    title: str
    who: str
    when: str
    rule: str
    """Empty where no date can be counted; `kind` is then `none`."""
    part: str
    """Of the day; empty for the whole day."""
    kind: str
    is_duty: bool
    """It is a duty by national rule, and no step of the procedure."""
    terms: tuple[str, ...]
    """The condition, that the source says "may" or "should", and what of the counting is the guide's reading."""


@dataclass(frozen=True, slots=True)
class ProcedureByHand:
    """One procedure as a table to fill in."""

    id: str
    title: str
    count_from: tuple[str, ...]
    """The days that its rules count from, to write down first; empty where it counts nothing."""
    rows: tuple[StepByHand, ...]


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """The template's `page`: days are whole numbers since 1970-01-01."""

    only: str
    """The one journey of this page, where each has a page to itself; else empty."""
    received: str
    """What arrives on day 0; empty where the guide does not say."""
    journeys: tuple[JourneyAsked, ...]
    data: TimelineData
    """The rules, as the browser gets them."""
    calendars: Mapping[str, object]
    """The compiled calendars that the rules count with, by name."""
    calendar: Calendar
    """The one whose bank holidays are listed."""
    clocks: tuple[CountingAlike, ...]
    by_hand: tuple[ProcedureByHand, ...]
    bank_holidays: tuple[HolidayYear, ...]


def timeline_page(guide: Guide, only: str = "") -> TimelinePage:
    """What the timeline page of a guide needs, or that of one of its journeys."""
    journeys = (only,) if only else tuple(guide.partnership.journeys)
    plans, procedures = plans_of(guide, journeys), tuple(planned_procedures(guide, journeys))
    calendar = guide.calendars[next(iter(plans.values())).calendar]
    return TimelinePage(
        only=only,
        received=guide.partnership.guide.received or "",
        journeys=tuple(_journey(guide, name, guide.journey[name]) for name in journeys),
        data=timeline_data(guide, journeys),
        calendars={plan.calendar: compiled_calendar(guide.calendars[plan.calendar]) for plan in plans.values()},
        calendar=calendar,
        clocks=tuple(_clocks(guide, procedures)),
        by_hand=tuple(_by_hand(guide, procedure) for procedure in procedures),
        bank_holidays=holiday_years(guide, calendar),
    )


def subject_of(anchor: Anchor) -> str:
    """The date as a message begins with it: "The date the notification was received"."""
    return first_up(str(anchor.missing).removeprefix("Enter "))


def _journey(guide: Guide, name: str, journey: Journey) -> JourneyAsked:
    known = guide.partnership.anchors
    asked = [_date(anchor, known[anchor], True) for anchor in journey.asks]
    offered = [_date(anchor, known[anchor], False) for anchor in journey.may_ask]
    return JourneyAsked(str(name), str(journey.title), str(journey.about), (*asked, *offered))


def _date(name: str, anchor: Anchor, required: bool) -> DateAsked:
    subject = subject_of(anchor)
    return DateAsked(str(name), str(anchor.asks), str(anchor.gives or ""), str(anchor.missing), subject, required)


def _clocks(guide: Guide, procedures: Sequence[Procedure]) -> Iterator[CountingAlike]:
    """How the days of each procedure are counted, one line for those that count alike."""
    said: dict[tuple[str, str, str], list[str]] = {}
    for procedure in procedures:
        if (clock := procedure.clock) and numbers_days(guide, procedure):
            day_zero = str(guide.partnership.anchors[clock.from_].day_zero)
            key = (day_zero, clock.working_day_one or "the next working day", clock.received_on_a_closed_day)
            said.setdefault(key, []).append(str(procedure.title))
    for (day_zero, first, closed), titles in said.items():
        yield CountingAlike(listed([f"“{title}”" for title in titles]), day_zero, first, closed)


def _by_hand(guide: Guide, procedure: Procedure) -> ProcedureByHand:
    """Every step and every national duty, with each day that any of its rules counts from to be written down first."""
    plan = plan_of(guide, procedure.id)
    timings = {str(step.id): timing_of(step) or NO_LIMIT for step in procedure.steps}
    rows = tuple(_row(guide, step, timings.get(step.id, "National rule")) for step in plan.steps)
    count_from = tuple(first_up(day_in_full(guide, anchor)) for anchor in plan.anchors)
    return ProcedureByHand(str(procedure.id), str(procedure.title), count_from, rows)


def _row(guide: Guide, step: PlannedStep, when: str) -> StepByHand:
    rule = step.rule
    return StepByHand(
        id=step.id,
        title=step.title,
        who=", ".join(names_of(guide, step.actors)) + mark_of(guide, step.id),
        when=f"{when} ({rule.authority})" if rule and step.cites else when,
        rule=rule.words if rule else "",
        part=rule.part if rule else "",
        kind=rule.kind if rule else "none",
        is_duty=bool(step.cites),
        terms=() if step.cites else tuple(_terms(guide, step)),
    )


def _terms(guide: Guide, planned: PlannedStep) -> Iterator[str]:
    """On what terms a step is done: a row without them would be an order that the source does not give."""
    step = guide.entry[planned.id]
    if isinstance(step, Step):
        if step.when:
            yield f"If: {step.when}"
        if step.may or step.should:
            yield f"The source says “{'may' if step.may else 'should'}”."
        if planned.rule and planned.rule.reading:
            yield counted_said(guide, planned.rule.reading)
