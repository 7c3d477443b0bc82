"""What one role needs, in the order of its page: its steps to tick, what comes to it, whom it waits for, its forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from guide.dates import counting_on
from guide.model import Actor, Guide, once_a_guide
from guide.pages import (
    RolePage,
    Use,
    boards_for,
    duties_without_step,
    national_duties,
    role_page,
    roles_with_steps,
    waits_of,
)
from guide.print.book import FormRow, QuestionRow, form_row, question_rows
from guide.print.days import PrintedBoard, board_printed
from guide.print.entries import PrintedEntry, entries_of
from guide.print.role_rows import (
    ComingGroup,
    LateLine,
    SaidLine,
    WaitGroup,
    coming_groups,
    heading_for,
    late_lines,
    said_lines,
    wait_groups,
)
from guide.print.volumes import IN_A_LIST, Volume, volumes_of
from guide.wording import names_of


@dataclass(frozen=True, slots=True)
class PackGroup:
    """The entries of one procedure under a heading."""

    title: str
    number: int
    entries: tuple[PrintedEntry, ...]


@dataclass(frozen=True, slots=True)
class PackSection:
    """The entries under one heading, by procedure."""

    title: str
    groups: tuple[PackGroup, ...]


@dataclass(frozen=True, slots=True)
class NationalDuty:
    """What a national rule asks of the actor, and no step of the approved procedure does."""

    title: str
    does: str
    to: list[str]
    words: str
    """By when."""
    authority: str
    cites: str
    place: str
    """Where it stands: beside a step, or in the decision guide."""


@dataclass(frozen=True, slots=True)
class CountingLine:
    """How the days of one procedure are counted."""

    title: str
    counting: str


@dataclass(frozen=True, slots=True)
class RolePack:
    """Everything for one actor."""

    id: str
    name: str
    about: str
    """Empty where the source describes nothing."""
    members: list[str]
    groups: list[str]
    """Those of which it is a member."""
    acted_for_by: list[str]
    asks_nothing: bool
    """The pack has only what comes to the role."""
    sections: tuple[PackSection, ...]
    """What falls to the role, and to those it acts for."""
    late: tuple[LateLine, ...]
    helps: PackSection
    national: tuple[NationalDuty, ...]
    said: tuple[SaidLine, ...]
    comes: tuple[ComingGroup, ...]
    waits_for: tuple[WaitGroup, ...]
    waited_for_by: tuple[WaitGroup, ...]
    forms: tuple[FormRow, ...]
    questions: tuple[QuestionRow, ...]
    counting: tuple[CountingLine, ...]
    """Of the procedures whose days no board of the pack shows."""
    boards: tuple[PrintedBoard, ...]
    """What it does or helps with, by day."""


@dataclass(frozen=True, slots=True)
class PackPrint:
    """One pack, as a document."""

    pack: RolePack


def packed_roles(guide: Guide) -> tuple[Actor, ...]:
    """The actors whose pack would hold at least one step, form or day: those with a pack."""
    return tuple(
        actor
        for actor in roles_with_steps(guide)
        if _names(role_page(guide, str(actor.id))) or _forms(guide, actor) or boards_for(guide, str(actor.id))
    )


def _names(page: RolePage) -> bool:
    return bool(page.owes or page.helps or page.comes or page.said)


def pack_volumes(guide: Guide, name: str) -> tuple[Volume, ...]:
    """The volumes in which the pack of an actor has anything, and the first in any case."""
    return tuple(one for one in volumes_of(guide, IN_A_LIST) if one.is_first or _has_anything(guide, name, one))


def _has_anything(guide: Guide, name: str, volume: Volume) -> bool:
    pack = _in_volume(guide, name, volume)
    parts = (pack.sections, pack.helps.groups, pack.comes, pack.waits_for, pack.waited_for_by, pack.boards)
    return any(map(len, parts))


def pack_in(guide: Guide, name: str, volume: Volume) -> PackPrint:
    """The pack of one actor, or one volume of it; what belongs to no procedure is in the first."""
    pack = pack_of(guide, name) if volume.is_all else _in_volume(guide, name, volume)
    if not volume.is_first:
        pack = replace(pack, late=(), national=(), said=(), forms=(), questions=(), counting=())
    return PackPrint(pack)


_Grouped = TypeVar("_Grouped", PackGroup, ComingGroup, WaitGroup)


def _in_volume(guide: Guide, name: str, volume: Volume) -> RolePack:
    """A pack with no more of its procedures than a volume has."""
    pack, numbers = pack_of(guide, name), {guide.procedure[one].flowchart for one in volume.procedures}

    def here(groups: Iterable[_Grouped]) -> tuple[_Grouped, ...]:
        return tuple(group for group in groups if group.number in numbers)

    sections = (PackSection(section.title, here(section.groups)) for section in pack.sections)
    boards = zip(pack.boards, boards_for(guide, name), strict=True)
    return replace(
        pack,
        sections=tuple(section for section in sections if section.groups),
        helps=PackSection(pack.helps.title, here(pack.helps.groups)),
        comes=here(pack.comes),
        waits_for=here(pack.waits_for),
        waited_for_by=here(pack.waited_for_by),
        boards=tuple(printed for printed, board in boards if board.procedures[0] in volume.procedures),
    )


@once_a_guide
def pack_of(guide: Guide, name: str) -> RolePack:
    """The pack of one actor, whole."""
    actor = guide.actor[name]
    page, waits, boards = role_page(guide, name), waits_of(guide, name), boards_for(guide, name)
    asked = {question for use in page.owes for question in use.entry.questions}
    asked |= {question for step in page.late if step.if_late for question in step.if_late.questions}
    return RolePack(
        id=name,
        name=actor.name,
        about=actor.about or "",
        members=names_of(guide, actor.members),
        groups=[str(one.name) for one in page.groups],
        acted_for_by=[str(one.name) for one in page.acted_for_by],
        asks_nothing=page.asks_nothing,
        sections=_sections(guide, page),
        late=late_lines(guide, page),
        helps=_section(guide, "What you help with", page.helps),
        national=_national(guide, name),
        said=said_lines(guide, page),
        comes=coming_groups(guide, page),
        waits_for=wait_groups(guide, waits.for_others),
        waited_for_by=wait_groups(guide, waits.for_me),
        forms=_forms(guide, actor),
        questions=tuple(row for row in question_rows(guide) if row.id in asked),
        counting=_counting(guide, page),
        boards=tuple(board_printed(guide, board) for board in boards),
    )


def _national(guide: Guide, name: str) -> tuple[NationalDuty, ...]:
    beside = (
        NationalDuty(
            title=step.title,
            does=step.does,
            to=names_of(guide, step.to),
            words=step.rule.words if step.rule else step.untimed,
            authority=step.rule.authority if step.rule else "",
            cites=str(guide.reference[step.cites].title),
            place=f"beside flowchart {guide.procedure[step.procedure].flowchart}, step {step.number}",
        )
        for step in national_duties(guide, name)
    )
    return (*beside, *_in_the_decision_guide(guide, name))


def _in_the_decision_guide(guide: Guide, name: str) -> Iterator[NationalDuty]:
    for part in duties_without_step(guide, name):
        duty = part.national
        assert duty, "a part that has a national rule"
        assert guide.decision_guide, "which the part is of"
        cites, place = str(guide.reference[duty.cites].title), f"in “{guide.decision_guide.title}”"
        yield NationalDuty(part.title, duty.does, [], duty.by_when, duty.authority, cites, place)


def _counting(guide: Guide, page: RolePage) -> tuple[CountingLine, ...]:
    """How days are counted in the procedures that no board tells it of."""
    told = {name for board in boards_for(guide, str(page.actor.id)) if board.acts for name in board.procedures}
    named = {use.procedure.id for use in (*page.owes, *page.helps, *(one.use for one in page.comes))}
    return tuple(
        CountingLine(one.title, counting)
        for one in guide.procedures
        if one.id in named - told and (counting := counting_on(guide, one))
    )


def _forms(guide: Guide, actor: Actor) -> tuple[FormRow, ...]:
    return tuple(form_row(guide, form.id) for form in guide.forms if actor.id in (form.completed_by, *form.goes_to))


def _sections(guide: Guide, page: RolePage) -> tuple[PackSection, ...]:
    """What falls to the role, then to each of those it acts for, where there is anything."""
    sections = [_section(guide, "What falls to you", page.does)]
    sections += [_section(guide, heading_for(guide, other), those) for other, those in page.for_others]
    return tuple(section for section in sections if section.groups)


def _section(guide: Guide, title: str, uses: tuple[Use, ...]) -> PackSection:
    groups: dict[str, list[PrintedEntry]] = {}
    for use in uses:
        printed = entries_of(guide, use.procedure.id)[str(use.entry.entry_id)]
        groups.setdefault(use.procedure.id, []).append(printed)
    in_order = (one for one in guide.procedures if one.id in groups)
    return PackSection(title, tuple(PackGroup(one.title, one.flowchart, tuple(groups[one.id])) for one in in_order))
