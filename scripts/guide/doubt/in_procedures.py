"""What of a procedure is changed: rules, who acts, forms, answers, targets, modality, acts, national rules."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import Any

from guide.doubt.alteration import Alteration, Edit, TextSheet
from guide.doubt.rules_altered import convention, rule
from guide.doubt.values import neighbours
from guide.model import NOT_STATED, Guide, Procedure
from guide.strict_yaml import Mapping, Sequence, Text

_WHO = ("who", "with", "to")
_ACTS = ("same_act", "sets")


class _Walk:
    """One procedure's file, read from its top to its end."""

    def __init__(self, guide: Guide, sheet: TextSheet, procedure: Procedure) -> None:
        self.guide, self.sheet = guide, sheet
        actors = [str(one) for entry in procedure.entries for one in entry.acting if one != NOT_STATED]
        steps = [step for one in guide.procedures for step in one.steps]
        dated = [str(step.id) for step in steps if step.deadline]
        self.known: dict[str, list[str]] = {
            "actor": list(dict.fromkeys(actors)),
            "form": list(dict.fromkeys(str(one) for step in procedure.steps for one in step.forms)),
            "target": [str(one.entry_id) for one in procedure.entries if one.kind != "note"],
            "procedure": [str(one.id) for one in guide.procedures],
            "act": [str(step.id) for step in steps],
            "dated": dated,
            "anchor": [str(one) for one in guide.partnership.anchors],
            "reference": [str(one.id) for one in guide.references],
        }

    def all(self) -> Iterator[Alteration]:
        """Every change of the file."""
        value = self.sheet.document.value
        if "clock" in value:
            yield from convention(self.sheet, value["clock"], "way of counting")
            yield from rule(self.sheet, value["clock"], self._starts, "")
            yield from self._ids(value["clock"], "calendar", sorted(self.guide.calendars), "way of counting")
        for phase in value["phases"]:
            for entry in phase["steps"]:
                yield from self._entry(entry)

    def _entry(self, entry: Mapping) -> Iterator[Alteration]:
        for key in _WHO:
            yield from self._ids(entry, key, self.known["actor"], "actor")
        yield from self._ids(entry, "forms", self.known["form"], "form")
        yield from self._then(entry)
        yield from self._answers(entry)
        yield from self._switches(entry)
        for key in _ACTS:
            yield from self._ids(entry, key, self.known["act"], "act")
            yield from self._dropped(entry, key, "act")
        for key in ("due", "equals"):
            yield from self._rule(entry.get(key), "")
        for other in entry.get("also_read_as", ()):
            yield from self._rule(other["due"], "")
        yield from self._national(entry)
        if "look_back" in entry:
            yield from self._rule(entry["look_back"], "look-back")
            yield from self._dropped(entry, "look_back", "look-back")

    def _starts(self, start: str) -> list[str]:
        return self.known["anchor" if start in self.guide.partnership.anchors else "dated"]

    def _rule(self, due: Any, kind: str) -> Iterator[Alteration]:
        if isinstance(due, Sequence):
            for part in due:
                yield from self._rule(part, kind)
        elif isinstance(due, Mapping):
            yield from rule(self.sheet, due, self._starts, kind)
            yield from convention(self.sheet, due, kind or "way of counting")
            for choice in ("earlier_of", "later_of"):
                yield from self._rule(due.get(choice), kind)

    def _national(self, entry: Mapping) -> Iterator[Alteration]:
        rules = entry.get("national", Sequence(self.sheet.document.place_of(())))
        for number, one in enumerate(rules):
            yield from self._rule(one["due"], "national rule")
            yield from self._ids(one, "cites", self.known["reference"], "national rule")
            for key in ("who", "to"):
                yield from self._ids(one, key, self.known["actor"], "national rule")
            first = entry.key_places["national"] if len(rules) == 1 else rules.places[number]
            yield self._alteration("national rule", first, str(one["cites"]), "(no rule)", (self.sheet.lines(first),))

    def _then(self, entry: Mapping) -> Iterator[Alteration]:
        branches = entry.get("branches", ())
        for holder in (entry, *branches):
            value = holder.get("then")
            link, key = (value, "to") if isinstance(value, Mapping) else (holder, "then")
            if isinstance(link.get(key), Text):
                known = self.known["procedure" if link[key] in self.guide.procedure else "target"]
                yield from self._ids(link, key, known, "target", 2)

    def _answers(self, entry: Mapping) -> Iterator[Alteration]:
        answers = [branch["answer"] for branch in entry.get("branches", ())]
        for one, other in itertools.pairwise(answers):
            edits = (self.sheet.whole(one, other), self.sheet.whole(other, one))
            if edits[0] and edits[1]:
                yield self._alteration(
                    "answer", one.place, f"{one} / {other}", f"{other} / {one}", (edits[0], edits[1])
                )

    def _switches(self, entry: Mapping) -> Iterator[Alteration]:
        for key, kind, other in (
            ("may", "modality", "should"), ("should", "modality", "may"),
            ("alongside", "order", ""), ("ends", "order", ""),
        ):  # fmt: skip
            if entry.get(key) is True:
                place = entry.key_places[key]
                yield self._alteration(kind, place, f"{key}: true", "(nothing)", (self.sheet.lines(place),))
                if other:
                    new = (self.sheet.key(entry, key, other),)
                    yield self._alteration(kind, place, f"{key}: true", f"{other}: true", new)

    def _ids(self, holder: Mapping, key: str, known: list[str], kind: str, most: int = 1) -> Iterator[Alteration]:
        """Each id under a key with another one in its stead."""
        value = holder.get(key, ())
        ids = value if isinstance(value, Sequence) else [value] if isinstance(value, Text) else []
        for one in ids:
            others = [other for other in known if other not in ids or other == one]
            for new in neighbours(one, others, most):
                if edit := self.sheet.whole(one, new):
                    yield self._alteration(kind, one.place, f"{key}: {one}", f"{key}: {new}", (edit,))

    def _dropped(self, holder: Mapping, key: str, kind: str) -> Iterator[Alteration]:
        if key in holder:
            place = holder.key_places[key]
            yield self._alteration(kind, place, f"{key}:", "(nothing)", (self.sheet.lines(place),))

    def _alteration(self, kind: str, place: Any, old: str, new: str, edits: tuple[Edit, ...]) -> Alteration:
        return Alteration(kind, self.sheet.file, place, old, new, edits)


Known = Callable[[str], list[str]]


def in_procedure(guide: Guide, sheet: TextSheet) -> Iterator[Alteration]:
    """Every change of one procedure but those in its sentences and headings."""
    procedure = guide.procedure[str(sheet.document.value["id"])]
    yield from _Walk(guide, sheet, procedure).all()
