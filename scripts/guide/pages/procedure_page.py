"""What the page of a procedure shows: its parts with their drawings, limits, forms and neighbours."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from guide.dates import Stated, rules_for
from guide.flowcharts import Flowchart, NoEngine, OutlinePart, drawn_of, flowcharts_of, outline_of
from guide.model import Actor, Decision, Form, Guide, Outcome, Procedure, Step
from guide.pages.page_facts import forms_in_use
from guide.wording import first_down

log = logging.getLogger("guide")


@dataclass(frozen=True, slots=True)
class DrawnPart:
    """What the page shows under one heading: the outline, the drawing and the cards of the same phases."""

    title: str
    id: str
    phases: tuple[OutlinePart, ...]
    flowchart: Flowchart | None
    """None where no engine can draw: the outline says the same."""
    legend: tuple[Actor, ...]
    """Who acts in the drawing, in order of appearance."""

    @property
    def svg(self) -> Markup:
        """The drawing, which stands in the page as it is."""
        return Markup(self.flowchart.drawing.svg) if self.flowchart else Markup("")


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The procedures that send the reader here, and those to which this one sends the reader."""

    before: tuple[Procedure, ...]
    after: tuple[Procedure, ...]


@dataclass(frozen=True, slots=True)
class StepLimits:
    """A step whose act has a limit, in whatever flowchart that is stated, with all rules of the act in words."""

    step: Step
    words: tuple[str, ...]
    """Limits first: `by day 1 (flowchart 1)`, `flowchart 2 plans day 2`."""


@dataclass(frozen=True, slots=True)
class ProcedurePage:
    """One procedure with everything around it."""

    procedure: Procedure
    parts: tuple[DrawnPart, ...]
    limits: tuple[StepLimits, ...]
    """What must not be missed, for the summary."""
    neighbours: Neighbours
    forms: tuple[Form, ...]

    @property
    def flowcharts(self) -> tuple[Flowchart, ...]:
        """The drawings, in the order of the parts."""
        return tuple(part.flowchart for part in self.parts if part.flowchart)


def procedure_page(guide: Guide, procedure: Procedure) -> ProcedurePage:
    """What the page of one procedure needs."""
    return ProcedurePage(
        procedure=procedure,
        parts=_parts(guide, procedure),
        limits=tuple(_limits(guide, procedure)),
        neighbours=_neighbours(guide, procedure),
        forms=tuple(forms_in_use(guide, procedure)),
    )


def _limits(guide: Guide, procedure: Procedure) -> Iterator[StepLimits]:
    """One for each act that has a limit; steps of one act that stand in one procedure share the first one's line."""
    seen: set[tuple[Stated, ...]] = set()
    for step in procedure.steps:
        rules = tuple(rule for rule in rules_for(guide, str(step.id)) if rule.origin != "reading")
        limits = [rule for rule in rules if rule.kind == "limit"]
        if limits and rules not in seen:
            seen.add(rules)
            plans = (rule.words for rule in rules if rule.kind == "planned")
            yield StepLimits(step, (*(_limit(step, rule) for rule in limits), *plans))


def _limit(step: Step, rule: Stated) -> str:
    is_own = rule.step == step.id and not rule.is_national
    if is_own and not rule.says_again:
        return first_down(rule.rule.words)
    return f"by day {rule.last}" if is_own else rule.beside


def drawing_alone(chart: Flowchart) -> str:
    """A drawing as a file of its own: its links lead back to the page beside it."""
    return chart.drawing.svg.replace('href="#', 'href="./#') + "\n"


def _parts(guide: Guide, procedure: Procedure) -> tuple[DrawnPart, ...]:
    charts = _flowcharts(guide, procedure)
    outline = {part.phase.id: part for part in outline_of(guide, procedure)}
    return tuple(
        DrawnPart(
            title=drawn.title,
            id=drawn.phases[0].id if len(drawn.phases) == 1 else f"{drawn.phases[0].id}-and-on",
            phases=tuple(outline[phase.id] for phase in drawn.phases),
            flowchart=charts[position] if charts else None,
            legend=_legend(guide, charts[position]) if charts else (),
        )
        for position, drawn in enumerate(drawn_of(procedure))
    )


def _flowcharts(guide: Guide, procedure: Procedure) -> tuple[Flowchart, ...]:
    try:
        return flowcharts_of(guide, procedure)
    except NoEngine as missing:
        log.warning("%s has no flowcharts: %s. The ordered lists say the same.", procedure.id, missing)
        return ()


def _legend(guide: Guide, chart: Flowchart) -> tuple[Actor, ...]:
    actors = dict.fromkeys(actor for entry in chart.drawn.entries for actor in entry.acting)
    return tuple(guide.actor[actor] for actor in actors if actor in guide.actor)


@dataclass(frozen=True, slots=True)
class Join:
    """One procedure on the map of all: those that its arrows lead to, and those that it only points the reader to."""

    procedure: Procedure
    leads: tuple[Procedure, ...]
    points: tuple[Procedure, ...]


def joins_of(guide: Guide) -> tuple[Join, ...]:
    """The map of the procedures, in their order."""
    found = []
    for one in guide.procedures:
        led, told = _arrows_of(one), _led_to(guide, one)
        after = [other for other in guide.procedures if other.id in told]
        leads = tuple(other for other in after if other.id in led)
        found.append(Join(one, leads, tuple(other for other in after if other not in leads)))
    return tuple(found)


def _neighbours(guide: Guide, procedure: Procedure) -> Neighbours:
    return Neighbours(
        before=tuple(one for one in guide.procedures if procedure.id in _led_to(guide, one)),
        after=tuple(one for one in guide.procedures if one.id in _led_to(guide, procedure)),
    )


def _led_to(guide: Guide, one: Procedure) -> set[str]:
    """The ids of the other procedures to which any entry of this one sends the reader."""
    found = _arrows_of(one) | {str(see) for entry in one.entries for see in entry.see}
    return {name for name in found if name in guide.procedure and name != one.id}


def _arrows_of(one: Procedure) -> set[str]:
    """The ids that the arrows of a procedure lead to."""
    found: set[str] = set()
    for entry in one.entries:
        if isinstance(entry, Decision):
            found |= {str(branch.then) for branch in entry.branches if branch.then}
        elif isinstance(entry, Step | Outcome) and entry.then:
            found.add(str(entry.then.to))
    return found
