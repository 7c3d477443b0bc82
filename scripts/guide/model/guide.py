"""Everything one partnership wrote, in one value."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from guide.calendars import Calendar
from guide.model.decisions import DecisionGuide
from guide.model.entries import AnyEntry, Step
from guide.model.partnership import (
    Actor,
    Change,
    Example,
    Form,
    Journey,
    Partnership,
    Question,
    Reference,
    SourceItem,
    Term,
)
from guide.model.procedure import Procedure
from guide.model.routes import Route, routes_of
from guide.model.second_reading import SecondReading
from guide.strict_yaml import Document


@dataclass(frozen=True, eq=False)
class Guide:
    """Everything one partnership wrote, read and in shape, but not yet checked against itself.

    A guide equals nothing but itself, so that `once_a_guide` can keep what was worked out for it.
    """

    folder: Path
    partnership: Partnership
    actors: tuple[Actor, ...]
    forms: tuple[Form, ...]
    glossary: tuple[Term, ...]
    references: tuple[Reference, ...]
    source: tuple[SourceItem, ...]
    questions: tuple[Question, ...]
    procedures: tuple[Procedure, ...]
    """In the order of their flowchart numbers."""
    examples: tuple[Example, ...]
    changes: tuple[Change, ...] = ()
    """Newest first."""
    decision_guide: DecisionGuide | None = None
    second_reading: SecondReading | None = None
    """What somebody else found in the approved document; None where nobody has read it a second time."""
    calendars: Mapping[str, Calendar] = field(default_factory=dict)
    calendar_files: Mapping[str, Document] = field(default_factory=dict)
    """The file of each calendar as it was read, so that a check can point at its lines; empty for a guide that was not
    read from a folder."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """The partnership's own blank forms, by the names under which forms name them."""
    paths: Mapping[str, str] = field(default_factory=dict)
    """Where each kind of file stands, for messages: `forms` to `procedures/forms.yml`."""

    @cached_property
    def actor(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def form(self) -> dict[str, Form]:
        return {form.id: form for form in self.forms}

    @cached_property
    def reference(self) -> dict[str, Reference]:
        return {reference.id: reference for reference in self.references}

    @cached_property
    def question(self) -> dict[str, Question]:
        return {question.id: question for question in self.questions}

    @cached_property
    def journey(self) -> dict[str, Journey]:
        return {str(name): journey for name, journey in self.partnership.journeys.items()}

    @cached_property
    def whole_journeys(self) -> tuple[str, ...]:
        """The journeys through procedures as a whole, by name: those of single steps are parts of others."""
        return tuple(name for name, journey in self.journey.items() if not journey.steps)

    @cached_property
    def procedure(self) -> dict[str, Procedure]:
        return {procedure.id: procedure for procedure in self.procedures}

    @cached_property
    def entry(self) -> dict[str, AnyEntry]:
        """Every step, decision, outcome and note by its id; ids are unique in the whole guide."""
        return {entry.entry_id: entry for procedure in self.procedures for entry in procedure.entries}

    @cached_property
    def home_of(self) -> dict[str, Procedure]:
        """The procedure in which each entry stands, by the entry's id."""
        return {entry.entry_id: procedure for procedure in self.procedures for entry in procedure.entries}

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each step on its procedure's page, from 1, by the step's id."""
        return {step.id: number for one in self.procedures for number, step in enumerate(one.steps, 1)}

    @cached_property
    def setting(self) -> dict[str, tuple[Step, ...]]:
        """The steps that say that they set the date of another, in their order, by the id of the other."""
        found: dict[str, list[Step]] = {}
        for step in (step for procedure in self.procedures for step in procedure.steps):
            for other in dict.fromkeys(step.sets):
                found.setdefault(str(other), []).append(step)
        return {other: tuple(steps) for other, steps in found.items()}

    @cached_property
    def routes(self) -> dict[str, tuple[Route, ...]]:
        """Every route of each procedure, in the order written, by the procedure's id."""
        return {procedure.id: routes_of(procedure, self.procedure.keys()) for procedure in self.procedures}

    def procedures_of(self, name: str) -> tuple[Procedure, ...]:
        """The procedures of a journey, or the one procedure with that id. Raises KeyError for neither."""
        if name in self.journey:
            return tuple(self.procedure[procedure] for procedure in self.journey[name].procedures)
        return (self.procedure[name],)

    def steps_in(self, name: str) -> tuple[Step, ...]:
        """The steps that a journey plans, or those of the one procedure with that id. Raises KeyError for neither."""
        chosen = self.journey[name].steps if name in self.journey else ()
        steps = (step for procedure in self.procedures_of(name) for step in procedure.steps)
        return tuple(step for step in steps if not chosen or step.id in chosen)


_Answer = TypeVar("_Answer")
_Asked = ParamSpec("_Asked")


def once_a_guide(
    function: Callable[Concatenate[Guide, _Asked], _Answer],
) -> Callable[Concatenate[Guide, _Asked], _Answer]:
    """Lets a function of a guide, and of names, work out each answer once; kept for as long as the guide lives.

    What it raises is raised again each time.
    """
    kept: WeakKeyDictionary[Guide, dict[Hashable, _Answer]] = WeakKeyDictionary()

    @wraps(function)
    def asked(guide: Guide, /, *names: _Asked.args, **more: _Asked.kwargs) -> _Answer:
        answers, key = kept.setdefault(guide, {}), (names, tuple(more.items()))
        if key not in answers:
            answers[key] = function(guide, *names, **more)
        return answers[key]

    return asked
