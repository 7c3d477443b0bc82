"""Each address leads to one thing: two pages or two places on a page with one address are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from area_guides import area, copy_area
from guide.pages.addresses import TAKEN
from guide.pages.paths import address_of
from guide.pages.site import check_addresses
from guide.problems import Problem
from guide.reading.folder import read_guide


def told(folder: Path, file: str, old: str, new: str) -> list[Problem]:
    copy_area(folder)
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return list(check_addresses(read_guide(folder)))


@pytest.mark.parametrize("name", ["harbour", "glen"])
def test_a_sound_guide_has_every_address_once(name: str) -> None:
    assert list(check_addresses(area(name))) == []


def decision_id() -> str:
    return f"id: {area().decision_guide.id}\n"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "taken", ["timeline", "forms", "roles", "procedures", "examples", "offline", "licences", "print"]
)
def test_a_decision_guide_at_the_address_of_another_page_is_refused(taken: str, tmp_path: Path) -> None:
    problems = told(tmp_path / "procedures", "decision-guide.yml", decision_id(), f"id: {taken}\n")
    assert [(one.code, Path(one.place.path).name) for one in problems] == [("address", "decision-guide.yml")]
    assert f"/{taken}/" in problems[0].message


def test_two_places_on_a_page_with_one_address_are_refused(tmp_path: Path) -> None:
    terms = [str(term.id) for term in area().glossary]
    problems = told(tmp_path / "procedures", "glossary.yml", f"- id: {terms[0]}\n", f"- id: {terms[1]}-term\n")
    (problem,) = problems
    assert (problem.code, Path(problem.place.path).name) == ("address", "glossary.yml")


def test_every_page_written_by_hand_is_known(root: Path) -> None:
    mkdocs = (root / "mkdocs.yml").read_text("utf-8")
    by_hand = [path.name for path in (root / "docs").glob("*.md") if f"\n  {path.name}\n" not in mkdocs]
    assert [address_of(name) for name in by_hand] == list(TAKEN)
