"""axe-core on pages that stand in the browser: all its rules, and what they find as sentences."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from importlib.resources import files
from itertools import cycle
from typing import TypedDict

from playwright.sync_api import Page

SOURCE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")

# Every rule that axe has, its best practices, AAA and experiments too, but one: `color-contrast` asks for 4.5:1 where
# `color-contrast-enhanced` asks for 7:1 of the same elements, and would double the time. Three quarters of what is left
# go into the contrast, so it is measured where the colours differ: see `colours`. The run goes on by itself, while
# another page loads in another tab. Nobody presses paper, so sizes of what is pressed are left out in print.
START = """(colours) => {
  const rules = Object.fromEntries(axe.getRules().map(({ruleId}) => [ruleId, {enabled: true}]));
  rules["color-contrast"].enabled = false;
  rules["color-contrast-enhanced"].enabled = colours;
  rules["target-size"].enabled = matchMedia("screen").matches;
  window.axeDone = axe.run(document, {rules, resultTypes: ["violations"]});
}"""
RESULT = """async () => (await window.axeDone).violations.map(({id, help, nodes}) => ({
  id, help, nodes: nodes.map(({target, failureSummary}) => `${target.join(" ")}: ${failureSummary}`),
}))"""


# axe looks only at what can be seen.
UNFOLD = """() => document.querySelectorAll("details").forEach((details) => { details.open = true; })"""


class Violation(TypedDict):
    id: str
    help: str
    nodes: list[str]


def start_axe(page: Page, colours: bool) -> None:
    """Sets axe to work on the page as it stands. The browser is told by the debugger, so the site's policy holds."""
    page.evaluate(SOURCE)
    page.evaluate(START, colours)


def finish_axe(page: Page) -> list[str]:
    """Waits for axe; what it found, a sentence for each element."""
    return sentences(page.evaluate(RESULT))


def sentences(found: Sequence[Violation]) -> list[str]:
    """What axe found, a sentence for each element."""
    return [f"{one['id']}: {one['help']}: {_in_one_line(node)}" for one in found for node in one["nodes"]]


def axe(page: Page, colours: bool = True) -> list[str]:
    """What axe finds on the page as it stands, a sentence for each element."""
    start_axe(page, colours)
    return finish_axe(page)


def axe_on_every_page(tabs: Sequence[Page], addresses: Iterable[str], tried: list[str], colours: bool) -> list[str]:
    """What axe finds on every page, unfolded, each after its address. All `tabs` work at once, in the same setting."""
    faults: list[str] = []
    running: deque[tuple[str, Page]] = deque()

    def finish() -> None:
        address, tab = running.popleft()
        faults.extend(f"{address} {fault}" for fault in finish_axe(tab))
        tried.append(address)

    for address, tab in zip(addresses, cycle(tabs)):
        if len(running) == len(tabs):
            finish()
        tab.goto(address)
        tab.evaluate(UNFOLD)
        start_axe(tab, colours)
        running.append((address, tab))
    while running:
        finish()
    return faults


def _in_one_line(text: str) -> str:
    return " ".join(text.split())
