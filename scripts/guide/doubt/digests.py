"""A content's digest: the same for the same files of a folder, whatever else stands on the computer."""

from __future__ import annotations

import hashlib

from guide.model import Guide

DIGITS_OF_CONTENT = 12
_READ = ("*.yml", "*.csv", "examples/*.yml", "calendars/*.yml")


def content_digest(guide: Guide) -> str:
    """The first twelve digits of a SHA-256 over every file of the folder that is read, with its name."""
    content = hashlib.sha256()
    for path in sorted({path for pattern in _READ for path in guide.folder.glob(pattern)}):
        content.update(f"{path.relative_to(guide.folder).as_posix()}\n".encode())
        content.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return content.hexdigest()[:DIGITS_OF_CONTENT]
