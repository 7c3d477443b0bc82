"""The site as `make site` builds it, and things that the workers of one run make once and share."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from area_guides import HARBOUR, copy_area
from guide.publishing.origin import read_origin

ROOT = Path(__file__).parent.parent
PATIENCE = 300
"""Seconds that a worker waits for what another makes."""


def build_site(project: Path, site: Path) -> None:
    """Builds `project` into `site`; fails the test with what MkDocs said."""
    if complaint := built(project, site):
        pytest.fail(complaint, pytrace=False)


def built(project: Path, site: Path) -> str:
    """Builds `project` into `site`; what MkDocs said where that failed."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    origin = read_origin(ROOT)  # a copy stands in no repository
    said = {"NO_MKDOCS_2_WARNING": "1", "GUIDE_COMMIT": origin.commit, "SOURCE_DATE_EPOCH": str(origin.epoch)}
    environment = os.environ | said
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False, env=environment)
    return f"The site does not build:\n{done.stdout}{done.stderr}" if done.returncode else ""


def tracked() -> Iterator[str]:
    """Every file that the project keeps, and every one that is new and not ignored."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode("utf-8")
    return (name for name in listed.split("\0") if (ROOT / name).is_file())


def copy_of_project(folder: Path) -> Path:
    """What a site is built from but `procedures/`, in a folder where a test may change it."""
    for name in ("docs", "overrides", "scripts"):
        # With what Python has compiled, or each copy would be compiled anew; but for what another worker just writes.
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("*.pyc.*"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def project_of_area(folder: Path, name: str = HARBOUR) -> Path:
    """The project with an area in `procedures/`, to be built: for a site, and not to be changed."""
    project = copy_of_project(folder / "project")
    copy_area(project / "procedures", name)
    return project


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
