"""Folders with one mistake each, made from the starter and a file of `tests/broken/`.

Such a file begins with comments that say what must be found, one problem a line, and where the mistake goes:

    # expect: PATH:LINE:COLUMN: CODE          a problem with its place in the folder; all of them, and no others
    # says: words of its message              optional
    # hint: words of its hint                 optional
    # in: FILE                                the lines below are this whole file, or
    # in: FILE, instead of: LINE              they stand in place of the one line that reads so (indentation aside), or
    # in: FILE, after: LINE                   they follow that line

There may be several `# in:` parts. The name of the file is the mistake.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from committed_calendars import FOLDER as CALENDARS
from guide.checks.every import check_guide
from guide.problems import Problem, Problems
from guide.reading.folder import read_guide

BROKEN = Path(__file__).parent / "broken"
STARTER = Path(__file__).resolve().parents[1] / "scripts" / "guide" / "starter"


@dataclass
class Part:
    """One change to one file."""

    file: str
    how: str
    line: str
    body: list[str] = field(default_factory=list)


@dataclass
class Mistake:
    """What a file of `tests/broken/` says."""

    expect: list[str] = field(default_factory=list)
    says: list[str] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)


def read_mistake(path: Path) -> Mistake:
    mistake = Mistake()
    for line in path.read_text("utf-8").splitlines():
        place = re.fullmatch(r"# in: ([^,]+)(?:, (instead of|after): (.+))?", line)
        if place:
            mistake.parts.append(Part(place[1], place[2] or "", place[3] or ""))
        elif mistake.parts:
            mistake.parts[-1].body.append(line)
        elif line.startswith("# expect: "):
            mistake.expect.append(line.removeprefix("# expect: "))
        elif line.startswith("# says: "):
            mistake.says.append(line.removeprefix("# says: "))
        elif line.startswith("# hint: "):
            mistake.hints.append(line.removeprefix("# hint: "))
    return mistake


def sound_guide(folder: Path) -> Path:
    """A fresh copy of the starter with two of the committed calendars, in which nothing is wrong."""
    shutil.copytree(STARTER, folder)
    (folder / "calendars").mkdir()
    for nation in ("england-and-wales", "scotland"):
        shutil.copy(CALENDARS / f"{nation}.yml", folder / "calendars")
    return folder


def with_mistake(folder: Path, mistake: Mistake) -> Path:
    """The starter with a mistake worked in."""
    sound_guide(folder)
    for part in mistake.parts:
        path = folder / part.file
        lines = part.body
        if part.how:
            lines = path.read_text("utf-8").splitlines()
            found = [number for number, line in enumerate(lines) if line.strip() == part.line]
            assert len(found) == 1, f"{part.file} has the line {part.line!r} {len(found)} times"
            first = found[0] if part.how == "instead of" else found[0] + 1
            lines[first : found[0] + 1] = part.body
        path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return folder


def problems_in(folder: Path) -> list[Problem]:
    """What `guide check` finds, drawings aside, with paths relative to the folder."""
    try:
        return check_guide(read_guide(folder))
    except Problems as found:
        return list(found.problems)


def shown(folder: Path, problem: Problem) -> str:
    """`PATH:LINE:COLUMN: CODE`, the path from inside the folder."""
    path = Path(problem.place.path).resolve()
    inside = path.relative_to(folder.resolve()).as_posix() if path != folder.resolve() else "."
    return f"{inside}:{problem.place.line}:{problem.place.column}: {problem.code}"
