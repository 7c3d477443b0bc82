"""The printed guide and the posters, read back from the text and the tags of their PDFs.

Letters are compared without spaces: a line end or a change of type divides words on paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.model import NOT_STATED, Deadline, Decision, Guide, NoLaterThan, Outcome, Procedure, Step
from guide.model.beside import National
from guide.model.entries import AnyEntry
from surfaces import meant
from surfaces.acts import duties
from surfaces.compared import Compared, Surface
from surfaces.dates_apart import earlier_date_here
from surfaces.day_one import counting_on
from surfaces.numbered import beside_of
from surfaces.paper import Node, Paper, Row, packed
from surfaces.terms import counted_by_reading
from surfaces.written import Written

KINDS = {"limit": "This is a limit: no later than this.", "planned": "This is a planned day, not a limit."}
READING = " by the guide's reading"
"""What a way on is that the source's arrows do not say."""
WHAT, WHEN = "What to do", "By when"


def rows_of(paper: Paper) -> dict[str, Row]:
    """The rows of all tables of steps, by the id of the card to which each title leads."""
    return rows_by_card(paper, WHAT, "Step", WHEN)


def rows_by_card(paper: Paper, column: str, *others: str) -> dict[str, Row]:
    """The rows of the tables that have these columns, by the id of the card to which the column's first link leads."""
    found = {}
    for row in paper.rows(column, *others):
        cards = (re.search(r"/procedures/[a-z0-9-]+/#([a-z0-9-]+)$", one.address) for one in row[packed(column)].walk())
        if card := next(filter(None, cards), None):
            found[card[1]] = row
    return found


def read_row(guide: Guide, entry: AnyEntry, row: Row | None) -> Iterator[Compared]:
    """A row of a table of steps, beside its entry."""
    name = str(entry.entry_id)
    row = row or Row({})
    what, labels = row[packed(WHAT)].packed, row[packed(WHAT)].labelled()
    number = str(guide.numbers.get(name, "")) or meant.up(entry.kind)
    yield Compared(name, "number", row["Step"].packed, number)
    yield Compared(name, "title", what[: len(packed(entry.title))], packed(entry.title))
    yield Compared(name, "what", packed(entry.words) in what, True)
    yield Compared(name, "ways on", _ways(labels, entry), _meant_ways(guide, entry))
    if isinstance(entry, Decision):
        who = packed(meant.who(guide, entry))
        yield Compared(name, "who decides", labels.get("Whodecides", "")[: len(who)], who)
    if isinstance(entry, Step):
        yield from _people(guide, entry, labels)
        forms = [packed(f"{guide.form[one].code or ''} {guide.form[one].title}") for one in entry.forms]
        told = labels.get("Forms" if len(forms) > 1 else "Form", "")
        yield Compared(name, "forms", told[: len(";".join(forms))] if forms else told, ";".join(forms))
        yield Compared(name, "when", packed(entry.when or "") in labels.get("If", ""), True)
        yield Compared(name, "notes", [one for one in entry.notes if packed(one) not in what], [])
        yield from read_due(guide, entry, row[packed(WHEN)])


def _people(guide: Guide, step: Step, labels: dict[str, str]) -> Iterator[Compared]:
    name = str(step.id)
    reading = packed(meant.reading_of_who(guide, step.who_reading))
    ends = (".Thesourcesays", "Thesourcedoesnotsay", packed(step.does))
    said = {key: _until(labels.get(key, ""), *ends) for key in ("Who", "To")}
    told = re.findall(r"Thesourcedoesnotsay.*?\)\.", labels.get("Who", "") + labels.get("To", ""))
    yield Compared(name, "reading of who", told, [reading] if reading else [])
    yield Compared(name, "who", said["Who"].rstrip("."), packed(meant.who(guide, step)))
    to = meant.and_(meant.names(guide, step.to)) if step.to else ""
    yield Compared(name, "to", said["To"], packed(to))
    modality = re.findall("Thesourcesays“(may|should)”", labels.get("Who", "") + labels.get("To", ""))
    yield Compared(name, "may or should", modality, [one for one in [meant.modality(step)] if one])


def _until(said: str, *ends: str) -> str:
    for end in ends:
        said = said.partition(end)[0]
    return said


def _ways(labels: dict[str, str], entry: AnyEntry) -> dict[str, str]:
    answers = [packed(one.answer) for one in entry.branches] if isinstance(entry, Decision) else ["Then"]
    ends = (".See", ".Question", ".Source", ".Thesource")
    said = {one: _until(labels[one], *ends).rstrip(".") for one in answers if one in labels}
    return {answer: re.sub("\\(theguide.sreadingofthelayout\\)$", READING, words) for answer, words in said.items()}


def _meant_ways(guide: Guide, entry: AnyEntry) -> dict[str, str]:
    """Each answer with what it leads to. That a step leads to the next line goes without saying."""
    if isinstance(entry, Decision):
        return {
            packed(one.answer): _target(guide, one.then, one.gap) + READING * bool(one.inferred)
            for one in entry.branches
        }
    if isinstance(entry, Outcome) and (entry.then or entry.gap):
        inferred = READING * bool(entry.then and entry.then.inferred)
        return {"Then": _target(guide, entry.then.to if entry.then else None, entry.gap) + inferred}
    if isinstance(entry, Step):
        leaving = [one for one in guide.routes[guide.home_of[entry.id].id] if one.source == entry.id]
        told = [one for one in leaving if entry.then or one.kind != "next" or one.inferred]
        return {"Then": _target(guide, told[0].target, None) + READING * bool(told[0].inferred)} if told else {}
    gap = getattr(entry, "gap", None)
    return {"Then": _target(guide, None, gap)} if gap else {}


def _target(guide: Guide, then: str | None, gap: str | None) -> str:
    if then is None:
        return packed(f"not stated in the source: question {guide.question[str(gap)].number}")
    if then in guide.procedure:
        return packed(f"go to flowchart {guide.procedure[then].flowchart}, {guide.procedure[then].title}")
    title, number = str(guide.entry[then].title), guide.numbers.get(then)
    words = f"step {number}, {title}" if number else title
    return packed(meant.down(words) if words.lower().startswith("go to ") else f"go to {words}")


def read_due(guide: Guide, step: Step, cell: Node) -> Iterator[Compared]:
    """The cell that says by when, beside its step."""
    name, due, said = str(step.id), step.due, cell.packed
    said, *behind = re.split("(?=(?:Limit|Planned)forthesameact:|Worktotheearlierdate|Whereitstwodatesdiffer)", said)
    advice = [packed(one) for one in earlier_date_here(guide, name)]
    told = "".join(one for one in behind if one.startswith(("Work", "Where")))
    yield Compared(name, "rules of the act", told, "".join(advice))
    reading = counted_by_reading(guide, due) + counted_by_reading(guide, step.look_back)
    yield Compared(name, "rule", [one for one in reading if packed(one) not in said], [])
    for one in beside_of(guide, name):
        kind = "Limit" if one.kind == "limit" else "Planned"
        told = packed(f"{kind} for the same act: {one.elsewhere}.") in behind
        yield Compared(name, "rules of the act", told, True)
    kinds = [kind for kind, words in KINDS.items() if packed(words) in said]
    yield Compared(name, "limit or planned", kinds, [one for one in [meant.kind(step)] if one])
    if not isinstance(due, Deadline):
        yield Compared(name, "rule", said, packed(meant.due(guide, step)))
        return
    part = f", {due.part}" if due.part == "as early as possible" else meant.PARTS.get(due.part or "", "")
    yield Compared(name, "rule", _until(said, *map(packed, KINDS.values())), packed(meant.due(guide, step) + part))
    authority = re.search(r"(?:Thisisalimit:nolaterthanthis|Thisisaplannedday,notalimit)\.Setby(.*?)\.", said)
    yield Compared(name, "authority", authority[1] if authority else "", packed(due.authority))
    twice = re.findall(r"Thesourcealsosays:(.*?)\.", said)
    yield Compared(name, "stated twice", twice, [packed(meant.said_again(step))] if step.equals else [])
    home = guide.home_of[name]
    nation = re.findall(r"[Nn]ationalrule(.*?\))\.", said)
    yield Compared(name, "national rule", nation, [_nation(guide, home, step, one) for one in step.national])
    asked = [packed(f"What it asks: {one.says}") for one in step.national if one.says]
    yield Compared(name, "what the nation asks", [one for one in asked if one not in said], [])
    other = [packed(meant.down(meant.rule(guide, home, one.due))) for one in step.also_read_as]
    yield Compared(name, "other reading", re.findall(r"Anotherreading:(.*?)\.", said), other)


def _nation(guide: Guide, home: Procedure, step: Step, one: National) -> str:
    is_other = any(one is other for other in duties(guide, step).values())
    whom = f". Who: {meant.and_(meant.names(guide, one.who))}. By when" if is_other else ""
    stated = f"{one.due.authority}; {guide.reference[one.cites].title}"
    return packed(f"{whom}: {meant.down(meant.rule(guide, home, one.due))} ({stated})")


def read_book(guide: Guide, written: Written) -> Iterator[Compared]:
    paper = written.paper("guide.pdf")
    rows = rows_of(paper)
    for _, entry in meant.uses(guide):
        yield from read_row(guide, entry, rows.get(str(entry.entry_id)))
    yield from _forms(guide, paper)
    yield from _questions(guide, paper)
    yield from _roles(guide, paper)
    for procedure in guide.procedures:
        heading = packed(f"Flowchart {procedure.flowchart}. {procedure.title}")
        yield Compared(str(procedure.id), "name", heading in [one.packed for one in paper.root.all("H1")], True)


def _forms(guide: Guide, paper: Paper) -> Iterator[Compared]:
    rows = [row.cells for row in paper.rows("Form or letter", "From and to", "When")]
    for form, row in zip(guide.forms, rows, strict=False):
        called = packed(f"{form.code or ''} {form.title}")
        yield Compared(str(form.id), "form", row["Formorletter"].packed[: len(called)], called)
        yield Compared(str(form.id), "from and to", row["Fromandto"].packed, _from_and_to(guide, str(form.id)))
        yield Compared(str(form.id), "when", row["When"].packed, packed(form.when))


def _from_and_to(guide: Guide, form: str) -> str:
    to = meant.and_(meant.names(guide, guide.form[form].goes_to)) if guide.form[form].goes_to else meant.NOBODY
    by, reading = guide.form[form].completed_by, guide.form[form].completed_by_reading
    whom = f"{meant.names(guide, [by])[0]} {meant.reading_of_who(guide, reading)} Goes to {to}"
    return packed(f"{meant.made(guide.form[form])} {whom}")


def _questions(guide: Guide, paper: Paper) -> Iterator[Compared]:
    rows = {
        row["Question"].packed: row.cells
        for row in paper.rows("Question", "What is open, and how it is read meanwhile")
    }
    for question in guide.questions:
        cell = next((one for key, one in rows.get(str(question.number), {}).items() if key != "Question"), Node(""))
        said, labels = cell.packed, cell.labelled()
        title = packed(question.title)
        yield Compared(str(question.id), "question", said[: len(title)], title)
        yield Compared(str(question.id), "reading", labels.get("Untilitisanswered"), packed(question.meanwhile))
        asked = meant.NOBODY if question.asked_of == NOT_STATED else str(guide.actor[question.asked_of].name)
        yield Compared(
            str(question.id),
            "who can answer",
            _until(labels.get("Whocananswer", ""), ".Itconcerns").rstrip("."),
            packed(asked).rstrip("."),
        )


def _roles(guide: Guide, paper: Paper) -> Iterator[Compared]:
    rows = paper.rows("Who", "What they are and what they do")
    for actor, row in zip(guide.actors, rows, strict=False):
        yield Compared(str(actor.id), "role", row["Who"].packed[: len(packed(actor.name))], packed(actor.name))
        mine = [entry for _, entry in meant.uses(guide) if isinstance(entry, Step) and actor.id in entry.who]
        acts = next((one for key, one in row.cells.items() if key != "Who"), Node("")).labelled().get("Actsin", "")
        told = re.findall(r"flowchart(\d+),steps?([\dand,]+?)(?=;|,[A-Z]|[A-Z]|$)", acts)
        found = {(chart, step) for chart, steps in told for step in re.findall(r"\d+", steps)}
        places = {(str(guide.home_of[one.id].flowchart), str(guide.numbers[one.id])) for one in mine}
        yield Compared(str(actor.id), "acts in", found, places)


IN_A_ROW = (
    "number",
    "title",
    "what",
    "ways on",
    "who decides",
    "who",
    "to",
    "reading of who",
    "may or should",
    "forms",
    "when",
    "notes",
    "limit or planned",
    "rule",
    "authority",
    "stated twice",
    "national rule",
    "what the nation asks",
    "other reading",
    "rules of the act",
)
BOOK = Surface(
    "book",
    "The printed guide",
    (*IN_A_ROW, "form", "from and to", "question", "reading", "who can answer", "role", "acts in", "name"),
    read_book,
)

EACH_BOX = packed("As each box says")

# Posters: text beside the drawing of each box


def read_posters(guide: Guide, written: Written) -> Iterator[Compared]:
    for name, kind, subject in written.papers:
        if kind == "poster":
            paper = written.paper(name)
            yield from _poster(guide, guide.procedure[subject], paper)


def _poster(guide: Guide, procedure: Procedure, paper: Paper) -> Iterator[Compared]:
    text, name = paper.packed, str(procedure.id)
    yield Compared(name, "name", packed(procedure.title) in [one.packed for one in paper.root.all("H1")], True)
    begin = packed(f"It starts when: {procedure.starts}")
    yield Compared(
        name, "begin and end", (begin in text, packed(f"It ends when: {procedure.ends}") in text), (True, True)
    )
    if procedure.clock:
        yield Compared(name, "counting", [one for one in counting_on(guide, procedure) if packed(one) not in text], [])
    for entry in procedure.entries:
        if isinstance(entry, Step):
            yield from _box(guide, entry, text)
        elif isinstance(entry, Decision):
            yield from _fork(guide, entry, text)
        else:
            yield Compared(str(entry.entry_id), "title", packed(entry.title) in text, True)


def _box(guide: Guide, step: Step, text: str) -> Iterator[Compared]:
    name = str(step.id)
    mark = packed(f"{guide.numbers[step.id]} {step.title}")
    reading = "(the guide's reading)" if step.who_reading else ""
    who = packed(meant.and_(meant.shorts(guide, step.who)) + reading)
    places = [found.start() for found in re.finditer(re.escape(mark), text)]
    behind = [text[place + len(mark) :] for place in places] or [""]
    # Where a route goes is said in the same words: the box itself is where a name follows.
    rest = next((one for one in behind if re.match(rf"(\(you(may|should)\))?{re.escape(who)}", one)), behind[0])
    whole = rest
    yield Compared(name, "number and title", bool(places), True)
    modality = re.match(r"\(you(may|should)\)", rest)
    yield Compared(name, "may or should", modality[1] if modality else "", meant.modality(step))
    rest = rest[modality.end() :] if modality else rest
    yield Compared(name, "who", rest[: len(who)], who)
    rest = rest[len(who) :]
    to = packed(f"to {meant.and_(meant.shorts(guide, step.to))}") if step.to else ""
    yield Compared(name, "to", rest[: len(to)], to)
    near = rest[:400]
    yield Compared(name, "forms", [one for one in step.forms if packed(meant.label(guide, one)) not in near], [])
    told, own = _rail(guide, guide.home_of[step.id], text[: len(text) - len(whole)]), packed(rail(guide, step))
    in_a_lane = near[len(to) :].startswith(own)  # where the box says it itself, behind the names
    yield Compared(name, "by when", own if in_a_lane else told, own)
    home = guide.home_of[step.id]
    others = list(map(id, duties(guide, step).values()))
    for national in step.national:
        is_other = id(national) in others
        whom = (
            f"A separate national rule. Who: {meant.and_(meant.names(guide, national.who))}. By when"
            if is_other
            else "National rule"
        )
        rule = f"{meant.down(meant.rule(guide, home, national.due))} ({national.due.authority})"
        yield Compared(name, "national rule", packed(f"{whom}: {rule}") in near, True)
    for one in beside_of(guide, name):
        yield Compared(name, "rules of the act", packed(meant.up(one.elsewhere)) in near, True)


def rail(guide: Guide, step: Step) -> str:
    """What stands at the left of its box, or in it."""
    if not isinstance(step.due, Deadline):
        return meant.due(guide, step)
    back = isinstance(step.due, NoLaterThan)
    return (meant.due(guide, step) if back else meant.short(step)) + meant.PARTS.get(step.due.part or "", "")


def _rail(guide: Guide, procedure: Procedure, before: str) -> str:
    """Of all that a rail of this procedure may say, the last before a box."""
    words = {EACH_BOX, packed(meant.NO_DEADLINE), *(packed(rail(guide, one)) for one in procedure.steps)}
    longest = sorted(words, key=len, reverse=True)
    found = re.findall("|".join(map(re.escape, longest)), before)
    return found[-1] if found else ""


def _fork(guide: Guide, decision: Decision, text: str) -> Iterator[Compared]:
    name = str(decision.decision)
    mark = packed(f"{decision.title} Decided by ")
    who = packed(meant.and_(meant.shorts(guide, decision.who)))
    behind = text.partition(mark)[2]
    yield Compared(name, "title", bool(behind), True)
    yield Compared(name, "who decides", behind[: len(who)], who)
    answers = [str(one.answer) for one in decision.branches]
    yield Compared(name, "answers", [one for one in answers if packed(one) not in text], [])
    gaps = [guide.question[one.gap].number for one in decision.branches if one.gap]
    told = [packed(f"Not stated in the source: question {one}") in text for one in gaps]
    yield Compared(name, "gaps", told, [True] * len(gaps))


POSTERS = Surface(
    "poster",
    "Posters of flowcharts",
    (
        "name",
        "begin and end",
        "title",
        "number and title",
        "may or should",
        "who",
        "to",
        "forms",
        "by when",
        "national rule",
        "rules of the act",
        "counting",
        "who decides",
        "answers",
        "gaps",
    ),
    read_posters,
)
