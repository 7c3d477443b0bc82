"""The whole vocabulary of deadlines, each with a published rule and a date that was not counted by this program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from guide.calendars.calendar import Tier


@dataclass(frozen=True)
class Example:
    """A deadline, the dates that are known, and what a source outside this program says comes of it."""

    source: str
    due: Any
    on: Mapping[str, str]
    is_due: str | None
    opens: str | None = None
    clock: Mapping[str, str] = field(default_factory=dict)
    tier: Tier | None = "published"
    bound: str | None = None


def within(length: str, of: str, **more: Any) -> dict[str, Any]:
    return {"within": length, "of": of, **more}


def after(length: str, start: str, **more: Any) -> dict[str, Any]:
    return {"after": length, "from": start, **more}


def before(length: str, event: str, clear: bool = False, **more: Any) -> dict[str, Any]:
    return {"no_later_than": length, "before": event, "clear": clear, **more}


BEGINNING = {"counts": "beginning with the day"}
SAME_DAY = {"working_day_one": "the same day"}
DEEMED = {"received_on_a_closed_day": "counts as received on the next working day"}
CHRISTMAS = {"received": "2026-12-17"}
"""A Thursday. Closed after it: 25 December, 28 December (for Boxing Day) and 1 January."""

# The sources do not always give a year: then it is one in which the weekday they give is right, or one in the calendar.
EXAMPLES = (
    # Clear days, backwards and onwards
    Example("CPR 2.8(3) example (i): 3 days before a hearing on Friday 20 October: Monday 16 October",
            before("3 calendar days", "hearing", clear=True), {"hearing": "2023-10-20"}, "2023-10-16"),
    Example("CPR 2.8(4) example: 3 days before a hearing on Monday 20 October: Tuesday 14 October",
            before("3 working days", "hearing", clear=True), {"hearing": "2025-10-20"}, "2025-10-14"),
    Example("CPR 2.8(3) example (ii): at least 28 days after notice on 1 October: 30 October",
            after("28 calendar days", "decided", clear=True), {"decided": "2023-10-01"}, "2023-10-30"),
    Example("Clarion on CPR 2.8: 7 days before a conference on 30 March: 22 March",
            before("7 calendar days", "hearing", clear=True), {"hearing": "2017-03-30"}, "2017-03-22"),
    Example("Clarion on CPR 2.8(4): 5 days before Tuesday 14 March: Monday 6 March",
            before("5 working days", "hearing", clear=True), {"hearing": "2017-03-14"}, "2017-03-06"),
    Example("Insolvency Rules 2016 Sch 5 para 1: 14 clear days before 18 March 2017: 3 March",
            before("14 calendar days", "hearing", clear=True), {"hearing": "2017-03-18"}, "2017-03-03"),
    Example("the same rule in whole weeks: 2 clear weeks before 18 March 2017: 3 March",
            before("2 weeks", "hearing", clear=True), {"hearing": "2017-03-18"}, "2017-03-03"),
    Example("by a finger on the calendar: 2 whole working days after Maundy Thursday 2 April 2026 are 7 and 8 April",
            after("2 working days", "decided", clear=True), {"decided": "2026-04-02"}, "2026-04-09"),
    # Plain days, backwards and onwards, limits and planned days
    Example("CPR 2.8(3) example (iii): within 14 days of service on 2 October: 16 October",
            within("14 calendar days", "received"), {"received": "2023-10-02"}, "2023-10-16"),
    Example("FOIA 2000 s 10(1): the twentieth working day following receipt on Monday 15 December 2025, on paper",
            within("20 working days", "received"), {"received": "2025-12-15"}, "2026-01-15"),
    Example("Working Together: conference within 15 working days of Thursday 2 April 2026, over Easter, on paper",
            within("15 working days", "decided"), {"decided": "2026-04-02"}, "2026-04-27"),
    Example("on paper: 7 working days before Tuesday 1 June 2027, over the spring bank holiday, as one reads 'before'",
            before("7 working days", "published"), {"published": "2027-06-01"}, "2027-05-20"),
    Example("on paper: the same with both ends left out",
            before("7 working days", "published", clear=True), {"published": "2027-06-01"}, "2027-05-19"),
    Example("on paper: 3 calendar days before Monday 9 March 2026",
            before("3 calendar days", "hearing"), {"hearing": "2026-03-09"}, "2026-03-06"),
    Example("on paper: planned 10 calendar days after Saturday 28 February 2026",
            after("10 calendar days", "decided"), {"decided": "2026-02-28"}, "2026-03-10"),
    Example("a limit of no days is the day itself, closed or not",
            within("0 working days", "published"), {"published": "2026-12-25"}, "2026-12-25"),
    # Weeks
    Example("CPR 54.5(5): six weeks after Monday 2 March 2026: the same weekday, 13 April",
            within("6 weeks", "decided"), {"decided": "2026-03-02"}, "2026-04-13"),
    Example("on paper: 2 weeks before Tuesday 14 April 2026",
            before("2 weeks", "hearing"), {"hearing": "2026-04-14"}, "2026-03-31"),
    Example("on paper: planned one week after Friday 27 March 2026, whatever the clocks do on the 29th",
            after("1 week", "decided"), {"decided": "2026-03-27"}, "2026-04-03"),
    # Months
    Example("Dodds v Walker [1981] 1 WLR 1027: four months from 30 September end on 30 January, not the 31st",
            within("4 months", "decided"), {"decided": "2012-09-30"}, "2013-01-30"),
    Example("Dodds v Walker: six months from 30 September end on 30 March, though March has 31 days",
            within("6 months", "decided"), {"decided": "2026-09-30"}, "2027-03-30"),
    Example("Dodds v Walker: six months from 31 August: no 31 February, so the last day of February",
            within("6 months", "decided"), {"decided": "2026-08-31"}, "2027-02-28"),
    Example("Dodds v Walker: six months from 31 August before a leap year",
            within("6 months", "decided"), {"decided": "2027-08-31"}, "2028-02-29"),
    Example("Insolvency Rules 2016 Sch 5 para 3: two months from 31 July: 30 September",
            after("2 months", "decided"), {"decided": "2017-07-31"}, "2017-09-30"),
    Example("on paper: one month before 31 March 2026",
            before("1 month", "hearing"), {"hearing": "2026-03-31"}, "2026-02-28"),
    # Beginning with the day
    Example("Barker v Hambleton [2012] EWCA Civ 610: six weeks starting with 21 December end on 31 January",
            within("6 weeks", "decided", **BEGINNING), {"decided": "2012-12-21"}, "2013-01-31"),
    Example("Trow v Ind Coope [1967] 2 QB 899: twelve months beginning with 10 September end on 9 September",
            within("12 months", "decided", **BEGINNING), {"decided": "2015-09-10"}, "2016-09-09"),
    Example("Children Act 1989 s 32(1): twenty-six weeks beginning with Monday 6 January 2025 end on a Sunday",
            within("26 weeks", "decided", **BEGINNING), {"decided": "2025-01-06"}, "2025-07-06"),
    Example("on paper: 28 days beginning with 3 March 2025, as in a penalty charge notice",
            within("28 calendar days", "decided", **BEGINNING), {"decided": "2025-03-03"}, "2025-03-30"),
    Example("on paper: 3 working days beginning with Tuesday 14 April 2026 are 14, 15 and 16 April",
            within("3 working days", "decided", **BEGINNING), {"decided": "2026-04-14"}, "2026-04-16"),
    Example("on paper: 3 working days beginning with Saturday 18 April 2026 are 20, 21 and 22 April",
            within("3 working days", "decided", **BEGINNING), {"decided": "2026-04-18"}, "2026-04-22"),
    # Calendar days less bank holidays
    Example("SI 2018/119: 21 days beginning with Monday 15 December 2025, public holidays disregarded, on paper",
            within("21 days except bank holidays", "decided", **BEGINNING), {"decided": "2025-12-15"}, "2026-01-07"),
    Example("on paper: the same 21 days from the next day",
            within("21 days except bank holidays", "decided"), {"decided": "2025-12-15"}, "2026-01-08"),
    Example("on paper: after 21 such whole days",
            after("21 days except bank holidays", "decided", clear=True), {"decided": "2025-12-15"}, "2026-01-09"),
    Example("on paper: 3 such days before Tuesday 29 December 2026 are Sunday, Saturday and Thursday",
            before("3 days except bank holidays", "hearing"), {"hearing": "2026-12-29"}, "2026-12-24"),
    Example("on paper: the same with both ends left out",
            before("3 days except bank holidays", "hearing", clear=True), {"hearing": "2026-12-29"}, "2026-12-23"),
    Example("a Saturday 25 December counts: the official list closes Monday 27 and Tuesday 28 December 2027 instead",
            within("3 days except bank holidays", "decided"), {"decided": "2027-12-24"}, "2027-12-29"),
    # Numbered days, ranges, which day is day one
    Example("the approved procedure, Working Days Three to Seven, from Thursday 17 December 2026, on paper",
            {"on": "working days 3 to 7"}, CHRISTMAS, "2026-12-30", opens="2026-12-22"),
    Example("overlapping ranges: working days 2 to 10", {"on": "working days 2 to 10"}, CHRISTMAS, "2027-01-05",
            opens="2026-12-21"),
    Example("overlapping ranges: working days 10 to 12", {"on": "working days 10 to 12"}, CHRISTMAS, "2027-01-07",
            opens="2027-01-05"),
    Example("day 0 is the day of receipt", {"on": "working day 0"}, CHRISTMAS, "2026-12-17"),
    Example("day 0 to day 16", {"on": "working days 0 to 16"}, CHRISTMAS, "2027-01-13", opens="2026-12-17"),
    Example("day 0 stays on a Saturday", {"on": "working day 0"}, {"received": "2026-12-19"}, "2026-12-19"),
    Example("day 1 after a Saturday is the Monday", {"on": "working day 1"}, {"received": "2026-12-19"}, "2026-12-21"),
    Example("calendar days 3 to 7", {"on": "calendar days 3 to 7"}, CHRISTMAS, "2026-12-24", opens="2026-12-20"),
    Example("the same day is day 1: then day 7 is one working day earlier",
            {"on": "working day 7"}, CHRISTMAS, "2026-12-29", clock=SAME_DAY),
    Example("the same day is day 1", {"on": "working day 1"}, CHRISTMAS, "2026-12-17", clock=SAME_DAY),
    Example("the same day is day 1: a Saturday cannot be, so Monday is",
            {"on": "working day 1"}, {"received": "2026-12-19"}, "2026-12-21", clock=SAME_DAY),
    Example("the same day is day 1: days 1 to 2", {"on": "working days 1 to 2"}, CHRISTMAS, "2026-12-18",
            opens="2026-12-17", clock=SAME_DAY),
    Example("the same day is calendar day 1", {"on": "calendar days 1 to 14"}, CHRISTMAS, "2026-12-30",
            opens="2026-12-17", clock=SAME_DAY),
    # A date on a closed day
    Example("ICO: a request of 3 September is answered by 3 October",
            within("1 month", "received", closed_day="following"), {"received": "2025-09-03"}, "2025-10-03"),
    Example("ICO: 31 January: 28 February 2026 is a Saturday, so the next working day, 2 March",
            within("1 month", "received", closed_day="following"), {"received": "2026-01-31"}, "2026-03-02"),
    Example("ICO: 1 April 2027: 1 May is a Saturday and Monday 3 May a bank holiday, so Tuesday 4 May",
            within("1 month", "received", closed_day="following"), {"received": "2027-04-01"}, "2027-05-04"),
    Example("HMRC: 17 days after the tax month; 22 February 2026 is a Sunday, so the last working day before it",
            within("17 calendar days", "decided", closed_day="preceding"), {"decided": "2026-02-05"}, "2026-02-20"),
    Example("HMRC: 22 April 2019 is Easter Monday, and Good Friday is closed too: Thursday 18 April",
            within("17 calendar days", "decided", closed_day="preceding"), {"decided": "2019-04-05"}, "2019-04-18"),
    Example("nothing said about closed days: the date stays on its Sunday",
            within("17 calendar days", "decided"), {"decided": "2026-02-05"}, "2026-02-22"),
    Example("both ends of a range move, so that it never ends before it begins: preceding",
            {"on": "calendar days 2 to 3", "closed_day": "preceding"}, CHRISTMAS, "2026-12-18", opens="2026-12-18"),
    Example("both ends of a range move, so that it never ends before it begins: following",
            {"on": "calendar days 2 to 3", "closed_day": "following"}, CHRISTMAS, "2026-12-21", opens="2026-12-21"),
    Example("a range that stays", {"on": "calendar days 2 to 3"}, CHRISTMAS, "2026-12-20", opens="2026-12-19"),
    # Received on a closed day
    Example("CPR 6.26: sent on Saturday 12 July 2025, served on Monday 14 July; 14 days end on 28 July",
            {"on": "calendar day 14"}, {"received": "2025-07-12"}, "2025-07-28", clock=DEEMED),
    Example("CPR 6.26 holds for every count from service, numbered or not",
            within("14 calendar days", "received"), {"received": "2025-07-12"}, "2025-07-28", clock=DEEMED),
    Example("CPR 6.26: sent on Good Friday 18 April 2025, served on Tuesday 22 April; planned for 1 working day after",
            after("1 working day", "received"), {"received": "2025-04-18"}, "2025-04-23", clock=DEEMED),
    Example("only what the clock counts from is received: another day stays what it is",
            within("14 calendar days", "decided"), {"decided": "2025-07-12"}, "2025-07-26", clock=DEEMED),
    Example("a day counted back to is not moved by when something is deemed received",
            before("2 calendar days", "received"), {"received": "2025-07-12"}, "2025-07-10", clock=DEEMED),
    Example("off unless it is turned on", {"on": "calendar day 14"}, {"received": "2025-07-12"}, "2025-07-26"),
    Example("off unless it is turned on: within", within("14 calendar days", "received"), {"received": "2025-07-12"},
            "2025-07-26"),
    # The earlier or the later of two or more
    Example("SI 2013/3134 reg 34(5): 14 days after the goods are back or, if earlier, proof that they were sent",
            {"earlier_of": [within("14 calendar days", "received"), within("14 calendar days", "decided")]},
            {"received": "2026-03-10", "decided": "2026-03-06"}, "2026-03-20"),
    Example("UK GDPR art 12A: one month from the request or, if later, from the proof of identity",
            {"later_of": [within("1 month", "received"), within("1 month", "decided")]},
            {"received": "2025-09-03", "decided": "2025-09-10"}, "2025-10-10"),
    Example("the earlier of two is no later than the one that is known",
            {"earlier_of": [within("14 calendar days", "received"), within("14 calendar days", "decided")]},
            {"received": "2026-03-10"}, "2026-03-24", bound="no later than"),
    Example("the later of two is not before the one that is known",
            {"later_of": [within("1 month", "received"), within("1 month", "decided")]},
            {"decided": "2025-09-10"}, "2025-10-10", bound="not before"),
    Example("nested: the later of (the earlier of 20 and 13 March) and 16 March",
            {"later_of": [{"earlier_of": [within("10 calendar days", "received"),
                                           within("3 calendar days", "received")]},
                          within("6 calendar days", "received")]},
            {"received": "2026-03-10"}, "2026-03-16"),
    Example("nested: the earlier of (the later of 20 and 13 March) and 16 March",
            {"earlier_of": [{"later_of": [within("10 calendar days", "received"),
                                           within("3 calendar days", "received")]},
                            within("6 calendar days", "received")]},
            {"received": "2026-03-10"}, "2026-03-16"),
    Example("nested: whatever the hearing, the later is 17 March at the earliest, and so the earlier is 16 March",
            {"earlier_of": [{"later_of": [within("1 week", "received"), within("1 week", "hearing")]},
                            within("6 calendar days", "received")]},
            {"received": "2026-03-10"}, "2026-03-16"),
    Example("nested: the later is 17 March at the earliest, and 18 March may come before it",
            {"earlier_of": [{"later_of": [within("1 week", "received"), within("1 week", "hearing")]},
                            within("8 calendar days", "received")]},
            {"received": "2026-03-10"}, "2026-03-17", bound="not before"),
    Example("nested: of the later of something and of what is no later than 17 March nothing is sure",
            {"later_of": [{"earlier_of": [within("1 week", "received"), within("1 week", "hearing")]},
                          within("1 week", "decided")]},
            {"received": "2026-03-10"}, None, tier=None),
    Example("nested: the later is 18 March, for the other is no later than 17 March",
            {"later_of": [{"earlier_of": [within("1 week", "received"), within("1 week", "hearing")]},
                          within("8 calendar days", "received")]},
            {"received": "2026-03-10"}, "2026-03-18"),
    Example("the earlier of three", {"earlier_of": [within("9 calendar days", "received"), before("1 week", "hearing"),
                                                    within("8 calendar days", "received")]},
            {"received": "2026-03-10", "hearing": "2026-03-23"}, "2026-03-16"),
    Example("a range among planned days keeps its first day",
            {"later_of": [{"on": "working day 2"}, {"on": "working days 3 to 7"}]}, CHRISTMAS, "2026-12-30",
            opens="2026-12-22"),
    Example("a closed day is a matter of each date: Sunday 15 March moves to Friday 13, which is then the earlier",
            {"earlier_of": [within("4 calendar days", "received"),
                            within("5 calendar days", "received", closed_day="preceding")]},
            {"received": "2026-03-10"}, "2026-03-13"),
    # Labels and words that move nothing
    *(Example(f"a label moves nothing: {part}", {"on": "working day 11", "part": part}, CHRISTMAS, "2027-01-06")
      for part in ("morning", "afternoon", "as early as possible", "end of day")),
    *(Example(f"an authority moves nothing: {authority}", within("5 working days", "received", authority=authority),
              CHRISTMAS, "2026-12-24")
      for authority in ("statute", "statutory guidance", "Panel guidance", "local procedure")),
    *(Example(f"a deadline in words has no date: {words}", words, CHRISTMAS, None, tier=None)
      for words in ("not stated", "as soon as possible", "regularly", "at any time during the review",
                    "at relevant intervals", "during the review")),
    # How well the bank holidays are known: GOV.UK lists them to the end of 2028, the calendar goes on to 2035
    Example("the last working day of the published years", within("1 working day", "received"),
            {"received": "2028-12-28"}, "2028-12-29"),
    Example("one day later is projected", within("2 working days", "received"), {"received": "2028-12-28"},
            "2029-01-02", tier="projected"),
    Example("a calendar day beyond the list is projected too", within("4 calendar days", "received"),
            {"received": "2028-12-28"}, "2029-01-01", tier="projected"),
    Example("a count backwards rests on the day it begins with: 5 working days before 5 January 2029",
            before("5 working days", "hearing"), {"hearing": "2029-01-05"}, "2028-12-28", tier="projected"),
    Example("a count backwards from the last published day is published",
            before("1 calendar day", "hearing"), {"hearing": "2028-12-31"}, "2028-12-30"),
    Example("a date moved back to the list still rests on the day where it landed: Monday 1 January 2029",
            within("4 calendar days", "received", closed_day="preceding"), {"received": "2028-12-28"}, "2028-12-29",
            tier="projected"),
    Example("deemed received beyond the list, and numbered back onto it by nothing",
            {"on": "working day 0"}, {"received": "2028-12-30"}, "2029-01-02", clock=DEEMED, tier="projected"),
    Example("the earlier of two rests on both: another bank holiday in 2029 would bring the other forward",
            {"earlier_of": [within("1 calendar day", "received"), before("5 working days", "hearing")]},
            {"received": "2028-12-26", "hearing": "2029-01-05"}, "2028-12-27", tier="projected"),
    Example("the last date of the calendar, as projected: the fifth working day after Thursday 20 December 2035",
            within("5 working days", "received"), {"received": "2035-12-20"}, "2035-12-31", tier="projected"),
)  # fmt: skip
