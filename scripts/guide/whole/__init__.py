"""Files and folders that are there whole or not at all: written beside their place, and moved there when complete."""

from __future__ import annotations

from guide.whole.causes import not_written
from guide.whole.files import remove_leftovers, write_files, write_into
from guide.whole.folders import Unfinished
from guide.whole.places import real, refuse_within

__all__ = [
    "Unfinished",
    "not_written",
    "real",
    "refuse_within",
    "remove_leftovers",
    "write_files",
    "write_into",
]
