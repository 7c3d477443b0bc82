"""Files written beside their place and moved there when all of them are complete.

Whatever ends the writing, a full disk or the power, in each place stands the old file or the new one, and no half.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from itertools import groupby
from pathlib import Path

from guide.whole.causes import not_written
from guide.whole.folders import Unfinished, remove_beside
from guide.whole.holding import hold, let_go
from guide.whole.places import real

Written = str | bytes
PATIENCE = 2_000
"""How often the marker is asked for, a thousandth of a second apart."""

_OURS = re.compile(r"\.(?:.+\.)?(\d+)-(\d+)\.unfinished")
"""What a file is called until it is moved: its name, the program that writes it, and which of several it is.
Number 0, without a name, is no file but the marker that the program holds while it writes in this folder."""


def write_files(files: Mapping[Path, Written]) -> list[Path]:
    """Writes every file, or none where one cannot be written; gives what a killed run had left, and is now removed.

    A text becomes UTF-8 with the ends of its lines as they are. A link is followed, and the mode of a file is kept.
    Raises `Problems` that name the place, the cause and the cure.
    """
    writing = _Writing()
    try:
        for folder, paths in _by_folder(files):
            writing.at = paths[0]
            writing.begin_in(folder)
        for number, (path, content) in enumerate(files.items(), 1):
            writing.at = path
            writing.fill(real(path), number, content)
        writing.move()
    except OSError as error:
        raise not_written(writing.at, error) from None
    finally:
        writing.end()
    return writing.removed


def write_into(folder: Path, files: Mapping[str, Written]) -> list[Path]:
    """Writes files into a folder, which appears whole where there was none. As `write_files` in all else."""
    if folder.exists() or not files:
        beside = remove_beside(folder)
        return [*beside, *write_files({folder / name: content for name, content in files.items()})]
    unfinished, at = Unfinished(folder), folder
    try:
        for name, content in files.items():
            at = folder / name
            path = unfinished.path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(_bytes(content))
        unfinished.move()
    except OSError as error:
        raise not_written(at, error) from None
    finally:
        unfinished.give_up()
    return unfinished.removed


def remove_leftovers(folder: Path) -> list[Path]:
    """Removes what killed runs have left in a folder in which nothing is to be written now, and gives that."""
    writing = _Writing()
    try:
        if folder.is_dir():
            writing.begin_in(folder)
    except OSError:
        return []  # whoever may not write here has nothing to tidy
    finally:
        writing.end()
    return writing.removed


class _Writing:
    """What one call has made so far and, where it fails, takes back."""

    def __init__(self) -> None:
        self.at = Path()
        """The file of which a problem would speak."""
        self.removed: list[Path] = []
        self._made: list[Path] = []
        self._held: dict[Path, int] = {}
        self._waiting: dict[Path, Path] = {}

    def begin_in(self, folder: Path) -> None:
        """Makes the folder where it is missing, and removes what killed runs have left in it."""
        missing = [one for one in (folder, *folder.parents) if not one.exists()]
        for one in reversed(missing):
            one.mkdir()
            self._made.insert(0, one)
        if not folder.is_dir():
            raise OSError(errno.ENOTDIR, "")
        own = str(os.getpid())
        # Another program may just now look whether an earlier call of this one left something: it lets go at once.
        # A second call inside a first never gets the marker, and needs none: the first has it.
        for _ in range(PATIENCE):
            if self._hold(folder, own):
                break
            time.sleep(0.001)
        found = sorted((match[1], path) for path in folder.iterdir() if (match := _OURS.fullmatch(path.name)))
        for program, left in groupby(found, lambda one: one[0]):
            if program == own or self._hold(folder, program):
                self._remove(path for _, path in left if path not in self._held)
            if program != own:
                self._let_go(_marker(folder, program))

    def fill(self, place: Path, number: int, content: Written) -> None:
        """Writes one file beside its place."""
        if place.is_dir():
            raise OSError(errno.EISDIR, "")
        if place.exists() and not os.access(place, os.W_OK):
            raise OSError(errno.EACCES, "")
        path = place.with_name(f".{place.name[:60]}.{os.getpid()}-{number}.unfinished")
        self._waiting[place] = path
        with path.open("wb") as file:
            file.write(_bytes(content))
            file.flush()
            os.fsync(file.fileno())
        if place.exists():
            shutil.copymode(place, path)
            if hasattr(os, "chown"):
                with suppress(OSError):
                    os.chown(path, place.stat().st_uid, place.stat().st_gid)

    def move(self) -> None:
        for place, path in list(self._waiting.items()):
            self.at = place
            path.replace(place)
            del self._waiting[place]
        for folder in {marker.parent for marker in self._held}:
            _kept_on_disk(folder)

    def end(self) -> None:
        """Removes what was not moved and the folders that stayed empty."""
        for path in self._waiting.values():
            with suppress(OSError):
                path.unlink()
        for marker in list(self._held):
            self._let_go(marker)
        for folder in self._made:
            with suppress(OSError):
                folder.rmdir()

    def _hold(self, folder: Path, program: str) -> bool:
        descriptor = hold(_marker(folder, program))
        if descriptor is not None:
            self._held[_marker(folder, program)] = descriptor
        return descriptor is not None

    def _let_go(self, marker: Path) -> None:
        if marker in self._held:
            let_go(marker, self._held.pop(marker))

    def _remove(self, paths: Iterable[Path]) -> None:
        for path in paths:
            path.unlink(missing_ok=True)
            self.removed.append(path)


def _by_folder(files: Iterable[Path]) -> Iterable[tuple[Path, list[Path]]]:
    found: dict[Path, list[Path]] = {}
    for path in files:
        found.setdefault(real(path).parent, []).append(path)
    return found.items()


def _marker(folder: Path, program: str) -> Path:
    return folder / f".{program}-0.unfinished"


def _bytes(content: Written) -> bytes:
    return content.encode("utf-8") if isinstance(content, str) else content


def _kept_on_disk(folder: Path) -> None:
    """What is moved stays moved when the power fails; where a system cannot be asked for that, nothing is lost."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
