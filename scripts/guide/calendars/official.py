"""The official list of bank holidays, as the program itself has it: dated data to hold a guide's calendars against.

A calendar is committed text, and a line can get lost in it. `official.json` is a second copy that no author edits:
the published days as GOV.UK listed them on the day it names, and beyond them the days by the pattern of the law.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from guide.calendars import days

CALENDAR_OF = {
    "england": "england-and-wales",
    "wales": "england-and-wales",
    "scotland": "scotland",
    "northern-ireland": "northern-ireland",
}
"""The calendar that each nation has."""


@dataclass(frozen=True, slots=True)
class OfficialDays:
    """What the list says of the nations that share one calendar."""

    name: str
    first: int
    """The first day that the list covers."""
    published_through: int
    """The last day that is officially listed; later ones follow the pattern of the law."""
    last: int
    closed: Mapping[int, str]
    """Every closed weekday by day number, with its reason."""


@dataclass(frozen=True, slots=True)
class OfficialList:
    """One copy of the list."""

    retrieved: int
    """The day of the copy."""
    source: str
    projection: str
    """How the days beyond what was published were computed."""
    calendars: Mapping[str, OfficialDays]
    """By the id of the calendar."""


@cache
def official_list() -> OfficialList:
    """The copy that comes with the program; `tests/calendars/test_official.py` says how it is renewed."""
    data = json.loads(Path(__file__).with_name("official.json").read_text("utf-8"))
    return OfficialList(
        retrieved=days.parse(data["retrieved"]),
        source=data["source"],
        projection=data["projection"],
        calendars={
            name: OfficialDays(
                name=said["name"],
                first=days.parse(said["from"]),
                published_through=days.parse(said["published_through"]),
                last=days.parse(said["through"]),
                closed={days.parse(day): reason for day, reason in said["closed"].items()},
            )
            for name, said in data["nations"].items()
        },
    )
