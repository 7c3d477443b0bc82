"""A journey of single steps: whoever has a part in a procedure works out their own date, and comes to it by a link."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from timeline_browser import OpenPage, enter, headings, on, opened, row, submit

ASKED = "When was the request for your records (PT-5) sent?"


def by_its_role(open_page: OpenPage) -> Page:
    page = on(open_page, "2026-12-20", "/about/")
    page.goto("/roles/employers/")
    page.get_by_role("link", name="Work out your date").click()
    return page


def test_an_employer_comes_from_its_own_page_to_its_own_question(open_page: OpenPage) -> None:
    page = by_its_role(open_page)
    expect(page.get_by_role("group", name=ASKED)).to_be_visible()
    expect(page.get_by_role("radio", name="For an employer: return your records")).to_be_focused()
    expect(page.get_by_text("There is a problem")).to_be_hidden()


def test_it_gets_the_date_of_its_own_step_and_of_no_other(open_page: OpenPage) -> None:
    page = by_its_role(open_page)
    enter(page, ASKED, "18 12 2026")
    submit(page)
    expect(row(page, "Return the records")).to_contain_text("Tuesday 29 December 2026")
    assert len(headings(page)) == 2


def test_with_the_day_of_receipt_it_is_told_day_seven_too(open_page: OpenPage) -> None:
    link = "/timeline/#journey=records&records-requested=2026-12-18&concern-received=2026-12-15&version=2.3"
    page = on(open_page, "2026-12-20", link)
    assert "Thursday 24 December 2026" in opened(page, "Return the records").inner_text()


def test_a_link_to_the_journey_of_nobody_chooses_none(open_page: OpenPage) -> None:
    page = on(open_page, "2026-12-20", "/timeline/#journey-nobody")
    expect(page.get_by_role("radio").first).to_be_checked()
    expect(page.get_by_text("There is a problem")).to_be_hidden()
