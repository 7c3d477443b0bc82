"""What the papers of the project show of the shipped guide is so."""

from __future__ import annotations

import re

import pytest

from project.test_tasks import OF_A_GUIDE, PAGES
from prose import ROOT, paths_named

ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text("utf-8")


def named() -> list[tuple[str, str]]:
    """Each file of the guide that a page for those who change it names."""
    named = [(page, path) for page in PAGES for path in paths_named(page.read_text("utf-8"))]
    return [(page.name, path) for page, path in named if OF_A_GUIDE.fullmatch(path)]


@pytest.mark.parametrize(("page", "path"), named(), ids=lambda one: one)
def test_every_file_of_the_guide_that_a_page_names_is_there(page: str, path: str) -> None:
    assert (ROOT / path).exists(), f"{page} names {path}"


def test_the_value_is_the_one_that_the_step_has() -> None:
    said = re.search(r"^Step `([a-z-]+)` in `([^`]+)` says `([^`]+)`\.$", ARCHITECTURE, re.M)
    assert said
    text = (ROOT / said[2]).read_text("utf-8")
    step = text.split(f"- id: {said[1]}\n")[1].split("- id: ")[0]
    assert said[3] in step
