"""The timeline page in a browser, read back from what its list says, on the screen and as it goes to paper.

An entry is of an act, and says under "Source" in which flowcharts that stands. Each act has exactly one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from guide.calendars import days
from guide.dates import Schedule
from guide.model import Guide
from surfaces import markup, meant
from surfaces.acts import Line, MeantAct, Place, acts_of
from surfaces.compared import Compared, Surface, facts
from surfaces.files import each_case, governing_words, status_of, unsaid
from surfaces.written import Case, Written

DUTY = "National rule, not of the approved procedure: beside "


class Entry(NamedTuple):
    """One entry of the list."""

    heading: str
    said: dict[str, str]
    """What stands behind each term."""
    places: frozenset[Place]
    lines: tuple[str, ...]
    """Of an act of several flowcharts, what each of them says of it."""
    text: str


def entries(page: Element) -> list[Entry]:
    """The entries of the list called Timeline."""
    listed = next((one for one in page.iter("ol") if _name(page, one) == "Timeline"), Element("ol"))
    return [_read_entry(item) for item in listed if item.find(".//h3") is not None]


def _read_entry(item: Element) -> Entry:
    terms = markup.terms(item)
    said = {term: markup.words(one) for term, one in terms.items()}
    return Entry(
        markup.words(item.find(".//h3")), said, places_in(said.get("Source", "")),
        tuple(markup.paragraphs(terms.get("Source"))), markup.words(item),
    )  # fmt: skip


def places_in(source: str) -> frozenset[Place]:
    """Where an act stands, as its entry says under "Source"."""
    found = re.findall(rf"({re.escape(DUTY)})?[Ff]lowchart (\d+), step (\d+)", source)
    return frozenset(Place(chart, number, bool(duty)) for duty, chart, number in found)


def _name(page: Element, element: Element) -> str:
    label = markup.by_id(page, element.get("aria-labelledby", ""))
    return element.get("aria-label") or markup.words(label)


def shown(guide: Guide, written: Written, place: int, worked: Schedule) -> list[MeantAct]:
    """The acts that the list has."""
    return [one for one in acts_of(guide, worked) if one.due is not None or not written.leaves_out_undated(place)]


def _read(guide: Guide, written: Written, place: int, worked: Schedule) -> Iterator[Compared]:
    page, case = written.timeline(place), written.cases[place]
    found, acts = entries(page), shown(guide, written, place, worked)
    yield Compared("timeline", "an entry", len(found), len(acts))
    above = " ".join(one for one in markup.paragraphs(page))
    for moved in worked.moved:
        said = f"“{moved.title}”, {days.long(moved.before)} to {days.long(moved.after)}"
        yield Compared(moved.act, "moved", said in above, True)
    yield from (Compared("timeline", "warnings", one in above, True) for one in worked.warnings)
    for act in acts:
        alike = [one for one in acts if one.places == act.places]
        mine = [one for one in found if one.places == act.places]
        yield Compared(act.name, "an entry", len(mine), len(alike))
        if len(mine) == len(alike):
            yield from _entry(guide, act, mine[alike.index(act)], case)


def _entry(guide: Guide, act: MeantAct, entry: Entry, case: Case) -> Iterator[Compared]:
    name, said = act.name, entry.said
    yield Compared(name, "title", entry.heading.endswith(f": {act.lines[0].title}"), True)
    dated = re.match(r"(\w+ \d+ \w+ \d{4})", entry.heading)
    yield Compared(name, "date", dated[1] if dated else None, days.long(act.due) if act.due is not None else None)
    people = [meant.and_(meant.names(guide, row)) for line in act.lines for row in (line.who, line.helpers) if row]
    yield Compared(name, "who", [one for one in people if one not in said.get("Who", "")], [])
    to = meant.and_(meant.names(guide, act.all("to"))) if act.all("to") else ""
    yield Compared(name, "to", said.get("To", ""), to)
    forms = [meant.label(guide, one) for one in act.all("forms")]
    yield Compared(name, "forms", said.get("Form", ""), ", ".join(forms))
    yield Compared(name, "what", [one.does for one in act.lines if one.does not in entry.text], [])
    if len(act.lines) > 1:
        yield from _own_lines(guide, act, entry)
    yield from unsaid(act, entry.text)
    yield from _dated(guide, act, entry, case)


def _own_lines(guide: Guide, act: MeantAct, entry: Entry) -> Iterator[Compared]:
    """Each flowchart's own line: what it calls the act, who, to whom, with which form, by when."""
    for line, scheduled in zip(act.lines, act.steps, strict=True):
        date = days.long(scheduled.due) if scheduled.due is not None else ""
        kind = {"limit": f"limit {date}", "planned": f"planned for {date}"}.get(line.kind, "") if date else ""
        parts = [line.title, _who(guide, line)]
        parts += [f"to {meant.and_(meant.names(guide, line.to))}"] if line.to else []
        parts += [", ".join(meant.label(guide, one) for one in line.forms)] if line.forms else []
        start = f"lowchart {line.home.flowchart}, step {line.number}: "
        told = [one.partition(start)[2] for one in entry.lines if start in one]
        yield Compared(line.name, "own line", told, [" · ".join([*parts, *([kind] if kind else [])])])


def _who(guide: Guide, line: Line) -> str:
    helpers = f", with {meant.and_(meant.names(guide, line.helpers))}" if line.helpers else ""
    return meant.and_(meant.names(guide, line.who)) + helpers


def _dated(guide: Guide, act: MeantAct, entry: Entry, case: Case) -> Iterator[Compared]:
    name, due = act.name, entry.said.get("Due", "")
    off = act.due is not None and days.text(act.due) in case.closures
    yield Compared(name, "day off", "Your office is closed" in entry.text, off)
    yield Compared(name, "status", said_status(entry.text, act, case), True)
    if act.due is None or act.act.rule is None:
        return
    kind = "Limit" if act.act.kind == "limit" else "Planned day"
    yield Compared(name, "limit or planned", re.findall("Limit|Planned day", due)[:1], [kind])
    yield Compared(name, "rule", governing_words(guide, act) in due, True)
    set_by = meant.up(" and ".join(act.authorities))
    yield Compared(name, "set by", due.partition(kind)[2].strip().startswith(set_by), True)
    yield Compared(name, "date in words", due.startswith(date_in_words(act)), True)


def date_in_words(act: MeantAct) -> str:
    due = days.long(act.due or 0)
    if act.is_bound:
        return f"{meant.up(act.act.bound)} {due}"
    if act.opens is not None:
        return f"From {days.long(act.opens)} to {due}"
    return f"{'No later than' if act.act.kind == 'limit' else 'On'} {due}"


def said_status(text: str, act: MeantAct, case: Case) -> bool:
    pattern = status_of(act.act, act.worked, case)
    if pattern == "$":
        return not re.search(r"Overdue|Due today|Due in \d", text)
    return re.search(pattern.removesuffix("$"), text) is not None


def _printed(guide: Guide, written: Written, place: int, worked: Schedule) -> Iterator[Compared]:
    """The same list on paper: what is hidden there is not read."""
    found = [" ".join(one.split()) for one in written.timeline_printed(place)]
    acts = shown(guide, written, place, worked)
    yield Compared("timeline", "an entry", len(found), len(acts))
    for act, text in zip(acts, found, strict=False):
        name = act.name
        yield Compared(name, "title", act.lines[0].title in text, True)
        rows = [row for line in act.lines for row in (line.who, line.helpers)] + [act.all("to")]
        who = [meant.and_(meant.names(guide, row)) for row in rows if row]
        yield Compared(name, "who and to", [one for one in who if one not in text], [])
        forms = [meant.label(guide, one) for one in act.all("forms")]
        yield Compared(name, "forms", [one for one in forms if one not in text], [])
        yield from unsaid(act, text)
        if act.due is not None:
            yield Compared(name, "date in words", date_in_words(act) in text, True)
            yield Compared(name, "rule", governing_words(guide, act) in text, True)
            kind = "Limit" if act.act.kind == "limit" else "Planned day"
            set_by = f"{kind} {meant.up(' and '.join(act.authorities))}".lower()
            yield Compared(name, "limit and set by", set_by in text.lower(), True)


SURFACE = Surface(
    "timeline",
    "Timeline page, in a browser",
    (
        *facts(
            "an entry, title, date, who, to, forms, what, own line, limit or planned, rule, "
            "set by, date in words, status, day off, warnings"
        ),
        *meant.REMARKS,
    ),
    each_case(_read),
)
PRINTED = Surface(
    "printed timeline",
    "Timeline page, as it is printed",
    ("an entry", "title", "who and to", "forms", "date in words", "rule", "limit and set by", *meant.REMARKS),
    each_case(_printed),
)
