"""No page is left nearly empty, neither within a document nor at its end."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from guide.model.guide import Guide
from guide.print.every import pdfs
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
    """The pages with less than they should have, by document; the page of a document that has only one may.

    So may the last one of the blank timeline: its rows are as high as a hand needs, neither closer nor further apart.
    """
    found = {
        name: [page for page in range(1, last + 1) if filled(pdf, page) < LEAST]
        for name, pdf in read.items()
        for last in (pdf.pages - name.startswith("fill-in"),)
        if pdf.pages > 1
    }
    return {name: pages for name, pages in found.items() if pages}


def test_no_page_is_nearly_empty(read: Mapping[str, Reading]) -> None:
    assert nearly_empty(read) == {}


PLANTED = (
    ("guide", "#show heading.where(level: 1): set block(above: 30pt)",
     "#show heading.where(level: 1): it => pagebreak(weak: true) + it"),
    ("ending", "if end.page == 1 or filled * 100% >= least or way.tries == most-tries { return way }", "return way"),
)  # fmt: skip


@pytest.mark.parametrize(("source", "old", "new"), PLANTED)
def test_a_page_that_is_left_nearly_empty_is_seen(
    source: str, old: str, new: str, guide: Guide, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, root: Path
) -> None:
    planted = with_typst(monkeypatch, tmp_path, root, guide, old, new, source)
    assert nearly_empty({name: read_pdf(pdf) for name, pdf in pdfs(planted, BUILD).items()})
