"""Which entry of a procedure leads to which: one reading of the order, which outline, diagrams and checks share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from guide.model.procedure import AnyEntry, Decision, Note, Outcome, Procedure, Step

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


def routes_of(procedure: Procedure, procedures: frozenset[str] | None = None) -> tuple[Route, ...]:
    """Every route of a procedure, in the order written. `procedures` are the ids that mean a handover."""
    others = procedures or frozenset()
    entries = [entry for entry in procedure.entries if not isinstance(entry, Note)]
    return tuple(
        route for position, entry in enumerate(entries) for route in _leaving(entry, entries[position + 1 :], others)
    )


def _leaving(entry: AnyEntry, later: Sequence[AnyEntry], others: frozenset[str]) -> Iterator[Route]:
    if isinstance(entry, Decision):
        yield from _branches(entry, others)
    elif isinstance(entry, Outcome) and entry.gap:
        yield Route(entry.entry_id, entry.gap, "gap")
    elif isinstance(entry, Step | Outcome) and entry.then:
        kind: RouteKind = "handover" if entry.then.to in others else "next"
        yield Route(entry.entry_id, entry.then.to, kind, "", str(entry.then.inferred or ""))
    elif isinstance(entry, Step) and not entry.ends and not entry.alongside:
        following = next((one for one in later if not (isinstance(one, Step) and one.alongside)), None)
        if following is not None:
            yield Route(entry.entry_id, following.entry_id, "next")


def _branches(decision: Decision, others: frozenset[str]) -> Iterator[Route]:
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
        drawn = [entry for entry in phase.entries if not isinstance(entry, Note)]
        main = next((one for one in drawn if not (isinstance(one, Step) and one.alongside)), None)
        for entry in drawn:
            if isinstance(entry, Step) and entry.alongside and main is not None:
                yield Route(main.entry_id, entry.entry_id, "alongside", "alongside")


def numbers_of(procedure: Procedure) -> dict[str, int]:
    """The number of each step on its procedure's page, from 1."""
    return {str(step.id): number for number, step in enumerate(procedure.steps, 1)}
