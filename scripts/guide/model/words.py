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
    for name in type(noun).model_fields:
        yield from _inside(noun, name, getattr(noun, name), _is_words(type(noun), name))


def _inside(noun: Noun, name: str, value: object, words: bool) -> Iterator[Said]:
    if isinstance(value, Noun):
        yield from words_of(value)
    elif isinstance(value, Text):
        if words:
            yield Said(noun, name, value)
    elif isinstance(value, tuple | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _inside(noun, name, one, words)


@cache
def _is_words(noun: type[BaseModel], name: str) -> bool:
    field = noun.model_fields[name]
    return _reads_text(field.metadata) or _holds_words(field.annotation)


def _holds_words(annotation: Any) -> bool:
    return _reads_text(getattr(annotation, "__metadata__", ())) or any(map(_holds_words, get_args(annotation)))


def _reads_text(metadata: Any) -> bool:
    return any(isinstance(one, PlainValidator) and one.func is kept_text for one in metadata)
