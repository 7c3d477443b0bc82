"""The calendar files of the command line and of the timeline page, read as a calendar reads them.

An event is of an act, and says in its description in which flowcharts that stands. Each act with a date has one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any, NamedTuple

from icalendar import Calendar

from guide.calendars import days
from guide.dates import Schedule
from guide.model import NOT_STATED, Guide
from surfaces import meant
from surfaces.acts import MeantAct, Place, acts_of
from surfaces.compared import Compared, Surface
from surfaces.files import each_case, unsaid
from surfaces.written import Case, Written

DUTY = "A national rule and not of the approved procedure. "


class Event(NamedTuple):
    """One event, as a calendar reads it."""

    first: int
    last: int
    summary: str
    description: str
    status: str

    @property
    def places(self) -> frozenset[Place]:
        found = re.findall(rf"({re.escape(DUTY)})?Flowchart (\d+) step (\d+)\.", self.description)
        return frozenset(Place(chart, number, bool(duty)) for duty, chart, number in found)


def events(text: str) -> list[Event]:
    def day(date: Any) -> int:
        return days.from_ymd(date.year, date.month, date.day)

    if not text.startswith("BEGIN:VCALENDAR"):
        return []
    return [
        Event(
            day(one.decoded("DTSTART")), day(one.decoded("DTEND") - timedelta(days=1)),
            str(one["SUMMARY"]), str(one["DESCRIPTION"]), str(one["STATUS"]),
        )
        for one in Calendar.from_ical(text).walk("VEVENT")
    ]  # fmt: skip


def read_calendar(guide: Guide, found: list[Event], worked: Schedule, case: Case) -> Iterator[Compared]:
    acts = list(acts_of(guide, worked))
    dated = [one for one in acts if one.due is not None]
    spoken = {one.places for one in dated}
    yield Compared("calendar", "no date", [one.summary for one in found if one.places not in spoken], [])
    for act in dated:
        mine = [one for one in found if one.places == act.places]
        alike = [one for one in dated if one.places == act.places]
        yield Compared(act.name, "an event", len(mine), len(alike))
        told = mine[alike.index(act)] if len(mine) == len(alike) else None
        if told is not None:
            yield from _event(guide, act, told, case)


def _event(guide: Guide, act: MeantAct, event: Event, case: Case) -> Iterator[Compared]:
    name, due = act.name, act.due or 0
    yield Compared(name, "day", days.text(event.last), days.text(due))
    yield Compared(name, "first day", days.text(event.first), days.text(due if act.opens is None else act.opens))
    ranging = act.opens is not None
    limit = "No later than the last of these days." if ranging else "No later than this day."
    planned = "On these days." if ranging else "On this day."
    said = [one for one in (limit, planned) if one in event.description]
    yield Compared(name, "limit or planned", said, [limit if act.act.kind == "limit" else planned])
    tentative = "TENTATIVE" if act.act.tier == "projected" or act.is_bound else "CONFIRMED"
    yield Compared(name, "standing of the event", event.status, tentative)
    yield from unsaid(act, event.description, plain)
    if act.act.part:
        yield Compared(name, "time of day", f"Time of day: {act.act.part}." in event.description, True)
    closed = re.findall("Office closed. The last open day before is ([^.]*).", event.description)
    yield Compared(name, "day off", bool(closed), days.text(due) in case.closures)
    added = "Counted with a bank holiday added by the reader." in event.description
    yield Compared(name, "bank holiday added", added, bool(case.holidays))
    yield Compared(name, "title", event.summary.endswith(plain(act.lines[0].title)), True)
    number = next(iter(re.findall(r"^(?:By day|Day|Days) ([\d to]+\d|\d+) · ", f"{event.summary} · ")), "")
    yield Compared(name, "day number", number, _meant_number(act))


def read_plain_calendar(guide: Guide, found: list[Event], titled: list[Event], worked: Schedule) -> Iterator[Compared]:
    """The file as it is unless the reader wants titles: the same days, and no word of any step."""
    yield Compared("calendar", "days without titles", [one[:2] for one in found], [one[:2] for one in titled])
    texts = {act.name: [line.title for line in act.lines] for act in acts_of(guide, worked)}
    for event in found:
        said = f"{event.summary} {event.description}"
        tells = [title for titles in texts.values() for title in titles if plain(title) in said]
        yield Compared("calendar", "what it tells", [*tells, *re.findall("[“”]", said)], [])
    for act in (one for one in acts_of(guide, worked) if one.due is not None):
        mine = [one.summary.split(" · ") for one in found if one.places == act.places]
        yield Compared(
            act.name,
            "called by",
            [one for one in mine if _called(guide, act) == one[-len(_called(guide, act)) :]] != [],
            True,
        )


def _called(guide: Guide, act: MeantAct) -> list[str]:
    """Who acts, by short names, the forms by code or short name, and where it stands."""
    who = meant.shorts(guide, [one for one in act.all("who") if one != NOT_STATED])
    forms = [guide.form[one] for one in act.all("forms")]
    names = [str(one.code or one.short) for one in forms if one.code or one.short]
    first = act.lines[0]
    nation = ["National rule"] if first.cites else []
    return [*map(plain, [*who, *names]), *nation, f"Flowchart {first.home.flowchart} step {first.number}"]


def plain(text: str) -> str:
    """Without what a calendar file would have to escape."""
    return re.sub(r" ?[,;][,; ]*", " – ", re.sub(r"\s+", " ", text.replace("\\", "/"))).strip(" –")


def _meant_number(act: MeantAct) -> str:
    """Working days from the event of the clock, counted one by one; nothing for what is counted otherwise."""
    rule, worked = act.act.rule, act.worked
    clock = act.lines[0].home.clock
    if rule is None or rule.choose or rule.back or rule.unit != "working days" or clock is None or act.due is None:
        return ""
    if clock.from_ not in worked.anchors:
        return ""
    zero = worked.anchors[clock.from_]
    while clock.is_deemed and not worked.calendar.is_working_day(zero):
        zero += 1
    first = zero if clock.begins_with_the_day else zero + 1

    def number(day: int) -> int:
        return sum(worked.calendar.is_working_day(one) for one in range(first, day + 1))

    if number(act.due) < 1:
        return ""
    return str(number(act.due)) if act.opens is None else f"{number(act.opens)} to {number(act.due)}"


def _calendar_of_the_command(guide: Guide, written: Written, place: int, worked: Schedule) -> Iterator[Compared]:
    titled = events(written.file(place, "ics"))
    yield from read_calendar(guide, titled, worked, written.cases[place])
    yield from read_plain_calendar(guide, events(written.file(place, "plain ics")), titled, worked)


def _calendar_of_the_page(guide: Guide, written: Written, place: int, worked: Schedule) -> Iterator[Compared]:
    titled = events(written.page_file(place, "ics"))
    yield from read_calendar(guide, titled, worked, written.cases[place])
    yield from read_plain_calendar(guide, events(written.page_file(place, "plain ics")), titled, worked)


ON_A_CALENDAR = (
    "an event",
    "no date",
    "day",
    "first day",
    "limit or planned",
    "standing of the event",
    *meant.REMARKS,
    "time of day",
    "day off",
    "bank holiday added",
    "days without titles",
    "what it tells",
    "called by",
    "title",
    "day number",
)
CALENDAR = Surface("calendar", "Calendar file of the command line", ON_A_CALENDAR, each_case(_calendar_of_the_command))
PAGE_CALENDAR = Surface(
    "page calendar", "Calendar file of the timeline page", ON_A_CALENDAR, each_case(_calendar_of_the_page)
)
