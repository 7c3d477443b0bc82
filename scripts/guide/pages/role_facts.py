"""What the page and the pack of a role show beside its own steps: what comes to it, and what is said to it alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from guide.dates import members_of_acts
from guide.model import Actor, Decision, Guide, Journey, Note, Outcome, Procedure, Step, once_a_guide
from guide.pages.page_facts import Use, duties_without_step, national_duties, steps_by_role, uses


@dataclass(frozen=True, slots=True)
class Coming:
    """A step of somebody else that brings something to a role."""

    use: Use
    step: Step
    next: tuple[Use, ...]
    """What the role then does, as far as the flow leads there and asks nobody else: what it may do, or does on some
    condition, and then what it does in any case. Empty where the flow leads to no step of the role."""
    again: tuple[Use, ...]
    """The steps of other procedures that describe this same act, and bring the same thing."""
    elsewhere: tuple[Use, ...]
    """What the role does after the same act in those, in the order of the flowcharts."""

    @property
    def then(self) -> tuple[Use, ...]:
        """All that it does next, what stands in an earlier flowchart first."""
        first = self.use.procedure.flowchart
        earlier = tuple(one for one in self.elsewhere if one.procedure.flowchart < first)
        return (*earlier, *self.next, *(one for one in self.elsewhere if one not in earlier))


class SaidUse(NamedTuple):
    """What says of somebody else than who acts what they do, and the procedure it stands in."""

    procedure: Procedure
    entry: Step | Outcome | Note


@dataclass(frozen=True, slots=True)
class RolePage:
    """One role with all that it has to do with, each in the order in which it comes."""

    actor: Actor
    does: tuple[Use, ...]
    for_others: tuple[tuple[str, tuple[Use, ...]], ...]
    """For each of those it acts for: the id, and what they do."""
    helps: tuple[Use, ...]
    comes: tuple[Coming, ...]
    """To the role and to those it acts for."""
    late: tuple[Step, ...]
    """Of its steps those of which it is said what happens when they are not done in time."""
    said: tuple[SaidUse, ...]
    """Outcomes, notes and steps of others that say what it does."""
    groups: tuple[Actor, ...]
    """Those of which it is a member."""
    acted_for_by: tuple[Actor, ...]
    journeys: tuple[tuple[str, Journey], ...]
    """The journeys of single steps, by name, that work out when something that it owes is due."""
    asks_nothing: bool
    """Neither the procedures nor the nation ask anything of it, or say what it does."""

    @property
    def owes(self) -> tuple[Use, ...]:
        """Its own steps, then those of whom it acts for."""
        return (*self.does, *(use for _, those in self.for_others for use in those))


@once_a_guide
def role_page(guide: Guide, name: str) -> RolePage:
    """The role with that id, as its page and its pack show it."""
    actor, mine = guide.actor[name], steps_by_role(guide, name)
    for_others = tuple((str(other), steps_by_role(guide, other).does) for other in actor.acts_for)
    owed = (*mine.does, *(use for _, those in for_others for use in those))
    said = _said_of(guide, name)
    return RolePage(
        actor=actor,
        does=mine.does,
        for_others=tuple((other, those) for other, those in for_others if those),
        helps=mine.helps,
        comes=tuple(_coming(guide, (name, *map(str, actor.acts_for)))),
        late=tuple(use.entry for use in owed if isinstance(use.entry, Step) and use.entry.if_late),
        said=said,
        groups=tuple(one for one in guide.actors if name in one.members),
        acted_for_by=tuple(one for one in guide.actors if name in one.acts_for),
        journeys=tuple(_journeys(guide, {str(use.entry.entry_id) for use in owed})),
        asks_nothing=not (
            owed or mine.helps or said or national_duties(guide, name) or duties_without_step(guide, name)
        ),
    )


def _journeys(guide: Guide, owed: Collection[str]) -> Iterator[tuple[str, Journey]]:
    for name, journey in guide.journey.items():
        given = {guide.partnership.anchors[anchor].done_by for anchor in journey.asks}
        if any(step in owed and step not in given for step in journey.steps):
            yield name, journey


def _said_of(guide: Guide, name: str) -> tuple[SaidUse, ...]:
    return tuple(
        SaidUse(procedure, entry)
        for procedure, entry in uses(guide)
        if not isinstance(entry, Decision) and name in entry.says_of
    )


def _coming(guide: Guide, actors: tuple[str, ...]) -> Iterator[Coming]:
    received = {use.entry.entry_id for actor in actors for use in steps_by_role(guide, actor).receives}
    here = {str(use.entry.entry_id): use for use in uses(guide) if use.entry.entry_id in received}
    for use in here.values():
        if isinstance(use.entry, Step):
            of_act = members_of_acts(guide)[str(use.entry.id)]
            again = tuple(here[one] for one in of_act if one in here and one != use.entry.id)
            elsewhere = (then for one in again for then in _next(guide, one, actors))
            yield Coming(use, use.entry, tuple(_next(guide, use, actors)), again, tuple(elsewhere))


def _next(guide: Guide, use: Use, actors: Collection[str]) -> Iterator[Use]:
    """The steps and decisions of these actors that follow an entry, up to the first that is done in any case.

    Where somebody else has to choose first, nothing is certain, and nothing is said.
    """
    entries = {str(entry.entry_id): entry for entry in use.procedure.entries}
    place, seen = str(use.entry.entry_id), set[str]()
    while place not in seen:
        seen.add(place)
        ways = [route.target for route in guide.routes[use.procedure.id] if route.source == place]
        if len(ways) != 1 or ways[0] not in entries:
            return
        place, entry = str(ways[0]), entries[ways[0]]
        if isinstance(entry, Step | Decision) and not set(entry.who).isdisjoint(actors):
            yield Use(use.procedure, entry)
            if not (isinstance(entry, Step) and (entry.when or entry.may)):
                return
