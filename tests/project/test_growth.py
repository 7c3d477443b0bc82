"""A guide of any size: what a procedure costs does not grow with the number of the others. Counted, never timed."""

from __future__ import annotations

import cProfile
import pstats
from collections.abc import Callable
from pathlib import Path

import pytest

from bench.generated import write_guide
from guide.checks import check_guide
from guide.flowcharts import check_drawings, drawn
from guide.model import Guide
from guide.problems import Problem
from guide.reading import read_guide

SIZES = (6, 12, 24)
MOST = 1.02
"""How many calls each procedure may take that is added to a guide of 12, for each that one takes added to 6."""


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A generated folder of each size."""
    return [write_guide(tmp_path_factory.mktemp("grown") / str(size), size) for size in SIZES]


def calls(work: Callable[[], object]) -> int:
    """How many functions of Python and of its library a piece of work calls."""
    profile = cProfile.Profile()
    profile.runcall(work)
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


def growth(folders: list[Path], work: Callable[[Guide], object]) -> float:
    """What a procedure costs that comes to many, for each call that one costs that comes to few."""
    work(read_guide(folders[0]))  # what is imported or compiled at the first use is not a matter of size
    few, some, many = (calls(lambda folder=folder: work(read_guide(folder))) for folder in folders)  # type: ignore[misc]
    return (many - some) / (SIZES[2] - SIZES[1]) / ((some - few) / (SIZES[1] - SIZES[0]))


def all_drawings(guide: Guide) -> list[Problem]:
    return list(check_drawings(guide))


def test_generated_guides_have_no_problem(folders: list[Path]) -> None:
    guide = read_guide(folders[0])
    assert (check_guide(guide), all_drawings(guide)) == ([], [])


@pytest.mark.parametrize("work", [lambda guide: guide, check_guide, all_drawings], ids=["read", "check", "drawings"])
def test_a_procedure_costs_as_much_among_many_as_among_few(
    folders: list[Path], work: Callable[[Guide], object]
) -> None:
    assert growth(folders, work) <= MOST


def test_a_question_asked_of_the_whole_guide_for_each_procedure_is_noticed(
    folders: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every flowchart once asked anew which actors act most: nothing among four procedures, a third of it among 300."""
    monkeypatch.setattr(drawn, "tints_of", drawn.tints_of.__wrapped__)  # type: ignore[attr-defined]
    assert growth(folders, all_drawings) > MOST
