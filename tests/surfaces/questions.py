"""The questions, read back from their page and from the list for a meeting."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from guide.model import NOT_STATED, Guide, Question
from surfaces import markup, meant
from surfaces.compared import Compared, Surface, facts
from surfaces.paper import packed
from surfaces.written import Written

KINDS = ("dates", "who what or where", "out of date", "text")
CHANGES = ("Dates", "When, but no date that is worked out", "Who, what or where", "What is out of date", "Words only")


def rank(question: Question) -> int:
    """Which of `CHANGES` another answer makes: what moves a date comes before whatever else it is."""
    return 0 if question.changes_dates else 1 + KINDS.index(question.kind)


def asked(guide: Guide, question: Question) -> str:
    return meant.NOBODY if question.asked_of == NOT_STATED else str(guide.actor[question.asked_of].name)


def read_questions(guide: Guide, written: Written) -> Iterator[Compared]:
    page = written.page("questions")
    items = {str(item): str(entry.entry_id) for _, entry in meant.uses(guide) for item in entry.source}
    for question in guide.questions:
        name, section = str(question.id), markup.by_id(page, str(question.id))
        title = markup.words(markup.by_id(page, f"{name}-title"))
        yield Compared(name, "number", title.partition(" ")[0], str(question.number))
        yield Compared(name, "title", title.partition(" ")[2], str(question.title))
        fold = next(section.iter("details"), None) if section is not None else None
        yield Compared(name, "what is open", next(iter(markup.paragraphs(fold)), ""), str(question.says))
        reading = markup.labelled(section, "Until it is answered")
        yield Compared(name, "reading", reading, str(question.meanwhile))
        yield Compared(name, "effect", markup.labelled(fold, "Effect of another answer"), str(question.effect))
        yield Compared(name, "who can answer", markup.labelled(fold, "Asked of"), asked(guide, question))
        source = markup.labelled(fold, "In the source")
        yield Compared(name, "in the source", source.rpartition(" (")[0], places(guide, question))
        about = [items[str(one)] for one in question.about if str(one) in items]
        named = [str(entry.entry_id) for _, entry in meant.uses(guide) if name in entry.questions]
        where = [link for item in markup.items(fold) for link in markup.links(item)]
        yield Compared(name, "where it matters", set(where), {*about, *named})
        yield from (Compared(one, "where it matters", one in where, True) for one in {*about, *named})
    yield from _index(guide, page)


def _index(guide: Guide, page: Element) -> Iterator[Compared]:
    """The list on top: in order of what another answer changes, then of number."""
    told, changes = [], ""
    for row in markup.rows(page):
        if "Question" in row:
            link = markup.links(row["Question"])[0]
            words = [markup.words(row[head]) for head in ("Number", "Question", "Asked of")]
            told.append((link, changes, *words))
        else:
            changes = markup.words(row.get("Number"))
    expected = [
        (str(one.id), CHANGES[rank(one)], str(one.number), str(one.title), asked(guide, one))
        for one in sorted(guide.questions, key=lambda one: (rank(one), one.number))
    ]
    yield Compared("questions", "index", told, expected)
    dated = sum(one.changes_dates for one in guide.questions)
    counted = [said.split(" ")[3] for said in markup.paragraphs(page) if said.startswith("Another answer to ")]
    yield Compared("questions", "how many change a date", counted, [str(dated)] if dated else [])


def places(guide: Guide, question: Question) -> str:
    """Flowchart and nearest heading of each place, headings of one flowchart in a row."""
    headings = {str(item.id): str(item.under).split(" – ")[-1] for item in guide.source}
    said: list[tuple[str, list[str]]] = []
    for about in question.about:
        part = "the document as a whole" if about == "all" else f"flowchart {about[1]}"
        group = next((one for one in said if one[0] == part), None) or (part, [])
        said += [] if group in said else [group]
        heading = headings.get(str(about), "Flowchart ")
        group[1].extend([f"“{heading}”"] if not heading.startswith("Flowchart ") else [])
    told = (f"{part}, {meant.and_(dict.fromkeys(those))}" if those else part for part, those in said)
    return meant.up("; ".join(told))


def read_meeting(guide: Guide, written: Written) -> Iterator[Compared]:
    if not guide.questions:
        return
    paper = written.paper("meeting-list.pdf")
    tables = paper.tables("No.", "Question", "Answer, by whom, when")
    owners = [*map(str, guide.actor), NOT_STATED]
    expected = [[one for one in guide.questions if rank(one) == place] for place in range(len(CHANGES))]
    groups = [
        sorted(those, key=lambda one: (owners.index(str(one.asked_of)), one.number)) for those in expected if those
    ]
    order = [[row["No."].packed for row in table] for table in tables]
    yield Compared("meeting", "order", order, [[str(one.number) for one in those] for those in groups])
    rows = {row["No."].packed: row for table in tables for row in table}
    for question in guide.questions:
        name, row = str(question.id), rows.get(str(question.number))
        cells = {key: node.packed for key, node in row.cells.items()} if row else {}
        yield Compared(name, "question", cells.get("Question"), packed(question.title))
        yield Compared(name, "in the source", cells.get(packed("Where in the source")), packed(places(guide, question)))
        reading = cells.get(packed("Reading used until it is answered"))
        yield Compared(name, "reading", reading, packed(question.meanwhile))
        short = meant.shorts(guide, [question.asked_of])[0]
        yield Compared(name, "who can answer", cells.get(packed("Asked of")), packed(short))
        box = cells.get(packed("Answer, by whom, when"))
        yield Compared(name, "box for the answer", box, "")
        if short != asked(guide, question):
            told = packed(f"{short}: {asked(guide, question)}") in paper.packed
            yield Compared(name, "whose short name it is", told, True)


QUESTIONS = Surface(
    "question",
    "Page of questions",
    facts(
        "number, title, what is open, reading, effect, who can answer, in the source, where it matters, index, "
        "how many change a date"
    ),
    read_questions,
)
MEETING = Surface(
    "meeting list",
    "List of questions for a meeting",
    facts("order, question, in the source, reading, who can answer, box for the answer, whose short name it is"),
    read_meeting,
)
