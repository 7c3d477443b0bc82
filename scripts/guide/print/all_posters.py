"""All posters in one file, after a map of how their flowcharts join."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from guide.flowcharts import Join, joins_of
from guide.model import Guide
from guide.print.posters import FlowOnPage, flow_of

JoinKind = Literal["leads", "read", "refers"]
Ends = tuple[int, int, JoinKind]
"""The places of the boxes that an arrow leaves and enters, from 0, and what the arrow says."""


@dataclass(frozen=True, slots=True)
class MapJoin:
    """Another flowchart that one leads or refers to."""

    number: int
    kind: JoinKind
    """`read` where only the guide's reading of the source leads there."""


@dataclass(frozen=True, slots=True)
class MapBox:
    """One flowchart on the map."""

    id: str
    number: int
    title: str
    summary: str
    joins: tuple[MapJoin, ...]


@dataclass(frozen=True, slots=True)
class MapArrow:
    """An arrow beside the boxes, which stand below one another."""

    kind: JoinKind
    source: int
    """The place of its box, from 0; `target` too."""
    target: int
    lane: int
    """How far from the boxes it runs, from 0: no two arrows that pass the same box run in one lane."""
    leaves: float
    """Where at its box it begins, as a part of the box's height; `enters` where it ends."""
    enters: float


@dataclass(frozen=True, slots=True)
class FlowMap:
    """How the flowcharts join."""

    boxes: tuple[MapBox, ...]
    arrows: tuple[MapArrow, ...]


@dataclass(frozen=True, slots=True)
class AllPosters:
    """The map, then each flowchart on its page."""

    map: FlowMap
    flows: tuple[FlowOnPage, ...]


def all_posters_of(guide: Guide) -> AllPosters:
    """All posters of a guide."""
    return AllPosters(
        map=_map(joins_of(guide)),
        flows=tuple(flow_of(guide, str(one.id)) for one in guide.procedures),
    )


def _map(joins: Sequence[Join]) -> FlowMap:
    boxes = tuple(
        MapBox(str(one.procedure.id), one.procedure.flowchart, one.procedure.title, one.procedure.summary,
               tuple(_joined(one)))
        for one in joins
    )  # fmt: skip
    places = {box.number: place for place, box in enumerate(boxes)}
    ends = [(place, places[join.number], join.kind) for place, box in enumerate(boxes) for join in box.joins]
    return FlowMap(boxes, tuple(_arrows(ends)))


def _joined(one: Join) -> Iterator[MapJoin]:
    for other in one.leads:
        yield MapJoin(other.flowchart, "read" if other in one.read else "leads")
    for other in one.refers:
        yield MapJoin(other.flowchart, "refers")


def _arrows(ends: Sequence[Ends]) -> Iterator[MapArrow]:
    lanes = _lanes(ends)
    for one in sorted(ends, key=lanes.__getitem__):
        source, target, kind = one
        yield MapArrow(kind, source, target, lanes[one], _part(lanes, source, one), _part(lanes, target, one))


def _lanes(ends: Iterable[Ends]) -> dict[Ends, int]:
    """The lane of each arrow: short ones run next to the boxes, and no two share a lane beside the same box."""
    taken: list[set[int]] = []
    lanes: dict[Ends, int] = {}
    for one in sorted(ends, key=lambda end: abs(end[0] - end[1])):
        passes = set(range(min(one[:2]), max(one[:2]) + 1))
        lane = next((lane for lane, boxes in enumerate(taken) if not boxes & passes), len(taken))
        taken[lane:] = taken[lane:] or [set()]
        taken[lane] |= passes
        lanes[one] = lane
    return lanes


def _part(lanes: Mapping[Ends, int], box: int, mine: Ends) -> float:
    """Where at a box an arrow begins or ends: those from and to above are the upper, and none there crosses another."""

    def height(end: Ends) -> tuple[bool, int]:
        goes_down = max(end[:2]) != box
        return goes_down, -lanes[end] if goes_down else lanes[end]

    there = sorted((end for end in lanes if box in end[:2]), key=height)
    return (there.index(mine) + 1) / (len(there) + 1)
