"""What a link within the printed guide says of the place that it leads to."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from guide.model.guide import Guide
from guide.print.every import pdfs
from print.conftest import BUILD
from print.other_layout import with_typst


def said_by_links(pdf: pikepdf.Pdf) -> Iterator[str]:
    """The words of each link to a place in the document, but for those of the contents, which name a section."""
    for page in pdf.pages:
        notes: Any = page.get("/Annots", pikepdf.Array())
        for note in notes:
            if note.get("/Subtype") == "/Link" and "/Dest" in note:
                yield str(note.Contents).strip().strip("“")


def pages_named(content: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return [words for words in said_by_links(pdf) if words.startswith("page ")]


def test_a_link_says_what_it_leads_to_and_not_on_which_page(guide: Guide, printed: Mapping[str, bytes]) -> None:
    content = printed["guide.pdf"]
    assert pages_named(content) == []
    with pikepdf.open(io.BytesIO(content)) as pdf:
        said = set(said_by_links(pdf))
    procedure = guide.procedures[0]
    assert f"Step 1 of flowchart {procedure.flowchart}" in said
    assert f"Flowchart {procedure.flowchart}" in said
    assert any(words.startswith("Question ") for words in said)


def test_a_place_that_is_no_figure_is_seen(
    guide: Guide, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, root: Path
) -> None:
    old = '[#figure(kind: "place", supplement: kind, numbering: _ => [#which], outlined: false)[]#label(name)]'
    planted = with_typst(monkeypatch, tmp_path, root, guide, old, "[#metadata(none)#label(name)]", "look")
    assert pages_named(pdfs(planted, BUILD)["guide.pdf"])
