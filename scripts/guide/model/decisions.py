"""The decision guide: questions to work through before a decision that is somebody's to make."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from guide.model.contacts import ContactKey
from guide.model.entries import Items
from guide.model.noun import Id, Ids, Noun, Words


class Answer(Noun):
    """One answer in the decision guide and the part it leads to."""

    answer: Words
    then: Id


class NationalPart(Noun):
    """What a national rule asks in the case of a part: no step of the approved document, and said to be none."""

    who: Ids
    """Who has to do it."""
    does: Words
    by_when: Words
    authority: Literal["statute", "statutory guidance", "Panel guidance"]
    """Who sets it."""
    cites: Id
    """The reference that states it."""


class GuidePart(Noun):
    """One part of the decision guide: a question with answers, or what to do next. Never a verdict."""

    id: Id
    title: Words
    asks: Words | None = None
    says: Words | None = None
    criteria: Ids = ()
    """References whose points are listed."""
    answers: tuple[Answer, ...] = ()
    ring: tuple[ContactKey, ...] = ()
    """The contacts to ring, by their keys in `partnership.yml`."""
    national: NationalPart | None = None
    talk_to: Ids = ()
    """Whom to talk to today."""
    dates: Ids = ()
    """Steps whose deadline applies."""
    then: Id | None = None
    """The procedure to read on in."""
    questions: Ids = ()
    """What the approved document leaves open here."""
    source: Items = ()


class DecisionGuide(Noun):
    """Questions to work through before a decision that is somebody's to make. It keeps nothing and adds nothing up."""

    id: Id
    """The address of its page."""
    title: Words
    summary: Words
    parts: tuple[GuidePart, ...] = Field(min_length=1)
