"""What of `partnership.yml` is changed: what journeys hold and ask for, and what anchors say of steps and of others."""

from __future__ import annotations

from collections.abc import Iterator

from guide.doubt.alteration import Alteration, Edit, TextSheet
from guide.doubt.values import neighbours
from guide.model import Guide
from guide.problems import Place
from guide.strict_yaml import Mapping, Sequence

_LISTS = (("procedures", "procedure"), ("asks", "anchor"), ("may_ask", "anchor"))


def in_partnership(guide: Guide, sheet: TextSheet) -> Iterator[Alteration]:
    """Every change of the file but those in its sentences."""
    known = {
        "procedure": [str(one.id) for one in guide.procedures],
        "anchor": [str(one) for one in guide.partnership.anchors],
        "step": [str(step.id) for one in guide.procedures for step in one.steps],
    }
    for journey in sheet.document.value["journeys"].values():
        for key, noun in _LISTS:
            if isinstance(journey.get(key), Sequence):
                yield from _list(sheet, journey, key, known[noun])
    for anchor in sheet.document.value["anchors"].values():
        for key, noun in (("done_by", "step"), ("held_to", "step"), ("usually_after", "anchor")):
            if key in anchor:
                yield from _value(sheet, anchor, key, known[noun])


def _list(sheet: TextSheet, journey: Mapping, key: str, known: list[str]) -> Iterator[Alteration]:
    holder = journey[key]
    for number, one in enumerate(holder):
        others = [other for other in known if other == one or other not in holder]
        for new in neighbours(one, others):
            if edit := sheet.whole(one, new):
                yield _changed(sheet, "journey", one.place, f"{key}: {one}", f"{key}: {new}", edit)
        edit = sheet.item(holder, number)
        if edit is None and key != "procedures":
            edit = sheet.lines(journey.key_places[key])
        if edit:
            yield _changed(sheet, "journey", one.place, f"{key}: {one}", "(nothing)", edit)


def _value(sheet: TextSheet, anchor: Mapping, key: str, known: list[str]) -> Iterator[Alteration]:
    value = anchor[key]
    for new in neighbours(value, known):
        if edit := sheet.whole(value, new):
            yield _changed(sheet, "anchor's step", value.place, f"{key}: {value}", f"{key}: {new}", edit)
    place = anchor.key_places[key]
    yield _changed(sheet, "anchor's step", place, f"{key}: {value}", "(nothing)", sheet.lines(place))


def _changed(sheet: TextSheet, kind: str, place: Place, old: str, new: str, edit: Edit) -> Alteration:
    return Alteration(kind, sheet.file, place, old, new, (edit,))
