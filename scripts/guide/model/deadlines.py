"""What a deadline may say: the whole vocabulary, as data and without expressions.

An author writes `{within: 5 working days, of: notification-received}`; each class below is one such sentence.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal, TypeVar

from pydantic import Discriminator, Field, PlainValidator, Tag, WithJsonSchema, model_validator

from guide.model.lengths import Length, Numbered, Quantity, why_not_counted
from guide.model.noun import Id, Noun, in_words, kept_text
from guide.plain import plainly
from guide.problems import Misfit, Place, nearest
from guide.strict_yaml import Text

Kind = Literal["limit", "planned"]
PartOfDay = Literal["morning", "afternoon", "as early as possible", "end of day"]
Authority = Literal["statute", "statutory guidance", "Panel guidance", "local procedure"]
ClosedDay = Literal["stays", "preceding", "following"]


class Deadline(Noun):
    """What every deadline may carry beside its rule."""

    part: PartOfDay | None = None
    """A label only: it never changes the date."""
    authority: Authority = "local procedure"
    closed_day: ClosedDay = "stays"
    """What happens when the date falls on a closed day. `stays` also says so on the page."""
    reading: Id | None = None
    """The question about these words. Until it is answered they are read as this deadline says."""

    @property
    def kind(self) -> Kind:
        """A limit, or a planned day; a choice is of the kind of what it chooses from."""
        return self.parts[0].kind

    @property
    def parts(self) -> tuple[TimedDeadline, ...]:
        """What it chooses from: the deadlines of an earlier or later one, in the order written. Else nothing."""
        return ()

    @property
    def start(self) -> Id | None:
        """The anchor or step that it names. None for a numbered day, which its clock counts, and for a choice."""
        return None

    @property
    def length(self) -> Quantity | None:
        """How long after or before its start; None for a numbered day and for a choice."""
        return None

    @property
    def how_long(self) -> str:
        """Its length as a sentence has it: `5 clear working days`. Empty where it has none."""
        if self.length is None or not self.is_clear:
            return str(self.length or "")
        return f"{self.length.number} clear {self.length.noun}"

    @property
    def is_clear(self) -> bool:
        """Both ends are left out."""
        return False

    @property
    def begins_with_the_day(self) -> bool:
        """The start's own day is day 1."""
        return False

    @property
    def starts(self) -> tuple[Id, ...]:
        """Every anchor and step that it or any of its parts names."""
        inside = tuple(start for part in self.parts for start in part.starts)
        return inside if self.start is None else (self.start, *inside)

    @property
    def place(self) -> Place:
        """Where its number stands: the line that an author would change."""
        return self.parts[0].place if self.length is None else self.length.place


class Within(Deadline):
    """A limit: no later than so long after X."""

    within: Length
    of: Id
    clear: bool = False
    """Both ends are left out: the act is due after the last whole day."""
    counts: Literal["from the next day", "beginning with the day"] = "from the next day"

    @property
    def kind(self) -> Kind:
        return "limit"

    @property
    def start(self) -> Id:
        return self.of

    @property
    def length(self) -> Quantity:
        return self.within

    @property
    def begins_with_the_day(self) -> bool:
        return self.counts == "beginning with the day"

    @property
    def is_clear(self) -> bool:
        return self.clear

    @model_validator(mode="after")
    def _gives_one_day(self) -> Within:
        return _one_day(self)


class After(Deadline):
    """A planned day, so long after X."""

    after: Length
    from_: Id = Field(alias="from")
    clear: bool = False

    @property
    def kind(self) -> Kind:
        return "planned"

    @property
    def start(self) -> Id:
        return self.from_

    @property
    def length(self) -> Quantity:
        return self.after

    @property
    def is_clear(self) -> bool:
        return self.clear

    @model_validator(mode="after")
    def _gives_one_day(self) -> After:
        return _one_day(self)


class On(Deadline):
    """A planned day or range, numbered by the procedure's clock."""

    on: Numbered

    @property
    def kind(self) -> Kind:
        return "planned"

    @property
    def place(self) -> Place:
        return self.on.place


class NoLaterThan(Deadline):
    """A limit before X. `clear` must be said, because the phrase alone can be read in two ways."""

    no_later_than: Length
    before: Id
    clear: bool | None = None

    @property
    def kind(self) -> Kind:
        return "limit"

    @property
    def start(self) -> Id:
        return self.before

    @property
    def length(self) -> Quantity:
        return self.no_later_than

    @property
    def is_clear(self) -> bool:
        return bool(self.clear)

    @model_validator(mode="after")
    def _gives_one_day(self) -> NoLaterThan:
        return _one_day(self)


class EarlierOf(Deadline):
    """The earlier of two or more, all of one kind. A closed day is a matter of each date in it, so it is said there."""

    earlier_of: tuple[TimedDeadline, ...] = Field(min_length=2)

    @property
    def parts(self) -> tuple[TimedDeadline, ...]:
        return self.earlier_of

    @model_validator(mode="after")
    def _gives_one_kind(self) -> EarlierOf:
        return _one_kind(self, self.earlier_of)


class LaterOf(Deadline):
    """The later of two or more, all of one kind. A closed day is a matter of each date in it, so it is said there."""

    later_of: tuple[TimedDeadline, ...] = Field(min_length=2)

    @property
    def parts(self) -> tuple[TimedDeadline, ...]:
        return self.later_of

    @model_validator(mode="after")
    def _gives_one_kind(self) -> LaterOf:
        return _one_kind(self, self.later_of)


AnyNoun = TypeVar("AnyNoun", bound=Deadline)


def _one_day(due: AnyNoun) -> AnyNoun:
    assert due.length is not None, "only a length can be read in two ways"
    if reason := why_not_counted(due.length, due.is_clear, due.begins_with_the_day):
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


NOTHING_STATED = "not stated"


def _kept_untimed(value: object) -> Text:
    text, words = kept_text(value), plainly(str(value))
    if not words.startswith(UNTIMED_OPENINGS):
        hint = f"begin with one of: {', '.join(UNTIMED_OPENINGS)}; or write {{within: 5 working days, of: …}}"
        raise Misfit(f"'{text}' is not a deadline this guide knows", hint)
    if re.search(r"[0-9]", words):
        raise Misfit(f"'{text}' has a number, so it is a rule", "write it as {within: 5 working days, of: …}")
    return Text(words, text.place) if words == NOTHING_STATED else text


Untimed = Annotated[
    Text,
    PlainValidator(_kept_untimed),
    WithJsonSchema(
        in_words(
            f"^({'|'.join(UNTIMED_OPENINGS)})", f"a deadline in words begins with one of: {', '.join(UNTIMED_OPENINGS)}"
        )
    ),
]
"""A deadline without a number, in the source's sense."""

TIMED_KINDS = ("within", "after", "on", "no_later_than", "earlier_of", "later_of")


def _kind_of_deadline(value: object) -> str | None:
    if isinstance(value, str):
        return "words"
    if isinstance(value, dict):
        written = [kind for kind in TIMED_KINDS if kind in value]
        # A misspelt key is better answered with the key that was meant than with every key there is.
        near = [kind for key in value if (kind := nearest(str(key), TIMED_KINDS, 0.6))]
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
