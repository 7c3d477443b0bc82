"""How many changes of one token were tried with a content, and how many its checks noticed: the record of a run.

`guide doubt --record` writes it into the folder of the content, as `doubt.json`, and the page at /assurance/ shows it
where the content is still the same.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import NamedTuple

from guide.calendars import DayError, days
from guide.model import Guide

DOUBT_FORMAT = "guide-doubt/1"
DOUBT_FILE = "doubt.json"
DIGITS_OF_CONTENT = 12
_READ = ("*.yml", "*.csv", "examples/*.yml", "calendars/*.yml")


class DoubtRecord(NamedTuple):
    """One run over a whole content."""

    content: str
    """The beginning of the digest of the content that was tried."""
    on: int
    """The day of the run, as a number of days."""
    tried: int
    noticed: int

    @property
    def unseen(self) -> int:
        """How many changes nothing noticed."""
        return self.tried - self.noticed


def content_digest(guide: Guide) -> str:
    """The first twelve digits of a SHA-256 over every file of the folder that says something, with its name."""
    content = hashlib.sha256()
    for path in sorted({path for pattern in _READ for path in guide.folder.glob(pattern)}):
        content.update(f"{path.relative_to(guide.folder).as_posix()}\n".encode())
        content.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return content.hexdigest()[:DIGITS_OF_CONTENT]


def doubt_record(guide: Guide) -> DoubtRecord | None:
    """The record of a guide's own content; None where this content was not tried, or the record cannot be read."""
    try:
        data = json.loads((guide.folder / DOUBT_FILE).read_text("utf-8"))
        if data["format"] != DOUBT_FORMAT or data["content"] != content_digest(guide):
            return None
        record = DoubtRecord(data["content"], days.parse(data["on"]), data["tried"], data["noticed"])
        return record if record.tried > 0 and 0 <= record.noticed <= record.tried else None
    except (OSError, ValueError, KeyError, TypeError, DayError):
        return None


def doubt_text(record: DoubtRecord) -> str:
    """A record as it stands in the file: the same run on the same day always gives the same bytes."""
    said = record._asdict() | {"on": days.text(record.on)}
    return json.dumps({"format": DOUBT_FORMAT, **said}, ensure_ascii=False, indent=1) + "\n"


def doubt_path(folder: Path) -> Path:
    """Where the record of a folder stands."""
    return folder / DOUBT_FILE
