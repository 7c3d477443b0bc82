"""What a reader takes away from the page, read as their calendar and their printer read it."""

from __future__ import annotations

import datetime
import re
import unicodedata
from pathlib import Path

from icalendar import Calendar
from playwright.sync_api import Locator, Page, expect

from guide.calendars import days
from pdf_reading import read_pdf
from timeline_browser import (
    LINK,
    PUBLISHED,
    OpenPage,
    at_both_widths,
    enter,
    headings,
    on,
    questions,
    row,
    show,
    submit,
    timeline,
    tools,
)

HOSTILE_LINKS = (
    "journey=trust-concern&concern-received=2026-12-17&name=somebody",
    "journey=trust-concern&concern-received=2026-12-17&concern-received=2026-12-18",
    "journey=trust-concern&concern-received=2026-02-29",
    "journey=trust-concern&concern-received=2011-12-31",
    "journey=trust-concern&concern-received=<img src=x onerror=alert(1)>",
    "journey=__proto__&concern-received=2026-12-17",
    "journey=trust-concern&concern-received=2026-12-17&done=constructor:2026-12-18",
    "journey=trust-concern&concern-received=2026-12-17&closed=2026-12-24,2026-12-24",
    "journey=trust-concern&concern-received=2026-12-17&closed=" + ",".join(["2026-12-24"] * 60),
    "journey=trust-concern&concern-received=%E0%A4%A",
    "journey=javascript:alert(1)&next=https://example.org/",
)


def events(page: Page) -> list[tuple[str, datetime.date, str, int]]:
    """The calendar file of the button, as icalendar reads it: uid, due day, summary and sequence of each event."""
    with page.expect_download() as download:
        tools(page).get_by_role("button", name="Calendar file").click()
    read = Calendar.from_ical(Path(download.value.path()).read_bytes())
    return [
        (str(one["UID"]), one.decoded("DTEND") - datetime.timedelta(days=1), str(one["SUMMARY"]), int(one["SEQUENCE"]))
        for one in read.walk("VEVENT")
    ]


def uids(page: Page) -> set[str]:
    return {uid for uid, _, _, _ in events(page)}


@at_both_widths
def test_a_calendar_reads_the_dates_of_the_page_from_the_file(open_page: OpenPage) -> None:
    page = on(open_page)
    show(page)
    read = events(page)
    dated = [heading for heading in headings(page) if not heading.startswith("No date")]
    assert len(read) == len(dated) > 15
    for (_, day, summary, _), heading in zip(read, dated, strict=True):
        assert heading.startswith(days.long(days.from_ymd(day.year, day.month, day.day)))
        assert not {"child", "PT-1"} & set(summary.split()), "a shared calendar would show it"


def test_a_second_file_of_the_same_timeline_replaces_the_events_of_the_first(open_page: OpenPage) -> None:
    page = on(open_page)
    show(page)
    first = events(page)
    row(page, "Ask every employer for its records").get_by_role("checkbox").check()
    second = events(page)
    assert [uid for uid, *_ in second] == [uid for uid, *_ in first]
    assert {new[3] - old[3] for old, new in zip(first, second, strict=True)} == {1}


def test_two_timelines_of_the_same_day_have_no_event_in_common(open_page: OpenPage) -> None:
    pages = [on(open_page), on(open_page)]
    for page in pages:
        show(page)
    assert uids(pages[0]).isdisjoint(uids(pages[1]))
    before = uids(pages[0])
    pages[0].reload()
    show(pages[0])
    assert uids(pages[0]).isdisjoint(before)


def printed(items: Locator) -> list[list[str]]:
    """The parts of each step as they stand on paper, without the spaces."""
    # What is there for the ear alone has no size on paper.
    items.locator(".unseen").evaluate_all("all => all.forEach((one) => one.remove())")
    texts: list[str] = items.evaluate_all("items => items.map((item) => item.innerText)")
    return [["".join(part.split()) for part in re.split(r"[\n\t]+", text)] for text in texts]


@at_both_widths
def test_printed_to_pdf_every_step_is_whole_on_one_sheet_and_no_address_is_on_any(open_page: OpenPage) -> None:
    page = on(open_page)
    show(page)
    tools(page).page.get_by_label("Print the details too").check()
    page.emulate_media(media="print")
    rows = printed(page.get_by_role("table", name="By day").locator("[data-act]"))
    steps = printed(timeline(page).locator(":scope > li[data-step]"))
    reading = read_pdf(page.pdf(prefer_css_page_size=True, tagged=True))
    sheets = [
        # Joined letters, such as ﬁ, are one character in the file.
        unicodedata.normalize("NFKC", "".join("".join(run.text for run in reading.runs if run.page == number).split()))
        for number in range(1, reading.pages + 1)
    ]
    assert len(steps) > 20
    assert len(rows) == 20
    assert [step for step in [*rows, *steps] if not any(all(part in sheet for part in step) for sheet in sheets)] == []
    for address in ("http", "127.0.0.1", "concern-received=", "2026-12-17"):
        assert not any(address in sheet for sheet in sheets)


@at_both_widths
def test_the_table_alone_is_one_sheet_or_two(open_page: OpenPage) -> None:
    page = on(open_page, "2026-12-22")
    show(page)
    row(page, "Ask every employer for its records").get_by_role("checkbox").check()
    assert read_pdf(page.pdf(prefer_css_page_size=True, tagged=True)).pages <= 2


def test_links_that_mean_harm_or_are_not_wholly_right_are_refused_and_leave_nothing_behind(open_page: OpenPage) -> None:
    page = on(open_page)
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    for link in HOSTILE_LINKS:
        page.goto("about:blank")
        page.goto(f"/timeline/#{link}")
        expect(page.get_by_role("alert")).to_contain_text(
            "This link is not one this guide can read. Enter the date yourself."
        )
        expect(page.locator("#timeline-results")).to_be_hidden()
        assert page.locator("#timeline-form input[inputmode=numeric]").evaluate_all(
            "all => all.every((one) => one.value === '')"
        ), link
    assert dialogs == []


def test_the_page_prints_its_working_back_with_the_day_of_the_hearing(open_page: OpenPage) -> None:
    page = on(open_page)
    page.get_by_role("radio", name="Work back from a hearing").check()
    enter(page, PUBLISHED, "1 6 2027")
    submit(page)
    reading = read_pdf(page.pdf(prefer_css_page_size=True, tagged=True))
    assert "Wednesday19May2027" in reading.packed


def test_a_link_that_may_have_been_cut_short_says_so_and_a_whole_one_does_not(open_page: OpenPage) -> None:
    """The version comes behind all that dates are worked out from, so where it is missing a part of that may be too."""
    whole_link = f"{LINK}&closed=2026-12-18,2026-12-21&version=2.3"
    said = "This link does not say with which version of the guide it was made"
    for end, is_told in (("", False), ("&version", True), (",2026-12-21&version", True), ("&closed", True)):
        page = on(open_page, path=whole_link[: whole_link.index(end)] if end else whole_link)
        expect(page.get_by_text(said)).to_be_visible(visible=is_told)
        expect(timeline(page)).to_be_visible()
    questions(page)
    show(page)
    expect(page.get_by_text(said)).to_be_hidden()
