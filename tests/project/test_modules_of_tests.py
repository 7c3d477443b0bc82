"""The tests are kept as the code is: in modules that a reader can hold, each in a folder that says what it holds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

MOST_LINES = 400
MODULES = sorted(Path(__file__).parents[1].rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_no_module_is_longer_than_a_reader_can_hold(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES


def test_every_folder_of_tests_is_a_wing_or_says_what_it_holds(root: Path) -> None:
    wings = {path.name for path in (root / "scripts" / "guide").iterdir()} | {"deploy"}
    papers = (root / "CONTRIBUTING.md").read_text("utf-8") + (root / "tests" / "README.md").read_text("utf-8")
    folders = {path.name for path in (root / "tests").iterdir() if path.is_dir() and not path.name.startswith("__")}
    assert len(folders) > 15
    assert {name for name in folders - wings if f"`tests/{name}/" not in papers} == set()


def test_only_tests_of_the_shipped_guide_name_its_folder(root: Path) -> None:
    """What is about whatever guide stands there asks `kinds.guide_here`; calendars and schemas are everybody's."""
    at_the_top = re.compile(r"(?:root|repository|parents\[\d\]) / .procedures", re.IGNORECASE)
    named = [path for path in MODULES if at_the_top.search(path.read_text("utf-8"))]
    outside = {path.relative_to(root / "tests").as_posix() for path in named if path.parent.name != "content"}
    assert outside == {"kinds.py", "committed_calendars.py"}
