"""What a fault in a surface is, and how a trial of it ended."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]


class Fault(NamedTuple):
    """One piece of a file replaced by another."""

    what: str
    """What a reader would be told wrongly."""
    path: str
    before: str
    after: str
    claims: str
    """Which checks must notice it, as `book: who, to; pack: who, to`: surfaces and the facts compared on them."""

    @property
    def claimed(self) -> dict[str, tuple[str, ...]]:
        """The facts that must be noticed to differ, by surface."""
        parts = (part.strip().partition(": ") for part in self.claims.split(";"))
        found: dict[str, tuple[str, ...]] = {}
        for surface, _, facts in parts:
            found[surface] = (*found.get(surface, ()), *(fact.strip() for fact in facts.split(",")))
        return found

    def planted(self, root: Path = ROOT) -> str:
        """The file with the fault. Raises ValueError, with the place, where the text is not there exactly once."""
        text = (root / self.path).read_text("utf-8")
        if (found := text.count(self.before)) != 1:
            raise ValueError(
                f"{self.path}: “{self.what}” is to replace a text that is there {found} times: {self.before!r}"
            )
        return text.replace(self.before, self.after)


class Trial(NamedTuple):
    """A fault and which of its claims noticed it."""

    fault: Fault
    missed: dict[str, tuple[str, ...]]
    """The claims that did not notice it, by surface."""
    complaint: str = ""
    """Why it could not be tried at all."""

    @property
    def is_noticed(self) -> bool:
        return not self.missed and not self.complaint


def lost(faults: tuple[Fault, ...], root: Path = ROOT) -> Iterator[str]:
    """What is wrong with the table itself: a text that is no longer there, or is there twice."""
    for fault in faults:
        try:
            fault.planted(root)
        except (ValueError, OSError) as wrong:
            yield str(wrong)
