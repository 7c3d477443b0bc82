"""The sheet of a second reading as CSV: blank, with the document's words alone, or as far as it is filled in."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping

from guide.model import Column, Guide, ReadRow, SourceItem, digest_of

HOW: Mapping[Column, str] = {
    Column.ITEM: "(how to fill it in)",
    Column.HEADING: "The heading counts as part of the words.",
    Column.WORDS: "Read these, and no guide. Leave blank what they do not say. Several values: put ; between.",
    Column.WHO: "Who does it, or decides it, in the order of the acts.",
    Column.WITH: "Who helps or facilitates, through whom (via), or at which meeting of whom.",
    Column.TO: "Who receives it, is told, asked or talked to; or for whom it is arranged.",
    Column.STRENGTH: "The word that the document uses of the act. Blank for a plain “sends” or “is held”.",
    Column.QUALIFIER: "What softens or binds it: if possible, as appropriate, as soon as possible, regularly.",
    Column.FORM: "The code or the name of each form, letter, report or plan that is used, sent or signed.",
    Column.NUMBER: "5, or five; 3 to 7 for a range. Every number of days, weeks or months.",
    Column.UNIT: "working days, calendar days, days (where it does not say which), weeks, months.",
    Column.DIRECTION: "within, after, before, or on (for a numbered day).",
    Column.START: "The event, in the document's words.",
    Column.ANSWERS: "For a choice: each answer -> where it leads, such as: yes -> F1-04; no -> not stated",
    Column.AGREED: "Leave blank. Later: column: question, for a difference that two people agreed to keep.",
    Column.READ_BY: "Your role, never your name.",
    Column.READ_ON: "The day: 2026-12-17 or 17/12/2026.",
    Column.DIGEST: "Leave as it is.",
}
"""What each column wants. A row in brackets is skipped when the sheet is taken back."""


def blank_sheet(guide: Guide) -> str:
    """The sheet to give to whoever reads the document a second time. It has the guide's answers nowhere."""
    return sheet_text(guide, {})


def sheet_text(guide: Guide, rows: Mapping[str, ReadRow]) -> str:
    """The sheet with these rows filled in, by item; those of items that the document no longer has come last.

    With a byte order mark, so that spreadsheets read the dashes; no cell of it can start a formula.
    """
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(Column)
    table.writerow(HOW[column] for column in Column)
    known = {item.id for item in guide.source}
    for item in guide.source:
        table.writerow(_cells(item, rows.get(item.id)))
    table.writerows(
        [_harmless(row.cells.get(column, "")) for column in Column] for row in _others(rows.values(), known)
    )
    return "\ufeff" + text.getvalue()


def _others(rows: Iterable[ReadRow], known: set[str]) -> list[ReadRow]:
    return [row for row in rows if row.item not in known]


def _cells(item: SourceItem, row: ReadRow | None) -> list[str]:
    """A filled row keeps the digest of the words that were read; a blank one gets that of the words now."""
    kept = dict(row.cells) if row else {}
    given = {Column.ITEM: str(item.id), Column.HEADING: str(item.under), Column.WORDS: str(item.words or item.about)}
    cells = kept | given | {Column.DIGEST: kept.get(Column.DIGEST, "") if row and row.is_filled else digest_of(item)}
    return [_harmless(cells.get(column, "")) for column in Column]


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; a dash alone is none."""
    return f"'{cell}" if re.match(r"[=+\-@\t\r].", cell) else cell
