"""What does not have the shape of its noun, in the author's words: pydantic's findings as problems with places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from guide.model import TIMED_KINDS, DayNumber, Quantity
from guide.problems import MOST_TOLD, Misfit, Problem, did_you_mean, nearest
from guide.strict_yaml import Document

Steps = tuple[int | str, ...]
"""Keys and indexes that lead to a value."""

COMPARE = "compare it with the entries around it, or look at the handbook"
HANDBOOK = "remove it, or look at the handbook for the keys there are"
DEADLINES = (
    "write it as {within: 5 working days, of: …}, {on: working day 7}, {no_later_than: …, before: …} or 'not stated'"
)
ENTRIES, KINDS = ("step", "decision", "outcome", "note"), (*TIMED_KINDS, "words")
DATES, CHOICES = ("due", "equals"), ("earlier_of", "later_of")
PEOPLE, ROWS = ("who", "with", "to"), ("ids", "one of", "group")
LIKENESS = 0.7
"""Keys are short, and many of them alike: less would suggest a word that nobody meant."""
WRITTEN_AS_TEXT = (Quantity, DayNumber)
"""What an author writes as one text: `5 working days`. Its parts are no keys."""
SHAPES = {
    "model_type": "keys with values",
    "model_attributes_type": "keys with values",
    "dict_type": "keys with values",
    "tuple_type": "a list",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
}


def problems_of(error: ValidationError, document: Document, noun: type[Any]) -> Iterator[Problem]:
    """Each finding at its own line and column; one mistake is told once."""
    # At most every other finding is told by one beside it, so twice as many are enough to tell the most that is told.
    errors = error.errors(include_url=False)[: 2 * (MOST_TOLD + 1)]
    places = [_without_tags(found["loc"]) for found in errors]
    known = known_keys(noun)
    unknown = [loc for found, loc in zip(errors, places, strict=True) if found["type"] == "extra_forbidden"]
    meant = {(*loc[:-1], near) for loc in unknown if (near := _meant(str(loc[-1]), known))}
    for found, loc in zip(errors, places, strict=True):
        if found["type"] == "missing" and loc in meant:
            continue  # the unknown key beside it already says what was meant
        if found["type"] == "too_short" and any(other[: len(loc)] == loc and other != loc for other in places):
            continue  # it only looks short because an entry of it is at fault
        yield _problem_of(dict(found), loc, document, known)


def _without_tags(loc: Steps) -> Steps:
    """The steps through the file alone: a validator also names the kind of entry or deadline that it tried."""
    return tuple(step for position, step in enumerate(loc) if not _is_tag(loc, position))


def _is_tag(loc: Steps, position: int) -> bool:
    before, holder = (None, None, *loc)[position + 1], (None, None, *loc)[position]
    if isinstance(before, int):
        return (holder == "steps" and loc[position] in ENTRIES) or (holder in CHOICES and loc[position] in KINDS)
    return (before in DATES and loc[position] in KINDS) or (before in PEOPLE and loc[position] in ROWS)


def _problem_of(found: dict[str, Any], loc: Steps, document: Document, known: list[str]) -> Problem:
    kind, last = found["type"], str(loc[-1]) if loc else "this"
    if kind == "extra_forbidden":
        return Problem(document.place_of_key(loc), "unknown-key", f"unknown key '{last}'", _key_hint(last, known))
    if kind == "missing":
        return Problem(document.place_of(loc[:-1]), "missing-key", f"'{last}' is missing", f"add '{last}:' here")
    place = document.place_of(loc)
    if kind == "literal_error":
        words = [word.strip("'") for word in re.split(r", | or ", found["ctx"]["expected"])]
        hint = did_you_mean(str(found["input"]), words, f"use one of: {', '.join(words)}", LIKENESS)
        return Problem(place, "unknown-word", f"'{found['input']}' is none of the words that can stand here", hint)
    if kind == "value_error":
        error = found["ctx"]["error"]
        return Problem(place, "value", str(error), error.hint if isinstance(error, Misfit) else COMPARE)
    if kind == "union_tag_not_found":
        none = (
            f"there is no '{next(iter(found['input']))}': "
            if isinstance(found["input"], dict) and found["input"]
            else ""
        )
        return Problem(place, "shape", f"'{_key(loc)}' is not a deadline this guide knows", none + DEADLINES)
    if kind == "too_short":
        least = found["ctx"]["min_length"]
        message = f"'{last}' needs at least {least} {'entry' if least == 1 else 'entries'}"
        return Problem(place, "too-few", message, f"add one to '{last}'")
    said = f"'{last}'" if loc and isinstance(loc[-1], str) else "this"
    # What a library says of a pattern is for programmers: an author reads what to compare it with.
    why = "it is not written as it must be" if "pattern" in kind else found["msg"]
    message = f"{said} must be {SHAPES[kind]}" if kind in SHAPES else f"{said} cannot be read: {why}"
    return Problem(place, "shape", message, COMPARE)


def _meant(key: str, known: list[str]) -> str:
    return "" if key in known else nearest(key, known, LIKENESS)


def _key_hint(key: str, known: list[str]) -> str:
    if key in known:
        return f"'{key}' belongs to another part of this file: look at the indentation of this line"
    return did_you_mean(key, known, HANDBOOK, LIKENESS)


def _key(loc: Steps) -> str:
    return next((str(step) for step in reversed(loc) if isinstance(step, str)), "this")


def known_keys(noun: type[Any]) -> list[str]:
    """Every key that may stand anywhere inside a noun, for suggestions."""
    seen: set[type[Any]] = set()
    keys: set[str] = set()
    waiting: list[Any] = [noun]
    while waiting:
        kind = waiting.pop()
        if not (isinstance(kind, type) and issubclass(kind, BaseModel)):
            waiting.extend((*get_args(kind), *getattr(kind, "nouns", ())))
        elif kind not in seen and kind not in WRITTEN_AS_TEXT:
            seen.add(kind)
            keys.update(described.alias or name for name, described in kind.model_fields.items())
            waiting.extend(
                one for described in kind.model_fields.values() for one in (described.annotation, *described.metadata)
            )
    return sorted(keys)
