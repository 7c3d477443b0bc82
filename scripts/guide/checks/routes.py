"""Routes: every branch leads somewhere, every entry can be reached, and no route breaks off without saying so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guide.flowcharts import drawn_of
from guide.model import Decision, Guide, Note, Outcome, Procedure, Route, Step
from guide.problems import Problem, did_you_mean
from guide.strict_yaml import Text


def check_routes(guide: Guide) -> Iterator[Problem]:
    """All faults of routes, procedure by procedure."""
    for procedure in guide.procedures:
        yield from _drawings(procedure)
        misled = [*_branches(procedure), *_targets(guide, procedure)]
        yield from misled
        routes = guide.routes[procedure.id]
        yield from _dead_ends(procedure, routes)
        if not misled:  # a branch to nowhere also leaves its step unreached: that is one mistake and not two
            yield from _unreachable(procedure, routes)


def _drawings(procedure: Procedure) -> Iterator[Problem]:
    for drawn in drawn_of(procedure):
        if not drawn.entries:
            message = f"there is nothing to draw in '{drawn.title}': it holds only notes"
            hint = "move the notes to the phase before, or give both phases the same drawing:"
            yield Problem(drawn.phases[0].id.place, "drawing", message, hint)


def _branches(procedure: Procedure) -> Iterator[Problem]:
    for entry in procedure.entries:
        if not isinstance(entry, Decision):
            continue
        if len(entry.branches) < 2:
            message = f"the decision '{entry.decision}' has fewer than two branches"
            hint = "add the other answer; where the source does not say what follows, write gap: and a question"
            yield Problem(entry.decision.place, "one-branch", message, hint)
        answers = [branch.answer for branch in entry.branches]
        for branch in entry.branches:
            if answers.count(branch.answer) > 1:
                message = f"two branches have the answer '{branch.answer}'"
                yield Problem(
                    branch.answer.place, "same-answer", message, "a reader could not choose: word one differently"
                )
            if (branch.then is None) == (branch.gap is None):
                message = f"the branch '{branch.answer}' needs either then: or gap:, and not both"
                hint = "write then: and where it leads, or gap: and the question that the source leaves open"
                yield Problem(branch.answer.place, "branch", message, hint)


def _targets(guide: Guide, procedure: Procedure) -> Iterator[Problem]:
    own = {entry.entry_id for entry in procedure.entries if not isinstance(entry, Note)}
    for target in _written_targets(procedure):
        if target not in own and target not in guide.procedure:
            where = guide.home_of.get(target)
            message = f"this leads to '{target}', which is not in this procedure"
            otherwise = "name a step, decision or outcome of this file, or a procedure"
            hint = did_you_mean(target, [*own, *guide.procedure], otherwise)
            if where is not None and where.id != procedure.id:
                place = guide.entry[target].entry_id.place
                hint = f"'{target}' stands in '{where.id}', at {place}: lead to that procedure"
            yield Problem(target.place, "unknown-target", message, hint)


def _written_targets(procedure: Procedure) -> Iterator[Text]:
    for entry in procedure.entries:
        if isinstance(entry, Decision):
            yield from (branch.then for branch in entry.branches if branch.then)
        elif isinstance(entry, Step | Outcome) and entry.then:
            yield entry.then.to


def _unreachable(procedure: Procedure, routes: tuple[Route, ...]) -> Iterator[Problem]:
    flowing = [entry for entry in procedure.entries if entry.on_route]
    if not flowing:
        return
    leaving: dict[str, list[str]] = {}
    for route in routes:
        leaving.setdefault(route.source, []).append(route.target)
    reached = _reached(flowing[0].entry_id, leaving)
    for entry in flowing:
        if entry.entry_id not in reached:
            reached |= _reached(entry.entry_id, leaving)  # what only it leads to is not a second mistake
            message = f"no route leads to '{entry.entry_id}'"
            hint = "lead to it with then: or a branch, or mark it alongside: true if it can happen at any time"
            yield Problem(entry.entry_id.place, "unreachable", message, hint)


def _reached(start: str, leaving: Mapping[str, list[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        here = waiting.pop()
        if here not in reached:
            reached.add(here)
            waiting.extend(leaving.get(here, []))
    return reached


def _dead_ends(procedure: Procedure, routes: tuple[Route, ...]) -> Iterator[Problem]:
    going_on = {route.source for route in routes}
    for step in procedure.steps:
        if step.entry_id in going_on and step.ends:
            yield Problem(step.id.place, "ends-and-goes-on", f"'{step.id}' both ends the route and goes on", "keep one")
        elif step.entry_id not in going_on and not step.ends and not step.alongside:
            message = f"nothing follows '{step.id}'"
            yield Problem(
                step.id.place, "dead-end", message, "say where it leads with then:, or that the route ends: true"
            )
