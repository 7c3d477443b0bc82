"""All rules of a procedure or journey, as the engines evaluate them: what `rules` makes of the words of an author."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from guide.dates.acts import Act
from guide.dates.counting import Rule
from guide.model import NO_ACTORS, Actors
from guide.wording import what_it_asks

AlternativeKind = Literal["reading", "national", "stated twice"]


@dataclass(frozen=True, slots=True)
class Alternative:
    """A second date for the same act: another reading of the source, or the nation's own rule."""

    kind: AlternativeKind
    rule: Rule
    says: str
    cites: str
    """The question for a reading, the reference for a national rule."""
    act: str = ""
    """Of a national rule that speaks to somebody else: the id under which it is an act of its own."""

    @property
    def told(self) -> str:
        """What stands beside its date."""
        return what_it_asks(self.says) if self.kind == "national" else self.says


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """A step as the timeline needs it."""

    id: str
    procedure: str
    number: int
    """Its number on the procedure's page."""
    title: str
    does: str
    actors: Actors
    helpers: Actors
    forms: tuple[str, ...]
    questions: tuple[str, ...]
    rule: Rule | None
    untimed: str
    """The deadline in words, where it has no number."""
    alongside: bool = False
    alternatives: tuple[Alternative, ...] = ()
    look_back: Rule | None = None
    to: Actors = NO_ACTORS
    """Who receives it."""
    cites: str = ""
    """The reference that states it, where it is a duty by national rule alone and not a step of the procedure."""

    @property
    def nationals(self) -> tuple[Alternative, ...]:
        """The national rules that stand beside it, in the order written."""
        return tuple(one for one in self.alternatives if one.kind == "national")


@dataclass(frozen=True, slots=True)
class AnchorName:
    """How a schedule speaks of an anchor event."""

    asks: str
    short: str
    event: str
    day_zero: str


@dataclass(frozen=True, slots=True)
class Plan:
    """All rules of a procedure or journey."""

    name: str
    title: str
    calendar: str
    anchors: Mapping[str, AnchorName]
    """The anchors that its rules count from."""
    steps: tuple[PlannedStep, ...]
    """In the order of the pages."""
    evaluation: tuple[str, ...]
    """Step ids in an order that serves every chained rule."""
    acts: tuple[Act, ...] = ()
    """What is done once, in the order of the pages."""
    asked: Mapping[str, str] = field(default_factory=dict)
    """What is said of each anchor that a reader of this journey may answer, for as long as its day is not known."""
    done_by: Mapping[str, str] = field(default_factory=dict)
    """The step that an anchor is, where it is one of these: its date is the day on which that step was done."""
    held_to: Mapping[str, str] = field(default_factory=dict)
    """The step whose limit an anchor's date should not come after."""
    usual_order: tuple[tuple[str, str], ...] = ()
    """Anchors of which the first usually comes before the second."""
    in_force_from: int = 0
    """The day from which this version of the guide applies: before it other rules may have held."""
