"""Whose guide it is, and everything in it beside the procedures: roles, forms, words, questions, examples."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from guide.model.actors import AnyReading, SomeIds
from guide.model.around import BesideProcess, LateNote
from guide.model.contacts import CONTACTS_NEEDED, Contacts
from guide.model.entries import Items, Whole
from guide.model.noun import Digest, Id, Ids, IsoDay, Noun, Words
from guide.model.statement import NEEDED, Accessibility


class Website(Noun):
    """Where the partnership publishes."""

    name: Words
    address: Words | None = None


class GuideWords(Noun):
    """What the guide is called, and the few words of its pages that only its own subject can give.

    Whatever is left out is said in words that fit any partnership.
    """

    title: Words = Field(default="Procedure guide", validate_default=True)
    """The name of the site."""
    short_title: Words = Field(default="Procedures", validate_default=True)
    """At most 12 characters, for the screen of a telephone."""
    about: Words = Field(default="What to do, who does it, and by when.", validate_default=True)
    """What the guide tells, in a sentence for those who search."""
    headline: Words = Field(default="What to do, and by when", validate_default=True)
    """The heading of the home page."""
    first_question: Words = Field(default="Something has happened: what do I do?", validate_default=True)
    """What a reader asks who comes in a hurry; it leads to the first procedure."""
    adviser: Words = Field(default="your manager", validate_default=True)
    """Whom a reader asks when in doubt, as it reads after "ask"."""
    received: Words | None = None
    """What arrives on day 0, as it reads before "is received": `a notification`."""
    accent: Words | None = None
    """The partnership's own colour, as `"#0b4a57"`, for headings, links and buttons, on pages and in print."""
    logo: Words | None = None
    """The partnership's own logo, a file in `files/`: `logo.svg` or `logo.png`."""


class Journey(Noun):
    """A named set of procedures that a reader works through together, on one timeline."""

    title: Words
    procedures: SomeIds
    """In the order of the pages."""
    about: Words
    """What it plans, for the reader who chooses it."""
    steps: Ids = ()
    """The steps alone that it plans, for somebody with a part in the procedures; all of them where none is named."""
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
    done_by: Id | None = None
    """The step that it is: sent to the Panel is "Notify the Panel" done. One date fills the other."""
    held_to: Id | None = None
    """The step whose limit its date should not come after: a review is published within the six months of it."""
    gives: Words | None = None
    """What an optional date adds: `gives the national limit`."""
    usually_after: Id | None = None
    """The anchor that usually comes before this one: where a reader's dates say otherwise, the timeline page warns."""


class Partnership(Noun):
    """Whose guide this is and how current it is."""

    area: Words
    body: Words
    website: Website
    guide: GuideWords = GuideWords()
    """What the guide is called; every word of it has another to stand in."""
    nation: Literal["england", "wales", "scotland", "northern-ireland"]
    contact: Words
    contacts: Contacts = Contacts()
    """Whom to ring; a site is not published without the numbers."""
    journeys: dict[Id, Journey]
    anchors: dict[Id, Anchor]
    version: Words
    in_force_from: IsoDay
    review_by: IsoDay
    owner: Id
    approved_by: Words
    read_by: Words | None = None
    """Who has held the guide against the approved document, and who has not yet, in a sentence."""
    review_overdue: Words | None = None
    """What every page says once `review_by` has passed; without it the guide is not published after that day."""
    accessibility: Accessibility | None = None
    """What only the adopting body can say in the accessibility statement. A site is not published without it."""
    security_contact: Words | None = None
    """Where to report a security fault, for `/.well-known/security.txt`: `mailto:…` or `https://…`."""
    notices: tuple[Words, ...] = ()
    beside: tuple[BesideProcess, ...] = ()
    """What may run beside the procedures, and is no part of them."""
    if_late: tuple[LateNote, ...] = ()
    """What is said of a date that cannot be met."""

    def fact(self, key: str) -> str | None:
        """The value at a key such as `accessibility.email`; None where the section or the key is not there."""
        value: object = self
        for name in key.split("."):
            value = getattr(value, name, None)
        return value if isinstance(value, str) else None

    @property
    def missing_facts(self) -> tuple[str, ...]:
        """The keys of the facts that the accessibility statement needs and lacks, in the order of its page."""
        return tuple(key for key in NEEDED if self.fact(key) is None)

    @property
    def missing_contacts(self) -> tuple[str, ...]:
        """The keys of what a published site must say of whom to ring, and what nobody has filled in."""
        return tuple(key for key in CONTACTS_NEEDED if self.fact(key) is None)


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
    short: Words | None = None
    """What a form without a code is called in a calendar that others can see, in at most 12 characters: `GOV.UK`."""
    aliases: tuple[Words, ...] = ()
    """Every other name for it."""
    completed_by: Id
    """Who fills it in."""
    completed_by_reading: AnyReading | None = None
    """The question, where the source does not say who, and `completed_by` is how the guide reads it meanwhile."""
    goes_to: Ids
    """Who gets it; an empty list where the source does not say."""
    when: Words
    published: bool = False
    """Whether the form itself can be had from this guide."""
    file: Words | None = None
    """The blank form itself, a file in `files/` that the partnership adds: `scsi-1.docx`."""
    reference: Id | None = None
    """The reference whose address is where anybody can have it or fill it in, such as a page of government."""
    questions: Ids = ()


class Term(Noun):
    """One entry of the glossary."""

    id: Id
    term: Words
    means: Words
    aliases: tuple[Words, ...] = ()
    everyday: tuple[Words, ...] = ()
    """Those of its names that are everyday words too: listed like the others, and never made a link in a text."""
    questions: Ids = ()


class Reference(Noun):
    """Where a national rule is stated."""

    id: Id
    title: Words
    publisher: Words
    address: Words | None = None
    authority: Literal["statute", "statutory guidance", "Panel guidance"] | None = None
    """Who sets the rules that it states; needed as soon as a national rule cites it."""
    says: Words
    points: tuple[Words, ...] = ()
    """What it lists, one point each."""


class SourceItem(Noun):
    """One numbered piece of the approved document."""

    id: Annotated[str, Field(pattern=r"^F[0-9]-[0-9]{2}[a-z]?$")]
    line: Whole
    """The line of the document on which it begins."""
    under: Words
    """The heading it stands under."""
    words: Words | None = None
    """What it says, word for word: `•` begins a line of a list, `[…]` marks what is left out, and a person is
    `[names]`."""
    about: Words
    """What it says, in a few words of our own."""
    covered_by: SomeIds
    """The steps, decisions, outcomes or notes that say it; or the procedure that it starts."""


class Question(Noun):
    """Something the source leaves open, and how it is read until its owner answers."""

    id: Id
    number: Whole
    title: Words
    """One question that its owner can answer, ending in a question mark."""
    kind: Literal["dates", "who what or where", "text", "out of date"]
    about: Items
    """Source items (`F1-06`), whole flowcharts (`F4`) or `all`."""
    says: Words
    """What the source says, in its own words, with flowchart and heading of both places of a contradiction."""
    meanwhile: Words
    """How the guide reads it until it is answered."""
    changes_dates: bool = False
    """Another answer could move a date that the guide works out."""
    effect: Words
    """What another answer would change, with an example for a date; `None.` where it changes only words."""
    asked_of: Id
    """Who can answer."""
    detected_by: Words | None = None
    """The check that finds this contradiction by itself."""


class Change(Noun):
    """What one version of the guide's content changed, for practitioners."""

    version: Words
    on: IsoDay
    says: tuple[Words, ...] = Field(min_length=1)
    rules: Digest | None = None
    """Twelve digits over what decides dates; the check prints them. Of an older version `not recorded` will do."""


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
    expect_governs: dict[Id, IsoDay] = Field(default={})
    """The date to work to, of all rules for the act that a step is of."""
    expect_other_reading: dict[Id, IsoDay] = Field(default={})
    """The date that the other reading of the source gives."""
    expect_look_back: dict[Id, IsoDay] = Field(default={})
    """The day from which the look-back of a step reaches."""
    expect_done: dict[Id, IsoDay] = Field(default={})
    """The steps that are done by the dates that are given, each with its day; none but these where any is named."""
    expect_warned: Ids = ()
    """The dates at which the timeline page asks the reader to look again, and no others."""
    teaches: Words
    notice: tuple[Words, ...] = ()
    """What a reader should see in the dates, a sentence or two each."""
