"""What stands in a landmark does not begin with the name of the landmark: it would be heard twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import html5lib

NAV = "{http://www.w3.org/1999/xhtml}nav"


def heard(tag: Any) -> str:
    """The text in a tag without what is hidden from those who listen, and without what follows the tag."""
    if tag.get("aria-hidden") == "true" or "hidden" in tag.attrib:
        return ""
    inside = (part for child in tag for part in (heard(child), child.tail or ""))
    return " ".join(" ".join([tag.text or "", *inside]).split())


def named_twice(text: str) -> Iterator[str]:
    """The names of the lists of links on a page that are said again by what stands first in them."""
    tree = html5lib.parse(text)
    ids = {tag.get("id"): tag for tag in tree.iter()}
    for nav in tree.iter(NAV):
        name = nav.get("aria-label") or heard(ids[nav.attrib["aria-labelledby"]])
        if heard(nav).startswith(name):
            yield name


def test_no_list_of_links_says_its_name_twice(each_site: Path) -> None:
    pages = {path: path.read_text("utf-8") for path in each_site.rglob("*.html")}
    assert sum("On this page" in text for text in pages.values()) > 1
    assert {path: found for path, text in pages.items() if (found := [*named_twice(text)])} == {}


def test_a_name_that_is_said_twice_is_found() -> None:
    link = '<ul><li><a href="#a">Part</a></li></ul>'
    labelled = f'<nav aria-labelledby="title"><p id="title">On this page</p>{link}</nav>'
    assert [*named_twice(labelled)] == ["On this page"]
    assert [*named_twice(f'<nav aria-label="On this page"><p>On this page</p>{link}</nav>')] == ["On this page"]
    assert [*named_twice(f'<nav aria-label="On this page"><p aria-hidden="true">On this page</p>{link}</nav>')] == []
