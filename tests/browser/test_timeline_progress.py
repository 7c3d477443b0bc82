"""Working with a timeline in a real browser: ticking, filtering, sharing, saving and remembering."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Request, expect

from timeline_browser import ACTS, LINK, RECEIVED, OpenPage, at_both_widths, enter, headings, item, on, show, submit

STORED = (
    "async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length]"
)


@at_both_widths
def test_ticking_a_step_keeps_the_focus_plans_anew_and_compares_with_what_was_due(open_page: OpenPage) -> None:
    page = on(open_page, "2026-12-22")
    show(page)
    box = item(page, "Ask every employer for its records").get_by_role("checkbox")
    box.focus()
    page.keyboard.press("Space")
    assert box.evaluate("box => box === document.activeElement && box.checked")
    expect(item(page, "Ask every employer for its records")).to_contain_text("Done on Tuesday 22 December 2026")
    assert "Thursday 31 December 2026 Working day 8: Return the records" in headings(page)
    expect(item(page, "Return the records")).to_contain_text("This date moved from Wednesday 30 December 2026")
    row = page.get_by_role("table").get_by_role("row").filter(has_text="Ask every employer for its records")
    expect(row).to_contain_text("1 working day after the planned day")
    box.uncheck()
    assert "Wednesday 30 December 2026 Working day 7: Return the records" in headings(page)
    expect(page.get_by_role("heading", name="Actual against due")).to_be_hidden()


@at_both_widths
def test_a_done_date_can_be_changed_and_a_wrong_one_is_said_beside_it(open_page: OpenPage) -> None:
    page = on(open_page, "2026-12-22")
    show(page)
    asked = item(page, "Ask every employer for its records")
    asked.get_by_role("checkbox").check()
    done = asked.get_by_role("group", name="Done on: Ask every employer for its records")
    done.get_by_label("Day").fill("32")
    done.get_by_role("button", name="Save this date").click()
    expect(done).to_contain_text("The date the step was done must be a real date")
    done.get_by_label("Day").fill("21")
    done.get_by_role("button", name="Save this date").click()
    expect(asked).to_contain_text("Done on Monday 21 December 2026")
    assert "Wednesday 30 December 2026 Working day 7: Return the records" in headings(page)


def test_hiding_done_steps_hands_the_focus_to_the_next_step(open_page: OpenPage) -> None:
    page = on(open_page, "2026-12-18")
    show(page)
    page.get_by_label("Hide done steps").check()
    item(page, "Inform the Harbour Board").get_by_role("checkbox").click()
    expect(item(page, "Inform the Harbour Board")).to_have_count(0)
    assert page.locator(":focus").get_attribute("aria-label") == "Done: Tell the partners of the area"


@at_both_widths
def test_one_role_sees_its_own_steps(open_page: OpenPage) -> None:
    page = on(open_page)
    show(page)
    page.get_by_label("Show", exact=True).select_option("Employers asked for records")
    assert headings(page) == ["Wednesday 30 December 2026 Working day 7: Return the records"]
    expect(page.locator("#timeline-announcement")).to_contain_text("1 step. Next: Return the records")


@at_both_widths
def test_a_closed_office_is_marked_and_a_new_bank_holiday_is_counted(open_page: OpenPage) -> None:
    page = on(open_page)
    enter(page, RECEIVED, "17 12 2026")
    for title, date in (("Days your office is closed", "24 12 2026"), ("A bank holiday announced since", "22 12 2026")):
        page.get_by_text(title).first.click()
        enter(page, title, date)
        page.get_by_role("group", name=title).get_by_role("button", name="Add this day").click()
    submit(page)
    assert "Tuesday 29 December 2026 Working day 5: Tell the Regulator online" in headings(page)
    telephone = item(page, "Ask every employer for its records")
    expect(telephone).to_contain_text("Monday 21 December 2026")
    summary = page.locator("#timeline-results dl.summary")
    expect(summary).to_contain_text("Tuesday 22 December 2026")
    expect(summary).to_contain_text("Changed by the bank holidays you added.")
    page.get_by_role("button", name="Remove Tuesday 22 December 2026").click()
    submit(page)
    panel = item(page, "Tell the Regulator online")
    expect(panel).to_contain_text("Your office is closed on Thursday 24 December 2026.")
    expect(panel).to_contain_text("The last open day before it is Wednesday 23 December 2026.")


@at_both_widths
def test_a_day_that_is_added_or_removed_works_the_list_out_again_at_once(open_page: OpenPage) -> None:
    page = on(open_page)
    show(page)
    title = "A bank holiday announced since"
    page.get_by_text(title).first.click()
    enter(page, title, "22 12 2026")
    page.get_by_role("group", name=title).get_by_role("button", name="Add this day").click()
    expect(page.locator("#timeline-announcement")).to_have_text("Tuesday 22 December 2026 added.")
    assert "Tuesday 29 December 2026 Working day 5: Tell the Regulator online" in headings(page)
    assert page.locator(":focus").get_attribute("data-part") == "day"
    page.get_by_role("button", name="Remove Tuesday 22 December 2026").click()
    assert "Thursday 24 December 2026 Working day 5: Tell the Regulator online" in headings(page)


@at_both_widths
def test_one_act_is_done_once_and_two_dates_for_it_are_refused_with_both_named(open_page: OpenPage) -> None:
    page = on(open_page, "2026-12-22")
    show(page)
    act = item(page, "Inform the link officers")
    expect(act).to_contain_text("Send PT-3 to the Circle")
    page.get_by_role("checkbox", name="Done: Inform the link officers, PT-3").check()
    expect(act).to_contain_text("Done on Tuesday 22 December 2026")
    assert page.get_by_role("heading", name="Send PT-3 to the Circle").count() == 0
    act.get_by_role("checkbox").uncheck()
    panel = item(page, "Tell the Regulator online")
    panel.get_by_role("checkbox").check()
    asks = "When was the Regulator told?"
    page.get_by_text(f"{asks} (optional)").click()
    enter(page, asks, "21 12 2026")
    page.get_by_role("button", name="Show the timeline").click()
    both = (
        "One act has two dates: “Tell the Regulator online” has Tuesday 22 December 2026, "
        "and “When was the Regulator told?” has Monday 21 December 2026. Give one of the two."
    )
    expect(page.get_by_role("alert")).to_contain_text(both)
    expect(panel).to_contain_text("Done on Tuesday 22 December 2026")


@at_both_widths
def test_a_step_that_an_entered_date_marks_done_is_changed_at_that_date(open_page: OpenPage) -> None:
    page = on(open_page, "2026-12-22")
    show(page)
    told = item(page, "Report it to the duty desk")
    expect(told).to_contain_text("Done on Thursday 17 December 2026")
    told.get_by_role("checkbox").click()
    expect(told).to_contain_text("Change that date to change this.")
    expect(told.get_by_role("checkbox")).to_be_checked()
    done = told.get_by_role("group", name="Done on: Report it to the duty desk")
    done.get_by_label("Day").fill("18")
    done.get_by_role("button", name="Save this date").click()
    expect(done).to_contain_text("One act has two dates: “Report it to the duty desk” has Friday 18 December 2026")


@at_both_widths
def test_a_day_that_has_not_come_is_no_day_on_which_a_step_was_done(open_page: OpenPage) -> None:
    page = on(open_page, "2026-12-22")
    show(page)
    asked = item(page, "Ask every employer for its records")
    asked.get_by_role("checkbox").check()
    done = asked.get_by_role("group", name="Done on: Ask every employer for its records")
    done.get_by_label("Day").fill("23")
    done.get_by_role("button", name="Save this date").click()
    expect(done).to_contain_text("The date the step was done must not be after today, Tuesday 22 December 2026")
    expect(asked).to_contain_text("Done on Tuesday 22 December 2026")


@at_both_widths
def test_a_copied_link_opens_the_same_timeline_and_the_address_never_changes_by_itself(open_page: OpenPage) -> None:
    page = on(open_page, permissions=["clipboard-read", "clipboard-write"])
    show(page)
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_text("Link copied.")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert f"{LINK}&version=2.3&dates=" in copied
    assert "#" not in page.url
    other = on(open_page, path=LINK)
    assert headings(other) == headings(page)
    assert other.get_by_role("group", name=RECEIVED).get_by_label("Day", exact=True).input_value() == "17"


def test_without_a_clipboard_the_link_stands_on_the_page(open_page: OpenPage) -> None:
    page = on(open_page)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    show(page)
    page.get_by_role("button", name="Copy link").click()
    assert LINK in page.get_by_label("Link with these dates. Copy it by hand:").input_value()


@at_both_widths
def test_the_calendar_file_and_the_spreadsheet_hold_the_role_that_is_shown(open_page: OpenPage) -> None:
    page = on(open_page)
    show(page)
    page.get_by_label("Show", exact=True).select_option("Harbour Council")
    files: dict[str, str] = {}
    for button in ("Calendar file", "Spreadsheet"):
        with page.expect_download() as download:
            page.get_by_role("button", name=button).click()
        files[download.value.suggested_filename] = Path(download.value.path()).read_bytes().decode("utf-8")
    assert set(files) == {"procedure-dates.ics", "procedure-dates.csv"}
    assert files["procedure-dates.ics"].count("BEGIN:VEVENT") == 1
    assert "DTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261225\r\n" in files["procedure-dates.ics"]
    assert files["procedure-dates.csv"].startswith("\ufeffStep,")
    assert "Thursday 24 December 2026" in files["procedure-dates.csv"]


def test_nothing_is_kept_until_the_reader_asks_and_clear_deletes_it(open_page: OpenPage) -> None:
    page = on(open_page)
    show(page)
    item(page, "Inform the Harbour Board").get_by_role("checkbox").check()
    assert page.evaluate(STORED) == [0, 0, "", 0]
    page.get_by_label("Remember on this device").check()
    expect(page.get_by_text("Kept on this device until Monday 12 April 2027.")).to_be_visible()
    page.reload()
    expect(item(page, "Inform the Harbour Board")).to_contain_text("Done on Thursday 17 December 2026")
    page.get_by_role("button", name="Clear from this device").click()
    assert page.evaluate(STORED) == [0, 0, "", 0]
    expect(page.locator("#timeline-results")).to_be_hidden()
    assert page.get_by_role("group", name=RECEIVED).get_by_label("Day", exact=True).input_value() == ""


def test_what_was_kept_is_deleted_ninety_days_after_the_last_date(open_page: OpenPage) -> None:
    page = on(open_page)
    show(page)
    page.get_by_label("Remember on this device").check()
    page.clock.set_fixed_time("2027-04-13T10:00:00Z")
    page.reload()
    expect(page.locator("#timeline-results")).to_be_hidden()
    assert page.evaluate(STORED) == [0, 0, "", 0]


def test_with_broken_storage_the_tool_works_and_says_that_it_will_not_remember(open_page: OpenPage) -> None:
    page = on(open_page)
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('forbidden'); } })")
    page.reload()
    show(page)
    page.get_by_label("Remember on this device").click()
    expect(page.get_by_text("This browser does not let the guide keep anything.")).to_be_visible()
    assert not page.get_by_label("Remember on this device").is_checked()
    assert len(headings(page)) == ACTS


def test_after_the_page_has_loaded_nothing_is_asked_of_the_network(
    open_page: OpenPage, requests: list[Request]
) -> None:
    page = on(open_page)
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    before = len(requests)
    show(page)
    item(page, "Return the records").get_by_text("Why this date?").click()
    page.get_by_role("button", name="Spreadsheet").click()
    assert [request.url for request in requests[before:] if not request.url.startswith("blob:")] == []
