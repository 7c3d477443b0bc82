"""Roles, forms and questions, read back from their pages."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from guide.model import NOT_STATED, Actor, Decision, Guide, Procedure, Step
from guide.model.entries import AnyEntry
from surfaces import markup, meant
from surfaces.acts import duties_of
from surfaces.compared import Compared, Surface, facts
from surfaces.written import Written

SECTIONS = {"does": "What falls to you", "helps": "What you help with", "receives": "What you receive"}
Uses = list[tuple[Procedure, AnyEntry]]


def read_roles(guide: Guide, written: Written) -> Iterator[Compared]:
    for actor in guide.actors:
        if actor.kind != "subject" and (any(parts_of(guide, actor.id).values()) or duties_of(guide, actor.id)):
            yield from _role(guide, actor, written.page(f"roles/{actor.id}"))


def parts_of(guide: Guide, actor: str) -> dict[str, Uses]:
    """What an actor does, helps with and receives; nothing twice."""
    found: dict[str, Uses] = {name: [] for name in SECTIONS}
    for procedure, entry in meant.uses(guide):
        if isinstance(entry, Step | Decision) and actor in entry.who:
            found["does"].append((procedure, entry))
        elif isinstance(entry, Step) and actor in entry.with_:
            found["helps"].append((procedure, entry))
        elif isinstance(entry, Step) and actor in entry.to:
            found["receives"].append((procedure, entry))
    return found


def _role(guide: Guide, actor: Actor, page: Element) -> Iterator[Compared]:
    parts = parts_of(guide, str(actor.id))
    for name, heading in SECTIONS.items():
        yield from _table(guide, actor, f"steps it {name}", parts[name], markup.under(page, heading))
    for other in actor.acts_for:
        heading = f"What you do for {meant.down(meant.names(guide, [other])[0])}"
        yield from _table(guide, actor, "steps it does", parts_of(guide, other)["does"], markup.under(page, heading))
    yield from _duties(guide, actor, markup.under(page, "What national rules ask of you"))
    members = markup.words(markup.under(page, "Who they are"))
    yield Compared(
        str(actor.id), "members", members, meant.and_(meant.names(guide, actor.members)) if actor.members else ""
    )
    behalf = markup.under(page, "Who acts on your behalf")
    mine = [(one, entry) for one, entry in meant.uses(guide) if actor.id in entry.acting.bodies]
    yield Compared(str(actor.id), "represented", _entries(behalf), [str(entry.entry_id) for _, entry in mine])
    said = [f"{meant.and_(meant.names(guide, entry.acting))}: {entry.title}" for _, entry in mine]
    yield Compared(str(actor.id), "represented", [markup.words(one) for one in markup.items(behalf)], said)
    yield from _waits(guide, str(actor.id), page)


def _duties(guide: Guide, actor: Actor, section: Element) -> Iterator[Compared]:
    """Each duty with what it asks, of whom, by when, by whose authority, and beside which step it stands."""
    mine = duties_of(guide, str(actor.id))
    text, titles = markup.words(section), [markup.words(one) for one in section.iter("h3")]
    yield Compared(str(actor.id), "national duties", titles, [line.title for line, _ in mine])
    for line, duty in mine:
        said = [line.does, meant.rule(guide, line.home, duty.due), meant.up(str(duty.due.authority))]
        said += [f"To: {meant.and_(meant.names(guide, line.to))}."] if line.to else []
        said += [f"step {line.number} of flowchart {line.home.flowchart}"]
        yield Compared(line.name, "national duties", [one for one in said if one not in text], [])
        yield Compared(line.name, "national duties", {line.name, line.cites} <= set(markup.links(section)), True)


def _table(guide: Guide, actor: Actor, fact: str, uses: Uses, section: Element) -> Iterator[Compared]:
    rows = {markup.links(row.get("Step"))[0]: row for row in markup.rows(section) if markup.links(row.get("Step"))}
    yield Compared(str(actor.id), fact, list(rows), [str(entry.entry_id) for _, entry in uses])
    for _, entry in uses:
        row, name = rows.get(str(entry.entry_id), {}), str(entry.entry_id)
        number = f"Step {guide.numbers[name]}" if isinstance(entry, Step) else "Decision"
        yield Compared(name, "number", markup.words(row.get("Step")).partition(",")[0], number)
        yield Compared(name, "title", markup.words(row["What"].find("strong")) if row else "", str(entry.title))
        whose = ""
        if isinstance(entry, Step | Decision):
            acting = meant.and_(meant.names(guide, entry.who))
            says_more = any(not isinstance(one, str) for one in meant.row(entry.who))
            whose = f"From: {acting}" if fact == "steps it receives" else f"Who: {acting}" if says_more else ""
            whose += meant.reading_of_who(guide, entry.who_reading)
        yield Compared(name, "what", markup.words(row.get("What")), f"{entry.title}{entry.words}{whose}")
        if isinstance(entry, Step):
            forms = [str(one) for one in entry.forms]
            yield Compared(name, "forms", markup.links(row.get("Forms")), forms)


def _waits(guide: Guide, actor: str, page: Element) -> Iterator[Compared]:
    """Who must be done first, and who waits: the entries that routes join, where another acts in one of them."""
    before, after = set(), set()
    for procedure in guide.procedures:
        for route in guide.routes[procedure.id]:
            one, other = guide.entry.get(route.source), guide.entry.get(route.target)
            if isinstance(one, Step | Decision) and isinstance(other, Step | Decision) and other in procedure.entries:
                if actor in other.who and actor not in one.who:
                    before.add((str(one.entry_id), str(other.entry_id)))
                if actor in one.who and actor not in other.who:
                    after.add((str(one.entry_id), str(other.entry_id)))
    for heading, joined in (("Whom you wait for", before), ("Who waits for you", after)):
        found = {tuple(_entries(item)) for item in markup.items(markup.under(page, heading))}
        yield Compared(actor, "waits", found, joined)


def _entries(item: Element) -> list[str]:
    return [markup.end_of(link.get("href", "")) for link in item.iter("a") if "procedures/" in link.get("href", "")]


def read_forms(guide: Guide, written: Written) -> Iterator[Compared]:
    page = written.page("forms")
    for form in guide.forms:
        name, section = str(form.id), markup.by_id(page, str(form.id))
        heading = f"{form.code} {form.title}" if form.code else str(form.title)
        yield Compared(name, "name", markup.words(markup.by_id(page, f"{name}-title")), heading)
        yield Compared(
            name,
            "filled in by",
            markup.said(section, "Filled in by"),
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


ROLES = Surface(
    "role",
    "Pages of roles",
    facts(
        "steps it does, steps it helps, steps it receives, national duties, number, title, what, forms, members, "
        "represented, waits"
    ),
    read_roles,
)
FORMS = Surface("form", "Page of forms", ("name", "filled in by", "goes to", "when", "steps"), read_forms)
QUESTIONS = Surface(
    "question",
    "Page of questions",
    ("number", "title", "what is open", "reading", "effect", "who can answer", "where it matters"),
    read_questions,
)
