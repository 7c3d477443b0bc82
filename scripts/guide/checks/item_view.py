"""One source item as two people read it: the row of the second reading, and what the guide's entries say of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from guide.model import (
    NO_ACTORS,
    NOT_STATED,
    AnyEntry,
    Deadline,
    Decision,
    Guide,
    Id,
    ReadRow,
    SheetColumn,
    SourceItem,
    Step,
)
from guide.problems import Place
from guide.strict_yaml import Text


@dataclass(frozen=True)
class ReadDifference:
    """Where the two differ in one column: what each says, and the line of the guide that an author would look at."""

    column: SheetColumn
    place: Place
    said: str
    guide: str
    hint: str = ""
    """What may lie behind it, such as a name that nobody has."""
    lacks: tuple[tuple[str, ...], ...] = ()
    """Of each thing that only the reading names, every name it has."""
    adds: tuple[tuple[str, ...], ...] = ()
    """Of each thing that only the guide names."""


@dataclass(frozen=True)
class ItemView:
    """An item with its row and the entries that cover it, in the order in which `source.yml` names them."""

    guide: Guide
    item: SourceItem
    row: ReadRow

    @cached_property
    def entries(self) -> tuple[AnyEntry, ...]:
        """A procedure that covers an item is no entry."""
        return tuple(self.guide.entry[name] for name in self.item.covered_by if name in self.guide.entry)

    @property
    def steps(self) -> tuple[Step, ...]:
        return tuple(entry for entry in self.entries if isinstance(entry, Step))

    @property
    def place(self) -> Place:
        """The line of its first entry."""
        return self.entries[0].entry_id.place if self.entries else self.item.covered_by[0].place

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Every sentence in which the guide says what the item says; no title, for those are shortened."""
        return tuple(str(text) for entry in self.entries for text in sentences_of(entry))

    def said(self, column: SheetColumn) -> str:
        return self.row.said(column)


def sentences_of(entry: AnyEntry) -> tuple[str, ...]:
    """What an entry says in words, and its deadline where that is words, or has a part of the day."""
    found = [str(entry.words)]
    if isinstance(entry, Decision):
        found += [str(branch.answer) for branch in entry.branches]
    if isinstance(entry, Step):
        found += [str(entry.when or ""), str(entry.due) if isinstance(entry.due, Text) else ""]
        found += [str(due.part or "") for due in (entry.due, entry.equals) if isinstance(due, Deadline)]
    return tuple(filter(None, found))


def actors_in(entry: AnyEntry, key: Literal["who", "with", "to"]) -> tuple[Id, ...]:
    """Those whom an entry names there, in the order written; nobody where it says that the source does not say."""
    if key == "who":
        named = entry.acting
    else:
        named = NO_ACTORS if not isinstance(entry, Step) else entry.with_ if key == "with" else entry.to
    return tuple(one for one in (*named, *named.bodies) if one != NOT_STATED)


def is_guides_reading(entry: AnyEntry) -> bool:
    """Whether the entry names somebody where the document does not, and says with a question that it does so. Where the
    question is about a part of what they do, the document names them for the rest."""
    return isinstance(entry, Step | Decision) and entry.who_reading is not None and entry.who_reading.unsaid is None
