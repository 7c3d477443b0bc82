"""The pages of the project have one sentence a line, so that a change shows alone; files are as .editorconfig says."""

from __future__ import annotations

import configparser
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from prose import ROOT, blocks, pages, sentences

TEXTS = {".py", ".md", ".js", ".mjs", ".cjs", ".css", ".html", ".jinja", ".yml", ".json", ".toml", ".typ", ".conf"}
OURS = ("docs", "overrides", "procedures", "scripts", "tests")
NOT_OURS = ("tests/broken/", "__pycache__/")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def files() -> Iterator[Path]:
    """Every file of text that a person wrote or a program of ours made."""
    found = [*ROOT.iterdir(), *(path for folder in OURS for path in (ROOT / folder).rglob("*"))]
    for path in found:
        text = path.suffix in TEXTS or path.name in ("Makefile", "LICENSE", "_headers", ".editorconfig")
        if path.is_file() and text and not any(part in f"{name_of(path)}/" for part in NOT_OURS):
            yield path


def lines_to_mend(text: str) -> list[str]:
    """The lines that hold more or less than one sentence."""
    return [line for block in blocks(text) for line in block.as_it_is() if line not in block.one_sentence_a_line()]


@pytest.mark.parametrize("page", pages(), ids=name_of)
def test_a_page_has_one_sentence_a_line(page: Path) -> None:
    assert lines_to_mend(page.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One. Two.\n", ["One. Two."]),
        ("A sentence that\ngoes on.\n", ["A sentence that", "goes on."]),
        ("- An item. Another sentence.\n- A third.\n", ["- An item. Another sentence."]),
        ("1. **Bold.** Then more.\n", ["1. **Bold.** Then more."]),
        ("See [there](a.md#b). [Here](c.md) too.\n", ["See [there](a.md#b). [Here](c.md) too."]),
        ("Wait. `make test` takes long.\n", ["Wait. `make test` takes long."]),
    ],
)
def test_two_sentences_in_a_line_and_one_in_two_are_noticed(text: str, found: list[str]) -> None:
    assert lines_to_mend(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "MkDocs 1.6 is from 2024, e.g. August, and `a. B` is code.\n",
        "Write it to Dr. No, or to the team.\n",
        "One (in brackets.)\n\nAnother: the end\n",
        "| a. B | c. D |\n",
        "```\nOne. Two.\n```\n",
        "# One. Two\n",
        "---\ntitle: One. Two.\n---\n\nThree.\n",
    ],
)
def test_abbreviations_numbers_code_tables_and_headings_are_left_alone(text: str) -> None:
    assert lines_to_mend(text) == []


def test_a_text_is_its_sentences() -> None:
    said = "First “one.” Then another! And a third? Yes: version 1.2 of `x. Y`."
    assert sentences(said) == ["First “one.”", "Then another!", "And a third?", "Yes: version 1.2 of `x. Y`."]


def test_every_file_is_as_the_editor_settings_say() -> None:
    found = list(files())
    assert len(found) > 300
    assert {name_of(path): faults for path in found if (faults := list(faults_of(path)))} == {}


def faults_of(path: Path) -> Iterator[str]:
    """Where a file is not as `.editorconfig` says: those of its settings that a test can see cheaply."""
    text = path.read_bytes().decode("utf-8")
    if "\r" in text:
        yield "a carriage return"
    if text and not text.endswith("\n"):
        yield "no newline at its end"
    lines = text.split("\n")
    if any(line != line.rstrip() for line in lines):
        yield "spaces at the end of a line"
    if path.name != "Makefile" and any(line.startswith("\t") for line in lines):
        yield "a tab where a line begins"


@pytest.mark.parametrize("content", [b"a\r\n", b"a", b"a \n", b"\ta\n"])
def test_a_file_that_is_otherwise_is_noticed(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "file.py"
    path.write_bytes(content)
    assert list(faults_of(path))


def test_the_editor_settings_are_those_of_ruff() -> None:
    settings = configparser.ConfigParser()
    settings.read_string("[top]\n" + (ROOT / ".editorconfig").read_text("utf-8"))
    ruff = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["ruff"]
    assert settings["*.py"]["max_line_length"] == str(ruff["line-length"])
    assert dict(settings["*"])["charset"] == "utf-8"
