"""Forms and questions, read back from their pages."""

from __future__ import annotations

from collections.abc import Iterator

from guide.model import NOT_STATED, Guide
from surfaces import markup, meant
from surfaces.compared import Compared, Surface
from surfaces.written import Written


def read_forms(guide: Guide, written: Written) -> Iterator[Compared]:
    page = written.page("forms")
    for form in guide.forms:
        name, section = str(form.id), markup.by_id(page, str(form.id))
        heading = f"{form.code} {form.title}" if form.code else str(form.title)
        yield Compared(name, "name", markup.words(markup.by_id(page, f"{name}-title")), heading)
        yield Compared(
            name, "filled in by", markup.said(section, "Filled in by"), meant.names(guide, [form.completed_by])[0]
        )
        to = meant.and_(meant.names(guide, form.goes_to)) if form.goes_to else meant.NOBODY
        yield Compared(name, "goes to", markup.said(section, "Goes to"), to)
        yield Compared(name, "when", markup.said(section, "When"), str(form.when))
        used = [step for procedure in guide.procedures for step in procedure.steps if form.id in step.forms]
        found = [
            (link, markup.words(item))
            for item in markup.items(markup.terms(section).get("Used in"))
            for link in markup.links(item)
        ]
        steps = [(str(one.id), f"{one.title} (flowchart {guide.home_of[one.id].flowchart})") for one in used]
        yield Compared(name, "steps", found, steps)
        yield from (Compared(str(one.id), "steps", str(one.id) in dict(found), True) for one in used)


def read_questions(guide: Guide, written: Written) -> Iterator[Compared]:
    page = written.page("questions")
    items = {str(item): str(entry.entry_id) for _, entry in meant.uses(guide) for item in entry.source}
    for question in guide.questions:
        name, section = str(question.id), markup.by_id(page, str(question.id))
        title = markup.words(markup.by_id(page, f"{name}-title"))
        yield Compared(name, "number", title.partition(" ")[0], str(question.number))
        yield Compared(name, "title", title.partition(" ")[2], str(question.title))
        said = next(iter(markup.paragraphs(section)), "")
        yield Compared(name, "what is open", said, str(question.says))
        yield Compared(name, "reading", markup.said(section, "Until it is answered"), str(question.meanwhile))
        yield Compared(name, "effect", markup.said(section, "Effect on dates"), str(question.effect))
        asked = meant.NOBODY if question.asked_of == NOT_STATED else str(guide.actor[question.asked_of].name)
        yield Compared(name, "who can answer", markup.said(section, "Who can answer"), asked)
        about = [items[str(one)] for one in question.about if str(one) in items]
        named = [str(entry.entry_id) for _, entry in meant.uses(guide) if name in entry.questions]
        where = markup.terms(section).get("Where it matters")
        yield Compared(name, "where it matters", set(markup.links(where)), {*about, *named})
        yield from (Compared(one, "where it matters", one in markup.links(where), True) for one in {*about, *named})


FORMS = Surface("form", "Page of forms", ("name", "filled in by", "goes to", "when", "steps"), read_forms)
QUESTIONS = Surface(
    "question",
    "Page of questions",
    ("number", "title", "what is open", "reading", "effect", "who can answer", "where it matters"),
    read_questions,
)
