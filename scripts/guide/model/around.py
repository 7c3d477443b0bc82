"""What stands around the procedures: what runs beside them, and what is said of a date that cannot be met."""

from __future__ import annotations

from guide.model.entries import Items
from guide.model.noun import Id, Noun, Words


class BesideProcess(Noun):
    """Another process that may run at the same time: no part of the approved document, and with no date."""

    title: Words
    led_by: Words
    """Who leads it, as readers call them."""
    about: Words
    """What it is for, in a sentence."""


class LateNote(Noun):
    """One thing that is known, or that nobody has said, of a date that cannot be met."""

    says: Words
    source: Items = ()
    """The source items that say it."""
    cites: Id | None = None
    """The reference that says it, where it is a national rule."""
