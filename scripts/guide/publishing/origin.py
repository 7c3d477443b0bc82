"""Where a build comes from: the commit and its day, and the one clock, which says whether a guide is still current."""

from __future__ import annotations

import os
import re
import subprocess
from datetime import UTC, date, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

from guide.calendars import DayError, days
from guide.problems import Place, Problem, Problems

UNRECORDED = "not recorded"
CHANGED = "with uncommitted changes"
BUILT_FROM = ("*.yml", "*.toml", "requirements.txt", "docs/**", "overrides/**", "scripts/**")
"""What a site is made from besides the folder with the guide, from the top of its repository."""
PUBLISHED = ("docs", "overrides")
"""Of these a site takes every file, whether git ignores it or not."""
LEFT_ABOUT = re.compile(r"(?:^|.*/)(?:\.[^/]*|Thumbs\.db|desktop\.ini|[^/]*~)", re.IGNORECASE)
"""What systems and editors leave in any folder, and no site is made from."""
OF_A_HOOK = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR"})


class Origin(NamedTuple):
    """Where a build comes from. Never the clock: the same commit built twice must give the same bytes."""

    version: str
    """The software's version, or `not recorded` where it runs uninstalled."""
    commit: str
    """The short commit, with `with uncommitted changes` behind it where that is so; `not recorded` without one."""
    date: str
    """Its day as YYYY-MM-DD, or `not recorded`."""
    epoch: int
    """The same moment in seconds since 1970; 0 where it is not recorded."""


def read_origin(folder: Path) -> Origin:
    """The commit that a guide's folder stands at, in the repository that is its own: its top is the folder or holds it.

    A repository further out, or one that has nothing of the folder, is somebody else's: nothing is recorded then.
    GUIDE_COMMIT and SOURCE_DATE_EPOCH win, for builds from an archive. Raises `Problems` where that is none.
    """
    commit, moment = _commit_of(folder.resolve())
    commit = " ".join(os.environ.get("GUIDE_COMMIT", "").split()) or commit or UNRECORDED
    epoch = _seconds(os.environ.get("SOURCE_DATE_EPOCH", "").strip() or moment or "0")
    return Origin(
        _version(), commit, datetime.fromtimestamp(epoch, UTC).date().isoformat() if epoch else UNRECORDED, epoch
    )


def today() -> int:
    """The day on which the guide is checked for being current: GUIDE_TODAY (YYYY-MM-DD), else the computer's own date.

    The only place where a clock is read. No date in the guide is counted from it.
    """
    try:
        return days.parse(os.environ.get("GUIDE_TODAY", "").strip() or date.today().isoformat())
    except DayError as error:
        hint = "set it to a day such as 2026-12-17, or take it away to use this computer's date"
        raise Problems([Problem(Place("GUIDE_TODAY"), "answer", str(error), hint)]) from None


def is_production(address: str | None) -> bool:
    """Whether a build is meant for readers: it knows the `address` at which it will stand, or GUIDE_PRODUCTION is 1."""
    return bool(address) or os.environ.get("GUIDE_PRODUCTION") == "1"


def _version() -> str:
    try:
        return version("procedure-guide")
    except PackageNotFoundError:
        return UNRECORDED


def _seconds(given: str) -> int:
    """The moment that SOURCE_DATE_EPOCH gives. One in milliseconds would be a day some 50,000 years ahead."""
    if not re.fullmatch(r"[0-9]{1,11}", given):
        cause = f"'{given[:40]}' is not a moment in seconds since 1970"
        hint = "set it to what 'git log -1 --format=%ct' prints, or take it away"
        raise Problems([Problem(Place("SOURCE_DATE_EPOCH"), "answer", cause, hint)])
    return int(given)


def _commit_of(folder: Path) -> tuple[str, str]:
    """The commit in words and its moment; empty where the folder has none of its own."""
    top = _git(folder, "rev-parse", "--show-toplevel")
    if not top or Path(top).resolve() not in (folder, folder.parent):
        return "", ""
    if Path(top).resolve() != folder and not _git(folder, "ls-files", "--", "."):
        return "", ""
    commit, _, moment = _git(folder, "log", "-1", "--format=%h %ct", "--abbrev=10").partition(" ")
    return (f"{commit} {CHANGED}" if commit and _is_changed(folder) else commit), moment


def _is_changed(folder: Path) -> bool:
    """Whether anything that a guide is built from differs from the commit, or may do so without git telling."""
    read = [str(folder), *(f":(top,glob){name}" for name in BUILT_FROM)]
    if _git(folder, "status", "--porcelain", "--untracked-files=all", "--", *read):
        return True
    if any(not line.startswith("H ") for line in _git(folder, "ls-files", "-v", "--", *read).splitlines()):
        return True  # git was told not to look at a file
    # What git ignores is read and published all the same.
    beside = _git(folder, "ls-files", "--others", "--", ".", *(f":(top){name}" for name in PUBLISHED))
    return any(not LEFT_ABOUT.fullmatch(name.strip('"')) for name in beside.splitlines())


def _git(folder: Path, *words: str) -> str:
    """What git says of the folder; nothing where there is no git, no repository, or one that it does not trust."""
    # In a hook of git these name the repository of the hook, wherever the folder is.
    environment = {name: value for name, value in os.environ.items() if name not in OF_A_HOOK}
    command = ["git", "--no-optional-locks", "-C", str(folder), *words]
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, env=environment)
    except (OSError, subprocess.CalledProcessError, UnicodeDecodeError):
        return ""
    return done.stdout.strip()
