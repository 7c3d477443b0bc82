"""Plausible wrong values: the next number, the other unit, the neighbour in a list, the day after."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from guide.calendars import days
from guide.dates import NUMBER_WORDS, moments_in, sayings_in

ORDINAL_WORDS = (
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth", "twentieth",
)  # fmt: skip
_OTHER_UNIT = {
    "working day": "calendar day", "calendar day": "working day", "week": "month", "month": "week",
    "day except bank holidays": "calendar day",
}  # fmt: skip
_A_NUMBER = re.compile(
    rf"(?<![\w.\u2044-])(?:[0-9]+|{'|'.join((*NUMBER_WORDS[1:], *ORDINAL_WORDS[1:]))})(?![\w\u2044])", re.I
)


def numbers_near(words: str) -> Iterator[tuple[str, str]]:
    """Each number of a length or a numbered day with one more and one less, as (the old words, the new words).

    >>> list(numbers_near("5 working days")), list(numbers_near("working day 1"))
    ([('5', '6 working days'), ('5', '4 working days')], [('1', 'working day 2')])
    """
    for found in re.finditer(r"[0-9]+", words):
        for number in (int(found[0]) + 1, int(found[0]) - 1):
            if number > 0:
                yield found[0], f"{words[: found.start()]}{number}{words[found.end() :]}"


def another_unit(words: str) -> str:
    """The same number of the other unit: working and calendar days, weeks and months.

    >>> another_unit("5 working days"), another_unit("6 months"), another_unit("working days 3 to 7")
    ('5 calendar days', '6 weeks', 'calendar days 3 to 7')
    """
    for unit, other in _OTHER_UNIT.items():
        if unit in words:
            return words.replace(unit, other)
    return words


def neighbours(value: str, of: Iterable[str], most: int = 1) -> list[str]:
    """The values beside one in a list: the next one, and then the one before. Round at the ends.

    >>> neighbours("c", "abc"), neighbours("c", "abc", 2), neighbours("a", "a")
    (['a'], ['a', 'b'], [])
    """
    known = list(dict.fromkeys(of))
    if value not in known:
        return known[:most]
    here = known.index(value)
    return list(dict.fromkeys(one for step in (1, -1) if (one := known[(here + step) % len(known)]) != value))[:most]


def day_beside(day: str, step: int) -> str:
    """A day so many days later.

    >>> day_beside("2026-12-31", 1)
    '2027-01-01'
    """
    return days.text(days.parse(day) + step)


def numbers_of_time(words: str) -> Iterator[tuple[re.Match[str], str]]:
    """Each number in a sentence that says a time or a date, with the next one in its stead.

    A number is one of time when the guide hears another time with another number there: the three partners are none.

    >>> [(found[0], new) for found, new in numbers_of_time("The three partners meet on day nine, in 2 weeks")]
    [('nine', 'ten'), ('2', '3')]
    """
    heard = _heard(words)
    for found in _A_NUMBER.finditer(words):
        new = one_more(found[0])
        if new != found[0] and _heard(words[: found.start()] + new + words[found.end() :]) != heard:
            yield found, new


def one_more(word: str) -> str:
    """The next number, said as this one is; the number itself where there is no word for it.

    >>> [one_more(word) for word in ("5", "Nine", "second", "twenty")]
    ['6', 'Ten', 'third', 'twenty']
    """
    if word.isdigit():
        return str(int(word) + 1)
    for words in (NUMBER_WORDS, ORDINAL_WORDS):
        if word.lower() in words[:-1]:
            new = words[words.index(word.lower()) + 1]
            return new.capitalize() if word[0].isupper() else new
    return word


def _heard(words: str) -> list[object]:
    return [*(one.said for one in sayings_in(words)), *((one.day, one.words) for one in moments_in(words))]
