"""Each row of a printed table has a header that names it, and Typst's own bytes are left alone."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import typst
from pikepdf import Array, Dictionary

from guide.model.guide import Guide
from guide.print.row_headers import with_row_headers
from surfaces.paper import packed, read_paper

TITLED = ("What to do", "What they do, with you")
"""The columns whose cells begin with the title of an entry."""


def below(node: Any, kind: str) -> Iterator[Any]:
    """All elements of a kind that an element holds, however deep."""
    kids = node.get("/K", Array())
    for one in kids if isinstance(kids, Array) else [kids]:
        if isinstance(one, Dictionary) and "/S" in one:
            if str(one.S) == kind:
                yield one
            yield from below(one, kind)


def scopes(cell: Any) -> list[str]:
    said = cell.get("/A", Array())
    return [str(one.Scope) for one in (said if isinstance(said, Array) else [said]) if "/Scope" in one]


def kinds_of(row: Any) -> list[tuple[str, list[str]]]:
    return [(str(cell.S), scopes(cell)) for cell in row.K]


def test_every_row_of_every_table_has_one_header_with_the_scope_of_its_row(printed: Mapping[str, bytes]) -> None:
    rows = 0
    for name, content in printed.items():
        with pikepdf.open(io.BytesIO(content)) as pdf:
            assert pdf.check_pdf_syntax() == [], name
            for body in below(pdf.Root.StructTreeRoot, "/TBody"):
                for row in below(body, "/TR"):
                    heads = [cell for cell in kinds_of(row) if cell[0] == "/TH"]
                    assert heads == [("/TH", ["/Row"])], (name, kinds_of(row))
                    rows += 1
    assert rows > 300


def test_the_header_of_a_row_says_what_is_done(guide: Guide, printed: Mapping[str, bytes]) -> None:
    titles = tuple(packed(entry.title) for one in guide.procedures for entry in one.entries)
    found = 0
    for name, content in printed.items():
        for column in TITLED:
            for row in read_paper(content).rows(column):
                cell = row[packed(column)]
                assert cell.kind == "TH", name
                assert any(title in cell.packed for title in titles), (name, cell.packed[:80])
                found += 1
    assert found > 100


def made(tmp_path: Path, body: str) -> bytes:
    file = tmp_path / "one.typ"
    file.write_text(f'#set document(title: "One")\n{body}', "utf-8")
    pdf = typst.compile(str(file), format="pdf", pdf_standards=["ua-1"], timestamp=0)
    assert isinstance(pdf, bytes)
    return pdf


TABLE = "#table(columns: 2, table.header(%s, %s), [one], [two], [three], [four])"


def test_what_typst_wrote_stays_as_it_is_and_only_what_a_mark_asks_for_follows(tmp_path: Path) -> None:
    plain = made(tmp_path, TABLE % ("[A]", "[B]"))
    assert with_row_headers(plain) == plain
    marked = made(tmp_path, TABLE % ("[A]", "emph[B]"))
    more = with_row_headers(marked)
    assert more.startswith(marked.rstrip())
    assert more == with_row_headers(marked)
    with pikepdf.open(io.BytesIO(more)) as pdf:
        (body,) = below(pdf.Root.StructTreeRoot, "/TBody")
        cells = [[kind for kind, _ in kinds_of(row)] for row in below(body, "/TR")]
        assert cells == [["/TD", "/TH"], ["/TD", "/TH"]]
        assert len(pdf.pages) == 1


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (TABLE % ("emph[A]", "emph[B]"), "2 columns that name its rows"),
        ("#table(columns: 2, table.header([A], emph[B]), table.cell(colspan: 2)[one])", "no cell in the column"),
    ],
)
def test_a_table_that_cannot_be_understood_is_refused(tmp_path: Path, body: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        with_row_headers(made(tmp_path, body))
