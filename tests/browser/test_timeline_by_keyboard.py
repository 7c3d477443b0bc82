"""The whole way through the timeline tool by keyboard alone: nothing is clicked, filled or focused but by a key."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from by_keyboard import ON_SCREEN, answer, focused, reach, unfold
from timeline_browser import LINK, OpenPage, at_both_widths, headings, item, on, timeline

ASKED = 'checkbox "Done: Ask every employer for its records"'
PANEL = "Thursday 24 December 2026 Working day 5: Tell the Regulator online"


@at_both_widths
def test_the_whole_journey_by_keyboard_alone(open_page: OpenPage) -> None:
    page = on(open_page, "2026-12-22", permissions=["clipboard-read", "clipboard-write"])
    page.evaluate("() => { window.printed = 0; window.print = () => { window.printed += 1; }; }")

    reach(page, 'textbox "Day"')
    answer(page, "17 12 2026")
    assert "Wednesday 30 December 2026 Working day 7: Return the records" in headings(page)
    assert PANEL in headings(page)

    reach(page, 'textbox "Day"', of="When did the employer become aware of the concern?", backwards=True)
    answer(page, "14 12 2026")
    expect(item(page, "Tell the Regulator online")).to_contain_text("Local procedure allows until")

    reach(page, ASKED)
    page.keyboard.press("Space")
    assert focused(page).startswith(ASKED)
    assert "Thursday 31 December 2026 Working day 8: Return the records" in headings(page)
    assert "Monday 21 December 2026 Working day 2: Tell the Regulator online" in headings(page)
    unfold(page, "On another day?")
    reach(page, 'textbox "Day"')
    answer(page, "21 12 2026")
    expect(item(page, "Ask every employer for its records")).to_contain_text("Done on Monday 21 December 2026")

    reach(page, 'combobox "Show"', backwards=True)
    page.keyboard.type("Employers asked")
    assert headings(page) == ["Wednesday 30 December 2026 Working day 7: Return the records"]

    unfold(page, "Print, save or send", backwards=True)
    reach(page, 'button "Copy link"')
    page.keyboard.press("Enter")
    expect(page.get_by_text("Link copied.")).to_be_visible()
    reach(page, 'button "Calendar file: Employers asked for records"', backwards=True)
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert Path(download.value.path()).read_text("utf-8").count("BEGIN:VEVENT") == 1
    reach(page, 'button "Print"', backwards=True)
    page.keyboard.press("Enter")
    assert page.evaluate("window.printed") == 1

    reach(page, 'button "Clear from this device"')
    page.keyboard.press("Enter")
    expect(timeline(page)).to_be_hidden()
    assert focused(page).startswith("radio "), "clearing begins again at the first question"


@at_both_widths
def test_working_back_from_a_hearing_by_keyboard_alone(open_page: OpenPage) -> None:
    page = on(open_page)
    reach(page, "radio ")
    while "hearing" not in focused(page):
        page.keyboard.press("ArrowDown")
        assert not focused(page).startswith('radio "Trust concern'), "no question is about a hearing"
    reach(page, 'textbox "Day"')
    answer(page, "12 2 2027")
    assert "Friday 12 February 2027" in page.locator(":focus").inner_text()
    assert headings(page) == ["Tuesday 2 February 2027: Send the signed report before the hearing"]


@at_both_widths
def test_every_problem_is_reached_from_the_summary_by_keyboard_alone(open_page: OpenPage) -> None:
    page = on(open_page)
    reach(page, 'textbox "Day"')
    answer(page, "31 2 2026")
    assert "There is a problem" in page.locator(":focus").inner_text()
    reach(page, "link ")
    page.keyboard.press("Enter")
    assert focused(page).startswith('textbox "Day"')
    page.keyboard.press("Control+A")
    answer(page, "17 12 2026")
    assert PANEL in headings(page)


@at_both_widths
def test_from_an_opened_link_the_keyboard_goes_to_the_next_step(open_page: OpenPage) -> None:
    page = on(open_page, path=LINK)
    reach(page, 'link "Inform the Harbour Board"')
    page.keyboard.press("Enter")
    assert page.locator("summary:focus").evaluate(ON_SCREEN)
    assert "Inform the Harbour Board" in page.locator("summary:focus").inner_text()
    expect(item(page, "Inform the Harbour Board").get_by_text("Within 1 working day")).to_be_visible()
    assert "#entry" not in page.url, "the address holds the dates"
