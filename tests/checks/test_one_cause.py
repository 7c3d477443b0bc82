"""One mistake is told once: what was removed or renamed, and not each place that misses it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from area_guides import area, copy_area
from guide.checks.every import check_guide
from guide.checks.references import actor_uses, question_uses
from guide.problems import Problem, Problems
from guide.reading.folder import read_guide

MOST = 4
"""What is told at most: the cause, and few places where somebody may want to look."""
Change = Callable[[Path], None]


def told(folder: Path, change: Change) -> list[Problem]:
    copy = copy_area(folder / "procedures")
    change(copy)
    try:
        return check_guide(read_guide(copy))
    except Problems as found:
        return list(found.problems)


def renamed(file: str, name: str) -> Change:
    """An id called otherwise where it is defined, and nowhere else."""
    return changed(file, rf"^(\s*(?:- (?:id: )?)?){name}(:?)$", rf"\g<1>{name}x\g<2>")


def changed(file: str, old: str, new: str) -> Change:
    def change(folder: Path) -> None:
        text = (folder / file).read_text("utf-8")
        made, times = re.subn(old, new, text, count=1, flags=re.M)
        assert times == 1, old
        (folder / file).write_text(made, "utf-8")

    return change


def most_used(names: list[str]) -> str:
    return max(sorted(set(names)), key=names.count)


USED = {
    "actors.yml": most_used([str(one) for one in actor_uses(area()) if one in area().actor]),
    "questions.yml": most_used([str(one) for one in question_uses(area())]),
    "forms.yml": most_used([str(form) for one in area().procedures for step in one.steps for form in step.forms]),
}
"""What most places name."""
NO_CLOCK = r"^clock:\n(?:  .*\n)+"
CHANGES: dict[str, Change] = {
    **{f"{file} without its most used": renamed(file, name) for file, name in USED.items()},
    **{f"no {one.id}": lambda folder, name=one.id: (folder / f"{name}.yml").unlink() for one in area().procedures},  # type: ignore[misc]
    **{
        f"no clock in {one.id}": changed(f"{one.id}.yml", NO_CLOCK, "")
        for one in area().procedures if one.clock
    },
    "another day one": changed(
        "evaluation.yml", "working_day_one: the next working day", "working_day_one: the same day"
    ),
    "no calendar": lambda folder: (folder / "calendars/england-and-wales.yml").unlink(),
    "another calendar": lambda folder: (folder / "calendars/scotland.yml").replace(
        folder / "calendars/england-and-wales.yml"
    ),
    **{f"no anchor {name}": renamed("partnership.yml", str(name)) for name in area().partnership.anchors},
    **{f"no journey {name}": renamed("partnership.yml", str(name)) for name in area().journey},
    **{f"no list {name}": lambda folder, name=name: (folder / name).unlink() for name in ("source.yml", "actors.yml")},  # type: ignore[misc]
    "no example": lambda folder: [path.unlink() for path in (folder / "examples").iterdir()].clear(),
}  # fmt: skip


@pytest.mark.parametrize("what", CHANGES)
def test_what_was_removed_or_renamed_is_told_and_not_each_place_that_misses_it(what: str, tmp_path: Path) -> None:
    found = told(tmp_path, CHANGES[what])
    assert 1 <= len(found) <= MOST, "\n".join(map(str, found))
    assert all(problem.hint for problem in found)


def test_of_a_clock_that_counts_otherwise_the_clock_is_told_and_not_every_date(tmp_path: Path) -> None:
    found = told(tmp_path, CHANGES["another day one"])
    assert any("dates in" in one.message and "clock" in one.hint for one in found)


def test_a_procedure_that_is_gone_is_to_be_put_back(tmp_path: Path) -> None:
    found = told(tmp_path, CHANGES["no evaluation"])
    assert {problem.code for problem in found} == {"unknown-procedure"}
    assert any("put the file evaluation.yml back" in problem.hint for problem in found)
