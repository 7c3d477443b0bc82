"""A procedure as the rows of its one-page flowchart: a spine of boxes, with forks that leave it.

Every arrow is short. A branch that ends soon stands beside its decision or in a lane below it; a route that goes far
becomes a pointer ("go to step 4"), as on any printed flowchart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import itemgetter
from typing import Literal

from guide.flowcharts import drawn_of
from guide.model import AnyEntry, Decision, Guide, Note, Procedure, Route, Step
from guide.print.entries import PrintedEntry, PrintedWay, entries_of

LONGEST_LANE = 3
"""A branch with more boxes than this goes on down the spine when no other branch does."""


@dataclass(frozen=True, slots=True)
class LaneBox:
    """One box of a branch."""

    entry: PrintedEntry
    inferred: bool
    """The arrow into it is the guide's reading of the source."""
    tells: bool = False
    """It says its deadline itself, because the rail beside it cannot."""


@dataclass(frozen=True, slots=True)
class DrawnLane:
    """One branch of a fork that leaves the spine."""

    answer: str
    inferred: bool
    boxes: tuple[LaneBox, ...]
    pointer: PrintedWay | None
    """Where it goes on; None where it ends."""


@dataclass(frozen=True, slots=True)
class SpineAnswer:
    """The answer of a fork by which the spine itself goes on."""

    answer: str
    inferred: bool


@dataclass(frozen=True, slots=True)
class FlowRow:
    """One row: a box of the spine, a fork, or what stands beside the flow."""

    layout: Literal["box", "fork", "alongside", "note"]
    entry: PrintedEntry
    pointer: PrintedWay | None = None
    """Where the flow goes on when that is not the row below."""
    passes: bool = False
    """The line of the flow passes it by."""
    arrow: bool = False
    """An arrow leads into it, with this answer."""
    answer: str = ""
    inferred: bool = False
    form: Literal["", "aside", "lanes"] = ""
    """How a fork is laid out: its branches at the side, or in lanes below."""
    on: SpineAnswer | None = None
    lanes: tuple[DrawnLane, ...] = ()

    @property
    def entries(self) -> tuple[PrintedEntry, ...]:
        """Its own entry and those of its lanes."""
        return (self.entry, *(box.entry for lane in self.lanes for box in lane.boxes))


@dataclass(frozen=True, slots=True)
class Rail:
    """What the rail says beside some rows."""

    kind: str
    short: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class RailBlock:
    """A deadline and the rows it holds for."""

    due: Rail
    rows: tuple[FlowRow, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """The phases that are drawn together, under one title."""

    title: str
    blocks: tuple[RailBlock, ...]

    @property
    def entries(self) -> tuple[PrintedEntry, ...]:
        """All that stands in it."""
        return tuple(entry for block in self.blocks for row in block.rows for entry in row.entries)


@dataclass
class _Lane:
    """One answer of a decision and the boxes it leads through."""

    route: Route
    boxes: list[str] = field(default_factory=list)
    is_open: bool = False
    """It joins the rest of the flow instead of ending."""


def flow_page(guide: Guide, procedure: Procedure) -> tuple[Band, ...]:
    """The bands of the page, in reading order."""
    return tuple(_Page(guide, procedure).bands())


class _Page:
    def __init__(self, guide: Guide, procedure: Procedure) -> None:
        self.procedure = procedure
        self.printed = entries_of(guide, procedure.id)
        self.entry = {str(entry.entry_id): entry for entry in procedure.entries}
        self.routes = guide.routes[procedure.id]
        self.placed: set[str] = set()
        first = next(name for name, entry in self.entry.items() if _is_on_spine(entry))
        self.came_from: Route | None = Route("start", first, "next")
        """The route that leads from the last row to the next, if there is one."""

    def bands(self) -> Iterator[Band]:
        """Every band, in reading order; bands whose entries all stand in lanes above are left out."""
        for drawn in drawn_of(self.procedure):
            rows = [row for phase in drawn.phases for entry in phase.entries for row in self._rows(str(entry.entry_id))]
            if rows:
                yield Band(drawn.title, tuple(_blocks(rows)))

    def _rows(self, name: str) -> list[FlowRow]:
        if name in self.placed:
            return []
        self.placed.add(name)
        entry = self.entry[name]
        if isinstance(entry, Note):
            return [FlowRow("note", self.printed[name])]
        if isinstance(entry, Step) and entry.alongside:
            # The main route passes it by, so what led to it still leads to the next row.
            return [FlowRow("alongside", self.printed[name], passes=self.came_from is not None)]
        row = self._led_to(name)
        leaving = self._leaving(name)
        if isinstance(entry, Decision):
            return [self._fork(row, leaving)]
        self.came_from = leaving[0] if leaving else None
        if self.came_from and not self._is_next(self.came_from):
            row, self.came_from = replace(row, pointer=self._pointer(self.came_from)), None
        return [row]

    def _led_to(self, name: str) -> FlowRow:
        """A row of the spine with the arrow into it, if one leads there."""
        came, self.came_from = self.came_from, None
        row = FlowRow("box", self.printed[name])
        if came is None or came.target != name:
            return row
        return replace(row, arrow=True, answer=came.answer, inferred=bool(came.inferred))

    def _leaving(self, name: str) -> list[Route]:
        return [route for route in self.routes if route.source == name]

    def _is_next(self, route: Route) -> bool:
        """Whether the row below, apart from what stands alongside, is where the route leads."""
        waiting = (name for name, entry in self.entry.items() if name not in self.placed and _is_on_spine(entry))
        return next(waiting, "") == route.target

    def _fork(self, row: FlowRow, leaving: list[Route]) -> FlowRow:
        lanes = [self._lane(route) for route in leaving]
        spine = _spine_of(lanes)
        beside = [lane for lane in lanes if lane is not spine]
        for lane in beside:
            self.placed.update(lane.boxes)
        if spine and not self._is_next(spine.route):
            spine.boxes, spine.is_open = [], True
            beside, spine = lanes, None
        self.came_from = spine.route if spine else None
        is_aside = spine is not None and all(len(lane.boxes) <= 1 for lane in beside)
        return replace(
            row,
            layout="fork",
            form="aside" if is_aside else "lanes",
            on=SpineAnswer(spine.route.answer, bool(spine.route.inferred)) if spine else None,
            lanes=tuple(self._drawn_lane(lane) for lane in beside),
        )

    def _lane(self, route: Route) -> _Lane:
        """Follows a branch through the entries that nothing else leads to."""
        lane = _Lane(route)
        on: Route | None = route
        while on is not None and on.kind in ("branch", "next"):
            entry = self.entry[on.target]
            arrivals = sum(1 for other in self.routes if other.target == on.target)
            if on.target in self.placed or on.target in lane.boxes or arrivals > 1 or isinstance(entry, Decision):
                lane.is_open = True
                break
            lane.boxes.append(on.target)
            on = next(iter(self._leaving(on.target)), None)
        return lane

    def _drawn_lane(self, lane: _Lane) -> DrawnLane:
        last = next(iter(self._leaving(lane.boxes[-1])), None) if lane.boxes else lane.route
        return DrawnLane(
            answer=lane.route.answer,
            inferred=bool(lane.route.inferred),
            boxes=tuple(LaneBox(self.printed[name], self._is_inferred(name)) for name in lane.boxes),
            pointer=self._pointer(last) if last else None,
        )

    def _is_inferred(self, name: str) -> bool:
        return any(route.inferred for route in self.routes if route.target == name)

    def _pointer(self, route: Route) -> PrintedWay:
        """Where a route goes that does not simply lead to the row below."""
        inferred = bool(route.inferred)
        for way in self.printed[route.source].ways:
            if way.answer == route.answer:
                return replace(way, inferred=inferred)
        target = self.printed[route.target]
        words = f"step {target.number}, {target.title}" if target.number else target.title
        return PrintedWay("", words, "next", inferred, f"entry-{route.target}", f"#{route.target}")


def _is_on_spine(entry: AnyEntry) -> bool:
    return entry.on_route


def _spine_of(lanes: list[_Lane]) -> _Lane | None:
    """The branch by which the flow goes on: the first that joins the rest, else a long one."""
    joining = next((lane for lane in lanes if lane.is_open), None)
    if joining:
        return joining
    longest = max(lanes, key=lambda lane: len(lane.boxes))
    return longest if len(longest.boxes) > LONGEST_LANE else None


def _blocks(rows: Iterable[FlowRow]) -> Iterator[RailBlock]:
    """Rows that share a deadline share one block of the rail."""
    for due, alike in groupby(((_rail_of(row), row) for row in rows), key=itemgetter(0)):
        yield RailBlock(due, tuple(_telling(row) for _, row in alike))


def _rail_of(row: FlowRow) -> Rail:
    dues = [entry.due for entry in row.entries]
    stated = [due for due in dues if due.kind != "none"]
    if not stated:
        return Rail("none", dues[0].short)
    if len(dues) > 1:
        return Rail("words", "As each box says")
    return Rail(stated[0].kind, stated[0].short, stated[0].part)


def _telling(row: FlowRow) -> FlowRow:
    """The row with boxes that say their deadlines themselves, where there is any to say."""
    if all(entry.due.kind == "none" for entry in row.entries):
        return row
    lanes = (replace(lane, boxes=tuple(replace(box, tells=True) for box in lane.boxes)) for lane in row.lanes)
    return replace(row, lanes=tuple(lanes))
