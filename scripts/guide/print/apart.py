"""A press in a process of its own, and its PDFs on disk until they are asked for: for guides in several volumes.

What Typst needs for a volume never comes on top of what the guide itself needs, and goes with the process.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from guide.print.engine import Front, NotPrinted, Press, values_of


class PressApart:
    """Prints as a `Press` does, in a process that is there for as long as the block."""

    def __init__(self, press: Press) -> None:
        self._pool = ProcessPoolExecutor(
            1, get_context("spawn"), _begin, (press.epoch, press.extra_fonts, press.accent)
        )

    def __enter__(self) -> PressApart:
        return self

    def __exit__(self, *_raised: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def print(self, document: str, front: Front, content: object) -> bytes:
        """One PDF, the same bytes as from a `Press`. Raises `NotPrinted`."""
        try:
            return self._pool.submit(_printed, document, values_of(front, content)).result()
        except BrokenProcessPool:
            raise NotPrinted(document, "the process that prints was ended, perhaps for want of memory") from None


class PrintedOnDisk(Mapping[str, bytes]):
    """PDFs by the names of their files, in a folder that goes when nobody has this any more."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="guide-pdfs-")
        self._names: dict[str, Path] = {}

    def put(self, name: str, pdf: bytes) -> None:
        """Keeps one."""
        path = Path(self._folder.name) / name
        path.write_bytes(pdf)
        self._names[name] = path

    def __getitem__(self, name: str) -> bytes:
        return self._names[name].read_bytes()

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


_press: list[Press] = []
"""The one of the process that prints."""


def _begin(epoch: int, extra_fonts: tuple[Path, ...], accent: str) -> None:
    _press.append(Press(epoch, extra_fonts, accent))


def _printed(document: str, values: str) -> bytes:
    return _press[0].printed(document, values)
