"""A finished PDF as pages speak of it: the site lists what the print has made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SheetKind = Literal["guide", "fill-in", "poster", "posters", "wall", "pack", "meeting"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One PDF in the folder `print/` of the site."""

    name: str
    """The name of its file."""
    kind: SheetKind
    title: str
    about: str
    """What it is for, in a sentence."""
    subject: str
    """The id of the procedure or role it is about; empty for the whole guide."""
    part: str
    """Which of several volumes it is; empty where it is the only one."""
    pages: int
    size: int
    """In bytes."""

    @property
    def measure(self) -> str:
        """Pages and size in words: "12 pages, 98 KB"."""
        pages = "1 page" if self.pages == 1 else f"{self.pages} pages"
        return f"{pages}, {max(1, round(self.size / 1024))}\u00a0KB"
