"""The search at the top of each page: a form, and below it a plain list of links, by keyboard and on a phone."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Request, expect

from browser.search import RESULTS
from upload_orders.editions import Host

OpenPage = Callable[..., Page]
FOUND = "What the search found"


def field_of(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Search the guide")


def typed(page: Page, words: str) -> Page:
    field_of(page).press_sequentially(words)
    page.locator(RESULTS).first.wait_for(state="visible")
    return page


def test_it_is_fetched_only_when_a_reader_turns_to_it(open_page: OpenPage, requests: list[Request]) -> None:
    page = open_page("/")
    assert [one.url for one in requests if one.url.endswith("/search/index.js")] == []
    with page.expect_request("**/search/index.js"):
        field_of(page).focus()


def test_results_are_links_with_names_under_a_heading_for_each_page(open_page: OpenPage) -> None:
    page = typed(open_page("/procedures/evaluation/#ring-every-employer"), "telephone")
    found = page.get_by_role("region", name=FOUND)
    assert found.get_by_role("heading", level=2).count() > 1
    assert found.get_by_role("list").count() == found.get_by_role("heading").count()
    names = [one.text_content() for one in page.locator(RESULTS).all()]
    assert all(names)
    assert found.get_by_role("link").all_text_contents() == names
    assert page.get_by_role("combobox").count() == page.get_by_role("option").count() == 0


def test_a_result_is_reached_with_the_tab_key_and_leads_to_its_heading(open_page: OpenPage) -> None:
    page = typed(open_page("/"), "telephone employers")
    page.keyboard.press("Tab")
    expect(page.get_by_role("region", name=FOUND)).to_be_focused()
    page.keyboard.press("Tab")
    first = page.locator(RESULTS).first
    expect(first).to_be_focused()
    place = first.evaluate("(link) => link.hash")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{place}")
    assert page.locator(place).is_visible()


def test_one_line_says_how_many_there_are_once_typing_has_stopped(open_page: OpenPage) -> None:
    page = open_page("/")
    page.evaluate("""() => {
      window.said = [];
      const status = document.querySelector(".guide-search__output [role=status]");
      new MutationObserver(() => status.textContent && window.said.push(status.textContent))
        .observe(status, { childList: true });
    }""")
    typed(page, "telephone")
    page.wait_for_function("() => window.said.length > 0")
    count = page.locator(RESULTS).count()
    assert page.evaluate("window.said") == [f"{count} results for “telephone”."]
    field_of(page).fill("qqqq")
    expect(page.get_by_role("status").filter(has_text="Nothing was found for “qqqq”")).to_be_visible()
    assert page.locator(RESULTS).count() == 0


def test_enter_says_it_at_once_and_goes_to_what_was_found(open_page: OpenPage) -> None:
    page = open_page("/")
    field_of(page).fill("telephone")
    field_of(page).press("Enter")
    expect(page.get_by_role("region", name=FOUND)).to_be_focused()
    expect(page.get_by_role("region", name=FOUND)).to_contain_text("results for “telephone”.")
    assert page.url.endswith("/"), "nothing is sent, and nothing stands in the address"


def test_escape_closes_it_and_gives_the_focus_back(open_page: OpenPage) -> None:
    page = typed(open_page("/"), "review")
    page.locator(RESULTS).first.focus()
    page.keyboard.press("Escape")
    expect(page.get_by_role("region", name=FOUND)).to_be_hidden()
    expect(field_of(page)).to_be_focused()


@pytest.mark.parametrize("width", [1280, 320])
def test_whoever_leaves_it_has_closed_it(open_page: OpenPage, width: int) -> None:
    page = typed(open_page("/", width=width), "review")
    page.mouse.click(3, 890)
    expect(page.get_by_role("region", name=FOUND)).to_be_hidden()
    field_of(page).fill("review group")
    page.locator(RESULTS).first.wait_for(state="visible")
    field_of(page).press("Shift+Tab")
    expect(page.get_by_role("region", name=FOUND)).to_be_hidden()


def test_an_empty_field_is_neither_required_nor_wrong(page: Page) -> None:
    assert field_of(page).evaluate("({ validity, required }) => [validity.valid, required]") == [True, False]
    field_of(page).press("Enter")
    expect(page.get_by_role("region", name=FOUND)).to_be_hidden()


def test_names_that_look_like_markup_are_text(reader: BrowserContext, host: Host) -> None:
    index = host.site / "assets/guide/search/index.js"
    spoiled = index.read_text("utf-8").replace(
        "Harbour Duty Desk", "(children \\u003c5 too) \\u003cimg src=x onerror=alert(1)>"
    )
    index.write_text(spoiled, "utf-8")
    page = reader.new_page()
    page.goto("/")
    typed(page, "children too")
    expect(page.locator(RESULTS).first).to_contain_text("(children <5 too) <img")
    assert page.locator(f"{RESULTS} img").count() == 0


def test_what_could_not_be_fetched_is_said_and_fetched_again(
    reader: BrowserContext, host: Host, tmp_path: Path
) -> None:
    index = host.site / "assets/guide/search/index.js"
    shutil.move(index, tmp_path / "index.js")
    page = reader.new_page()
    page.goto("/")
    field_of(page).fill("review")
    expect(page.get_by_text("The search could not be fetched.")).to_be_visible()
    shutil.move(tmp_path / "index.js", index)
    field_of(page).fill("review group")
    page.locator(RESULTS).first.wait_for(state="visible")


def test_it_lies_within_a_narrow_page_which_still_scrolls(open_page: OpenPage) -> None:
    page = typed(open_page("/questions/", width=320, height=400), "day")
    box = page.get_by_role("region", name=FOUND).bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    page.mouse.move(300, 390)
    page.mouse.wheel(0, 300)
    page.wait_for_function("() => scrollY > 200")
