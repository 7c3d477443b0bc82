"""The walk that every gate in a browser takes: one page after the other, those tried, and a check in each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from playwright.sync_api import Page

from browser.gates.axe import UNFOLD
from browser.gates.states import STATES

CHECKS = Path(__file__).parent / "checks"

STYLE = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}"""
"""A reader's own style: a sheet made by a script, which the policy of the site has no say in."""


def check(name: str) -> str:
    """A check of the folder `checks`: a function in JavaScript that gives what is wrong, a sentence for each fault."""
    return (CHECKS / f"{name}.js").read_text("utf-8")


def walk(page: Page, addresses: Iterable[str], tried: list[str]) -> Iterator[str]:
    """Goes to each page in turn, gives its address, and notes it as tried once the gate comes back for the next."""
    for address in addresses:
        page.goto(address, wait_until="load")
        yield address
        tried.append(address)


def faults_of(page: Page, *checks: str, style: str = "") -> list[str]:
    """What the checks of these names find on the page as it stands, with a reader's own style on it."""
    if style:
        page.evaluate(STYLE, style)
    return [str(fault) for name in checks for fault in page.evaluate(check(name))]


def faults_everywhere(
    page: Page, addresses: Iterable[str], tried: list[str], *checks: str, style: str = ""
) -> list[str]:
    """What the checks find on every page, unfolded, and in every state that a reader brings a page to."""
    faults = []
    for address in walk(page, addresses, tried):
        page.evaluate(UNFOLD)
        faults += [f"{address} {fault}" for fault in faults_of(page, *checks, style=style)]
    for name, act in STATES.items():
        act(page)
        faults += [f"{name} {fault}" for fault in faults_of(page, *checks, style=style)]
    return faults
