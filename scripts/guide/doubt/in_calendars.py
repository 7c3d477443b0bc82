"""What of a calendar is changed: each closed day is moved to the day after it."""

from __future__ import annotations

from collections.abc import Iterator

from guide.doubt.alteration import Alteration, TextSheet
from guide.doubt.values import day_beside


def in_calendar(sheet: TextSheet) -> Iterator[Alteration]:
    """Each closed day, and each override, a day later."""
    value = sheet.document.value
    for row in (*value["closed"], *value["overrides"]):
        day = row["on"]
        if edit := sheet.whole(day, new := day_beside(day, 1)):
            old = f"{day} {row['reason']}" if "reason" in row else str(day)
            yield Alteration("calendar day", sheet.file, day.place, old, new, (edit,))
