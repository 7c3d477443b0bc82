"""What a deadline may say: the whole vocabulary, as data and without expressions.

An author writes `{within: 5 working days, of: notification-received}`; each class below is one such sentence.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    PlainSerializer,
    PlainValidator,
    Tag,
    WithJsonSchema,
    model_validator,
)

from guide.problems import Place
from guide.source_text import Text

Unit = Literal["working days", "calendar days", "weeks", "months", "days except bank holidays"]
UNITS: tuple[Unit, ...] = ("working days", "calendar days", "weeks", "months", "days except bank holidays")
NOWHERE = Place("")


def _kept_text(value: object) -> Text:
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
    text = _kept_text(value)
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text):
        raise ValueError(f"'{text}' is not an id: use small letters, digits and single hyphens")
    return text


def _kept_day(value: object) -> Text:
    text = _kept_text(value)
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError(f"'{text}' is not a day: write it as 2026-12-17")
    return text


Words = Annotated[Text, PlainValidator(_kept_text), WithJsonSchema({"type": "string", "minLength": 1})]
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


class Quantity(Noun):
    """`5 working days`: a whole number of one unit."""

    number: int
    unit: Unit
    place: Any = Field(default=NOWHERE, exclude=True)

    def __str__(self) -> str:
        return f"{self.number} {self.unit if self.number != 1 else singular(self.unit)}"


def singular(unit: str) -> str:
    """`working days` to `working day`."""
    return {"days except bank holidays": "day except bank holidays"}.get(unit, unit.removesuffix("s"))


def _read_quantity(value: object) -> Quantity:
    if isinstance(value, Quantity):
        return value
    text = _kept_text(value)
    match = re.fullmatch(r"([0-9]{1,4}) ([a-z ]+)", text)
    if match is None:
        raise ValueError(f"'{text}' is not a length of time: write it as '5 working days' or '6 months'")
    number, said = int(match[1]), match[2]
    if said in ("day", "days"):
        raise ValueError(f"'{text}' can be read in two ways: write 'working days' or 'calendar days'")
    unit = next((unit for unit in UNITS if said in (unit, singular(unit))), None)
    if unit is None:
        raise ValueError(f"'{said}' is not a unit of time: use {', '.join(UNITS)}")
    return Quantity(number=number, unit=unit, place=text.place)


Length = Annotated[
    Quantity,
    PlainValidator(_read_quantity),
    PlainSerializer(str, return_type=str),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": "^[0-9]+ (working days?|calendar days?|weeks?|months?|days? except bank holidays)$",
        }
    ),
]


class DayNumber(Noun):
    """`working day 7` (first and last equal) or `working days 3 to 7`."""

    first: int
    last: int
    unit: Literal["working days", "calendar days"] = "working days"
    place: Any = Field(default=NOWHERE, exclude=True)

    def __str__(self) -> str:
        one = singular(self.unit)
        return f"{one} {self.first}" if self.first == self.last else f"{one}s {self.first} to {self.last}"


def _read_day_number(value: object) -> DayNumber:
    if isinstance(value, DayNumber):
        return value
    text = _kept_text(value)
    match = re.fullmatch(r"(working|calendar) day(?:s ([0-9]{1,3}) to ([0-9]{1,3})| ([0-9]{1,3}))", text)
    if match is None:
        raise ValueError(f"'{text}' is not a numbered day: write it as 'working day 7' or 'working days 3 to 7'")
    first, last = int(match[2] or match[4]), int(match[3] or match[4])
    if last < first:
        raise ValueError(f"'{text}' ends before it begins")
    unit: Literal["working days", "calendar days"] = "working days" if match[1] == "working" else "calendar days"
    return DayNumber(first=first, last=last, unit=unit, place=text.place)


Numbered = Annotated[
    DayNumber,
    PlainValidator(_read_day_number),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "pattern": "^(working|calendar) day(s [0-9]+ to [0-9]+| [0-9]+)$"}),
]

Part = Literal["morning", "afternoon", "as early as possible", "end of day"]
Authority = Literal["statute", "statutory guidance", "Panel guidance", "local procedure"]
ClosedDay = Literal["stays", "preceding", "following"]


class Deadline(Noun):
    """What every deadline may carry beside its rule."""

    part: Part | None = None
    """A label only: it never changes the date."""
    authority: Authority = "local procedure"
    closed_day: ClosedDay = "stays"
    """What happens when the date falls on a closed day. `stays` also says so on the page."""
    reading: Id | None = None
    """The question that settles meanwhile how these words are read."""


class Within(Deadline):
    """A limit: no later than so long after X."""

    within: Length
    of: Id
    clear: bool = False
    """Both ends are left out: the act is due after the last whole day."""
    counts: Literal["from the next day", "beginning with the day"] = "from the next day"


class After(Deadline):
    """A planned day, so long after X."""

    after: Length
    from_: Id = Field(alias="from")
    clear: bool = False


class On(Deadline):
    """A planned day or range, numbered by the procedure's clock."""

    on: Numbered


class NoLaterThan(Deadline):
    """A limit before X. `clear` must be said, because the phrase alone can be read in two ways."""

    no_later_than: Length
    before: Id
    clear: bool | None = None


class EarlierOf(Deadline):
    """The earlier of two or more."""

    earlier_of: tuple[TimedDeadline, ...] = Field(min_length=2)


class LaterOf(Deadline):
    """The later of two or more."""

    later_of: tuple[TimedDeadline, ...] = Field(min_length=2)


UNTIMED_OPENINGS = ("as soon as possible", "at relevant intervals", "regularly", "at any time", "during", "not stated")


def _kept_untimed(value: object) -> Text:
    text = _kept_text(value)
    if not text.startswith(UNTIMED_OPENINGS):
        raise ValueError(f"a deadline in words begins with one of: {', '.join(UNTIMED_OPENINGS)}")
    if re.search(r"[0-9]", text):
        raise ValueError(f"'{text}' has a number, so it is a rule: write it as {{within: …, of: …}}")
    return text


Untimed = Annotated[
    Text,
    PlainValidator(_kept_untimed),
    WithJsonSchema({"type": "string", "pattern": f"^({'|'.join(UNTIMED_OPENINGS)})"}),
]
"""A deadline without a number, in the source's sense."""

_KINDS = {
    "within": "within",
    "after": "after",
    "on": "on",
    "no_later_than": "no_later_than",
    "earlier_of": "earlier_of",
    "later_of": "later_of",
}


def _kind_of_deadline(value: object) -> str | None:
    if isinstance(value, str):
        return "words"
    if isinstance(value, dict):
        return next((kind for key, kind in _KINDS.items() if key in value), "within" if value else None)
    return next((kind for kind in _KINDS if hasattr(value, kind)), None)


TimedDeadline = Annotated[
    Annotated[Within, Tag("within")]
    | Annotated[After, Tag("after")]
    | Annotated[On, Tag("on")]
    | Annotated[NoLaterThan, Tag("no_later_than")]
    | Annotated[EarlierOf, Tag("earlier_of")]
    | Annotated[LaterOf, Tag("later_of")],
    Discriminator(_kind_of_deadline),
]
AnyDeadline = Annotated[
    Annotated[Within, Tag("within")]
    | Annotated[After, Tag("after")]
    | Annotated[On, Tag("on")]
    | Annotated[NoLaterThan, Tag("no_later_than")]
    | Annotated[EarlierOf, Tag("earlier_of")]
    | Annotated[LaterOf, Tag("later_of")]
    | Annotated[Untimed, Tag("words")],
    Discriminator(_kind_of_deadline),
]

EarlierOf.model_rebuild()
LaterOf.model_rebuild()


class National(Noun):
    """A rule of the nation that stands beside the local one for the same act."""

    due: TimedDeadline
    cites: Id
    """The reference, in `references.yml`, that states it."""
    says: Words | None = None

    @model_validator(mode="after")
    def _is_not_local(self) -> National:
        if self.due.authority == "local procedure":
            raise ValueError(
                "say who sets this national rule: authority: statute, statutory guidance or Panel guidance"
            )
        return self


class OtherReading(Noun):
    """A second way to read the source's words, shown beside the first with its reason."""

    due: TimedDeadline
    says: Words
    reading: Id


class LookBack(Noun):
    """A period that reaches back from a date: "in the previous 12 months"."""

    over: Length
    before: Id
    reading: Id | None = None
