"""Faults planted in the words of the shipped guide are refused, each at a place and with a cure."""

from __future__ import annotations

import pytest

from content.planted_words import FAULTS, HARMLESS, problems_with

KINDS = tuple(dict.fromkeys(fault[0] for fault in FAULTS))


@pytest.mark.parametrize("kind", KINDS)
def test_a_fault_in_the_words_does_not_go_unseen(kind: str) -> None:
    for fault in (one for one in FAULTS if one[0] == kind):
        found = problems_with(fault)
        assert found, f"{fault[3]!r} in {fault[1]} is not seen"
        assert all(problem.place.line and problem.hint for problem in found), found


def test_there_are_two_faults_or_more_of_each_kind() -> None:
    kinds = [fault[0] for fault in FAULTS]
    assert len(FAULTS) >= 120
    assert [kind for kind in KINDS if kinds.count(kind) < 2] == []


@pytest.mark.parametrize(("file", "old", "new"), HARMLESS)
def test_what_an_honest_author_may_write_is_no_problem(file: str, old: str, new: str) -> None:
    found = problems_with(("harmless", file, old, new), quick=True)
    assert not found, found
