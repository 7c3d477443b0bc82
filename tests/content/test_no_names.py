"""The approved document names three persons. The guide speaks of roles alone, so no file may bring the names back.

The names are kept as hashes, so that this file does not say them either.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest

from building import tracked
from committed_calendars import REPOSITORY
from pdf_reading import read_pdf

NAMES = {
    "02c5818ec7af86b205b9bbfa5d6279916d4ad8b45bea7eafeb3e97282c57a0e0",
    "e5eea530bcfd8faf2fd5017799746b282774937969f5d822e8c35424a784103c",
    "a4cf93e154edae0b9d92f1b9741b6595501a634eebf66a8f0f51530336408999",
}
"""SHA-256 of first name and surname in small letters, with one space between."""
SURNAMES = {
    "701566d6deb527a6148faa7ac2d2b5b04c749196dbc4ecf980b1da41f98b22eb",
    "7c232ae104c116c0190fd2e9df684b86f7dc6507232ee7368e8da8111744c304",
    "4151435561a46ec0328578190a2da643a1489ba4d88ce16cc23235b4f6cba1be",
}
WORD = re.compile(r"[^\W\d_]+")


def names_in(text: str, hashes: Collection[str] = NAMES | SURNAMES) -> list[str]:
    """What of a text is one of the names, whichever part of it comes first and whatever stands between the parts."""
    words = [word.lower() for word in WORD.findall(text)]
    said = {*words, *(f"{one} {other}" for one, other in pairwise(words))}
    said |= {f"{other} {one}" for one, other in pairwise(words)}
    return sorted(one for one in said if sha256(one.encode("utf-8")).hexdigest() in hashes)


def texts_of(folder: Path, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Those of the files that are text, each with what it says."""
    for name in names:
        try:
            yield name, (folder / name).read_text("utf-8")
        except UnicodeDecodeError:
            continue  # a picture, a font or a PDF


def test_no_file_of_the_project_names_a_person_of_the_approved_document() -> None:
    texts = dict(texts_of(REPOSITORY, tracked()))
    assert {"README.md", "procedures/rapid-review.yml", "tests/content/test_no_names.py"} <= set(texts)
    assert {name: found for name, text in texts.items() if (found := names_in(f"{name}\n{text}"))} == {}


def test_nothing_that_is_published_names_a_person_of_the_approved_document(built_site: Path) -> None:
    files = (path.relative_to(built_site).as_posix() for path in built_site.rglob("*") if path.is_file())
    texts = dict(texts_of(built_site, files))
    assert {"index.html", "assets/guide/search/index.js", "sw.js"} <= set(texts)
    sheets = {path.name: read_pdf(path.read_bytes()).text for path in (built_site / "print").glob("*.pdf")}
    assert "Ofsted" in sheets["guide.pdf"]
    assert {name: found for name, text in (texts | sheets).items() if (found := names_in(f"{name}\n{text}"))} == {}


@pytest.mark.parametrize(
    "text", ["Ann Example", "ann.example@nowhere", "Example, Ann", "ANN\nEXAMPLE", "- Ann_Example"]
)
def test_the_search_finds_a_name_in_either_order_and_inside_an_address(text: str) -> None:
    assert names_in(text, {sha256(b"ann example").hexdigest()}) == ["ann example"]


def test_the_search_finds_a_surname_alone_and_leaves_other_words_in_peace() -> None:
    assert names_in("dear example,", {sha256(b"example").hexdigest()}) == ["example"]
    assert names_in("for example: examples", {sha256(b"ann example").hexdigest()}) == []
