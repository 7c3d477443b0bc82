"""Forms, read back from their page."""

from __future__ import annotations

from collections.abc import Iterator

from guide.model import Guide, Step
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
            name,
            "filled in by",
            markup.said(section, meant.made(form)),
            meant.names(guide, [form.completed_by])[0] + meant.reading_of_who(guide, form.completed_by_reading),
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
        yield Compared(name, "steps", [(link, said.partition(": from ")[0]) for link, said in found], steps)
        yield Compared(
            name, "from whom to whom", [said.partition(": from ")[2] for _, said in found], _sent(guide, used)
        )
        yield from (Compared(str(one.id), "steps", str(one.id) in dict(found), True) for one in used)


def _sent(guide: Guide, steps: list[Step]) -> list[str]:
    """Who sends it to whom in each step, where the step names anybody who gets it."""
    rows = [(one, meant.and_(meant.names(guide, one.who))) for one in steps]
    said = [(one, f"{who}{meant.mark(guide, one.who_reading)}") for one, who in rows]
    return [f"{who} to {meant.and_(meant.names(guide, one.to))}" if one.to else "" for one, who in said]


FORMS = Surface(
    "form", "Page of forms", ("name", "filled in by", "goes to", "when", "steps", "from whom to whom"), read_forms
)
