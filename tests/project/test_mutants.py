"""The arguments that a fault changes nothing: each names a fault that there is, and what can be tried is tried."""

from __future__ import annotations

import pytest

from mutants import javascript_trial, python_faults
from mutants.argued import ARGUED
from mutants.faults import SOURCES


def year_of_era(day: int, fours: int = 1460, hundreds: int = 36_524, all_of_it: int = 146_096) -> int:
    return (day - day // fours + day // hundreds - day // all_of_it) // 365


@pytest.mark.parametrize("fault", [{"fours": 1459}, {"hundreds": 36_523}, {"all_of_it": 146_095}])
def test_a_quotient_one_day_early_gives_the_same_year_on_every_day_of_an_era(fault: dict[str, int]) -> None:
    assert [day for day in range(146_097) if year_of_era(day, **fault) != year_of_era(day)] == []


@pytest.mark.parametrize("fault", [{"fours": 1461}, {"hundreds": 36_525}, {"all_of_it": 146_097}])
def test_one_day_late_would_give_another_year(fault: dict[str, int]) -> None:
    assert any(year_of_era(day, **fault) != year_of_era(day) for day in range(146_097))


def test_every_argument_is_about_a_fault_that_there_is() -> None:
    faults = [fault for path in SOURCES["python"] for fault in python_faults.faults_of(path)]
    faults += [one.fault for path in SOURCES["javascript"] for one in javascript_trial.faults_of(path)]
    assert ARGUED.keys() - {fault.key for fault in faults} == set()
