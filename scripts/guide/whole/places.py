"""Where a name leads, and where nothing may be written."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from guide.problems import Place, Problem, Problems


def real(path: Path) -> Path:
    """Where a name leads through all links. One that leads back to itself stays as it is."""
    return Path(os.path.realpath(path))


def refuse_within(content: Path, places: Iterable[Path]) -> None:
    """Raises `Problems` for the first place that lies in the folder with a guide's content.

    Every file there counts: what is made from the content would stop the next check, or stand where content belongs.
    """
    for place in places:
        if real(place).is_relative_to(real(content)):
            message = f"this was not written: it lies in {content.as_posix()}, where only what an author writes belongs"
            raise Problems([Problem(Place(place.as_posix()), "not-written", message, "name a place outside of it")])
