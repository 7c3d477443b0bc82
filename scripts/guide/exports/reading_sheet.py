"""The sheet of a second reading as CSV: blank, with the document's words alone, or as far as it is filled in."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping

from guide.model import Guide, ReadRow, SheetColumn, SourceItem, digest_of


def blank_sheet(guide: Guide) -> str:
    """The sheet to give to whoever reads the document a second time. It has the guide's answers nowhere."""
    return sheet_text(guide, {})


def sheet_text(guide: Guide, rows: Mapping[str, ReadRow]) -> str:
    """The sheet with these rows filled in, by item; those of items that the document no longer has come last.

    With a byte order mark, so that spreadsheets read the dashes; no cell of it can start a formula.
    """
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(SheetColumn)
    table.writerow(column.how for column in SheetColumn)
    known = {item.id for item in guide.source}
    for item in guide.source:
        table.writerow(_cells(item, rows.get(item.id)))
    table.writerows(
        [_harmless(row.cells.get(column, "")) for column in SheetColumn] for row in _others(rows.values(), known)
    )
    return "\ufeff" + text.getvalue()


def _others(rows: Iterable[ReadRow], known: set[str]) -> list[ReadRow]:
    return [row for row in rows if row.item not in known]


def _cells(item: SourceItem, row: ReadRow | None) -> list[str]:
    """A filled row keeps the digest of the words that were read; a blank one gets that of the words now."""
    kept = dict(row.cells) if row else {}
    given = {
        SheetColumn.ITEM: str(item.id),
        SheetColumn.HEADING: str(item.under),
        SheetColumn.WORDS: str(item.words or item.about),
    }
    cells = (
        kept
        | given
        | {SheetColumn.DIGEST: kept.get(SheetColumn.DIGEST, "") if row and row.is_filled else digest_of(item)}
    )
    return [_harmless(cells.get(column, "")) for column in SheetColumn]


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; a dash alone is none."""
    return f"'{cell}" if re.match(r"[=+\-@\t\r].", cell) else cell
