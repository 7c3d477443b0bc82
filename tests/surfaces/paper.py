"""A PDF as a screen reader gets it: the elements of its structure, each with the letters that it holds."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from pdf_reading import _decoded, _letters

Marked = dict[tuple[int, int], str]
"""The letters of each piece of marked content, by its page and number."""


@dataclass
class Node:
    """One element, or one piece of text where `kind` is empty."""

    kind: str
    text: str = ""
    address: str = ""
    children: list[Node] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        yield self
        for one in self.children:
            yield from one.walk()

    @property
    def packed(self) -> str:
        """Its letters without any space: for words that a line end or a change of type divides."""
        return packed("".join(one.text for one in self.walk()))

    def all(self, *kinds: str) -> list[Node]:
        return [one for one in self.walk() if one.kind in kinds]

    def labelled(self) -> dict[str, str]:
        """What follows each label in bold that ends in a colon, up to the next piece in bold."""
        found: dict[str, str] = {}
        label = ""
        for bold, text in _pieces(self, False):
            if bold and text.endswith(":"):
                label = text
            elif label:
                found[label[:-1]] = found.get(label[:-1], "") + text
        return found


@dataclass
class Row:
    """One row of a table, its cells by the heads of the columns."""

    cells: dict[str, Node]

    def __getitem__(self, head: str) -> Node:
        return self.cells.get(head, Node(""))


@dataclass
class Paper:
    """One document."""

    root: Node

    @property
    def packed(self) -> str:
        return self.root.packed

    def rows(self, *heads: str) -> list[Row]:
        """The rows of all tables that have these columns."""
        return [row for table in self.tables(*heads) for row in table]

    def tables(self, *heads: str) -> list[list[Row]]:
        """The tables that have these columns, each as its rows."""
        found = []
        for table in self.root.all("Table"):
            named = [one.packed for head in table.all("THead") for one in head.all("TH")]
            if all(packed(one) in named for one in heads):
                bodies = ([one for one in row.children if one.kind in ("TD", "TH")]
                          for row in table.all("TR") if row.all("TD"))  # fmt: skip
                found.append([Row(dict(zip(named, cells, strict=False))) for cells in bodies])
        return found


def packed(words: object) -> str:
    return "".join(str(words).split())


def read_paper(content: bytes) -> Paper:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        marked: Marked = {}
        for number, page in enumerate(pdf.pages):
            _read_page(marked, number, page)
        return Paper(Node("Document", children=list(_nodes(pdf.Root.StructTreeRoot.K, marked, numbers, 0))))


def _pieces(node: Node, bold: bool) -> Iterator[tuple[bool, str]]:
    inside = bold or node.kind == "Strong"
    if node.kind == "Strong" and not bold:
        yield True, node.packed
        return
    if node.text:
        yield inside, packed(node.text)
    for one in node.children:
        yield from _pieces(one, inside)


def _nodes(node: Any, marked: Marked, numbers: dict[Any, int], page: int) -> Iterator[Node]:
    if isinstance(node, Array):
        for one in node:
            yield from _nodes(one, marked, numbers, page)
    elif isinstance(node, Dictionary):
        page = numbers[node.Pg.objgen] if "/Pg" in node else page
        if "/S" in node:
            inside = list(_nodes(node.K, marked, numbers, page)) if "/K" in node else []
            yield Node(str(node.S)[1:], children=inside)
        elif "/MCID" in node:
            yield Node("", marked.get((page, int(node.MCID)), ""))
        elif node.get("/Type") == Name.OBJR:
            action = node.Obj.get("/A", Dictionary())
            yield Node("", address=str(action.URI) if "/URI" in action else "")
    else:
        yield Node("", marked.get((page, int(node)), ""))


def _read_page(marked: Marked, number: int, page: Any) -> None:
    fonts = {str(name): _letters(font) for name, font in page.Resources.get("/Font", Dictionary()).items()}
    kept: list[int | None] = []
    spoken: list[str | None] = []
    letters: dict[int, str] = {}
    for values, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BDC", "BMC"):
            kept.append(_number(values))
            spoken.append(_spoken(values))
            _add(marked, number, kept, spoken[-1] or "")
        elif name == "EMC":
            kept.pop()
            spoken.pop()
        elif name == "Tf":
            letters = fonts[str(values[0])]
        elif name in ("Tj", "TJ") and not any(one is not None for one in spoken):
            _add(marked, number, kept, _decoded(values[0], letters))


def _add(marked: Marked, number: int, kept: list[int | None], text: str) -> None:
    at = next((one for one in reversed(kept) if one is not None), None)
    if at is not None and text:
        marked[number, at] = f"{marked.get((number, at), '')} {text}"


def _spoken(values: Any) -> str | None:
    """What is read aloud instead of the letters, where a mark says so: of a letter that is drawn in two pieces."""
    held = values[1] if len(values) > 1 else None
    return str(held.ActualText) if isinstance(held, Dictionary) and "/ActualText" in held else None


def _number(values: Any) -> int | None:
    held = values[1] if len(values) > 1 else None
    return int(held.MCID) if isinstance(held, Dictionary) and "/MCID" in held else None
