"""What every noun of a guide is made of: text that knows its place, ids, days, and a base that refuses unknown keys."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BaseModel, ConfigDict, PlainValidator, WithJsonSchema

from guide.problems import Place
from guide.source_text import Text

NOWHERE = Place("")


def kept_text(value: object) -> Text:
    """The value as text that knows its place; a ValueError in the author's words for anything else."""
    if isinstance(value, Text):
        text = value
    elif isinstance(value, str):
        text = Text(value, NOWHERE)
    else:
        raise ValueError("this must be text" if value is None else f'this must be text: write it in quotes, "{value}"')
    if not text.strip():
        raise ValueError("this must not be empty")
    return text


def _kept_id(value: object) -> Text:
    text = kept_text(value)
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text):
        raise ValueError(f"'{text}' is not an id: use small letters, digits and single hyphens")
    return text


def _kept_day(value: object) -> Text:
    text = kept_text(value)
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError(f"'{text}' is not a day: write it as 2026-12-17")
    return text


Words = Annotated[Text, PlainValidator(kept_text), WithJsonSchema({"type": "string", "minLength": 1})]
"""Text an author wrote; it knows its place."""

Id = Annotated[
    Text, PlainValidator(_kept_id), WithJsonSchema({"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"})
]
"""A name in kebab-case by which other parts refer to this one."""

IsoDay = Annotated[
    Text, PlainValidator(_kept_day), WithJsonSchema({"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})
]
"""A day as `2026-12-17`; whether it is a real day is for the calendar to say."""


class Noun(BaseModel):
    """Every noun is frozen and refuses a key it does not know."""

    # The text under a field is what an editor shows beside the key: see guide.schema.
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)
