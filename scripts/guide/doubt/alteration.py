"""One change of one token, and the file it stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from guide.problems import Place
from guide.strict_yaml import Document, Mapping, Sequence, Text, read

KINDS = (
    "number", "unit", "anchor", "way of counting", "actor", "form", "answer", "target", "order", "modality", "act",
    "heading", "number in words", "form in words", "national rule", "look-back", "journey", "anchor's step",
    "calendar day", "example date",
)  # fmt: skip
"""What is changed, in the order of the table."""


@dataclass(frozen=True)
class Edit:
    """New text for a stretch of a file, from one letter up to another, both counted from 0."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Alteration:
    """One plausible mistake: a token of the content with another value of its kind."""

    kind: str
    file: str
    """Its name in the folder: `examples/christmas.yml`."""
    place: Place
    old: str
    new: str
    edits: tuple[Edit, ...]

    def applied(self, text: str) -> str:
        """The file's text with the change in it."""
        for edit in sorted(self.edits, key=lambda one: one.start, reverse=True):
            text = text[: edit.start] + edit.text + text[edit.end :]
        return text


class TextSheet:
    """One file as text and as values, and the way from a place in it to a stretch of its text."""

    def __init__(self, folder: Path, file: str, shown: str) -> None:
        self.file = file
        self.document: Document = read(folder / file, shown)
        self.text = text_of(folder / file)
        self._starts = [0, *(found.end() for found in re.finditer("\n", self.text))]

    def offset(self, place: Place) -> int:
        """Where a place is, in letters from the start."""
        return self._starts[place.line - 1] + place.column - 1

    def whole(self, value: Text, new: str) -> Edit | None:
        """A new value for a text that stands on one line as it was read; None for any other."""
        start = self.offset(value.place)
        start += self.text[start] in "\"'"
        return Edit(start, start + len(value), new) if self.text.startswith(value, start) else None

    def inside(self, value: Text, found: re.Match[str], new: str) -> Edit | None:
        """A new text for one word or number within a value, which may run over several lines."""
        word = re.compile(rf"(?<![\w]){re.escape(found[0])}(?![\w])")
        number = sum(one.start() <= found.start() for one in word.finditer(value))
        start = self.offset(value.place)
        for count, one in enumerate(word.finditer(self.text, start), 1):
            if count == number:
                return Edit(one.start(), one.end(), new)
        return None

    def lines(self, first: Place) -> Edit:
        """The lines of a key or of an item of a list, with all that stands under it, taken out."""
        lines = self.text.splitlines(keepends=True)
        indent = first.column - 1
        if lines[first.line - 1][:indent].strip() == "-":  # the first key of an item stands behind its hyphen
            indent = lines[first.line - 1].index("-")
        last = first.line
        while last < len(lines) and (not lines[last].strip() or _indent(lines[last]) > indent):
            last += 1
        return Edit(self._starts[first.line - 1], self._starts[last] if last < len(lines) else len(self.text), "")

    def item(self, holder: Sequence, number: int) -> Edit | None:
        """One item of a list in brackets taken out, with its comma; None where it is the only one."""
        place = holder.places[number]
        start, value = self.offset(place), str(holder[number])
        if len(holder) < 2 or self.text[self.offset(holder.place)] != "[":
            return None
        if number + 1 < len(holder):
            return Edit(start, self.offset(holder.places[number + 1]), "")
        end = start + len(value) + 2 * (self.text[start] in "\"'")
        return Edit(self.text.rindex(",", 0, start), end, "")

    def flag(self, holder: Mapping, key: str, new: str) -> Edit:
        """A new value for a `true` or `false`."""
        start = self.offset(holder.places[key])
        return Edit(start, start + len("true" if holder[key] else "false"), new)

    def key(self, holder: Mapping, key: str, new: str) -> Edit:
        """Another key for the same value."""
        start = self.offset(holder.key_places[key])
        return Edit(start, start + len(key), new)


def text_of(path: Path) -> str:
    """A file's text as the reader counts its lines."""
    return re.sub(r"\r\n?", "\n", path.read_bytes().decode("utf-8-sig"))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
