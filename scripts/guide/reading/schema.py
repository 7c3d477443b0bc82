"""JSON Schemas of everything an author writes, made from the model, so that an editor can help while a file is typed.

An editor that knows YAML offers the keys, shows what each is for and marks what is wrong. The schema says what shape
a file has; `guide check` says whether it is right.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from guide.model import DecisionGuide, Example, Id, IsoDay, Noun, Partnership, Procedure, Words
from guide.problems import Place, Problem
from guide.reading.folder import LISTS

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class CalendarSource(Noun):
    """Where the official list came from."""

    name: Words
    """Whose list it is: `GOV.UK bank holidays`."""
    url: Words
    """The address at which it is published."""
    as_stored_in: Words
    """Where the copy was taken from."""


class ClosedWeekday(Noun):
    """One weekday on which the nation does not work."""

    on: IsoDay
    """The day, never a Saturday or Sunday."""
    reason: Words
    """The name of the bank holiday, as a reader should see it."""
    status: Literal["published", "projected"]
    """Officially listed, or computed from the pattern of the law."""
    source: Words | None = None
    """Where this one day is known from, when that is not where the others are known from."""


class CalendarOverride(Noun):
    """One change to the list, written by hand: a bank holiday announced since, or one that was moved."""

    on: IsoDay
    """The day that changes."""
    change: Literal["closed", "working day"]
    """What the day becomes."""
    reason: Words
    """The name of the bank holiday, as a reader should see it."""
    source: Words
    """Who announced it, and where."""
    added: IsoDay
    """The day on which you wrote this line."""


class CalendarFile(Noun):
    """The closed days of one nation. `guide calendar refresh` writes it; by hand, change only `overrides`."""

    id: Id
    """The nation, as the clocks of procedures name it."""
    name: Words
    """The nation as a reader should see it."""
    from_: IsoDay = Field(alias="from")
    """The first day the calendar knows."""
    through: IsoDay
    """The last day the calendar knows. Later dates are refused."""
    published_through: IsoDay
    """The last day whose bank holidays are officially listed. Later ones are projected."""
    retrieved: IsoDay
    """The date of the copy of the official list."""
    source: CalendarSource
    """Where the official list came from."""
    projection: Words
    """How the days beyond the official list were computed."""
    closed: tuple[ClosedWeekday, ...]
    """Every weekday that is closed, in order of date."""
    overrides: tuple[CalendarOverride, ...]
    """Changes to that list, written by hand; `[]` when there is none."""


FILE_KINDS: Mapping[str, Any] = {
    "procedure": Procedure,
    "partnership": Partnership,
    **{name: tuple[noun, ...] for name, noun in LISTS.items()},  # type: ignore[valid-type]
    "decision-guide": DecisionGuide,
    "example": Example,
    "calendar": CalendarFile,
}
"""What stands in each kind of file, by the name of its schema."""


class _AsWritten(GenerateJsonSchema):
    """Schemas in the words of the files: no invented titles, and the short forms that authors may write."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        made = super().dict_schema(schema)
        made.pop("propertyNames", None)  # what is left of a key's pattern once the pattern has its place
        return made | {"additionalProperties": False} if "patternProperties" in made else made

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        # Wherever the model reads something before it judges it, one id may stand for the whole:
        # `who: panel` for `who: [panel]`, and `then: the-next-step` for `then: {to: the-next-step}`.
        return {"anyOf": [TypeAdapter(Id).json_schema(), super().function_before_schema(schema)]}


def schemas() -> dict[str, str]:
    """Each schema's file name and text; the same model always gives the same bytes."""
    return {f"{kind}.json": _text(kind, noun) for kind, noun in FILE_KINDS.items()}


def kind_of(path: Path) -> str:
    """The kind of a file by its place in a guide's folder, given from that folder on: `examples/easter.yml`."""
    if path.parent.name in ("examples", "calendars"):
        return path.parent.name.removesuffix("s")
    return path.stem if path.stem in FILE_KINDS else "procedure"


def check_schemas(folder: Path) -> Iterator[Problem]:
    """A problem for each schema in a folder that is missing or differs from the model."""
    for name, text in schemas().items():
        path = folder / name
        if not path.is_file() or path.read_text("utf-8") != text:
            message = "this schema differs from the model" if path.is_file() else "this schema is missing"
            yield Problem(Place(path.as_posix()), "schema", message, "write the schemas again with 'guide schema'")


def _text(kind: str, noun: Any) -> str:
    schema = TypeAdapter(noun).json_schema(by_alias=True, schema_generator=_AsWritten)
    head = {"$schema": DIALECT, "title": f"A guide's {kind} file"}
    return json.dumps(head | schema | {"title": head["title"]}, ensure_ascii=False, indent=1) + "\n"
