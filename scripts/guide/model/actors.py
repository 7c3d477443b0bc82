"""Who acts, helps or receives: several actors together, one of several, or a group that acts for bodies.

An author writes `who: panel`, `who: [police, panel]`, `who: {one_of: [police, panel]}` or
`who: {group: representatives, of: [police, panel]}`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, overload

from pydantic import (
    BeforeValidator,
    Discriminator,
    Field,
    GetCoreSchemaHandler,
    SerializerFunctionWrapHandler,
    Tag,
    model_serializer,
)
from pydantic_core import core_schema

from guide.model.noun import Id, Ids, Noun, Words, as_list, kept_text
from guide.strict_yaml import Text

NOT_STATED = "not-stated"
"""The `who` of a step whose actor the source does not name."""

SomeIds = Annotated[tuple[Id, ...], BeforeValidator(as_list), Field(min_length=1)]
"""Ids, of which there must be at least one."""


@dataclass(frozen=True, slots=True)
class Party:
    """One place in a row of actors."""

    ids: tuple[Text, ...]
    """The actor; with more than one it is either of them."""
    of: tuple[Text, ...] = ()
    """The bodies on whose behalf it acts. They do not act themselves."""

    @property
    def is_choice(self) -> bool:
        """Any one of several."""
        return len(self.ids) > 1

    @property
    def is_plain(self) -> bool:
        """One actor, of whom nothing more is said."""
        return not self.is_choice and not self.of

    @property
    def key(self) -> str:
        """A name by which programs can refer to it: of one plain actor the id, and of no other party an id."""
        return " or ".join(self.ids) + (f" of {' and '.join(self.of)}" if self.of else "")

    def as_json(self) -> dict[str, list[str]]:
        """How it stands, by ids."""
        acting = {"one_of" if self.is_choice else "acts": list(map(str, self.ids))}
        return acting | ({"of": list(map(str, self.of))} if self.of else {})


@dataclass(frozen=True)
class Actors(Sequence[Text]):
    """Actors as they stand under one key. It is the sequence of their ids; `parties` says how they stand together."""

    parties: tuple[Party, ...] = ()

    @classmethod
    def row(cls, *ids: str) -> Actors:
        """Actors of whom nothing more is said."""
        return cls(tuple(Party((kept_text(one),)) for one in ids))

    @classmethod
    def together(cls, several: Iterable[Actors]) -> Actors:
        """All of them in one row, none twice; those who stand alone before those of whom one will do."""
        parties = dict.fromkeys(party for one in several for party in one.parties)
        return cls(tuple(sorted(parties, key=lambda party: party.is_choice)))

    @cached_property
    def ids(self) -> tuple[Text, ...]:
        """Everybody who acts, or may: of a choice each. Not the bodies on whose behalf a group acts."""
        return tuple(dict.fromkeys(one for party in self.parties for one in party.ids))

    @property
    def bodies(self) -> tuple[Text, ...]:
        """Those on whose behalf others act."""
        return tuple(one for party in self.parties for one in party.of)

    @property
    def named(self) -> Actors:
        """Those whom the source names."""
        return Actors(tuple(party for party in self.parties if NOT_STATED not in party.ids))

    @property
    def is_plain(self) -> bool:
        """Their ids say everything there is to say."""
        return all(party.is_plain for party in self.parties)

    @overload
    def __getitem__(self, place: int) -> Text: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Text, ...]: ...
    def __getitem__(self, place: int | slice) -> Text | tuple[Text, ...]:
        return self.ids[place]

    def __iter__(self) -> Iterator[Text]:
        return iter(self.ids)

    def __len__(self) -> int:
        return len(self.ids)


NO_ACTORS = Actors()


class OneOf(Noun):
    """Any one of several actors; the source leaves open which, or says that either will do."""

    one_of: Annotated[tuple[Id, ...], Field(min_length=2)]
    """The actors, of whom one acts."""


class OnBehalf(Noun):
    """A group that acts on behalf of bodies, which do not act themselves."""

    group: Id
    """The actor."""
    of: SomeIds
    """The bodies."""


class Reading(Noun):
    """That it is the guide's own reading who acts, because the source does not say it."""

    question: Id
    """The question that asks it."""
    unsaid: Words | None = None
    """What the source does not say, where it names somebody for a part of it: `who reviews the plan`."""


def _as_reading(value: object) -> object:
    return {"question": value} if isinstance(value, str) else value


AnyReading = Annotated[Reading, BeforeValidator(_as_reading)]
"""A reading; its question alone may stand for it."""


def _written_as(value: object) -> str:
    if isinstance(value, dict):
        return "group" if "group" in value or "of" in value else "one of"
    return "ids"


def _actors(written: tuple[Id, ...] | OneOf | OnBehalf) -> Actors:
    if isinstance(written, OneOf):
        return Actors((Party(written.one_of),))
    if isinstance(written, OnBehalf):
        return Actors((Party((written.group,), written.of),))
    return Actors.row(*written)


class _Written:
    """How pydantic reads and writes a field of actors: in JSON they stay the list of ids that they always were."""

    nouns = (OneOf, OnBehalf)
    """The nouns whose keys may stand there, for whoever suggests one."""

    def __init__(self, shape: Any) -> None:
        self.shape = shape

    def __get_pydantic_core_schema__(self, _: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(
            _actors,
            handler.generate_schema(Annotated[self.shape, Discriminator(_written_as)]),
            serialization=core_schema.plain_serializer_function_ser_schema(lambda actors: list(map(str, actors))),
        )


_ONE_OF, _GROUP = Annotated[OneOf, Tag("one of")], Annotated[OnBehalf, Tag("group")]

AnyActors = Annotated[Actors, _Written(Annotated[Ids, Tag("ids")] | _ONE_OF | _GROUP)]
"""Actors, or nobody."""
SomeActors = Annotated[Actors, _Written(Annotated[SomeIds, Tag("ids")] | _ONE_OF | _GROUP)]
"""Actors, of whom there must be at least one."""


class NamesActors(Noun):
    """A noun with actors. Its JSON has their ids, and under `parties` how they stand, where ids alone do not say it."""

    @model_serializer(mode="wrap")
    def _with_parties(self, written: SerializerFunctionWrapHandler) -> Any:
        parties = {
            str(field.alias or name): [party.as_json() for party in actors.parties]
            for name, field in type(self).model_fields.items()
            if isinstance(actors := getattr(self, name), Actors) and not actors.is_plain
        }
        made = written(self)
        return made | {"parties": parties} if parties else made
