"""A fault put into a copy of a built site."""

from __future__ import annotations

import shutil
from pathlib import Path

from ear.tasks import Planted


def places_of(planted: Planted, site: Path) -> list[Path]:
    """The files of the site that have what the fault replaces. Fails where none has: the fault would be none."""
    found = [path for path in sorted(site.glob(str(planted.file))) if planted.instead_of in path.read_text("utf-8")]
    missing = f"{planted.instead_of.place}: '{planted.instead_of}' stands in no {planted.file} of the site"
    assert found, f"{missing}: write what stands there now"
    return found


def plant(planted: Planted, site: Path, folder: Path) -> Path:
    """A copy of the site, in `folder`, with the fault in it."""
    copy = Path(shutil.copytree(site, folder / "site"))
    for path in places_of(planted, copy):
        path.write_text(path.read_text("utf-8").replace(planted.instead_of, planted.write), "utf-8")
    return copy
