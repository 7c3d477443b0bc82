"""A PDF read as a checker reads it: its text with sizes, what is tagged, its structure, bookmarks and links."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

PAINTS = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "Tj", "TJ", "'", '"'}
Matrix = tuple[float, float, float, float, float, float]
ONE: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass
class Run:
    """Letters shown by one operator."""

    page: int
    text: str
    size: float
    """In points on the paper."""
    is_artifact: bool
    up: float
    """How far above the foot of the page it stands, in points."""


@dataclass
class Element:
    """One element of the structure."""

    kind: str
    alt: str
    depth: int


@dataclass
class Reading:
    """Everything the tests ask of a PDF."""

    language: str
    title: str
    shows_title: bool
    is_marked: bool
    metadata: str
    pages: int
    sheets: list[tuple[float, float]]
    """Width and height of each page, in points."""
    bookmarks: list[str]
    elements: list[Element]
    links: list[str]
    """Web addresses, and `#` for a place in the document."""
    runs: list[Run] = field(default_factory=list)
    untagged: list[str] = field(default_factory=list)
    """Operators that paint outside any mark, with their page."""

    @property
    def text(self) -> str:
        """Every letter that is not an artifact, in reading order, with single spaces."""
        return " ".join(" ".join(run.text for run in self.runs if not run.is_artifact).split())

    @property
    def packed(self) -> str:
        """The same without any space: for words that a line end or a change of type divides."""
        return self.text.replace(" ", "")


def read_pdf(content: bytes) -> Reading:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        root = pdf.Root
        with pdf.open_metadata() as meta:
            metadata, title = str(meta), str(meta.get("dc:title", ""))
        reading = Reading(
            language=str(root.get("/Lang", "")),
            title=title,
            shows_title=bool(root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False)),
            is_marked=bool(root.get("/MarkInfo", Dictionary()).get("/Marked", False)),
            metadata=metadata,
            pages=len(pdf.pages),
            sheets=[(float(box[2]), float(box[3])) for box in (page.MediaBox for page in pdf.pages)],
            bookmarks=list(_bookmarks(pdf)),
            elements=list(_elements(root.StructTreeRoot.K, 0)),
            links=[link for page in pdf.pages for link in _links(page)],
        )
        for number, page in enumerate(pdf.pages, 1):
            _read_page(reading, number, page)
        return reading


def _bookmarks(pdf: pikepdf.Pdf) -> Iterator[str]:
    def below(items: Any) -> Iterator[str]:
        for item in items:
            yield str(item.title)
            yield from below(item.children)

    with pdf.open_outline() as outline:
        yield from below(outline.root)


def _elements(node: Any, depth: int) -> Iterator[Element]:
    if isinstance(node, Array):
        for one in node:
            yield from _elements(one, depth)
    elif isinstance(node, Dictionary) and "/S" in node:
        yield Element(str(node.S)[1:], str(node.get("/Alt", "")), depth)
        if "/K" in node:
            yield from _elements(node.K, depth + 1)


def _links(page: Any) -> Iterator[str]:
    for note in page.get("/Annots", Array()):
        if note.get("/Subtype") == Name.Link:
            action = note.get("/A", Dictionary())
            yield str(action.URI) if "/URI" in action else "#"


def _read_page(reading: Reading, number: int, page: Any) -> None:
    painter = _Painter({str(name): _letters(font) for name, font in page.Resources.get("/Font", Dictionary()).items()})
    for values, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in PAINTS and not painter.marks:
            reading.untagged.append(f"page {number}: {name}")
        if name in ("Tj", "TJ"):
            text, size, up = painter.shown(values[0])
            reading.runs.append(Run(number, text, size, "/Artifact" in painter.marks, up))
        else:
            painter.follow(name, values)


class _Painter:
    """What stands when an operator comes: the marks around it, the place on the page, and the font."""

    def __init__(self, fonts: dict[str, dict[int, str]]) -> None:
        self.fonts = fonts
        self.marks: list[str] = []
        self.kept: list[Matrix] = []
        self.now, self.text, self.letters, self.size = ONE, ONE, {}, 0.0

    def follow(self, operator: str, values: Any) -> None:
        match operator:
            case "BMC" | "BDC":
                self.marks.append(str(values[0]))
            case "EMC":
                self.marks.pop()
            case "q":
                self.kept.append(self.now)
            case "Q":
                self.now = self.kept.pop()
            case _:
                self._move(operator, values)

    def _move(self, operator: str, values: Any) -> None:
        match operator:
            case "cm":
                self.now = _times(_matrix(values), self.now)
            case "Tm":
                self.text = _matrix(values)
            case "Tf":
                self.letters, self.size = self.fonts[str(values[0])], float(values[1])

    def shown(self, said: Any) -> tuple[str, float, float]:
        """The letters of one operator, their size on the paper and their height above its foot, in points."""
        whole = _times(self.text, self.now)
        return _decoded(said, self.letters), round(self.size * (whole[2] ** 2 + whole[3] ** 2) ** 0.5, 2), whole[5]


def _matrix(values: Any) -> Matrix:
    a, b, c, d, e, f = (float(value) for value in values)
    return (a, b, c, d, e, f)


def _times(m: Matrix, n: Matrix) -> Matrix:
    return (
        m[0] * n[0] + m[1] * n[2], m[0] * n[1] + m[1] * n[3], m[2] * n[0] + m[3] * n[2], m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4], m[4] * n[1] + m[5] * n[3] + n[5],
    )  # fmt: skip


def _decoded(shown: Any, letters: dict[int, str]) -> str:
    parts = (
        [bytes(part) for part in shown if isinstance(part, pikepdf.String)]
        if isinstance(shown, Array)
        else [bytes(shown)]
    )
    codes = b"".join(parts)
    return "".join(letters.get(int.from_bytes(codes[at : at + 2], "big"), "�") for at in range(0, len(codes), 2))


def _letters(font: Any) -> dict[int, str]:
    """What each code of a font means, from its ToUnicode map."""
    found: dict[int, str] = {}
    for values, operator in pikepdf.parse_content_stream(font.ToUnicode):
        texts = [bytes(value) for value in values if isinstance(value, pikepdf.String)]
        if str(operator) == "endbfchar":
            for code, means in zip(texts[::2], texts[1::2], strict=True):
                found[int.from_bytes(code, "big")] = means.decode("utf-16-be")
        elif str(operator) == "endbfrange":
            for first, last, means in zip(texts[::3], texts[1::3], texts[2::3], strict=True):
                start = int.from_bytes(first, "big")
                for code in range(start, int.from_bytes(last, "big") + 1):
                    found[code] = chr(ord(means.decode("utf-16-be")) + code - start)
    return found
