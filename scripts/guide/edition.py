"""Which edition of the guide this is: what the foot of every page says, and the build it comes from."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, date, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

from guide.calendars import days
from guide.model import Guide

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


def footer(guide: Guide, stamp: str, on: int) -> dict[str, str]:
    """The facts at the foot of every page, in words, and what to say `on` a day when the review is overdue."""
    partnership = guide.partnership
    owner = guide.actor.get(partnership.owner)
    return {
        "area": partnership.body,
        "version": partnership.version,
        "owner": owner.name if owner else partnership.owner,
        "approved_by": partnership.approved_by[:1].upper() + partnership.approved_by[1:],
        "in_force_from": days.long(days.parse(partnership.in_force_from)),
        "review_by": days.long(days.parse(partnership.review_by)),
        "overdue": (partnership.review_overdue or "") if days.parse(partnership.review_by) < on else "",
        "stamp": stamp,
    }


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
