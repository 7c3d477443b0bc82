"""The site as `make site` builds it, and things that the workers of one run make once and share."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

PATIENCE = 300
"""Seconds that a worker waits for what another makes."""


def build_site(project: Path, site: Path) -> None:
    """Builds `project` into `site`; fails the test with what MkDocs said."""
    if complaint := built(project, site):
        pytest.fail(complaint, pytrace=False)


def built(project: Path, site: Path) -> str:
    """Builds `project` into `site`; what MkDocs said where that failed."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False, env=environment)
    return f"The site does not build:\n{done.stdout}{done.stderr}" if done.returncode else ""


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], str]) -> Path:
    """A folder that is made once in a run: the first worker that needs it makes it, and the others wait.

    `make` fills the folder and says what went wrong, if anything did; that fails the tests of all workers.
    """
    own = factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / name
    said = folder.with_suffix(".said")
    try:
        folder.mkdir()
    except FileExistsError:
        _wait_for(said)
    else:
        saying = folder.with_suffix(".saying")
        saying.write_text(make(folder), "utf-8")
        saying.rename(said)  # whole at once, for those who wait
    if complaint := said.read_text("utf-8"):
        pytest.fail(complaint, pytrace=False)
    return folder


def _wait_for(path: Path) -> None:
    end = time.monotonic() + PATIENCE
    while not path.exists():
        if time.monotonic() > end:
            pytest.fail(f"another worker has not made {path.stem} in {PATIENCE} seconds", pytrace=False)
        time.sleep(0.1)
