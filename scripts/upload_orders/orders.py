"""The ways in which files reach a server, each as a list of moments: what has been put there by then."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import permutations
from typing import NamedTuple

from guide.publishing import offline

GROUPS = ("list", "first pages", "other pages", "the rest")


class Step(NamedTuple):
    """Files that arrive together, or are taken away."""

    what: str
    version: str
    """`old`, `new`, or `nothing` where they are deleted."""
    paths: tuple[str, ...]


class Order(NamedTuple):
    """One way to put a version over another."""

    name: str
    starts: str
    """The version that stands there at first, and that the reader has a copy of."""
    ends: str
    """The version whose copy the reader must have in the end."""
    steps: tuple[Step, ...]


def grouped(paths: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The files of a site in the groups that programs send one after the other."""
    pages = sorted(path for path in paths if path.endswith(".html"))
    half = len(pages) // 2
    rest = sorted(path for path in paths if not path.endswith(".html") and path != offline.WORKER)
    return dict(zip(GROUPS, ((offline.WORKER,), tuple(pages[:half]), tuple(pages[half:]), tuple(rest)), strict=True))


def orders(paths: Collection[str]) -> Iterator[Order]:
    """All of them: the new version in every order, after the old one was taken away, and the old one put back."""
    groups = grouped(paths)
    for names in permutations(GROUPS):
        yield Order(f"new: {', '.join(names)}", "old", "new", _steps("new", names, groups))
    gone = Step("nothing is left", "nothing", tuple(paths))
    for names in (GROUPS, GROUPS[::-1]):
        steps = (gone, *_steps("new", names, groups))
        yield Order(f"emptied, then new: {', '.join(names)}", "old", "new", steps)
    for names in permutations(GROUPS):
        yield Order(f"old again: {', '.join(names)}", "new", "new", _steps("old", names, groups))


def brief(paths: Collection[str]) -> list[Order]:
    """One of each kind: the list first, the list last, all taken away before, and the old version put back."""
    wanted = (f"new: {', '.join(GROUPS)}", f"new: {', '.join(GROUPS[::-1])}", "emptied", "old again")
    every = list(orders(paths))
    return [next(order for order in every if order.name.startswith(name)) for name in wanted]


def _steps(version: str, names: Collection[str], groups: Mapping[str, tuple[str, ...]]) -> tuple[Step, ...]:
    return tuple(Step(name, version, groups[name]) for name in names)
