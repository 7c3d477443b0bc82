"""A calendar file made anew from the official list and, beyond it, from the `holidays` library.

The only module that knows that library. Its answer becomes a committed file that a person reads before it counts:
a library that changes its mind must never change a date that somebody was given.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from guide.calendars import days
from guide.calendars.calendar import Calendar

Row = dict[str, str]


class RefreshProblem(ValueError):
    """The official list cannot make this calendar; the message says why, and the hint what to do."""

    def __init__(self, message: str, hint: str = "nothing is written") -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Nation:
    """A part of the United Kingdom whose bank holidays are published as one list."""

    name: str
    subdivisions: tuple[str, ...]


NATIONS = {
    "england-and-wales": Nation("England and Wales", ("ENG", "WLS")),
    "scotland": Nation("Scotland", ("SCT",)),
    "northern-ireland": Nation("Northern Ireland", ("NIR",)),
}

# The library's names, in the words of the official list.
_OFFICIAL_NAMES = {
    "May Day": "Early May bank holiday",
    "Spring Bank Holiday": "Spring bank holiday",
    "Late Summer Bank Holiday": "Summer bank holiday",
    "Summer Bank Holiday": "Summer bank holiday",
    "New Year Holiday": "2nd January",
    "Saint Andrew's Day": "St Andrew's Day",
    "Saint Patrick's Day": "St Patrick's Day",
    "Battle of the Boyne": "Battle of the Boyne (Orangemen's Day)",
}
_STATUTE = "Banking and Financial Dealings Act 1971 and the usual proclamations"
_OBSERVED = " (observed)"
_SUBSTITUTE = " (substitute day)"

FURTHEST = "2035-12-31"
"""How far a calendar reaches that is made for the first time."""
OFFICIAL = {"name": "GOV.UK bank holidays", "url": "https://www.gov.uk/bank-holidays.json"}


def renewed(
    name: str, kept: Mapping[str, Any] | None, published: Mapping[str, Any] | None,
    retrieved: str | None, through: str | None,
) -> Mapping[str, Any]:  # fmt: skip
    """The data of the calendar file `name`, made anew to `through`, else as far as it reaches now.

    `kept` is the present file's data, None where there is none. Without an official list (`published`, fetched on the
    day `retrieved`) its published days stay as they are. Raises `RefreshProblem`.
    """
    if kept is None:
        if published is None or retrieved is None:
            hint = "give the official list with --list and --retrieved"
            raise RefreshProblem(f"there is no calendar '{name}' here yet", hint)
        first = _first_day(name, published)
        return refreshed(name, first, through or FURTHEST, published, retrieved=retrieved, source=_source(retrieved))
    return refreshed(
        name, kept["from"], through or kept["through"], _as_published(kept) if published is None else published,
        retrieved=retrieved or kept["retrieved"], source=kept["source"] if published is None else _source(retrieved),
        kept=kept,
    )  # fmt: skip


def _source(retrieved: str | None) -> dict[str, str]:
    return {**OFFICIAL, "as_stored_in": f"bank-holidays.json, fetched on {retrieved}"}


def _first_day(name: str, published: Mapping[str, Any]) -> str:
    """The first of January of the first year that the official list has."""
    try:
        return min(str(event["date"]) for event in published[name]["events"])[:4] + "-01-01"
    except (KeyError, TypeError, ValueError):
        raise RefreshProblem(f"This is not GOV.UK's bank-holidays.json for {name}.") from None


def _as_published(kept: Mapping[str, Any]) -> dict[str, Any]:
    """The last published year of a calendar, as the official list would say it; the years before are kept anyway."""
    year = str(kept["published_through"])[:4]
    rows = [row for row in kept["closed"] if row["status"] == "published" and row["on"].startswith(year)]
    events = [
        {"date": row["on"], "title": row["reason"].removesuffix(_SUBSTITUTE),
         "notes": "Substitute day" if row["reason"].endswith(_SUBSTITUTE) else ""}
        for row in rows
    ]  # fmt: skip
    return {kept["id"]: {"events": events}}


def refreshed(
    calendar_id: str,
    first: str,
    last: str,
    published: Mapping[str, Any],
    *,
    retrieved: str,
    source: Mapping[str, str],
    kept: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """The data of a new calendar file for `first` to `last` (YYYY-MM-DD).

    `published` is the official list as GOV.UK writes it (`bank-holidays.json`), `retrieved` and `source` say which
    copy. `kept` is the present file's data: its published days from before the official list begins are kept, for
    GOV.UK lists only some years back, and so are its overrides until the official list says the same.
    """
    nation = _nation(calendar_id)
    rows = _published_rows(calendar_id, published, first, last)
    first_year, last_year = int(rows[0]["on"][:4]), _last_complete_year(rows)
    earlier = _earlier_rows(kept, first, first_year)
    closed = [*earlier, *(row for row in rows if int(row["on"][:4]) <= last_year)]
    closed += _projected_rows(nation, last_year + 1, last)
    return {
        "id": calendar_id,
        "name": nation.name,
        "from": first,
        "through": last,
        "published_through": min(f"{last_year:04}-12-31", last),
        "retrieved": retrieved,
        "source": dict(source),
        "projection": f"{_STATUTE}, as computed by {_library()}",
        "closed": closed,
        "overrides": _overrides_still_needed(kept, closed),
    }


def disagreements(data: Mapping[str, Any]) -> list[str]:
    """Where the library and the calendar differ in the published years, one sentence a day; a reason to look closer."""
    calendar = Calendar.from_data(data)
    years = range(int(days.text(calendar.first)[:4]), int(days.text(calendar.published_through)[:4]) + 1)
    computed = _computed(_nation(calendar.id), years)
    sentences = []
    for day in range(calendar.first, calendar.published_through + 1):
        listed, expected = calendar.reasons.get(day), computed.get(days.text(day))
        if listed is not None and expected is None:
            sentences.append(f"{days.long(day)}: closed here ({listed.reason}), a working day by {_library()}.")
        elif listed is None and expected is not None:
            sentences.append(f"{days.long(day)}: a working day here, closed by {_library()} ({expected}).")
    return sentences


def render_yaml(data: Mapping[str, Any]) -> str:
    """The calendar file's text: the same data always gives the same bytes, one closed day a line."""
    source = ", ".join(f"{key}: {_quoted(value)}" for key, value in data["source"].items())
    lines = [
        f"# Bank holidays of {data['name']}, every weekday that is closed. `guide calendar refresh` writes this file:",
        "# by hand, change only `overrides:`. A published day is from `source:`, a projected one from `projection:`,",
        "# unless the day names its own. `retrieved:` is the date of that copy of the official list.",
        f"id: {data['id']}",
        f"name: {data['name']}",
        *(f"{key}: {data[key]}" for key in ("from", "through", "published_through", "retrieved")),
        f"source: {{{source}}}",
        f"projection: {_quoted(data['projection'])}",
        "closed:",
        *(_rendered_row(row) for row in data["closed"]),
        "# What was proclaimed after the list was retrieved. A holiday that moves is two lines, one of each change:",
        "# {on: 2022-06-02, change: closed, reason: …, source: …, added: 2021-01-04} and {…, change: working day, …}",
    ]
    overrides = [_rendered_row(row) for row in data["overrides"]]
    lines += ["overrides:", *overrides] if overrides else ["overrides: []"]
    return "\n".join(lines) + "\n"


def _nation(calendar_id: str) -> Nation:
    if calendar_id not in NATIONS:
        raise RefreshProblem(f"There is no calendar {calendar_id!r}. Known: {', '.join(NATIONS)}.")
    return NATIONS[calendar_id]


def _library() -> str:
    return f"holidays {version('holidays')}"


def _published_rows(calendar_id: str, published: Mapping[str, Any], first: str, last: str) -> list[Row]:
    try:
        events = published[calendar_id]["events"]
        named = {str(event["date"]): _official_reason(str(event["title"]), str(event["notes"])) for event in events}
        listed = {day: reason for day, reason in named.items() if days.weekday(days.parse(day)) < 5}
    except (KeyError, TypeError, days.InvalidDate) as error:
        raise RefreshProblem(f"This is not GOV.UK's bank-holidays.json for {calendar_id}: {error}.") from error
    rows = [_row(day, listed[day], "published") for day in sorted(listed) if first <= day <= last]
    if not rows:
        raise RefreshProblem(f"The official list for {calendar_id} has no day from {first} to {last}.")
    return rows


def _official_reason(title: str, notes: str) -> str:
    reason = title.replace("’", "'").strip()
    return reason + _SUBSTITUTE if notes.strip().lower() == "substitute day" else reason


def _last_complete_year(rows: list[Row]) -> int:
    # A year counts as published when its Christmas is: GOV.UK lists whole years, but a cut file would not.
    complete = {row["on"][:4] for row in rows if row["on"][5:] >= "12-25"}
    if not complete:
        raise RefreshProblem("The official list has no whole year. Fetch bank-holidays.json again.")
    return int(max(complete))


def _earlier_rows(kept: Mapping[str, Any] | None, first: str, first_year: int) -> list[Row]:
    until = f"{first_year:04}-01-01"
    if first >= until:
        return []
    # A gap between the two lists would be years without a single bank holiday.
    if kept is None or kept["from"] > first or kept["published_through"] < f"{first_year - 1:04}-12-31":
        raise RefreshProblem(
            f"The official list begins in {first_year}. Give the present file too, with its years from {first}."
        )
    return [dict(row) for row in kept["closed"] if first <= row["on"] < until]


def _projected_rows(nation: Nation, first_year: int, last: str) -> list[Row]:
    computed = _computed(nation, range(first_year, int(last[:4]) + 1))
    return [_row(day, computed[day], "projected") for day in sorted(computed) if day <= last]


def _computed(nation: Nation, years: Iterable[int]) -> dict[str, str]:
    """Closed weekdays by the library: date to reason."""
    tables = [_computed_for(subdivision, list(years)) for subdivision in nation.subdivisions]
    if any(table != tables[0] for table in tables):
        raise RefreshProblem(f"{_library()} has different bank holidays within {nation.name}.")
    return tables[0]


def _computed_for(subdivision: str, years: list[int]) -> dict[str, str]:
    # Without a subdivision the library gives only the days that all nations share, and says nothing about it.
    import holidays  # a tenth of what every other command would take to begin

    table = holidays.country_holidays("GB", subdiv=subdivision, years=years, language="en_GB") if years else {}
    named = {day.isoformat(): _reason_from_library(name) for day, name in table.items()}
    return {day: reason for day, reason in named.items() if days.weekday(days.parse(day)) < 5}


def _reason_from_library(name: str) -> str:
    parts = name.split("; ")
    part = next((part for part in parts if part.endswith(_OBSERVED)), parts[0])
    plain = part.removesuffix(_OBSERVED)
    return _OFFICIAL_NAMES.get(plain, plain) + (_SUBSTITUTE if part != plain else "")


def _overrides_still_needed(kept: Mapping[str, Any] | None, closed: list[Row]) -> list[Row]:
    listed = {row["on"] for row in closed}
    overrides = [] if kept is None else kept["overrides"]
    return [dict(row) for row in overrides if (row["change"] == "closed") != (row["on"] in listed)]


def _row(day: str, reason: str, status: str) -> Row:
    return {"on": day, "reason": reason, "status": status}


def _rendered_row(row: Mapping[str, str]) -> str:
    quoted = {"reason", "source"}
    pairs = (f"{key}: {_quoted(value) if key in quoted else value}" for key, value in row.items())
    return f"  - {{{', '.join(pairs)}}}"


def _quoted(value: str) -> str:
    return json.dumps(str(value), ensure_ascii=False)
