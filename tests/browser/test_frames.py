"""The frames around drawings and tables, and what else helps whoever goes through a long page."""

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


def test_a_list_goes_along_with_its_longer_drawing(open_page: OpenPage) -> None:
    page = open_page("/procedures/inquiry/", width=1366, height=700)
    pair = page.locator(".outline-and-flow").first
    listed, drawn = pair.locator(".outline-box"), pair.locator(".flow")
    heights = [one.evaluate("(one) => one.offsetHeight") for one in (listed, drawn)]
    shorter, longer = (listed, drawn) if heights[0] < heights[1] else (drawn, listed)
    assert abs(heights[0] - heights[1]) > 60, "nothing could go along"
    longer.evaluate("(one) => scrollTo(0, scrollY + one.getBoundingClientRect().top + 40)")
    assert shorter.evaluate("(one) => one.getBoundingClientRect().top") >= 0


def test_where_no_scripts_run_the_page_of_dates_says_what_to_do(open_page: OpenPage) -> None:
    said = "#timeline-page > noscript p"  # no text of a noscript is found by its words
    expect(open_page("/timeline/", java_script_enabled=False).locator(said)).to_be_visible()
    expect(open_page("/timeline/").locator(said)).to_have_count(0)


def test_the_cards_of_questions_are_no_landmarks_and_the_page_has_a_way_back(open_page: OpenPage) -> None:
    page = open_page("/questions/")
    assert page.get_by_role("region").count() < page.locator(".question-card").count()
    page.get_by_role("link", name="Back to the top").click()
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
