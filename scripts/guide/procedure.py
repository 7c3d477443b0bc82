"""A procedure and what it is made of: steps, decisions, outcomes and notes, as an author writes them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag

from guide.deadlines import AnyDeadline, Id, LookBack, National, Noun, OtherReading, TimedDeadline, Words

NOT_STATED = "not-stated"
"""The `who` of a step whose actor the source does not name."""


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


Ids = Annotated[tuple[Id, ...], BeforeValidator(_as_list)]
"""One id or a list of them: `who: panel` and `who: [panel]` mean the same."""


class Clock(Noun):
    """How days are counted in a procedure; shown beside every date."""

    from_: Id = Field(alias="from")
    calendar: Id
    working_day_one: Literal["the next working day", "the same day"]
    received_on_a_closed_day: Literal["counts from that day", "counts as received on the next working day"] = (
        "counts from that day"
    )
    reading: Id | None = None


class Link(Noun):
    """Where a route goes on. `inferred` names the question when the source's arrows do not say so."""

    to: Id
    inferred: Id | None = None


def _as_link(value: object) -> object:
    return {"to": value} if isinstance(value, str) else value


Then = Annotated[Link, BeforeValidator(_as_link)]


class Entry(Noun):
    """What steps, decisions, outcomes and notes have in common."""

    source: tuple[Words, ...] = ()
    questions: Ids = ()
    see: Ids = ()
    """Procedures or references to read beside it."""

    @property
    def entry_id(self) -> Id:
        """The id by which others refer to it."""
        raise NotImplementedError


class Step(Entry):
    """One thing an actor does."""

    id: Id
    title: Words
    """An imperative of at most 48 characters: the heading of the card and the label in the diagram."""
    who: Ids
    with_: Ids = Field(default=(), alias="with")
    """Who helps or facilitates."""
    to: Ids = ()
    does: Words
    when: Words | None = None
    """A condition or an occasion, in words."""
    due: AnyDeadline
    equals: TimedDeadline | None = None
    """A second way the source states the same date; a check proves them equal."""
    also_read_as: tuple[OtherReading, ...] = ()
    national: tuple[National, ...] = ()
    look_back: LookBack | None = None
    same_act: Ids = ()
    """Steps of other procedures that describe this same act."""
    forms: Ids = ()
    sets: Ids = ()
    """Steps whose date this one arranges or announces."""
    notes: tuple[Words, ...] = ()
    may: bool = False
    should: bool = False
    alongside: bool = False
    """It has no place of its own in the order: it can happen at any time."""
    then: Then | None = None
    """Where the route goes on, when that is not the next entry."""
    ends: bool = False
    """The route ends here."""

    @property
    def entry_id(self) -> Id:
        return self.id


class Branch(Noun):
    """One answer and where it leads: to an entry, to another procedure, or to a gap in the source."""

    answer: Words
    then: Id | None = None
    gap: Id | None = None
    inferred: Id | None = None
    source: tuple[Words, ...] = ()


class Decision(Entry):
    """A question an actor answers."""

    decision: Id
    who: Ids
    asks: Words
    title: Words
    notes: tuple[Words, ...] = ()
    branches: tuple[Branch, ...]

    @property
    def entry_id(self) -> Id:
        return self.decision


class Outcome(Entry):
    """Where a route ends, or hands over."""

    outcome: Id
    title: Words
    says: Words
    then: Then | None = None
    gap: Id | None = None

    @property
    def entry_id(self) -> Id:
        return self.outcome


class Note(Entry):
    """Something the source says that nobody does at a given point."""

    note: Id
    title: Words
    says: Words
    gap: Id | None = None

    @property
    def entry_id(self) -> Id:
        return self.note


def _kind_of_entry(value: object) -> str:
    for kind in ("decision", "outcome", "note"):
        if (isinstance(value, dict) and kind in value) or (not isinstance(value, dict) and hasattr(value, kind)):
            return kind
    return "step"


AnyEntry = Annotated[
    Annotated[Step, Tag("step")]
    | Annotated[Decision, Tag("decision")]
    | Annotated[Outcome, Tag("outcome")]
    | Annotated[Note, Tag("note")],
    Discriminator(_kind_of_entry),
]


class Phase(Noun):
    """A part of a procedure under one heading."""

    id: Id
    title: Words
    drawing: Words | None = None
    """The title of the diagram it is drawn in; phases with one title share a diagram. Its own title when left out."""
    entries: tuple[AnyEntry, ...] = Field(alias="steps", min_length=1)


class Procedure(Noun):
    """One flowchart's worth of what must happen."""

    id: Id
    title: Words
    flowchart: int
    source_title: Words
    for_: Words = Field(alias="for")
    starts: Words
    starts_source: tuple[Words, ...] = ()
    ends: Words
    summary: Words
    clock: Clock | None = None
    """Needed as soon as one step has a deadline with a number."""
    questions: Ids = ()
    phases: tuple[Phase, ...] = Field(min_length=1)

    @property
    def entries(self) -> Iterator[Step | Decision | Outcome | Note]:
        """Every entry of every phase, in the order written."""
        for phase in self.phases:
            yield from phase.entries

    @property
    def steps(self) -> Iterator[Step]:
        """The steps alone, in the order written."""
        return (entry for entry in self.entries if isinstance(entry, Step))
