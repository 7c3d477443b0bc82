"""Plausible faults in the files, calendars and versions of the shipped guide, planted one at a time.

`python tests/content/planted_files.py` plants each in a copy of `procedures/`, asks what `guide check --print` asks,
and prints by kind how many were refused, warned of and not seen. `test_planted_files.py` holds the last to none.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from guide.checks.every import check_publication, check_warnings
from guide.print import check_print, check_surfaces
from guide.problems import Problem, Problems
from guide.publishing import today
from guide.reading import read_guide

PROCEDURES = Path(__file__).resolve().parents[2] / "procedures"
CALENDAR = "calendars/england-and-wales.yml"
CHRISTMAS = '  - {on: 2028-12-25, reason: "Christmas Day", status: published}\n'
Outcome = Literal["refused", "warned", "unseen"]
Plant = Callable[[Path], None]


@dataclass(frozen=True)
class Fault:
    """One fault and the code of the problem that has to tell it."""

    kind: str
    name: str
    code: str
    plant: Plant
    cure: str = ""
    """What the hint has to name: the right cure, and not another file."""
    warns: bool = False
    """It may be right, so a warning is enough."""


def copied(name: str, original: str = "forms.yml") -> Plant:
    """A second copy of a file under another name."""
    return lambda folder: _write(folder / name, (folder / original).read_bytes())


def renamed(name: str, original: str) -> Plant:
    """A file under another name, and no more under its own."""
    return lambda folder: _moved(folder / original, folder / name)


def changed(file: str, old: str, new: str) -> Plant:
    """The first place in a file that reads so, changed; `old` is a pattern over lines."""

    def plant(folder: Path) -> None:
        text = (folder / file).read_text("utf-8")
        made, times = re.subn(old, lambda _: new, text, count=1, flags=re.M)
        assert times, f"{file} has nothing like {old!r}"
        (folder / file).write_text(made, "utf-8")

    return plant


def both(*plants: Plant) -> Plant:
    """Several changes that make one fault."""

    def plant(folder: Path) -> None:
        for one in plants:
            one(folder)

    return plant


def overridden(*rows: tuple[str, str, str]) -> Plant:
    """Overrides of day, change and the day on which they were added."""
    lines = [f"  - {{on: {on}, change: {change}, reason: A, source: B, added: {added}}}" for on, change, added in rows]
    return changed(CALENDAR, r"^overrides: \[\]$", "\n".join(["overrides:", *lines]))


def copy_of(day: str) -> Plant:
    """The list of another day, in both places that name it."""
    return both(
        changed(CALENDAR, r"^retrieved: .*$", f"retrieved: {day}"),
        changed(CALENDAR, r'as_stored_in: "[^"]*"', f'as_stored_in: "fetched on {day}"'),
    )


def marked(file: str, marker: str) -> Plant:
    """A mark of a merge as the third line of a file."""

    def plant(folder: Path) -> None:
        lines = (folder / file).read_text("utf-8").splitlines(keepends=True)
        (folder / file).write_text("".join([*lines[:2], f"{marker}\n", *lines[2:]]), "utf-8")

    return plant


def many_steps(count: int) -> Plant:
    """A procedure so long that neither a drawing nor a poster has room for it."""

    def plant(folder: Path) -> None:
        path = folder / "learning-review.yml"
        head, _, tail = path.read_text("utf-8").partition("    steps:\n")
        steps = [
            f"      - id: one-more-{number}\n        title: Do one more thing of many, number {number}\n"
            f"        who: partnership-team\n        does: Do one more thing.\n        due: not stated\n"
            for number in range(count)
        ]
        path.write_text(f"{head}    steps:\n{''.join(steps)}{tail}", "utf-8")

    return plant


def faults() -> Iterator[Fault]:
    """All of them, by kind."""
    marks = ((f"{marker} in {file}", "merge-marker", marked(file, marker)) for file, marker in MARKERS)
    for kind, found in (
        ("names that are not read, beside the file", ((name, "copied-file", copied(name)) for name in BESIDE)),
        ("backups", ((name, "copied-file", copied(name)) for name in BACKUPS)),
        ("copies made by machines", ((name, "copied-file", copied(name, of)) for name, of in COPIES)),
        ("copies with sound names", ((name, "copied-file", copied(name, of)) for name, of in SOUND_COPIES)),
        ("folders and other files", ((name, "not-read", copied(name)) for name in FOLDERS)),
        ("merge markers", marks),
    ):
        yield from (Fault(kind, name, code, plant) for name, code, plant in found)
    for name, original in MISSPELT:
        yield Fault(
            "misspelt names", name, "file-name", renamed(name, original), f"rename it to {original.split('/')[-1]}"
        )
    for kind, name, code, plant in OTHERS:
        yield Fault(kind, name, code, plant, warns=kind.startswith("newer"))


MISSPELT = [
    ("changes.yaml", "changes.yml"), ("changes.YML", "changes.yml"), ("Decision-Guide.yml", "decision-guide.yml"),
    ("changes.yml.txt", "changes.yml"), ("decision guide.yml", "decision-guide.yml"),
    ("learning_review.yml", "learning-review.yml"), ("examples/christmas.yaml", "examples/christmas.yml"),
    ("calendars/Scotland.yml", "calendars/scotland.yml"), ("examples/christmas (1).yml", "examples/christmas.yml"),
    ("changes.yml ", "changes.yml"), ("Rapid-Review.yml", "rapid-review.yml"),
]  # fmt: skip
BESIDE = ["forms.yaml", "forms.YML", "Forms.yml", "forms.yml.txt", "forms.yml.yml"]
BACKUPS = ["forms.yml.orig", "forms.yml~", "forms.yml.bak", ".forms.yml.swp", "forms.yml.old", "forms.bak.yml",
           "forms.yml.1", ".forms.yml.un~", "forms.yml_original", "forms.yml.2026-11-28", "forms.json"]  # fmt: skip
COPIES = [
    ("forms (1).yml", "forms.yml"), ("forms - Copy.yml", "forms.yml"), ("forms - Copy (2).yml", "forms.yml"),
    ("forms-LAPTOP7.yml", "forms.yml"), ("rapid-review-DESKTOP-4F2K.yml", "rapid-review.yml"),
    ("forms (conflicted copy 2026-11-28 091500).yml", "forms.yml"),
    ("forms (Ann's conflicted copy 2026-11-28).yml", "forms.yml"),
    ("._forms.yml", "forms.yml"), ("~$forms.yml", "forms.yml"), ("forms copy.yml", "forms.yml"),
    ("forms 2.yml", "forms.yml"), ("forms_conflict-20261128-091500.yml", "forms.yml"),
    ("examples/christmas (1).yml", "examples/christmas.yml"),
    ("calendars/scotland - Copy.yml", "calendars/scotland.yml"),
    ("forms (2) (1).yml", "forms.yml"), ("forms - Copy - Copy.yml", "forms.yml"), ("forms [Conflict].yml", "forms.yml"),
    ("forms-Ann's MacBook.yml", "forms.yml"), ("forms - Kopie.yml", "forms.yml"), ("forms – Copy.yml", "forms.yml"),
    ("forms final.yml", "forms.yml"), ("forms_v2.yml", "forms.yml"), (".forms.yml.icloud", "forms.yml"),
    ("forms (Google Drive).yml", "forms.yml"), ("Rapid-Review.yml", "rapid-review.yml"),
    ("forms_LOCAL_4711.yml", "forms.yml"), ("forms.sync-conflict-20261128-091500-ABCDEFG.yml", "forms.yml"),
]  # fmt: skip
SOUND_COPIES = [
    ("forms-2.yml", "forms.yml"), ("rapid-review-copy.yml", "rapid-review.yml"),
    ("examples/christmas-old.yml", "examples/christmas.yml"), ("calendars/scotland-2.yml", "calendars/scotland.yml"),
]  # fmt: skip
FOLDERS = ["old/forms.yml", "Examples/christmas.yml", "examples/2025/christmas.yml", "report.docx", "todo.txt",
           "schema/forms.yml"]  # fmt: skip
MARKERS = [
    ("forms.yml", "<<<<<<< HEAD"), ("rapid-review.yml", "======="), ("partnership.yml", ">>>>>>> theirs"),
    ("actors.yml", "+++++++ side #1"), ("forms.yml", "%%%%%%% changes from base"), ("forms.yml", "<<<<<<<<< branch 1"),
    ("examples/christmas.yml", "||||||| 0a1b2c3"), (CALENDAR, "<<<<<<< ours"),
]  # fmt: skip
OTHERS: list[tuple[str, str, str, Plant]] = [
    ("letters that no font has", "a smile", "no-letter", changed("forms.yml", r"^  when: ", "  when: 🙂 ")),
    ("letters that no font has", "Hebrew", "no-letter", changed("actors.yml", r"^  name: ", "  name: שלום ")),
    ("letters that no font has", "in a calendar", "no-letter",
     changed(CALENDAR, r"^overrides: \[\]$", "overrides:\n  - {on: 2028-10-10, change: closed, reason: 春, source: B, added: 2026-11-01}")),
    ("drawings too large", "13 more steps", "drawing", many_steps(13)),
    ("drawings too large", "30 more steps", "drawing", many_steps(30)),
    ("two with one address", "the page of dates", "address", changed("decision-guide.yml", r"^id: .*$", "id: timeline")),
    ("two with one address", "the page of roles", "address", changed("decision-guide.yml", r"^id: .*$", "id: roles")),
    ("two with one address", "the page for no network", "address", changed("decision-guide.yml", r"^id: .*$", "id: offline")),
    ("no room on paper", "a long summary", "print", changed("rapid-review.yml", r"^summary: .*$", "summary: " + "It goes on. " * 400)),
    ("no room on paper", "a long beginning", "print", changed("notification.yml", r"^starts: .*$", "starts: " + "It goes on. " * 400)),
    ("closed days", "Christmas deleted", "official-list", changed(CALENDAR, re.escape(CHRISTMAS), "")),
    ("closed days", "a projected Christmas deleted", "official-list",
     changed(CALENDAR, r"^  - \{on: 2031-12-25.*\n", "")),
    ("closed days", "the first one deleted", "official-list", changed(CALENDAR, r"^  - \{on: 2012-01-02.*\n", "")),
    ("closed days", "the last one deleted", "official-list", changed(CALENDAR, r"^  - \{on: 2035-12-26.*\n", "")),
    ("closed days", "a day too early", "official-list", changed(CALENDAR, "on: 2028-12-25", "on: 2028-12-22")),
    ("closed days", "another month", "official-list", changed(CALENDAR, "on: 2028-05-01", "on: 2028-05-08")),
    ("closed days", "added", "official-list",
     changed(CALENDAR, re.escape(CHRISTMAS), CHRISTMAS.replace("12-25", "12-21") + CHRISTMAS)),
    ("closed days", "added in Scotland", "official-list",
     changed("calendars/scotland.yml", r"^  - \{on: 2027-01-01", '  - {on: 2026-12-31, reason: "Hogmanay", status: published}\n  - {on: 2027-01-01')),
    ("closed days", "a reason misspelt", "official-list",
     changed(CALENDAR, re.escape(CHRISTMAS), CHRISTMAS.replace("Christmas", "Chrismas"))),
    ("closed days", "the days of another nation", "official-list",
     lambda folder: _write(folder / CALENDAR, re.sub(
         rb"^name: Scotland", b"name: England and Wales", re.sub(
             rb"^id: scotland", b"id: england-and-wales", (folder / "calendars/scotland.yml").read_bytes(), flags=re.M),
         flags=re.M))),
    ("calendars' heads", "another id", "file-name", changed(CALENDAR, r"^id: .*$", "id: england")),
    ("calendars' heads", "another name", "official-list", changed(CALENDAR, r"^name: .*$", "name: Scotland")),
    ("calendars' heads", "a year too far", "official-list", changed(CALENDAR, "through: 2035", "through: 2036")),
    ("calendars' heads", "begins too early", "official-list", changed(CALENDAR, "from: 2012", "from: 2011")),
    ("calendars' heads", "published for longer", "calendar", changed(CALENDAR, "published_through: 2028", "published_through: 2030")),
    ("calendars' heads", "fetched in the future", "day-to-come", changed(CALENDAR, "retrieved: 2026", "retrieved: 2062")),
    ("calendars' heads", "fetched in another year than its copy", "official-list", changed(CALENDAR, "retrieved: 2026", "retrieved: 2016")),
    ("newer lists", "published further than any was", "official-list", copy_of("2016-02-25")),
    ("overrides", "before 2012", "calendar", overridden(("2011-06-07", "closed", "2026-11-01"))),
    ("overrides", "three years ahead", "override", overridden(("2029-11-05", "closed", "2026-11-01"))),
    ("overrides", "nine years ahead", "override", overridden(("2035-11-05", "closed", "2026-11-01"))),
    ("overrides", "outside the calendar", "calendar", overridden(("2036-06-06", "closed", "2035-11-01"))),
    ("overrides", "cancelled by the next", "override",
     overridden(("2027-06-07", "closed", "2026-11-01"), ("2027-06-07", "working day", "2026-11-02"))),
    ("overrides", "cancelled the other way round", "override",
     overridden(("2027-12-27", "working day", "2026-11-01"), ("2027-12-27", "closed", "2026-11-02"))),
    ("overrides", "added in the future", "day-to-come", overridden(("2027-06-07", "closed", "2027-06-01"))),
    ("overrides", "closed anyway", "calendar", overridden(("2027-12-27", "closed", "2026-11-01"))),
    ("overrides", "on a Saturday", "calendar", overridden(("2027-06-05", "closed", "2026-11-01"))),
    ("newer lists", "Christmas deleted from one", "official-list", both(copy_of("2026-10-01"), changed(CALENDAR, re.escape(CHRISTMAS), ""))),
    ("newer lists", "published for longer", "official-list-ends", both(
        changed(CALENDAR, "published_through: 2028", "published_through: 2029"),
        lambda folder: _write(folder / CALENDAR, re.sub(
            rb"(on: 2029-.*status: )projected", rb"\1published", (folder / CALENDAR).read_bytes())))),
    ("nations", "of the guide", "nation", changed("partnership.yml", "^nation: england", "nation: scotland")),
    ("nations", "of one clock", "nation", changed("rapid-review.yml", "calendar: england-and-wales", "calendar: scotland")),
    ("nations", "of another clock", "nation", changed("local-review.yml", "calendar: england-and-wales", "calendar: northern-ireland")),
    ("dates never asked for", "the first one", "not-asked", changed("partnership.yml", r"^    asks: \[notification-received\]\n", "")),
    ("dates never asked for", "the optional ones", "not-asked", changed("partnership.yml", r"^    may_ask: \[authority-aware, panel-notified\]\n", "")),
    ("dates never asked for", "that of the decision", "not-asked", changed("partnership.yml", r"^    asks: \[review-decided\]\n    may_ask: \[publication\]\n", "")),
    ("reviews", "ten years away", "review-date", changed("partnership.yml", "^review_by: 20..", "review_by: 2037")),
    ("reviews", "a mistyped century", "review-date", changed("partnership.yml", "^review_by: 20", "review_by: 21")),
    ("versions", "not in changes.yml", "version", changed("partnership.yml", "^version: .*$", 'version: "9.9"')),
    ("versions", "only in changes.yml", "version", changed("changes.yml", "^- version: .*$", '- version: "9.9"')),
    ("versions", "oldest first", "version", changed("changes.yml", r"^  on: .*$", "  on: 2020-01-01")),
    ("rules", "a date that no longer fills another", "rules", both(
        changed("partnership.yml", "^    done_by: notify-the-panel\n", ""),
        *(changed(f"examples/panel-notified-before-{which}.yml", f"^  notify-the-panel: {day}\n", "")
          for which, day in (("easter", "2027-03-25"), ("the-form", "2027-12-16"))))),
    ("rules", "left out of a new version", "rules", both(
        changed("partnership.yml", "^version: .*$", 'version: "9.9"'),
        changed("changes.yml", "^- version: ", '- version: "9.9"\n  on: 2026-11-28\n  says: [More.]\n- version: '))),
    ("versions", "of a day to come", "day-to-come", changed("changes.yml", "on: 2026", "on: 2062")),
    ("rules", "all deleted", "rules", lambda folder: _write(folder / "changes.yml", re.sub(
        rb"^  rules: .*\n", b"", (folder / "changes.yml").read_bytes(), flags=re.M))),
    ("rules", "of an older version deleted", "rules", changed("changes.yml", "^  rules: not recorded\n", "")),
    ("rules", "not recorded of the newest", "rules", changed("changes.yml", r'^  rules: ".*$', "  rules: not recorded")),
    ("rules", "digits mistyped", "rules", changed("changes.yml", r'^  rules: ".*$', '  rules: "0123456789ab"')),
]  # fmt: skip


def found_in(folder: Path) -> list[Problem]:
    """What `guide check --print` tells of a folder, warnings last."""
    try:
        guide = read_guide(folder)
    except Problems as found:
        return list(found.problems)
    problems = check_publication(guide, today(), production=False) or check_surfaces(guide)[0]
    problems = problems or check_print(guide, folder.parent / "kept")
    return [*problems, *check_warnings(guide, today())]


def outcome(fault: Fault) -> tuple[Outcome, list[Problem]]:
    """What becomes of a fault, and what is told of it: only a problem with its code, a place and a cure counts."""
    with TemporaryDirectory() as made:
        folder = Path(made) / "procedures"
        shutil.copytree(PROCEDURES, folder)
        fault.plant(folder)
        told = found_in(folder)
    levels = {one.level for one in told if one.code == fault.code and one.hint and one.place.path}
    if fault.kind == "misspelt names" and not any(fault.cure in one.hint for one in told):
        return "unseen", told
    return "refused" if "problem" in levels else "warned" if levels else "unseen", told


def table() -> str:
    """How many of each kind were refused, warned of and not seen."""
    counted: dict[str, Counter[str]] = {}
    for fault in faults():
        counted.setdefault(fault.kind, Counter())[outcome(fault)[0]] += 1
    rows = [f"{'kind':42} refused  warned  unseen"]
    rows += [f"{kind:42} {one['refused']:7} {one['warned']:7} {one['unseen']:7}" for kind, one in counted.items()]
    total = sum(counted.values(), Counter())
    return "\n".join([*rows, f"{'all':42} {total['refused']:7} {total['warned']:7} {total['unseen']:7}"])


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _moved(path: Path, to: Path) -> None:
    _write(to, path.read_bytes())
    path.unlink()


if __name__ == "__main__":
    sys.exit(print(table()))
