"""Every fault of `planted_files.py` is refused, or where it may be right warned of: none goes unseen."""

from __future__ import annotations

from collections import Counter

import pytest

from content.planted_files import Fault, faults, outcome

FAULTS = list(faults())


def test_there_are_many_and_two_at_least_of_each_kind() -> None:
    kinds = Counter(fault.kind for fault in FAULTS)
    assert len(FAULTS) >= 100
    assert min(kinds.values()) >= 2, kinds


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.kind}: {fault.name}".replace("/", " in "))
def test_a_planted_fault_is_told_as_what_it_is(fault: Fault) -> None:
    became, told = outcome(fault)
    assert became == ("warned" if fault.warns else "refused"), "\n".join(map(str, told))
