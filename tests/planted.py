"""The guide of the harbour with a few words changed, for tests that plant a contradiction and look for it."""

from __future__ import annotations

from pathlib import Path

from area_guides import copy_area
from guide.model.guide import Guide
from guide.reading.folder import read_guide


def planted(folder: Path, *changes: tuple[str, str, str]) -> Guide:
    """The guide after each change (file, words that stand in it exactly once, other words)."""
    copy = copy_area(folder / "procedures")
    for name, old, new in changes:
        text = (copy / name).read_text("utf-8")
        assert text.count(old) == 1, f"{name} has {old!r} {text.count(old)} times"
        (copy / name).write_text(text.replace(old, new), "utf-8")
    return read_guide(copy)


def line_of(guide: Guide, name: str, words: str) -> int:
    """The number of the only line of a planted file that has these words."""
    lines = (guide.folder / name).read_text("utf-8").splitlines()
    found = [number for number, line in enumerate(lines, 1) if words in line]
    assert len(found) == 1
    return found[0]
