"""Which entry of a procedure leads to which: one reading of the order, which outline, diagrams and checks share."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from guide.model.entries import AnyEntry, Decision, Outcome, Step
from guide.model.procedure import Procedure

RouteKind = Literal["next", "branch", "gap", "handover", "alongside"]


@dataclass(frozen=True, slots=True)
class Route:
    """One way on from an entry."""

    source: str
    target: str
    """An entry id; a procedure id for a handover; a question id for a gap."""
    kind: RouteKind
    answer: str = ""
    inferred: str = ""
    """The question to which this reading of the source's layout belongs, if it is one."""


def routes_of(procedure: Procedure, procedures: Collection[str] = ()) -> tuple[Route, ...]:
    """Every route of a procedure, in the order written. `procedures` are the ids that mean a handover.

    Of a whole guide, ask `Guide.routes`, which has worked them out once.
    """
    entries = procedure.entries
    return tuple(
        route for place, entry in enumerate(entries) for route in _leaving(entry, entries[place + 1 :], procedures)
    )


def _leaving(entry: AnyEntry, later: Sequence[AnyEntry], others: Collection[str]) -> Iterator[Route]:
    if isinstance(entry, Decision):
        yield from _branches(entry, others)
    elif isinstance(entry, Outcome) and entry.gap:
        yield Route(entry.entry_id, entry.gap, "gap")
    elif isinstance(entry, Step | Outcome) and entry.then:
        kind: RouteKind = "handover" if entry.then.to in others else "next"
        yield Route(entry.entry_id, entry.then.to, kind, "", str(entry.then.inferred or ""))
    elif isinstance(entry, Step) and not entry.ends and not entry.alongside:
        following = next((one for one in later if one.on_route), None)
        if following is not None:
            yield Route(entry.entry_id, following.entry_id, "next")


def _branches(decision: Decision, others: Collection[str]) -> Iterator[Route]:
    for branch in decision.branches:
        inferred = str(branch.inferred or "")
        if branch.gap:
            yield Route(decision.decision, branch.gap, "gap", branch.answer, inferred)
        elif branch.then:
            kind: RouteKind = "handover" if branch.then in others else "branch"
            yield Route(decision.decision, branch.then, kind, branch.answer, inferred)


def alongside_routes(procedure: Procedure) -> Iterator[Route]:
    """From the first entry of a phase to each of its steps that can happen at any time."""
    for phase in procedure.phases:
        main = next((one for one in phase.entries if one.on_route), None)
        for entry in phase.entries:
            if isinstance(entry, Step) and entry.alongside and main is not None:
                yield Route(main.entry_id, entry.entry_id, "alongside", "alongside")
