"""What a fault is, and how a trial of it ended."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

ROOT = Path(__file__).resolve().parents[2]
SOURCES = {
    "python": tuple(
        ROOT / "scripts" / "guide" / f"{name}.py"
        for name in (
            "calendars/days",
            "dates/counting",
            "dates/acts",
            "dates/done",
            "dates/evaluate",
            "dates/remarks",
            "dates/timeline",
        )
    ),
    "javascript": tuple(
        ROOT / "docs" / "assets" / "guide" / f"{name}.js"
        for name in (
            "calendars/days",
            "calendars/calendar",
            "dates/counting",
            "dates/acts",
            "dates/evaluate",
            "dates/remarks",
            "dates/timeline",
        )
    ),
}

Ending = Literal["noticed", "hung", "survived"]


NONE = -1


@dataclass(frozen=True, slots=True)
class Fault:
    """One small change of one file. `number` is its place among the faults of that file; `NONE` is no change at all."""

    path: Path
    number: int
    line: int
    inside: str
    """The function it is in, so that an argument about it outlives a change of line numbers."""
    before: str
    after: str
    code: str = ""
    """The line of source it is in."""

    @property
    def key(self) -> str:
        """What it is known by where it is argued to change nothing."""
        return f"{self.path.name} {self.inside}: {self.before} → {self.after} in {self.code}"

    def __str__(self) -> str:
        shown = self.path.relative_to(ROOT).as_posix()
        return f"{shown}:{self.line}: {self.inside}: {self.before}  →  {self.after}"


@dataclass(frozen=True, slots=True)
class Trial:
    """A fault and how it ended."""

    fault: Fault
    ending: Ending
    by: str = ""
    """The test that noticed it."""
