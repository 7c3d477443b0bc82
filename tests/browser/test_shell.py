"""The frame of the site in a real browser: private, usable by keyboard, never wider than the screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Request

OpenPage = Callable[..., Page]

STORED = """async () => ({
  local: localStorage.length, session: sessionStorage.length, cookies: document.cookie,
  databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
})"""
NOTHING = {"local": 0, "session": 0, "cookies": "", "databases": 0, "caches": 0}
FOCUSED = """() => {
  const focused = document.activeElement, box = focused.getBoundingClientRect();
  return {
    is: focused.tagName, text: focused.textContent.trim(), ring: getComputedStyle(focused).outlineStyle,
    seen: focused.checkVisibility({visibilityProperty: true}) && box.width > 0 && box.height > 0,
  };
}"""

MARKED = """() => {
  const look = (node) => {
    const { outlineStyle, boxShadow, stroke, strokeWidth } = getComputedStyle(node);
    return [outlineStyle, boxShadow, stroke, strokeWidth].join();
  };
  const marked = [];
  let tried = 0;
  for (const one of document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")) {
    document.activeElement.blur();
    const parts = [one, ...one.querySelectorAll("*")], before = parts.map(look).join("; ");
    one.focus({ preventScroll: true });
    if (!one.matches(":focus-visible") || !one.checkVisibility()) continue;
    tried += 1;
    if (parts.map(look).join("; ") !== before) marked.push(one.textContent.trim() || one.id);
  }
  return { tried, marked };
}"""
"""How many stops of the keyboard there are, and those that look different while they have the focus."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_reading_a_page_stores_nothing(open_page: OpenPage, scheme: str) -> None:
    assert open_page("/", color_scheme=scheme).evaluate(STORED) == NOTHING


def test_searching_stores_nothing_and_asks_no_other_host(open_page: OpenPage, requests: list[Request]) -> None:
    page = open_page("/")
    page.get_by_role("textbox", name="Search the guide").press_sequentially("review")
    page.locator(".guide-search__output a").first.wait_for(state="visible")
    assert page.evaluate(STORED) == NOTHING
    assert {request.url.split("/")[2].split(":")[0] for request in requests} == {"127.0.0.1"}


def test_a_page_is_read_in_at_most_twelve_requests(open_page: OpenPage, requests: list[Request]) -> None:
    open_page("/procedures/evaluation/")
    assert 3 < len(requests) <= 12


def test_the_menu_opens_and_closes_by_keyboard_at_320_pixels(open_page: OpenPage) -> None:
    page = open_page("/", width=320)
    button, menu = page.get_by_role("button", name="Menu"), page.get_by_role("navigation", name="Guide")
    assert button.get_attribute("aria-expanded") == "false"
    assert not menu.is_visible()
    button.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    assert menu.get_by_role("link").first.is_visible()
    menu.get_by_role("link").first.focus()
    page.keyboard.press("Escape")
    assert not menu.is_visible()
    assert page.evaluate(FOCUSED)["text"] == "Menu"


@pytest.mark.parametrize("width", [1280, 320])
def test_every_stop_of_the_tab_key_is_visible_and_ringed(open_page: OpenPage, width: int) -> None:
    page = open_page("/", width=width)
    stops = []
    for _ in range(150):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop["is"] == "BODY":
            break
        assert stop["seen"], stop
        assert stop["ring"] == "solid", stop
        stops.append(stop["text"])
    else:
        pytest.fail("the Tab key never came to the end of the page")
    assert stops[0] == "Skip to content"
    assert len(stops) > 5


def test_the_skip_link_moves_the_focus_into_the_page(open_page: OpenPage) -> None:
    page = open_page("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('.guide-content').contains(document.activeElement)")


def test_what_the_skip_link_leads_to_begins_with_words(open_page: OpenPage) -> None:
    """A reader who hears the page would first hear "blank" of a place for news that is mostly empty."""
    page = open_page("/")
    first = page.locator(page.locator(".md-skip").get_attribute("href") or "").locator("> :first-child")
    assert first.inner_text().strip().startswith(page.get_by_role("heading", level=1).inner_text())


def test_one_bare_letter_does_not_move_the_focus(open_page: OpenPage) -> None:
    page = open_page("/")
    for key in ("f", "s", "/"):
        page.keyboard.press(key)
        assert page.evaluate(FOCUSED)["is"] == "BODY", f"the key {key} did something"


def test_without_scripts_the_menu_and_the_words_are_all_there(open_page: OpenPage) -> None:
    page = open_page("/", width=320, java_script_enabled=False)
    assert page.get_by_role("heading", level=1).is_visible()
    assert page.get_by_role("navigation", name="Guide").get_by_role("link").first.is_visible()
    assert page.get_by_role("link", name="Menu").is_visible()


def test_colours_follow_the_system(open_page: OpenPage) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    light, dark = open_page("/", color_scheme="light"), open_page("/", color_scheme="dark")
    assert light.evaluate(ground) == "rgb(255, 255, 255)"
    assert dark.evaluate(ground) == "rgb(15, 24, 28)"


def test_print_leaves_out_the_menu_and_the_search(page: Page) -> None:
    page.emulate_media(media="print")
    assert not page.get_by_role("navigation", name="Guide").is_visible()
    assert not page.get_by_role("textbox", name="Search the guide").is_visible()
    assert page.get_by_role("heading", level=1).is_visible()


@pytest.mark.parametrize("path", ["/", "/about/", "/procedures/evaluation/"])
def test_at_the_end_of_a_wide_page_the_menu_does_not_lie_over_the_footer(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    overlap = """() => {
      const box = (name) => document.querySelector(name).getBoundingClientRect();
      return box(".guide-nav__list").bottom - box(".guide-footer").top;
    }"""
    assert page.evaluate(overlap) <= 0


@pytest.mark.parametrize("path", ["/", "/procedures/evaluation/", "/timeline/"])
def test_paper_does_not_show_where_the_keyboard_stood(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    page.keyboard.press("Tab")  # from here on the browser marks what has the focus
    assert page.evaluate(MARKED)["marked"] != []
    page.emulate_media(media="print")
    on_paper = page.evaluate(MARKED)
    assert on_paper["tried"] > 0
    assert on_paper["marked"] == []


def test_no_colour_is_still_on_its_way_on_paper(open_page: OpenPage) -> None:
    page = open_page("/")
    page.emulate_media(media="print")
    moving = "document.getAnimations().map(({ effect }) => effect.target.className)"
    assert page.evaluate(moving) == []
