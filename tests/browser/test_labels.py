"""The words of a drawing stay inside their boxes whatever font a reader's device has for Arial."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

FONTS = ("Liberation Sans", "DejaVu Sans", "Noto Sans")
"""Liberation Sans has Arial's widths; the others stand in for it on Linux and Android, and are wider."""
KEPT, WIDER = 4.0, 1.05
"""Pixels at each side, and how much wider than measured each font may be."""
MISSING = "GUIDE_FONTS" in os.environ
"""On the build server, which installs them, a font that is missing is a fault."""

IS_THERE = """(font) => {
  const width = (family) => {
    const context = document.createElement("canvas").getContext("2d");
    context.font = `40px ${family}`;
    return context.measureText("Working day 11, MmWwIi").width;
  };
  return width(`"${font}", monospace`) !== width("monospace") || width(`"${font}", serif`) !== width("serif");
}"""
SPACED = {"letterSpacing": "0.12em", "wordSpacing": "0.16em"}
"""What WCAG 1.4.12 lets a reader ask for. Wider letters than Arial's may then lie upon the side of their box."""
NOT_SPACED: Mapping[str, str] = {}
ROOM = """([font, wider, spacing]) => {
  const said = [];
  for (const box of document.querySelectorAll(".flow-node")) {
    const shape = box.querySelector(".flow-shape").getBBox();
    for (const line of box.querySelectorAll("tspan")) {
      line.closest("svg").setAttribute("font-family", font);
      Object.assign(line.style, spacing);
      const width = line.getSubStringLength(0, line.textContent.trimEnd().length) * wider;
      said.push([line.textContent.trim(), (shape.width - width) / 2]);
    }
  }
  return said;
}"""

OpenPage = Callable[..., Page]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return browser.new_page()


@pytest.fixture
def drawings(each_site: Path) -> list[str]:
    found = [path.read_text("utf-8") for path in sorted(each_site.glob("procedures/**/*.svg"))]
    assert len(found) > 3
    return found


def too_near(
    page: Page,
    drawings: list[str],
    font: str,
    wider: float = WIDER,
    kept: float = KEPT,
    spacing: Mapping[str, str] = NOT_SPACED,
) -> tuple[int, list[str]]:
    """How many lines were measured, and those with less room at their sides than is kept."""
    measured = []
    for drawing in drawings:
        page.set_content(drawing)
        measured += page.evaluate(ROOM, [font, wider, dict(spacing)])
    return len(measured), [f"{words}: {room:.1f} px" for words, room in measured if room < kept]


def test_the_words_of_a_drawing_keep_their_distance_in_every_font(page: Page, drawings: list[str]) -> None:
    there = [font for font in FONTS if page.evaluate(IS_THERE, font)]
    assert there == list(FONTS) or not MISSING, f"install the fonts: only {there} are there"
    for font in there or ["sans-serif"]:
        lines, near = too_near(page, drawings, font)
        assert (lines > 20, near) == (True, []), font


def test_a_readers_own_spacing_stays_inside_where_letters_are_as_wide_as_arials(
    page: Page, drawings: list[str]
) -> None:
    font = next((one for one in (FONTS[0], "Arial") if page.evaluate(IS_THERE, one)), None)
    assert font or not MISSING, f"install {FONTS[0]}"
    if font is None:
        pytest.skip("no font here has the widths of Arial, of which alone this is said")
    lines, near = too_near(page, drawings, font, wider=1, kept=0, spacing=SPACED)
    assert (lines > 20, near) == (True, [])


def test_the_page_lets_a_drawing_be_spaced(open_page: OpenPage) -> None:
    page = open_page("/procedures/inquiry/", bypass_csp=True)
    words = page.locator(".flow-svg tspan").first
    before = words.evaluate("(one) => one.getComputedTextLength()")
    page.add_style_tag(content="* { letter-spacing: 0.12em !important; }")
    assert words.evaluate("(one) => one.getComputedTextLength()") > before * 1.1


def test_words_that_touch_their_box_are_noticed(page: Page, drawings: list[str]) -> None:
    assert too_near(page, drawings, "sans-serif", 1.6)[1] != []
    assert not page.evaluate(IS_THERE, "A font that nobody has")
