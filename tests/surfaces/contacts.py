"""Whom to ring, read back: each number, mailbox, hour and day as the model has it, on pages and on paper."""

from __future__ import annotations

from calendar import day_name
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from guide.calendars import days
from guide.model import Contact, Guide
from surfaces import markup, meant
from surfaces.compared import Compared, Surface
from surfaces.paper import packed
from surfaces.written import Written

KEYS = ("emergency", "front_door", "out_of_hours", "team")
NEEDS = {
    "emergency": ("phone",), "front_door": ("phone", "hours", "checked_on"), "out_of_hours": ("phone", "checked_on"),
    "team": ("phone", "email", "checked_on"),
}  # fmt: skip
LACKS = {"phone": "telephone", "email": "e-mail", "hours": "hours", "checked_on": "day of the last check"}
PLACES = {
    "guide.pdf": "in the printed guide",
    "poster": "on a poster",
    "posters": "in the file of all posters",
    "wall": "on a poster for the wall",
    "pack": "in a pack",
    "fill-in": "on the blank timeline",
    "meeting": "on the list for a meeting",
}


def contact(guide: Guide, key: str) -> Contact:
    found: Contact = getattr(guide.partnership.contacts, key)
    return found


def named(guide: Guide, key: str) -> str:
    """Who answers, in the partnership's words or in those that fit any."""
    others = {
        "emergency": "If anyone is in immediate danger",
        "front_door": "Children's social care (the front door)",
        "out_of_hours": "Children's social care, out of hours",
        "team": meant.up(str(guide.partnership.contact)),
    }
    return str(contact(guide, key).name or others[key])


def _lacking(one: Contact, key: str) -> str:
    """What is missing, in the order in which a contact is told."""
    return ", ".join(words for fact, words in LACKS.items() if fact in NEEDS[key] and not getattr(one, fact))


def on_a_page(guide: Guide, keys: Iterable[str]) -> list[tuple[str, str, list[str]]]:
    """Name, words and links of each contact."""
    found = []
    for key in keys:
        one = contact(guide, key)
        ways = " or ".join(str(way) for way in (one.phone, one.email) if way)
        checked = f"(checked on {days.long(days.parse(one.checked_on))})" if one.checked_on else ""
        missing = f"Not in this guide yet. To be filled in: {lacking}" if (lacking := _lacking(one, key)) else ""
        links = [f"tel:{one.phone.replace(' ', '')}"] if one.phone else []
        links += [f"mailto:{one.email}"] if one.email else []
        said = " ".join(filter(None, (ways, str(one.hours or ""), checked, missing)))
        found.append((named(guide, key), said, links))
    return found


def read_from(holder: Element | None) -> list[tuple[str, str, list[str]]]:
    """The same, as it stands in a part of a page."""
    told = []
    for name, said in markup.terms(holder).items():
        links = [link.get("href", "") for link in said.iter("a")]
        told.append((name, markup.words(said), links))
    return told


def on_paper(guide: Guide, key: str) -> str:
    one = contact(guide, key)
    ways = " or ".join(str(way) for way in (one.phone, one.email) if way)
    hours = f", {_within_a_line(str(one.hours))}" if one.hours else ""
    checked = f" (checked on {days.long(days.parse(one.checked_on))})" if one.checked_on else ""
    missing = f" To be filled in: {lacking}" if (lacking := _lacking(one, key)) else ""
    return packed(f"{named(guide, key)}: {ways}{hours}{checked}{missing}.")


def _within_a_line(hours: str) -> str:
    return hours if hours.startswith(tuple(day_name)) else meant.down(hours)


def read_contacts(guide: Guide, written: Written) -> Iterator[Compared]:
    everyone = on_a_page(guide, KEYS)
    home = markup.by_id(written.page("index"), "whom-to-ring")
    yield Compared("index", "on the first page", read_from(home), everyone)
    page = written.page("forms")
    lists = markup.terms(page)
    (team,) = on_a_page(guide, ["team"])
    yield Compared("forms", "with the forms", read_from_term(lists, team[0]), team)
    ways = " or ".join(str(way) for way in (contact(guide, "team").phone, contact(guide, "team").email) if way)
    asked = [markup.said(markup.by_id(page, str(form.id)), "Where to get it") for form in guide.forms]
    beside = f" ({ways})" if ways else ""
    told = [one for one in asked if "ask " in one.lower() and not one.endswith(f"{guide.partnership.contact}{beside}.")]
    yield Compared("forms", "beside a form", told, [])
    for name, kind, _ in written.papers:
        text = written.paper(name).packed
        lost = [key for key in KEYS if on_paper(guide, key) not in text]
        yield Compared(name, PLACES.get(name) or PLACES[kind], lost, [])


def read_from_term(lists: dict[str, Element], name: str) -> tuple[str, str, list[str]]:
    said = lists.get(name)
    return name, markup.words(said), [link.get("href", "") for link in said.iter("a")] if said is not None else []


SURFACE = Surface(
    "whom to ring",
    "Whom to ring",
    ("on the first page", "with the forms", "beside a form", *PLACES.values()),
    read_contacts,
)
