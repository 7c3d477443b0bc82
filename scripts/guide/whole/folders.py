"""A folder that is made beside its place, by one program at a time, and put there whole.

Where the system can, the old and the new folder change places at once. Elsewhere the old one steps aside for a moment,
and a run that finds that moment interrupted puts it back.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

from guide.problems import Place, Problem, Problems
from guide.whole.causes import not_written
from guide.whole.holding import hold, let_go
from guide.whole.places import real

PUBLISHED_HIDDEN = ".well-known"
"""A hidden folder that belongs to a site. Whatever else is hidden in a folder, such as `.git`, is its owner's."""


class Unfinished:
    """The folder to fill. End with `move` when all is in it, and in any case with `give_up`.

    Raises `Problems` where it cannot be made, or where another program is just making the same.
    """

    def __init__(self, place: Path) -> None:
        self.place = real(place)
        self.path = self.place.with_name(f".{self.place.name}.unfinished")
        """Where to write."""
        self.removed: list[Path] = []
        """What a killed run had left, and what was removed, or put back, before this one began."""
        self._old = self.place.with_name(f".{self.place.name}.replaced")
        self._marker = self.place.with_name(f".{self.place.name}.held")
        self._said = place
        self._descriptor: int | None = None
        try:
            self._begin()
        except OSError as error:
            self._end()
            raise not_written(place, error) from None

    def _begin(self) -> None:
        if self.place.exists() and not self.place.is_dir():
            raise OSError(errno.ENOTDIR, "")
        if self.place.is_dir() and not os.access(self.place, os.W_OK):
            raise OSError(errno.EACCES, "")
        if self.place.is_mount():
            raise OSError(errno.EBUSY, "")
        self.place.parent.mkdir(parents=True, exist_ok=True)
        self._descriptor = hold(self._marker)
        if self._descriptor is None:
            message = "another run is writing this just now; nothing was done"
            raise Problems(
                [Problem(Place(self._said.as_posix()), "not-written", message, "wait for it, then try again")]
            )
        self._tidy()
        self.path.mkdir()
        if self.place.exists():
            shutil.copymode(self.place, self.path)

    def _tidy(self) -> None:
        """Only one program can be here, so what lies here is of one that was killed."""
        if self._old.exists() and not self.place.exists():
            self._old.rename(self.place)
            self.removed.append(self._old)
        for left in (self.path, self._old):
            if left.exists():
                shutil.rmtree(left)
                self.removed.append(left)

    def move(self) -> None:
        """Puts the folder in its place. What stood there is removed, but for what is hidden in it, which is kept."""
        try:
            self._keep_hidden()
            _kept_on_disk(self.path)
            if not self.place.exists():
                self.path.rename(self.place)
            elif not _exchanged(self.path, self.place):
                self._step_aside()
        except OSError as error:
            raise not_written(self._said, error) from None
        finally:
            self.give_up()

    def give_up(self) -> None:
        """Removes what was not moved, and lets others go on. Nothing happens where that is done."""
        if self._descriptor is not None:
            shutil.rmtree(self.path, ignore_errors=True)
            if self.place.exists():
                shutil.rmtree(self._old, ignore_errors=True)
        self._end()

    def _end(self) -> None:
        if self._descriptor is not None:
            let_go(self._marker, self._descriptor)
        self._descriptor = None

    def _keep_hidden(self) -> None:
        for path in self.place.glob(".*") if self.place.is_dir() else ():
            kept = self.path / path.name
            if path.name == PUBLISHED_HIDDEN or kept.exists():
                continue
            if path.is_dir() and not path.is_symlink():
                shutil.copytree(path, kept, symlinks=True)
            else:
                shutil.copy2(path, kept, follow_symlinks=False)

    def _step_aside(self) -> None:
        self.place.rename(self._old)
        try:
            self.path.rename(self.place)
        except OSError:
            self._old.rename(self.place)
            raise


def remove_beside(place: Path) -> list[Path]:
    """Removes what a killed run that made this folder has left beside it, and gives that; nothing while one makes it.

    A run that was killed when its folder stood already leaves only its marker.
    """
    marker = real(place).with_name(f".{real(place).name}.held")
    if not marker.exists():
        return []
    with suppress(Problems):
        unfinished = Unfinished(place)
        unfinished.give_up()
        return [*unfinished.removed, marker]
    return []


def _exchanged(one: Path, other: Path) -> bool:
    """Whether the system could let two folders change places at once."""
    with suppress(OSError, AttributeError):
        library = ctypes.CDLL(None, use_errno=True)
        names = os.fsencode(one), os.fsencode(other)
        if sys.platform == "linux":
            here = -100  # AT_FDCWD; the last number is RENAME_EXCHANGE
            return bool(library.renameat2(here, names[0], here, names[1], 2) == 0)
        if sys.platform == "darwin":
            return bool(library.renamex_np(*names, 2) == 0)  # RENAME_SWAP
    return False


def _kept_on_disk(folder: Path) -> None:
    """Asks the disk to have every file before the folder is moved; a system that cannot be asked is not."""
    for path in folder.rglob("*"):
        if path.is_file():
            with suppress(OSError), path.open("rb") as file:
                os.fsync(file.fileno())
