"""What the page of a procedure shows: its parts with their drawings, limits, forms and neighbours."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from guide.dates import Stated, earlier_date, earlier_of, rules_for
from guide.flowcharts import (
    Drawing,
    Flowchart,
    Graph,
    NoEngine,
    OutlinePart,
    drawn_of,
    flowcharts_of,
    joins_around,
    map_drawn,
    map_of,
    outline_of,
)
from guide.model import Actor, Form, Guide, Procedure, Step
from guide.pages.page_facts import forms_in_use
from guide.wording import first_down, timing_of

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
    """The procedures that lead or refer to this one, and those that it leads or refers to."""

    led_from: tuple[Procedure, ...]
    referred_from: tuple[Procedure, ...]
    leads: tuple[Procedure, ...]
    refers: tuple[Procedure, ...]
    read: tuple[Procedure, ...]
    """Of those that it leads to the ones to which only the guide's reading of the layout leads."""
    read_from: tuple[Procedure, ...]
    """Of those that lead to it the ones from which only that reading leads."""


@dataclass(frozen=True, slots=True)
class StepLimits:
    """A step whose act has a limit, in whatever flowchart that is stated, with all rules of the act in words."""

    step: Step
    words: tuple[str, ...]
    """Limits first: `by day 1 (flowchart 1)`, `flowchart 2 plans day 2`."""
    advice: str
    """Which of several dates to work to; empty where there is one alone."""


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
    def contents(self) -> tuple[tuple[str, str], ...]:
        """The headings of the page with their ids, in their order."""
        parts = [(part.id, part.title) for part in self.parts]
        asked = [("questions-about-this-flowchart", "Questions")] if self.procedure.questions else []
        return (*parts, *asked, ("where-it-comes-from", "Where this comes from"))

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


def day_in_heading(guide: Guide, step: Step) -> str:
    """By when, as the heading of a step has it: the earlier day of the same act, its own day, or its rule in short.

    Empty where the source states no deadline.
    """
    name = str(step.id)
    own = [rule for rule in rules_for(guide, name) if rule.step == name and rule.origin == "step"]
    numbered = [rule.when for rule in own if rule.last is not None]
    return next((rule.beside for rule in earlier_of(guide, name)), next(iter(numbered), first_down(timing_of(step))))


def _limits(guide: Guide, procedure: Procedure) -> Iterator[StepLimits]:
    """One for each act that has a limit; steps of one act that stand in one procedure share the first one's line."""
    seen: set[tuple[Stated, ...]] = set()
    for step in procedure.steps:
        rules = tuple(rule for rule in rules_for(guide, str(step.id)) if rule.origin != "reading")
        limits = [rule for rule in rules if rule.kind == "limit"]
        if limits and rules not in seen:
            seen.add(rules)
            plans = (rule.words for rule in rules if rule.kind == "planned")
            said = (*(_limit(step, rule, len(rules) > 1) for rule in limits), *plans)
            yield StepLimits(step, said, earlier_date(guide, str(step.id)))


def _limit(step: Step, rule: Stated, is_one_of_several: bool) -> str:
    is_own = rule.step == step.id and not rule.is_national
    if is_own and not rule.says_again:
        return f"{first_down(rule.rule.words)}{f' ({rule.whose})' if is_one_of_several else ''}"
    return f"by day {rule.last}" if is_own else rule.beside


def drawing_alone(drawing: Drawing) -> str:
    """A drawing as a file of its own: its links lead back to the page beside it."""
    return drawing.svg.replace('href="#', 'href="./#') + "\n"


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


def _neighbours(guide: Guide, procedure: Procedure) -> Neighbours:
    own, here = joins_around(guide)[str(procedure.id)]
    return Neighbours(
        led_from=tuple(one.procedure for one in here if procedure in one.leads),
        referred_from=tuple(one.procedure for one in here if procedure in one.refers),
        leads=own.leads,
        refers=own.refers,
        read=own.read,
        read_from=tuple(one.procedure for one in here if procedure in one.read),
    )


@dataclass(frozen=True, slots=True)
class MapDrawn:
    """The map of the flowcharts: its graph, and the drawing that stands in a page as it is."""

    graph: Graph
    drawing: Drawing

    @property
    def svg(self) -> Markup:
        return Markup(self.drawing.svg)


def map_shown(guide: Guide) -> MapDrawn | None:
    """The map of the flowcharts; None where it is not drawn, and the list says all."""
    try:
        drawing = map_drawn(guide)
    except NoEngine as missing:
        log.warning("the map of the flowcharts is not drawn: %s. The list says the same.", missing)
        return None
    return MapDrawn(map_of(guide), drawing) if drawing else None
