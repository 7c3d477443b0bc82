"""Words that first-time readers stumbled over stand on no page of any partnership's guide."""

from __future__ import annotations

import re
from collections.abc import Mapping

import html5lib
import pytest

from area_guides import area
from guide.pages import site
from guide.publishing.origin import Origin
from surfaces import markup

BUILD = Origin("1.0.0", "abcdef0", "2026-11-23", 0)
STUMBLED_OVER = (
    "of the same act", "Reaches back", "points you to", "sends you on", "had from", "open to anybody",
    "on your behalf", ": you wait for", "leads to you",
)  # fmt: skip


@pytest.fixture(scope="module", params=["harbour", "glen"])
def pages(request: pytest.FixtureRequest) -> Mapping[str, str]:
    found = site.render(area(request.param), BUILD)
    return {
        name: markup.words(html5lib.parse(page, namespaceHTMLElements=False))
        for name, page in found.items()
        if name.endswith(".md") and not name.startswith("examples/")
    }


def test_no_page_says_what_readers_stumbled_over(pages: Mapping[str, str]) -> None:
    assert [(name, words) for name, text in pages.items() for words in STUMBLED_OVER if words in text] == []


def test_no_date_counts_from_a_title(pages: Mapping[str, str]) -> None:
    """What counts from a step counts from what has happened there."""
    counted = [
        (name, one) for name, text in pages.items() for one in re.findall(r"days? (?:after|before) “[^”]*”.{8}", text)
    ]
    assert [one for _, one in counted if not one.endswith(" is done")] == []


def test_who_sets_a_date_is_told_apart_from_the_date_by_a_full_stop(pages: Mapping[str, str]) -> None:
    names = "Statute|Statutory guidance|Panel guidance|Local procedure"
    told = [
        one
        for text in pages.values()
        for one in re.findall(rf"(.{{10}})(?:{names})\. (?:A limit|A planned|Where)", text)
    ]
    assert told
    assert {one for one in told if not one.endswith("Set by: ")} == set()
