"""Every surface of the sample areas, read back as its reader gets it, says what the model says."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from area_guides import area
from guide.model.guide import Guide
from surfaces.compared import complaints
from surfaces.every import BY_NAME, SURFACES, WRONG_YET
from surfaces.in_browser import small_site
from surfaces.random_guides import random_guide
from surfaces.written import Written


@pytest.fixture(scope="module")
def written(harbour_site: Path, browser: Browser) -> Mapping[str, Written]:
    """The harbour as its site was built; the Glen as its pages are rendered."""
    return {"harbour": Written(area("harbour"), harbour_site, browser), "glen": Written(area("glen"), browser=browser)}


def told_otherwise(guide: Guide, written: Written, surface: str) -> list[str]:
    return [str(line) for line in complaints(BY_NAME[surface].read(guide, written))]


@pytest.mark.parametrize("name", ["harbour", "glen"])
@pytest.mark.parametrize("surface", BY_NAME)
def test_a_surface_says_what_the_model_says(written: Mapping[str, Written], name: str, surface: str) -> None:
    found = told_otherwise(area(name), written[name], surface)
    if (name, surface) in WRONG_YET:
        assert found, f"{surface} is right now: take it out of WRONG_YET"
    else:
        assert found == []


def test_a_page_is_drawn_beside_the_project_and_never_in_it(tmp_path: Path) -> None:
    assets = shutil.copytree(Path(__file__).parents[2] / "docs/assets", tmp_path / "assets")
    before = {path: path.read_bytes() for path in assets.rglob("*") if path.is_file()}
    with small_site("---\n---\n<p>Dates</p>", assets) as site:
        assert "use strict" in (site / "assets/guide/frames.js").read_text("utf-8")
    assert {path: path.read_bytes() for path in assets.rglob("*") if path.is_file()} == before


def test_every_fact_that_a_surface_compares_is_really_compared(written: Mapping[str, Written]) -> None:
    for surface in SURFACES:
        lines = [line for name, source in written.items() for line in surface.read(area(name), source)]
        assert {line.fact for line in lines} == set(surface.facts), surface.name


ON_PAPER = (
    "book",
    "book days",
    "pack",
    "pack days",
    "poster",
    "wall",
    "all posters",
    "fill-in",
    "meeting list",
    "whom to ring",
)
"""Whom to ring too: all papers are printed for it, and no dice are thrown for the contacts."""


@pytest.mark.parametrize("seed", range(2))
def test_a_guide_made_at_random_is_said_as_it_is(tmp_path: Path, browser: Browser, seed: int) -> None:
    guide = random_guide(tmp_path / "procedures", seed)
    written = Written(guide, browser=browser)
    chosen = [name for name in BY_NAME if name not in ON_PAPER]
    assert {name: told_otherwise(guide, written, name) for name in chosen} == {name: [] for name in chosen}


def test_a_guide_made_at_random_is_printed_as_it_is(tmp_path: Path) -> None:
    guide = random_guide(tmp_path / "procedures", 3)
    written = Written(guide)
    assert {name: told_otherwise(guide, written, name) for name in ON_PAPER} == {name: [] for name in ON_PAPER}
