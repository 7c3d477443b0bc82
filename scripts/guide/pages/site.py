"""A checked guide to the pages of its site: everything is rendered here, nothing is written to disk.

Paths are those of Markdown pages for MkDocs or any other generator; the text is HTML, which
Markdown passes through untouched.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence

from guide.dates import boards_of
from guide.flowcharts import joins_of
from guide.model import NEEDED, Accessibility, Guide
from guide.pages.addresses import addresses_given_twice
from guide.pages.assurance import assurance
from guide.pages.doubts import doubt_record
from guide.pages.environment import environment
from guide.pages.example_page import example_page
from guide.pages.gates import read_record
from guide.pages.large import board_page, is_large, timeline_of
from guide.pages.licences import Theme, shipped
from guide.pages.open_data import open_data, stamp
from guide.pages.page_facts import (
    bank_holidays,
    boards_for,
    count_back,
    covering_links,
    duties_without_step,
    national_duties,
    question_places,
    represented_in,
    roles_with_steps,
    without_days,
)
from guide.pages.procedure_page import drawing_alone, map_shown, procedure_page
from guide.pages.question_list import headings_of, question_groups
from guide.pages.role_facts import role_page
from guide.pages.search_index import SEARCH_INDEX, search_index
from guide.pages.sheets import Sheet
from guide.pages.surfaces import read_surfaces
from guide.pages.timeline_page import timeline_page
from guide.pages.waits import waits_of
from guide.problems import Problem, Problems
from guide.publishing import UNRECORDED, Origin

MenuItem = Mapping[str, "str | Sequence[MenuItem]"]
"""One title with the path of its Markdown file, or with the items below it: the shape that MkDocs asks for."""


def navigation(guide: Guide) -> list[MenuItem]:
    """The menu: page titles and the paths of their Markdown files."""
    return [
        {"Home": "index.md"},
        *([{str(guide.decision_guide.title): f"{guide.decision_guide.id}.md"}] if guide.decision_guide else []),
        {"What to do": _to_do(guide)},
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


def _to_do(guide: Guide) -> list[MenuItem]:
    """The procedures, or the page that lists them: the menu is on every page."""
    if is_large(guide):
        return [{f"All {len(guide.procedures)} procedures": "procedures/index.md"}]
    return [{str(procedure.title): f"procedures/{procedure.id}.md"} for procedure in guide.procedures]


Page = Callable[..., tuple[str, str]]
"""Writes one page from a template: its path and its text."""


def render(guide: Guide, origin: Origin, sheets: Sequence[Sheet] = (), theme: Theme | None = None) -> dict[str, str]:
    """Every generated file of the site by its path: Markdown pages, drawings, Mermaid sources and open data.

    `sheets` are the PDFs that will stand in `print/`; pages link only to those. `theme` is the frame that the pages are
    put into, where whoever calls knows it. Raises `Problems` where two pages, or two things on one, have one address.
    """
    made = list(every_page(guide, origin, sheets, theme))
    if problems := list(addresses_given_twice(guide, made)):
        raise Problems(problems)
    pages = dict(made)
    data = {
        **open_data(guide),
        "hash": stamp(guide),
        "build": {"version": origin.version, "commit": origin.commit, "date": origin.date},
    }
    pages[SEARCH_INDEX] = search_index(guide, pages)
    pages["data/guide.json"] = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return pages


def check_addresses(guide: Guide) -> Iterator[Problem]:
    """What `render` would refuse, for those who render nothing else."""
    return addresses_given_twice(guide, every_page(guide, Origin(UNRECORDED, UNRECORDED, UNRECORDED, 0)))


def every_page(
    guide: Guide, origin: Origin, sheets: Sequence[Sheet] = (), theme: Theme | None = None
) -> Iterator[tuple[str, str]]:
    """Path and text of each generated page and drawing, one after the other."""
    words = environment(guide)
    listed = {"sheets": {sheet.name: sheet for sheet in sheets}, "sheets_about": _by_subject(sheets)}
    everywhere = {"guide": guide, "build": origin, "stamp": stamp(guide), **listed}

    def page(name: str, template: str, depth: int, **facts: object) -> tuple[str, str]:
        text = words.get_template(template).render(**everywhere, root="../" * depth, **facts)
        return name, text

    joins = joins_of(guide)
    yield page("index.md", "home.md.jinja", 0, joins=joins, boards=boards_of(guide), without=without_days(guide))
    drawn = map_shown(guide)
    yield page("procedures/index.md", "procedures.md.jinja", 1, joins=joins, map=drawn)
    if drawn:
        yield f"procedures/{drawn.graph.id}.mmd", drawn.drawing.source
        yield f"procedures/{drawn.graph.id}.svg", drawn.drawing.svg
    for procedure in guide.procedures:
        shown = procedure_page(guide, procedure)
        yield page(f"procedures/{procedure.id}.md", "procedure.md.jinja", 2, page=shown)
        for chart in shown.flowcharts:
            yield f"procedures/{procedure.id}/{chart.graph.id}.mmd", chart.drawing.source
            yield f"procedures/{procedure.id}/{chart.graph.id}.svg", drawing_alone(chart.drawing)
    if guide.decision_guide:
        yield page(f"{guide.decision_guide.id}.md", "decision-guide.md.jinja", 1, decisions=guide.decision_guide)
    yield from _days(guide, page)
    yield page("changes.md", "changes.md.jinja", 1)
    yield from _roles(guide, page)
    yield from _to_look_up(guide, page)
    yield from _statements(guide, theme, page)
    yield from _timelines(guide, page)
    worked = [example_page(guide, example) for example in guide.examples]
    if worked:
        yield page("examples/index.md", "examples.md.jinja", 1, pages=worked)
    yield from (page(f"examples/{one.example.id}.md", "example.md.jinja", 2, page=one) for one in worked)
    yield page("print.md", "print.md.jinja", 1, framed=bool(sheets))
    yield page(
        "assurance.md", "assurance.md.jinja", 1, facts=assurance(guide), record=read_record(), back=read_surfaces(),
        doubt=doubt_record(guide),
    )  # fmt: skip


def _by_subject(sheets: Sequence[Sheet]) -> Mapping[tuple[str, str], Sequence[Sheet]]:
    """The PDFs of one kind about one subject."""
    about: dict[tuple[str, str], list[Sheet]] = {}
    for sheet in sheets:
        about.setdefault((sheet.kind, sheet.subject), []).append(sheet)
    return about


def _days(guide: Guide, page: Page) -> Iterator[tuple[str, str]]:
    """Day by day, on one page or on one for each journey."""
    large, boards = is_large(guide), boards_of(guide)
    name = "by-day-list.md.jinja" if large else "by-day.md.jinja"
    yield page("by-day.md", name, 1, boards=boards, without=without_days(guide))
    for board in boards if large else ():
        yield page(f"{board_page(guide, board).removesuffix('/')}.md", "by-day-of.md.jinja", 2, board=board)


def _timelines(guide: Guide, page: Page) -> Iterator[tuple[str, str]]:
    """The dates worked out, on one page or on one for each journey."""
    if not is_large(guide):
        yield page("timeline.md", "timeline.md.jinja", 1, page=timeline_page(guide))
        return
    yield page("timeline.md", "timeline-list.md.jinja", 1)
    for journey in guide.partnership.journeys:
        shown = timeline_page(guide, str(journey))
        yield page(f"{timeline_of(guide, str(journey)).removesuffix('/')}.md", "timeline.md.jinja", 1, page=shown)


def _roles(guide: Guide, page: Page) -> Iterator[tuple[str, str]]:
    """Who does what: the list of roles, and each of them, which in a large guide leads to its steps and no further."""
    large = is_large(guide)
    roles = [role_page(guide, str(actor.id)) for actor in roles_with_steps(guide)]
    yield page("roles/index.md", "roles.md.jinja", 1, pages=roles)
    for role in roles:
        name = str(role.actor.id)
        waits, boards = (None, ()) if large else (waits_of(guide, name), boards_for(guide, name))
        yield page(
            f"roles/{name}.md", "role.md.jinja", 2, actor=role.actor, page=role, waits=waits, boards=boards,
            duties=national_duties(guide, name), nothing_to_do=role.asks_nothing,
            represented=represented_in(guide, name), more_duties=duties_without_step(guide, name),
        )  # fmt: skip


def _to_look_up(guide: Guide, page: Page) -> Iterator[tuple[str, str]]:
    """Forms, questions, words, how days are counted, and what the guide rests on."""
    yield page("forms.md", "forms.md.jinja", 1)
    yield page(
        "questions.md", "questions.md.jinja", 1, places=question_places(guide), groups=question_groups(guide),
        headings_of=lambda question: headings_of(guide, question),
    )  # fmt: skip
    yield page("glossary.md", "glossary.md.jinja", 1)
    yield page(
        "how-days-are-counted.md", "how-days-are-counted.md.jinja", 1,
        holidays=bank_holidays(guide), back=count_back(guide),
    )  # fmt: skip
    yield page("about.md", "about.md.jinja", 1, covering=covering_links(guide))


def _statements(guide: Guide, theme: Theme | None, page: Page) -> Iterator[tuple[str, str]]:
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
