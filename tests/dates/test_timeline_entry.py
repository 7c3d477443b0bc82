"""What a reader types into the timeline page, or brings in a link, and what is said when it is wrong."""

from __future__ import annotations

import pytest

from guide.calendars import days
from timeline_tool import EXTENT, ask_tool, inputs

NAMES = {"missing": "Enter the date the concern was received", "subject": "The date the concern was received"}
SIX_WEEKS = ",".join(f"2027-{month:02}-{day:02}" for month in (1, 2) for day in range(1, 22))


@pytest.mark.parametrize(
    "typed", [("17", "12", "2026"), (" 17 ", "december", "2026"), ("17", "Dec", " 2026"), ("17", "DEC.", "2026")]
)
def test_a_date_may_be_typed_in_any_usual_way(typed: tuple[str, str, str]) -> None:
    fields = dict(zip(("day", "month", "year"), typed, strict=True))
    assert ask_tool(["date", fields, NAMES, EXTENT]) == [{"day": days.parse("2026-12-17")}]


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        (("5", "sept", "2026"), "2026-09-05"),
        (("05", "09", "2026"), "2026-09-05"),
        (("29", "feb", "2028"), "2028-02-29"),
    ],
)
def test_short_months_and_leading_zeros_are_understood(typed: tuple[str, str, str], date: str) -> None:
    fields = dict(zip(("day", "month", "year"), typed, strict=True))
    assert ask_tool(["date", fields, NAMES, EXTENT]) == [{"day": days.parse(date)}]


@pytest.mark.parametrize(
    ("typed", "message", "parts"),
    [
        (("", "", ""), "Enter the date the concern was received", "day month year"),
        (("17", " ", "2026"), "The date the concern was received must include a month", "month"),
        (("", "", "2026"), "The date the concern was received must include a day and month", "day month"),
        (("17", "12", "26"), "Year must include 4 numbers", "year"),
        (("17", "12", "٢٠٢٦"), "Year must include 4 numbers", "year"),
        (("30", "2", "2026"), "The date the concern was received must be a real date", "day month year"),
        (("17", "13", "2026"), "The date the concern was received must be a real date", "month"),
        (("17", "ma", "2026"), "The date the concern was received must be a real date", "month"),
        (("١٧", "12", "2026"), "The date the concern was received must be a real date", "day"),
        (
            ("31", "12", "2011"),
            "The date the concern was received must be between 1 January 2012 and 31 December 2035. "
            "This guide has no bank holiday dates after that.",
            "day month year",
        ),
    ],
)
def test_what_is_wrong_with_a_date_is_said_in_these_words(
    typed: tuple[str, str, str], message: str, parts: str
) -> None:
    fields = dict(zip(("day", "month", "year"), typed, strict=True))
    assert ask_tool(["date", fields, NAMES, EXTENT]) == [{"message": message, "parts": parts.split()}]


@pytest.mark.parametrize("zone", ["Europe/London", "America/Los_Angeles", "Pacific/Auckland"])
def test_today_is_the_day_in_the_united_kingdom_whatever_the_device_thinks(zone: str) -> None:
    summer, winter = "2026-06-30T23:30:00Z", "2026-12-17T23:30:00Z"
    assert ask_tool(["today", summer], ["today", winter], zone=zone) == [
        days.parse("2026-07-01"),
        days.parse("2026-12-17"),
    ]


def test_a_link_holds_the_dates_and_is_read_back_to_the_same() -> None:
    entered = inputs(
        concern_received="2026-12-17", employer_aware="2026-12-16",
        closures=["2026-12-29"], holidays=["2027-01-08"],
        done={"inform-harbour-board": "2026-12-18"},
    )  # fmt: skip
    written = ask_tool(["writeLink", entered])[0]
    assert written == (
        "journey=trust-concern&concern-received=2026-12-17&employer-aware=2026-12-16"
        "&closed=2026-12-29&bank-holiday=2027-01-08&done=inform-harbour-board:2026-12-18"
    )
    assert ask_tool(["readLink", written], ["readLink", written.replace(":", "%3A")]) == [entered, entered]


@pytest.mark.parametrize(
    "link",
    [
        "journey=trust-concern",
        "journey=nothing&concern-received=2026-12-17",
        "journey=__proto__&concern-received=2026-12-17",
        "journey=trust-concern&concern-received=2026-12-32",
        "journey=trust-concern&concern-received=2036-01-01",
        "journey=trust-concern&concern-received=2026-12-17&name=somebody",
        "journey=trust-concern&concern-received=2026-12-17&version=call 0800 now",
        "journey=trust-concern&concern-received=2026-12-17&version=1.0&dates=Call us now",
        "journey=trust-concern&concern-received=2026-12-17&hearing=2026-12-17",
        "journey=trust-concern&concern-received=2026-12-17&concern-received=2026-12-18",
        "journey=trust-concern&concern-received=2026-12-17&closed=2026-12-29,2026-12-29",
        "journey=trust-concern&concern-received=2026-12-17&done=nothing:2026-12-18",
        "journey=trust-concern&concern-received=2026-12-17&closed=",
        "journey=trust-concern&concern-received=2026-12-17&",
        "journey=trust-concern&concern-received=2026-12-17=",
        "journey=trust-concern&concern-received=%ZZ",
        f"journey=trust-concern&concern-received=2026-12-17&closed={SIX_WEEKS}",
    ],
)  # fmt: skip
def test_a_link_that_is_not_wholly_right_is_refused_whole(link: str) -> None:
    assert ask_tool(["readLink", link]) == [None]
