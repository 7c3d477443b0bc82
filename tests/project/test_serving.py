"""The preview while somebody edits: a mistake is told, what stood last stays, and what is mended or moved is seen."""

from __future__ import annotations

import os
import queue
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from area_guides import copy_area
from building import copy_of_project
from guide.publishing import free_address

PATIENCE = 60
"""Seconds, of which all but a few are for a machine with other work."""


class Preview:
    """`mkdocs serve` of a copy of the project with the guide of the harbour."""

    def __init__(self, project: Path, process: subprocess.Popen[str], address: str) -> None:
        self.procedures, self.address = project / "procedures", address
        self._lines: queue.Queue[str] = queue.Queue()
        assert process.stderr
        threading.Thread(target=lambda lines: [*map(self._lines.put, lines)], args=(process.stderr,)).start()

    def says(self, words: str) -> list[str]:
        """All that it says until it has said this."""
        said = []
        while not said or words not in said[-1]:
            try:
                said.append(self._lines.get(timeout=PATIENCE))
            except queue.Empty:
                pytest.fail(f"It never said “{words}”, but:\n{''.join(said)}", pytrace=False)
        return said

    def page(self, path: str = "") -> str:
        with urlopen(f"http://{self.address}/{path}") as answer:
            return str(answer.read().decode("utf-8"))


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    project = copy_of_project(tmp_path / "project")
    copy_area(project / "procedures")
    address = free_address("127.0.0.1", 8000)
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(project / "scripts")}
    with subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address],
        cwd=project, env=environment, stderr=subprocess.PIPE, text=True, encoding="utf-8",
    ) as process:  # fmt: skip
        try:
            preview = Preview(project, process, address)
            preview.says("Serving on")
            yield preview
        finally:
            process.terminate()


def test_a_mistake_is_told_and_so_is_that_it_was_mended(preview: Preview) -> None:
    path = preview.procedures / "concern.yml"
    written, before = path.read_text("utf-8"), preview.page("procedures/concern/")
    path.write_text("titel: Nobody\n" + written, "utf-8")
    assert any("concern.yml:1:1:" in line for line in preview.says("Documentation built"))
    assert "concern.yml:1:1:" in preview.page("problems/")
    shown = preview.page("procedures/concern/")
    assert 'href="../../problems/"' in shown
    assert 'href="../../problems/"' not in before
    assert re.findall("<h1>.*</h1>", shown) == re.findall("<h1>.*</h1>", before)
    path.write_text(written, "utf-8")
    assert any("No problems." in line for line in preview.says("Documentation built"))
    assert 'href="../../problems/"' not in preview.page("procedures/concern/")


def test_a_folder_that_was_moved_away_is_seen_when_it_is_back(preview: Preview) -> None:
    away = preview.procedures.rename(preview.procedures.with_name("away"))
    footer = away.parent / "overrides/partials/footer.html"
    footer.write_text(footer.read_text("utf-8") + "\n", "utf-8")
    preview.says("An error happened")  # by now whatever looked at the folder has ended
    path = away / "concern.yml"
    path.write_text(re.sub("^title: .*", "title: While it was away", path.read_text("utf-8"), flags=re.M), "utf-8")
    away.rename(preview.procedures)
    preview.says("Documentation built")
    assert "<h1>While it was away</h1>" in preview.page("procedures/concern/")
