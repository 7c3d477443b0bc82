"""Every sentence of a noun, so that no field is left unread because nobody thought of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel, PlainValidator

from guide.model.noun import Noun, kept_text
from guide.strict_yaml import Text


@dataclass(frozen=True)
class Said:
    """A sentence, with the noun and the key it stands under."""

    noun: Noun
    key: str
    text: Text


def words_of(noun: Noun) -> Iterator[Said]:
    """Every text of a noun and of all inside it that an author writes in words: no ids, days, rules or switches."""
    yield from _said(noun, deep=True)


def own_words_of(noun: Noun) -> Iterator[Said]:
    """Every text of a noun that an author writes in words, without what the nouns inside it say."""
    yield from _said(noun, deep=False)


def _said(noun: Noun, *, deep: bool) -> Iterator[Said]:
    for name, words in _fields(type(noun)):
        if value := getattr(noun, name):
            yield from _inside(noun, name, value, words, deep)


def _inside(noun: Noun, name: str, value: object, words: bool, deep: bool) -> Iterator[Said]:
    if isinstance(value, Noun):
        if deep:
            yield from _said(value, deep=True)
    elif isinstance(value, Text):
        if words:
            yield Said(noun, name, value)
    elif isinstance(value, tuple | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _inside(noun, name, one, words, deep)


@cache
def _fields(noun: type[BaseModel]) -> tuple[tuple[str, bool], ...]:
    """The fields of a noun, and whether each holds words."""
    return tuple(
        (name, _reads_text(field.metadata) or _holds_words(field.annotation))
        for name, field in noun.model_fields.items()
    )


def _holds_words(annotation: Any) -> bool:
    return _reads_text(getattr(annotation, "__metadata__", ())) or any(map(_holds_words, get_args(annotation)))


def _reads_text(metadata: Any) -> bool:
    return any(isinstance(one, PlainValidator) and one.func is kept_text for one in metadata)
