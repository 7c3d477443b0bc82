"""Why a file could not be written, and what helps: the system's number as a problem with place, cause and cure."""

from __future__ import annotations

import errno
from pathlib import Path

from guide.problems import Place, Problem, Problems

_ELSEWHERE = "change its permissions, close whatever has it open, or name another place"
_CAUSES = {
    errno.ENOSPC: ("the disk is full", "make room on it, then do the same again"),
    errno.EDQUOT: ("your share of the disk is used up", "remove what you no longer need, then do the same again"),
    errno.EFBIG: (
        "the file grows larger than this system allows",
        "raise its limit (ulimit -f), then do the same again",
    ),
    errno.EROFS: ("this disk can only be read", "name a place on another disk"),
    errno.EACCES: ("you may not write here", _ELSEWHERE),
    errno.EPERM: ("you may not write here", _ELSEWHERE),
    errno.ENOTDIR: ("a file stands where a folder is needed", "remove or rename it, or name another place"),
    errno.EEXIST: ("a file stands where a folder is needed", "remove or rename it, or name another place"),
    errno.EISDIR: ("a folder stands where the file belongs", "remove or rename it, or name another place"),
    errno.ENOENT: ("there is no such place", "make the folder first, or name another place"),
    errno.EBUSY: ("this folder is where a disk is put in, so it cannot be replaced", "name a folder inside it"),
    errno.EXDEV: (
        "this folder is on another disk than the one around it",
        "remove it first, or name a folder inside it",
    ),
    errno.ENAMETOOLONG: ("the name is too long for this disk", "name a place with a shorter name"),
    errno.EIO: ("the disk does not answer as it should", "look whether it is sound, or name a place on another one"),
}


def not_written(place: Path, error: OSError) -> Problems:
    """The problem to raise where `place` could not be written. What stood there is as it was: callers see to that."""
    cause, cure = _CAUSES.get(error.errno or 0, (error.strerror or str(error), "name another place"))
    message = f"this was not written: {cause}; what stood here before is as it was"
    return Problems([Problem(Place(place.as_posix()), "not-written", message, cure)])
