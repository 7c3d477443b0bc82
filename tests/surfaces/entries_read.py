"""A procedure's page as a reader gets it: its ordered lists and its cards, found by role, label and id, never by class.

It shares no code with what writes the pages, so that a fault in a template or in the outline is seen here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from surfaces.markup import end_of, words

Ways = frozenset[tuple[str, str]]
"""Each answer (empty where nothing is asked) and the id of what it leads to."""


@dataclass(frozen=True)
class ReadEntry:
    """One entry, as its line in the list or its card says it."""

    title: str
    number: str
    ways: Ways
    day: str
    """By when, as the heading of the card ends; empty in a list."""
    said: dict[str, str]
    """What stands behind each label: `Who`, `To`, `When`, `Form`."""


def lists_in(main: Element) -> dict[str, ReadEntry]:
    """The lines of every ordered list whose lines lead to entries of this page, by the entry's id."""
    found = {}
    for line in (item for ordered in main.iter("ol") for item in ordered):
        link = line.find("a")
        if link is not None and (href := link.get("href", "")).startswith("#"):
            found[href[1:]] = ReadEntry(words(link), line.get("value", ""), frozenset(_ways(line)), "", {})
    return found


def cards_in(main: Element) -> dict[str, ReadEntry]:
    """Every section with a heading of its own, by its id."""
    found = {}
    for card in main.iter("section"):
        heading = next((one for one in card if one.get("id") == f"{card.get('id')}-title"), None)
        if heading is not None:
            spans = [words(one) for one in heading.findall("span")]
            number, behind = "".join(spans[:1]), " ".join(spans[1:])
            title = words(heading).removeprefix(number).removesuffix(behind).strip()
            day = behind.removeprefix("· ")
            found[card.get("id", "")] = ReadEntry(title, number, frozenset(_ways(card)), day, dict(_labelled(card)))
    return found


def _ways(holder: Element) -> Iterator[tuple[str, str]]:
    """The lines of unordered lists that say where an entry leads: an answer and a link, or "Next:" and a link."""
    for line in (item for listed in holder.iter("ul") for item in listed):
        before, links = words(line).partition(":")[0], list(line.iter("a"))
        is_answer = (bold := line.find("strong")) is not None and words(bold).endswith(":")
        if len(links) == 1 and (is_answer or before == "Next" or "not stated" in words(line).lower()):
            yield (before if is_answer else ""), end_of(links[0].get("href", ""))


def _labelled(card: Element) -> Iterator[tuple[str, str]]:
    """Each label in bold with what follows it, up to the next label."""
    for paragraph in card.iter("p"):
        parts = re.split(r"(?:^| · )([A-Z][a-z]+(?: [a-z]+)?): ", words(paragraph))
        yield from zip(parts[1::2], parts[2::2], strict=True)
    for listed in card.iter("dl"):
        names, values = listed.iter("dt"), listed.iter("dd")
        yield from zip(map(words, names), map(words, values), strict=True)
    forms = [words(item) for part in card.findall("ul") for item in part if "forms/#" in _hrefs(item)]
    if forms:
        yield "Forms", "; ".join(forms)


def _hrefs(holder: Element) -> str:
    return " ".join(link.get("href", "") for link in holder.iter("a"))
