"""One rule with another number, unit, start, or way of counting."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import get_args

from guide.doubt.alteration import Alteration, TextSheet
from guide.doubt.values import another_unit, neighbours, numbers_near
from guide.model import Authority
from guide.strict_yaml import Mapping, Text

_LENGTHS = ("within", "after", "no_later_than", "on", "over")
_STARTS = ("of", "from", "before")
_OTHER_WORDS: dict[str, tuple[str, ...]] = {
    "working_day_one": ("the next working day", "the same day"),
    "received_on_a_closed_day": ("counts from that day", "counts as received on the next working day"),
    "counts": ("from the next day", "beginning with the day"),
    "closed_day": ("stays", "following", "preceding"),
    "part": ("morning", "afternoon", "as early as possible", "end of day"),
    "authority": get_args(Authority)[:3],
}


def rule(sheet: TextSheet, due: Mapping, starts: Callable[[str], list[str]], kind: str) -> Iterator[Alteration]:
    """The numbers, the unit and the start of a rule; under `kind` where it is given, else each under its own."""
    for key in _LENGTHS:
        value = due.get(key)
        if isinstance(value, Text):
            others = [("number", new) for _, new in numbers_near(value)] + [("unit", another_unit(value))]
            for own, new in others:
                yield from _other(sheet, value, new, kind or own)
    for key in _STARTS:
        value = due.get(key)
        if isinstance(value, Text):
            for new in neighbours(value, starts(value), 2):
                yield from _other(sheet, value, new, kind or "anchor")


def convention(sheet: TextSheet, holder: Mapping, kind: str) -> Iterator[Alteration]:
    """What else decides how a rule or a clock counts, or who sets the rule."""
    for key, words in _OTHER_WORDS.items():
        value = holder.get(key)
        if isinstance(value, Text) and value in words:
            for new in neighbours(value, words):
                yield from _other(sheet, value, new, kind)
    for one, other, start, new_start in (("within", "after", "of", "from"), ("after", "within", "from", "of")):
        if isinstance(holder.get(one), Text) and start in holder:
            edits = (sheet.key(holder, one, other), sheet.key(holder, start, new_start))
            place = holder.key_places[one]
            yield Alteration(kind, sheet.file, place, f"{one}: {holder[one]}", f"{other}: {holder[one]}", edits)
    if isinstance(holder.get("clear"), bool):
        new = str(not holder["clear"]).lower()
        place = holder.places["clear"]
        old = f"clear: {str(holder['clear']).lower()}"
        yield Alteration(kind, sheet.file, place, old, f"clear: {new}", (sheet.flag(holder, "clear", new),))


def _other(sheet: TextSheet, value: Text, new: str, kind: str) -> Iterator[Alteration]:
    edit = sheet.whole(value, new)
    if edit and new != value:
        yield Alteration(kind, sheet.file, value.place, str(value), new, (edit,))
