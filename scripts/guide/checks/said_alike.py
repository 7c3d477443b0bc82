"""Whether two people mean the same: names, numbers and words of a second reading, tolerant in how they are spelt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from guide.dates import NUMBER_WORDS
from guide.plain import plainly

_LEADING = re.compile(r"^(?:the|a|an|any|each|every|all|one of|either|both|three|their|its|your|form|letter to) ")
_SMALL = frozenset(
    re.findall(
        r"\w+",
        "a an the of to in on at by for from with and or is are was were be been it its their they them this that "
        "which who has have had will if when where as",
    )
)
"""Words that carry nothing of what is compared."""
_KEPT = 16384
"""Of how many texts it is kept how they are compared: each row of the sheet asks it of the same ones again."""
_BETWEEN = re.compile(r"\s*(?:[;,/()&•]|\bor\b|\band\b)\s*", re.I)

_IRREGULAR = {"seen": "see", "saw": "see", "sent": "send", "held": "hold", "told": "tell", "made": "mak", "met": "meet"}

Names = Mapping[str, tuple[str, ...]]
"""Every name of a thing, by the thing's id."""


@dataclass(frozen=True)
class Named:
    """One name that a reader wrote, and the ids of all that are called so; none where nothing is."""

    words: str
    ids: frozenset[str]


@cache
def key_of(name: str) -> str:
    """A name as it is compared: small letters, one hyphen, no article, no plural, no possessive.

    >>> key_of("The Safeguarding Children’s Partnership Team"), key_of("SCSI – 2"), key_of("Agencies")
    ('safeguarding children partnership team', 'scsi 2', 'agency')
    """
    words = " ".join(re.sub(r"[^\w ]+", " ", re.sub(r"'s\b|'", "", plainly(name).lower().replace("-", " "))).split())
    while words != (words := _LEADING.sub("", words)):
        pass
    return " ".join(_singular(word) for word in words.split())


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def named_in(cell: str, names: Names) -> tuple[Named, ...]:
    """What a cell names, in the order written; ; always parts two names, and other marks do where each part is one.

    >>> names = {"lead": ("Lead or senior manager", "lead"), "panel": ("the Panel",), "dfe": ("DfE",)}
    >>> [(one.words, sorted(one.ids)) for one in named_in("National panel; Lead or senior manager; board", names)]
    [('National panel', []), ('Lead or senior manager', ['lead']), ('board', [])]
    >>> [sorted(one.ids) for one in named_in("Panel and DfE", names)]
    [['panel'], ['dfe']]
    >>> [sorted(one.ids) for one in named_in("lead or senior manager", names | {"manager": ("Senior manager",)})]
    [['lead']]
    """
    found: list[Named] = []
    for value in filter(None, (part.strip() for part in cell.split(";"))):
        parts = [Named(part, _called(part, names)) for part in _BETWEEN.split(value) if part]
        whole = Named(value, _called(value, names))
        if whole.ids:
            found.append(whole)  # "lead or senior manager" may be the name of one, beside a senior manager
        elif len(parts) > 1 and all(part.ids for part in parts):
            found += parts
        else:
            found.append(Named(value, _called_in_part(value, names)))
    return tuple(dict.fromkeys(found))


def _called(words: str, names: Names) -> frozenset[str]:
    return frozenset(one for one, all_names in names.items() if key_of(words) in {key_of(name) for name in all_names})


def _called_in_part(words: str, names: Names) -> frozenset[str]:
    """All that have a name with each of these words in it: `letter` for the letter that goes with the record."""
    said = set(key_of(words).split()) - _SMALL
    if not said:
        return frozenset()
    return frozenset(one for one, all_names in names.items() if any(said <= set(key_of(n).split()) for n in all_names))


@lru_cache(_KEPT)
def stems_of(text: str) -> frozenset[str]:
    """The words of a text without their endings, and without those that carry nothing.

    >>> sorted(stems_of("receiving the notification")) == sorted(stems_of("the notification is received"))
    True
    """
    return frozenset(_stem(word) for word in key_of(text).split() if word not in _SMALL)


def _stem(word: str) -> str:
    for ending in ("ing", "ied", "ed", "es", "e", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= (3 if ending == "ing" else 4):
            return word.removesuffix(ending)
    return _IRREGULAR.get(word, word)


def alike(one: str, other: str) -> bool:
    """Whether the one text has every word that carries something in the other, or the other way round.

    >>> alike("receiving the notification", "the partnership team receives the notification")
    True
    >>> alike("receiving the notification", "the notification is sent to the Panel")
    False
    """
    left, right = stems_of(one), stems_of(other)
    return bool(left and right) and (left <= right or right <= left)


def stands_in(phrase: str, texts: Iterable[str], *, word_for_word: bool) -> bool:
    """Whether one of the texts has the phrase; unless that must be word for word, whether they have all its words."""
    every = [f" {_spaced(text)} " for text in texts]
    if any(f" {_spaced(phrase)} " in text for text in every):
        return True
    stems = frozenset[str]().union(*(stems_of(text) for text in every))
    return not word_for_word and bool(stems_of(phrase)) and stems_of(phrase) <= stems


def says_one_of(names: Iterable[str], text: str) -> bool:
    """Whether a text has one of the names, word for word."""
    return any(stands_in(name, (text,), word_for_word=True) for name in names)


@lru_cache(_KEPT)
def _spaced(text: str) -> str:
    return " ".join(re.findall(r"[\w']+", plainly(text).lower().replace("-", " ")))


def number_read(words: str) -> tuple[int, int] | None:
    """The number that a reader wrote, or the first and last of a range; None where it is none.

    >>> number_read("five"), number_read("3 to 7"), number_read("Day 12"), number_read("soon")
    ((5, 5), (3, 7), (12, 12), None)
    """
    said = re.sub(r"\b(?:working|day|days|no)\b", " ", plainly(words).lower())
    for value, word in enumerate(NUMBER_WORDS):
        said = re.sub(rf"\b{word}\b", str(value), said)
    found = re.fullmatch(r"\s*(\d{1,4})(?:\s*(?:-|to|and)\s*(\d{1,4}))?\s*", said)
    return (int(found[1]), int(found[2] or found[1])) if found else None
