"""Every page for readers whose browser runs no scripts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from browser.gates.walk import walk

OpenPage = Callable[..., Page]

SAID = """() => {
  const text = (element) => element.textContent.replace(/\\s+/g, " ").trim();
  const parts = "article :is(h1, h2, h3, h4, p, li, dt, dd, td, th, figcaption, summary)";
  return [...document.querySelectorAll(parts)]
    .filter((part) => !part.closest("form") && part.checkVisibility()).map(text).filter((words) => words !== "");
}"""
"""Everything a page says to its reader but the form of the timeline tool, which is nothing without scripts."""

DEAD = """() => {
  const faults = [];
  for (const control of document.querySelectorAll("button, input, select, textarea, [role=button]")) {
    if (control.checkVisibility()) faults.push(`shows ${control.outerHTML.slice(0, 80)}, which does nothing`);
  }
  if (![...document.querySelectorAll("nav a[href]")].some((link) => link.checkVisibility())) {
    faults.push("has no link to any other page");
  }
  for (const link of document.querySelectorAll("a[href^='#']")) {
    const target = document.getElementById(decodeURIComponent(link.getAttribute("href").slice(1)));
    if (link.checkVisibility() && !target?.checkVisibility()) {
      faults.push(`leads nowhere with “${link.textContent.trim()}”`);
    }
  }
  return faults;
}"""


@pytest.mark.gate("Without scripts every page says all that it says with them, and shows no button that does nothing")
def test_every_page_is_whole_without_scripts(open_page: OpenPage, addresses: tuple[str, ...], tried: list[str]) -> None:
    bare, usual = open_page("/", java_script_enabled=False), open_page("/")
    faults: list[str] = []
    for address in walk(bare, addresses, tried):
        usual.goto(address, wait_until="load")
        said = set(bare.evaluate(SAID))
        faults += [f"{address} does not say “{words[:80]}”" for words in usual.evaluate(SAID) if words not in said]
        faults += [f"{address} {fault}" for fault in bare.evaluate(DEAD)]
    assert faults == []


def test_lost_words_and_dead_buttons_are_seen(open_page: OpenPage) -> None:
    bare = open_page("/about/", java_script_enabled=False, bypass_csp=True)
    assert bare.evaluate(DEAD) == []
    bare.evaluate(
        """() => {
          document.querySelector("article h1").hidden = true;
          const planted = "<button>Press</button><a href='#x'>Go</a>";
          document.querySelector("article").insertAdjacentHTML("beforeend", planted);
        }"""
    )
    assert "About this guide" not in bare.evaluate(SAID)
    assert [fault.split(" ")[0] for fault in bare.evaluate(DEAD)] == ["shows", "leads"]
