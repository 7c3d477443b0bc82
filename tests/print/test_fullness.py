"""No page is left nearly empty, but for the last of a document."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from guide.model.guide import Guide
from pdf_reading import Reading, read_pdf
from print.conftest import BUILD
from print.other_layout import with_typst

LEAST = 0.37
"""How much of its room a page fills at least: what is less looks like a mistake of the printer."""
EDGE = 0.1
"""Head and foot of a page stand in this part of its height."""


def filled(pdf: Reading, page: int) -> float:
    """To which part the room between head and foot is filled, from its top to its lowest line."""
    high = pdf.sheets[page - 1][1]
    runs = [run for run in pdf.runs if run.page == page and run.text.strip()]
    heads = [run.up for run in runs if run.is_artifact and run.up > high * (1 - EDGE)]
    feet = [run.up + run.size for run in runs if run.is_artifact and run.up < high * EDGE]
    top, bottom = min(heads, default=high * (1 - EDGE / 2)), max(feet, default=high * EDGE / 2)
    said = [run.up for run in runs if not run.is_artifact]
    return (top - min(said, default=top)) / (top - bottom)


def nearly_empty(read: Mapping[str, Reading]) -> dict[str, list[int]]:
    """The pages with less than they should have, by document; its last page may."""
    found = {name: [page for page in range(1, pdf.pages) if filled(pdf, page) < LEAST] for name, pdf in read.items()}
    return {name: pages for name, pages in found.items() if pages}


def test_no_page_but_the_last_of_a_document_is_nearly_empty(read: Mapping[str, Reading]) -> None:
    assert nearly_empty(read) == {}


def test_a_chapter_that_leaves_a_page_nearly_empty_is_seen(
    guide: Guide, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, root: Path
) -> None:
    from guide.print.every import pdfs

    rule = "#show heading.where(level: 1): set block(above: 30pt)"
    planted = with_typst(
        monkeypatch,
        tmp_path,
        root,
        guide,
        rule,
        "#show heading.where(level: 1): it => pagebreak(weak: true) + it",
        "guide",
    )
    assert nearly_empty({"guide.pdf": read_pdf(pdfs(planted, BUILD)["guide.pdf"])})
