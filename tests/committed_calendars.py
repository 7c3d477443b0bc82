"""The calendars as they are committed, for the tests that need real bank holidays."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from guide.calendars.calendar import Calendar
from guide.strict_yaml.text import read

REPOSITORY = Path(__file__).resolve().parents[1]
FOLDER = REPOSITORY / "procedures" / "calendars"
VECTORS = REPOSITORY / "tests" / "vectors"
NATIONS = ("england-and-wales", "scotland", "northern-ireland")


@cache
def calendar_data(nation: str) -> Any:
    return read(FOLDER / f"{nation}.yml").value


def own_copy(nation: str = "england-and-wales") -> dict[str, Any]:
    """The file's data as plain values, for a test that changes them."""
    return dict(json.loads(json.dumps(calendar_data(nation))))


@cache
def calendar(nation: str = "england-and-wales") -> Calendar:
    return Calendar.from_data(calendar_data(nation))


def calendars() -> dict[str, Calendar]:
    return {nation: calendar(nation) for nation in NATIONS}
