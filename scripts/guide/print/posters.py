"""The poster of a procedure: one page of A4."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from guide.dates import counting_on
from guide.model import Guide, once_a_guide
from guide.pages import online_forms
from guide.print.entries import PrintedEntry
from guide.print.flow_page import Band, flow_page


@dataclass(frozen=True, slots=True)
class ShortName:
    """A short name on the page that is not the full one, with the full one and its colour."""

    actor: str
    """The id of whose name it is."""
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
        names=short_names_in(guide, [entry for band in bands for entry in band.entries]),
        online=tuple(
            OnPaper(one.title, one.address, one.short_address)
            for one in online_forms(guide).values()
            if any(one.form in step.forms for step in procedure.steps)
        ),
    )


def short_names_in(guide: Guide, entries: Sequence[PrintedEntry], with_helpers: bool = False) -> tuple[ShortName, ...]:
    """The short names of those who act and receive in these entries, and with helpers also of who helps."""
    tints = {actor: entry.tint for entry in reversed(entries) for actor in entry.actors[:1]}
    used = dict.fromkeys(
        actor
        for entry in entries
        for actor in (*entry.actors, *(entry.helpers if with_helpers else ()), *entry.receivers)
    )
    return tuple(
        ShortName(str(actor.id), actor.short, actor.name, tints.get(actor.id, 0))
        for actor in (guide.actor[name] for name in used if name in guide.actor)
        if actor.short != actor.name
    )
