"""Each check of the gates sees the fault it is there for: planted on a real page, it is found."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from browser.gates.walk import faults_of

OpenPage = Callable[..., Page]

# The site's own policy would not let a script plant anything, and asked for less movement a page allows none.
UNGUARDED = {"bypass_csp": True, "reduced_motion": "reduce"}

PLANT = """([html, css]) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
  document.querySelector("article").insertAdjacentHTML("beforeend", html);
}"""


@pytest.mark.parametrize(
    ("check", "html", "css", "expected"),
    [
        ("reflow", "<p id=p>wide</p>", "#p { width: 400px }", "pixels wide on a screen of 320"),
        (
            "reflow",
            "<p id=p>wide<b></b></p>",
            "#p { overflow: auto } b { padding: 200px }",
            "scrolls sideways inside <p",
        ),
        ("legible", "<p id=p>cut words</p>", "#p { height: 4px; overflow: hidden }", "cuts off “cut words”"),
        ("legible", "<p id=p>one</p><p>two</p>", "#p { margin: 0 0 -20px }", "“one” lies upon “two”"),
        ("targets", "<button id=p>a</button><button>x</button>", "#p { padding: 0 }", "and too near to “x”"),
        ("targets", "<ul id=p><li><a href=#>a<li><a href=#>b</ul>", "#p li { line-height: 1; margin: 0 }", "“a” is"),
        ("motion", "<p id=p>slow</p>", "#p { transition: color 1s !important }", "would change slowly: <p"),
        (
            "motion",
            "<p id=p>turns</p>",
            "@keyframes k { to { left: 1px } } #p { animation: k 9s infinite !important }",
            "moves: <p",
        ),
        ("outline", "<h1>Another</h1>", "", "has 2 first headings"),
        ("outline", "<h2>Part</h2><h4>Jump</h4>", "", "jumps from level 2 to 4 at “Jump”"),
    ],
)
def test_a_check_finds_a_planted_fault(open_page: OpenPage, check: str, html: str, css: str, expected: str) -> None:
    page = open_page("/offline/", width=320, **UNGUARDED)
    assert faults_of(page, check) == []
    page.evaluate(PLANT, [html, css])
    assert any(expected in fault for fault in faults_of(page, check)), faults_of(page, check)


def test_a_page_that_jumps_after_it_was_drawn_is_found(open_page: OpenPage) -> None:
    page = open_page("/about/", **UNGUARDED)
    assert faults_of(page, "shifts") == []
    page.evaluate("document.querySelector('article').prepend(document.createElement('table'))")
    page.evaluate(PLANT, ["", "article > table { display: block !important; height: 300px }"])
    assert "jumps by" in faults_of(page, "shifts")[0]
