"""What one role needs: its steps to tick, what comes to it, its forms, and how open questions are read meanwhile."""

from __future__ import annotations

from guide.model import Actor, Guide
from guide.pages import Use, roles_with_steps, steps_by_role
from guide.print.book import form_row, question_rows
from guide.print.entries import Plain, entries_of
from guide.print.posters import counting_of
from guide.wording import names_of

HEADINGS = {"does": "What falls to you", "helps": "What you help with", "receives": "What comes to you"}


def packed_roles(guide: Guide) -> list[Actor]:
    """The actors whose pack would hold at least one step or form: those with a pack."""
    return [actor for actor in roles_with_steps(guide) if any(_sections(guide, actor)) or _forms(guide, actor)]


def pack_of(guide: Guide, actor: Actor) -> Plain:
    """The pack of one actor."""
    mine = [use for role in (actor.id, *actor.acts_for) for use in steps_by_role(guide, role).does]
    asked = {question for use in mine for question in use.entry.questions}
    procedures = {use.procedure.id for uses in steps_by_role(guide, actor.id) for use in uses}
    return {
        "id": str(actor.id),
        "name": str(actor.name),
        "about": str(actor.about or ""),
        "members": names_of(guide, actor.members),
        "sections": [section for section in _sections(guide, actor) if section],
        "forms": _forms(guide, actor),
        "questions": question_rows(guide, [one for one in guide.questions if one.id in asked]),
        "counting": [
            {"title": str(one.title), "counting": counting_of(guide, one)}
            for one in guide.procedures
            if one.id in procedures and one.clock
        ],
    }  # fmt: skip


def _forms(guide: Guide, actor: Actor) -> list[Plain]:
    return [form_row(guide, form) for form in guide.forms if actor.id in (form.completed_by, *form.goes_to)]


def _sections(guide: Guide, actor: Actor) -> list[Plain]:
    found = steps_by_role(guide, actor.id)
    sections = [
        _section(guide, HEADINGS["does"], found.does, True),
        _section(guide, HEADINGS["helps"], found.helps, True),
    ]
    for sends in actor.acts_for:
        title = f"What you do for: {names_of(guide, [sends])[0]}"
        sections.append(_section(guide, title, steps_by_role(guide, sends).does, True))
    sections.append(_section(guide, HEADINGS["receives"], found.receives, False))
    return [section for section in sections if section]


def _section(guide: Guide, title: str, uses: tuple[Use, ...], is_duty: bool) -> Plain:
    """The entries under one heading, by procedure; empty where there are none."""
    groups = [
        {
            "title": str(procedure.title),
            "number": procedure.flowchart,
            "entries": [
                entries_of(guide, procedure)[str(use.entry.entry_id)]
                for use in uses
                if use.procedure.id == procedure.id
            ],
        }
        for procedure in guide.procedures
        if any(use.procedure.id == procedure.id for use in uses)
    ]
    return {"title": title, "is_duty": is_duty, "groups": groups} if groups else {}
