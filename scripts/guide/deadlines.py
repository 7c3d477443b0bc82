"""What a deadline may say: the whole vocabulary, as data and without expressions.

An author writes `{within: 5 working days, of: notification-received}`; each class below is one such sentence.
"""

from __future__ import annotations

import difflib
import re
from typing import Annotated, ClassVar, Literal, TypeVar

from pydantic import Discriminator, Field, PlainValidator, Tag, WithJsonSchema, model_validator

from guide.lengths import UNITS, DayNumber, Length, Numbered, Quantity, Unit, singular, why_not_counted
from guide.nouns import NOWHERE, Id, IsoDay, Noun, Words, kept_text
from guide.problems import Misfit
from guide.source_text import Text

Kind = Literal["limit", "planned"]
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

    kind: ClassVar[Kind] = "limit"

    within: Length
    of: Id
    clear: bool = False
    """Both ends are left out: the act is due after the last whole day."""
    counts: Literal["from the next day", "beginning with the day"] = "from the next day"

    @model_validator(mode="after")
    def _gives_one_day(self) -> Within:
        return _one_day(self, self.within, self.clear, self.counts == "beginning with the day")


class After(Deadline):
    """A planned day, so long after X."""

    kind: ClassVar[Kind] = "planned"

    after: Length
    from_: Id = Field(alias="from")
    clear: bool = False

    @model_validator(mode="after")
    def _gives_one_day(self) -> After:
        return _one_day(self, self.after, self.clear)


class On(Deadline):
    """A planned day or range, numbered by the procedure's clock."""

    kind: ClassVar[Kind] = "planned"

    on: Numbered


class NoLaterThan(Deadline):
    """A limit before X. `clear` must be said, because the phrase alone can be read in two ways."""

    kind: ClassVar[Kind] = "limit"

    no_later_than: Length
    before: Id
    clear: bool | None = None

    @model_validator(mode="after")
    def _gives_one_day(self) -> NoLaterThan:
        return _one_day(self, self.no_later_than, bool(self.clear))


class EarlierOf(Deadline):
    """The earlier of two or more, all of one kind. A closed day is a matter of each date in it, so it is said there."""

    earlier_of: tuple[TimedDeadline, ...] = Field(min_length=2)

    @property
    def kind(self) -> Kind:
        return self.earlier_of[0].kind

    @model_validator(mode="after")
    def _gives_one_kind(self) -> EarlierOf:
        return _one_kind(self, self.earlier_of)


class LaterOf(Deadline):
    """The later of two or more, all of one kind. A closed day is a matter of each date in it, so it is said there."""

    later_of: tuple[TimedDeadline, ...] = Field(min_length=2)

    @property
    def kind(self) -> Kind:
        return self.later_of[0].kind

    @model_validator(mode="after")
    def _gives_one_kind(self) -> LaterOf:
        return _one_kind(self, self.later_of)


AnyNoun = TypeVar("AnyNoun", bound=Deadline)


def _one_day(due: AnyNoun, length: Quantity, clear: bool, with_the_day: bool = False) -> AnyNoun:
    if reason := why_not_counted(length, clear, with_the_day):
        raise Misfit(*reason)
    return due


def _one_kind(due: AnyNoun, of: tuple[TimedDeadline, ...]) -> AnyNoun:
    if len({part.kind for part in of}) > 1:
        message = "a limit (within, no_later_than) and a planned day (after, on) have no earlier or later one"
        raise Misfit(message, "use deadlines of one kind")
    if due.closed_day != "stays":
        raise Misfit("closed_day: belongs to a single date", "say it on each deadline inside")
    return due


UNTIMED_OPENINGS = ("as soon as possible", "at relevant intervals", "regularly", "at any time", "during", "not stated")


def _kept_untimed(value: object) -> Text:
    text = kept_text(value)
    if not text.startswith(UNTIMED_OPENINGS):
        hint = f"begin with one of: {', '.join(UNTIMED_OPENINGS)}; or write {{within: 5 working days, of: …}}"
        raise Misfit(f"'{text}' is not a deadline this guide knows", hint)
    if re.search(r"[0-9]", text):
        raise Misfit(f"'{text}' has a number, so it is a rule", "write it as {within: 5 working days, of: …}")
    return text


Untimed = Annotated[
    Text,
    PlainValidator(_kept_untimed),
    WithJsonSchema({"type": "string", "pattern": f"^({'|'.join(UNTIMED_OPENINGS)})"}),
]
"""A deadline without a number, in the source's sense."""

TIMED_KINDS = ("within", "after", "on", "no_later_than", "earlier_of", "later_of")


def _kind_of_deadline(value: object) -> str | None:
    if isinstance(value, str):
        return "words"
    if isinstance(value, dict):
        written = [kind for kind in TIMED_KINDS if kind in value]
        # A misspelt key is better answered with the key that was meant than with every key there is.
        near = [kind for key in value for kind in difflib.get_close_matches(str(key), TIMED_KINDS, 1, 0.6)]
        return next(iter([*written, *near]), None)
    return next((kind for kind in TIMED_KINDS if hasattr(value, kind)), None)


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
            hint = "add authority: statute, statutory guidance or Panel guidance"
            raise Misfit("this national rule does not say who sets it", hint)
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


__all__ = [
    "NOWHERE",
    "UNITS",
    "UNTIMED_OPENINGS",
    "After",
    "AnyDeadline",
    "Authority",
    "ClosedDay",
    "DayNumber",
    "Deadline",
    "EarlierOf",
    "Id",
    "IsoDay",
    "Kind",
    "LaterOf",
    "Length",
    "LookBack",
    "National",
    "NoLaterThan",
    "Noun",
    "Numbered",
    "On",
    "OtherReading",
    "Part",
    "Quantity",
    "TimedDeadline",
    "Unit",
    "Untimed",
    "Within",
    "Words",
    "singular",
    "why_not_counted",
]
