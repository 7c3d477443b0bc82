"""Numbers in the sentences of worked examples: each is held against the days that its sentence names."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.checks.example_words import check_example_words
from planted import planted

CHRISTMAS = "examples/christmas.yml"
TEACHES = "Working day 15 is Tuesday 12 January 2027, because three bank holidays are not counted."
"""What the example of the harbour says; its day 0 is Thursday 17 December 2026."""

RIGHT = (
    TEACHES,
    "Day 1 is the Friday.",
    "The day of receipt, Thursday 17 December, is day 0.",
    "The limit on Thursday 24 December ends seven calendar days after receipt.",
    "From Thursday 17 December to Thursday 24 December is one week.",
    "On Thursday 17 December the 5 working days begin.",
    "If it had come on Thursday 17 December, day 3 would be told elsewhere.",
)
WRONG = {
    "Working day 14 is Tuesday 12 January 2027.": "which is none of the days that this sentence names",
    "Day 2 is the Friday.": "which is none of the days that this sentence names",
    "The day of receipt, Thursday 17 December, is day 1.": "which is none of the days that this sentence names",
    "The limit on Thursday 24 December ends eight calendar days after receipt.": "not what lies between the days",
    "From Thursday 17 December to Thursday 24 December is two weeks.": "not what lies between the days",
    "The bank holiday on 32 December is not counted.": "there is no '32 December'",
}


def told(folder: Path, words: str) -> list[str]:
    guide = planted(folder, (CHRISTMAS, f"teaches: {TEACHES}", f'teaches: "{words}"'))
    return [problem.message for problem in check_example_words(guide)]


@pytest.mark.parametrize("words", RIGHT)
def test_a_number_that_fits_with_the_days_of_its_sentence_is_right(words: str, tmp_path: Path) -> None:
    assert told(tmp_path, words) == []


@pytest.mark.parametrize("words", WRONG)
def test_a_number_that_does_not_fit_is_found(words: str, tmp_path: Path) -> None:
    found = told(tmp_path, words)
    assert any(WRONG[words] in message for message in found), found
