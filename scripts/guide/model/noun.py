"""What every noun of a guide is made of: text that knows its place, ids, days, and a base that refuses unknown keys."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainValidator, WithJsonSchema

from guide.calendars import days
from guide.plain import odd_letter, plainly
from guide.problems import Misfit, Place
from guide.strict_yaml import Text

NOWHERE = Place("")


def kept_text(value: object) -> Text:
    """The value as text that knows its place; a `Misfit` for anything else."""
    if isinstance(value, Text):
        text = value
    elif isinstance(value, str):
        text = Text(value, NOWHERE)
    else:
        raise _not_text(value)
    if not text.strip():
        raise Misfit("this is empty", "write something, or remove the key")
    return text


def retyped(text: str, hint: str) -> str:
    r"""The hint beside a rule or an id: to type it again where a letter of it only looks like a common one.

    >>> retyped("5\u00a0working days", "write it as '5 working days'")
    "type '5 working days' again: it has U+00A0 NO-BREAK SPACE in it"
    """
    if plainly(text) == text:
        return hint
    return f"type '{plainly(text)}' again: it has {odd_letter(text) or 'a space too many'} in it"


def _not_text(value: object) -> Misfit:
    if value is None:
        return Misfit("nothing stands after the colon", "write something there, or remove the key")
    if isinstance(value, int):
        return Misfit("this must be text", f'write it in quotes: "{str(value).lower()}"')
    return Misfit(
        "this must be text, not a list or keys with values", "write words; put them in quotes where they have a colon"
    )


def _kept_id(value: object) -> Text:
    text = kept_text(value)
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text):
        hint = "use small letters, digits and single hyphens, such as send-the-letter"
        raise Misfit(f"'{text}' is not an id", retyped(text, hint))
    return text


def _kept_day(value: object) -> Text:
    text = kept_text(str(value) if isinstance(value, int) else value)
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise Misfit(f"'{text}' is not a day", retyped(text, "write it as year-month-day, for example 2026-12-17"))
    try:
        days.parse(str(text))
    except days.InvalidDate as error:
        raise Misfit(str(error), "write a real day as year-month-day") from None
    return text


def in_words(pattern: str, message: str) -> dict[str, str]:
    """The schema of a text with a pattern, and what an editor says in its stead where a text does not match."""
    return {"type": "string", "pattern": pattern, "patternErrorMessage": message}


NOT_RECORDED = "not recorded"
"""What stands in the place of digits that nobody kept."""


def _kept_digest(value: object) -> Text:
    text = kept_text(value)
    if not re.fullmatch(rf"[0-9a-f]{{12}}|{NOT_RECORDED}", text):
        raise Misfit(f"'{text}' is not twelve digits from 0 to 9 and a to f", "copy the line that guide check prints")
    return text


Words = Annotated[Text, PlainValidator(kept_text), WithJsonSchema({"type": "string", "minLength": 1})]
"""Text an author wrote; it knows its place."""

Id = Annotated[
    Text,
    PlainValidator(_kept_id),
    WithJsonSchema(
        in_words(
            "^[a-z0-9]+(-[a-z0-9]+)*$", "an id has small letters, digits and single hyphens, such as send-the-letter"
        )
    ),
]
"""A name in kebab-case by which other parts refer to this one."""

IsoDay = Annotated[
    Text,
    PlainValidator(_kept_day),
    WithJsonSchema(in_words("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "a day is written year-month-day, such as 2026-12-17")),
]
"""A real day, as `2026-12-17`."""


Digest = Annotated[
    Text,
    PlainValidator(_kept_digest),
    WithJsonSchema(
        in_words(f"^([0-9a-f]{{12}}|{NOT_RECORDED})$", f"twelve digits that a check printed, or {NOT_RECORDED}")
    ),
]
"""Twelve digits that a check printed, or that nobody kept them."""


def as_list(value: object) -> object:
    """A value alone as a list of one; a list as it is."""
    return [value] if isinstance(value, str) else value


Ids = Annotated[tuple[Id, ...], BeforeValidator(as_list)]
"""One id or a list of them: `who: panel` and `who: [panel]` mean the same."""


class Noun(BaseModel):
    """Every noun is frozen and refuses a key it does not know."""

    # The text under a field is what an editor shows beside the key: see guide.reading.schema.
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)
