"""The frames around drawings and tables, and what else helps whoever goes through a long page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from by_keyboard import MANY
from by_keyboard import ON_SCREEN as SHOWN
from guide.flowcharts.diagram import MOST_WIDTH_OF_A_THREE_WAY_FORK

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


@pytest.mark.parametrize("width", [1280, 1366])
def test_the_widest_drawing_that_there_may_be_is_whole_beside_its_list(open_page: OpenPage, width: int) -> None:
    page = open_page("/procedures/inquiry/", width=width)
    drawing = page.locator(".flow-scroll").first
    widest = drawing.evaluate(
        """(frame, widest) => {
          frame.firstElementChild.setAttribute("width", widest);
          frame.firstElementChild.setAttribute("class", `flow-svg flow-w-${widest}`);
          return [frame.scrollWidth - frame.clientWidth, frame.firstElementChild.getBoundingClientRect().width];
        }""",
        MOST_WIDTH_OF_A_THREE_WAY_FORK,
    )
    assert widest[0] <= 1
    assert widest[1] >= 0.8 * MOST_WIDTH_OF_A_THREE_WAY_FORK
    side_by_side = """() => {
      const [list, flow] = [".outline-box", ".flow"].map((of) => document.querySelector(of).getBoundingClientRect());
      return list.right <= flow.left;
    }"""
    assert page.evaluate(side_by_side)


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


def test_a_drawing_is_one_stop_and_the_arrow_keys_go_through_all_its_boxes(open_page: OpenPage) -> None:
    page = open_page("/procedures/inquiry/", width=1366, height=700)
    drawing = page.locator(".flow").first
    boxes, hint = drawing.locator("a.flow-node"), drawing.get_by_text("The arrow keys go from box to box.")
    names = [" ".join(name.split()) for name in boxes.all_text_contents()]
    assert len(names) > 3
    expect(drawing.locator("a.flow-node:not([tabindex='-1'])")).to_have_count(1)  # also for who comes from behind
    expect(hint).to_be_hidden()
    _reach(page, drawing)
    assert _focused(page) == names[0]
    expect(hint).to_be_visible()
    for name in [*names[1:], names[-1]]:
        page.keyboard.press("ArrowDown")
        assert _focused(page) == name
        assert page.locator(":focus").evaluate(SHOWN), f"{name} has the focus and is not on the screen"
    for key, name in (("ArrowLeft", names[-2]), ("ArrowRight", names[-1]), ("Home", names[0]), ("ArrowUp", names[0])):
        page.keyboard.press(key)
        assert _focused(page) == name
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    assert not page.locator(":focus").evaluate("(one) => Boolean(one.closest('.flow-scroll'))")
    expect(hint).to_be_hidden()
    page.keyboard.press("Shift+Tab")
    assert _focused(page) == names[1]
    page.keyboard.press("Enter")
    expect(page.locator("section.card:target")).to_be_in_viewport()


def test_without_scripts_every_box_of_a_drawing_is_a_stop(open_page: OpenPage) -> None:
    page = open_page("/procedures/inquiry/", java_script_enabled=False)
    assert page.locator("a.flow-node").count() > 3
    assert page.locator("a.flow-node[tabindex], .flow-keys").count() == 0


def _reach(page: Page, drawing: Locator) -> None:
    """Presses Tab until the focus is on a box of the drawing."""
    for _ in range(MANY):
        page.keyboard.press("Tab")
        if drawing.locator("a.flow-node:focus").count():
            return
    raise AssertionError(f"{MANY} presses of Tab do not reach the drawing")


def _focused(page: Page) -> str:
    return " ".join((page.locator(":focus").text_content() or "").split())
