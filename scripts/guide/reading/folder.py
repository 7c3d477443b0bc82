"""A folder of YAML to one `Guide`, or every problem found on the way."""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar, cast

from pydantic import BaseModel, TypeAdapter, ValidationError

from guide.calendars import Calendar, InvalidCalendar
from guide.model import (
    Actor,
    Change,
    DecisionGuide,
    Example,
    Form,
    Guide,
    Partnership,
    Procedure,
    Question,
    Reference,
    SecondReading,
    SourceItem,
    Term,
)
from guide.problems import Place, Problem, Problems, most_told
from guide.reading.attached import attached_files, attached_problems
from guide.reading.reading_sheet import SHEET, read_sheet
from guide.reading.shape_problems import problems_of
from guide.reading.strays import ID, stray_problems
from guide.strict_yaml import Document, read, read_text

_Noun = TypeVar("_Noun")
_UNCHANGED: Mapping[str, str] = MappingProxyType({})


LISTS: Mapping[str, type[BaseModel]] = {
    "actors": Actor,
    "forms": Form,
    "glossary": Term,
    "references": Reference,
    "source": SourceItem,
    "questions": Question,
    "changes": Change,
}
"""The files that hold a list of one noun each. `partnership.yml` and `decision-guide.yml` hold one noun; every other
file is a procedure."""
OPTIONAL = frozenset({"changes.yml", "decision-guide.yml"})
"""The files a guide can do without."""


def read_guide(folder: Path | str, *, while_edited: bool = False) -> Guide:
    """Reads a whole `procedures/` folder. Raises `Problems` with all faults of all files at once.

    `while_edited` is for a preview: what an editor keeps beside an open file is then no problem.
    """
    reader = _Reader(Path(folder), while_edited)
    guide = reader.guide()
    if reader.problems or guide is None:
        raise Problems(reader.problems)
    return guide


class Rereader:
    """Reads a folder again with one of its files changed, without reading the others again. Nothing is written."""

    def __init__(self, folder: Path | str) -> None:
        self.folder = Path(folder)
        first = _Reader(self.folder, while_edited=False)
        guide = first.guide()
        if first.problems or guide is None:
            raise Problems(first.problems)
        self.guide = guide
        """The folder as it stands."""
        self._kept = {**first.kept, "": ()}
        self._documents = first.documents

    def with_text(self, name: str, text: str) -> Guide:
        """The guide as it would be if the file `name`, such as `examples/christmas.yml`, had this text. Raises
        `Problems` as `read_guide` does."""
        again = _Reader(self.folder, while_edited=False, texts={name: text}, kept=self._kept)
        again.documents = dict(self._documents)
        guide = again.guide()
        if again.problems or guide is None:
            raise Problems(again.problems)
        return guide


class _Reader:
    def __init__(
        self,
        folder: Path,
        while_edited: bool,
        texts: Mapping[str, str] = _UNCHANGED,
        kept: Mapping[str, Hashable] = _UNCHANGED,
    ) -> None:
        self.folder, self.while_edited = folder, while_edited
        self.texts = texts
        """What some files would say, by their names: it is read in their stead."""
        self.kept: dict[str, Hashable] = dict(kept)
        """What was read of each file; a file that stands here and not in `texts` is not read again."""
        self.shown = _shown(folder)
        self.known = {"partnership.yml", "decision-guide.yml", *(f"{name}.yml" for name in LISTS)}
        self.problems: list[Problem] = []
        self.documents: dict[str, Document] = {}

    def guide(self) -> Guide | None:
        if not self.folder.is_dir():
            hint = "name a folder with a partnership.yml, or make one with 'guide new DIR'"
            self.problems.append(Problem(Place(self.shown), "no-folder", "there is no such folder", hint))
            return None
        if "" not in self.kept:
            self.problems.extend(stray_problems(self.folder, self.shown, while_edited=self.while_edited))
        partnership = self._one("partnership.yml", Partnership)
        lists = {name: self._list(name, noun) for name, noun in LISTS.items()}
        procedures = [self._one(path.name, Procedure) for path in self._listed("") if path.name not in self.known]
        decision_guide = self._one("decision-guide.yml", DecisionGuide)
        second_reading = self._second_reading()
        examples = [self._one(f"examples/{path.name}", Example) for path in self._listed("examples")]
        calendars = {path.stem: self._calendar(path) for path in self._listed("calendars")}
        if not procedures:
            self.problems.append(
                Problem(Place(self.shown), "no-procedure", "this folder holds no procedure", "add one")
            )
        files = attached_files(self.folder)
        logo = partnership.guide.logo if partnership else None
        if not self.problems:  # without the forms, no file would seem to be named
            self.problems.extend(attached_problems(lists["forms"], logo, files, self.shown))
        if self.problems or partnership is None:
            return None
        found = cast(list[Procedure], procedures)
        return Guide(
            folder=self.folder,
            partnership=partnership,
            decision_guide=decision_guide,
            second_reading=second_reading,
            procedures=tuple(sorted(found, key=lambda procedure: (procedure.flowchart, procedure.id))),
            examples=tuple(cast(list[Example], examples)),
            calendars=cast(dict[str, Calendar], calendars),
            calendar_files=self.documents,
            files=files,
            paths={name: self._name(f"{name}.yml") for name in ("partnership", *LISTS)},
            **cast(dict[str, Any], lists),
        )

    def _second_reading(self) -> SecondReading | None:
        path = self.folder / SHEET
        try:
            return read_sheet(self._inside(path, SHEET), self._name(SHEET)) if path.exists() else None
        except Problems as found:
            self.problems.extend(found.problems)
        return None

    def _one(self, name: str, noun: type[_Noun]) -> _Noun | None:
        return self._read(name, lambda document: _adapter(cast(Hashable, noun)).validate_python(document.value), noun)

    def _list(self, name: str, noun: type[BaseModel]) -> tuple[Any, ...]:
        shape = tuple[noun, ...]  # type: ignore[valid-type]
        return self._read(f"{name}.yml", lambda document: _adapter(shape).validate_python(document.value), noun) or ()

    def _calendar(self, path: Path) -> Calendar | None:
        name = f"calendars/{path.name}"
        if self._is_kept(name):
            return cast(Calendar, self.kept[name])
        try:
            document = self._document(path, name)
            if copied := self._copied(path, document.value):
                raise Problems([copied])
            calendar = calendar_of(document)
            self.documents[path.stem] = document
            self.kept[name] = calendar
            return calendar
        except Problems as found:
            self.problems.extend(found.problems)
        return None

    def _read(self, name: str, validate: Callable[[Document], _Noun], noun: type[Any]) -> _Noun | None:
        if self._is_kept(name):
            return cast(_Noun, self.kept[name])
        path = self.folder / name
        if not path.exists() and not path.is_symlink():
            if name in OPTIONAL:
                return None
            message = f"{name} is missing"
            self.problems.append(
                Problem(
                    Place(self._name(name)), "missing-file", message, "every guide needs one; 'guide new DIR' writes it"
                )
            )
            return None
        try:
            document = self._document(path, name)
            if copied := self._copied(path, document.value):
                self.problems.append(copied)
                return None
            self.kept[name] = found = validate(document)
            return found
        except ValidationError as error:
            self.problems.extend(most_told(problems_of(error, document, noun), document.path))
        except Problems as found:
            self.problems.extend(found.problems)
        return None

    def _copied(self, path: Path, value: Any) -> Problem | None:
        """A problem where a file with a sound name repeats another, as a copy called `forms-2.yml` does."""
        if path.name in self.known:
            return None
        said = value.get("id") if isinstance(value, dict) else None
        original = f"{said}.yml"
        if not (path.parent / original).is_file():
            like = [name for name in self.known if path.stem.startswith(f"{name.removesuffix('.yml')}-")]
            original = "" if isinstance(value, dict) and "flowchart" in value else next(iter(like), "")
        if original in ("", path.name) or not (path.parent / original).is_file():
            return None
        message = f"this file repeats what {original} says: it looks like a copy of it"
        hint = f"see that {original} has all you want to keep, then delete this file; or give it an id of its own"
        return Problem(Place(self._name(path.relative_to(self.folder).as_posix())), "copied-file", message, hint)

    def _listed(self, inside: str) -> Iterator[Path]:
        """The files that are read there. Those with names that nothing can refer to are told as what they are."""
        folder = self.folder / inside
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if path.name.endswith(".yml") and ID.fullmatch(path.stem):
                yield path

    def _is_kept(self, name: str) -> bool:
        return name in self.kept and name not in self.texts

    def _document(self, path: Path, name: str) -> Document:
        path = self._inside(path, name)
        return read_text(self.texts[name], self._name(name)) if name in self.texts else read(path, self._name(name))

    def _inside(self, path: Path, name: str) -> Path:
        if not path.resolve().is_relative_to(self.folder.resolve()):
            message, hint = "this file is a link that leads out of the folder", "put a copy of the file in its place"
            raise Problems([Problem(Place(self._name(name)), "outside", message, hint)])
        return path

    def _name(self, name: str) -> str:
        return f"{self.shown}/{name}"


@cache
def _adapter(shape: Any) -> TypeAdapter[Any]:
    """What checks values against a noun; it costs more to make than to use."""
    return TypeAdapter(shape)


def calendar_of(document: Document) -> Calendar:
    """The calendar in a file that was read. Raises `Problems` with the place of the first value at fault."""
    hint = "compare it with another calendar; 'guide calendar refresh' writes one"
    if not isinstance(document.value, dict):
        place = document.place_of(())
        raise Problems([Problem(place, "calendar", "a calendar must be keys with values", hint)])
    try:
        return Calendar.from_data(document.value)
    except InvalidCalendar as error:
        place = document.place_of_key(error.path) if error.at_key else document.place_of(error.path)
        if error.path[:1] == ("overrides",):
            hint = "correct the date or the change, or delete this override; the handbook shows one that is right"
        raise Problems([Problem(place, "calendar", str(error), hint)]) from None


def read_calendar(path: Path) -> Mapping[str, Any]:
    """The plain data of one calendar file. Raises `Problems` unless the whole of it makes a calendar."""
    document = read(path)
    calendar_of(document)
    return cast(Mapping[str, Any], document.value)


def _shown(folder: Path) -> str:
    """The folder as the author would type it from here, with forward slashes."""
    try:
        relative = os.path.relpath(folder)
    except ValueError:  # another drive, on Windows
        return folder.as_posix()
    return folder.as_posix() if relative.startswith("..") else Path(relative).as_posix()
