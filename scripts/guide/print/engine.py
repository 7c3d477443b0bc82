"""Typst, and nothing else of it: values in, one tagged PDF out. The only module that imports it."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import Any, Literal

from guide.print.editions import Edition
from guide.publishing import ACCENT

HERE = Path(__file__).parent
FAMILY = "Atkinson Hyperlegible"
WELSH_FAMILY = "Atkinson Hyperlegible Next"
"""Has only the letters that the first lacks, such as ŵ: asked before it, or ŵ would be put together from w and a roof,
and whoever copies it or hears it read would get two letters."""
KEPT_BY_TYPST = 10
"""How many documents Typst goes on keeping what it laid out, in case it is asked for again."""
MUCH = 60_000
"""Letters of values, of one document or of several, from which on that is not worth its memory."""
STANDARDS: list[Literal["ua-1", "a-2a"]] = ["ua-1", "a-2a"]
"""PDF/UA-1 and PDF/A-2a: Typst itself then refuses a missing title or alt text, a skipped heading, a missing glyph."""


class NotPrinted(Exception):
    """Typst refused; `complaint` is what it said, `procedure` the id of the flowchart that has no room, if any, and
    `entry` that of its entry that has none."""

    def __init__(self, document: str, complaint: str) -> None:
        self.given = document, complaint
        misfit = re.fullmatch(r'panicked with: "?misfit:([a-z0-9-]+)/?([a-z0-9-]*):(.*?)"?', complaint, re.DOTALL)
        self.procedure, self.entry, self.complaint = misfit.groups() if misfit else ("", "", complaint)
        super().__init__(f"{document} cannot be printed: {self.complaint}")

    def __reduce__(self) -> tuple[type[NotPrinted], tuple[str, str]]:
        """Lets it come from a process of its own as it was raised there."""
        return type(self), self.given


@dataclass(frozen=True, slots=True)
class Front:
    """What every document says beside its content."""

    edition: Edition
    title: str
    description: str
    whole: bool
    """It is the whole guide, so it holds every place that links lead to."""
    families: list[str]
    """The fonts, in the order in which they are asked for a letter; the first has a few letters only."""


class Press:
    """Compiles documents with the guide's own fonts and no others: what the machine has installed never shows."""

    def __init__(self, epoch: int, extra_fonts: Sequence[Path] = (), accent: str = ACCENT) -> None:
        self.epoch, self.extra_fonts, self.accent = epoch, tuple(extra_fonts), accent
        import typst  # where nothing is printed, neither this nor what reads a PDF is loaded

        # Several threads wait for one another longer than they help: a tenth more work, and more memory.
        os.environ.setdefault("RAYON_NUM_THREADS", "1")
        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False,
            font_paths=[str(HERE / "fonts"), *map(str, extra_fonts)],
        )  # fmt: skip
        others = (family for family in fonts.families() if family not in (FAMILY, WELSH_FAMILY))
        self.families = [WELSH_FAMILY, FAMILY, *others]
        self.kept = 0  # letters of the values of all that Typst may still keep
        self.compiler = typst.Compiler(root=str(HERE / "typst"), font_paths=fonts, ignore_system_fonts=True)

    def print(self, document: str, front: Front, content: object) -> bytes:
        """One PDF, the same bytes for the same values. Raises `NotPrinted`; a warning of Typst counts as refusal."""
        return self.printed(document, values_of(front, content))

    def printed(self, document: str, data: str) -> bytes:
        """The same, from the values as Typst reads them."""
        import typst

        from guide.print.row_headers import with_row_headers

        try:
            printed, warnings = self.compiler.compile_with_warnings(
                input=str(HERE / "typst" / f"{document}.typ"), format="pdf", pdf_standards=[*STANDARDS],
                sys_inputs={"data": data, "accent": self.accent}, timestamp=self.epoch,
            )  # fmt: skip
        except typst.TypstError as error:
            raise NotPrinted(document, _said(error)) from None
        if warnings:
            raise NotPrinted(document, "; ".join(str(warning) for warning in warnings))
        if not isinstance(printed, bytes):
            raise NotPrinted(document, "it gave no PDF")
        self.kept += len(data)
        if self.kept > MUCH:
            self._forget()
        try:
            return with_row_headers(printed)
        except ValueError as error:
            raise NotPrinted(document, str(error)) from None

    def _forget(self) -> None:
        """Has Typst give back the memory of what it laid out: it keeps that of the last ten documents."""
        for _ in range(KEPT_BY_TYPST + 1):
            self.compiler.compile(input=b"")
        self.kept = 0


def values_of(front: Front, content: object) -> str:
    """What a document says, as Typst reads it."""
    return json.dumps(by_name(front) | by_name(content), default=by_name, ensure_ascii=False)


def by_name(value: object) -> dict[str, Any]:
    """The fields of a value as Typst reads them: the one edge where classes become JSON.

    What Python cannot call `for` or `with` is called that here.
    """
    assert is_dataclass(value), f"{type(value).__name__} is no class of values"
    return {field.name.rstrip("_"): getattr(value, field.name) for field in fields(value)}


def pages_in(pdf: bytes) -> int:
    """The number of pages of a PDF that Typst wrote."""
    return max(int(count) for count in re.findall(rb"/Type/Pages[^>]*?/Count (\d+)", pdf))


def _said(error: Exception) -> str:
    hints = "; ".join(getattr(error, "hints", ()))
    message = str(getattr(error, "message", error))
    return f"{message} ({hints})" if hints else message
