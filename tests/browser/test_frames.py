"""The frames around drawings and tables: stops for the keyboard while there is something to move, and only then."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

OpenPage = Callable[..., Page]
WRONG = """() => {
  const frames = [...document.querySelectorAll(":is(.table-scroll, .flow-scroll)[role=region]")];
  const scrolls = (one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1;
  return frames.filter((one) => scrolls(one) !== one.hasAttribute("tabindex")).map((one) => one.ariaLabel);
}"""
SEEN = "() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen)))"


@pytest.mark.parametrize("path", ["/procedures/inquiry/", "/print/", "/how-days-are-counted/"])
def test_a_frame_is_a_stop_while_it_scrolls_and_only_then(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    frames = page.locator(":is(.table-scroll, .flow-scroll)[role=region]")
    assert frames.count() > 0
    page.evaluate(SEEN)
    assert page.evaluate(WRONG) == []
    page.set_viewport_size({"width": 320, "height": 700})
    page.evaluate(SEEN)
    assert page.evaluate(WRONG) == []


def test_a_drawing_that_fits_is_no_stop_and_one_that_does_not_is(open_page: OpenPage) -> None:
    page = open_page("/procedures/inquiry/")
    drawing = page.locator(".flow-scroll").first
    expect(drawing).not_to_have_attribute("tabindex", "0")
    page.set_viewport_size({"width": 320, "height": 700})
    drawing.evaluate("(frame) => { frame.firstElementChild.style.minWidth = '2000px'; }")
    expect(drawing).to_have_attribute("tabindex", "0")


def test_without_scripts_every_frame_is_a_stop(open_page: OpenPage) -> None:
    page = open_page("/procedures/inquiry/", java_script_enabled=False)
    frames = page.locator(":is(.table-scroll, .flow-scroll)[role=region]")
    assert frames.count() == page.locator(":is(.table-scroll, .flow-scroll)[tabindex='0']").count() > 0
