"""The guides that the tests of the product stand on: small complete folders in `tests/areas/`, of areas on no map.

They are unlike the shipped guide and unlike each other, so that nothing holds only because one partnership says so.
Their bank holidays are the committed ones, copied in whenever a folder is made.
"""

from __future__ import annotations

import atexit
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from committed_calendars import FOLDER as CALENDARS
from guide.model.guide import Guide
from guide.reading.folder import read_guide

AREAS = Path(__file__).parent / "areas"
NAMES = tuple(sorted(path.name for path in AREAS.iterdir() if path.is_dir()))
HARBOUR = "harbour"
"""The richest of them, on which a test stands that names none."""


def copy_area(folder: Path, name: str = HARBOUR) -> Path:
    """A fresh copy of an area with its bank holidays, for a test that changes it."""
    shutil.copytree(AREAS / name, folder)
    shutil.copytree(CALENDARS, folder / "calendars")
    return folder


def area_folder(name: str = HARBOUR) -> Path:
    """An area as a folder of procedures, made once in a process: not to be changed."""
    return _folder(name)


def area(name: str = HARBOUR) -> Guide:
    """An area's guide, read once in a process."""
    return _guide(name)


@cache
def _folder(name: str) -> Path:
    made = Path(mkdtemp(prefix="area-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return copy_area(made / "procedures", name)


@cache
def _guide(name: str) -> Guide:
    return read_guide(_folder(name))
