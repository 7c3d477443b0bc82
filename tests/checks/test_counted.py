"""What words may say of a rule: the same length, in any unit that always gives the same date."""

from __future__ import annotations

import pytest

from guide.checks.counted import agrees
from guide.dates.numbers_said import sayings_in


@pytest.mark.parametrize(
    ("words", "number", "unit"),
    [
        ("a fortnight", 2, "weeks"),
        ("a fortnight", 14, "calendar days"),
        ("14 days", 2, "weeks"),
        ("two weeks", 14, "calendar days"),
        ("one year", 12, "months"),
        ("half a year", 6, "months"),
        ("24 hours", 1, "calendar days"),
        ("five days", 5, "working days"),
        ("21 days", 21, "days except bank holidays"),
        ("day 7", 7, "working days"),
    ],
)
def test_equal_lengths_agree(words: str, number: int, unit: str) -> None:
    (saying,) = sayings_in(words)
    assert agrees(saying, number, unit)


@pytest.mark.parametrize(
    ("words", "number", "unit"),
    [
        ("a week", 5, "working days"),
        ("a week", 7, "working days"),
        ("a fortnight", 10, "working days"),
        ("14 working days", 2, "weeks"),
        ("day 14", 2, "weeks"),
        ("24 hours", 1, "working days"),
        ("48 hours", 2, "calendar days"),
        ("four weeks", 1, "months"),
        ("52 weeks", 12, "months"),
        ("365 days", 12, "months"),
        ("five calendar days", 5, "working days"),
        ("five working days", 5, "calendar days"),
        ("60 minutes", 1, "calendar days"),
    ],
)
def test_lengths_that_only_come_near_do_not_agree(words: str, number: int, unit: str) -> None:
    (saying,) = sayings_in(words)
    assert not agrees(saying, number, unit)
