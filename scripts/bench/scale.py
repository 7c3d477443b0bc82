"""What the shipped guide and guides of any size take: to check, to build without PDFs and with them, to print, to save.

Each is a process of its own, so that nothing is kept from one to the next, beside plain Material with as many pages of
as many words. Targets are printed and never asserted: a machine with other work takes longer.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from bench.generated import write_guide
from bench.plain import words_of, write_plain
from bench.saving import saves
from bench.spent import SCRIPTS, Spent, spent

ROOT = SCRIPTS.parent
SHIPPED = 0
"""The number of procedures that stands for the shipped guide, whatever it has."""
HEADING = f"{'':34}{'seconds':>9}{'MB':>8}{'ms each':>9}   target"
BUILD = ("build", "--strict", "--site-dir", "site")


def checks(folder: Path) -> Iterator[str]:
    """`guide check` of guides of each size."""
    for size in (SHIPPED, 10, 100, 300, 1000):
        taken = spent(["-m", "guide", "check"], project_of(folder, size))
        yield line(f"check {named(size)}", taken, size, {1000: "15 s"}.get(size, ""))


def sites(folder: Path) -> Iterator[str]:
    """A strict build without PDFs of guides of each size, and plain Material beside it."""
    targets = {SHIPPED: "1.5 times plain", 1000: "60 s"}
    for size in (SHIPPED, 10, 100, 1000):
        project = project_of(folder, size)
        taken = spent(["-m", "bench.without_pdfs", *BUILD], project)
        yield line(f"site without PDFs, {named(size)}", taken, size, targets.get(size, ""))
        pages = words_of(project / "site")
        plain = spent(["-m", "mkdocs", *BUILD], write_plain(folder / f"plain-{size}", pages))
        yield line(
            f"  plain Material, {len(pages):,} pages", plain, size, f"ours is {taken.seconds / plain.seconds:.1f} times"
        )


def wholes(folder: Path) -> Iterator[str]:
    """A strict build with PDFs."""
    for size in (SHIPPED, 10, 100):
        taken = spent(["-m", "mkdocs", *BUILD], project_of(folder, size))
        yield line(f"site with PDFs, {named(size)}", taken, size, {100: "15 s, 500 MB"}.get(size, ""))


def prints(folder: Path) -> Iterator[str]:
    """All PDFs of guides of each size, written to a folder."""
    targets = {SHIPPED: "2.5 s, 250 MB", 1000: "600 MB"}
    for size in (SHIPPED, 10, 100, 1000):
        taken = spent(["-m", "guide", "pdf", "pdfs"], project_of(folder, size))
        yield line(f"PDFs, {named(size)}", taken, size, targets.get(size, ""))


def changes(folder: Path) -> Iterator[str]:
    """A save while the guide is served."""
    for size in (SHIPPED, 100):
        project = project_of(folder, size)
        first = sorted(path.stem for path in (project / "procedures").glob("*.yml") if "\nphases:" in path.read_text())
        seconds, clock = saves(project, first[0])
        target = "1.5 s" if size == SHIPPED else ""
        yield f"{f'a save, {named(size)}':34}{seconds:9.1f}{'':17}   {target:24} {clock:.1f} s by the clock"


PARTS: Mapping[str, Callable[[Path], Iterator[str]]] = {
    "check": checks, "site": sites, "pdfs": prints, "whole": wholes, "save": changes,
}  # fmt: skip


def scale(part: str) -> Iterator[str]:
    """The lines of one part of the table."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        yield from PARTS[part](Path(folder))


def project_of(folder: Path, size: int) -> Path:
    """A project, in a folder of its own, with a generated guide of that size, or with the shipped one."""
    project = folder / f"project-{size}"
    for name in ("docs", "overrides", "scripts"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", project)
    if size == SHIPPED:
        shutil.copytree(ROOT / "procedures", project / "procedures")
    else:
        write_guide(project / "procedures", size)
    return project


def named(size: int) -> str:
    """A guide by its size, for people."""
    return f"{size:,} procedures" if size else "shipped guide"


def line(what: str, taken: Spent, size: int, target: str) -> str:
    """One line of the table, with what a procedure of a generated guide costs."""
    each = f"{taken.seconds * 1000 / size:.0f}" if size else ""
    return f"{what:34}{taken.seconds:9.1f}{taken.megabytes:8,.0f}{each:>9}   {target}".rstrip()
