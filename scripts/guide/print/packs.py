"""What one role needs: its steps to tick, what comes to it, its forms, and how open questions are read meanwhile."""

from __future__ import annotations

from dataclasses import dataclass

from guide.dates import counting_on
from guide.model import Actor, Guide, once_a_guide
from guide.pages import Use, boards_for, national_duties, roles_with_steps, steps_by_role
from guide.print.book import FormRow, QuestionRow, form_row, question_rows
from guide.print.days import PrintedBoard, board_printed
from guide.print.entries import PrintedEntry, entries_of
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
    is_duty: bool
    """They are to be done, so each has a box to tick."""
    groups: tuple[PackGroup, ...]


@dataclass(frozen=True, slots=True)
class NationalDuty:
    """What a national rule asks of the actor beside a step of somebody else."""

    title: str
    does: str
    to: list[str]
    words: str
    """By when."""
    authority: str
    cites: str
    flowchart: int
    step: int
    """The flowchart and the step beside which it stands."""


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
    sections: tuple[PackSection, ...]
    national: tuple[NationalDuty, ...]
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
        if _sections(guide, actor.id) or _forms(guide, actor) or boards_for(guide, str(actor.id))
    )


def pack_of(guide: Guide, actor: Actor) -> PackPrint:
    """The pack of one actor."""
    mine = [use for role in (actor.id, *actor.acts_for) for use in steps_by_role(guide, role).does]
    asked = {question for use in mine for question in use.entry.questions}
    boards = boards_for(guide, str(actor.id))
    told = {name for board in boards if board.acts for name in board.procedures}
    procedures = {use.procedure.id for uses in steps_by_role(guide, actor.id) for use in uses}
    pack = RolePack(
        id=actor.id,
        name=actor.name,
        about=actor.about or "",
        members=names_of(guide, actor.members),
        sections=_sections(guide, actor.id),
        national=tuple(
            NationalDuty(
                title=step.title,
                does=step.does,
                to=names_of(guide, step.to),
                words=step.rule.words if step.rule else step.untimed,
                authority=step.rule.authority if step.rule else "",
                cites=str(guide.reference[step.cites].title),
                flowchart=guide.procedure[step.procedure].flowchart,
                step=step.number,
            )
            for step in national_duties(guide, actor.id)
        ),
        forms=_forms(guide, actor),
        questions=tuple(row for row in question_rows(guide) if row.id in asked),
        counting=tuple(
            CountingLine(one.title, counting)
            for one in guide.procedures
            if one.id in procedures - told and (counting := counting_on(guide, one))
        ),
        boards=tuple(board_printed(guide, board) for board in boards),
    )
    return PackPrint(pack)


def _forms(guide: Guide, actor: Actor) -> tuple[FormRow, ...]:
    return tuple(form_row(guide, form.id) for form in guide.forms if actor.id in (form.completed_by, *form.goes_to))


@once_a_guide
def _sections(guide: Guide, name: str) -> tuple[PackSection, ...]:
    """The sections of one actor's pack that have an entry, in order."""
    actor, found = guide.actor[name], steps_by_role(guide, name)
    sections = [
        _section(guide, "What falls to you", found.does, True),
        _section(guide, "What you help with", found.helps, True),
    ]
    for sends in actor.acts_for:
        title = f"What you do for: {names_of(guide, [sends])[0]}"
        sections.append(_section(guide, title, steps_by_role(guide, sends).does, True))
    sections.append(_section(guide, "What comes to you", found.receives, False))
    return tuple(section for section in sections if section.groups)


def _section(guide: Guide, title: str, uses: tuple[Use, ...], is_duty: bool) -> PackSection:
    groups: dict[str, list[PrintedEntry]] = {}
    for use in uses:
        printed = entries_of(guide, use.procedure.id)[str(use.entry.entry_id)]
        groups.setdefault(use.procedure.id, []).append(printed)
    in_order = (one for one in guide.procedures if one.id in groups)
    return PackSection(
        title, is_duty, tuple(PackGroup(one.title, one.flowchart, tuple(groups[one.id])) for one in in_order)
    )
