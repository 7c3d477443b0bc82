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
    "By then:", "states this date twice", "describes the same thing", "Beside this stands", "counts from it for",
    "count from what is done", "Goes on ", "Which date applies", "A planned day.", "A limit: no later than this day.",
    "Mermaid source", "Also called in the source", "The source does not say who;",
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


def test_no_sentence_ends_twice_and_none_goes_on_behind_its_end(pages: Mapping[str, str]) -> None:
    """What is joined from pieces is heard with the stops of all of them."""
    ends = [
        (name, one) for name, text in pages.items() for one in re.findall(r".{30}[.!] ?(?:\.(?!\.)|:)(?= |$)", text)
    ]
    assert [one for one in ends if "..." not in one[1]] == []


def test_no_colour_is_explained_by_its_own_name() -> None:
    found = site.render(area("harbour"), BUILD)
    trees = [
        html5lib.parse(page, namespaceHTMLElements=False)
        for name, page in found.items()
        if "procedures/" in name and name.endswith(".md")
    ]
    told = [
        markup.words(item)
        for tree in trees
        for listed in tree.iter("ul")
        if listed.get("aria-label") == "Colours"
        for item in listed
    ]
    assert told
    assert [one for one in told if len(set(one.split(": "))) < len(one.split(": "))] == []


def test_two_dates_of_one_act_never_stand_without_the_word_which_to_work_to() -> None:
    guide = area("harbour")
    found = site.render(guide, BUILD)
    advice = [rf"Work to the earlier date \(question {guide.question[one].number}\)\." for one in OPEN]
    for name in ("index.md", "by-day.md", "roles/council.md", "procedures/concern.md", "should-i-report-this.md"):
        text = markup.words(html5lib.parse(found[name], namespaceHTMLElements=False))
        assert [one for one in advice if re.search(one, text)], name


OPEN = tuple(one.id for one in area("harbour").questions if one.detected_by in ("same-act", "national-clock"))


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
