"""The index of the search: it leads to every page and every heading that answers, and it holds text, never markup."""

from __future__ import annotations

import gzip
import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from guide.pages.search_index import SEARCH_INDEX
from guide.twins.node import run_module

ROOT = Path(__file__).parents[2]
FOUND, MODULES = ROOT / "tests/js/found.mjs", ROOT / "docs/assets/guide"
LARGEST = 19_500
"""Bytes of index and scripts, packed as a server sends them: what a phone fetches before the first answer."""


def index_of(site: Path) -> list[tuple[str, str, list[list[str]]]]:
    found = re.fullmatch(r"globalThis\.guideSearchIndex = (.*);\n", (site / SEARCH_INDEX).read_text("utf-8"))
    assert found
    return [(address, title, held) for address, title, held in json.loads(found[1])]


def test_every_page_of_the_menu_is_in_the_index_and_nothing_in_it_leads_nowhere(each_site: Path) -> None:
    index = index_of(each_site)
    listed = {address for address, _, _ in index}
    published = {f"{one.parent.relative_to(each_site).as_posix()}/" for one in each_site.rglob("index.html")}
    assert {"" if one == "./" else one for one in published} - listed == {"offline/"}
    for address, _, held in index:
        places = set(re.findall(r'\sid="([^"]+)"', (each_site / address / "index.html").read_text("utf-8")))
        assert {one[0] for one in held if one[0]} <= places, address
        assert held[0][0] == "", "the first of a page is the page itself"


def test_what_a_page_is_called_in_the_index_is_its_heading(harbour_site: Path) -> None:
    for address, title, _ in index_of(harbour_site):
        heading = re.search(r"<h1[^>]*>(.*?)</h1>", (harbour_site / address / "index.html").read_text("utf-8"), re.S)
        assert heading
        said = " ".join(unescape(re.sub(r"<[^>]+>", "", heading[1])).split())
        assert not address or title.removesuffix(": a worked example") in said or said in title, address


def test_index_and_scripts_are_small(built_site: Path) -> None:
    fetched = ("search/index.js", "finding.js")
    assert sum(len(gzip.compress((built_site / "assets/guide" / one).read_bytes())) for one in fetched) <= LARGEST


def words_of(*texts: str) -> list[list[str]]:
    request = {"folder": str(MODULES), "index": [], "texts": [], "words": texts}
    return [[str(one) for one in words] for words in run_module(FOUND, request)["words"]]


def found(index: list[Any], *texts: str) -> list[list[tuple[str, list[str]]]]:
    """Of each text: the pages in their order, each with the titles of what was found on it."""
    answers = run_module(FOUND, {"folder": str(MODULES), "index": index, "texts": texts, "words": []})["found"]
    return [[(group["title"], [one["title"] for one in group["results"]]) for group in groups] for groups in answers]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *(("SCSI5", "SCSI-5"), ("scsi 5", "SCSI-5"), ("scsi–5", "SCSI-5"), ("SCSI\u00ad-5", "SCSI-5")),
        *(("panel’s", "Panel"), ("partners'", "Partner"), ("the agency´s", "The agency"), ("agencies", "Agency")),
        *(("Working Day Seven", "working day 7"), ("the 7th day", "the seventh days"), ("７", "7")),
        *(("RÉSUMÉ", "resume"), ("re\u0301sume\u0301", "resume"), ("phone", "Telephone"), ("rings", "telephone")),
        *(("addresses", "address"), ("boxes", "box"), ("process", "process"), ("status", "status")),
    ],
)
def test_what_is_typed_is_what_is_meant(typed: str, meant: str) -> None:
    one, other = words_of(typed, meant)
    assert one == other


@pytest.mark.parametrize(("typed", "other"), [("day 7", "day 17"), ("SCSI-1", "SCSI-11"), ("status", "statute")])
def test_what_differs_stays_apart(typed: str, other: str) -> None:
    one, two = words_of(typed, other)
    assert one != two


PAGES: list[Any] = [
    [
        "procedures/a/",
        "The first procedure",
        [["", "", "What it is."], ["send", "Send the form", "Send XY-5.", "team"]],
    ],
    ["by-day/", "Day by day", [["", "", "By day."], ["day-1", "Day 1"], ["day-10", "Day 10"], ["day-11", "Day 11"]]],
    ["forms/", "Forms", [["", "", "All forms."], ["xy-5-title", "XY-5 The form", "Sent on day 10."]]],
    ["roles/team/", "The team", [["", "", "Those who send.", "field unit;the crew;afield"]]],
]


def test_a_number_is_a_number_and_not_its_first_digit() -> None:
    assert found(PAGES, "day 1")[0][0] == ("Day by day", ["Day 1"])
    assert found(PAGES, "day 10")[0][:2] == [("Day by day", ["Day 10"]), ("Forms", ["XY-5 The form"])]


def test_another_name_of_a_thing_is_as_good_as_its_title_and_its_words_apart_are_not() -> None:
    unit = [
        "forms/",
        "Of units",
        [["", "", "The field unit, the unit in the field.", "all"], ["a", "A unit of the field"]],
    ]
    first = [groups[0][0] for groups in found([unit, *PAGES], "field unit", "Field units", "crew", "unit field")]
    assert first == ["The team", "The team", "The team", "Of units"]


def test_a_title_comes_before_a_sentence_and_an_other_name_is_found_too() -> None:
    assert found(PAGES, "form")[0][0] == ("Forms", ["Forms", "XY-5 The form"])
    assert found(PAGES, "unit") == [[("The team", ["The team"])]]


def test_what_has_all_of_the_words_comes_first_and_what_has_some_is_there_where_little_has_all() -> None:
    groups = found(PAGES, "who sends XY-5")[0]
    assert groups[0] == ("The first procedure", ["Send the form"])
    assert "Forms" in [title for title, _ in groups[1:]]


def test_nothing_is_found_for_what_is_not_there_and_words_of_no_use_are_looked_for_when_alone() -> None:
    assert found(PAGES, "zebra", "what it is") == [[], [("The first procedure", ["The first procedure"])]]
