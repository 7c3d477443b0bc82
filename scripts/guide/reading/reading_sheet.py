"""The sheet of a second reading as it comes back from a spreadsheet: CSV to rows, or what is wrong with it.

Spreadsheets write commas, semicolons or tabs, with or without a byte order mark; each is read. Nothing is guessed
about a column: one that is missing or has another name would lose what the reader wrote in it.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from guide.calendars import days
from guide.model import ReadRow, SecondReading, SheetColumn
from guide.plain import plainly
from guide.problems import Place, Problem, Problems, did_you_mean
from guide.strict_yaml import merge_markers

SHEET = "second-reading.csv"
_LARGEST = 5_000_000
"""Bytes. A document of a thousand pieces stays far below."""
AS_CSV = "in the spreadsheet, choose “Save as” and the kind “CSV UTF-8”, then give that file"
OTHERWISE_BLANK = "'guide second-reading blank FILE.csv' writes a sheet with every column"


def read_sheet(path: Path, shown: str) -> SecondReading:
    """The rows of a sheet; what repeats the document is left out. Raises `Problems` with the line of each fault."""
    return sheet_in(path.read_bytes(), shown)


def sheet_in(content: bytes, shown: str) -> SecondReading:
    """The rows of a sheet that is called `shown` in what is said of it. Raises `Problems`."""
    text = _text_of(content, shown)
    # A spreadsheet that saved the marks gave them quotation marks, or an empty cell for each column.
    if marks := list(merge_markers(re.sub(r'^"|"?[,;\t]*\r?$', "", text, flags=re.M), shown)):
        raise Problems(marks)
    rows = _rows_of(text, shown)
    line, header = next(rows, (1, []))
    columns = _columns_of(header, Place(shown, line, 1))
    problems: list[Problem] = []
    found: dict[str, ReadRow] = {}
    for line, cells in rows:
        place = Place(shown, line, 1)
        if not any(cell.strip() for cell in cells) or cells[0].strip().startswith("("):
            continue
        try:
            row = _row_of(columns, cells, place)
            if row.item in found:
                message = f"{row.item} has a second row; the first is on line {found[row.item].place.line}"
                raise Problems([Problem(place, "reading-sheet", message, "write both into one row, with ; between")])
            found[row.item] = row
        except Problems as wrong:
            problems.extend(wrong.problems)
    if problems:
        raise Problems(problems)
    return SecondReading(tuple(found.values()), Place(shown))


def _text_of(content: bytes, shown: str) -> str:
    if content.startswith(b"PK\x03\x04"):
        raise _refused(Place(shown), "this is a workbook (.xlsx or .ods) and no CSV", AS_CSV)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _refused(Place(shown), "this is Unicode text of another kind (UTF-16)", AS_CSV)
    if len(content) > _LARGEST:
        raise _refused(Place(shown), f"this file has more than {_LARGEST:,} bytes", "give the sheet alone")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _refused(Place(shown, line), "a letter here is not UTF-8", AS_CSV) from None
    if "\0" in text:
        raise _refused(Place(shown, text[: text.index("\0")].count("\n") + 1), "this is no text", AS_CSV)
    return text


def _rows_of(text: str, shown: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line on which it ends, and first of all the header."""
    first = text.partition("\n")[0]
    skipped = 1 if first.lower().startswith("sep=") else 0
    lines = text.split("\n", skipped)[-1]
    header = lines.partition("\n")[0]
    mark = max(",;\t", key=header.count)
    reader = csv.reader(io.StringIO(lines, newline=""), delimiter=mark, strict=True)
    try:
        for cells in reader:
            yield reader.line_num + skipped, cells
    except csv.Error as error:
        hint = "look for a quotation mark that is never closed, or save the sheet from the spreadsheet again"
        raise _refused(Place(shown, reader.line_num + skipped), f"this is no CSV: {error}", hint) from None


def _columns_of(header: Sequence[str], place: Place) -> tuple[SheetColumn | None, ...]:
    """The column that each cell of a row stands in; None for one without a heading."""
    known = {_key(column): column for column in SheetColumn}
    columns: list[SheetColumn | None] = []
    problems: list[Problem] = []
    for cell in header:
        column = known.get(_key(cell))
        if cell.strip() and not column:
            hint = did_you_mean(_key(cell), known, "give it the name of a column, or move it to another file")
            problems.append(Problem(place, "reading-sheet", f"there is no column '{plainly(cell)}'", hint))
        elif column and column in columns:
            problems.append(
                Problem(place, "reading-sheet", f"the column '{column}' stands here twice", "delete one of them")
            )
        columns.append(column)
    for column in SheetColumn:
        if column not in columns and column not in (SheetColumn.HEADING, SheetColumn.WORDS):
            problems.append(Problem(place, "reading-sheet", f"the column '{column}' is missing", OTHERWISE_BLANK))
    if problems:
        raise Problems(problems)
    return tuple(columns)


def _key(heading: str) -> str:
    return " ".join(re.sub(r"[^a-z]+", " ", plainly(heading).lower()).split())


def _row_of(columns: Sequence[SheetColumn | None], cells: Sequence[str], place: Place) -> ReadRow:
    said: dict[SheetColumn, str] = {}
    for number, cell in enumerate(cells):
        words = " ".join(re.sub(r"^'(?=[=+\-@])", "", cell.strip()).split())
        column = columns[number] if number < len(columns) else None
        if words and column is None:
            message = f"'{words}' stands in a column without a heading"
            raise _refused(place, message, "move it into the column it belongs to")
        if words and column is not None:
            said[column] = words
    if SheetColumn.ITEM not in said:
        raise _refused(place, "this row has no item", "put the id of its source item in the first column")
    if SheetColumn.READ_ON in said:
        said[SheetColumn.READ_ON] = _day_of(said[SheetColumn.READ_ON], place)
    said.pop(SheetColumn.HEADING, None)
    said.pop(SheetColumn.WORDS, None)
    return ReadRow(said[SheetColumn.ITEM], said, place)


def _day_of(words: str, place: Place) -> str:
    """The day as `2026-12-17`, of that or of what a British spreadsheet makes of it."""
    found = re.fullmatch(r"(\d{4})-(\d\d?)-(\d\d?)", words)
    turned = re.fullmatch(r"(\d\d?)[/.](\d\d?)[/.](\d{4})", words)
    year, month, day = found.groups() if found else reversed(turned.groups()) if turned else ("", "", "")
    try:
        return days.text(days.from_ymd(int(year), int(month), int(day)))
    except (ValueError, days.InvalidDate):
        pass
    raise _refused(place, f"'{words}' is no day on which it was read", "write it as 2026-12-17 or 17/12/2026")


def _refused(place: Place, message: str, hint: str) -> Problems:
    return Problems([Problem(place, "reading-sheet", message, hint)])
