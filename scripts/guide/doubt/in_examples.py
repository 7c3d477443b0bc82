"""What of a worked example is changed: each day it is given or expects, and the date it is given."""

from __future__ import annotations

from collections.abc import Iterator

from guide.doubt.alteration import Alteration, Sheet
from guide.doubt.values import day_beside, neighbours
from guide.model import Guide
from guide.strict_yaml import Mapping

_DATES = ("on", "expect", "expect_national", "expect_governs", "expect_other_reading")


def in_example(guide: Guide, sheet: Sheet) -> Iterator[Alteration]:
    """Each date a day earlier and a day later, and each anchor as another of the guide's."""
    anchors = [str(one) for one in guide.partnership.anchors]
    for name in _DATES:
        dates = sheet.document.value.get(name)
        if not isinstance(dates, Mapping):
            continue
        for key, day in dates.items():
            for step in (1, -1):
                if edit := sheet.whole(day, new := day_beside(day, step)):
                    yield Alteration(
                        "example date", sheet.file, day.place, f"{key}: {day}", f"{key}: {new}", (edit,)
                    )
        if name == "on":
            for key in dates:
                for other in neighbours(key, [one for one in anchors if one == key or one not in dates]):
                    edit, place = sheet.key(dates, key, other), dates.key_places[key]
                    yield Alteration("example date", sheet.file, place, f"on: {key}", f"on: {other}", (edit,))
