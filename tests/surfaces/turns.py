"""With which answer or outcome a step's turn comes, and what waits for whoever decides, worked out a second time."""

from __future__ import annotations

from guide.model import Deadline, Decision, Guide, Outcome, Step
from surfaces import meant
from surfaces.dates_apart import earlier_date_here, nation_of


def turns(guide: Guide, name: str) -> list[str]:
    """The sentence for each answer and each outcome that leads straight to an entry, in the order of the pages."""
    said = []
    for entry in guide.home_of[name].entries:
        if isinstance(entry, Decision):
            ways = [(f"Comes with the answer “{one.answer}” to", one) for one in entry.branches if one.then == name]
        elif isinstance(entry, Outcome) and entry.then and entry.then.to == name:
            ways = [("Follows from the outcome", entry.then)]
        else:
            ways = []
        for words, way in ways:
            asked = getattr(way, "inferred", None)
            number = guide.question[asked].number if asked else 0
            reading = f", by the guide's reading of the layout (question {number})" if number else ""
            said.append(f"{words} “{entry.title}”{reading}.")
    return said


def waiting_for(guide: Guide, decision: Decision) -> list[str]:
    """By when the steps are due to which the answers of a decision lead."""
    said = []
    for one in decision.branches:
        step = guide.entry.get(str(one.then)) if one.then else None
        if isinstance(step, Step) and isinstance(step.due, Deadline):
            rule = meant.down(meant.rule(guide, guide.home_of[step.id], step.due))
            said.append(f"With “{one.answer}” follows step {guide.numbers[step.id]}, “{step.title}”: {rule}.")
            said += [f"National rule for it: {nation.elsewhere}." for nation in nation_of(guide, step)]
            said += earlier_date_here(guide, str(step.id))
    return said
