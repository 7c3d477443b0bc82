"""The layout of the PDFs with a piece of it changed, to see that a test notices."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.model import Guide


def with_typst(
    monkeypatch: pytest.MonkeyPatch, folder: Path, root: Path, guide: Guide, old: str, new: str, name: str = "wall"
) -> Guide:
    """The guide, while the layout of its posters is changed in a copy."""
    for kind in ("typst", "fonts"):
        (folder / kind).mkdir()
        for file in (root / "scripts/guide/print" / kind).iterdir():
            (folder / kind / file.name).write_bytes(file.read_bytes())
    source = folder / "typst" / f"{name}.typ"
    text = source.read_text("utf-8")
    assert text.count(old) == 1
    source.write_text(text.replace(old, new), "utf-8")
    monkeypatch.setattr("guide.print.engine.HERE", folder)
    return guide
