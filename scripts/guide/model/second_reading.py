"""The second reading of the approved document: one row for each source item, in the words of whoever read it.

The reader had the document and not the guide, so what both say alike was found twice. A row belongs to the words that
were read: its digest voids it when they change.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from guide.model.partnership import SourceItem
from guide.plain import plainly
from guide.problems import Place


class SheetColumn(StrEnum):
    """The columns of the sheet, in their order, as their headings read."""

    ITEM = "item"
    HEADING = "heading"
    WORDS = "words"
    WHO = "who"
    WITH = "with"
    TO = "to"
    STRENGTH = "must, will, should or may"
    QUALIFIER = "if possible and the like"
    FORM = "form"
    NUMBER = "number"
    UNIT = "unit"
    DIRECTION = "before or after"
    START = "counted from"
    ANSWERS = "answers"
    AGREED = "agreed"
    READ_BY = "read by"
    READ_ON = "read on"
    DIGEST = "digest"

    @property
    def is_read(self) -> bool:
        """Whether the reader fills it in from the document."""
        columns = list(SheetColumn)
        return columns.index(SheetColumn.WHO) <= columns.index(self) <= columns.index(SheetColumn.ANSWERS)

    @property
    def how(self) -> str:
        """What it wants, for whoever fills it in."""
        return _HOW[self]


_HOW: Mapping[SheetColumn, str] = {
    SheetColumn.ITEM: "(how to fill it in)",
    SheetColumn.HEADING: "The heading counts as part of the words.",
    SheetColumn.WORDS: "Read these, and no guide. Leave blank what they do not say. Several values: put ; between.",
    SheetColumn.WHO: "Who does it, or decides it, in the order of the acts.",
    SheetColumn.WITH: "Who helps or facilitates, through whom (via), or at which meeting of whom.",
    SheetColumn.TO: "Who receives it, is told, asked or talked to; or for whom it is arranged.",
    SheetColumn.STRENGTH: "The word that the document uses of the act. Blank for a plain “sends” or “is held”.",
    SheetColumn.QUALIFIER: "What softens or binds it: if possible, as appropriate, as soon as possible, regularly.",
    SheetColumn.FORM: "The code or the name of each form, letter, report or plan that is used, sent or signed.",
    SheetColumn.NUMBER: "5, or five; 3 to 7 for a range. Every number of days, weeks or months.",
    SheetColumn.UNIT: "working days, calendar days, days (where it does not say which), weeks, months.",
    SheetColumn.DIRECTION: "within, after, before, or on (for a numbered day).",
    SheetColumn.START: "The event, in the document's words.",
    SheetColumn.ANSWERS: "For a choice: each answer -> where it leads, such as: yes -> F1-04; no -> not stated",
    SheetColumn.AGREED: "Leave blank. Later: column: question, for a difference that two people agreed to keep.",
    SheetColumn.READ_BY: "Your role, never your name.",
    SheetColumn.READ_ON: "The day: 2026-12-17 or 17/12/2026.",
    SheetColumn.DIGEST: "Leave as it is.",
}
"""It stands below the headings of the sheet. A row that begins with a bracket is skipped when the sheet comes back."""

NOTHING = frozenset({"-", "nothing", "none", "not stated"})
"""What a reader may write for "the document says nothing": as good as a blank cell, but the row was read."""

RowState = Literal["read", "void", "blank"]


@dataclass(frozen=True)
class ReadRow:
    """What was read in one source item. A cell that nothing stands in is not among the cells."""

    item: str
    cells: Mapping[SheetColumn, str]
    place: Place

    def said(self, column: SheetColumn) -> str:
        """What the reader wrote in a column; empty where the document says nothing."""
        cell = self.cells.get(column, "")
        return "" if plainly(cell).lower() in NOTHING else cell

    @property
    def is_filled(self) -> bool:
        """Whether anybody wrote anything in it."""
        return any(column.is_read for column in self.cells)

    @property
    def agreed(self) -> tuple[tuple[str, str], ...]:
        """The differences that two people agreed to keep: the column, and the question that holds it."""
        pairs = (one.partition(":") for one in self.cells.get(SheetColumn.AGREED, "").split(";") if one.strip())
        return tuple((column.strip(), question.strip()) for column, _, question in pairs)


@dataclass(frozen=True)
class SecondReading:
    """The sheet as it was taken back."""

    rows: tuple[ReadRow, ...]
    place: Place

    @property
    def row(self) -> dict[str, ReadRow]:
        """The row of each source item, by its id."""
        return {row.item: row for row in self.rows}


@dataclass(frozen=True)
class ReadingStanding:
    """How far a second reading goes: ids of source items, in the order of the document."""

    read: tuple[str, ...]
    void: tuple[str, ...]
    """Read once, and the document's words have changed since."""
    blank: tuple[str, ...]
    agreed: tuple[tuple[str, str, str], ...]
    """The item, the column and the question of each difference that is kept."""
    by: tuple[str, ...]
    """Who read, as roles."""
    first: str
    """The first day on which a row that counts was read, as `2026-12-17`; empty where no row says."""
    last: str


def digest_of(item: SourceItem) -> str:
    """Eight digits that change with the words of an item, or with the heading that they stand under."""
    read = f"{plainly(item.under)}\n{plainly(item.words or item.about)}"
    return hashlib.sha256(read.encode("utf-8")).hexdigest()[:8]


def state_of(item: SourceItem, row: ReadRow | None) -> RowState:
    """Whether an item was read a second time, and whether in the words that it has now."""
    if row is None or not row.is_filled:
        return "blank"
    return "read" if row.cells.get(SheetColumn.DIGEST) == digest_of(item) else "void"


def standing_of(source: Iterable[SourceItem], reading: SecondReading) -> ReadingStanding:
    """How much of a document was read a second time."""
    rows, states = reading.row, [(item.id, state_of(item, reading.row.get(item.id))) for item in source]
    counted = [rows[item] for item, state in states if state == "read"]
    on = sorted(day for row in counted if (day := row.cells.get(SheetColumn.READ_ON)))
    return ReadingStanding(
        read=tuple(row.item for row in counted),
        void=tuple(item for item, state in states if state == "void"),
        blank=tuple(item for item, state in states if state == "blank"),
        agreed=tuple((row.item, column, question) for row in counted for column, question in row.agreed),
        by=tuple(dict.fromkeys(role for row in counted if (role := row.cells.get(SheetColumn.READ_BY)))),
        first=on[0] if on else "",
        last=on[-1] if on else "",
    )
