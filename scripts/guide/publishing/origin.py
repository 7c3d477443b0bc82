"""Where a build comes from: the commit and its day, and the one clock, which says whether a guide is still current."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, date, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

from guide.calendars import days

UNRECORDED = "not recorded"


class Origin(NamedTuple):
    """Where a build comes from. Never the clock: the same commit built twice must give the same bytes."""

    version: str
    """The software's version, or `not recorded` where it runs uninstalled."""
    commit: str
    """The short commit, or `not recorded` outside a repository."""
    date: str
    """Its day as YYYY-MM-DD, or `not recorded`."""
    epoch: int
    """The same moment in seconds since 1970; 0 where it is not recorded."""


def read_origin(folder: Path) -> Origin:
    """The commit that `folder` stands at. GUIDE_COMMIT and SOURCE_DATE_EPOCH win, for builds from an archive."""
    commit, _, moment = _git(folder).partition(" ")
    commit = os.environ.get("GUIDE_COMMIT", commit) or UNRECORDED
    epoch = int(os.environ.get("SOURCE_DATE_EPOCH", moment) or 0)
    return Origin(
        _version(), commit, datetime.fromtimestamp(epoch, UTC).date().isoformat() if epoch else UNRECORDED, epoch
    )


def today() -> int:
    """The day on which the guide is checked for being current: GUIDE_TODAY (YYYY-MM-DD), else the computer's own date.

    The only place where a clock is read. No date in the guide is counted from it.
    """
    return days.parse(os.environ.get("GUIDE_TODAY") or date.today().isoformat())


def is_production(address: str | None) -> bool:
    """Whether a build is meant for readers: it knows the `address` at which it will stand, or GUIDE_PRODUCTION is 1."""
    return bool(address) or os.environ.get("GUIDE_PRODUCTION") == "1"


def _version() -> str:
    try:
        return version("procedure-guide")
    except PackageNotFoundError:
        return UNRECORDED


def _git(folder: Path) -> str:
    command = ["git", "-C", str(folder), "log", "-1", "--format=%h %ct", "--abbrev=10"]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""
