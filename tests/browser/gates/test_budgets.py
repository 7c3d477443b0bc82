"""What a page may cost a reader: bytes as a server sends them, requests and drawings."""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser.page_weight import KB, Visit, packed, visits

MOST_BYTES = 90 * KB
TOOL, MOST_BYTES_OF_THE_TOOL, MOST_BYTES_OF_ITS_SCRIPT = "/timeline/", 75 * KB, 33 * KB


@pytest.fixture(scope="module")
def visited(browser: Browser, site_server: str, built_site: Path, addresses: tuple[str, ...]) -> list[Visit]:
    """A first visit to every page: one walk for all the budgets."""
    return list(visits(browser, site_server, built_site, addresses))


@pytest.mark.gate("A page weighs at most 90 KB on the first visit, and the page that works out dates at most 75 KB")
def test_every_page_keeps_its_budget_of_bytes_and_requests(visited: list[Visit], tried: list[str]) -> None:
    faults: list[str] = []
    for visit in visited:
        if visit.address == TOOL:
            faults += visit.weight_faults(MOST_BYTES_OF_THE_TOOL)
        else:
            faults += visit.weight_faults(MOST_BYTES)
        tried.append(visit.address)
    assert faults == []


@pytest.mark.gate("The drawings on a page weigh at most 12 KB together, and no drawing is larger than 12 KB")
def test_every_drawing_keeps_its_budget(visited: list[Visit], tried: list[str]) -> None:
    faults: list[str] = []
    for visit in visited:
        faults += visit.drawing_faults()
        tried.append(visit.address)
    assert faults == []
    drawn = [bool(visit.drawings) for visit in visited if fnmatch(visit.address, "/procedures/*/")]
    assert drawn, "no procedure was visited"
    assert all(drawn), "the drawings of a procedure were not found"


def test_the_script_of_the_tool_keeps_its_budget(built_site: Path) -> None:
    assert packed((built_site / "assets/guide/timeline.js").read_bytes()) <= MOST_BYTES_OF_ITS_SCRIPT


def test_a_page_over_budget_is_found() -> None:
    heavy = Visit("/heavy/", requests=13, bytes=90_001, drawings=("<svg>" + "x" * 12_000,))
    assert [fault.split(": ")[1] for fault in heavy.weight_faults(MOST_BYTES)] == [
        "13 requests, and 12 are allowed",
        "90,001 bytes, and 90,000 are allowed",
    ]
    assert list(heavy.drawing_faults()) == ["/heavy/: drawing 1 has 12,005 bytes, and 12,000 are allowed"]
    assert len(list(heavy.drawing_faults(most=40))) == 2
    light = Visit("/light/", requests=12, bytes=90_000)
    assert [*light.weight_faults(MOST_BYTES), *light.drawing_faults()] == []
