"""What a procedure is made of: steps, decisions, outcomes and notes, as an author writes them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag, model_validator

from guide.model.actors import NO_ACTORS, Actors, AnyActors, AnyReading, NamesActors, SomeActors
from guide.model.beside import IfLate, LookBack, National, OtherReading
from guide.model.deadlines import AnyDeadline, Deadline, TimedDeadline
from guide.model.noun import Id, Ids, Noun, Words, as_list

EntryKind = Literal["step", "decision", "outcome", "note"]

Items = Annotated[tuple[Words, ...], BeforeValidator(as_list)]
"""One source item or a list of them."""

Whole = Annotated[int, Field(strict=True, ge=1)]
"""A whole number from 1; `true` is none."""


class Link(Noun):
    """Where a route goes on. `inferred` names the question when the source's arrows do not say so."""

    to: Id
    """A step, decision or outcome of this procedure, or another procedure."""
    inferred: Id | None = None


def _as_link(value: object) -> object:
    return {"to": value} if isinstance(value, str) else value


Then = Annotated[Link, BeforeValidator(_as_link)]


class Entry(NamesActors):
    """What steps, decisions, outcomes and notes have in common."""

    source: Items = ()
    """The pieces of the approved document that it covers."""
    questions: Ids = ()
    """What the source leaves open here."""
    see: Ids = ()
    """Procedures or references to read beside it."""

    @property
    def entry_id(self) -> Id:
        """The id by which others refer to it."""
        raise NotImplementedError

    @property
    def kind(self) -> EntryKind:
        """What it is, in a word."""
        raise NotImplementedError

    @property
    def words(self) -> Words:
        """Its sentence: what is done, what is asked, or what it says."""
        raise NotImplementedError

    @property
    def acting(self) -> Actors:
        """Who acts or decides; nobody in an outcome or a note."""
        return NO_ACTORS

    @property
    def on_route(self) -> bool:
        """Whether it has a place of its own in the order: a route leads to it, and past it."""
        return True


class Step(Entry):
    """One thing an actor does."""

    id: Id
    title: Words
    """An imperative of at most 48 characters: the heading of the card and the label in the diagram."""
    who: SomeActors
    """Who does it; `not-stated` where the source does not say."""
    who_reading: AnyReading | None = None
    """The question, where the source does not say who, and `who` is how the guide reads it meanwhile."""
    with_: AnyActors = Field(default=NO_ACTORS, alias="with")
    """Who helps or facilitates."""
    to: AnyActors = NO_ACTORS
    """Who receives it."""
    received: Words | None = None
    """What it brings to those in `to`, as a sentence to them."""
    does: Words
    """What is done, as an imperative sentence with every fact of the source."""
    event: Words | None = None
    """What has happened when it is done, for what counts from it: `the request for information is sent`."""
    when: Words | None = None
    """The condition on which it is done, as a sentence that is true or not; pages put "If:" before it."""
    due: AnyDeadline
    """By when: a rule, or words such as `not stated`."""
    equals: TimedDeadline | None = None
    """A second way the source states the same date; a check proves them equal."""
    also_read_as: tuple[OtherReading, ...] = ()
    """Other ways to read the source's words, shown beside the date."""
    national: tuple[National, ...] = ()
    """The nation's own rules for the same act."""
    look_back: LookBack | None = None
    """A period that reaches back from a date."""
    if_late: IfLate | None = None
    """What the source says where it cannot be done by its day."""
    same_act: Ids = ()
    """Steps of other procedures that describe this same act."""
    forms: Ids = ()
    """The forms and letters it uses."""
    sets: Ids = ()
    """Steps whose date this one arranges or announces."""
    notes: tuple[Words, ...] = ()
    """What a reader must know about the guide's reading of this step."""
    says_of: Ids = ()
    """Of whom it says what they do, who neither do the step nor get it."""
    may: bool = False
    """The source leaves it to the actor."""
    should: bool = False
    """The source recommends it."""
    alongside: bool = False
    """It has no place of its own in the order: it can happen at any time."""
    then: Then | None = None
    """Where the route goes on, when that is not the next entry."""
    ends: bool = False
    """The route ends here."""

    @model_validator(mode="after")
    def _says_one_thing(self) -> Step:
        if self.may and self.should:
            raise ValueError("a step is either may: or should:, as the source has it")
        return self

    @property
    def entry_id(self) -> Id:
        return self.id

    @property
    def kind(self) -> EntryKind:
        return "step"

    @property
    def words(self) -> Words:
        return self.does

    @property
    def acting(self) -> Actors:
        return self.who

    @property
    def on_route(self) -> bool:
        return not self.alongside

    @property
    def deadline(self) -> Deadline | None:
        """Its deadline where that has a number; None where it is said in words, or not at all."""
        return self.due if isinstance(self.due, Deadline) else None


class Branch(Noun):
    """One answer and where it leads: to an entry, to another procedure, or to a gap in the source."""

    answer: Words
    then: Id | None = None
    """Where this answer leads."""
    gap: Id | None = None
    """The question, where the source does not say where it leads."""
    inferred: Id | None = None
    """The question, where the source's arrows do not say so and the guide reads it so meanwhile."""
    source: Items = ()


class Decision(Entry):
    """A question an actor answers."""

    decision: Id
    """Its id."""
    who: SomeActors
    """Who decides."""
    who_reading: AnyReading | None = None
    """The question, where the source does not say who, and `who` is how the guide reads it meanwhile."""
    asks: Words
    """The question, as a sentence."""
    title: Words
    """The question in at most 48 characters."""
    notes: tuple[Words, ...] = ()
    """What a reader must know about the guide's reading of this decision."""
    branches: tuple[Branch, ...]

    @property
    def entry_id(self) -> Id:
        return self.decision

    @property
    def kind(self) -> EntryKind:
        return "decision"

    @property
    def words(self) -> Words:
        return self.asks

    @property
    def acting(self) -> Actors:
        return self.who


class Outcome(Entry):
    """Where a route ends, or hands over."""

    outcome: Id
    """Its id."""
    title: Words
    says: Words
    then: Then | None = None
    """Where the route goes on."""
    gap: Id | None = None
    """The question, where the source does not say what follows."""
    says_of: Ids = ()
    """Of whom it says what they do, though it is no step."""

    @model_validator(mode="after")
    def _leads_one_way(self) -> Outcome:
        if self.then and self.gap:
            raise ValueError("an outcome leads on with then: or stops at a gap:, not both")
        return self

    @property
    def entry_id(self) -> Id:
        return self.outcome

    @property
    def kind(self) -> EntryKind:
        return "outcome"

    @property
    def words(self) -> Words:
        return self.says


class Note(Entry):
    """Something the source says that nobody does at a given point."""

    note: Id
    """Its id."""
    title: Words
    says: Words
    gap: Id | None = None
    says_of: Ids = ()
    """Of whom it says what they do, though it is no step."""

    @property
    def entry_id(self) -> Id:
        return self.note

    @property
    def kind(self) -> EntryKind:
        return "note"

    @property
    def words(self) -> Words:
        return self.says

    @property
    def on_route(self) -> bool:
        return False


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
