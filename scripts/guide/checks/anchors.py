"""Anchors: which usually comes after which, never in a ring."""

from __future__ import annotations

from collections.abc import Iterator

from guide.model import Guide
from guide.problems import Problem


def check_anchors(guide: Guide) -> Iterator[Problem]:
    """A problem for each anchor that would usually come after itself, at once or by way of others; each ring once."""
    seen: set[frozenset[str]] = set()
    for name in guide.partnership.anchors:
        ring = _ring_from(guide, name)
        if ring and frozenset(ring) not in seen:
            seen.add(frozenset(ring))
            place = guide.partnership.anchors[name].usually_after or name
            chain = ", after ".join(f"'{one}'" for one in (*ring, name))
            yield Problem(
                place.place,
                "anchor-order",
                f"the anchor would usually come after itself: {chain}",
                "remove usually_after from one of them: the dates of a case have one order",
            )


def _ring_from(guide: Guide, name: str) -> list[str]:
    """The anchors from one back to itself; empty where the way ends, or leads into a ring that it is not part of."""
    way: list[str] = []
    while name not in way:
        anchor = guide.partnership.anchors.get(name)  # type: ignore[call-overload]
        if anchor is None or anchor.usually_after is None:
            return []
        way.append(name)
        name = anchor.usually_after
    return way if name == way[0] else []
