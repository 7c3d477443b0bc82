"""Which cell names its row: what Typst's binding cannot say in the tags of a PDF, said in an update behind it.

A table marks the head of the column whose cells name their rows (`table-of` in `typst/tables.typ`). Each of those cells
becomes a header with the scope of its row, so that a screen reader tells the act before its date. The bytes that Typst
wrote stay as they are: PDF lets changed objects follow behind them, each under its old number.

Typst writes each element of the structure in one way, which is all that is read here: a library that reads any PDF
takes a tenth of the time in which Typst lays the document out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

MARK = b"Em"
"""The tag around the head of the column that names the rows; a reader neither sees nor hears it."""
ELEMENT = re.compile(rb"(\d+) 0 obj\n<</Type/StructElem/S/(\w+)/P (\d+) 0 R")
KIDS = re.compile(rb"/K\[([^\]]*)\](?:/Pg \d+ 0 R)?>>\nendobj")
SCOPE = b"<</O/Table/Scope/Row>>"
PARTS = {b"THead", b"TBody", b"TFoot"}
"""What stands between a table and its rows."""


class _Element(NamedTuple):
    """One element of the structure, as Typst wrote it."""

    number: int
    tag: bytes
    parent: int
    place: int
    """Where its object begins in the PDF."""


def with_row_headers(pdf: bytes) -> bytes:
    """The PDF with a header in each row of its tables; as it is where no table marks one.

    Raises ValueError for a table that marks several columns, or has a row without a cell there, and for a PDF that is
    not written as Typst writes it.
    """
    elements = {element.number: element for element in _elements(pdf)}
    cells = [cell for rows in _tables(pdf, elements) for cell in _naming_cells(pdf, elements, rows)]
    return _behind(pdf, cells) if cells else pdf


def _ending(pdf: bytes) -> tuple[int, bytes]:
    """Where the table of objects begins, and what the trailer says."""
    found = re.search(rb"\ntrailer\n<<(.*)>>\nstartxref\n(\d+)\n%%EOF\s*$", pdf[-2000:], re.DOTALL)
    if found is None:
        raise ValueError("the PDF does not say where its objects stand")
    return int(found[2]), found[1]


def _elements(pdf: bytes) -> Iterator[_Element]:
    begin, _ = _ending(pdf)
    for place in re.findall(rb"(\d{10}) 00000 n", pdf[begin:]):
        if found := ELEMENT.match(pdf, int(place)):
            yield _Element(int(found[1]), found[2], int(found[3]), int(place))


def _tables(pdf: bytes, elements: Mapping[int, _Element]) -> Iterator[list[list[_Element]]]:
    """The rows of each table, as their cells."""

    def table_of(row: _Element) -> int:
        parent = elements[row.parent]
        return parent.parent if parent.tag in PARTS else row.parent

    rows = [element for element in elements.values() if element.tag == b"TR"]
    for _, those in groupby(sorted(rows, key=table_of), table_of):
        yield [_children(pdf, elements, row) for row in those]


def _children(pdf: bytes, elements: Mapping[int, _Element], parent: _Element) -> list[_Element]:
    """The elements that one holds, without what it shows itself."""
    found = KIDS.search(pdf, parent.place, pdf.index(b"endobj", parent.place) + len(b"endobj"))
    kids = (int(kid) for kid in re.findall(rb"(\d+) 0 R", found[1])) if found else ()
    return [elements[kid] for kid in kids if kid in elements]


def _naming_cells(pdf: bytes, elements: Mapping[int, _Element], rows: list[list[_Element]]) -> Iterator[_Element]:
    def is_marked(cell: _Element) -> bool:
        return cell.tag == b"TH" and any(child.tag == MARK for child in _children(pdf, elements, cell))

    marked = {place for row in rows for place, cell in enumerate(row) if is_marked(cell)}
    if len(marked) > 1:
        raise ValueError(f"a table has {len(marked)} columns that name its rows")
    for place in marked:
        for row in rows:
            if len(row) <= place:
                raise ValueError("a row has no cell in the column that names it")
            if row[place].tag == b"TD":
                yield row[place]


def _as_header(cell: bytes) -> bytes:
    """The object of a cell with the tag of a header; what it says of itself beside that is kept."""
    before, kids, behind = cell.partition(b"/K[")
    if not kids or b"/S/TD" not in before or b"/K[" in behind:
        raise ValueError("a cell is not written as Typst writes it")
    said = before[:-1] + SCOPE + b"]" if before.endswith(b"]") else before + b"/A[" + SCOPE + b"]"
    return said.replace(b"/S/TD", b"/S/TH", 1) + kids + behind


def _behind(pdf: bytes, cells: list[_Element]) -> bytes:
    """The bytes with each cell once more as a header, with where it now stands, and with where all else stood."""
    before, trailer = _ending(pdf)
    written = [pdf.rstrip() + b"\n"]
    at, places = len(written[0]), {}
    for cell in cells:
        changed = _as_header(pdf[cell.place : pdf.index(b"endobj", cell.place)]) + b"endobj\n"
        written.append(changed)
        places[cell.number] = at
        at += len(changed)
    written.append(b"xref\n")
    written.extend(b"%d 1\n%010d 00000 n \n" % one for one in sorted(places.items()))
    written.append(b"trailer\n<<%b/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (trailer, before, at))
    return b"".join(written)
