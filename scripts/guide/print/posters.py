"""The poster of a procedure: one page of A4."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from guide.dates import counting_on
from guide.model import Guide, once_a_guide
from guide.pages import online_forms
from guide.print.entries import PrintedEntry
from guide.print.flow_page import Band, flow_page


@dataclass(frozen=True, slots=True)
class ShortName:
    """A short name on the page that is not the full one, with the full one and its colour."""

    short: str
    name: str
    tint: int


@dataclass(frozen=True, slots=True)
class OnPaper:
    """A form with the address at which anybody can open it, as somebody types it."""

    title: str
    address: str
    short: str


@dataclass(frozen=True, slots=True)
class FlowOnPage:
    """The flowchart of a procedure with what stands around it."""

    id: str
    number: int
    title: str
    summary: str
    starts: str
    ends: str
    counting: str
    """Which day is day 1; empty where nothing is counted."""
    bands: tuple[Band, ...]
    names: tuple[ShortName, ...]
    online: tuple[OnPaper, ...]
    """The forms of its steps that have a public page."""


@dataclass(frozen=True, slots=True)
class Poster:
    """One flowchart, to hang beside a desk."""

    flow: FlowOnPage


def poster_of(guide: Guide, name: str) -> Poster:
    """The poster of the procedure with that id."""
    return Poster(flow_of(guide, name))


@once_a_guide
def flow_of(guide: Guide, name: str) -> FlowOnPage:
    """The procedure with that id on one page."""
    procedure = guide.procedure[name]
    bands = flow_page(guide, procedure)
    return FlowOnPage(
        id=procedure.id,
        number=procedure.flowchart,
        title=procedure.title,
        summary=procedure.summary,
        starts=procedure.starts,
        ends=procedure.ends,
        counting=counting_on(guide, procedure),
        bands=bands,
        names=_names(guide, bands),
        online=tuple(
            OnPaper(one.title, one.address, one.short_address)
            for one in online_forms(guide).values()
            if any(one.form in step.forms for step in procedure.steps)
        ),
    )


def _names(guide: Guide, bands: Iterable[Band]) -> tuple[ShortName, ...]:
    entries: list[PrintedEntry] = [
        entry for band in bands for block in band.blocks for row in block.rows for entry in row.entries
    ]
    tints = {actor: entry.tint for entry in reversed(entries) for actor in entry.actors[:1]}
    used = dict.fromkeys(actor for entry in entries for actor in (*entry.actors, *entry.receivers))
    return tuple(
        ShortName(actor.short, actor.name, tints.get(actor.id, 0))
        for actor in (guide.actor[name] for name in used if name in guide.actor)
        if actor.short != actor.name
    )
