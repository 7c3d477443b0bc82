"""The poster of a procedure for the wall, on A3: one stream of steps, each with its day and a box for the date.

It is read from a distance, so it has the drawing's labels and no sentence; the full wording stays in the guide.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from guide.dates import rules_for, steps_of
from guide.model import AnyEntry, Decision, Guide, Outcome, Procedure, Step
from guide.pages import without_days
from guide.print.entries import PrintedEntry, PrintedWay, entries_of
from guide.print.posters import ShortName, flow_of, short_names_in

Above = Literal["", "arrow", "line"]


@dataclass(frozen=True, slots=True)
class ComesBy:
    """An answer or an outcome that leads to an entry from further up or down."""

    answer: str
    """Empty for an outcome."""
    source: str
    """The title of the decision or outcome."""
    inferred: bool


@dataclass(frozen=True, slots=True)
class WallRow:
    """One entry, and how the row before leads to it."""

    entry: PrintedEntry
    band: str
    """The heading above it; empty where it stands under the same heading as the row before."""
    above: Above
    """An arrow from the row before, the line of a flow that passes it by, or nothing."""
    answer: str
    """The answer on that arrow."""
    inferred: bool
    """The arrow is the guide's reading of the source."""
    comes: tuple[ComesBy, ...]
    """The answers and outcomes with which its turn comes, where the arrow does not say it."""
    ways: tuple[PrintedWay, ...]
    """The ways on that are told in words, steps by their numbers."""
    ends: bool
    """The route ends here."""
    counted: str
    """Its rule in full, where that counts from something else than the numbered days and its day does not say so."""


@dataclass(frozen=True, slots=True)
class WallPoster:
    """One procedure for the wall, with what stands at its head and its foot."""

    id: str
    number: int
    title: str
    starts: str
    ends: str
    counting: str
    """Which day is day 1; empty where no day has a number."""
    dates: tuple[str, ...]
    """The days that something on it counts from: `The day of receipt`."""
    is_without_days: bool
    """None of its steps has a deadline with a number."""
    rows: tuple[WallRow, ...]
    names: tuple[ShortName, ...]


@dataclass(frozen=True, slots=True)
class Wall:
    """One poster, as a document."""

    wall: WallPoster


def wall_of(guide: Guide, name: str) -> Wall:
    """The poster for the wall of the procedure with that id."""
    procedure, flow = guide.procedure[name], flow_of(guide, name)
    rows = tuple(_rows(guide, procedure))
    return Wall(
        WallPoster(
            id=flow.id,
            number=flow.number,
            title=flow.title,
            starts=flow.starts,
            ends=flow.ends,
            counting=flow.counting,
            dates=tuple(_dates(guide, procedure)),
            is_without_days=procedure in without_days(guide),
            rows=rows,
            names=short_names_in(guide, [row.entry for row in rows], with_helpers=True),
        )
    )


def _dates(guide: Guide, procedure: Procedure) -> Iterator[str]:
    """The day of the clock first, then whatever else a rule of one of its steps counts from, but for other steps."""
    named = {str(name): anchor.day_zero for name, anchor in guide.partnership.anchors.items()}
    clock = [str(procedure.clock.from_)] if procedure.clock and flow_of(guide, str(procedure.id)).counting else []
    rules = [stated.rule for step in procedure.steps for stated in rules_for(guide, str(step.id))]
    rules += [other.rule for step in procedure.steps for other in steps_of(guide)[str(step.id)].alternatives]
    for start in dict.fromkeys((*clock, *(start for rule in rules for start in rule.starts))):
        if start in named:
            yield str(named[start])


def _rows(guide: Guide, procedure: Procedure) -> Iterator[WallRow]:
    """Every entry in reading order, with the arrow into it where the row before leads to it."""
    printed = entries_of(guide, str(procedure.id))
    under = {one.entry_id: str(phase.drawing or phase.title) for phase in procedure.phases for one in phase.entries}
    on_it = [str(one.entry_id) for one in procedure.entries if one.on_route]
    band, last = "", ""
    for entry in procedure.entries:
        name = entry.entry_id
        # What stands beside the route is passed by whatever leads from the last entry on it to the next.
        following = name if entry.on_route else next(iter(on_it), "")
        into = [route for route in guide.routes[procedure.id] if (route.source, route.target) == (last, following)]
        yield WallRow(
            entry=printed[name],
            band=under[name] if under[name] != band else "",
            above=("arrow" if entry.on_route else "line") if into else "",
            answer=" / ".join(route.answer for route in into if route.answer),
            inferred=bool(into) and all(route.inferred for route in into),
            comes=() if into or isinstance(entry, Outcome) else tuple(_comes(guide, procedure, name)),
            ways=tuple(_by_number(guide, way) for way in printed[name].ways),
            ends=_ends(guide, procedure, entry),
            counted=_counted(guide, procedure, entry),
        )
        band = under[name]
        if entry.on_route:
            last = on_it.pop(0)


def _comes(guide: Guide, procedure: Procedure, name: str) -> Iterator[ComesBy]:
    for route in guide.routes[procedure.id]:
        source = guide.entry[route.source]
        if route.target == name and isinstance(source, Decision | Outcome):
            yield ComesBy(route.answer, str(source.title), bool(route.inferred))


def _by_number(guide: Guide, way: PrintedWay) -> PrintedWay:
    """A way on that names a step of the same poster by its number alone."""
    number = guide.numbers.get(way.target.removeprefix("entry-"))
    return replace(way, words=f"step {number}") if number else way


def _ends(guide: Guide, procedure: Procedure, entry: AnyEntry) -> bool:
    leads_on = any(route.source == entry.entry_id for route in guide.routes[procedure.id])
    return entry.on_route and not leads_on and not isinstance(entry, Decision)


def _counted(guide: Guide, procedure: Procedure, entry: AnyEntry) -> str:
    rule = steps_of(guide)[str(entry.entry_id)].rule if isinstance(entry, Step) else None
    if rule is None or rule.words == entries_of(guide, str(procedure.id))[str(entry.entry_id)].due.short:
        return ""
    numbered = str(procedure.clock.from_) if procedure.clock and flow_of(guide, str(procedure.id)).counting else ""
    return rule.words if tuple(rule.starts) != (numbered,) else ""
