"""The plain data of a calendar file, read strictly: a calendar that is wrong anywhere is refused whole."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from guide.calendars import days
from guide.calendars.days import InvalidCalendar, InvalidDate

Path = tuple[str | int, ...]
FileStatus = Literal["published", "projected"]
DayChange = Literal["closed", "working day"]

KEYS = (
    "id",
    "name",
    "from",
    "through",
    "published_through",
    "retrieved",
    "source",
    "projection",
    "closed",
    "overrides",
)


@dataclass(frozen=True, slots=True)
class ClosedRow:
    """One closed weekday as its calendar file has it, with the source written out."""

    day: int
    reason: str
    status: Literal["published", "projected", "override"]
    source: str


@dataclass(frozen=True, slots=True)
class CalendarData:
    """A calendar file's content, checked; `closed` is in order of date and has the overrides worked in."""

    id: str
    name: str
    first: int
    last: int
    published_through: int
    retrieved: str
    source: str
    closed: tuple[ClosedRow, ...]


def read_calendar_data(data: Mapping[str, Any]) -> CalendarData:
    """What a calendar file says; `InvalidCalendar` with the path of the first value at fault."""
    _check_keys(data, KEYS, KEYS, ())
    first, last = _day(data, "from", ()), _day(data, "through", ())
    if first > last:
        raise InvalidCalendar("The calendar ends before it begins. Mend from: or through:.", ("through",))
    published_through = _day(data, "published_through", ())
    if not first <= published_through <= last:
        raise InvalidCalendar("published_through: must lie between from: and through:.", ("published_through",))
    source = _source(data)
    projection = _text(data, "projection", ())
    closed = _closed(data, first, last, published_through, {"published": source, "projected": projection})
    return CalendarData(
        id=_text(data, "id", ()),
        name=_text(data, "name", ()),
        first=first,
        last=last,
        published_through=published_through,
        retrieved=days.text(_day(data, "retrieved", ())),
        source=source,
        closed=_with_overrides(data, closed, first, last),
    )


def _source(data: Mapping[str, Any]) -> str:
    path: Path = ("source",)
    source = data["source"]
    if not isinstance(source, Mapping):
        raise InvalidCalendar("source: must have name:, url: and as_stored_in:.", path)
    _check_keys(source, ("name", "url", "as_stored_in"), ("name", "url", "as_stored_in"), path)
    name, url, stored = (_text(source, key, path) for key in ("name", "url", "as_stored_in"))
    return f"{name} ({url}), as stored in {stored}"


def _closed(
    data: Mapping[str, Any], first: int, last: int, published_through: int, sources: Mapping[str, str]
) -> tuple[ClosedRow, ...]:
    rows: list[ClosedRow] = []
    for path, row in _rows(data, "closed"):
        _check_keys(row, ("on", "reason", "status"), ("on", "reason", "status", "source"), path)
        day = _weekday(row, path, first, last)
        if rows and day <= rows[-1].day:
            raise InvalidCalendar("Closed days must be in order of date, each only once.", (*path, "on"))
        status: FileStatus = "published" if day <= published_through else "projected"
        if _choice(row, "status", get_args(FileStatus), path) != status:
            until = days.long(published_through)
            raise InvalidCalendar(f"status: must be {status}: the list is published to {until}.", (*path, "status"))
        source = _text(row, "source", path) if "source" in row else sources[status]
        rows.append(ClosedRow(day, _text(row, "reason", path), status, source))
    return tuple(rows)


def _with_overrides(
    data: Mapping[str, Any], closed: Iterable[ClosedRow], first: int, last: int
) -> tuple[ClosedRow, ...]:
    by_day = {row.day: row for row in closed}
    keys = ("on", "change", "reason", "source", "added")
    for path, row in _rows(data, "overrides"):
        _check_keys(row, keys, keys, path)
        day = _weekday(row, path, first, last)
        reason, source = _text(row, "reason", path), _text(row, "source", path)
        _day(row, "added", path)
        if _choice(row, "change", get_args(DayChange), path) == "closed":
            if day in by_day:
                raise InvalidCalendar(f"{days.long(day)} is closed already. Delete this override.", path)
            by_day[day] = ClosedRow(day, reason, "override", source)
        elif by_day.pop(day, None) is None:
            raise InvalidCalendar(f"{days.long(day)} is a working day already. Delete this override.", path)
    return tuple(by_day[day] for day in sorted(by_day))


def _rows(data: Mapping[str, Any], key: str) -> Iterable[tuple[Path, Mapping[str, Any]]]:
    rows = data[key]
    if not isinstance(rows, Sequence) or isinstance(rows, str):
        raise InvalidCalendar(f"{key}: must be a list. Write [] when there is none.", (key,))
    for index, row in enumerate(rows):
        if not isinstance(row, Mapping):
            raise InvalidCalendar(f"Each item of {key}: must be written {{on: …, reason: …}}.", (key, index))
        yield (key, index), row


def _weekday(row: Mapping[str, Any], path: Path, first: int, last: int) -> int:
    day = _day(row, "on", path)
    if not first <= day <= last:
        raise InvalidCalendar(f"{days.long(day)} is not between from: and through:.", (*path, "on"))
    if days.weekday(day) >= 5:
        raise InvalidCalendar(f"{days.long(day)} is closed anyway. List the weekday that is closed.", (*path, "on"))
    return day


def _check_keys(data: Mapping[str, Any], required: Sequence[str], allowed: Sequence[str], path: Path) -> None:
    for key in data:
        if key not in allowed:
            raise InvalidCalendar(f"Unknown key {key!r}. Known here: {', '.join(allowed)}.", (*path, key), at_key=True)
    for key in required:
        if key not in data:
            raise InvalidCalendar(f"The key {key!r} is missing.", path)


def _day(data: Mapping[str, Any], key: str, path: Path) -> int:
    try:
        return days.parse(data[key])
    except InvalidDate as error:
        raise InvalidCalendar(f"{key}: {error}", (*path, key)) from error


def _text(data: Mapping[str, Any], key: str, path: Path) -> str:
    value = data[key]
    if not isinstance(value, str) or not value.strip():
        raise InvalidCalendar(f"{key}: must be text and not empty.", (*path, key))
    return str(value)


def _choice(data: Mapping[str, Any], key: str, choices: Sequence[str], path: Path) -> str:
    value = data[key]
    if value not in choices:
        raise InvalidCalendar(f"{key}: must be one of: {', '.join(choices)}.", (*path, key))
    return str(value)
