"""Which of several programs may go on: a file that only one of them can hold, and that a killed one lets go of."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl


def hold(marker: Path) -> int | None:
    """An open descriptor of the marker, which this program has for itself; nothing where another one has it.

    The system lets go of it when the program ends, however it ends. Raises OSError where no marker can be made.
    """
    while True:
        if sys.platform == "win32":  # there nobody can remove a file that somebody has open
            with suppress(FileNotFoundError):
                try:
                    marker.unlink()
                except PermissionError:
                    return None
            with suppress(FileExistsError):
                return os.open(marker, os.O_CREAT | os.O_EXCL | os.O_RDWR)
        else:
            descriptor = os.open(marker, os.O_CREAT | os.O_RDWR, 0o666)
            if not _locked(descriptor):
                os.close(descriptor)
                return None
            if _is_still(descriptor, marker):
                return descriptor
            os.close(descriptor)  # whoever held it has just ended and taken it away


def let_go(marker: Path, descriptor: int) -> None:
    """Removes the marker, and lets others go on."""
    if sys.platform == "win32":
        os.close(descriptor)
        with suppress(OSError):
            marker.unlink()
    else:
        with suppress(OSError):
            marker.unlink()
        os.close(descriptor)


def _locked(descriptor: int) -> bool:
    if sys.platform == "win32":
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True  # a disk that knows no locks: nobody can hold anything on it
    return True


def _is_still(descriptor: int, marker: Path) -> bool:
    with suppress(FileNotFoundError):
        return os.path.samestat(os.fstat(descriptor), marker.stat())
    return False
