"""What every page promises in Chromium is kept in Firefox and WebKit too."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from area_guides import area_folder
from browser.gates.axe import RESULT, SOURCE, START, UNFOLD, sentences
from engines.driven import Driven
from engines.webkit import WebKit, console
from guide.calendars import days
from keyboard_walk import walk
from kinds import pages_of

ENTER = "\ue007"
WIDE = 1280
AXE = f"{SOURCE}\n({START})(arguments[0]);\nreturn ({RESULT})();"
PLANT = """
  const article = document.querySelector("article");
  const plant = (name, more) => article.append(Object.assign(document.createElement(name), more));
  plant("button", { id: "nameless" });
  plant("h6", { textContent: "A jump" });
  plant("a", { id: "ghost", href: "/", textContent: "Ghost" });
  document.getElementById("nameless").style.padding = "1em";
  document.getElementById("ghost").style.opacity = 0;
"""
FOCUS = "document.getElementById(arguments[0]).focus()"
APPEARS = """return new Promise((resolve, reject) => {
  const end = Date.now() + 30000;
  const seen = (one) => one.checkVisibility({ visibilityProperty: true });
  const look = () => {
    const found = [...document.querySelectorAll(arguments[0])].filter(seen);
    if (found.length) resolve(found.map((one) => one.textContent.trim().replace(/\\s+/g, " ")));
    else if (Date.now() > end) reject(new Error(`${arguments[0]} never appears`));
    else setTimeout(look, 50);
  };
  look();
})"""
SHOWN = """return [...document.querySelectorAll("[data-step]")].map(
  (item) => [item.dataset.step, item.querySelector("h3").textContent.trim().replace(/\\s+/g, " ")])"""
ROWS = """return [...document.querySelectorAll("[data-act]")].map(
  (row) => [row.dataset.act, row.querySelector("td").textContent.trim().replace(/\\s+/g, " ")])"""


@pytest.fixture
def widths(engine: Driven) -> tuple[int, int]:
    """A screen on a desk, and the narrowest window that the engine opens."""
    return (WIDE, engine.narrowest)


def each_page(
    engine: Driven, server: str, addresses: tuple[str, ...], widths: tuple[int, int]
) -> Iterator[tuple[int, str]]:
    """Every page at every width, open and with all that folds unfolded."""
    for width in widths:
        engine.resize(width)
        for address in addresses:
            engine.open(f"{server}{address}")
            engine.run(f"({UNFOLD})()")
            yield width, address


@pytest.mark.gate("By keyboard alone every stop of a page is seen, named and marked, and nothing hidden has the focus")
def test_every_page_is_walked_by_keyboard(
    engine: Driven,
    site_server: str,
    addresses: tuple[str, ...],
    widths: tuple[int, int],
    tried: list[str],
    pytestconfig: pytest.Config,
) -> None:
    faults, brief = [], pytestconfig.getoption("gates") == "brief"
    for width, address in each_page(engine, site_server, addresses, widths):
        # Both ways narrow, where the menu opens over the page: as in Chromium, one way wide. Nor back in a brief run,
        # in which the walk takes longer than all the rest.
        walked = asyncio.run(walk(engine, and_back=width != WIDE and not brief))
        faults += [f"{width} {address} {fault}" for fault in walked.faults]
        tried.append(address)
    assert faults == []


@pytest.mark.gate("axe finds nothing wrong with a page")
def test_axe_finds_nothing(
    engine: Driven, site_server: str, addresses: tuple[str, ...], widths: tuple[int, int], tried: list[str]
) -> None:
    faults = []
    for width, address in each_page(engine, site_server, addresses, widths):
        # The contrast of the same colours is measured in Chromium.
        faults += [f"{width} {address} {fault}" for fault in sentences(engine.run(AXE, False))]
        tried.append(address)
    assert faults == []


def test_the_walk_and_axe_see_a_planted_fault(engine: Driven, site_server: str) -> None:
    engine.resize(WIDE)
    engine.open(f"{site_server}/offline/")
    engine.run(PLANT)
    assert {"button-name", "heading-order"} <= {one.split(":")[0] for one in sentences(engine.run(AXE, False))}
    walked = asyncio.run(walk(engine, and_back=False))
    assert "a#ghost “Ghost” has the focus and is hidden" in walked.faults
    assert "button#nameless “” has no name" in walked.faults


def test_the_timeline_gives_the_dates_of_the_command_line(engine: Driven, harbour: Callable[[str], str]) -> None:
    engine.resize(WIDE)
    engine.open(harbour("/timeline/"))
    for part, text in (("day", "17"), ("month", "12"), ("year", "2026")):
        engine.run(FOCUS, f"trust-concern-concern-received-{part}")
        engine.write(text)
    engine.write(ENTER)
    engine.run(APPEARS, "#timeline-list:not([aria-busy]) [data-step] h3")
    shown, counted = dict(engine.run(SHOWN)), command_line("trust-concern", "concern-received=2026-12-17")
    assert shown.keys() == counted.keys()
    assert [name for name, day in counted.items() if not shown[name].startswith(day or "No date")] == []
    rows = engine.run(ROWS)
    assert sorted(name for name, _ in rows) == sorted(counted)
    assert [name for name, day in rows if not day.startswith(counted[name] or "No date")] == []
    assert sum(day != "" for day in counted.values()) > 10


def test_search_finds_a_form_by_its_code(engine: Driven, harbour: Callable[[str], str]) -> None:
    engine.resize(WIDE)
    engine.open(harbour("/"))
    engine.run(FOCUS, "guide-search-field")
    engine.write("PT-5")
    assert any("PT-5" in found for found in engine.run(APPEARS, ".guide-search__output a"))


@pytest.mark.parametrize("running", ["WebKit"], indirect=True)
def test_a_browser_that_dies_is_opened_once_more(
    running: WebKit, site_server: str, request: pytest.FixtureRequest
) -> None:
    if request.node.execution_count == 1:
        running.die()
    running.open(f"{site_server}/offline/")
    assert request.node.execution_count == 2


def test_no_page_complains_on_the_console_of_webkit(site_server: str, built_site: Path, tmp_path: Path) -> None:
    assert console([f"{site_server}{address}" for address in pages_of(built_site)], tmp_path) == []


def test_an_error_on_the_console_of_webkit_is_seen(site_server: str, tmp_path: Path) -> None:
    faulty = tmp_path / "faulty.html"
    faulty.write_text("<title>Faulty</title><script>throw new Error('planted')</script>", "utf-8")
    said = console([f"{site_server}/about/", faulty.as_uri(), f"{site_server}/"], tmp_path)
    assert ["planted" in line for line in said] == [True]


@pytest.mark.parametrize("running", ["Firefox"], indirect=True)  # of WebKit: see above
def test_an_error_on_the_console_is_seen(engine: Driven, site_server: str) -> None:
    engine.open(f"{site_server}/about/")
    engine.run("setTimeout(() => { throw new Error('planted') })")
    engine.open(f"{site_server}/")
    assert any("planted" in one for one in engine.complaints())


def command_line(journey: str, anchor: str) -> dict[str, str]:
    """The day of each act in words, as `guide timeline` counts it, by the step that stands for it; else empty."""
    command = [sys.executable, "-m", "guide", "timeline", journey, "--on", anchor, "--format", "json"]
    command += ["--procedures", str(area_folder())]
    answer = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    acts = {one["act"] for one in answer["steps"]}
    dates = {one["id"]: one["governs"] and one["governs"]["date"] for one in answer["steps"] if one["id"] in acts}
    return {name: days.long(days.parse(date)) if date else "" for name, date in dates.items()}
