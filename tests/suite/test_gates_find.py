"""A fault planted on a page of the real site, one that stands for no kind, is found when every page is tried."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kinds import one_of_each, pages_of

GATE = ("tests/browser/gates/test_headings.py", "-k", "title_and_a_description")
SPOILED = "/privacy/"


@pytest.fixture
def spoiled_site(built_site: Path, tmp_path: Path) -> Path:
    """A copy of the site with a page for each kind and one more, which has the title of another."""
    site = Path(shutil.copytree(built_site, tmp_path / "site"))
    for address in set(pages_of(site)) - {*one_of_each(), SPOILED}:
        (site / address[1:] / "index.html").unlink()
    page = site / SPOILED[1:] / "index.html"
    page.write_text(page.read_text("utf-8").replace("<title>Privacy -", "<title>Accessibility statement -"), "utf-8")
    return site


def run(root: Path, site: Path, mode: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *GATE, "--gates", mode, "--site", str(site)],
        cwd=root, capture_output=True, text=True, check=False,
        env={name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")},
    )  # fmt: skip
    return done.returncode, done.stdout


def test_a_fault_on_a_page_that_stands_for_no_kind_is_found_where_every_page_is_tried(
    root: Path, spoiled_site: Path
) -> None:
    status, said = run(root, spoiled_site, "brief")
    assert (status, f"{len(one_of_each())} pages, one of each kind" in said) == (0, True), said
    status, said = run(root, spoiled_site, "check")
    assert status == 1
    assert SPOILED in said
    assert "FAILED" in said
