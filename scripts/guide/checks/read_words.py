"""The second reading against the guide: must, will, should or may, and the words that soften an act or bind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.checks.item_view import ItemView, ReadDifference, sentences_of
from guide.checks.said_alike import stands_in
from guide.model import AnyEntry, SheetColumn, Step
from guide.plain import plainly

STRENGTHS = ("must", "will", "should", "may")
HARD = re.compile(
    r"\b(?:must|shall|ha(?:s|ve) to|needs? to|(?:is|are|be) (?:required|obliged|compelled) to|mandatory|compulsory"
    r"|obligatory)\b",
    re.I,
)
"""What makes a duty of an act."""
SOFTENERS = (
    "if possible", "where possible", "wherever possible", "if appropriate", "where appropriate", "as appropriate",
    "if necessary", "where necessary", "as necessary", "if required", "if practicable", "where practicable",
    "as soon as possible", "as early as possible", "as far as possible", "at relevant intervals",
    "at the relevant intervals", "regularly",
)  # fmt: skip
"""What is compared word for word, and must stand with both or with neither."""
_SAME = {"at the relevant intervals": "at relevant intervals", "regularly reviewed": "regularly"}
_SAID = {
    "may": re.compile(r"\b(?:may|can|could|might)\b", re.I),
    "should": re.compile(r"\b(?:should|ought to)\b", re.I),
}
_YOU = {"may": re.compile(r"\byou (?:may|can|could|might)\b", re.I), "should": re.compile(r"\byou should\b", re.I)}


def strengths_in(cell: str) -> list[str]:
    """The words of strength in a cell; `shall` and `have to` are a must.

    >>> strengths_in("Will; should"), strengths_in("shall"), strengths_in("")
    (['will', 'should'], ['must'], [])
    """
    said = HARD.sub("must", plainly(cell).lower())
    return [word for word in re.findall(r"[a-z]+", said) if word in STRENGTHS]


def differing_strength(view: ItemView) -> Iterator[ReadDifference]:
    """An act that the one only recommends, or allows, and the other states; and a must that only one has."""
    said = strengths_in(view.said(SheetColumn.STRENGTH))
    written = view.said(SheetColumn.STRENGTH)
    for entry in view.entries:
        if "must" not in said and (hard := HARD.search(" ".join(sentences_of(entry)))):
            hint = "a must where the document has none hardens it"
            yield ReadDifference(SheetColumn.STRENGTH, entry.words.place, written, hard[0], hint)
        for word in ("should", "may"):
            if word not in said and _is_only(entry, word):
                hint = f"the guide has {word} where the reading has not: that softens it"
                yield ReadDifference(SheetColumn.STRENGTH, entry.entry_id.place, written, word, hint)
    for word in ("should", "may"):
        if word in said and view.entries and not any(_allows(entry, word) for entry in view.entries):
            hint = f"the guide states what the document says with {word}: that hardens it"
            yield ReadDifference(SheetColumn.STRENGTH, view.place, written, "a plain sentence", hint)


def _is_only(entry: AnyEntry, word: str) -> bool:
    """Whether the guide only recommends the act, or leaves it to the actor."""
    if not isinstance(entry, Step):
        return False
    return bool(entry.may if word == "may" else entry.should) or bool(_YOU[word].search(entry.does))


def _allows(entry: AnyEntry, word: str) -> bool:
    if isinstance(entry, Step) and word == "may":
        return entry.may  # that something "may be appropriate" allows no act
    if _is_only(entry, word):
        return True
    # The condition of a step says what somebody believes should be done: that recommends nothing.
    return bool(_SAID[word].search(" ".join((entry.words, *sentences_of(entry)[:1]))))


def differing_qualifiers(view: ItemView) -> Iterator[ReadDifference]:
    """An `if possible` and the like that the one has and the other has not."""
    column = SheetColumn.QUALIFIER
    if not view.entries:
        return
    said = [one.strip() for one in view.said(column).split(";") if one.strip()]
    for words in said:
        if not _stands(words, view.texts):
            yield ReadDifference(column, view.place, words, "")
    here = [_same(words) for words in SOFTENERS if stands_in(words, view.texts, word_for_word=True)]
    for words in dict.fromkeys(here):
        if not stands_in(words, map(_same, said), word_for_word=True):
            yield ReadDifference(column, view.place, view.said(column), words)


def _stands(words: str, texts: tuple[str, ...]) -> bool:
    exact = any(soft in plainly(words).lower() for soft in SOFTENERS)
    return any(stands_in(way, texts, word_for_word=exact) for way in {words, _same(words)})


def _same(words: str) -> str:
    return _SAME.get(plainly(words).lower(), plainly(words).lower())
