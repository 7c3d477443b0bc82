"""What a reader types into the timeline page, or brings in a link, and what is said when it is wrong."""

from __future__ import annotations

import pytest

from guide.calendars import days
from timeline_tool import EXTENT, ask_tool, inputs

NAMES = {"missing": "Enter the date the concern was received", "subject": "The date the concern was received"}
IN_NUMBERS = "must be a real date in numbers only, for example 27 3 2026"
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


@pytest.mark.parametrize("box", ["day", "month", "year"])
@pytest.mark.parametrize(
    "typed",
    [
        *("17/12/2026", "17.12.2026", "17-12-2026", "2026-12-17", "17 12 2026", "17 December 2026", "17 Dec 2026"),
        *("Thursday 17 December 2026", "Thu, 17 Dec. 2026", "17th of December, 2026", "17th december 2026."),
        *("17-DEC-2026", "17 / 12 / 2026", "December 17, 2026", "Thursday, 17/12/2026", "\u200e17/12/2026\u200e"),
        *("17\u00a0December\u202f2026", "\uff11\uff17\uff0f\uff11\uff12\uff0f\uff12\uff10\uff12\uff16"),
        *("(17/12/2026)", "on the 17th of December 2026", "Thursday the 17th December 2026", "\u201c17/12/2026\u201d"),
        *("17\u201112\u20132026", "1\u200b7 Decem\u00adber 2026\ufeff", "\t17\r\n12\u30002026 "),
    ],
)  # fmt: skip
def test_a_whole_date_is_read_from_any_one_of_the_boxes(typed: str, box: str) -> None:
    fields = {"day": "", "month": "", "year": "", box: typed}
    assert ask_tool(["date", fields, NAMES, EXTENT]) == [{"day": days.parse("2026-12-17")}]


@pytest.mark.parametrize(
    ("typed", "date"), [("3/4/2026", "2026-04-03"), ("04-03-2026", "2026-03-04"), ("1st May 2026", "2026-05-01")]
)
def test_where_day_and_month_could_be_swapped_the_day_comes_first(typed: str, date: str) -> None:
    fields = {"day": typed, "month": "", "year": ""}
    assert ask_tool(["date", fields, NAMES, EXTENT]) == [{"day": days.parse(date)}]


@pytest.mark.parametrize(
    "typed",
    [
        *(("17th", "12", "2026"), ("\u200b17", "\u00a0Dec\u00ad", "\uff12\uff10\uff12\uff16")),
        *(("17/12/2026", "12", "2026"), ("17/12/2026", "17/12/2026", "17/12/2026")),
    ],
)
def test_what_is_pasted_into_each_box_is_read_without_what_nobody_sees(typed: tuple[str, str, str]) -> None:
    fields = dict(zip(("day", "month", "year"), typed, strict=True))
    assert ask_tool(["date", fields, NAMES, EXTENT]) == [{"day": days.parse("2026-12-17")}]


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
        (("17", "ma", "2026"), f"The date the concern was received {IN_NUMBERS}", "month"),
        (("١٧", "12", "2026"), f"The date the concern was received {IN_NUMBERS}", "day"),
        (("17st", "12", "2026"), f"The date the concern was received {IN_NUMBERS}", "day"),
        (("seventeen", "12", "2026"), f"The date the concern was received {IN_NUMBERS}", "day"),
        (("17 December", "", "2026"), f"The date the concern was received {IN_NUMBERS}", "day"),
        (("20261217", "", ""), f"The date the concern was received {IN_NUMBERS}", "day"),
        (("17DEC2026", "", ""), f"The date the concern was received {IN_NUMBERS}", "day"),
        (("\u202e71", "12", "2026"), f"The date the concern was received {IN_NUMBERS}", "day"),
        (("17", "12", "\u200b"), "The date the concern was received must include a year", "year"),
        (("\u200b", "\u00a0", "\u00ad"), "Enter the date the concern was received", "day month year"),
        (("17/12/26", "", ""), "Year must include 4 numbers", "day"),
        (("", "17 Dec 26", ""), "Year must include 4 numbers", "month"),
        (("12/17/2026", "", ""), "The date the concern was received must be a real date", "day"),
        (("30 February 2026", "", ""), "The date the concern was received must be a real date", "day"),
        (("Friday 17 December 2026", "", ""), "The date the concern was received must be a real date", "day"),
        (("17/12/2026", "11", ""), "The date the concern was received must be a real date", "day month year"),
        (("17/12/2026", "", "18/12/2026"), "The date the concern was received must be a real date", "day month year"),
        (("17 Decembre 2026", "", ""), f"The date the concern was received {IN_NUMBERS}", "day"),
        (("17/12/2026 10:30", "", ""), f"The date the concern was received {IN_NUMBERS}", "day"),
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


WRITTEN = (
    "journey=trust-concern&concern-received=2026-12-17&closed=2026-12-29,2026-12-30"
    "&done=inform-harbour-board:2026-12-18"
)
ESCAPED = {"=": "%3D", "&": "%26", ",": "%2C", ":": "%3A"}


def escaped(link: str, signs: str = "=&,:", *, small: bool = False) -> str:
    for sign in signs:
        link = link.replace(sign, ESCAPED[sign].lower() if small else ESCAPED[sign])
    return link


@pytest.mark.parametrize(
    "passed_on",
    [
        *(escaped(WRITTEN, sign) for sign in ESCAPED),
        escaped(WRITTEN),
        escaped(WRITTEN, small=True),
        escaped(WRITTEN).replace("%", "%25"),
        "".join(f"%{ord(sign):02X}" for sign in WRITTEN),
        *(WRITTEN + end for end in (".", ")", ",", ">", ").", ";", "]", "%3E", "%29.", "\u201d", " ", "%20", "\u200b")),
        *(WRITTEN.replace("&", amp) for amp in ("&amp;", "&#38;", "&#x26;")),
        WRITTEN.replace("-", "\u2011"),
        *(f"{WRITTEN}{end}" for end in ("**", "_", "|", "\u00bb")),
        WRITTEN.replace("&closed", "\r\n&closed"),
        WRITTEN.replace("2026-12-29", "2026-\n12-29"),
        WRITTEN.replace("trust-", "trust-%0D%0A"),
        WRITTEN.replace("trust", "tr\u00adust"),
        *(f"{WRITTEN}{end}" for end in ("…", "/", "#", "`", "\\", "。", "）", "&gt;", "&quot;).", "%22")),
        *(f"{start}{WRITTEN}" for start in ("#", "?", " ", "<", "(", "\u201c", "%3C")),
        WRITTEN.replace("&", "&amp;amp;"),
        WRITTEN.replace("=", "&#61;"),
        WRITTEN.replace("=", "=3D"),
        WRITTEN.replace("=", "＝").replace("2", "２"),
        WRITTEN.upper(),
        WRITTEN.title(),
        *(f"{WRITTEN}{added}" for added in ("&utm_source=a&utm_medium=b", "?utm_source=a", "&UTM_source=a")),
        *(f"{WRITTEN}{added}" for added in ("&fbclid=IwAR0-b", "&mc_cid=1&mc_eid=2", "&gclid=x&msclkid=y")),
        f"utm_campaign=spring&{WRITTEN}",
        f"{WRITTEN}&data=05%7C02%7Csomebody%40council.example%7C0%7C0%7C638&sdata=a%2Bb%3D&reserved=0",
        f"{escaped(WRITTEN)}&amp;data=05%7C02&amp;sdata=ab%3D&amp;reserved=0",
    ],
)  # fmt: skip
def test_what_mail_programs_do_to_a_link_is_undone(passed_on: str) -> None:
    read, whole = ask_tool(["readLink", passed_on], ["readLink", WRITTEN])
    assert read == whole
    assert whole["closures"] == [days.parse("2026-12-29"), days.parse("2026-12-30")]


def test_the_version_of_a_link_is_read_in_the_same_way() -> None:
    made = f"{WRITTEN}&version=1.0&dates=0abc-1.0abd2"
    passed = [made, escaped(made), f"{made}.", escaped(made).replace("%", "%25") + ")"]
    assert ask_tool(*(["plainLink", one] for one in passed)) == [made] * 4
    lettered = made.replace("version=1.0", "version=1.0-Draft")
    assert ask_tool(["plainLink", lettered.replace("version", "Version")]) == [lettered]


@pytest.mark.parametrize(
    "link",
    [
        "journey=trust-concern",
        "journey=trust-concern&concern-received=2026-12-17 See you",
        "journey=trust-concern&concern-received=2026-12-17\n> on Monday",
        "journey=trust-concern&concern-received=2026-12-\u202e17",
        "%2525252525" + "journey=trust-concern&concern-received=2026-12-17",
        "journey=trust-concern&concern-received=2026-12-17" + " " * 5000,
        "journey=nothing&concern-received=2026-12-17",
        "journey=__proto__&concern-received=2026-12-17",
        "journey=trust-concern&concern-received=2026-12-32",
        "journey=trust-concern&concern-received=2036-01-01",
        "journey=trust-concern&concern-received=2026-12-17&name=somebody",
        "journey=trust-concern&concern-received=2026-12-17&date=2026-12-18",
        "journey=trust-concern&concern-received=2026-12-17&utm_source",
        "journey=trust-concern&concern-received=2026-12-17&utm=1",
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
