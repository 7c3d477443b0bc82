"""No page asks for anything that its own policy forbids, and none leaves an error on the console."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from browser.gates.walk import walk

OpenPage = Callable[..., Page]

WATCH = """
window.offences = [];
document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
  window.offences.push(`offends ${effectiveDirective} with ${blockedURI}`);
});
"""


@pytest.mark.gate(
    "No page offends the policy that keeps everything foreign out of it, or leaves an error on the console"
)
def test_no_page_offends_its_policy(open_page: OpenPage, addresses: tuple[str, ...], tried: list[str]) -> None:
    page, faults = open_page("/"), list[str]()
    page.add_init_script(WATCH)
    page.on("console", lambda message: faults.append(f"{page.url} {message.text}") if message.type == "error" else None)
    for address in walk(page, addresses, tried):
        faults += [f"{address} {offence}" for offence in page.evaluate("window.offences")]
    assert faults == []


def test_an_offence_and_an_error_are_seen(open_page: OpenPage) -> None:
    page, said = open_page("/"), list[str]()
    page.add_init_script(WATCH)
    page.on("console", lambda message: said.append(message.type))
    page.goto("/about/")
    page.evaluate("document.body.setAttribute('style', 'color: red')")
    page.wait_for_function("() => window.offences.length")
    assert page.evaluate("window.offences") == ["offends style-src-attr with inline"]
    assert "error" in said
