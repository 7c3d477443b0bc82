"""The pages for those who change the guide name only what there is."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from prose import ROOT, paths_named

TASKS = sorted((ROOT / "docs" / "tasks").glob("*.md"))
PAGES = [*TASKS, ROOT / "docs" / "architecture.md", ROOT / "CONTRIBUTING.md", ROOT / "README.md"]
ELSEWHERE = ("/", "site/", ".venv", "wd-vectors/")
"""Addresses, what a command makes and a fresh copy of the project has not, and the name of a format."""
OF_A_GUIDE = re.compile(r"procedures/[a-z-]+\.yml")
"""A file of the shipped guide, which a page may show as an example: whether it is there is asked in tests/content."""


def named() -> Iterator[tuple[str, str]]:
    for page in PAGES:
        for path in paths_named(page.read_text("utf-8")):
            if not path.startswith(ELSEWHERE) and not OF_A_GUIDE.fullmatch(path):
                yield page.name, path


@pytest.mark.parametrize(("page", "path"), list(named()), ids=lambda one: one)
def test_every_file_that_a_page_names_is_there(page: str, path: str) -> None:
    assert exists(path), f"{page} names {path}"


IN_A_FILE = re.compile(r"`([\w.-]+)`(?: and `([\w.-]+)`)? in `([\w./-]+)`")


def names_in_files(text: str) -> Iterator[tuple[str, str]]:
    """What a page says stands in a file: (`projected_text`, `scripts/guide/dates/counting.py`)."""
    for first, second, path in IN_A_FILE.findall(text):
        yield from ((name, path) for name in (first, second) if name)


@pytest.mark.parametrize("page", TASKS, ids=lambda page: page.name)
def test_what_a_page_says_stands_in_a_file_stands_there(page: Path) -> None:
    said = names_in_files(page.read_text("utf-8"))
    assert [(name, path) for name, path in said if name not in (ROOT / path).read_text("utf-8")] == []


def test_a_name_that_left_its_file_is_noticed() -> None:
    said = list(names_in_files("| this | `gone` and `known` in `scripts/guide/cli/options.py` |"))
    assert said == [("gone", "scripts/guide/cli/options.py"), ("known", "scripts/guide/cli/options.py")]
    text = (ROOT / said[0][1]).read_text("utf-8")
    assert [name for name, _ in said if name not in text] == ["gone"]


def exists(path: str) -> bool:
    """A path from the top of the project, or the name of a file at the top or in the package or procedures."""
    if "/" in path:
        return any(ROOT.glob(path.rstrip("/"))) if "*" in path else (ROOT / path).exists()
    return (ROOT / path).exists() or any(ROOT.glob(f"procedures/{path}")) or any(ROOT.glob(f"scripts/**/{path}"))


def test_a_file_that_is_not_there_is_noticed() -> None:
    assert paths_named("See `scripts/guide/gone.py`, `Makefile`, `docs/` and `make test`.") == [
        "scripts/guide/gone.py", "Makefile", "docs/",
    ]  # fmt: skip
    assert not exists("scripts/guide/gone.py")
    assert exists("Makefile")
    assert exists("docs/")


@pytest.mark.parametrize("page", [*PAGES, *sorted((ROOT / "docs/decisions").glob("*.md"))], ids=lambda page: page.name)
def test_every_link_to_a_file_leads_to_one(page: Path) -> None:
    text = re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.M | re.S)
    links = [link.split("#")[0] for link in re.findall(r"\]\(([^)]+)\)", text) if "://" not in link]
    assert [link for link in links if link and not (page.parent / link).exists()] == []


def rows_with_names() -> list[tuple[str, str]]:
    """Each name that `where-is.md` says is in a file: "`timing` in `scripts/guide/wording.py`"."""
    text = (ROOT / "docs/tasks/where-is.md").read_text("utf-8")
    rows = re.findall(r"((?:`[\w.-]+`(?:, | and )?)+) in `([\w./-]+)`", text)
    return [(path, name) for names, path in rows for name in re.findall(r"`([\w.-]+)`", names)]


@pytest.mark.parametrize(("path", "name"), rows_with_names(), ids=lambda one: one)
def test_what_where_is_names_stands_in_the_file_it_names(path: str, name: str) -> None:
    assert name in (ROOT / path).read_text("utf-8")


def test_every_task_is_in_the_list_of_tasks() -> None:
    listed = re.findall(r"\(([a-z-]+\.md)\)", (ROOT / "docs/tasks/README.md").read_text("utf-8"))
    assert sorted(listed) == [page.name for page in TASKS if page.name != "README.md"]
    assert len(rows_with_names()) > 10


@pytest.mark.parametrize("page", TASKS, ids=lambda page: page.name)
def test_a_task_fits_a_screen(page: Path) -> None:
    assert len(page.read_text("utf-8").splitlines()) <= 30


def docstrings() -> Iterator[tuple[str, str]]:
    """Each path that the first docstring of a file in `scripts` names, with the name of the file."""
    for file in sorted((ROOT / "scripts").rglob("*.py")):
        said = ast.get_docstring(ast.parse(file.read_text("utf-8"))) or ""
        for path in paths_named(said):
            if path.startswith(("docs/", "scripts/", "tests/", "overrides/", "procedures/")):
                yield file.relative_to(ROOT).as_posix(), path


@pytest.mark.parametrize(("file", "path"), list(docstrings()), ids=lambda one: one)
def test_every_file_that_a_module_names_in_its_first_words_is_there(file: str, path: str) -> None:
    assert exists(path), f"{file} names {path}"
