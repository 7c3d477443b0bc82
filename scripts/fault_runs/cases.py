"""Every command that writes, and the site: into a new place, and over what stands there already."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

from fault_runs.case import ROOT, Case, Standing
from guide.model import SheetColumn

CALENDARS = ROOT / "procedures" / "calendars"
OLD = b"what stood here before\n"
FILLING = ("pdf", "write", "finish", "schema", "new")
"""The commands that fill a folder."""
PROJECT = ("docs", "overrides", "scripts", "mkdocs.yml")
"""What a site is built from but the guide: looked at where it is, and never written to."""


def case_of(name: str, folder: Path) -> Case:
    """The one of this name, in a folder of its own, about a small guide that `guide new` writes."""
    guide = folder / "guide"
    _guide("new", str(guide), "--procedures", str(CALENDARS.parent))
    return _MAKERS.get(name, _folder)(name, folder, guide)


def _guide(*words: str) -> None:
    subprocess.run([sys.executable, "-m", "guide", *words], check=True, stdout=subprocess.DEVNULL)


def _calendar(name: str, folder: Path, _: Path) -> Case:
    around = folder / "calendar"
    place = around / "calendars" / "scotland.yml"
    words = ("guide", "calendar", "refresh", "scotland", "--through", "2031-12-31", "--write", "--procedures")
    before = {"": (CALENDARS / "scotland.yml").read_bytes()}
    return _made(name, around, place, (*words, str(around)), before)


def _sheet(name: str, folder: Path, guide: Path) -> Case:
    around = folder / "sheet"
    place = around / "sheet.csv"
    return _made(
        name, around, place, ("guide", "second-reading", "blank", str(place), "--procedures", str(guide)), None
    )


def _taken(name: str, folder: Path, guide: Path) -> Case:
    """A second reading that says something else than the one that is kept: afterwards both are there."""
    filled = {}
    for word in ("should", "may"):
        sheet = folder / f"{word}.csv"
        _guide("second-reading", "blank", str(sheet), "--procedures", str(guide))
        with sheet.open(encoding="utf-8-sig", newline="") as file:
            header, *rows = csv.reader(file)
        rows[-1][header.index(SheetColumn.STRENGTH)] = word
        with sheet.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([header, *rows])
        filled[word] = sheet
    _guide("second-reading", "take", str(filled["should"]), "--procedures", str(guide))
    before = {path.relative_to(guide).as_posix(): path.read_bytes() for path in guide.rglob("*") if path.is_file()}
    words = ("guide", "second-reading", "take", str(filled["may"]), "--procedures", str(guide))
    return _made(name, folder, guide, words, before)


def _folder(name: str, folder: Path, guide: Path) -> Case:
    """A command that fills a folder; where there are old files, somebody's own stands among them."""
    around = folder / _plain(name)
    place = around / "out"
    command = name.partition(":")[0]
    given = [_built(folder, guide)] if command == "finish" else []
    words = ("guide", command, *given, str(place), "--procedures", str(guide))
    fresh = _made(name, around, place, words, None)
    if name.endswith("a new folder"):
        return fresh
    old = dict.fromkeys(_written(fresh), OLD) | {"mine.txt": b"somebody's own\n"}
    return _made(name, around, place, words, old)


def _built(folder: Path, guide: Path) -> str:
    """What a generator without our hooks builds of what was written for it."""
    written = folder / "to-build"
    if not written.exists():
        _guide("write", str(written), "--procedures", str(guide))
        build = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(written / "site")]
        subprocess.run(build, cwd=written, check=True, capture_output=True)
    return str(written / "site")


def _site(name: str, folder: Path, guide: Path) -> Case:
    project = folder / "project"
    if not project.exists():
        project.mkdir()
        for one in PROJECT:
            (project / one).symlink_to(ROOT / one)
        (project / "procedures").symlink_to(guide)
    before = None if name.endswith("a new folder") else {"index.html": OLD, "gone/index.html": OLD, ".nojekyll": b""}
    place = folder / _plain(name) / "site"
    words = ("mkdocs", "build", "--strict", "--config-file", str(project / "mkdocs.yml"), "--site-dir", str(place))
    return _made(name, place.parent, place, words, before, "files")


def _plain(name: str) -> str:
    return name.replace(":", "").replace(" ", "-")


def _made(name: str, around: Path, place: Path, words: tuple[str, ...], before: Standing, steps: str = "calls") -> Case:
    around.mkdir(exist_ok=True)
    case = Case(name, around, place, words, before, steps)
    case.set_back()
    return case


def _written(case: Case) -> list[str]:
    status, said = case.run()
    if status:
        raise SystemExit(f"{case.name} does not run at all:\n{said}")
    written = list(case.standing() or {})
    case.set_back()
    return written


_MAKERS = {
    "calendar refresh --write": _calendar,
    "second-reading blank": _sheet,
    "second-reading take": _taken,
    "site: a new folder": _site,
    "site: over an old one": _site,
}
NAMES = (
    *_MAKERS,
    *(f"{command}: a new folder" for command in FILLING),
    *(f"{command}: over old files" for command in FILLING if command != "new"),  # it refuses a folder that is not empty
)
"""Everything that writes."""
