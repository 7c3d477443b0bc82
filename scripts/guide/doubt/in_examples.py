"""What of a worked example is changed: each day it is given or expects, and the date it is given."""

from __future__ import annotations

from collections.abc import Iterator

from guide.doubt.alteration import Alteration, TextSheet
from guide.doubt.values import day_beside, neighbours
from guide.model import Guide
from guide.strict_yaml import Mapping

_DATES = (
    "on",
    "expect",
    "expect_national",
    "expect_governs",
    "expect_other_reading",
    "expect_look_back",
    "expect_done",
)


def in_example(guide: Guide, sheet: TextSheet) -> Iterator[Alteration]:
    """Each date a day earlier and a day later, and each anchor as another of the guide's."""
    value = sheet.document.value
    for name in _DATES:
        if isinstance(value.get(name), Mapping):
            yield from _dates(sheet, value[name])
    given = value["on"]
    anchors = [str(one) for one in guide.partnership.anchors]
    for key in given:
        for other in neighbours(key, [one for one in anchors if one == key or one not in given]):
            edit, place = sheet.key(given, key, other), given.key_places[key]
            yield Alteration("example date", sheet.file, place, f"on: {key}", f"on: {other}", (edit,))


def _dates(sheet: TextSheet, dates: Mapping) -> Iterator[Alteration]:
    for key, day in dates.items():
        for step in (1, -1):
            if edit := sheet.whole(day, new := day_beside(day, step)):
                yield Alteration("example date", sheet.file, day.place, f"{key}: {day}", f"{key}: {new}", (edit,))
