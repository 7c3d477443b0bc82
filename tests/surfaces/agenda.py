"""The timeline page's table by day, and what stands above it: what is overdue, what comes next, what is still to ask.

Each row is of an act and stands in its place among the days; its link leads to the entry of that act in the list.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from guide.calendars import days
from guide.dates import Schedule
from guide.dates.acts import stands
from guide.model import Deadline, Guide
from surfaces import markup, meant
from surfaces.acts import MeantAct
from surfaces.compared import Compared, Surface, facts
from surfaces.files import each_case
from surfaces.numbered import LOCAL
from surfaces.timeline import places_in, said_status, shown
from surfaces.written import Case, Written

BY_DAY, BEFORE = "By day", "What comes before"
NAMED = 3
"""Overdue acts that stand above the table by their names."""


def table(page: Element, name: str) -> list[dict[str, Element]]:
    """The rows of the table that is called so, each cell by the head of its column."""
    for one in page.iter("table"):
        if markup.words(one.find("caption")) == name:
            holder = Element("div")
            holder.append(one)
            return list(markup.rows(holder))
    return []


def over_before(guide: Guide, journey: str, happened: set[str]) -> set[str]:
    """The steps that nobody gets past on the way to an event that has come, and the step that is the event."""
    found: set[str] = set()
    for anchor in guide.journey[journey].asks:
        done = guide.partnership.anchors[anchor].done_by
        home = guide.home_of.get(done) if done else None
        if home and home.id in guide.journey[journey].procedures and anchor in happened:
            others = [str(one.id) for one in home.steps if one.id != done]
            found |= {str(done), *(one for one in others if not _reached(guide, str(home.id), str(done), one))}
    return found


def _reached(guide: Guide, procedure: str, target: str, without: str) -> bool:
    """Whether a route leads to the target that passes by one of the steps."""
    home = guide.procedure[procedure]
    routes = [one for one in guide.routes[home.id] if one.kind in ("next", "branch")]
    entries = [str(one.entry_id) for one in home.entries if one.on_route]
    begins = {*entries[:1], *(one for one in entries if one not in {route.target for route in routes})}
    reached, waiting = set[str](), begins - {without}
    while waiting:
        one = waiting.pop()
        reached.add(one)
        waiting |= {str(route.target) for route in routes if route.source == one} - reached - {without}
    return target in reached


def _read(guide: Guide, written: Written, place: int, worked: Schedule) -> Iterator[Compared]:
    page, case = written.timeline(place), written.cases[place]
    acts = shown(guide, written, place, worked)
    happened = {name for name, day in case.anchors.items() if day <= case.today}
    over = over_before(guide, case.journey, happened)
    before = [one for one in acts if one.due is None and {line.name for line in one.lines} <= over]
    rest = [one for one in acts if one not in before]
    ordered = [*sorted((one for one in rest if one.due is not None), key=lambda one: one.due or 0),
               *(one for one in rest if one.due is None)]  # fmt: skip
    for name, wanted in ((BY_DAY, ordered), (BEFORE, before)):
        rows = table(page, name)
        yield Compared(name, "a row", len(rows), len(wanted))
        for act, row in zip(wanted, rows, strict=False):
            yield from _row(guide, act, row, page, case)
    yield from _above(guide, acts, page, case)


def _row(guide: Guide, act: MeantAct, row: dict[str, Element], page: Element, case: Case) -> Iterator[Compared]:
    name, title = act.name, act.lines[0].title
    said = {head: markup.words(cell) for head, cell in row.items()}
    day = days.long(act.due) if act.due is not None else "No date"
    yield Compared(name, "title", said["What"].startswith(title), True)
    yield Compared(name, "day", said["Date"].startswith(day), True)
    yield Compared(name, "what the day is", _kind(said["Date"].removeprefix(day).removeprefix(",")), kind(act))
    people = [meant.and_(meant.names(guide, who)) for line in act.lines for who in (line.who, line.helpers) if who]
    yield Compared(name, "who", [one for one in people if one not in said["Who"]], [])
    forms = [meant.label(guide, one) for one in act.all("forms")]
    yield Compared(name, "forms", said["Form"], ", ".join(forms))
    yield Compared(name, "status", said_status(said["What"], act, case), True)
    boxes = [one for one in row["Done"].iter("input") if one.get("type") == "checkbox"]
    labels = [markup.by_id(page, one.get("for", "")) for one in row["Done"].iter("label")]
    ticked = ["checked" in one.attrib for one in boxes]
    yield Compared(name, "box to tick", ticked, [act.act.done is not None])
    yield Compared(name, "box to tick", all(one is boxes[0] for one in labels), True)
    named = ", ".join((title, *forms)) if len(act.lines) > 1 else title
    yield Compared(name, "box to tick", boxes[0].get("aria-label", "").startswith(f"Done: {named}"), True)
    links = [one.get("href", "") for one in row["What"].iter("a")]
    entry = markup.by_id(page, links[0].removeprefix("#")) if links else None
    yield Compared(name, "where it leads", places_in(markup.said(entry, "Source")), act.places)


def _kind(said: str) -> str:
    """What is said of a date, without the number of its day."""
    first, _, rest = said.strip().partition(", ")
    return rest if first.startswith("Working day ") else said.strip()


def kind(act: MeantAct) -> str:
    """What the date of an act is: the last day or the day itself, its first day, its part of the day."""
    if act.due is None:
        return in_words(act)
    bound = {"not before": "not before this day", "no later than": "this day or an earlier one"}
    said = bound.get(act.act.bound) or {"limit": "limit", "planned": "planned day"}[act.act.kind]
    first = f"from {days.long(act.opens)}" if act.opens is not None else ""
    nation = "" if LOCAL in act.authorities else act.authorities[0]
    return ", ".join(filter(None, (said, first, meant.part(act.act.part or None).removeprefix(",").strip(), nation)))


def in_words(act: MeantAct) -> str:
    """What the source says of a deadline that it gives in words, where no rule of the act counts."""
    due = act.lines[0].due
    return "" if isinstance(due, Deadline) or act.act.rule or due == "not stated" else str(due)


def _above(guide: Guide, acts: list[MeantAct], page: Element, case: Case) -> Iterator[Compared]:
    today = days.parse(case.today)
    late = [one for one in acts if stands(one.act, today, one.worked.calendar)[0] == "overdue"]
    lines = [markup.words(one) for one in markup.items(markup.terms(page).get("Overdue"))]
    meant_lines = [f"{one.lines[0].title} was due on {days.long(one.due or 0)}" for one in late[:NAMED]]
    yield Compared("timeline", "overdue", lines, meant_lines)
    more = f"{len(late) - NAMED} more" if len(late) > NAMED else ""
    yield Compared("timeline", "overdue", more in markup.said(page, "Overdue"), True)
    open_, ahead = markup.said(page, "Next"), _next(acts, today)
    yield Compared(
        "timeline", "next", ahead in open_ if ahead else open_.startswith(("Nothing", "The procedure")), True
    )
    asked = dict.fromkeys(one.anchor for act in acts for one in act.act.open)
    questions = [markup.words(one.find(".//a")) for one in markup.items(markup.terms(page).get("Still to ask"))]
    yield Compared("timeline", "still to ask", questions, [str(guide.partnership.anchors[one].asks) for one in asked])


def _next(acts: list[MeantAct], today: int) -> str:
    """The day that is looked to next, and the first act of that day; empty where nothing more is due."""
    found: tuple[int, str] | None = None
    for one in acts:
        if one.due is None or one.act.done is not None:
            continue
        # Past the day of a stricter reading the limit by the main one is still ahead.
        past_reading = today > one.due and one.act.kind == "limit" and one.act.limit is not None
        day = one.act.limit if past_reading else one.due
        if day is not None and day >= today and (found is None or day < found[0]):
            found = (day, one.lines[0].title)
    return "" if found is None else f"{days.long(found[0])}: {found[1]}"


def _printed(guide: Guide, written: Written, place: int, worked: Schedule) -> Iterator[Compared]:
    """The same rows on paper, where the list stays away unless it is asked for."""
    rows, acts = written.rows_printed(place), shown(guide, written, place, worked)
    told = [one for one in acts if one.due is not None]
    yield Compared("table", "a row", len([one for one in rows if "No date" not in one]), len(told))
    for act, text in zip(sorted(told, key=lambda one: one.due or 0), rows, strict=False):
        yield Compared(act.name, "title", act.lines[0].title in text, True)
        yield Compared(act.name, "day", days.long(act.due or 0) in text, True)
        rows_of = [who for line in act.lines for who in (line.who, line.helpers) if who]
        who = [meant.and_(meant.names(guide, one)) for one in rows_of]
        yield Compared(act.name, "who", [one for one in who if one not in text], [])
        forms = [meant.label(guide, one) for one in act.all("forms")]
        yield Compared(act.name, "forms", [one for one in forms if one not in text], [])


SURFACE = Surface(
    "agenda",
    "Timeline page, the table by day",
    facts(
        "a row, title, day, what the day is, who, forms, status, box to tick, where it leads, "
        "overdue, next, still to ask"
    ),
    each_case(_read),
)
PRINTED = Surface(
    "printed agenda",
    "Timeline page, the table by day as it is printed",
    facts("a row, title, day, who, forms"),
    each_case(_printed),
)
