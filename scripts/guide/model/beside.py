"""What may stand beside a deadline: the nation's own rule, another reading, a period that reaches back, if late."""

from __future__ import annotations

from pydantic import model_validator

from guide.model.actors import NO_ACTORS, AnyActors, NamesActors
from guide.model.deadlines import TimedDeadline
from guide.model.lengths import Length
from guide.model.noun import Id, Ids, Noun, Words
from guide.problems import Misfit


class National(NamesActors):
    """A rule of the nation that stands beside the local one for the same act."""

    due: TimedDeadline
    cites: Id
    """The reference, in `references.yml`, that states it."""
    says: Words | None = None
    who: AnyActors = NO_ACTORS
    """Who the rule speaks to, where that is not who acts in the step. It then says nothing of this act's date, and is
    an act of its own."""
    to: AnyActors = NO_ACTORS
    """Who receives what it speaks of."""
    title: Words | None = None
    """What that act is called in a list of dates; without it the step's title and "(national rule)"."""

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


class IfLate(Noun):
    """What the source says of a step that is not done by its day, and whom to ask."""

    says: Words
    """In sentences to whoever does the step; what the source does not say too."""
    ask: Id
    """Whom to ask, as early as may be."""
    questions: Ids = ()
    """What the source leaves open here."""
