"""The states that a page comes to only when a reader acts: the timeline tool, the search and the menu at work."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page

from timeline_browser import whole

DAY = "2026-12-22T10:00:00Z"
"""In the middle of the example: some steps are overdue, one is due soon, others are to come."""

# In one go: a press by the mouse each would take more time than all else that a gate does in these states.
UNFOLD = (
    "all => all.filter((one) => one.parentElement.closest('[hidden]') === null).forEach((one) => { one.open = true; })"
)


def empty_tool(page: Page) -> None:
    _open_tool(page)


def tool_with_errors(page: Page) -> None:
    _open_tool(page)
    _enter(page, "31 11 2026")
    page.get_by_role("button", name="Show the timeline").click()
    page.get_by_role("alert").wait_for(state="visible")


def tool_with_a_schedule(page: Page) -> None:
    """Overdue, done and coming steps, whatever else the guide's dates lead to, and what was done against what was due.

    What is asked first has the later date, so that where there is a national limit it is the earlier one.
    """
    _open_tool(page)
    _enter(page, "17 12 2026", "16 12 2026")
    page.get_by_role("button", name="Show the timeline").click()
    whole(page)
    dated = page.get_by_role("table", name="By day").locator("tbody tr").filter(has_text=re.compile(r"\b20\d\d\b"))
    overdue = dated.filter(has_text="Overdue")
    for step in (overdue if overdue.count() else dated).all()[:1]:  # a guide may have no date at all
        step.get_by_role("checkbox").check()
        page.get_by_role("heading", name="Actual against due").wait_for(state="visible")


def tool_with_the_working_open(page: Page) -> None:
    tool_with_a_schedule(page)
    page.locator("#timeline-results details").evaluate_all(UNFOLD)


def tool_with_another_journey(page: Page) -> None:
    _open_tool(page)
    journeys = page.get_by_role("radio")
    if journeys.count():  # a guide with one journey asks for none
        journeys.last.check()
    _enter(page, "1 6 2027")
    page.get_by_role("button", name="Show the timeline").click()
    whole(page)


def tool_by_hand(page: Page) -> None:
    _open_tool(page)
    page.get_by_role("button", name="by hand").click()


def search_with_results(page: Page) -> None:
    page.goto("/")
    page.get_by_role("textbox", name="Search the guide").press_sequentially("day")
    page.locator(".guide-search__output a").first.wait_for(state="visible")


def search_without_results(page: Page) -> None:
    page.goto("/")
    page.get_by_role("textbox", name="Search the guide").press_sequentially("qqqq")
    page.get_by_text("Nothing was found").wait_for(state="visible")


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
    "the tool with another journey": tool_with_another_journey,
    "the table to fill in by hand": tool_by_hand,
    "search with results": search_with_results,
    "search without results": search_without_results,
    "the open menu": open_menu,
}


def _enter(page: Page, first: str, others: str = "") -> None:
    """Answers the questions of the journey that is chosen: the first with a date, the others with another."""
    asked = page.locator("fieldset").filter(has=page.get_by_role("textbox", name="Day")).locator("visible=true")
    for number, question in enumerate(asked.all()):
        for label, text in zip(("Day", "Month", "Year"), (others if number and others else first).split(), strict=True):
            question.get_by_role("textbox", name=label).fill(text)


def _open_tool(page: Page) -> None:
    page.clock.set_fixed_time(DAY)
    page.goto("/timeline/")
