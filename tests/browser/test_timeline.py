"""Entering dates and reading the timeline in a real browser, by what its labels and headings say."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from timeline_browser import (
    ACTS,
    AWARE,
    FOCUSED,
    PUBLISHED,
    RECEIVED,
    OpenPage,
    at_both_widths,
    enter,
    headings,
    item,
    on,
    opened,
    row,
    show,
    submit,
    term,
    timeline,
    tools,
)


@at_both_widths
def test_one_date_gives_every_date_of_the_trust_concern(open_page: OpenPage) -> None:
    page = on(open_page)
    show(page)
    dated = [text for text in headings(page) if "2026" in text or "2027" in text]
    assert len(headings(page)) == ACTS
    for expected in (
        "Friday 18 December 2026 Working day 1: Inform the Harbour Board",
        "Thursday 24 December 2026 Working day 5: Tell the Regulator online",
        "Wednesday 30 December 2026 Working day 7: Return the records",
        "Thursday 31 December 2026 Working day 8: Send the Circle the evidence bundle",
        "Wednesday 6 January 2027 Working day 11: Hold an evaluation",
        "Monday 11 January 2027 Working day 14: Agree and sign the finding",
        "Tuesday 12 January 2027 Working day 15: Send the signed finding to the Regulator",
    ):
        assert expected in dated


@at_both_widths
def test_each_step_says_who_what_with_which_form_and_by_when(open_page: OpenPage) -> None:
    page = on(open_page)
    show(page)
    panel = item(page, "Tell the Regulator online")
    assert term(panel, "Who") == "Harbour Council"
    assert term(panel, "What").startswith("Tell the National Standards Regulator")
    assert term(panel, "Due") == (
        "No later than Thursday 24 December 2026 Limit Local procedure "
        "Within 5 working days after the duty desk receives the concern"
    )
    meeting = item(page, "Hold an evaluation")
    assert term(meeting, "Due").startswith(
        "No later than Wednesday 6 January 2027 in the afternoon Limit Local procedure"
    )
    assert term(item(page, "Ask every employer for its records"), "Form") == "PT-5, PT-6"
    assert term(item(page, "Inform the Regulator and inspectors"), "Due") == "No deadline stated in the source"


@at_both_widths
def test_the_heading_takes_the_focus_and_the_next_date_is_announced(open_page: OpenPage) -> None:
    page = on(open_page)
    show(page)
    assert page.evaluate(FOCUSED) == "Timeline: received Thursday 17 December 2026"
    expect(page.locator("#timeline-announcement")).to_have_text(
        "24 steps. Next: Inform the Harbour Board, due Friday 18 December 2026."
    )


def test_the_summary_says_what_the_dates_rest_on(open_page: OpenPage) -> None:
    page = on(open_page)
    show(page)
    summary = page.locator("#timeline-results dl.summary")
    for words in (
        "Received Thursday 17 December 2026",
        "Tuesday 12 January 2027: Send the signed finding to the Regulator",
        "Friday 25 December 2026 (Christmas Day)",
        "Monday 28 December 2026 (Boxing Day (substitute day))",
        "Friday 1 January 2027 (New Year's Day)",
        "Bank holidays published until Sunday 31 December 2028.",
    ):
        expect(summary).to_contain_text(words)


@pytest.mark.parametrize(
    ("date", "message"),
    [
        ("  ", "Enter the date the concern was received"),
        ("17  2026", "The date the concern was received must include a month"),
        ("17 12 26", "Year must include 4 numbers"),
        ("31 11 2026", "The date the concern was received must be a real date"),
    ],
)
def test_a_wrong_date_is_said_at_the_top_and_beside_the_question(open_page: OpenPage, date: str, message: str) -> None:
    page = on(open_page)
    title = page.title()
    enter(page, RECEIVED, date)
    page.get_by_role("button", name="Show the timeline").click()
    summary = page.get_by_role("alert")
    expect(summary.get_by_role("heading", name="There is a problem")).to_be_visible()
    assert summary.evaluate("box => box === document.activeElement")
    assert page.title() == f"Error: {title}"
    link = summary.get_by_role("link", name=message)
    expect(page.get_by_role("group", name=RECEIVED).get_by_text(message)).to_be_visible()
    link.click()
    focused = page.locator(":focus")
    expect(focused).to_have_attribute("aria-invalid", "true")
    # By the field that has the focus and by nothing else: some screen readers do not say what describes a group.
    expect(focused).to_have_accessible_description(message)
    expect(page.locator("[aria-describedby$=-error]")).to_have_count(1)
    assert "#" not in page.url
    enter(page, RECEIVED, "17 12 2026")
    expect(submit(page)).to_be_visible()
    assert page.title() == title
    expect(summary).to_be_hidden()
    expect(page.locator("[aria-describedby$=-error]")).to_have_count(0)


def test_nothing_is_said_before_the_reader_submits(open_page: OpenPage) -> None:
    page = on(open_page)
    enter(page, RECEIVED, "99 99 99")
    page.keyboard.press("Tab")
    expect(page.get_by_role("alert")).to_be_hidden()
    expect(page.locator("[aria-invalid]")).to_have_count(0)


def test_a_date_whose_steps_run_past_the_calendar_is_refused_beside_its_question(open_page: OpenPage) -> None:
    page = on(open_page)
    enter(page, RECEIVED, "20 12 2035")
    page.get_by_role("button", name="Show the timeline").click()
    expect(page.get_by_role("alert")).to_contain_text("run past 31 December 2035")
    expect(page.locator("#timeline-results")).to_be_hidden()


@at_both_widths
def test_the_national_limit_governs_when_it_is_earlier_and_the_local_one_stands_beside_it(open_page: OpenPage) -> None:
    page = on(open_page, "2026-12-21")
    enter(page, AWARE, "17 12 2026")
    show(page, "21 12 2026")
    panel = item(page, "Tell the Regulator online")
    assert term(panel, "Due").startswith("No later than Thursday 24 December 2026 Limit Statutory guidance")
    assert "Thursday 24 December 2026 Working day 3: Tell the Regulator online" in headings(page)
    expect(panel).to_contain_text("Local procedure allows until Wednesday 30 December 2026.")
    expect(panel).to_contain_text("National limit: no later than Thursday 24 December 2026.")


@at_both_widths
def test_the_date_that_governs_stands_first_and_the_other_beside_it(open_page: OpenPage) -> None:
    page = on(open_page, "2026-12-18")
    enter(page, AWARE, "15 12 2026")
    show(page, "18 12 2026")
    panel = item(page, "Tell the Regulator online")
    assert "Tuesday 22 December 2026 Working day 2: Tell the Regulator online" in headings(page)
    assert term(panel, "Due").startswith("No later than Tuesday 22 December 2026 Limit Statutory guidance")
    expect(panel).to_contain_text("Local procedure allows until Tuesday 29 December 2026.")


@at_both_widths
def test_working_back_from_a_hearing(open_page: OpenPage) -> None:
    page = on(open_page)
    page.get_by_role("radio", name="Work back from a hearing").check()
    expect(page.get_by_role("group", name=RECEIVED)).to_be_hidden()
    enter(page, PUBLISHED, "1 6 2027")
    submit(page)
    assert headings(page) == ["Wednesday 19 May 2027: Send the signed report before the hearing"]
    report = opened(page, "Send the signed report before the hearing")
    expect(report).to_contain_text("Local procedure allows until Thursday 20 May 2027.")
    expect(report).to_contain_text("which gives an earlier date: Wednesday 19 May 2027.")
    expect(report.get_by_role("link", name="Question 5", exact=True)).to_have_attribute(
        "href", "../questions/#seven-days-before-hearing"
    )


def test_a_reflection_shows_every_step_and_asks_for_no_date(open_page: OpenPage) -> None:
    page = on(open_page)
    page.get_by_role("radio", name="Shared reflection").check()
    expect(page.get_by_role("textbox", name="Day")).to_have_count(0)
    submit(page)
    assert len(headings(page)) == 16
    offer = opened(page, "Offer something to learn from")
    expect(offer.get_by_text("No deadline stated in the source")).to_be_visible()


def test_why_this_date_shows_the_weeks_with_every_skipped_day(open_page: OpenPage) -> None:
    page = on(open_page)
    show(page)
    returned = opened(page, "Return the records")
    returned.get_by_text("Why this date?").click()
    rows = returned.get_by_role("table").get_by_role("row")
    rows.last.wait_for()
    weeks = [[" ".join(cell.split()) for cell in row.get_by_role("cell").all_inner_texts()] for row in rows.all()[1:]]
    assert weeks == [
        ["21 start", "22 day 1", "23 day 2", "24 day 3", "25 Christmas Day (bank holiday)", "26 weekend", "27 weekend"],
        ["28 Boxing Day (substitute day) (bank holiday)", "29 day 4", "30 day 5", "31", "1", "2", "3"],
    ]


def test_today_stands_in_the_list_before_what_is_still_to_come(open_page: OpenPage) -> None:
    page = on(open_page, "2026-12-22")
    show(page)
    entries = [" ".join(text.split()) for text in timeline(page).locator("> li").all_inner_texts()]
    position = entries.index("Today, Tuesday 22 December 2026")
    assert "Ring every employer after the email" in entries[position - 1]
    assert "Tell the Regulator online" in entries[position + 1]
    expect(item(page, "Inform the Harbour Board")).to_contain_text("Overdue by 2 working days")
    expect(item(page, "Tell the Regulator online")).to_contain_text("Due in 2 working days")


def test_a_heading_says_at_once_the_day_how_the_step_stands_and_what_it_is(open_page: OpenPage) -> None:
    page = on(open_page, "2026-12-22")
    show(page)
    said = " ".join(timeline(page).get_by_role("heading", level=3).all_text_contents())
    assert "Friday 18 December 2026 Working day 1, Overdue by 2 working days: Inform the Harbour Board" in said
    # A box of its own would end the line that a screen reader reads to who goes from heading to heading.
    inside = timeline(page).locator("h3 *:not(svg, path)")
    looks = inside.evaluate_all("all => all.map(getComputedStyle).map((one) => [one.display, one.position])")
    assert {tuple(one) for one in looks if one[0] != "none"} == {("inline", "static")}


def test_the_head_of_a_row_says_its_title_and_how_it_stands_with_a_comma_that_no_space_goes_before(
    open_page: OpenPage,
) -> None:
    page = on(open_page, "2026-12-22")
    show(page)
    heads = page.get_by_role("table", name="By day").get_by_role("rowheader")
    expect(heads.nth(0)).to_have_accessible_name("Inform the Harbour Board, Overdue by 2 working days")
    expect(heads.last).not_to_have_accessible_name(re.compile(",$"))


def test_without_scripts_the_page_is_a_table_to_fill_in_by_hand(open_page: OpenPage) -> None:
    page = open_page("/timeline/", java_script_enabled=False)
    expect(page.get_by_role("button", name="Show the timeline")).to_be_hidden()
    table = page.get_by_role("table").nth(1)
    expect(table.get_by_role("columnheader")).to_have_text(["When", "Step", "Who", "Date"])
    row = table.get_by_role("row").filter(has_text="Hold the evaluation meeting")
    expect(row).to_contain_text("Day 11")
    expect(row.get_by_role("cell").last).to_have_text("")
    expect(page.get_by_text("Friday 25 December 2026: Christmas Day")).to_be_visible()


@pytest.mark.parametrize("width", [320, 768])
def test_a_whole_timeline_never_scrolls_sideways(open_page: OpenPage, width: int) -> None:
    page = on(open_page, "2026-12-22", width=width)
    show(page)
    row(page, "Ask every employer for its records").get_by_role("checkbox").check()
    row(page, "Ask every employer for its records").get_by_text("On another day?").click()
    opened(page, "Return the records").get_by_text("Why this date?").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_paper_there_is_the_table_with_boxes_and_the_list_only_where_it_is_asked_for(open_page: OpenPage) -> None:
    page = on(open_page)
    show(page)
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Show the timeline")).to_be_hidden()
    expect(page.get_by_role("group", name=RECEIVED)).to_be_hidden()
    expect(page.locator("#timeline-results dl.summary")).to_be_visible()
    panel = row(page, "Tell the Regulator online")
    expect(panel.get_by_role("checkbox")).to_be_visible()
    expect(timeline(page)).to_be_hidden()
    page.emulate_media(media="screen")
    tools(page).page.get_by_label("Print the details too").check()
    page.emulate_media(media="print")
    expect(timeline(page)).to_be_visible()
    expect(item(page, "Tell the Regulator online").get_by_text("Within 5 working days").first).to_be_visible()
    expect(item(page, "Tell the Regulator online").get_by_text("Why this date?")).to_be_hidden()
