"""The days of a page as a reader gets them, found by headings, lists and ids, never by class."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

import html5lib


@dataclass
class ReadBoard:
    """One board: its title, its sentence about day 0 and day 1, its days and its groups."""

    title: str
    counting: str = ""
    days: dict[str, list[str]] = field(default_factory=dict)
    """What each day or cell says, one text for each act, by its heading: `Day 7`, `By day 5`."""
    groups: dict[str, list[str]] = field(default_factory=dict)
    """What counts from another event, by the heading that names it."""


def read_boards(page: str, level: int) -> list[ReadBoard]:
    """The boards of a page whose titles are headings of that level."""
    found: list[ReadBoard] = []
    group = ""
    for one in _in_order(html5lib.parse(page, namespaceHTMLElements=False)):
        if one.tag == f"h{level}":
            found.append(ReadBoard(words(one)))
            group = ""
        elif re.fullmatch("h[1-4]", one.tag):
            if int(one.tag[1]) < level:
                found.append(ReadBoard(""))
            group = words(one) if int(one.tag[1]) > level else ""
        elif found and found[-1].title and one.tag == "p" and not found[-1].counting:
            found[-1].counting = words(one)
        elif found and one.tag == "ol":
            found[-1].days.update(_day(item) for item in one if item.tag == "li")
        elif found and group and one.tag == "ul":
            found[-1].groups[group] = [words(item) for item in one]
    return [one for one in found if one.days or one.groups]


def _in_order(element: Element) -> Iterator[Element]:
    """Headings, paragraphs and lists that are not inside of a list."""
    for one in element:
        yield one
        if one.tag not in ("ol", "ul", "p"):
            yield from _in_order(one)


def _day(item: Element) -> tuple[str, list[str]]:
    heading, *rest = list(item)
    acts = [one for part in rest for one in (part if part.tag == "ul" else [part])]
    return words(heading), [words(one) for one in acts]


def words(element: Element) -> str:
    return " ".join(" ".join(element.itertext()).split())
