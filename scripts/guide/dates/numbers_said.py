"""The numbers of days, weeks, months and years that a sentence says, in digits or in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

NUMBER_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_NUMBER = rf"(?P<number>[0-9]+|{'|'.join(NUMBER_WORDS)})"
_LENGTH = re.compile(rf"\b{_NUMBER}[ -](?P<kind>clear |working |calendar )*(?P<unit>day|week|month|year)s?\b", re.I)
_NUMBERED = re.compile(rf"\bdays?[ -]{_NUMBER}(?:[ -](?:to|and)[ -](?P<last>[0-9]+|{'|'.join(NUMBER_WORDS)}))?\b", re.I)

Said = tuple[int, str]
"""A number and its unit, `day`, `week`, `month` or `year`."""


def numbers_in(text: str) -> Iterator[tuple[Said, str]]:
    """Each number of days, weeks, months or years in a text, with the words that say it.

    >>> list(numbers_in("Within five working days, or in 6 weeks"))
    [((5, 'day'), 'five working days'), ((6, 'week'), '6 weeks')]
    >>> [said for said, _ in numbers_in("On days 3 to 7")]
    [(3, 'day'), (7, 'day')]
    """
    for match in _LENGTH.finditer(text):
        yield (_value(match["number"]), match["unit"].lower()), match[0]
    for match in _NUMBERED.finditer(text):
        yield (_value(match["number"]), "day"), match[0]
        if match["last"]:
            yield (_value(match["last"]), "day"), match[0]


def _value(word: str) -> int:
    return int(word) if word.isdecimal() else NUMBER_WORDS.index(word.lower())
