"""The states that a page comes to only when a reader acts: the timeline tool, the search and the menu at work."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from timeline_browser import AWARE, enter, item, show, submit

DAY = "2026-12-22T10:00:00Z"
"""In the middle of the example: some steps are overdue, one is due soon, others are to come."""

# In one go: a press by the mouse each would take more time than all else that a gate does in these states.
PRESS_WHAT_IS_SEEN = "all => all.filter((one) => one.checkVisibility()).forEach((one) => one.click())"


def empty_tool(page: Page) -> None:
    _open_tool(page)


def tool_with_errors(page: Page) -> None:
    _open_tool(page)
    enter(page, AWARE, "31 11 2026")
    page.get_by_role("button", name="Show the timeline").click()
    page.get_by_role("alert").wait_for(state="visible")


def tool_with_a_schedule(page: Page) -> None:
    """Overdue, done and coming steps, a national limit that is earlier, and what was done against what was due."""
    _open_tool(page)
    enter(page, AWARE, "16 12 2026")
    show(page)
    item(page, "Ask every agency for its information").get_by_role("checkbox").check()
    page.get_by_role("heading", name="Actual against due").wait_for(state="visible")


def tool_with_the_working_open(page: Page) -> None:
    tool_with_a_schedule(page)
    page.get_by_text("Why this date?").evaluate_all(PRESS_WHAT_IS_SEEN)


def tool_working_back(page: Page) -> None:
    _open_tool(page)
    page.get_by_role("radio", name="Multi-agency local learning review").check()
    submit(page)


def tool_by_hand(page: Page) -> None:
    _open_tool(page)
    page.get_by_role("button", name="by hand").click()


def search_with_results(page: Page) -> None:
    page.goto("/")
    page.get_by_role("textbox", name="Search the guide").press_sequentially("review")
    page.locator(".md-search-result__item a").first.wait_for(state="visible")


def search_without_results(page: Page) -> None:
    page.goto("/")
    page.get_by_role("textbox", name="Search the guide").press_sequentially("qqqq")
    page.get_by_text("No matching documents").wait_for(state="visible")


def open_menu(page: Page) -> None:
    page.goto("/")
    button = page.get_by_role("button", name="Menu")
    if button.is_visible():
        button.click()


STATES: dict[str, Callable[[Page], None]] = {
    "the empty tool": empty_tool,
    "the tool with errors": tool_with_errors,
    "the tool with a schedule": tool_with_a_schedule,
    "the tool with the working open": tool_with_the_working_open,
    "the tool without a date": tool_working_back,
    "the table to fill in by hand": tool_by_hand,
    "search with results": search_with_results,
    "search without results": search_without_results,
    "the open menu": open_menu,
}


def _open_tool(page: Page) -> None:
    page.clock.set_fixed_time(DAY)
    page.goto("/timeline/")
