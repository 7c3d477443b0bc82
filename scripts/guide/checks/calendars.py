"""Calendars: every closed day is held against the official list, and each override can be what it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from guide.calendars import CALENDAR_OF, Calendar, OfficialDays, OfficialList, days, official_list
from guide.dates import moments_in
from guide.model import Guide
from guide.problems import Place, Problem
from guide.strict_yaml import Document, Text

OVERRIDE_AHEAD = 2
"""How many years before its day a bank holiday is proclaimed at most: a later day is a slip of the pen."""
LISTED_AHEAD = 3
"""The official list ends with the second year after the one in which it is read, so never this many years later."""
FEWEST_A_YEAR = 8
"""No nation has fewer bank holidays in a year."""
MOST_DIFFERENCES = 12
"""More of them in one calendar have one cause."""
ANEW = "make the file anew with 'guide calendar refresh', or take it from a folder where it is right"
TO_MEND = "put the line back as it was, or make the file anew with 'guide calendar refresh'"


@dataclass(frozen=True, slots=True)
class _Row:
    """A closed day as it stands in its file."""

    day: int
    on: Text
    reason: Text


def check_calendars(guide: Guide) -> Iterator[Problem]:
    """All faults of calendars that can be read."""
    for name, document in guide.calendar_files.items():
        yield from _names(document, name)
        yield from _unlike_the_list(guide.calendars[name], document, sure=True)
        yield from _ends(guide.calendars[name], document)
        yield from _another_copy(document)
        yield from _overrides(document)
    yield from _nation(guide)


def check_official_age(guide: Guide) -> Iterator[Problem]:
    """A warning for each calendar that knows more than the copy of the official list which comes with the program."""
    official = official_list()
    for name, document in guide.calendar_files.items():
        known = official.calendars.get(name)
        if known and guide.calendars[name].published_through > known.published_through:
            message = (
                f"the official list that the program has ends on {days.long(known.published_through)}: "
                "the later days of this calendar were compared with nothing"
            )
            hint = "compare them with the list at GOV.UK by eye, or get a newer version of the program"
            place = document.place_of(("published_through",))
            yield Problem(place, "official-list-ends", message, hint, "warning")
        else:
            yield from _reaches_far(guide.calendars[name], document)
        yield from _unlike_the_list(guide.calendars[name], document, sure=False)


def _rows(document: Document) -> Mapping[int, _Row]:
    rows = (_Row(days.parse(row["on"]), row["on"], row["reason"]) for row in document.value["closed"])
    return {row.day: row for row in rows}


def _names(document: Document, name: str) -> Iterator[Problem]:
    said = document.value
    if said["id"] != name:
        message = f"this file is named '{name}' and its calendar '{said['id']}'"
        yield Problem(said["id"].place, "file-name", message, "give both the same name: clocks depend on it")
    known = official_list().calendars.get(name)
    if known and said["name"] != known.name:
        message = f"the calendar '{name}' is called {said['name']}, and is that of {known.name}"
        yield Problem(said["name"].place, "official-list", message, f"write name: {known.name}")


def _unlike_the_list(calendar: Calendar, document: Document, *, sure: bool) -> Iterator[Problem]:
    """Where closed days and list differ: what is certainly wrong, or else what a newer list may have changed."""
    official = official_list()
    known = official.calendars.get(calendar.id)
    if known is None:
        return
    found = [
        problem
        for day, problem in _differences(calendar, known, document)
        if _may_be_newer(day, calendar, known, official, document) != sure
    ]
    if len(found) > MOST_DIFFERENCES:  # one cause, such as the days of another nation, is told once
        message = f"{len(found)} days of this calendar are not those of {known.name}; the first: {found[0].message}"
        found = [Problem(found[0].place, "official-list", message, ANEW)]
    for one in found:
        yield one if sure else replace(one, level="warning")


def _may_be_newer(
    day: int, calendar: Calendar, known: OfficialDays, official: OfficialList, document: Document
) -> bool:
    """Whether the author's copy was made later than the program's, so that the day can have been proclaimed since."""
    if day <= known.published_through:
        return days.parse(calendar.retrieved) > official.retrieved and day > official.retrieved
    return day <= calendar.published_through or document.value["projection"] != official.projection


def _differences(calendar: Calendar, known: OfficialDays, document: Document) -> Iterator[tuple[int, Problem]]:
    rows = _rows(document)
    first, last = max(calendar.first, known.first), min(calendar.last, known.last)
    missing = [day for day in known.closed if first <= day <= last and day not in rows]
    for row in rows.values():
        if not first <= row.day <= last:
            continue
        if row.day in known.closed:
            if row.reason != known.closed[row.day]:
                named = f"'{known.closed[row.day]}' by {_list(row.day, known)}"
                message = f"{days.long(row.day)} is called '{row.reason}', and {named}"
                yield row.day, Problem(row.reason.place, "official-list", message, TO_MEND)
            continue
        moved = next((day for day in missing if _same_holiday(day, row, known)), None)
        if moved is not None:
            missing.remove(moved)
            stands = f"'{row.reason}' stands at {days.long(row.day)}"
            message = f"{stands}, and is on {days.long(moved)} by {_list(moved, known)}"
        else:
            message = f"{days.long(row.day)} is closed here, and a working day by {_list(row.day, known)}"
        hint = f"{TO_MEND}; if it was proclaimed since, write it under overrides: with its source"
        yield row.day, Problem(row.on.place, "official-list", message, hint)
    for day in missing:
        name = f"{days.long(day)} ({known.closed[day]})"
        message = f"{name} is closed by {_list(day, known)}, and its line is missing here"
        yield day, Problem(_beside(day, rows, document), "official-list", message, TO_MEND)


def _list(day: int, known: OfficialDays) -> str:
    return "the official list" if day <= known.published_through else "the pattern of the law"


def _same_holiday(day: int, row: _Row, known: OfficialDays) -> bool:
    return days.text(day)[:4] == days.text(row.day)[:4] and known.closed[day] == row.reason


def _beside(day: int, rows: Mapping[int, _Row], document: Document) -> Place:
    """Where a missing line would stand: at the next one, or after the last."""
    after = next((row.on.place for row in rows.values() if row.day > day), None)
    last = next((row.on.place for row in reversed(list(rows.values()))), document.place_of(("closed",)))
    return after or last


def _ends(calendar: Calendar, document: Document) -> Iterator[Problem]:
    """Years that the list does not know: there a calendar without bank holidays would count wrongly."""
    known = official_list().calendars.get(calendar.id)
    if known and calendar.first < known.first:
        message = f"the calendar begins before {days.long(known.first)}, the first day of the official list"
        yield Problem(document.place_of(("from",)), "official-list", message, f"write from: {days.text(known.first)}")
    first, last = int(days.text(calendar.first)[:4]), int(days.text(calendar.last)[:4])
    in_year = [int(days.text(day)[:4]) for day in _rows(document)]
    for year in range(first, last + 1):
        whole = calendar.first <= days.parse(f"{year}-01-01") and days.parse(f"{year}-12-31") <= calendar.last
        listed = known and days.parse(f"{year}-12-31") <= known.last
        if whole and not listed and in_year.count(year) < FEWEST_A_YEAR:
            message = f"the calendar reaches into {year}, and lists only {in_year.count(year)} bank holidays there"
            hint = "write an earlier through:, or make the file anew with 'guide calendar refresh --through'"
            yield Problem(document.place_of(("through",)), "official-list", message, hint)
            return


def _another_copy(document: Document) -> Iterator[Problem]:
    """A day of retrieval that is not the one its own source names: what a newer list may say depends on it."""
    retrieved, stored = document.value["retrieved"], document.value["source"]["as_stored_in"]
    named = {f"{one.year}-{one.month:02}-{one.day:02}" for one in moments_in(stored) if one.year and one.day}
    if named and retrieved not in named:
        message = f"this list was retrieved on {days.long(days.parse(retrieved))}, and as_stored_in: says '{stored}'"
        yield Problem(retrieved.place, "official-list", message, "correct the one of the two days that is wrong")


def _reaches_far(calendar: Calendar, document: Document) -> Iterator[Problem]:
    """A warning: a list of that day that reached so far would be the first of its kind."""
    through, retrieved = days.long(calendar.published_through), days.parse(calendar.retrieved)
    ahead = calendar.published_through > days.months_after(retrieved, 12 * LISTED_AHEAD)
    if ahead and not list(_another_copy(document)):
        message = (
            f"this list was retrieved on {days.long(retrieved)} and is said to be published to {through}: "
            f"GOV.UK lists no day {LISTED_AHEAD} years ahead"
        )
        hint = "correct the year of retrieved: or of published_through:"
        yield Problem(document.place_of(("retrieved",)), "official-list", message, hint, "warning")


def _overrides(document: Document) -> Iterator[Problem]:
    seen: dict[int, Place] = {}
    earliest = min(known.first for known in official_list().calendars.values())
    for row in document.value["overrides"]:
        on, added, place = days.parse(row["on"]), days.parse(row["added"]), row["on"].place
        if on in seen:
            message = f"this override cancels that of line {seen[on].line}: both are about {days.long(on)}"
            yield Problem(place, "override", message, "delete the one that does not hold any more, or both")
        elif on < earliest:
            message = f"{days.long(on)} lies before the official list begins, so nobody can say what it was"
            yield Problem(place, "override", message, "correct the year of on:, or delete this override")
        elif on > days.months_after(added, 12 * OVERRIDE_AHEAD):
            message = f"{days.long(on)} lies over {OVERRIDE_AHEAD} years after the day on which this was added"
            hint = "correct the year of on: or of added:; what is that far ahead comes with a new list"
            yield Problem(place, "override", message, hint)
        elif told := _told_otherwise(row["source"], on):
            message = f"{days.long(on)} is not what the source of this override names: {told}"
            yield Problem(place, "override", message, "correct on:, or the date in source:")
        seen.setdefault(on, place)


def _told_otherwise(source: str, on: int) -> str:
    """The dates with their weekdays that a source names, where it names some and not this day; nothing elsewhere."""
    named = [one for one in moments_in(source) if one.day and one.weekday]
    year, month, day = days.to_ymd(on)
    right = ((one.day, one.month) == (day, month) and one.year in (0, year) for one in named)
    return "" if any(right) else ", ".join(one.words for one in named)


def _nation(guide: Guide) -> Iterator[Problem]:
    """Clocks that count with the bank holidays of another nation than the guide's own."""
    own = CALENDAR_OF[guide.partnership.nation]
    clocks = [procedure.clock for procedure in guide.procedures if procedure.clock]
    others = [clock for clock in clocks if clock.calendar != own and clock.calendar in official_list().calendars]
    if len(others) == len(clocks) and len({str(clock.calendar) for clock in others}) == 1:
        others = others[:1]  # all agree: the nation is as likely wrong, and one cause is told once
    nation = guide.partnership.nation
    for clock in others:
        message = f"this clock counts with the bank holidays of {clock.calendar}, and the guide's nation is {nation}"
        hint = f"write calendar: {own}, or correct nation: in partnership.yml"
        yield Problem(clock.calendar.place, "nation", message, hint)
