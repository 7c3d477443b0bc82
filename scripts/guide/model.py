"""The nouns of a guide, as an author writes them. Frozen; a key that is not here is refused.

Every string knows the line it came from (`guide.source_text.Text`). The JSON Schema that editors use is made from
these classes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag

from guide.deadlines import (
    AnyDeadline,
    Id,
    IsoDay,
    Length,
    LookBack,
    National,
    Noun,
    OtherReading,
    TimedDeadline,
    Words,
)

NOT_STATED = "not-stated"
"""The `who` of a step whose actor the source does not name."""


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


Ids = Annotated[tuple[Id, ...], BeforeValidator(_as_list)]
"""One id or a list of them: `who: panel` and `who: [panel]` mean the same."""


class Website(Noun):
    """Where the partnership publishes."""

    name: Words
    address: Words | None = None


class Journey(Noun):
    """A named set of procedures that a reader works through together, on one timeline."""

    title: Words
    procedures: Ids
    about: Words
    asks: Ids = ()
    """The anchors whose dates the timeline page must have, in order."""
    may_ask: Ids = ()
    """The anchors whose dates add something when they are known."""


class Anchor(Noun):
    """Something that happened, or will happen, on a date the reader knows."""

    asks: Words
    short: Words
    event: Words
    """As it stands after "5 working days after": `the partnership team receives the notification`."""
    day_zero: Words
    """How the day itself is named in an explanation: `The day of receipt`."""
    missing: Words
    """What the form says when the date is left out: `Enter the date the notification was received`."""
    gives: Words | None = None
    """What an optional date adds: `gives the national limit`."""


class Partnership(Noun):
    """Whose guide this is and how current it is."""

    area: Words
    body: Words
    website: Website
    nation: Literal["england", "wales", "scotland", "northern-ireland"]
    contact: Words
    journeys: dict[Id, Journey]
    anchors: dict[Id, Anchor]
    version: Words
    in_force_from: IsoDay
    review_by: IsoDay
    owner: Id
    approved_by: Words
    review_overdue: Words | None = None
    """What every page says once `review_by` has passed; without it the guide is not published after that day."""
    notices: tuple[Words, ...] = ()


class Actor(Noun):
    """A role or a body, never a person."""

    id: Id
    name: Words
    short: Words
    """At most 12 characters, for diagrams."""
    kind: Literal["role", "group", "body", "subject"] = "role"
    """A subject (the child, the family) is spoken of and never acts."""
    about: Words | None = None
    aliases: tuple[Words, ...] = ()
    """Every other spelling in the source."""
    members: Ids = ()
    acts_for: Ids = ()
    """Those whose steps also fall to this role: a manager acts for the agency."""
    questions: Ids = ()


class Form(Noun):
    """A coded document, or one that the source names without a code."""

    id: Id
    code: Words | None = None
    title: Words
    labels: tuple[Words, ...] = ()
    """The exact labels in the source."""
    aliases: tuple[Words, ...] = ()
    completed_by: Id
    goes_to: Ids
    when: Words
    published: bool = False
    questions: Ids = ()


class Term(Noun):
    """One entry of the glossary."""

    id: Id
    term: Words
    means: Words
    aliases: tuple[Words, ...] = ()
    questions: Ids = ()


class Reference(Noun):
    """Where a national rule is stated."""

    id: Id
    title: Words
    publisher: Words
    address: Words | None = None
    says: Words
    points: tuple[Words, ...] = ()
    """What it lists, one point each."""


class SourceItem(Noun):
    """One numbered piece of the approved document."""

    id: Annotated[str, Field(pattern=r"^F[0-9]-[0-9]{2}[a-z]?$")]
    line: int
    under: Words
    """The heading it stands under."""
    about: Words
    covered_by: Ids


class Question(Noun):
    """Something the source leaves open, and how it is read until its owner answers."""

    id: Id
    number: int
    title: Words
    kind: Literal["dates", "who what or where", "text", "out of date"]
    about: tuple[Words, ...]
    """Source items (`F1-06`), whole flowcharts (`F4`) or `all`."""
    says: Words
    meanwhile: Words
    changes_dates: bool = False
    effect: Words
    """What it does to dates, in words; `None.` where nothing."""
    asked_of: Id
    detected_by: Words | None = None
    """The check that finds this contradiction by itself."""


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


class Answer(Noun):
    """One answer in the decision guide and the part it leads to."""

    answer: Words
    then: Id


class GuidePart(Noun):
    """One part of the decision guide: a question with answers, or what to do next. Never a verdict."""

    id: Id
    title: Words
    asks: Words | None = None
    says: Words | None = None
    criteria: Ids = ()
    """References whose points are listed."""
    answers: tuple[Answer, ...] = ()
    talk_to: Ids = ()
    """Whom to talk to today."""
    dates: Ids = ()
    """Steps whose deadline applies."""
    then: Id | None = None
    """The procedure to read on in."""
    source: tuple[Words, ...] = ()


class DecisionGuide(Noun):
    """Questions to work through before a decision that is somebody's to make. It keeps nothing and adds nothing up."""

    id: Id
    """The address of its page."""
    title: Words
    summary: Words
    parts: tuple[GuidePart, ...] = Field(min_length=1)


class Change(Noun):
    """What one version of the guide's content changed, for practitioners."""

    version: Words
    on: IsoDay
    says: tuple[Words, ...] = Field(min_length=1)


class Example(Noun):
    """A worked example: a page, a test and a drill at once."""

    id: Id
    title: Words
    journey: Id
    on: dict[Id, IsoDay]
    expect: dict[Id, IsoDay] = Field(min_length=1)
    """The due date of each step, counted without this guide."""
    expect_national: dict[Id, IsoDay] = Field(default={})
    """The limit that a national rule sets for the same act."""
    expect_other_reading: dict[Id, IsoDay] = Field(default={})
    """The date that the other reading of the source gives."""
    teaches: Words
    notice: tuple[Words, ...] = ()
    """What a reader should see in the dates, a sentence or two each."""


class ClosedDayEntry(Noun):
    """One weekday on which the nation does not work."""

    on: IsoDay
    reason: Words
    status: Literal["published", "projected"]
    source: Words | None = None


class Override(Noun):
    """A bank holiday announced since the list was taken, or one that was moved."""

    on: IsoDay
    closed: bool
    reason: Words
    source: Words
    added: IsoDay


__all__ = [
    "NOT_STATED",
    "Actor",
    "Anchor",
    "Branch",
    "Clock",
    "ClosedDayEntry",
    "Decision",
    "Entry",
    "Example",
    "Form",
    "Journey",
    "Length",
    "Link",
    "Note",
    "Outcome",
    "Override",
    "Partnership",
    "Phase",
    "Procedure",
    "Question",
    "Reference",
    "SourceItem",
    "Step",
    "Term",
    "Website",
]
