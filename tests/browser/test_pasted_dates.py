"""A whole date put into one field of a question, and a link as a mail program passed it on."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import OpenPage

QUESTION = "When did the duty desk receive the concern"
PARTS = ("Day", "Month", "Year")


def boxes(page: Page) -> list[Locator]:
    group = page.get_by_role("group", name=QUESTION)
    return [group.get_by_role("textbox", name=part) for part in PARTS]


def paste(page: Page, box: Locator, text: str) -> None:
    """As from another program: by way of the clipboard."""
    search = page.get_by_role("textbox", name="Search the guide")
    search.fill(text)
    search.select_text()
    page.keyboard.press("Control+X")
    box.focus()
    box.select_text()
    page.keyboard.press("Control+V")


@pytest.mark.parametrize("number", range(3), ids=PARTS)
def test_a_date_pasted_into_one_field_fills_all_three(open_page: OpenPage, number: int) -> None:
    page = open_page("/timeline/")
    all_three = boxes(page)
    all_three[0].fill("1")
    paste(page, all_three[number], "Thursday\u00a017 Decem\u00adber 2026")
    for box, text in zip(all_three, ("17", "12", "2026"), strict=True):
        expect(box).to_have_value(text)
    page.get_by_role("button", name="Show the timeline").click()
    expect(page.get_by_role("list", name="Timeline")).to_contain_text("18 December 2026")


def test_a_date_typed_into_one_field_fills_all_three_when_it_is_left(open_page: OpenPage) -> None:
    page = open_page("/timeline/")
    all_three = boxes(page)
    all_three[0].press_sequentially("17/12/2026")
    expect(all_three[0]).to_have_value("17/12/2026")
    page.keyboard.press("Tab")
    for box, text in zip(all_three, ("17", "12", "2026"), strict=True):
        expect(box).to_have_value(text)


def test_a_whole_date_in_one_field_is_added_to_a_list(open_page: OpenPage) -> None:
    page = open_page("/timeline/")
    page.locator("details:has(> #closures) > summary").click()
    closed = page.get_by_role("group", name="First day")
    closed.get_by_role("textbox", name="Year").fill("29.12.2026")
    page.keyboard.press("Enter")
    expect(page.locator("#closures")).to_contain_text("Tuesday 29 December 2026")


def test_what_is_not_read_stays_as_it_was_and_the_message_asks_for_numbers(open_page: OpenPage) -> None:
    page = open_page("/timeline/")
    day, month, year = boxes(page)
    paste(page, day, "seventeen")
    month.fill("12")
    year.fill("2026")
    page.get_by_role("button", name="Show the timeline").click()
    expect(page.get_by_role("group", name=QUESTION)).to_contain_text("in numbers only, for example 27 3 2026")
    expect(day).to_have_value("seventeen")


@pytest.mark.parametrize(
    "passed_on",
    [
        "journey%3Dtrust-concern%26concern-received%3D2026-12-17",
        "journey=trust-concern&concern-received=2026-12-17).",
        "journey=trust-concern&amp;concern-received=2026-12-17%3E",
    ],
)
def test_a_link_is_read_as_a_mail_program_passed_it_on(open_page: OpenPage, passed_on: str) -> None:
    page = open_page(f"/timeline/#{passed_on}")
    expect(page.get_by_role("list", name="Timeline")).to_contain_text("18 December 2026")


def test_a_link_that_is_escaped_and_not_whole_is_refused_with_the_message(open_page: OpenPage) -> None:
    page = open_page("/timeline/#journey%3Dtrust-concern%26concern-received%3D2026-12")
    expect(page.get_by_text("This link is not one this guide can read.")).to_be_visible()
