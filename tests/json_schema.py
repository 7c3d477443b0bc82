"""A JSON Schema validator for the few keywords that the guide's schemas use; any other keyword is an error.

It is here so that the tests need no further library, and it has nothing in common with the code that it checks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

SILENT = {"$schema", "$defs", "title", "description", "default"}
TYPES: dict[str, Any] = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}


def faults(value: Any, schema: dict[str, Any], root: dict[str, Any] | None = None, at: str = "") -> Iterator[str]:
    """Each way in which a value breaks a schema, as `path: what is wrong`."""
    root = schema if root is None else root
    for keyword, said in schema.items():
        if keyword not in SILENT:
            check = globals().get(f"_{keyword.strip('$').lower()}")
            assert check, f"this validator does not know the keyword {keyword}"
            yield from check(value, said, schema, root, at)


def _ref(value: Any, said: str, schema: dict[str, Any], root: dict[str, Any], at: str) -> Iterator[str]:
    yield from faults(value, root["$defs"][said.removeprefix("#/$defs/")], root, at)


def _type(value: Any, said: str, *rest: Any) -> Iterator[str]:
    fits = type(value) is int if said == "integer" else isinstance(value, TYPES[said])
    if not fits:
        yield f"{rest[-1]}: {value!r} is not of type {said}"


def _enum(value: Any, said: list[Any], *rest: Any) -> Iterator[str]:
    if value not in said:
        yield f"{rest[-1]}: {value!r} is not one of {said}"


def _patternerrormessage(value: Any, said: str, *rest: Any) -> Iterator[str]:
    """What an editor says in the pattern's stead; it asks for nothing."""
    yield from ()


def _pattern(value: Any, said: str, *rest: Any) -> Iterator[str]:
    if isinstance(value, str) and not re.search(said, value):
        yield f"{rest[-1]}: {value!r} does not match {said}"


def _minlength(value: Any, said: int, *rest: Any) -> Iterator[str]:
    if isinstance(value, str) and len(value) < said:
        yield f"{rest[-1]}: {value!r} is too short"


def _minimum(value: Any, said: int, *rest: Any) -> Iterator[str]:
    if isinstance(value, int) and not isinstance(value, bool) and value < said:
        yield f"{rest[-1]}: {value} is below {said}"


def _minitems(value: Any, said: int, *rest: Any) -> Iterator[str]:
    if isinstance(value, list) and len(value) < said:
        yield f"{rest[-1]}: {len(value)} items are too few"


def _minproperties(value: Any, said: int, *rest: Any) -> Iterator[str]:
    if isinstance(value, dict) and len(value) < said:
        yield f"{rest[-1]}: {len(value)} keys are too few"


def _required(value: Any, said: list[str], *rest: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (f"{rest[-1]}: {key} is missing" for key in said if key not in value)


def _items(value: Any, said: dict[str, Any], schema: dict[str, Any], root: dict[str, Any], at: str) -> Iterator[str]:
    if isinstance(value, list):
        for position, item in enumerate(value):
            yield from faults(item, said, root, f"{at}/{position}")


def _properties(value: Any, said: dict[str, Any], schema: Any, root: dict[str, Any], at: str) -> Iterator[str]:
    if isinstance(value, dict):
        for key in value.keys() & said.keys():
            yield from faults(value[key], said[key], root, f"{at}/{key}")


def _patternproperties(value: Any, said: dict[str, Any], schema: Any, root: dict[str, Any], at: str) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            for pattern, one in said.items():
                if re.search(pattern, key):
                    yield from faults(item, one, root, f"{at}/{key}")


def _additionalproperties(value: Any, said: bool, schema: dict[str, Any], root: Any, at: str) -> Iterator[str]:
    assert said is False, "this validator knows additionalProperties: false and nothing else"
    if isinstance(value, dict):
        for key in value:
            known = key in schema.get("properties", {})
            if not known and not any(re.search(pattern, key) for pattern in schema.get("patternProperties", {})):
                yield f"{at}: unknown key {key}"


def _anyof(value: Any, said: list[dict[str, Any]], schema: Any, root: dict[str, Any], at: str) -> Iterator[str]:
    tried = [list(faults(value, one, root, at)) for one in said]
    if all(tried):
        yield from (f"{at}: fits nothing of anyOf", *tried[-1])


def _oneof(value: Any, said: list[dict[str, Any]], schema: Any, root: dict[str, Any], at: str) -> Iterator[str]:
    tried = [list(faults(value, one, root, at)) for one in said]
    if tried.count([]) != 1:
        yield from (f"{at}: fits {tried.count([])} of oneOf", *min(tried, key=len))
