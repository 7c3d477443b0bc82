"""The end of a procedure's page tells of each entry from which items of the approved document it comes."""

from __future__ import annotations

import re

import html5lib
import pytest

from area_guides import area
from guide.model import Guide, Procedure
from guide.pages import site
from guide.publishing.origin import Origin
from surfaces import markup

BUILD = Origin("1.0.0", "abcdef0", "2026-11-23", 0)
NAMES = ("harbour", "glen")


def told(page: str) -> dict[str, list[str]]:
    """The items that a page names, by the entry that its line leads to first."""
    section = markup.under(html5lib.parse(page, namespaceHTMLElements=False), "Where this comes from")
    found = (markup.links(item) for item in markup.items(section))
    return {entry: items for entry, *items in found}


def meant(procedure: Procedure) -> dict[str, list[str]]:
    return {str(one.entry_id): [str(item) for item in one.source] for one in procedure.entries if one.source}


def page_of(guide: Guide, procedure: Procedure) -> str:
    return site.render(guide, BUILD)[f"procedures/{procedure.id}.md"]


@pytest.mark.parametrize("name", NAMES)
def test_each_entry_is_told_with_its_items(name: str) -> None:
    guide = area(name)
    for procedure in guide.procedures:
        assert told(page_of(guide, procedure)) == meant(procedure)
        assert meant(procedure)


@pytest.mark.parametrize(
    "left_out",
    [
        r'<li><a href="#[^"]+">[^<]*</a>: <a href="../../about/.*?</li>',
        r'(?<=</a>: )<a href="../../about/#[^"]*">[^<]*</a>',
    ],
)
def test_an_entry_or_an_item_left_out_is_noticed(left_out: str) -> None:
    guide = area("harbour")
    found = {one.id: page_of(guide, one) for one in guide.procedures}
    less = {name: re.sub(left_out, "", page, count=1) for name, page in found.items()}
    assert less != found
    assert [one.id for one in guide.procedures if told(less[one.id]) != meant(one)] == [
        name for name in found if less[name] != found[name]
    ]


def test_a_decision_that_the_document_does_not_ask_says_so() -> None:
    guide = area("harbour")
    for procedure in guide.procedures:
        without = [one for one in procedure.entries if not one.source]
        said = page_of(guide, procedure).count("the question before them is the guide's.")
        assert said == len(without)
