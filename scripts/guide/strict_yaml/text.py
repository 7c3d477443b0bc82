"""YAML 1.2 text to plain values that know where they stand; refuses whatever is unsafe or easily misread.

The parser's events are read directly, so that nothing is built from an alias, a tag or a duplicate key,
and so that `no`, `12:30`, `010` and `2026-12-17` are what the author sees and never what YAML 1.1 makes of them.
"""

from __future__ import annotations

import errno
import re
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from guide.problems import MOST_TOLD, Place, Problem, Problems, most_told
from guide.strict_yaml.faults import (
    LARGEST_FILE,
    decoded,
    invisible_problems,
    refuse_what_yaml_would_misread,
    syntax_problem,
    too_large,
)

DEEPEST_LEVEL = 20

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WHOLE_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_LEADING_ZERO = re.compile(r"[-+]?0[0-9]+|\+[0-9]+")
_YES_OR_NO = {"yes", "no", "on", "off"}


class Text(str):
    """A string that remembers where it stands in its file."""

    place: Place

    def __new__(cls, value: str, place: Place) -> Text:
        text = super().__new__(cls, value)
        text.place = place
        return text

    def __reduce__(self) -> tuple[type[Text], tuple[str, Place]]:
        return Text, (str(self), self.place)  # another process is handed the place too


class Mapping(dict[str, Any]):
    """A mapping that remembers where it and each of its values start; its keys are `Text`."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.places: dict[str, Place] = {}
        self.key_places: dict[str, Place] = {}


class Sequence(list[Any]):
    """A list that remembers where it and each of its items start."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.places: list[Place] = []


@dataclass(frozen=True)
class Document:
    """One file's content: `value` is made of Mapping, Sequence, Text, int, bool and None."""

    path: str
    value: Any

    def place_of(self, steps: tuple[int | str, ...]) -> Place:
        """The place of the value reached by keys and indexes, or of the nearest thing around it.

        Steps that lead nowhere are passed over, because a validator's path also names the
        variant it tried.
        """
        value, place = self.value, getattr(self.value, "place", Place(self.path, 1, 1))
        for step in steps:
            if isinstance(value, Mapping) and step in value:
                value, place = value[str(step)], value.places[str(step)]
            elif isinstance(value, Sequence) and isinstance(step, int) and step < len(value):
                place = value.places[step]
                value = value[step]
        return place

    def place_of_key(self, steps: tuple[int | str, ...]) -> Place:
        """The place of the last step's key itself: where an unknown key is written."""
        value, place = self.value, self.place_of(())
        for step in steps:
            if isinstance(value, Mapping) and step in value:
                value, place = value[str(step)], value.key_places[str(step)]
            elif isinstance(value, Sequence) and isinstance(step, int) and step < len(value):
                place, value = value.places[step], value[step]
        return place


def read(path: Path, shown_as: str | None = None) -> Document:
    """Reads one file. Raises `Problems` with every fault that can be seen without the model."""
    name = shown_as or str(path)
    try:
        data, size = _start_of(path)
    except OSError as error:
        message, hint = f"this file cannot be read: {error.strerror}", "see that it is a file, and that you may read it"
        raise Problems([Problem(Place(name), "unreadable", message, hint)]) from None
    if size > LARGEST_FILE:
        raise Problems([too_large(size, name)])
    return read_text(decoded(data, name), name)


def _start_of(path: Path) -> tuple[bytes, int]:
    """As much of a file as may be read, and its whole size."""
    about = path.stat()
    if not stat.S_ISREG(about.st_mode):
        # A pipe or a device could keep the reader waiting for ever, or never end.
        raise OSError(errno.EINVAL, "it is not a file")
    with path.open("rb") as file:
        data = file.read(LARGEST_FILE + 1)
    return data, max(about.st_size, len(data))


def read_text(text: str, path: str) -> Document:
    """Reads YAML that is already text; `path` is only for messages."""
    # A lone carriage return ends a line for YAML and for editors: from here on there is one way to end a line.
    text = re.sub(r"\r\n?", "\n", text)
    refuse_what_yaml_would_misread(text, path)
    builder = _Builder(path, text.splitlines())
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
            if len(builder.problems) > MOST_TOLD:
                break
    except yaml.YAMLError as error:
        builder.problems.append(syntax_problem(error, path, text))
    if not builder.problems and not builder.documents:
        hint = "write what belongs here; an empty list is []"
        builder.problems.append(Problem(Place(path, 1, 1), "one-document", "this file is empty", hint))
    if builder.problems:
        raise Problems(most_told(builder.problems, path))
    return Document(path, builder.value)


@dataclass
class _Builder:
    """Builds values from parser events; on anything unsafe it notes a problem and goes on."""

    path: str
    lines: list[str]
    problems: list[Problem] = field(default_factory=list)
    documents: int = 0
    value: Any = None
    _open: list[Any] = field(default_factory=list)
    _keys: list[Text | None] = field(default_factory=list)

    def take(self, event: Any) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents == 2:
                message = "this file holds more than one YAML document"
                self._problem(event, "one-document", message, "remove this '---': one file, one document")
        elif isinstance(event, yaml.AliasEvent):
            self._problem(event, "alias", f"an alias (*{event.anchor}) is not allowed", "write the value out")
            self._put(None, self._place(event))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
            self._keys.pop()
        elif isinstance(event, yaml.NodeEvent):
            self._refuse_anchor_and_tag(event)
            self._start(event)

    def _start(self, event: Any) -> None:
        place = self._place(event)
        if isinstance(event, yaml.ScalarEvent):
            self._put(self._scalar(event, place), place)
            return
        holder: Any = Mapping(place) if isinstance(event, yaml.MappingStartEvent) else Sequence(place)
        self._put(holder, place)
        self._open.append(holder)
        self._keys.append(None)
        if len(self._open) > DEEPEST_LEVEL:
            problem = Problem(place, "too-deep", f"this is more than {DEEPEST_LEVEL} levels deep", "flatten it")
            raise Problems(most_told([*self.problems, problem], self.path))

    def _put(self, value: Any, place: Place) -> None:
        if not self._open:
            self.value = value
        elif isinstance(self._open[-1], Sequence):
            self._open[-1].append(value)
            self._open[-1].places.append(place)
        elif self._keys[-1] is None:
            self._keys[-1] = self._key(value, place)
        else:
            key = self._keys[-1]
            self._open[-1][key] = value
            # An empty value has no text to point at, so its key stands for it.
            self._open[-1].places[key] = key.place if value is None else place
            self._open[-1].key_places[key] = key.place
            self._keys[-1] = None

    def _key(self, value: Any, place: Place) -> Text:
        if not isinstance(value, str):
            shown = value if isinstance(value, int) else "this"
            self.problems.append(Problem(place, "key-not-text", f"a key must be text, and {shown} is not", "quote it"))
            return Text(f"{place.line}:{place.column}", place)
        if value in self._open[-1]:
            first = self._open[-1].key_places[value]
            message = f"the key '{value}' stands here a second time; the first is in line {first.line}"
            self.problems.append(Problem(place, "duplicate-key", message, "keep one of the two"))
            return Text(f"{value} ({place.line}:{place.column})", place)
        return Text(value, place)

    def _scalar(self, event: Any, place: Place) -> Text | int | bool | None:
        # One accent, one way to write it: an editor on a Mac may write é as e and an accent.
        words: str = unicodedata.normalize("NFC", event.value)
        if not event.implicit[0]:
            self.problems.extend(invisible_problems(words, place))
            return Text(words, place)
        self._refuse_lost_words(event)
        is_key = bool(self._open) and isinstance(self._open[-1], Mapping) and self._keys[-1] is None
        if words.lower() in _YES_OR_NO and not (is_key and words == "on"):
            message = f"'{words}' without quotes means true or false to some readers of YAML and text to others"
            hint = f'write "{words}" for the word, or true or false for a switch'
            self.problems.append(Problem(place, "unquoted-yes-or-no", message, hint))
            return Text(words, place)
        if _LEADING_ZERO.fullmatch(words):
            message = f"'{words}' can be read as two different numbers"
            self.problems.append(
                Problem(place, "unclear-number", message, f'write "{words}" for text, or drop the zero')
            )
            return Text(words, place)
        if words in ("true", "false"):
            return words == "true"
        if words in ("", "~", "null"):
            return None
        return int(words) if _WHOLE_NUMBER.fullmatch(words) and len(words) < 10 else Text(words, place)

    def _refuse_lost_words(self, event: Any) -> None:
        """Words after " #" are a comment to YAML: an author who wrote "Room #7" would lose the 7 without a word."""
        end = event.end_mark
        line = self.lines[end.line] if end.line < len(self.lines) else ""
        if event.value and re.match(r" #", line[end.column :]):
            place = Place(self.path, end.line + 1, end.column + 2)
            hint = "put the whole text in quotes; for a comment, leave two spaces before the '#'"
            self.problems.append(Problem(place, "lost-words", "what follows ' #' here would be lost", hint))

    def _refuse_anchor_and_tag(self, event: Any) -> None:
        if event.anchor:
            self._problem(
                event, "anchor", f"an anchor (&{event.anchor}) is not allowed", "write the value out each time"
            )
        if event.tag:
            self._problem(event, "tag", f"a tag ({event.tag}) is not allowed", "remove it")

    def _problem(self, event: Any, code: str, message: str, hint: str) -> None:
        self.problems.append(Problem(self._place(event), code, message, hint))

    def _place(self, event: Any) -> Place:
        return Place(self.path, event.start_mark.line + 1, event.start_mark.column + 1)


def every_text(value: Any) -> Iterator[Text]:
    """Every string in a document, keys aside, in the order of the file."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from every_text(item)
    elif isinstance(value, Sequence):
        for item in value:
            yield from every_text(item)
