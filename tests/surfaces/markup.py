"""A page as a reader finds the way in it: by ids, headings, labels, terms, tables with their heads. Never by class."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def main_of(text: str) -> Element:
    """The main part of a page."""
    tree = html5lib.parse(text, namespaceHTMLElements=False)
    return next(iter(tree.iter("main")), tree)


def words(element: Element | None) -> str:
    return "" if element is None else re.sub(r"\s+", " ", "".join(element.itertext())).strip()


def by_id(page: Element, name: str) -> Element | None:
    return next((one for one in page.iter() if one.get("id") == name), None)


def links(holder: Element | None, among: str = "") -> list[str]:
    """Where its links lead: the end of each address, an id or a folder. `among` is a part of those that are meant."""
    told = [] if holder is None else [one.get("href", "") for one in holder.iter("a")]
    return [end_of(one) for one in told if among in one]


def end_of(href: str) -> str:
    return href.rpartition("#")[2] if "#" in href else href.rstrip("/").rpartition("/")[2]


def terms(holder: Element | None) -> dict[str, Element]:
    """Each term of its lists of terms, with what is said of it."""
    found: dict[str, Element] = {}
    for listed in holder.iter("dl") if holder is not None else ():
        found.update(zip(map(words, listed.iter("dt")), listed.iter("dd"), strict=True))
    return found


def said(holder: Element | None, term: str) -> str:
    return words(terms(holder).get(term))


def rows(holder: Element | None) -> Iterator[dict[str, Element]]:
    """The rows of its tables, each cell by the head of its column."""
    for table in holder.iter("table") if holder is not None else ():
        heads = [words(one) for one in table.iter("th") if one.get("scope") == "col"]
        for row in table.iter("tr"):
            cells = [one for one in row if one.tag in ("td", "th")]
            if any(one.get("scope") != "col" for one in cells):
                yield dict(zip(heads, cells, strict=False))


def paragraphs(holder: Element | None) -> list[str]:
    return [words(one) for one in holder.iter("p")] if holder is not None else []


def items(holder: Element | None) -> list[Element]:
    return list(holder.iter("li")) if holder is not None else []


def labelled(holder: Element | None, label: str) -> str:
    """What follows a label in bold, to the end of its paragraph or to the next label behind a middle dot."""
    for paragraph in holder.iter("p") if holder is not None else ():
        for bold in paragraph.iter("strong"):
            if words(bold) == f"{label}:":
                behind = words(paragraph).partition(f"{label}:")[2]
                return re.split(r" · (?:[A-Z][a-z]+:|The source says)", behind)[0].strip()
    return ""


def under(page: Element, heading: str) -> Element:
    """What stands between a heading and the next one that is no smaller, as one element."""
    holder = Element("section")
    for parent in page.iter():
        children = list(parent)
        for place, one in enumerate(children):
            if one.tag in HEADINGS and words(one) == heading:
                for later in children[place + 1 :]:
                    if later.tag in HEADINGS and later.tag <= one.tag:
                        break
                    holder.append(later)
                return holder
    return holder
