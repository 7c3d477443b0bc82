"""The posters for the wall and the file of all posters, read back from the text of their PDFs.

A row of a wall poster is what stands from its number and title to those of the next; before it stand its day, the
heading of its part and the answer on its arrow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from guide.model import Deadline, Decision, Guide, NoLaterThan, Note, Outcome, Procedure, Step
from guide.model.entries import AnyEntry
from surfaces import meant
from surfaces.acts import duties
from surfaces.compared import Compared, Surface
from surfaces.dates_apart import earlier_date_here
from surfaces.day_one import counting_on
from surfaces.numbered import beside_of, starts_of, statements
from surfaces.other_pages import joins
from surfaces.paper import Node, Paper, packed
from surfaces.terms import counted_by_reading
from surfaces.written import Written

READING = packed("(the guide's reading)")
ENDS = packed("The route ends here.")
LEGEND = packed("The full wording stands in the guide.")


class Row(NamedTuple):
    """One entry as the poster has it."""

    before: str
    """All that stands above it."""
    said: str
    """What follows its title."""


def plain(words: object) -> str:
    """Without spaces, and with the apostrophe of a typewriter: Typst sets a printer's."""
    return packed(words).replace("’", "'")


def read_walls(guide: Guide, written: Written) -> Iterator[Compared]:
    for name, kind, subject in written.papers:
        if kind == "wall":
            yield from _wall(guide, guide.procedure[subject], written.paper(name))


def _wall(guide: Guide, procedure: Procedure, paper: Paper) -> Iterator[Compared]:
    text, name = plain(paper.packed), str(procedure.id)
    yield Compared(name, "name", plain(procedure.title) in [plain(one.packed) for one in paper.root.all("H1")], True)
    begin, end = plain(f"It starts when: {procedure.starts}"), plain(f"It ends when: {procedure.ends}")
    yield Compared(name, "begin and end", (begin in text, end in text), (True, True))
    rows = _rows(guide, procedure, text)
    yield Compared(name, "order of entries", list(rows), [str(one.entry_id) for one in procedure.entries])
    head = text.partition(plain("It starts when:"))[2]
    head = head[: len(rows[next(iter(rows))].before) - len(text) + len(head)] if rows else head
    counting = counting_on(guide, procedure)
    yield Compared(name, "counting", [one for one in counting if plain(one) not in head], [])
    yield Compared(name, "dates to write", _dates_told(guide, head), _dates_meant(guide, procedure))
    yield Compared(name, "short names", [one for one in _names(guide, procedure) if plain(one) not in text], [])
    for entry in procedure.entries:
        row = rows.get(str(entry.entry_id), Row("", ""))
        yield from _entry(guide, procedure, entry, row)


def _mark(guide: Guide, entry: AnyEntry) -> str:
    """The pattern by which an entry's own row is found, and not its title where another row leads to it."""
    title = re.escape(plain(entry.title))
    if isinstance(entry, Note):
        return f"Note:{title}"
    if isinstance(entry, Outcome):
        return f"{title}(?=Then:|{ENDS})"
    return f"{title}(?=Decidedby)" if isinstance(entry, Decision) else f"{guide.numbers[entry.entry_id]}{title}"


def _rows(guide: Guide, procedure: Procedure, text: str) -> dict[str, Row]:
    found: list[tuple[str, int, int]] = []
    at = text.find(plain("It starts when:"))
    for entry in procedure.entries:
        if one := re.compile(_mark(guide, entry)).search(text, at):
            at = one.end()
            found.append((str(entry.entry_id), one.start(), at))
    starts = [start for _, start, _ in found[1:]] + [len(text)]
    return {name: Row(text[:start], text[end:until]) for (name, start, end), until in zip(found, starts, strict=True)}


def _dates_told(guide: Guide, head: str) -> list[str]:
    days = [str(one.day_zero) for one in guide.partnership.anchors.values()]
    return sorted(one for one in {*days, "Day 1"} if plain(f"Date: {one}") in head)


def _dates_meant(guide: Guide, procedure: Procedure) -> list[str]:
    """The days of events that a rule told on the poster counts from, and day 1 where days have numbers."""
    anchors = {str(name): str(one.day_zero) for name, one in guide.partnership.anchors.items()}
    counting = counting_on(guide, procedure)
    found = {anchors[str(procedure.clock.from_)]} if procedure.clock and counting else set()
    for step in procedure.steps:
        rules = [(line.home, due) for line, _, _, due in statements(guide, str(step.id))]
        rules += [(procedure, one.due) for one in (*step.national, *step.also_read_as)]
        starts = {start for home, due in rules for start in starts_of(due, home)}
        found |= {anchors[start] for start in starts if start in anchors}
    return sorted(found | ({"Day 1"} if counting else set()))


def _names(guide: Guide, procedure: Procedure) -> list[str]:
    """Each short name with the full one."""
    acting = (entry for entry in procedure.entries if isinstance(entry, Step | Decision))
    rows = [row for one in acting for row in (one.who, getattr(one, "with_", ()), getattr(one, "to", ()))]
    actors = [guide.actor[one] for row in rows for one in meant.ids(row) if one in guide.actor]
    return [f"{one.short} {one.name}" for one in actors if one.short != one.name]


def _entry(guide: Guide, procedure: Procedure, entry: AnyEntry, row: Row) -> Iterator[Compared]:
    name, rest = str(entry.entry_id), row.before
    dated = isinstance(entry, Step | Decision)
    if dated:
        own = plain(_day(guide, entry) if isinstance(entry, Step) else meant.NO_DEADLINE)
        yield Compared(name, "by when", rest[-len(own) :], own)
        rest = rest[: -len(own)]
    heading = _heading(procedure, entry)
    yield Compared(name, "heading", rest.endswith(plain(heading)), True)
    rest = rest[: len(rest) - len(plain(heading))]
    answer = plain(_answer_above(procedure, entry))
    yield Compared(name, "answer on the arrow", rest[len(rest) - len(answer) :], answer)
    yield Compared(name, "box for the date", row.said.count("Date:"), int(dated))
    yield Compared(name, "ways on", _ways_told(entry, row.said), _ways_meant(guide, entry))
    yield Compared(name, "end of the route", ENDS in row.said, _is_end(procedure, entry))
    come = _comes(procedure, entry)
    yield Compared(name, "comes with", re.findall(r"(?:With“[^“”]*”to|After)“[^“”]*”(?:\(the.*?\))?\.", row.said), come)
    if isinstance(entry, Decision):
        who = plain(f"Decided by {meant.and_(meant.shorts(guide, entry.who))}")
        yield Compared(name, "who decides", row.said[: len(who)], who)
    if isinstance(entry, Step):
        yield from _step(guide, procedure, entry, row.said)


def _step(guide: Guide, procedure: Procedure, step: Step, said: str) -> Iterator[Compared]:
    name, modality = str(step.id), re.match(r"\(you(may|should)\)", said)
    yield Compared(name, "may or should", modality[1] if modality else "", meant.modality(step))
    rest = said[modality.end() :] if modality else said
    who = plain(meant.and_(meant.shorts(guide, step.who))) + READING * bool(step.who_reading)
    yield Compared(name, "who", rest[: len(who)], who)
    rest = rest[len(who) :]
    helpers = plain(f", with {meant.and_(meant.shorts(guide, step.with_))}") if step.with_ else ""
    helpers += "," if step.with_ and step.to else ""
    yield Compared(name, "with whom", rest[: len(helpers)], helpers)
    rest = rest[len(helpers) :]
    to = plain(f"to {meant.and_(meant.shorts(guide, step.to))}") if step.to else ""
    yield Compared(name, "to", rest[: len(to)], to)
    rest = rest[len(to) :]
    codes = plain("".join(str(guide.form[one].code) for one in step.forms if guide.form[one].code))
    others = "".join(plain(f"Form: {guide.form[one].title}") for one in step.forms if not guide.form[one].code)
    yield Compared(name, "forms", rest[: len(codes + others)], codes + others)
    rest = rest[len(codes + others) :]
    when = plain(f"If: {step.when}") if step.when else ""
    yield Compared(name, "when", (rest[: len(when)], "If:" in rest), (when, bool(when)))
    yield Compared(name, "alongside", plain("Alongside the other steps.") in rest, step.alongside)
    yield from _rules(guide, procedure, step, rest)


def _rules(guide: Guide, procedure: Procedure, step: Step, rest: str) -> Iterator[Compared]:
    name, due = str(step.id), step.due
    numbered = str(procedure.clock.from_) if procedure.clock and counting_on(guide, procedure) else ""
    counted = ""
    # What counts back says at the left already from what.
    is_short = isinstance(due, Deadline) and not isinstance(due, NoLaterThan)
    if is_short and tuple(dict.fromkeys(starts_of(due, procedure))) != (numbered,):
        counted = plain(f"Counted: {meant.down(meant.rule(guide, procedure, due))}.")
    told = re.search(rf"Counted:.{{{max(0, len(counted) - 8)}}}", rest)
    yield Compared(name, "counted from elsewhere", told[0] if told else "", counted)
    reading = counted_by_reading(guide, due)
    yield Compared(name, "how it is counted", [one for one in reading if plain(one) not in rest], [])
    yield Compared(name, "how it is counted", rest.count(plain("How it is counted")), len(reading))
    nation = []
    for one in step.national:
        is_other = any(one is other for other in duties(guide, step).values())
        whom = f"A separate national rule. Who: {meant.and_(meant.names(guide, one.who))}. By when" if is_other else ""
        rule = f"{meant.down(meant.rule(guide, procedure, one.due))} ({one.due.authority})"
        nation.append(plain(f"{whom or 'National rule'}: {rule}"))
    yield Compared(name, "national rule", [one for one in nation if one not in rest], [])
    yield Compared(name, "national rule", len(re.findall("[Nn]ationalrule[:.]", rest)), len(nation))
    others = [
        plain(f"Another reading: {meant.down(meant.rule(guide, procedure, one.due))}") for one in step.also_read_as
    ]
    yield Compared(name, "other reading", [one for one in others if one not in rest], [])
    yield Compared(name, "other reading", rest.count("Anotherreading:"), len(others))
    beside = [plain(meant.up(one.elsewhere)) for one in beside_of(guide, name)]
    yield Compared(name, "rules of the act", [one for one in beside if one not in rest], [])
    advice = "".join(plain(one) for one in earlier_date_here(guide, name))
    told = "".join(re.findall(r"(?:Worktotheearlierdate|Whereitstwodatesdiffer).*?\.", rest))
    yield Compared(name, "which date to work to", told, advice)


def _day(guide: Guide, step: Step) -> str:
    """What stands at the left of its row."""
    if not isinstance(step.due, Deadline):
        return meant.due(guide, step)
    short = meant.due(guide, step) if isinstance(step.due, NoLaterThan) else meant.short(step)
    return short + (meant.part(step.due.part) if step.due.part else "")


def _heading(procedure: Procedure, entry: AnyEntry) -> str:
    """The heading above an entry; nothing where it stands under that of the entry before."""
    under = {one.entry_id: str(phase.drawing or phase.title) for phase in procedure.phases for one in phase.entries}
    names = list(under)
    place = names.index(entry.entry_id)
    return under[entry.entry_id] if place == 0 or under[names[place - 1]] != under[entry.entry_id] else ""


def _before(procedure: Procedure, entry: AnyEntry) -> AnyEntry | None:
    """The last entry on the route above one that is on it."""
    above = procedure.entries[: list(procedure.entries).index(entry)]
    return next((one for one in reversed(above) if one.on_route), None) if entry.on_route else None


def _answers_to(source: AnyEntry | None, entry: AnyEntry) -> list[str]:
    branches = source.branches if isinstance(source, Decision) else ()
    return [str(one.answer) for one in branches if one.then == entry.entry_id]


def _answer_above(procedure: Procedure, entry: AnyEntry) -> str:
    return " / ".join(_answers_to(_before(procedure, entry), entry))


def _leads_to(source: AnyEntry, entry: AnyEntry) -> bool:
    then = getattr(source, "then", None)
    return bool(_answers_to(source, entry)) or bool(then and then.to == entry.entry_id)


def _comes(procedure: Procedure, entry: AnyEntry) -> list[str]:
    """With which answers and outcomes its turn comes, where no arrow above it says so."""
    before = _before(procedure, entry)
    goes_on = isinstance(before, Step) and not before.then and not before.ends
    if not isinstance(entry, Step | Decision) or (before and (goes_on or _leads_to(before, entry))):
        return []
    found = []
    for source in procedure.entries:
        if isinstance(source, Decision):
            inferred = {str(one.answer): READING * bool(one.inferred) for one in source.branches}
            told = (f"With“{one}”to“{source.title}”{inferred[one]}." for one in _answers_to(source, entry))
            found += [plain(one) for one in told]
        elif isinstance(source, Outcome) and source.then and source.then.to == entry.entry_id:
            found.append(plain(f"After“{source.title}”{READING * bool(source.then.inferred)}."))
    return found


def _ways_told(entry: AnyEntry, said: str) -> dict[str, str]:
    answers = [plain(one.answer) for one in entry.branches] if isinstance(entry, Decision) else ["Then"]
    ends = "|".join([*(re.escape(f"{one}:") for one in answers), "With“", "After“", "Date:", ENDS, "$"])
    found = {one: re.search(rf"{re.escape(one)}:(.*?\.)(?={ends}|[^a-z])", said) for one in answers}
    return {answer: told[1] for answer, told in found.items() if told}


def _ways_meant(guide: Guide, entry: AnyEntry) -> dict[str, str]:
    """Each answer with what it leads to, a step by its number."""
    if isinstance(entry, Decision):
        return {plain(one.answer): _way(guide, one.then, one.gap, bool(one.inferred)) for one in entry.branches}
    if isinstance(entry, Step):
        return {"Then": _way(guide, entry.then.to, None, bool(entry.then.inferred))} if entry.then else {}
    then, gap = getattr(entry, "then", None), getattr(entry, "gap", None)
    return {"Then": _way(guide, then.to if then else None, gap, bool(then and then.inferred))} if then or gap else {}


def _way(guide: Guide, then: str | None, gap: str | None, inferred: bool) -> str:
    reading = READING * inferred
    if then is None:
        return plain(f"not stated in the source: question {guide.question[str(gap)].number}{reading}.")
    if then in guide.procedure:
        return plain(f"go to flowchart {guide.procedure[then].flowchart}, {guide.procedure[then].title}{reading}.")
    title, number = str(guide.entry[then].title), guide.numbers.get(then)
    words = f"step {number}" if number else title
    return plain(f"{meant.down(words) if words.lower().startswith('go to ') else f'go to {words}'}{reading}.")


def _is_end(procedure: Procedure, entry: AnyEntry) -> bool:
    if isinstance(entry, Outcome):
        return not entry.then and not entry.gap
    last = [one for one in procedure.entries if one.on_route][-1:]
    return isinstance(entry, Step) and entry.on_route and not entry.then and (entry.ends or entry in last)


WALLS = Surface(
    "wall",
    "Posters for the wall",
    (
        "name",
        "begin and end",
        "order of entries",
        "counting",
        "dates to write",
        "short names",
        "by when",
        "heading",
        "answer on the arrow",
        "box for the date",
        "ways on",
        "end of the route",
        "comes with",
        "who decides",
        "may or should",
        "who",
        "with whom",
        "to",
        "forms",
        "when",
        "alongside",
        "counted from elsewhere",
        "how it is counted",
        "national rule",
        "other reading",
        "rules of the act",
        "which date to work to",
    ),
    read_walls,
)


def read_all_posters(guide: Guide, written: Written) -> Iterator[Compared]:
    """The map says how the flowcharts join, and behind it stands each poster as it is alone."""
    if not any(kind == "posters" for _, kind, _ in written.papers):
        return
    parts = list(_by_title(written.paper("posters.pdf").root))
    titles = ["How the flowcharts join", *(str(one.title) for one in guide.procedures)]
    yield Compared("posters", "order of posters", [title for title, _ in parts], list(map(packed, titles)))
    text = plain(parts[0][1]) if parts else ""
    for said in joins(guide):
        box, _, leads = said.partition(" leads to ")
        number, _, title = box.partition(": ")
        one = next(by for by in guide.procedures if str(by.title) == title)
        wanted = f"{number}. {title} {one.summary} Leads to {leads}."
        yield Compared(str(one.id), "how they join", plain(wanted) in text, True)
    for one, (_, part) in zip(guide.procedures, parts[1:], strict=False):
        alone = plain(written.paper(f"poster-{one.id}.pdf").packed)
        behind = alone.partition(plain(one.title))[2]
        yield Compared(str(one.id), "as on the poster alone", part[: len(behind)], behind)


def _by_title(root: Node) -> Iterator[tuple[str, str]]:
    """The pieces of a document, each with the heading of the first level that it follows."""
    pieces: list[list[str]] = []
    inside: set[int] = set()
    for node in root.walk():
        if node.kind == "H1":
            pieces.append([plain(node.packed), ""])
            inside |= {id(one) for one in node.walk()}
        elif node.text and id(node) not in inside and pieces:
            pieces[-1][1] += plain(node.text)
    yield from ((title, said) for title, said in pieces)


ALL_POSTERS = Surface(
    "all posters",
    "All posters in one file, with the map",
    ("order of posters", "how they join", "as on the poster alone"),
    read_all_posters,
)
