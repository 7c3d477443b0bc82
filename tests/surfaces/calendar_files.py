"""The calendar files of the command line and of the timeline page, read as a calendar reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any, NamedTuple

from icalendar import Calendar

from guide.calendars import days
from guide.dates import Schedule, ScheduledStep
from guide.exports import TELLING
from guide.model import Guide
from surfaces.compared import Compared, Surface, act_of
from surfaces.files import addressed, each_case, steps_at
from surfaces.written import Written


class Event(NamedTuple):
    """One event, as a calendar reads it."""

    first: int
    last: int
    summary: str
    description: str
    status: str


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


def read_calendar(guide: Guide, found: list[Event], worked: Schedule) -> Iterator[Compared]:
    by_act: dict[frozenset[str], list[Event]] = {}
    for event in found:
        places = re.findall(r"[Ff]lowchart (\d+),? step (\d+)", event.description)
        named = steps_at(guide, places, "flowchart")[:1]
        yield Compared("calendar", "no date", bool(named), True)  # an event that speaks of no step is nobody's
        for name in named:
            by_act.setdefault(act_of(guide, name), []).append(event)
    for scheduled in worked.steps:
        name, act = scheduled.step.id, scheduled.act
        mine = by_act.get(act_of(guide, name), [])
        if act.due is None:
            yield Compared(name, "no date", [] if addressed(guide, name) else mine, [])
            continue
        own = [one for one in mine if one.last == act.due or not addressed(guide, name)]
        yield Compared(name, "an event", bool(own), True)
        for event in own:
            yield from _event(guide, worked, scheduled, event)


def _event(guide: Guide, worked: Schedule, scheduled: ScheduledStep, event: Event) -> Iterator[Compared]:
    name, act = scheduled.step.id, scheduled.act
    yield Compared(name, "day", days.text(event.last), days.text(act.due or 0))
    yield Compared(
        name, "first day", days.text(event.first), days.text((act.due or 0) if act.opens is None else act.opens)
    )
    limit = event.description.count("No later than the last of these days.") + event.description.count(
        "No later than this day."
    )
    planned = event.description.count("On this day.") + event.description.count("On these days.")
    yield Compared(name, "limit or planned", "limit" if limit > planned else "planned" if planned else "", act.kind)
    tentative = "TENTATIVE" if act.tier == "projected" else "CONFIRMED"
    yield Compared(name, "standing of the event", event.status, tentative)
    beside = [days.long(one.counted.due) for one in act.standing]
    yield Compared(name, "dates beside it", [one for one in beside if one not in event.description], [])
    yield from (Compared(name, "what is open", plain(one.words) in event.description, True) for one in act.open)
    titles = [str(guide.entry[one].title) for one in act_of(guide, name)]
    what = event.summary.rpartition(" · ")[2] if not any(map(TELLING.search, titles)) else event.summary
    if any(map(TELLING.search, titles)):
        yield Compared(name, "what it tells", TELLING.search(event.summary), None)
    else:
        yield Compared(name, "title", what in map(plain, titles), True)
    yield Compared(name, "day number", _number(event.summary), _meant_number(guide, worked, scheduled))


def plain(text: str) -> str:
    """Without what a calendar file would have to escape."""
    return re.sub(r" ?[,;][,; ]*", " – ", re.sub(r"\s+", " ", text.replace("\\", "/"))).strip(" –")


def _number(summary: str) -> str:
    return next(iter(re.findall(r"^(?:By day|Day|Days) ([\d to]+\d|\d+) · ", f"{summary} · ")), "")


def _meant_number(guide: Guide, worked: Schedule, scheduled: ScheduledStep) -> str:
    """Working days from the event of the clock, counted one by one; nothing for what is counted otherwise."""
    act, rule = scheduled.act, scheduled.act.rule
    clock = guide.procedure[scheduled.step.procedure].clock
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
    yield from read_calendar(guide, events(written.file(place, "ics")), worked)


def _calendar_of_the_page(guide: Guide, written: Written, place: int, worked: Schedule) -> Iterator[Compared]:
    yield from read_calendar(guide, events(written.page_file(place, "ics")), worked)


ON_A_CALENDAR = (
    "an event",
    "no date",
    "day",
    "first day",
    "limit or planned",
    "standing of the event",
    "dates beside it",
    "what is open",
    "what it tells",
    "title",
    "day number",
)
CALENDAR = Surface("calendar", "Calendar file of the command line", ON_A_CALENDAR, each_case(_calendar_of_the_command))
PAGE_CALENDAR = Surface(
    "page calendar", "Calendar file of the timeline page", ON_A_CALENDAR, each_case(_calendar_of_the_page)
)
