"""The timeline page in a browser, read back from what its list says: by headings, terms and their words.

An entry is of an act or of one of its steps; which, it says itself under "Source".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from guide.calendars import days
from guide.dates import Schedule, ScheduledStep
from guide.model import Guide, Step
from surfaces import markup, meant
from surfaces.compared import Compared, Surface, act_of
from surfaces.files import addressed, each_case, status_of, steps_at
from surfaces.written import Written


class Entry(NamedTuple):
    """One entry of the list."""

    heading: str
    said: dict[str, str]
    """What stands behind each term."""
    text: str


def entries(guide: Guide, page: Element) -> dict[str, list[Entry]]:
    """The entries of the list called Timeline, by the steps that they speak of."""
    found: dict[str, list[Entry]] = {}
    listed = next((one for one in page.iter("ol") if _name(page, one) == "Timeline"), Element("ol"))
    for item in (one for one in listed if one.find(".//h3") is not None):
        entry = Entry(
            markup.words(item.find(".//h3")),
            {term: markup.words(said) for term, said in markup.terms(item).items()},
            markup.words(item),
        )
        places = re.findall(r"[Ff]lowchart (\d+), step (\d+)", entry.said.get("Source", ""))
        for name in steps_at(guide, places, "flowchart"):
            found.setdefault(name, []).append(entry)
    return found


def _name(page: Element, element: Element) -> str:
    label = markup.by_id(page, element.get("aria-labelledby", ""))
    return element.get("aria-label") or markup.words(label)


def _read(guide: Guide, written: Written, place: int, worked: Schedule) -> Iterator[Compared]:
    by_step = entries(guide, written.timeline(place))
    for scheduled in worked.steps:
        name, act = scheduled.step.id, scheduled.act
        mine = by_step.get(name) or [one for other in act_of(guide, name) for one in by_step.get(other, [])]
        if act.due is None and written.leaves_out_undated(place):
            continue
        if addressed(guide, name) and act.due is not None:
            mine = [one for one in mine if days.long(act.due) in one.heading]
        yield Compared(name, "an entry", bool(mine), True)
        for entry in mine:
            yield from _entry(guide, worked, scheduled, entry)


def _entry(guide: Guide, worked: Schedule, scheduled: ScheduledStep, entry: Entry) -> Iterator[Compared]:
    name, act, step = scheduled.step.id, scheduled.act, guide.entry[scheduled.step.id]
    assert isinstance(step, Step)
    titles = {str(guide.entry[one].title) for one in act_of(guide, name)}
    yield Compared(name, "title", any(entry.heading.endswith(f": {one}") for one in titles), True)
    dated = re.match(r"(\w+ \d+ \w+ \d{4})", entry.heading)
    yield Compared(name, "date", dated[1] if dated else None, days.long(act.due) if act.due is not None else None)
    said = entry.said
    yield Compared(
        name, "who", [one for one in meant.names(guide, (*step.who, *step.with_)) if one not in said.get("Who", "")], []
    )
    forms = [meant.label(guide, one) for one in step.forms]
    yield Compared(name, "forms", [one for one in forms if one not in said.get("Form", "")], [])
    yield Compared(name, "what", str(step.does) in entry.text, True)
    yield from (Compared(name, "what is open", one.words in entry.text, True) for one in act.open)
    if act.due is None or act.rule is None:
        return
    due = said.get("Due", "")
    kind = "Limit" if act.kind == "limit" else "Planned day"
    yield Compared(name, "limit or planned", re.findall("Limit|Planned day", due)[:1], [kind])
    yield Compared(name, "rule", act.rule.words in due, True)
    yield Compared(name, "set by", act.set_by.lower() in due.partition(kind)[2].lower(), True)
    lead = "No later than " if act.kind == "limit" else "On "
    dates = (
        f"From {days.long(act.opens)} to {days.long(act.due)}"
        if act.opens is not None
        else f"{lead}{days.long(act.due)}"
    )
    yield Compared(name, "date in words", due[: len(dates)], dates)
    beside = [days.long(one.counted.due) for one in act.standing]
    yield Compared(name, "dates beside it", [one for one in beside if one not in entry.text], [])
    yield Compared(name, "status", _said_status(entry.text, scheduled, worked), True)


def _said_status(text: str, scheduled: ScheduledStep, worked: Schedule) -> bool:
    pattern = status_of(scheduled, worked)
    if pattern == "$":
        return not re.search(r"Overdue|Due today|Due in \d", text)
    return re.search(pattern.removesuffix("$"), text) is not None


SURFACE = Surface(
    "timeline",
    "Timeline page, in a browser",
    (
        "an entry",
        "title",
        "date",
        "who",
        "forms",
        "what",
        "what is open",
        "limit or planned",
        "rule",
        "set by",
        "date in words",
        "dates beside it",
        "status",
    ),
    each_case(_read),
)
