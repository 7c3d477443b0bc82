"""Every example in a docstring is run, and gives what stands below it."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import guide
from guide.calendars import days
from prose import ROOT

ON_THE_SHIPPED_GUIDE = {
    "guide.dates.timeline",
    "guide.exports.icalendar",
    "guide.exports.spreadsheet",
    "guide.exports.table",
}
"""Modules whose examples read `procedures/`: they are run in tests/content, where the guide they show is at home."""
READS = re.compile(r'read_guide\("procedures"\)(?!\.calendars)')
MODULES = [one.name for one in pkgutil.walk_packages(guide.__path__, "guide.") if one.name != "guide.__main__"]

SHOWN = {
    "guide.calendars.days": {
        "WorkingDays", "clear_days_after", "clear_days_before", "days_after", "from_ymd", "long", "months_after",
        "parse", "text", "to_ymd", "weekday", "without_weekday", "weeks_after",
    },
    "guide.model.lengths": {"DayNumber", "Quantity", "singular", "why_not_counted"},
    "guide.dates.counting": {"Rule", "count"},
    "guide.dates.timeline": {"schedule"},
    "guide.dates.numbers_said": {"sayings_in", "value_of"},
    "guide.dates.moments_said": {"moments_in"},
    "guide.plain": {"as_it_looks", "is_unseen", "named", "odd_letter", "plainly", "unseen_in"},
    "guide.wording": {"listed", "timing"},
    "guide.problems": {"Place", "Problem", "Problems", "problems_as_github", "problems_as_json", "problems_as_text"},
    "guide.exports.icalendar": {"calendar_file"},
    "guide.exports.spreadsheet": {"as_csv"},
    "guide.exports.table": {"as_table"},
}  # fmt: skip
"""What others call, and what its module therefore shows in an example."""


def examples_of(module: ModuleType) -> Iterator[doctest.DocTest]:
    return (one for one in doctest.DocTestFinder(exclude_empty=True).find(module) if one.examples)


def reads_procedures(module: ModuleType) -> bool:
    """Whether an example reads more of the folder than its bank holidays, which are everybody's."""
    return any(READS.search(one.source) for found in examples_of(module) for one in found.examples)


def complaints(module: ModuleType) -> list[str]:
    """What each example that is not true gives instead."""
    said: list[str] = []
    runner = doctest.DocTestRunner(verbose=False)
    for one in examples_of(module):
        runner.run(one, out=said.append)
    return said


@pytest.mark.parametrize("name", sorted({*MODULES} - ON_THE_SHIPPED_GUIDE))
def test_every_example_gives_what_stands_below_it(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert complaints(importlib.import_module(name)) == []


def test_an_example_reads_the_procedures_only_where_it_is_said() -> None:
    assert {name for name in MODULES if reads_procedures(importlib.import_module(name))} == ON_THE_SHIPPED_GUIDE


@pytest.mark.parametrize("name", SHOWN)
def test_what_others_call_has_an_example(name: str) -> None:
    module = importlib.import_module(name)
    code = " ".join(one.source for example in examples_of(module) for one in example.examples)
    assert {function for function in SHOWN[name] if f"{function}(" not in code} == set()


def test_every_function_of_the_kernel_is_shown() -> None:
    public = {name for name, one in vars(days).items() if callable(one) and one.__module__ == days.__name__}
    errors = {name for name in public if name.startswith("Invalid") or name in ("DayError", "OutsideCalendar")}
    assert {name for name in public - errors if not name.startswith("_")} == SHOWN["guide.calendars.days"]


def test_a_wrong_example_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "wrong_example.py").write_text('"""Adds.\n\n>>> 1 + 1\n3\n"""\n', "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    (complaint,) = complaints(importlib.import_module("wrong_example"))
    assert "Expected:\n    3\nGot:\n    2" in complaint


def test_an_example_is_short() -> None:
    found = [one for name in MODULES for one in examples_of(importlib.import_module(name))]
    assert len(found) > 20
    assert [one.name for one in found if len(one.examples) > 8] == []
