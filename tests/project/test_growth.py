"""A guide of any size: what a procedure costs does not grow with the number of the others. Counted, never timed.

What is counted is calls: of each function on its own, so that one which looks at the whole guide for every procedure
cannot hide among a thousand that do not.
"""

from __future__ import annotations

import cProfile
import gc
import json
import pstats
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bench.generated import write_guide
from guide.checks import check_guide
from guide.flowcharts import check_drawings, drawn
from guide.model import Guide, Step
from guide.pages import environment, render
from guide.pages.page_facts import uses
from guide.print.documents import documents_of
from guide.print.engine import by_name
from guide.problems import Problem
from guide.publishing import Origin
from guide.reading import read_guide

SIZES = (11, 16, 30)
"""All with two digits, printed in volumes, and few enough to be listed on one page."""
MOST = 1.2
"""How often what each of the last fourteen procedures costs may be what each of the five before them does: 1 where the
cost grows with their number, 1.70 where it grows with its square."""
MANY = 4
"""Calls more than that a procedure, for what is rounded: numbers of volumes, words of a list."""

Work = Callable[[Guide], object]


def all_drawings(guide: Guide) -> list[Problem]:
    return list(check_drawings(guide))


def all_pages(guide: Guide) -> Mapping[str, str]:
    return render(guide, Origin("1.0.0", "0123456789", "2026-11-23", 1795392000))


def all_print(guide: Guide) -> list[str]:
    """What stands in every PDF."""
    return [json.dumps(by_name(one.content()), default=by_name) for one in documents_of(guide)]


def all_checks(guide: Guide) -> list[Problem]:
    return [*check_guide(guide), *all_drawings(guide)]


PARTS: Mapping[str, Work] = {
    "read": lambda guide: guide, "check": all_checks, "pages": all_pages, "print": all_print,
}  # fmt: skip


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A generated folder of each size."""
    return [write_guide(tmp_path_factory.mktemp("grown") / str(size), size) for size in SIZES]


def counted(work: Callable[[], object]) -> Counter[str]:
    """How often each function of Python and of its library is called, by file, line and name."""
    profile = cProfile.Profile()
    gc.collect()
    gc.disable()  # what another test has left is no work of this one
    try:
        profile.runcall(work)
    finally:
        gc.enable()
    found: Counter[str] = Counter()
    for (file, line, name), (_, times, *_rest) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        found[f"{file}:{line} {name}"] += times
    return found


def growing(folders: list[Path], work: Work) -> list[str]:
    """The functions of which a procedure asks more in a larger guide, and the whole where that does."""
    work(read_guide(folders[0]))  # what is imported or compiled at the first use is not a matter of size
    few, some, many = (counted(lambda folder=folder: work(read_guide(folder))) for folder in folders)  # type: ignore[misc]
    for each in (few, some, many):
        each["everything"] = sum(each.values())
    (first, middle, last) = SIZES
    return [
        name
        for name in many
        if (many[name] - some[name]) / (last - middle) > (some[name] - few[name]) / (middle - first) * MOST + MANY
    ]


def test_generated_guides_have_no_problem(folders: list[Path]) -> None:
    guide = read_guide(folders[0])
    assert all_checks(guide) == []


@pytest.mark.parametrize("part", PARTS)
def test_a_procedure_costs_as_much_among_many_as_among_few(folders: list[Path], part: str) -> None:
    assert growing(folders, PARTS[part]) == []


def test_a_question_asked_of_the_whole_guide_for_each_procedure_is_noticed(
    folders: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every flowchart once asked anew which actors act most: nothing among four procedures, a third of it among 300."""
    monkeypatch.setattr(drawn, "tints_of", drawn.tints_of.__wrapped__)  # type: ignore[attr-defined]
    assert any("drawn.py" in name for name in growing(folders, all_drawings))


def test_a_list_looked_through_for_each_step_is_noticed(folders: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Every step on the page of a role once looked through all entries for those of the same act."""

    def told_again(guide: Guide, step: Step) -> tuple[object, ...]:
        return tuple(use for use in uses(guide) if use.entry.entry_id in step.same_act)

    monkeypatch.setattr(environment, "told_again", told_again)
    assert any(name.endswith("entry_id") for name in growing(folders, all_pages))
