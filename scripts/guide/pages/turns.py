"""What a row read alone would leave out: with which answer or outcome a step's turn comes, and what an answer begins.

Pages show it in the flow around an entry; the page and the pack of a role show rows without their flow.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.dates import earlier_date_here, national_of, planned_step
from guide.model import Decision, Guide, Outcome, Route, Step, once_a_guide
from guide.wording import first_down


@once_a_guide
def turns_of(guide: Guide, name: str) -> tuple[str, ...]:
    """The answers and outcomes that lead straight to an entry, each as a sentence; empty for what comes in any case."""
    return tuple(_turns(guide, name))


@once_a_guide
def answers_due(guide: Guide, name: str) -> tuple[str, ...]:
    """By when a step is to be done that an answer of a decision leads to, each as a sentence.

    A decision has no deadline of its own in the source: whoever decides must know what waits for it.
    """
    entry = guide.entry[name]
    return tuple(_due(guide, entry)) if isinstance(entry, Decision) else ()


def _turns(guide: Guide, name: str) -> Iterator[str]:
    for route in guide.routes[guide.home_of[name].id]:
        if route.target == name:
            source = guide.entry[route.source]
            if route.answer:
                yield f"Comes with the answer “{route.answer}” to “{source.title}”{_reading(guide, route)}."
            elif isinstance(source, Outcome):
                yield f"Follows from the outcome “{source.title}”{_reading(guide, route)}."


def _reading(guide: Guide, route: Route) -> str:
    if not route.inferred:
        return ""
    return f", by the guide's reading of the layout (question {guide.question[route.inferred].number})"


def _due(guide: Guide, decision: Decision) -> Iterator[str]:
    for route in guide.routes[guide.home_of[decision.entry_id].id]:
        then = guide.entry.get(route.target) if route.source == decision.entry_id and route.answer else None
        rule = planned_step(guide, str(then.id)).rule if isinstance(then, Step) else None
        if isinstance(then, Step) and rule:
            said = f"With “{route.answer}” follows step {guide.numbers[then.id]}, “{then.title}”"
            yield f"{said}: {first_down(rule.words)}."
            yield from (f"National rule for it: {one.beside}." for one in national_of(guide, str(then.id)))
            if advice := earlier_date_here(guide, str(then.id)):
                yield advice
