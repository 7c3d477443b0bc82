"""Working with a timeline in a real browser: ticking, filtering, sharing, saving and remembering."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Request, expect

from timeline_browser import (
    ACTS,
    LINK,
    RECEIVED,
    OpenPage,
    at_both_widths,
    copied_text,
    enter,
    headings,
    item,
    on,
    on_another_day,
    opened,
    questions,
    row,
    show,
    submit,
    timeline,
    tools,
)

NAMED = [
    "Change the dates",
    "Print",
    "Calendar file: Harbour Council",
    "Spreadsheet: Harbour Council",
    "Copy as table: Harbour Council",
    "Copy link",
    "Clear from this device",
]
STORED = (
    "async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length]"
)


@at_both_widths
def test_ticking_a_step_keeps_the_focus_plans_anew_and_compares_with_what_was_due(open_page: OpenPage) -> None:
    page = on(open_page, "2026-12-22")
    show(page)
    box = row(page, "Ask every employer for its records").get_by_role("checkbox")
    box.focus()
    page.keyboard.press("Space")
    assert box.evaluate("box => box === document.activeElement && box.checked")
    expect(item(page, "Ask every employer for its records")).to_contain_text("Done on Tuesday 22 December 2026")
    assert "Thursday 31 December 2026 Working day 8: Return the records" in headings(page)
    expect(item(page, "Return the records")).to_contain_text("This date moved from Wednesday 30 December 2026")
    compared = page.locator("#timeline-actual").get_by_role("row").filter(has_text="Ask every employer for its records")
    expect(compared).to_contain_text("1 working day after the planned day")
    box.uncheck()
    assert "Wednesday 30 December 2026 Working day 7: Return the records" in headings(page)
    expect(page.get_by_role("heading", name="Actual against due")).to_be_hidden()


@at_both_widths
def test_a_done_date_can_be_changed_and_a_wrong_one_is_said_beside_it(open_page: OpenPage) -> None:
    page = on(open_page, "2026-12-22")
    show(page)
    asked = item(page, "Ask every employer for its records")
    row(page, "Ask every employer for its records").get_by_role("checkbox").check()
    done = on_another_day(page, "Ask every employer for its records")
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
    row(page, "Inform the Harbour Board").get_by_role("checkbox").click()
    expect(row(page, "Inform the Harbour Board")).to_have_count(0)
    assert page.locator(":focus").get_attribute("aria-label") == "Done: Inform the link officers, PT-3"


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
    for title, question, date, add in (
        ("Days your office is closed", "First day", "24 12 2026", "Add these days"),
        ("A bank holiday announced since", "Day to add", "22 12 2026", "Add this day"),
    ):
        page.get_by_text(title).first.click()
        enter(page, question, date)
        page.get_by_role("group", name=title).get_by_role("button", name=add).click()
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
    row(page, "Inform the link officers").get_by_role("checkbox").uncheck()
    panel = item(page, "Tell the Regulator online")
    row(page, "Tell the Regulator online").get_by_role("checkbox").check()
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
    page.get_by_text("Up to the day of receipt, Thursday 17 December 2026: 4 steps").click()
    told = item(page, "Report it to the duty desk")
    expect(told).to_contain_text("Done on Thursday 17 December 2026")
    row(page, "Report it to the duty desk").get_by_role("checkbox").click()
    expect(row(page, "Report it to the duty desk")).to_contain_text("Change that date to change this.")
    expect(row(page, "Report it to the duty desk").get_by_role("checkbox")).to_be_checked()
    done = on_another_day(page, "Report it to the duty desk")
    done.get_by_label("Day").fill("18")
    done.get_by_role("button", name="Save this date").click()
    expect(done).to_contain_text("One act has two dates: “Report it to the duty desk” has Friday 18 December 2026")


@at_both_widths
def test_a_day_that_has_not_come_is_no_day_on_which_a_step_was_done(open_page: OpenPage) -> None:
    page = on(open_page, "2026-12-22")
    show(page)
    asked = item(page, "Ask every employer for its records")
    row(page, "Ask every employer for its records").get_by_role("checkbox").check()
    done = on_another_day(page, "Ask every employer for its records")
    done.get_by_label("Day").fill("23")
    done.get_by_role("button", name="Save this date").click()
    message = "The date the step was done must not be after today, Tuesday 22 December 2026"
    expect(done).to_contain_text(message)
    expect(page.locator(":focus")).to_have_accessible_description(message)
    expect(asked).to_contain_text("Done on Tuesday 22 December 2026")


@at_both_widths
def test_a_copied_link_opens_the_same_timeline_and_the_address_never_changes_by_itself(open_page: OpenPage) -> None:
    page = on(open_page, permissions=["clipboard-read", "clipboard-write"])
    show(page)
    tools(page).get_by_role("button", name="Copy link").click()
    expect(page.get_by_text("Link copied.")).to_be_visible()
    copied = copied_text(page)["text/plain"]
    assert f"{LINK}&version=2.3&dates=" in copied
    assert "#" not in page.url
    other = on(open_page, path=LINK)
    assert headings(other) == headings(page)
    questions(other)
    assert other.get_by_role("group", name=RECEIVED).get_by_label("Day", exact=True).input_value() == "17"


def test_without_a_clipboard_the_link_stands_on_the_page(open_page: OpenPage) -> None:
    page = on(open_page)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    show(page)
    tools(page).get_by_role("button", name="Copy link").click()
    assert LINK in page.get_by_label("Link with these dates. Copy it by hand:").input_value()


@at_both_widths
def test_the_calendar_file_and_the_spreadsheet_hold_the_role_that_is_shown(open_page: OpenPage) -> None:
    page = on(open_page)
    show(page)
    page.get_by_label("Show", exact=True).select_option("Harbour Council")
    files: dict[str, str] = {}
    for button in ("Calendar file", "Spreadsheet"):
        with page.expect_download() as download:
            tools(page).get_by_role("button", name=button).click()
        files[download.value.suggested_filename] = Path(download.value.path()).read_bytes().decode("utf-8")
    assert set(files) == {"procedure-dates.ics", "procedure-dates.csv"}
    assert files["procedure-dates.ics"].count("BEGIN:VEVENT") == 1
    expect(tools(page).get_by_role("button")).to_have_text(NAMED)
    assert "DTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261225\r\n" in files["procedure-dates.ics"]
    assert files["procedure-dates.csv"].startswith("\ufeffStep,")
    assert "Thursday 24 December 2026" in files["procedure-dates.csv"]


def test_nothing_is_kept_until_the_reader_asks_and_clear_deletes_it(open_page: OpenPage) -> None:
    page = on(open_page)
    show(page)
    row(page, "Inform the Harbour Board").get_by_role("checkbox").check()
    assert page.evaluate(STORED) == [0, 0, "", 0]
    page.get_by_label("Remember on this device").check()
    expect(page.get_by_text("Kept on this device until Monday 12 April 2027.")).to_be_visible()
    page.reload()
    expect(item(page, "Inform the Harbour Board")).to_contain_text("Done on Thursday 17 December 2026")
    tools(page).get_by_role("button", name="Clear from this device").click()
    assert page.evaluate(STORED) == [0, 0, "", 0]
    expect(page.locator("#timeline-results")).to_be_hidden()
    assert page.get_by_role("group", name=RECEIVED).get_by_label("Day", exact=True).input_value() == ""


@at_both_widths
def test_after_the_first_tick_it_is_said_that_nothing_is_kept_beside_the_box_that_changes_it(
    open_page: OpenPage,
) -> None:
    page = on(open_page)
    show(page)
    keeping = page.get_by_label("Remember on this device").locator("xpath=../..")
    expect(keeping).to_have_text("Remember on this device")
    row(page, "Inform the Harbour Board").get_by_role("checkbox").check()
    assert " ".join(keeping.inner_text().split()) == "Not kept. Remember on this device"
    page.get_by_label("Remember on this device").check()
    expect(keeping).to_contain_text("Kept on this device until Monday 12 April 2027.")
    row(page, "Inform the Harbour Board").get_by_role("checkbox").uncheck()
    expect(keeping).not_to_contain_text("Not kept.")


@at_both_widths
def test_who_comes_back_to_a_kept_timeline_sees_it_with_its_questions_folded(open_page: OpenPage) -> None:
    page = on(open_page)
    show(page)
    page.get_by_label("Remember on this device").check()
    page.goto("/")
    card = page.get_by_role("link", name="Your timeline: received Thursday 17 December 2026")
    card.click()
    expect(timeline(page)).to_be_visible()
    expect(page.get_by_role("table", name="By day")).to_be_in_viewport()
    expect(page.get_by_role("group", name=RECEIVED)).to_be_hidden()
    questions(page)
    expect(page.get_by_role("group", name=RECEIVED)).to_be_visible()
    tools(page).get_by_role("button", name="Clear from this device").click()
    page.goto("/")
    page.wait_for_load_state("networkidle")
    expect(page.locator("#your-timeline")).to_be_hidden()


def test_the_first_page_shows_no_card_and_loads_nothing_for_one_where_nothing_is_kept(
    open_page: OpenPage, requests: list[Request]
) -> None:
    page = open_page("/", until="networkidle")
    expect(page.locator("#your-timeline")).to_be_hidden()
    assert [request.url for request in requests if "/tool/" in request.url] == []


def test_what_was_kept_and_has_expired_is_no_card_on_the_first_page(open_page: OpenPage) -> None:
    page = on(open_page)
    show(page)
    page.get_by_label("Remember on this device").check()
    page.clock.set_fixed_time("2027-04-13T10:00:00Z")
    page.goto("/", wait_until="networkidle")
    expect(page.locator("#your-timeline")).to_be_hidden()
    assert page.evaluate(STORED) == [0, 0, "", 0]


@at_both_widths
def test_a_closed_week_is_one_answer_and_leaves_out_what_is_closed_anyway(open_page: OpenPage) -> None:
    page = on(open_page)
    show(page)
    page.get_by_text("Days your office is closed").first.click()
    closures = page.get_by_role("group", name="Days your office is closed")
    enter(page, "First day", "24 12 2026")
    enter(page, "Last day", "3 1 2027")
    closures.get_by_role("button", name="Add these days").click()
    span = "Thursday 24 December 2026 to Sunday 3 January 2027"
    expect(page.locator("#timeline-announcement")).to_have_text(f"{span} added.")
    expect(closures.get_by_role("list", name="Days added").get_by_role("listitem")).to_have_count(1)
    expect(page.locator("#timeline-results dl.summary")).to_contain_text(
        "Thursday 24 December 2026; Tuesday 29 December 2026; Wednesday 30 December 2026; Thursday 31 December 2026"
    )
    expect(item(page, "Tell the Regulator online")).to_contain_text("Your office is closed on Thursday 24 December")
    closures.get_by_role("button", name="Remove Thursday 24 December 2026 to Thursday 31 December 2026").click()
    expect(item(page, "Tell the Regulator online")).not_to_contain_text("Your office is closed")


@at_both_widths
def test_a_closed_week_that_ends_before_it_begins_or_never_is_said_beside_its_last_day(open_page: OpenPage) -> None:
    page = on(open_page)
    page.get_by_text("Days your office is closed").first.click()
    add = page.get_by_role("button", name="Add these days")
    last = page.get_by_role("group", name="Last day")
    enter(page, "First day", "24 12 2026")
    for date, said in (
        ("23 12 2026", "The last day your office is closed must not be before the first"),
        ("27 12 2027", "The last day your office is closed must be within a year of the first"),
        ("31 11 2026", "The last day your office is closed must be a real date"),
    ):
        enter(page, "Last day", date)
        add.click()
        expect(last).to_contain_text(said)
    enter(page, "First day", "25 12 2026")
    enter(page, "Last day", "28 12 2026")
    add.click()
    expect(page.locator("#timeline-announcement")).to_have_text(
        "Friday 25 December 2026 to Monday 28 December 2026: closed anyway, so there is nothing to add"
    )


@at_both_widths
def test_the_table_is_copied_for_an_e_mail_with_titles_only_where_the_reader_asks_for_them(open_page: OpenPage) -> None:
    page = on(open_page, permissions=["clipboard-read", "clipboard-write"])
    show(page)
    copied, before = {}, ""
    for full in (False, True):
        tools(page).page.get_by_label("Full titles").set_checked(full)
        tools(page).get_by_role("button", name="Copy as table").click()
        expect(page.get_by_text("Table copied.")).to_be_visible()
        # What is said of the first copy stands there until the second is made.
        copied[full] = copied_text(page, before)
        before = copied[full]["text/plain"]
    rows = copied[True]["text/plain"].split("\n")
    assert rows[0] == "Date\tWhat\tWho\tForm\tDone"
    assert rows[1] == "Friday 18 December 2026, limit\tInform the Harbour Board\tHarbour Duty Desk\tPT-2\t"
    assert '<th scope="row">Inform the Harbour Board</th>' in copied[True]["text/html"]
    assert not any("Inform the Harbour Board" in text for text in copied[False].values())
    assert len(copied[False]["text/plain"].split("\n")) == len(rows)


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
    opened(page, "Return the records").get_by_text("Why this date?").click()
    tools(page).get_by_role("button", name="Spreadsheet").click()
    assert [request.url for request in requests[before:] if not request.url.startswith("blob:")] == []
