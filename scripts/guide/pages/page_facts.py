"""What pages show that no single noun says: who does what, where a form is used, which days are closed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from guide.calendars import Calendar, days
from guide.dates import NUMBER_WORDS, Board, PlannedStep, boards_of, members_of_acts, rules_for, steps_of
from guide.model import (
    Actor,
    AnyEntry,
    Decision,
    Form,
    Guide,
    GuidePart,
    NoLaterThan,
    Procedure,
    Step,
    once_a_guide,
)


class Use(NamedTuple):
    """An entry and the procedure it stands in."""

    procedure: Procedure
    entry: AnyEntry


@once_a_guide
def uses(guide: Guide) -> tuple[Use, ...]:
    """Every entry of the guide with its procedure, in order."""
    return tuple(Use(procedure, entry) for procedure in guide.procedures for entry in procedure.entries)


@once_a_guide
def roles_with_steps(guide: Guide) -> tuple[Actor, ...]:
    """The actors who act, help or receive anything: those with a page of their own."""
    named = {actor for use in uses(guide) for actor in _named_in(use.entry)}
    named |= {actor for step in steps_of(guide).values() for actor in step.actors}
    parts = guide.decision_guide.parts if guide.decision_guide else ()
    named |= {str(actor) for part in parts if part.national for actor in part.national.who}
    named |= {str(actor) for form in guide.forms for actor in (form.completed_by, *form.goes_to)}
    named |= {str(member) for actor in guide.actors for member in actor.members}
    return tuple(
        actor for actor in guide.actors if actor.kind != "subject" and (actor.id in named or _is_asked(guide, actor))
    )


def _is_asked(guide: Guide, actor: Actor) -> bool:
    return any(question.asked_of == actor.id for question in guide.questions) or guide.partnership.owner == actor.id


def _named_in(entry: AnyEntry) -> set[str]:
    if isinstance(entry, Step):
        return {str(actor) for actor in (*entry.who, *entry.with_, *entry.to, *entry.says_of)}
    return {str(actor) for actor in (entry.who if isinstance(entry, Decision) else entry.says_of)}


class RoleSteps(NamedTuple):
    """What one actor has to do with, each in the order of the procedures. No entry is in two of them."""

    does: tuple[Use, ...]
    helps: tuple[Use, ...]
    receives: tuple[Use, ...]


def national_duties(guide: Guide, actor: str) -> tuple[PlannedStep, ...]:
    """What national rules ask of an actor beside the steps of others: no part of the approved procedure."""
    return tuple(step for step in steps_of(guide).values() if step.cites and actor in step.actors)


def duties_without_step(guide: Guide, actor: str) -> tuple[GuidePart, ...]:
    """The parts of the decision guide in which a national rule asks something of an actor: no step has it."""
    parts = guide.decision_guide.parts if guide.decision_guide else ()
    return tuple(part for part in parts if part.national and actor in part.national.who)


@once_a_guide
def steps_by_role(guide: Guide, actor: str) -> RoleSteps:
    """What an actor does, helps with and receives."""
    does, helps, receives = [], [], []
    for use in uses(guide):
        entry = use.entry
        if isinstance(entry, Step | Decision) and actor in entry.who:
            does.append(use)
        elif isinstance(entry, Step) and actor in entry.with_:
            helps.append(use)
        elif isinstance(entry, Step) and actor in entry.to:
            receives.append(use)
    return RoleSteps(tuple(does), tuple(helps), tuple(receives))


def told_again(guide: Guide, step: Step) -> tuple[Use, ...]:
    """The steps of other flowcharts that are this same act, by the same: a duty that stands in two rows is one."""
    of_act = (guide.entry.get(name) for name in members_of_acts(guide).get(str(step.id), ()))
    return tuple(
        Use(guide.home_of[one.entry_id], one)
        for one in of_act
        if one is not step and isinstance(one, Step) and set(one.who) == set(step.who)
    )


class Online(NamedTuple):
    """A form that anybody can fill in or have on a public page."""

    form: str
    title: str
    address: str
    publisher: str

    @property
    def short_address(self) -> str:
        """The address as somebody types it from paper."""
        return self.address.removeprefix("https://").removeprefix("www.").rstrip("/")


@once_a_guide
def online_forms(guide: Guide) -> dict[str, Online]:
    """The forms that have a public page, by their ids."""
    listed = ((form, guide.reference[form.reference]) for form in guide.forms if form.reference)
    return {
        str(form.id): Online(str(form.id), str(form.title), str(public.address), str(public.publisher))
        for form, public in listed
        if public.address
    }


class BlankForm(NamedTuple):
    """A form that the partnership offers as a file."""

    name: str
    measure: str
    """Kind and size in words: `DOCX, 34 KB`."""


@once_a_guide
def blank_forms(guide: Guide) -> dict[str, BlankForm]:
    """The forms that can be downloaded, by their ids."""
    named = {str(form.id): str(form.file) for form in guide.forms if form.file in guide.files}
    return {
        form: BlankForm(
            name, f"{name.rpartition('.')[2].upper()}, {max(1, round(len(guide.files[name]) / 1024))}\u00a0KB"
        )
        for form, name in named.items()
    }


def own_files(guide: Guide) -> dict[str, bytes]:
    """The partnership's own files on the site, by their paths: blank forms, and its logo."""
    names = [*(one.name for one in blank_forms(guide).values()), str(guide.partnership.guide.logo)]
    return {f"files/{name}": guide.files[name] for name in names if name in guide.files}


def represented_in(guide: Guide, actor: str) -> tuple[Use, ...]:
    """What a group does or decides on an actor's behalf."""
    return tuple(use for use in uses(guide) if actor in use.entry.acting.bodies)


def forms_in_use(guide: Guide, procedure: Procedure) -> list[Form]:
    """The forms of a procedure, in the order in which its steps use them."""
    used = dict.fromkeys(str(form) for step in procedure.steps for form in step.forms)
    return [guide.form[form] for form in used]


@once_a_guide
def question_places(guide: Guide) -> Mapping[str, tuple[Use, ...]]:
    """For each question, the entries that it concerns."""
    items = {str(item): use for use in uses(guide) for item in use.entry.source}
    places: dict[str, tuple[Use, ...]] = {}
    for question in guide.questions:
        named = [use for use in uses(guide) if question.id in use.entry.questions]
        about = [items[item] for item in question.about if item in items]
        places[str(question.id)] = tuple({use.entry.entry_id: use for use in (*about, *named)}.values())
    return places


def covering_links(guide: Guide) -> dict[str, list[tuple[str, str]]]:
    """For each source item, the titles and addresses of what covers it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for item in guide.source:
        links = []
        for covering in item.covered_by:
            if covering in guide.procedure:
                links.append((str(guide.procedure[covering].title), f"procedures/{covering}/"))
            else:
                home = guide.home_of[covering]
                links.append((str(guide.entry[covering].title), f"procedures/{home.id}/#{covering}"))
        found[item.id] = links
    return found


class BankHoliday(NamedTuple):
    """One closed weekday."""

    day: int
    reason: str
    status: str
    """How it is known: `published`, `projected`, `override` or `reader`."""
    is_beyond: bool
    """It lies beyond the days that are officially listed."""


class HolidayYear(NamedTuple):
    """The closed weekdays of one year, in order."""

    year: int
    days: tuple[BankHoliday, ...]


class HolidayList(NamedTuple):
    """One calendar with its closed weekdays of some years."""

    calendar: Calendar
    years: tuple[HolidayYear, ...]


YEARS_LISTED = 3
"""How many years of bank holidays stand on a page or a sheet, for those who count by hand."""


@once_a_guide
def bank_holidays(guide: Guide) -> tuple[HolidayList, ...]:
    """The closed weekdays of each calendar in use for some years from the guide's own date: no clock is read."""
    names = dict.fromkeys(str(one.clock.calendar) for one in guide.procedures if one.clock)
    return tuple(HolidayList(guide.calendars[name], holiday_years(guide, guide.calendars[name])) for name in names)


def holiday_years(guide: Guide, calendar: Calendar) -> tuple[HolidayYear, ...]:
    """The closed weekdays of a calendar, from the year in which the guide came into force."""
    first = int(guide.partnership.in_force_from[:4])
    closed = [
        BankHoliday(day, why.reason, why.status, day > calendar.published_through)
        for day, why in sorted(calendar.reasons.items())
    ]
    return tuple(
        HolidayYear(year, tuple(one for one in closed if days.to_ymd(one.day)[0] == year))
        for year in range(first, first + YEARS_LISTED)
    )


@dataclass(frozen=True, slots=True)
class CountBack:
    """A limit of this guide that lies before an event, as the example of how days are counted back."""

    number: str
    """How many working days, in words."""
    event: str
    day: str
    """The day of the event, as it reads after "from"."""


@once_a_guide
def count_back(guide: Guide) -> CountBack | None:
    """The first limit so many working days before an event that a reader knows; None where there is none."""
    for use in uses(guide):
        due = use.entry.due if isinstance(use.entry, Step) else None
        anchor = guide.partnership.anchors.get(due.before) if isinstance(due, NoLaterThan) else None
        if isinstance(due, NoLaterThan) and anchor and due.no_later_than.unit == "working days":
            number = due.no_later_than.number
            said = NUMBER_WORDS[number] if number < len(NUMBER_WORDS) else str(number)
            return CountBack(said, anchor.event, anchor.day_zero[:1].lower() + anchor.day_zero[1:])
    return None


@once_a_guide
def boards_for(guide: Guide, actor: str) -> tuple[Board, ...]:
    """The boards with what falls to one actor, in its own name or for those it acts for."""
    actors = (actor, *map(str, guide.actor[actor].acts_for))
    boards = (board.of(actors) for board in boards_of(guide))
    return tuple(board for board in boards if board.acts or board.groups)


@once_a_guide
def without_days(guide: Guide) -> tuple[Procedure, ...]:
    """The procedures of which no step has a deadline with a number, of its own or of its act."""
    return tuple(one for one in guide.procedures if not any(rules_for(guide, str(step.id)) for step in one.steps))


def prefix_of(guide: Guide, board: Board) -> str:
    """What the ids of a board's days begin with: the days of the first one keep the addresses that readers may have."""
    return "" if board.id == boards_of(guide)[0].id else f"{board.id}-"
