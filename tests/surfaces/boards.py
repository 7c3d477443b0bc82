"""Boards without dates, read back: the first page, day by day, roles, packs, the printed guide, the blank timeline.

Each act of a clock stands once on a board, on the day that governs; what else holds for it is said at it. What counts
from another event stands under the name of that event. The numbers that are expected are counted in `numbered`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from guide.model import Deadline, Guide
from surfaces import markup, meant
from surfaces.acts import Line
from surfaces.compared import Compared, Surface
from surfaces.dates_apart import earlier_date
from surfaces.day_one import counting
from surfaces.numbered import LOCAL, MeantBoard, MeantBoardAct, Said, boards
from surfaces.paper import Paper, packed
from surfaces.terms import by
from surfaces.written import Written


class ReadAct(NamedTuple):
    """An act as a board has it: on which day, and all that is said there."""

    label: str
    entry: str
    title: str
    text: str


def beside(guide: Guide, act: MeantBoardAct) -> dict[str, list[str]]:
    """What has to be said at an act beside its day, by the fact that it is."""
    governs, *others = act.rules
    untimed = [one for one in act.lines if not isinstance(one.due, Deadline) and one.name in guide.entry]
    silent = [one for one in untimed if not any(by.line.name == one.name for by in act.rules if by.origin == "step")]
    words = {one.name: meant.NO_DEADLINE if one.due == "not stated" else str(one.due) for one in silent}
    return {
        "rules beside": [*(one.beside for one in others), *filter(None, [earlier_date(guide, act.lines[0].name)])],
        "on a closed day": [one.on_closed for one in act.rules if one.on_closed],
        "without a number": [
            f"flowchart {one.home.flowchart}: “{one.title}”, {meant.down(words[one.name])}" for one in silent
        ],
        "authority": [f"({governs.whose})"] if names_whose(governs) else [],
        "terms": [governs.asked] if governs.asked else [],
        "time of day": [governs.part] if governs.part else [],
    }


def names_whose(governs: Said) -> bool:
    """The nation's rule, and what is another reading of the words, are named on their own day too."""
    return governs.due.authority != LOCAL or governs.origin == "reading"


def lacking(sentences: Iterable[str], text: str) -> list[str]:
    """The sentences that a text lacks, whatever letter they begin with."""
    return [one for one in sentences if packed(one).lower() not in packed(text).lower()]


# On pages


def _strip(section: Element) -> list[ReadAct]:
    """The acts of a strip: in each of its items a day in bold, and an element for each act."""
    listed = next((one for one in section.iter("ol")), Element("ol"))
    found = []
    for item in (one for one in listed if one.tag == "li"):
        label = markup.words(item.find("strong"))
        for part in (one for one in item if one.tag != "strong"):
            link = next(part.iter("a"), None)
            if link is not None:
                said = markup.words(part)
                found.append(ReadAct(label, markup.end_of(link.get("href", "")), markup.words(link), said))
    return found


def _on_strip(guide: Guide, board: MeantBoard, section: Element) -> Iterator[Compared]:
    found = _strip(section)
    yield Compared(board.title, "one entry an act", len(found), len(board.numbered))
    for act in board.numbered:
        mine = [one for one in found if one.entry in act.steps]
        yield Compared(act.name, "one entry an act", len(mine), 1)
        for one in mine:
            yield Compared(act.name, "day", re.findall(r"\d+", one.label), re.findall(r"\d+", act.rules[0].label))
            without = [re.sub(r"\d+", "", words) for words in (one.label, act.rules[0].label)]
            yield Compared(act.name, "limit or planned", *without)
            yield Compared(act.name, "title", one.title, act.title)
            who = f"Who: {by(guide, act.lines)}"
            who += f", with {meant.and_(meant.names(guide, act.helpers))}" if act.helpers else ""
            yield Compared(act.name, "who of a day", lacking([who], one.text), [])
            for fact, sentences in beside(guide, act).items():
                yield Compared(act.name, fact, lacking(sentences, one.text), [])
    if board.numbered:
        text = markup.words(section)
        yield Compared(board.title, "counting", lacking(counting(guide, board.clock), text), [])


def _groups(guide: Guide, board: MeantBoard, section: Element) -> Iterator[Compared]:
    wanted = board.grouped(guide)
    headings = Counter(markup.words(one) for one in section.iter() if one.tag in markup.HEADINGS)
    for heading in dict.fromkeys(one for one, _, _ in wanted):
        yield Compared(board.title, "events", headings[heading], 1)
        items = [one for one in markup.items(markup.under(section, heading)) if markup.links(one)]
        acts = {act.steps: act for event, act, _ in wanted if event == heading}
        yield Compared(board.title, "acts of an event", len(items), len(acts))
        for _, act, rule in (one for one in wanted if one[0] == heading):
            mine = [markup.words(one) for one in items if set(markup.links(one)) & act.steps]
            yield Compared(rule.line.name, "acts of an event", len(mine), 1)
            kind = "A limit" if rule.kind == "limit" else "A planned day"
            said = f"{kind}: {meant.down(rule.words)}{rule.part} ("
            yield Compared(rule.line.name, "rule of an event", [one for one in mine if said not in one], [])
            for text in mine:
                # Who says the same and asks the same shares a line; who asks something else has one of its own.
                told = [one.partition(")") for one in text.split(said)[1:]]
                asking = [after for whose, _, after in told if rule.whose in whose]
                yield Compared(rule.line.name, "whose rule", len(asking), 1)
                titles = "|".join(re.escape(headed(line)) for line in act.lines)
                alone = re.compile(rf"{re.escape(rule.asking or '.')} *(?:A limit: |A planned day: |{titles}|$)")
                yield Compared(rule.line.name, "what is asked", [one for one in asking if not alone.match(one)], [])
            who = f"Who: {by(guide, act.lines)}"
            yield Compared(rule.line.name, "who of an event", [one for one in mine if who not in one], [])
    others = [one for one in headings if re.match("(From|Before) the day", one)]
    yield Compared(board.title, "events", sorted(set(others) - {one for one, _, _ in wanted}), [])


def headed(line: Line) -> str:
    """The title of what counts from another event, with what stands before it where no step is meant."""
    return f"{'National rule, no step of the approved procedure: ' if line.cites else ''}{line.title}"


def _board_on_page(guide: Guide, board: MeantBoard, page: Element) -> Iterator[Compared]:
    section = markup.under(page, board.title)
    yield from _on_strip(guide, board, section)
    yield from _groups(guide, board, section)


def read_home(guide: Guide, written: Written) -> Iterator[Compared]:
    for board in boards(guide):
        yield from _board_on_page(guide, board, written.page("index"))


def for_actor(guide: Guide, actor: str) -> list[MeantBoard]:
    actors = (actor, *map(str, guide.actor[actor].acts_for))
    mine = (board.of(actors) for board in boards(guide))
    return [one for one in mine if one.numbered or one.grouped(guide)]


def read_roles(guide: Guide, written: Written) -> Iterator[Compared]:
    for actor in guide.actors:
        if actor.kind != "subject" and (mine := for_actor(guide, str(actor.id))):
            page = markup.under(written.page(f"roles/{actor.id}"), "Your days")
            for board in mine:
                yield from _board_on_page(guide, board, page)


STANDING = {
    ("planned", True): "On this day", ("limit", True): "No later than this day",
    ("planned", False): "From this day:|Still open:", ("limit", False): "From this day:|Still open:",
}  # fmt: skip


def read_days(guide: Guide, written: Written) -> Iterator[Compared]:
    """Day by day: every day of a board, with what is due on it, what may begin on it and what goes on."""
    page = written.page("by-day")
    for board in boards(guide):
        section = markup.under(page, board.title)
        listed = {}
        for item in markup.items(section):
            if found := re.search(r"day-(-?\d+)$", item.get("id") or ""):
                listed[int(found[1])] = item
        for number, item in listed.items():
            heading = markup.words(item.find(".//h3"))
            yield Compared(board.title, "day", (item.get("value"), heading), (str(number), f"Day {number}"))
        for act in board.numbered:
            yield from _on_days(guide, board, act, listed)
        if board.numbered:
            yield Compared(board.title, "counting", lacking(counting(guide, board.clock), markup.words(section)), [])
            yield from _zero(guide, board, listed)
        yield from _groups(guide, board, section)


def _zero(guide: Guide, board: MeantBoard, listed: dict[int, Element]) -> Iterator[Compared]:
    """The day of the event is named where it stands."""
    day = f"{guide.partnership.anchors[board.clock.from_].day_zero}."
    named = {number for number, item in listed.items() if day in markup.paragraphs(item)}
    is_whole = max(act.rules[0].last or 0 for act in board.numbered) <= LONGEST
    meant_to_be = {1 if board.clock.begins_with_the_day else 0}
    yield Compared(board.title, "day of the event", named, meant_to_be if is_whole else meant_to_be & set(listed))


LONGEST = 40
"""With more days than this, a board lists only those on which something is due."""


def _on_days(guide: Guide, board: MeantBoard, act: MeantBoardAct, listed: dict[int, Element]) -> Iterator[Compared]:
    governs = act.rules[0]
    told: dict[int, str] = {}
    for number, item in listed.items():
        for line in markup.items(item)[1:]:
            if markup.links(line)[:1] and markup.links(line)[0] in act.steps:
                told[number] = markup.words(line)
    first, last = governs.first or 0, governs.last or 0
    yield Compared(act.name, "days", sorted(told), [one for one in sorted(listed) if first <= one <= last])
    for number, text in told.items():
        is_range = governs.kind == "planned" and number == last != first
        pattern = f"From day {first} to this day" if is_range else STANDING[governs.kind, number == last]
        yield Compared(act.name, "limit or planned", bool(re.match(f"(?:{pattern})", text)), True)
    text = told.get(last, "")
    yield Compared(act.name, "title", act.title in text, True)
    for fact, sentences in beside(guide, act).items():
        yield Compared(act.name, fact, lacking(sentences, text), [])
    who = f"Who: {by(guide, act.lines)}"
    who += f", with {meant.and_(meant.names(guide, act.helpers))}." if act.helpers else "."
    who += f" To: {meant.and_(meant.names(guide, act.all('to')))}." if act.all("to") else ""
    yield Compared(act.name, "who and to", who in text, True)
    forms = ", ".join(meant.label(guide, one) for one in act.all("forms"))
    yield Compared(act.name, "forms", forms in text, True)


# On paper


def on_paper(guide: Guide, mine: list[MeantBoard], paper: Paper) -> Iterator[Compared]:
    """The boards in the printed guide and in packs: tables of days, and of what counts from another event."""
    cells = [(row["When"].packed, row["What"].packed) for row in paper.rows("When", "What")]
    labels = [packed(one) for board in mine for one in {act.rules[0].label for act in board.numbered}]
    yield Compared("boards", "days of the boards", sorted(one for one, _ in cells), sorted(labels))
    for board in mine:
        for act in board.numbered:
            label, title = packed(act.rules[0].label), packed(act.title)
            texts = [said for day, said in cells if day == label and title in said]
            yield Compared(act.name, "act on its day", bool(texts), True)
            for fact, sentences in beside(guide, act).items():
                told = any(not lacking(sentences, text.partition(title)[2]) for text in texts)
                yield Compared(act.name, fact, told or not texts, True)
        if board.numbered:
            # Elsewhere a procedure says the same of itself: here it has to follow the title of the board.
            below = [text[:700] for text in paper.packed.split(packed(board.title))[1:]]
            told = any(not lacking(counting(guide, board.clock), text) for text in below)
            yield Compared(board.title, "counting", told, True)
    rows = [(row[packed(FROM)].packed, row["What"].packed) for row in paper.rows(FROM, "What")]
    yield from _groups_on_paper(guide, mine, rows)


FROM = "Counted from another event"


def _groups_on_paper(guide: Guide, mine: list[MeantBoard], rows: list[tuple[str, str]]) -> Iterator[Compared]:
    for board in mine:
        for heading, act, rule in board.grouped(guide):
            name = rule.line.name
            texts = [said for event, said in rows if event == packed(heading)]
            yield Compared(name, "events", bool(texts), True)
            said = re.escape(packed(f"{rule.words}{rule.part} ("))
            found = [(one[1], text[one.end() :]) for text in texts for one in re.finditer(rf"{said}([^)]*)\)", text)]
            yield Compared(name, "rule of an event", bool(found), True)
            yield Compared(name, "whose rule", any(packed(rule.whose) in whose for whose, _ in found), True)
            who = by(guide, act.lines)
            starts = tuple(packed(f"{headed(line)}{who}") for line in act.lines)
            told = [behind for whose, behind in found if packed(rule.whose) in whose and behind.startswith(starts)]
            stood = [one for by in mine for one in by.grouped(guide) if (one[0], one[1].steps) == (heading, act.steps)]
            alike = [one for _, _, one in stood if (one.words, one.whose) == (rule.words, rule.whose)]
            yield Compared(name, "acts of an event", len(told), len(alike))


def read_book_boards(guide: Guide, written: Written) -> Iterator[Compared]:
    yield from on_paper(guide, list(boards(guide)), written.paper("guide.pdf"))


def read_pack_boards(guide: Guide, written: Written) -> Iterator[Compared]:
    for name, kind, subject in written.papers:
        if kind == "pack":
            yield from on_paper(guide, for_actor(guide, subject), written.paper(name))


BESIDE = ("rules beside", "on a closed day", "without a number", "authority", "terms", "time of day")
GROUPS = ("events", "acts of an event", "rule of an event", "whose rule", "what is asked", "who of an event")
ON_DAYS = ("one entry an act", "day", "limit or planned", "title", *BESIDE, "counting", *GROUPS)
ON_PAPER = ("days of the boards", "act on its day", *BESIDE, "counting", *GROUPS[:-2])
ON_A_STRIP = ("who of a day", *ON_DAYS)
HOME = Surface("days at a glance", "Days at a glance, on the first page", ON_A_STRIP, read_home)
BOARD = Surface(
    "board",
    "Day by day",
    ("days", "who and to", "forms", "day of the event", *ON_DAYS[1:]),
    read_days,
)
YOUR_DAYS = Surface("your days", "Pages of roles: your days", ON_A_STRIP, read_roles)
BOOK_BOARDS = Surface("book days", "Days in the printed guide", ON_PAPER, read_book_boards)
PACK_BOARDS = Surface("pack days", "Days in role packs", ON_PAPER, read_pack_boards)
