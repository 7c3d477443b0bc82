"""The deadlines as a Simple Temporal Network on the axis of working days (Dechter, Meiri and Pearl, 1991).

A point is an anchor or an entry, at the number of working days up to and including its day. A bound says that one
point is at most so many working days after another. Bounds that add up to less than nothing around a ring cannot
all hold, whatever the bank holidays; the shortest ways between points tell how far each step may slip.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from guide.proofs.bounds import Bound

ContradictionKind = Literal["same-act", "order", "deadline"]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Bounds that cannot all hold."""

    bounds: tuple[Bound, ...]
    """A ring: each begins at the point where the one before it ends."""

    @property
    def kind(self) -> ContradictionKind:
        """What makes it: two descriptions of one act, the order of a route, or the deadlines of one step alone."""
        kinds = {bound.kind for bound in self.bounds}
        return "same-act" if "same-act" in kinds else "order" if "order" in kinds else "deadline"

    @property
    def steps(self) -> frozenset[str]:
        """The steps whose words it is made of."""
        return frozenset(step for bound in self.bounds for step in bound.steps)

    @property
    def culprits(self) -> tuple[Bound, ...]:
        """The bounds that join what does not fit: without them the rest of the ring can hold."""
        return tuple(bound for bound in self.bounds if self.kind in ("deadline", bound.kind))


@dataclass(frozen=True, slots=True)
class Slack:
    """How far a step can move, in working days after an anchor, when everything before it goes to plan."""

    anchor: str
    earliest: int
    """The day on which the plan has it."""
    latest: int | None
    """The last day on which every limit can still be met; None where no limit bears on it."""

    @property
    def days(self) -> int | None:
        """The working days between the two: 0 means that a day lost here breaks a limit."""
        return None if self.latest is None else self.latest - self.earliest


def contradictions(bounds: Iterable[Bound], anchors: Collection[str]) -> Iterator[Contradiction]:
    """Every contradiction, each in its shortest form; the culprits of one are left out before the next is sought."""
    firm = tuple(bound for bound in bounds if bound.kind != "whole-time")
    for group in _groups(firm, anchors):
        left = list(group)
        while ring := _ring(left):
            found = Contradiction(_shortest(left, ring))
            yield found
            left = [bound for bound in left if not _belongs(bound, found.culprits)]


def slack_of(bounds: Iterable[Bound], anchor: str, without: Iterable[Contradiction] = ()) -> Mapping[str, Slack]:
    """For each point that an anchor's days reach, how far it can slip.

    Here every step takes all of its time, and a planned day only holds back what follows: limits alone say too late.
    """
    culprits = tuple(bound for found in without for bound in found.culprits)
    free = [bound for bound in bounds if not bound.is_plan_end and not _belongs(bound, culprits)]
    while ring := _ring(free):
        # Who cannot have the whole of the time does not take it; a ring without such a step gives way altogether.
        giving_way = {bound for bound in ring if bound.kind == "whole-time"} or set(ring)
        free = [bound for bound in free if bound not in giving_way]
    latest = _distances(anchor, free, forward=True)
    earliest = {point: -least for point, least in _distances(anchor, free, forward=False).items()}
    return {
        point: Slack(anchor, max(earliest.get(point, 0), 0), latest.get(point))
        for point in {**earliest, **latest}
        if point != anchor
    }


def _belongs(bound: Bound, culprits: Collection[Bound]) -> bool:
    """Whether it is one of them, or says the same thing from the other side or a second time."""
    return any(_meaning(bound) == _meaning(one) for one in culprits)


def _meaning(bound: Bound) -> tuple[object, ...]:
    return bound.kind, frozenset(bound.steps), None if bound.kind == "same-act" else bound.place


def _groups(bounds: Sequence[Bound], anchors: Collection[str]) -> list[list[Bound]]:
    """Bounds that can lie on one ring.

    Parts of a guide that share one anchor and nothing else cannot contradict one another: a ring would have to pass
    that anchor twice. So each part is small, and the time this takes grows with the number of parts alone.
    """
    parts = _joined(bounds, apart=anchors)
    reached: dict[str, set[str]] = {}
    for bound in bounds:
        part = parts.get(bound.start) or parts.get(bound.end) or ""
        reached.setdefault(part, set()).update({bound.start, bound.end} & set(anchors))
    wide = {part for part, touched in reached.items() if len(touched) > 1}
    groups: dict[str, list[Bound]] = {}
    for bound in bounds:
        part = parts.get(bound.start) or parts.get(bound.end) or ""
        groups.setdefault("" if part in wide else part, []).append(bound)
    return list(groups.values())


def _joined(bounds: Sequence[Bound], apart: Collection[str]) -> dict[str, str]:
    """For each point but those kept apart, one point that stands for all it is joined with."""
    stands_for: dict[str, str] = {}

    def top(point: str) -> str:
        while stands_for.setdefault(point, point) != point:
            stands_for[point] = stands_for[stands_for[point]]
            point = stands_for[point]
        return point

    for bound in bounds:
        ends = [point for point in (bound.start, bound.end) if point not in apart]
        for point in ends:
            stands_for[top(point)] = top(ends[0])
    return {point: top(point) for point in list(stands_for)}


def _ring(bounds: Sequence[Bound]) -> tuple[Bound, ...]:
    """Some ring that adds up to less than nothing (Bellman and Ford, from everywhere at once); empty when none does."""
    least: dict[str, int] = {point: 0 for bound in bounds for point in (bound.start, bound.end)}
    came_by: dict[str, Bound] = {}
    moved = ""
    for _ in range(len(least) + 1):
        moved = ""
        for bound in bounds:
            if least[bound.start] + bound.most < least[bound.end]:
                least[bound.end] = least[bound.start] + bound.most
                came_by[bound.end] = bound
                moved = bound.end
        if not moved:
            return ()
    for _ in range(len(least)):  # far enough back to be on the ring itself
        moved = came_by[moved].start
    ring, point = [came_by[moved]], came_by[moved].start
    while point != moved:
        ring.append(came_by[point])
        point = came_by[point].start
    return tuple(reversed(ring))


def _shortest(bounds: Sequence[Bound], ring: tuple[Bound, ...]) -> tuple[Bound, ...]:
    """The ring of fewest bounds among the same points: what an author has to read should be short."""
    points = {bound.start for bound in ring}
    inside = [bound for bound in bounds if bound.start in points and bound.end in points]
    found = [shorter for point in sorted(points) if (shorter := _shortest_from(point, inside, len(ring)))]
    return min(found, key=len, default=ring)


def _shortest_from(point: str, bounds: Sequence[Bound], at_most: int) -> tuple[Bound, ...]:
    ways: dict[str, tuple[int, tuple[Bound, ...]]] = {point: (0, ())}
    for _ in range(at_most):
        longer: dict[str, tuple[int, tuple[Bound, ...]]] = {}
        for bound in bounds:
            if bound.start in ways:
                total, way = ways[bound.start]
                if bound.end not in longer or total + bound.most < longer[bound.end][0]:
                    longer[bound.end] = (total + bound.most, (*way, bound))
        if point in longer and longer[point][0] < 0:
            return longer[point][1]
        ways = longer
    return ()


def _distances(anchor: str, bounds: Sequence[Bound], forward: bool) -> dict[str, int]:
    """The tightest bound on every point after the anchor, or with `forward` off on the anchor after every point."""
    ends = [(one.start, one.end, one.most) if forward else (one.end, one.start, one.most) for one in bounds]
    least = {anchor: 0}
    changed = True
    while changed:
        changed = False
        for start, end, most in ends:
            if start in least and least[start] + most < least.get(end, _FAR):
                least[end] = least[start] + most
                changed = True
    return least


_FAR = 10**9
