"""A command that writes: how it is run, where it writes, and what stood there before."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KILLED = Path(__file__).with_name("killed.py")
LEFT = ("*.unfinished", ".*.held", ".*.replaced")
"""What a run that is interrupted may leave, and the next one removes."""

Standing = Mapping[str, bytes] | None
"""The files of a folder, or the one file under the name ``; None where nothing stands."""


@dataclass(frozen=True)
class Case:
    """One command, in a folder of its own."""

    name: str
    around: Path
    """The folder in which the place stands, and nothing else is written."""
    place: Path
    words: tuple[str, ...]
    """Behind `python -m`."""
    before: Standing
    """What stood in the place."""
    steps: str = "calls"
    """How finely a run is cut: see `killed.py`."""

    def set_back(self) -> None:
        """As it was before any run."""
        for path in sorted(self.around.rglob("*"), reverse=True):
            if path.is_relative_to(self.place) or any(path.match(one) for one in LEFT) or _in_leftover(path):
                path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink(missing_ok=True)
        for name, content in (self.before or {}).items():
            path = self.place / name if name else self.place
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)

    def standing(self) -> Standing:
        """What a reader would find in the place now."""
        if self.place.is_file():
            return {"": self.place.read_bytes()}
        if not self.place.is_dir():
            return None
        files = (path for path in self.place.rglob("*") if path.is_file() and not path.match(LEFT[0]))
        return {path.relative_to(self.place).as_posix(): path.read_bytes() for path in files}

    def left_over(self) -> list[str]:
        """What lies about that nobody asked for."""
        return sorted({path.name for one in LEFT for path in self.around.rglob(one)})

    def start(self, before_it: Callable[[], None] | None = None) -> subprocess.Popen[str]:
        """Begins an ordinary run; `before_it` is done in the new process, to take something away from it."""
        return self._popen([sys.executable, "-m", *self.words], before_it)

    def run(self, before_it: Callable[[], None] | None = None) -> tuple[int, str]:
        """An ordinary run: its exit status, and what it said."""
        process = self.start(before_it)
        said = process.communicate()
        return process.returncode, "".join(said)

    def cut(self, moment: int) -> int:
        """A run that ends at this of its steps; with 0 it goes on to its end, and its steps are given."""
        words = [sys.executable, str(KILLED), str(self.around), self.steps, str(moment), *self.words]
        process = self._popen(words, None)
        said, complaint = process.communicate()
        if moment:
            return process.returncode
        if process.returncode:
            raise SystemExit(f"{self.name} does not run at all:\n{said}{complaint}")
        return int(said.splitlines()[-1])

    def _popen(self, words: list[str], before_it: Callable[[], None] | None) -> subprocess.Popen[str]:
        environment = os.environ | {
            "PYTHONPATH": str(ROOT / "scripts"), "PYTHONDONTWRITEBYTECODE": "1", "NO_MKDOCS_2_WARNING": "1",
            "GUIDE_COMMIT": "0000000000", "SOURCE_DATE_EPOCH": "1767614400", "PYTHONIOENCODING": "utf-8",
        }  # fmt: skip
        return subprocess.Popen(
            words, cwd=self.around.parent, env=environment, encoding="utf-8", preexec_fn=before_it,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip


def _in_leftover(path: Path) -> bool:
    return any(folder.match(one) for folder in path.parents for one in LEFT)
