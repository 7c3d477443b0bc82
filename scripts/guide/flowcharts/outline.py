"""A procedure as an ordered list: the same journey as the diagrams, in words and links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from guide.flowcharts.graph import GAP_TEXT
from guide.model import AnyEntry, Guide, Note, Phase, Procedure, Route, alongside_routes

_GO_TO = "go to "


@dataclass(frozen=True, slots=True)
class WayOn:
    """One way on from an entry, as a link that reads aloud sensibly."""

    answer: str
    words: str
    """What it leads to, as the end of a sentence."""
    href: str
    target: str
    """The id of the entry, the procedure or the question that `href` leads to."""
    kind: str
    inferred: str
    verb: str = _GO_TO
    """What stands before the words within a sentence: nothing where they say it themselves."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the outline."""

    entry: AnyEntry
    number: int | None
    """Set for steps; decisions, outcomes and notes carry none."""
    ways_on: tuple[WayOn, ...]
    """Where it leads, when that is not simply the next line."""

    @property
    def kind(self) -> str:
        """`step`, `decision`, `outcome` or `note`."""
        return self.entry.kind


@dataclass(frozen=True, slots=True)
class OutlinePart:
    """The items under one heading."""

    phase: Phase
    items: tuple[Item, ...]


def outline_of(guide: Guide, procedure: Procedure) -> tuple[OutlinePart, ...]:
    """The outline of a procedure, phase by phase."""
    leaving: dict[str, list[Route]] = {}
    for route in guide.routes[procedure.id]:
        leaving.setdefault(route.source, []).append(route)
    return tuple(
        OutlinePart(phase, tuple(_item(guide, entry, leaving.get(entry.entry_id, [])) for entry in phase.entries))
        for phase in procedure.phases
    )


def _item(guide: Guide, entry: AnyEntry, leaving: Sequence[Route]) -> Item:
    if isinstance(entry, Note) and entry.gap:
        leaving = [Route(entry.entry_id, entry.gap, "gap")]
    return Item(entry, guide.numbers.get(entry.entry_id), tuple(_way_on(guide, route) for route in leaving))


def _way_on(guide: Guide, route: Route) -> WayOn:
    if route.kind == "gap":
        return WayOn(route.answer, GAP_TEXT, f"../../questions/#{route.target}", route.target, "gap", route.inferred)
    if route.kind == "handover":
        procedure = guide.procedure[route.target]
        words = f"flowchart {procedure.flowchart}, {procedure.title}"
        return WayOn(route.answer, words, f"../{procedure.id}/", route.target, "handover", route.inferred)
    target = guide.entry[route.target]
    number = guide.numbers.get(route.target)
    title, href = str(target.title), f"#{route.target}"
    if number:
        return WayOn(route.answer, f"step {number}, {title}", href, route.target, route.kind, route.inferred)
    if title.lower().startswith(_GO_TO):  # an outcome may be called “Go to flowchart 3”
        words = title[:1].lower() + title[1:]
        return WayOn(route.answer, words, href, route.target, route.kind, route.inferred, verb="")
    return WayOn(route.answer, title, href, route.target, route.kind, route.inferred)


def edges_in_outline(guide: Guide, procedure: Procedure) -> frozenset[tuple[str, str, str]]:
    """Source, target and answer of every way on that the lines of the outline tell: what the drawings must equal.

    What can happen at any time is told by where it stands, not by a way on.
    """
    items = (item for part in outline_of(guide, procedure) for item in part.items if item.kind != "note")
    told = ((item.entry.entry_id, way.target, way.answer) for item in items for way in item.ways_on)
    aside = ((route.source, route.target, route.answer) for route in alongside_routes(procedure))
    return frozenset((str(source), str(target), str(answer)) for source, target, answer in (*told, *aside))
