"""The whole guide as plain values for `guide.typ`."""

from __future__ import annotations

from collections.abc import Iterable

from guide.calendars import days
from guide.model import NOT_STATED, Actor, Form, Guide, Procedure, Question
from guide.pages import Use, bank_holidays, days_strip, forms_in_use, question_places, uses
from guide.print.entries import Plain, forms_of, parts_of, questions_of
from guide.print.posters import counting_of, flow_of
from guide.wording import NOBODY, names_of


def book_of(guide: Guide) -> Plain:
    """Everything the printed guide says, apart from its edition."""
    return {
        "strip": [
            {"label": day.label, "titles": list(day.titles), "is_limit": day.is_limit} for day in days_strip(guide)
        ],
        "procedures": [_procedure(guide, procedure) for procedure in guide.procedures],
        "forms": [form_row(guide, form) for form in guide.forms],
        "roles": [_role(guide, actor) for actor in guide.actors],
        "questions": question_rows(guide, guide.questions),
        "terms": [{"term": str(term.term), "means": str(term.means)} for term in guide.glossary],
        "references": [
            {"id": str(one.id), "title": str(one.title), "publisher": str(one.publisher), "says": str(one.says),
             "address": str(one.address or "")}
            for one in guide.references
        ],
        "calendars": calendars_of(guide),
    }  # fmt: skip


def _procedure(guide: Guide, procedure: Procedure) -> Plain:
    return {
        "id": str(procedure.id),
        "title": str(procedure.title),
        "number": procedure.flowchart,
        "summary": str(procedure.summary),
        "for": str(procedure.for_),
        "starts": str(procedure.starts),
        "ends": str(procedure.ends),
        "source_title": str(procedure.source_title),
        "counting": counting_of(guide, procedure),
        "forms": forms_of(guide, [str(form.id) for form in forms_in_use(guide, procedure)]),
        "questions": questions_of(guide, procedure.questions),
        "flow": flow_of(guide, procedure),
        "parts": parts_of(guide, procedure),
    }


def form_row(guide: Guide, form: Form) -> Plain:
    """One form with who fills it in, where it goes, when, and the steps that use it."""
    return {
        **forms_of(guide, [str(form.id)])[0],
        "by": names_of(guide, [form.completed_by]),
        "to": names_of(guide, form.goes_to) or [NOBODY],
        "when": str(form.when),
        "used": places_of(guide, (use for use in uses(guide) if form.id in getattr(use.entry, "forms", ()))),
        "questions": questions_of(guide, form.questions),
    }


def places_of(guide: Guide, uses: Iterable[Use]) -> list[Plain]:
    """Entries as places to link to, by flowchart: steps by their numbers, everything else by its title."""
    groups: dict[int, list[Plain]] = {}
    for use in uses:
        number = guide.numbers.get(use.entry.entry_id)
        place = {
            "target": f"entry-{use.entry.entry_id}",
            "words": str(number or use.entry.title),
            "is_step": bool(number),
        }
        groups.setdefault(use.procedure.flowchart, []).append(place)
    return [{"flowchart": flowchart, "places": places} for flowchart, places in groups.items()]


def _role(guide: Guide, actor: Actor) -> Plain:
    mine = [use for use in uses(guide) if actor.id in getattr(use.entry, "who", ())]
    return {
        "id": str(actor.id),
        "name": str(actor.name),
        "short": str(actor.short),
        "about": str(actor.about or ""),
        "members": names_of(guide, actor.members),
        "acts": places_of(guide, mine),
        "questions": questions_of(guide, actor.questions),
    }


def question_rows(guide: Guide, questions: tuple[Question, ...] | list[Question]) -> list[Plain]:
    """Questions in order of number, each with its reading, its effect, who can answer, and where it matters."""
    places = question_places(guide)
    return [
        {
            "id": str(question.id),
            "number": question.number,
            "title": str(question.title),
            "kind": str(question.kind),
            "says": str(question.says),
            "meanwhile": str(question.meanwhile),
            "effect": str(question.effect),
            "changes_dates": question.changes_dates,
            "asked_of": NOBODY if question.asked_of == NOT_STATED else str(guide.actor[question.asked_of].name),
            "places": places_of(guide, places[str(question.id)]),
            "about": [str(about) for about in question.about],
        }
        for question in sorted(questions, key=lambda question: question.number)
    ]


def calendars_of(guide: Guide) -> list[Plain]:
    """The bank holidays of each calendar in use, and how far they are officially known."""
    return [
        {
            "name": str(one.calendar.name),
            "published_through": days.long(one.calendar.published_through),
            "through": days.long(one.calendar.last),
            "checked": days.long(days.parse(one.calendar.retrieved)),
            "days": [
                {"day": days.long(closed.day), "reason": closed.reason, "status": closed.status}
                for year in one.years
                for closed in year.days
            ],
        }
        for one in bank_holidays(guide)
    ]
