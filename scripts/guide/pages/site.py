"""A checked guide to the pages of its site: everything is rendered here, nothing is written to disk.

Paths are those of Markdown pages for MkDocs or any other generator; the text is HTML, which
Markdown passes through untouched.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from markupsafe import Markup

from guide.flowcharts import Flowchart, NoEngine, drawn_of, flowcharts_of, outline_of
from guide.model import NEEDED, Accessibility, Decision, Guide, Outcome, Procedure, Step
from guide.pages.assurance import assurance
from guide.pages.environment import environment
from guide.pages.example_page import example_page
from guide.pages.gates import read_record
from guide.pages.licences import Theme, shipped
from guide.pages.open_data import open_data, stamp
from guide.pages.page_facts import (
    bank_holidays,
    covering_links,
    days_board,
    days_strip,
    forms_in_use,
    question_places,
    roles_with_steps,
    steps_by_role,
    waits_of,
)
from guide.pages.sheets import Sheet
from guide.pages.timeline_page import timeline_page
from guide.publishing import Origin

log = logging.getLogger("guide")


def navigation(guide: Guide) -> list[dict[str, Any]]:
    """The menu: page titles and the paths of their Markdown files."""
    return [
        {"Home": "index.md"},
        *([{str(guide.decision_guide.title): f"{guide.decision_guide.id}.md"}] if guide.decision_guide else []),
        {"What to do": [{str(procedure.title): f"procedures/{procedure.id}.md"} for procedure in guide.procedures]},
        {
            "Dates": [
                {"Work out the dates": "timeline.md"},
                {"Day by day": "by-day.md"},
                {"How days are counted": "how-days-are-counted.md"},
                *([{"Worked examples": "examples/index.md"}] if guide.examples else []),
            ]
        },
        {
            "Look up": [
                {"Who does what": "roles/index.md"},
                {"Forms and letters": "forms.md"},
                {"Glossary": "glossary.md"},
                {"Questions": "questions.md"},
                {"Print and PDF": "print.md"},
                {"Changes": "changes.md"},
                {"About this guide": "about.md"},
                {"What was checked": "assurance.md"},
            ]
        },
    ]


def render(guide: Guide, origin: Origin, sheets: Sequence[Sheet] = (), theme: Theme | None = None) -> dict[str, str]:
    """Every generated file of the site by its path: Markdown pages, drawings, Mermaid sources and open data.

    `sheets` are the PDFs that will stand in `print/`; pages link only to those. `theme` is the frame that the pages are
    put into, where whoever calls knows it.
    """
    pages = dict(_pages(guide, origin, sheets, theme))
    data = {
        **open_data(guide),
        "hash": stamp(guide),
        "build": {"version": origin.version, "commit": origin.commit, "date": origin.date},
    }
    pages["data/guide.json"] = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return pages


def _pages(guide: Guide, origin: Origin, sheets: Sequence[Sheet], theme: Theme | None) -> Iterator[tuple[str, str]]:
    words = environment(guide)
    everywhere: dict[str, Any] = {"guide": guide, "build": origin, "stamp": stamp(guide)}
    everywhere["sheets"] = {sheet.name: sheet for sheet in sheets}

    def page(name: str, template: str, depth: int, **facts: Any) -> tuple[str, str]:
        text = words.get_template(template).render(**everywhere, root="../" * depth, **facts)
        return name, text

    yield page("index.md", "home.md.jinja", 0, strip=days_strip(guide))
    yield page("procedures/index.md", "procedures.md.jinja", 1)
    for procedure in guide.procedures:
        charts = _flowcharts(guide, procedure)
        yield page(
            f"procedures/{procedure.id}.md", "procedure.md.jinja", 2,
            procedure=procedure, parts=_parts(guide, procedure, charts), limits=_limits(procedure),
            neighbours=_neighbours(guide, procedure), forms=forms_in_use(guide, procedure),
        )  # fmt: skip
        for chart in charts or ():
            yield f"procedures/{procedure.id}/{chart.graph.id}.mmd", chart.drawing.source
            yield f"procedures/{procedure.id}/{chart.graph.id}.svg", _alone(chart.drawing.svg)
    if guide.decision_guide:
        yield page(f"{guide.decision_guide.id}.md", "decision-guide.md.jinja", 1, decisions=guide.decision_guide)
    yield page("by-day.md", "by-day.md.jinja", 1, board=days_board(guide))
    yield page("changes.md", "changes.md.jinja", 1)
    yield page("roles/index.md", "roles.md.jinja", 1, roles=roles_with_steps(guide))
    for actor in roles_with_steps(guide):
        yield page(
            f"roles/{actor.id}.md", "role.md.jinja", 2,
            actor=actor, parts=steps_by_role(guide, actor.id), waits=waits_of(guide, actor.id),
        )  # fmt: skip
    yield page("forms.md", "forms.md.jinja", 1)
    yield page("questions.md", "questions.md.jinja", 1, places=question_places(guide))
    yield page("glossary.md", "glossary.md.jinja", 1)
    yield page("how-days-are-counted.md", "how-days-are-counted.md.jinja", 1, years=bank_holidays(guide))
    yield page("about.md", "about.md.jinja", 1, covering=covering_links(guide))
    yield from _statements(guide, theme, page)
    yield page("timeline.md", "timeline.md.jinja", 1, page=timeline_page(guide))
    worked = [example_page(guide, example) for example in guide.examples]
    if worked:
        yield page("examples/index.md", "examples.md.jinja", 1, pages=worked)
    yield from (page(f"examples/{one.example.id}.md", "example.md.jinja", 2, page=one) for one in worked)
    yield page("print.md", "print.md.jinja", 1)
    yield page("assurance.md", "assurance.md.jinja", 1, facts=assurance(guide), record=read_record())


def _flowcharts(guide: Guide, procedure: Procedure) -> tuple[Flowchart, ...] | None:
    try:
        return flowcharts_of(guide, procedure)
    except NoEngine as missing:
        log.warning("%s has no flowcharts: %s. The ordered lists say the same.", procedure.id, missing)
        return None


def _parts(guide: Guide, procedure: Procedure, charts: tuple[Flowchart, ...] | None) -> list[dict[str, Any]]:
    """What the page shows under each heading: the outline, the drawing (or None) and the cards of the same phases."""
    outline = {part.phase.id: part for part in outline_of(guide, procedure)}
    parts = []
    for position, drawn in enumerate(drawn_of(procedure)):
        chart = charts[position] if charts else None
        actors = list(dict.fromkeys(node.actor for node in chart.graph.nodes if node.actor)) if chart else []
        parts.append(
            {
                "title": drawn.title,
                "id": drawn.phases[0].id if len(drawn.phases) == 1 else f"{drawn.phases[0].id}-and-on",
                "phases": [outline[phase.id] for phase in drawn.phases],
                "svg": Markup(chart.drawing.svg) if chart else None,
                "graph": chart.graph if chart else None,
                "legend": [guide.actor[actor] for actor in actors if actor in guide.actor],
            }
        )
    return parts


def _limits(procedure: Procedure) -> list[Step]:
    """The steps whose deadline is a limit: what must not be missed, for the summary."""
    return [step for step in procedure.steps if step.deadline and step.deadline.kind == "limit"]


def _statements(guide: Guide, theme: Theme | None, page: Callable[..., tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """What a website has to say about itself, with None for each fact that the publisher has still to fill in."""
    said = {key: guide.partnership.fact(key) for key in NEEDED}
    told = guide.partnership.accessibility or Accessibility()
    yield page("accessibility.md", "accessibility.md.jinja", 1, said=said, needed=NEEDED, told=told)
    yield page("privacy.md", "privacy.md.jinja", 1)
    yield page("licences.md", "licences.md.jinja", 1, works=shipped(theme), theme=theme)
    if theme:
        yield "licences/theme.txt", theme.licence
    if guide.partnership.security_contact:
        yield page(".well-known/security.txt", "security.txt.jinja", 1)


def _neighbours(guide: Guide, procedure: Procedure) -> dict[str, list[Procedure]]:
    """The procedures that send the reader here, and those to which this one sends the reader."""

    def leads_to(one: Procedure) -> set[str]:
        found: set[str] = set()
        for entry in one.entries:
            found |= {str(see) for see in entry.see}
            if isinstance(entry, Decision):
                found |= {str(branch.then) for branch in entry.branches if branch.then}
            elif isinstance(entry, Step | Outcome) and entry.then:
                found.add(str(entry.then.to))
        return {name for name in found if name in guide.procedure and name != one.id}

    return {
        "before": [one for one in guide.procedures if procedure.id in leads_to(one)],
        "after": [one for one in guide.procedures if one.id in leads_to(procedure)],
    }


def _alone(svg: str) -> str:
    """A drawing as a file of its own: its links lead back to the page beside it."""
    return svg.replace('href="#', 'href="./#') + "\n"
