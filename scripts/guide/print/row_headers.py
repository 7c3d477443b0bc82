"""Which cell names its row: what Typst's binding cannot say in the tags of a PDF, said in an update behind it.

A table marks the head of the column whose cells name their rows (`table-of` in `typst/tables.typ`). Each of those cells
becomes a header with the scope of its row, so that a screen reader tells the act before its date. The bytes that Typst
wrote stay as they are: PDF lets changed objects follow behind them, each under its old number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, PdfObject

MARK = "/Em"
"""The tag around the head of the column that names the rows; a reader neither sees nor hears it."""
LEAVES = {"/P", "/H1", "/H2", "/H3", "/H4", "/L", "/Figure", "/TOC", "/Link", "/Span"}
"""What holds no table, so that most of a document is not looked at."""
SCOPE = DictionaryObject({NameObject("/O"): NameObject("/Table"), NameObject("/Scope"): NameObject("/Row")})


def with_row_headers(pdf: bytes) -> bytes:
    """The PDF with a header in each row of its tables; as it is where no table marks one.

    Raises ValueError for a table that marks several columns, or has a row without a cell there.
    """
    reader = PdfReader(BytesIO(pdf))
    tables = _found(reader.root_object["/StructTreeRoot"], "/Table")
    cells = [cell for table in tables for cell in _naming_cells(table)]
    return _behind(pdf, reader, cells) if cells else pdf


def _found(node: PdfObject, tag: str) -> Iterator[DictionaryObject]:
    for child in _children(node):
        if child.get("/S") == tag:
            yield child
        elif child.get("/S") not in LEAVES:
            yield from _found(child, tag)


def _children(node: PdfObject) -> Iterator[DictionaryObject]:
    kids = node.get("/K", ArrayObject()).get_object() if isinstance(node, DictionaryObject) else ArrayObject()
    for kid in kids if isinstance(kids, ArrayObject) else [kids]:
        if isinstance(child := kid.get_object(), DictionaryObject):
            yield child


def _naming_cells(table: DictionaryObject) -> Iterator[DictionaryObject]:
    rows = [list(_children(row)) for row in _found(table, "/TR")]
    marked = {place for row in rows for place, cell in enumerate(row) if _is_marked(cell)}
    if len(marked) > 1:
        raise ValueError(f"a table has {len(marked)} columns that name its rows")
    for place in marked:
        for row in rows:
            if len(row) <= place:
                raise ValueError("a row has no cell in the column that names it")
            if row[place].get("/S") == "/TD":
                yield row[place]


def _is_marked(cell: DictionaryObject) -> bool:
    return cell.get("/S") == "/TH" and any(child.get("/S") == MARK for child in _children(cell))


def _as_header(cell: DictionaryObject) -> DictionaryObject:
    """The cell with the tag of a header; what it says of itself beside that is kept."""
    said = cell.get("/A", ArrayObject()).get_object()
    attributes = ArrayObject([*(said if isinstance(said, ArrayObject) else [said]), SCOPE])
    return DictionaryObject({**cell, NameObject("/S"): NameObject("/TH"), NameObject("/A"): attributes})


def _behind(pdf: bytes, reader: PdfReader, cells: list[DictionaryObject]) -> bytes:
    """The bytes with each cell once more as a header, with where it now stands, and with where all else stood."""
    written = BytesIO()
    written.write(pdf.rstrip() + b"\n")
    places: dict[int, int] = {}
    for cell in cells:
        if cell.indirect_reference is None:
            raise ValueError("a cell is no object of its own, so it cannot be written once more")
        number = cell.indirect_reference.idnum
        places[number] = written.tell()
        written.write(b"%d 0 obj\n" % number)
        _as_header(cell).write_to_stream(written)
        written.write(b"\nendobj\n")
    table = written.tell()
    written.write(b"xref\n")
    for number, place in sorted(places.items()):
        written.write(b"%d 1\n%010d 00000 n \n" % (number, place))
    before = re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", pdf)
    if before is None:
        raise ValueError("the PDF does not say where its objects stand")
    kept = {NameObject(key): reader.trailer.raw_get(key) for key in ("/Size", "/Root", "/Info", "/ID")}
    written.write(b"trailer\n")
    DictionaryObject({**kept, NameObject("/Prev"): NumberObject(int(before[1]))}).write_to_stream(written)
    written.write(b"\nstartxref\n%d\n%%%%EOF\n" % table)
    return written.getvalue()
