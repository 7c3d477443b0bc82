"""A procedure: one flowchart's worth of entries under its headings, and how its days are counted."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from pydantic import Field

from guide.model.entries import AnyEntry, Step, Whole
from guide.model.noun import Id, Ids, Noun, Words


class Clock(Noun):
    """How days are counted in a procedure; shown beside every date."""

    from_: Id = Field(alias="from")
    """The anchor from which the numbered days count."""
    calendar: Id
    """The nation whose bank holidays are skipped."""
    working_day_one: Literal["the next working day", "the same day"] | None = None
    """Which day is working day one; left out where the procedure counts no working days from the event."""
    received_on_a_closed_day: Literal["counts from that day", "counts as received on the next working day"] = (
        "counts from that day"
    )
    reading: Id | None = None
    """The question about this way of counting, which is how the guide reads it until it is answered."""

    @property
    def begins_with_the_day(self) -> bool:
        """The day of the event is itself working day one."""
        return self.working_day_one == "the same day"

    @property
    def is_deemed(self) -> bool:
        """What comes on a closed day counts as having come on the next working day."""
        return self.received_on_a_closed_day == "counts as received on the next working day"


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
    flowchart: Whole
    """Its number in the source."""
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

    @cached_property
    def entries(self) -> tuple[AnyEntry, ...]:
        """Every entry of every phase, in the order written."""
        return tuple(entry for phase in self.phases for entry in phase.entries)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The steps alone, in the order written."""
        return tuple(entry for entry in self.entries if isinstance(entry, Step))
