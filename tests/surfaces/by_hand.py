"""The tables of the timeline page to fill in with a pen, read back: what a reader without scripts has."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from guide.model import Guide, Procedure, Step
from surfaces import markup, meant
from surfaces.acts import Line, duties, line_of
from surfaces.boards import lacking
from surfaces.by_when import beside_in_words
from surfaces.compared import Compared, Surface
from surfaces.terms import counted_by_reading
from surfaces.written import Written


def read_by_hand(guide: Guide, written: Written) -> Iterator[Compared]:
    """Every step and duty has a row with the days that hold for it, and every day counted from has a line."""
    page = written.page("timeline")
    wanted = {str(name) for journey in guide.partnership.journeys.values() for name in journey.procedures}
    for procedure in (one for one in guide.procedures if one.id in wanted):
        section = markup.under(page, str(procedure.title))
        lines = list(_lines(guide, procedure))
        found = {_linked(row["Step"]): row for row in markup.rows(section) if "Step" in row}
        yield Compared(str(procedure.id), "rows by hand", list(found), [line.title for line in lines])
        for line in lines:
            yield from _row(guide, line, found.get(line.title, {}))


def _lines(guide: Guide, procedure: Procedure) -> Iterator[Line]:
    for step in procedure.steps:
        yield line_of(guide, str(step.id))
        yield from (line_of(guide, name) for name in duties(guide, step))


def _row(guide: Guide, line: Line, row: dict[str, Element]) -> Iterator[Compared]:
    said = markup.words(row.get("When"))
    limit = {"limit": "Limit: ", "planned": "Planned day: ", "": ""}[line.kind]
    words = f"{limit}{meant.down(meant.rule(guide, line.home, line.due))}" if line.kind else ""  # type: ignore[arg-type]
    part = meant.part(getattr(line.due, "part", None))
    yield Compared(line.name, "rule by hand", lacking([f"{words}{part}"], said), [])
    step = guide.entry[line.name.partition("--")[0]]
    is_own = line.name == step.entry_id and isinstance(step, Step)
    who = ", ".join(meant.names(guide, line.who)) + (meant.mark(guide, step.who_reading) if is_own else "")
    yield Compared(line.name, "who by hand", markup.words(row.get("Who")), who)
    terms = _terms(guide, step) if line.name == step.entry_id and isinstance(step, Step) else []
    told = markup.words(row.get("Step")).removeprefix(line.title)
    yield Compared(line.name, "terms by hand", told, "".join(terms))
    if line.name == step.entry_id and isinstance(step, Step):
        yield Compared(line.name, "dates beside by hand", lacking(beside_in_words(guide, step), said), [])


def _linked(cell: Element) -> str:
    return next((markup.words(one) for one in cell.iter("a")), "")


def _terms(guide: Guide, step: Step) -> list[str]:
    """On what terms a step is done, behind its title."""
    said = [f"If: {step.when}"] if step.when else []
    said += [f"The source says “{meant.modality(step)}”."] if meant.modality(step) else []
    return [*said, *counted_by_reading(guide, step.due)]


BY_HAND = Surface(
    "by hand",
    "Timeline page: the tables to fill in by hand",
    ("rows by hand", "rule by hand", "who by hand", "terms by hand", "dates beside by hand"),
    read_by_hand,
)
