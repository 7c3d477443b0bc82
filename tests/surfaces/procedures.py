"""The page of a procedure, read back: its list, its cards and the summary at its top."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from guide.model import Deadline, Decision, Guide, Note, Outcome, Procedure, Step
from guide.model.entries import AnyEntry
from surfaces import markup, meant
from surfaces.acts import duties
from surfaces.compared import Compared, Surface, act_of
from surfaces.dates_apart import day_said, earlier_date, earlier_date_here, sooner_of
from surfaces.day_one import counting_on
from surfaces.entries_read import ReadEntry, cards_in, lists_in
from surfaces.numbered import LOCAL, Said, beside_of, said_of
from surfaces.paper import packed
from surfaces.terms import counted_by_reading
from surfaces.written import Written

AUTHORITIES = ("Statutory guidance", "Panel guidance", "Local procedure", "Statute")
KINDS = {"limit": "This is a limit: no later than this.", "planned": "This is a planned day, not a limit."}


def read(guide: Guide, written: Written) -> Iterator[Compared]:
    for procedure in guide.procedures:
        page = written.page(f"procedures/{procedure.id}")
        lists, cards = lists_in(page), cards_in(page)
        yield from _summary(guide, procedure, page)
        for entry in procedure.entries:
            name = str(entry.entry_id)
            nothing = ReadEntry("", "", frozenset(), "", {})
            yield from _entry(
                guide, entry, lists.get(name, nothing), cards.get(name, nothing), markup.by_id(page, name)
            )
            if isinstance(entry, Step):
                section = markup.by_id(page, name)
                yield from _step(guide, entry, cards.get(name, nothing), section)
                yield from _same_act(guide, entry, _line(page, name), markup.paragraphs(section))


def _line(page: Element, name: str) -> str:
    """The line of an entry in its ordered list."""
    lines = (item for listed in page.iter("ol") for item in listed)
    led = ((next(item.iter("a"), None), item) for item in lines)
    return next((markup.words(item) for link, item in led if link is not None and link.get("href") == f"#{name}"), "")


def _entry(
    guide: Guide, entry: AnyEntry, line: ReadEntry, card: ReadEntry, section: Element | None
) -> Iterator[Compared]:
    name, number = str(entry.entry_id), str(guide.numbers.get(entry.entry_id, ""))
    yield Compared(name, "title in the list", line.title, str(entry.title))
    yield Compared(name, "title of the card", card.title, str(entry.title))
    yield Compared(name, "number", (line.number, card.number), (number, number or str(entry.kind).capitalize()))
    yield Compared(name, "ways on of the card", card.ways, meant.ways(guide, entry))
    yield Compared(name, "guide's reading", _readings(section), _meant_readings(guide, entry))
    if isinstance(entry, Decision | Outcome | Note):
        yield Compared(name, "ways on in the list", line.ways, meant.ways(guide, entry))
    if isinstance(entry, Decision):
        yield Compared(name, "who decides", card.said.get("Who decides"), meant.who(guide, entry))
    if isinstance(entry, Step | Decision):
        said = [one for one in markup.paragraphs(section) if "; this is the guide's reading (question" in one]
        asked = meant.reading_of_who(guide, entry.who_reading)
        yield Compared(name, "reading of who", said, [asked] if asked else [])


def _readings(section: Element | None) -> set[str]:
    """What the ways on lead to that are the guide's own reading of the source."""
    return {
        link
        for item in markup.items(section)
        if "the guide's reading" in markup.words(item)
        for link in markup.links(item)
    }


def _meant_readings(guide: Guide, entry: AnyEntry) -> set[str]:
    leaving = guide.routes[guide.home_of[entry.entry_id].id]
    return {str(one.target) for one in leaving if one.source == entry.entry_id and one.inferred and one.kind != "gap"}


def _step(guide: Guide, step: Step, card: ReadEntry, section: Element | None) -> Iterator[Compared]:
    name = str(step.id)
    yield Compared(name, "who", markup.labelled(section, "Who"), meant.who(guide, step))
    to = meant.and_(meant.names(guide, step.to)) if step.to else ""
    yield Compared(name, "to", markup.labelled(section, "To"), to)
    yield Compared(name, "day in the heading", card.day, _day(guide, step))
    yield Compared(name, "when", card.said.get("If"), str(step.when) if step.when else None)
    paragraphs = markup.paragraphs(section)
    modality = [one for one in [meant.modality(step)] if one]
    yield Compared(name, "may or should", _modality(paragraphs), modality)
    yield Compared(name, "what", _one(paragraphs, str(step.does)), str(step.does))
    yield Compared(name, "forms", _forms(section), [str(one) for one in step.forms])
    notes = [str(one) for one in step.notes]
    yield Compared(name, "notes", [one for one in paragraphs if one in notes], notes)
    yield from _due(guide, step, paragraphs)


def _modality(paragraphs: list[str]) -> list[str]:
    found = (re.fullmatch("The source says “(may|should)”.", one) for one in paragraphs)
    return [one[1] for one in found if one]


def _day(guide: Guide, step: Step) -> str:
    """The earlier day of the same act, the step's own day on the clock, or its deadline in a few words."""
    name = str(step.id)
    said = said_of(guide, name, str(guide.home_of[step.id].id))
    own = [one for one in said if one.line.name == name and one.origin in ("step", "again") and one.last is not None]
    days = [one.elsewhere for one in sooner_of(guide, name)] + [day_said(one) for one in own]
    return next(iter(days), meant.down(meant.short(step)))


def _one(paragraphs: list[str], words: str) -> str:
    """The paragraph that says these words, with the abbreviations in it left alone; nothing where none does."""
    return next((one for one in paragraphs if one == words), "")


def _forms(section: Element | None) -> list[str]:
    """The forms that a card's own lists lead to."""
    lists = section.findall("ul") if section is not None else []
    found = [link.get("href", "") for listed in lists for link in listed.iter("a")]
    return [markup.end_of(one) for one in found if "forms/#" in one]


def _due(guide: Guide, step: Step, paragraphs: list[str]) -> Iterator[Compared]:
    """What is said of the step's own date: the paragraph that tells a limit from a planned day."""
    name, due = str(step.id), step.due
    telling = [one for one in paragraphs if any(words in one for words in KINDS.values())]
    kinds = [kind for one in telling for kind, words in KINDS.items() if words in one]
    yield Compared(name, "limit or planned", kinds, [kind for kind in [meant.kind(step)] if kind])
    words = meant.due(guide, step)
    if not isinstance(due, Deadline):
        yield Compared(name, "rule", _one(paragraphs, words), words)
        return
    before = next(iter(telling), "").partition(next(iter(KINDS[kind] for kind in kinds), "This "))[0].strip()
    before, _, setter = before.rpartition(". Set by: ")
    authority = next((one for one in AUTHORITIES if setter == f"{one}."), "")
    part = f", {due.part}" if due.part == "as early as possible" else meant.PARTS.get(due.part or "", "")
    yield Compared(name, "rule", before, words + part)
    yield Compared(name, "authority", authority, meant.up(due.authority))
    twice = re.findall(r"The source also says: (.*?)\.", next(iter(telling), ""))
    also = [meant.said_again(step)] if step.equals else []
    yield Compared(name, "stated twice", twice, also)
    counted = [one for one in counted_by_reading(guide, due) if not next(iter(telling), "").endswith(one)]
    back = next((one for one in paragraphs if one.startswith("How far back: ")), "")
    unsaid = [one for one in counted_by_reading(guide, step.look_back) if not back.endswith(f". {one}")]
    yield Compared(name, "how it is counted", [*counted, *unsaid], [])
    yield from _beside(guide, step, paragraphs)


def _beside(guide: Guide, step: Step, paragraphs: list[str]) -> Iterator[Compared]:
    name, home = str(step.id), guide.home_of[step.id]
    nation = [
        found.groups()
        for one in paragraphs
        if (found := re.match(r"(?:A separate n|N)ational rule(?:\. Who: (.+?)\. By when)?: (.*)", one))
    ]
    words = [meant.down(meant.rule(guide, home, one.due)) for one in step.national]
    yield Compared(name, "national rule", [_start(one, words) for _, one in nation], words)
    authorities = [meant.up(one.due.authority) for one in step.national]
    yield Compared(name, "national authority", [_found(one, AUTHORITIES) for _, one in nation], authorities)
    asked = [
        f"What it asks: {one.says} Where it is stated" if one.says else "Where it is stated" for one in step.national
    ]
    told = [one.partition(f"{authority}. ")[2] for (_, one), authority in zip(nation, authorities, strict=False)]
    yield Compared(name, "what the nation asks", told, asked)
    others = list(map(id, duties(guide, step).values()))
    whom = [meant.and_(meant.names(guide, one.who)) if id(one) in others else None for one in step.national]
    yield Compared(name, "whom it speaks to", [said for said, _ in nation], whom)
    readings = [one.removeprefix("Another reading: ") for one in paragraphs if one.startswith("Another reading: ")]
    other = [meant.down(meant.rule(guide, home, one.due)) for one in step.also_read_as]
    yield Compared(name, "other reading", [one.partition(". ")[0] for one in readings], other)


def _same_act(guide: Guide, step: Step, line: str, paragraphs: list[str]) -> Iterator[Compared]:
    """What other steps of the act say, in the list and on the card."""
    name = str(step.id)
    for one in beside_of(guide, name):
        in_list = packed(one.elsewhere).lower() in packed(line).lower()
        yield Compared(name, "rules of the act in the list", in_list, True)
        kind = "This is a limit" if one.kind == "limit" else "This day is planned"
        flowchart = f"flowchart {one.line.home.flowchart}"
        whose = f"in {flowchart}" if one.due.authority == LOCAL else "by national rule"
        place = f"{kind}, shown in {flowchart} at: {one.line.title}"
        day = one.elsewhere.removesuffix("" if one.due.authority != LOCAL else f" ({one.whose})")
        whole = f"The same act, {whose}: {day}{one.asking or '.'} {place}"
        told = [said for said in paragraphs if packed(said) == packed(whole)]
        yield Compared(name, "rules of the act on the card", len(told), 1)
    told = [one for one in paragraphs if one.startswith(("Work to the earlier date", "Where its two dates differ"))]
    yield Compared(name, "which date to work to", told, earlier_date_here(guide, name))


def _start(said: str, expected: list[str]) -> str:
    return next((one for one in expected if said.startswith(f"{one}. Set by: ")), said)


def _found(said: str, words: tuple[str, ...]) -> str:
    return next((one for one in words if f" {one}" in said), "")


def _summary(guide: Guide, procedure: Procedure, page: Element) -> Iterator[Compared]:
    """What the top of the page says of the whole: whom it is for, its limits, its counting, its forms."""
    name = str(procedure.id)
    top = next(page.iter("dl"), None)
    holder = Element("div")
    holder.extend([top] if top is not None else [])
    yield Compared(name, "name", next((markup.words(one) for one in page.iter("h1")), ""), str(procedure.title))
    yield Compared(
        name,
        "begin and end",
        (markup.said(holder, "It starts when"), markup.said(holder, "It ends when")),
        (str(procedure.starts), str(procedure.ends)),
    )
    yield from _limits(guide, procedure, markup.terms(holder).get("Limits"))
    codes = list(dict.fromkeys(str(form) for step in procedure.steps for form in step.forms))
    yield Compared(name, "forms of the whole", markup.links(markup.terms(holder).get("Forms")), codes)
    if clock := procedure.clock:
        said = markup.said(holder, "Counting")
        pieces = (*counting_on(guide, procedure), guide.calendars[clock.calendar].name)
        numbers = bool(counting_on(guide, procedure))
        told = "Day 0 is" in said or "Day 1 is" in said
        yield Compared(name, "counting", ([one for one in pieces if one not in said], told), ([], numbers))


def _limits(guide: Guide, procedure: Procedure, said: Element | None) -> Iterator[Compared]:
    """One line for each act that has a limit, by any of its steps, with each of them and the planned days beside."""
    lines = {markup.links(item)[0]: markup.words(item) for item in markup.items(said) if markup.links(item)}
    expected: dict[frozenset[str], tuple[Step, list[str]]] = {}
    for step in procedure.steps:
        rules = [one for one in said_of(guide, str(step.id), str(procedure.id)) if one.origin != "reading"]
        if any(one.kind == "limit" for one in rules):
            words = [_in_summary(step, one, len(rules) > 1) for one in rules]
            expected.setdefault(act_of(guide, str(step.id)), (step, words))
    yield Compared(str(procedure.id), "limits", list(lines), [str(step.id) for step, _ in expected.values()])
    for step, words in expected.values():
        told = packed(lines.get(str(step.id), "").removeprefix(f"{step.title}: ")).lower()
        advice = packed(f". {said}" if (said := earlier_date(guide, str(step.id))) else "").lower()
        yield Compared(str(step.id), "limits", told.endswith(advice), True)
        told = told.removesuffix(advice)
        yield Compared(str(step.id), "limits", [one for one in words if packed(one).lower() not in told], [])
        yield Compared(str(step.id), "limits", len(told), len(packed("; ".join(words))))


def _in_summary(step: Step, rule: Said, beside_others: bool) -> str:
    if rule.kind == "planned":
        return rule.beside
    if rule.line.name == step.id and rule.due.authority == LOCAL:
        whose = f" ({rule.whose})" if beside_others else ""
        return f"by day {rule.last}" if rule.origin == "again" else f"{meant.down(rule.words)}{whose}"
    return rule.elsewhere


SURFACE = Surface(
    "procedure",
    "Pages of procedures: list, cards, summary",
    (
        "title in the list",
        "title of the card",
        "number",
        "who",
        "to",
        "day in the heading",
        "who decides",
        "reading of who",
        "when",
        "what",
        "may or should",
        "forms",
        "notes",
        "rule",
        "limit or planned",
        "authority",
        "stated twice",
        "how it is counted",
        "which date to work to",
        "national rule",
        "national authority",
        "what the nation asks",
        "whom it speaks to",
        "other reading",
        "rules of the act in the list",
        "rules of the act on the card",
        "ways on of the card",
        "ways on in the list",
        "guide's reading",
        "name",
        "begin and end",
        "limits",
        "forms of the whole",
        "counting",
    ),
    read,
)
