"""Which cell names its row: what Typst's binding cannot say in the tags of a PDF, said in an update behind it.

A table marks the head of the column whose cells name their rows (`table-of` in `typst/tables.typ`). Each of those cells
becomes a header with the scope of its row, so that a screen reader tells the act before its date. The bytes that Typst
wrote stay as they are: PDF lets changed objects follow behind them, each under its old number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
    for kid in _kids(node):
        if isinstance(child := kid.get_object(), DictionaryObject):
            yield child


def _kids(node: PdfObject) -> Sequence[PdfObject]:
    """What a node holds, not read yet: to read a cell takes longer than all that is asked of it."""
    kids = node.get("/K", ArrayObject()).get_object() if isinstance(node, DictionaryObject) else ArrayObject()
    return kids if isinstance(kids, ArrayObject) else [kids]


def _naming_cells(table: DictionaryObject) -> Iterator[DictionaryObject]:
    parts = [(part.get("/S"), list(_children(part))) for part in _children(table)]
    heads = (row for tag, rows in parts if tag == "/THead" for row in rows)
    marked = {place for row in heads for place, cell in enumerate(_children(row)) if _is_marked(cell)}
    if len(marked) > 1:
        raise ValueError(f"a table has {len(marked)} columns that name its rows")
    for place in marked:
        for cells in (_kids(row) for _, rows in parts for row in rows):
            if len(cells) <= place:
                raise ValueError("a row has no cell in the column that names it")
            cell = cells[place].get_object()
            if isinstance(cell, DictionaryObject) and cell.get("/S") == "/TD":
                yield cell


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
