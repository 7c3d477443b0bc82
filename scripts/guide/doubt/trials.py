"""Trials: each change in memory, judged by the checks of `guide check`, several side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

from guide.doubt.alteration import Alteration, text_of
from guide.findings import findings_of
from guide.model import Guide
from guide.problems import Problem, Problems
from guide.reading import Rereader

NOT_A_CHECK = ("check_rules",)
"""The digest of the rules notices that a rule has changed, and cannot tell a right one from a wrong one: an author
answers it by copying its digits. What it alone notices counts as unseen."""
READING = "reading"
"""The name under which the reader's own problems are told: a value that cannot be, a file of another shape."""


@dataclass(frozen=True)
class TriedOut:
    """What became of one change."""

    alteration: Alteration
    noticed_by: tuple[str, ...]
    """The checks that found a problem in it, by their names."""
    codes: tuple[str, ...]
    """The codes of those problems."""
    examples: tuple[str, ...] = ()
    """The worked examples in which one of them stands, other than the one that was changed; by their ids."""

    @property
    def is_noticed(self) -> bool:
        """Whether any check found anything."""
        return bool(self.codes)


@dataclass
class Doubts:
    """What became of all changes of a guide."""

    trials: list[TriedOut]
    checks: tuple[str, ...]
    """Every check there is, by its name."""
    examples: tuple[str, ...]
    """Every worked example of the guide, by its id."""
    whole: bool = True
    """Whether every token of the content was changed: only then can it be said that something noticed nothing."""
    unnoticed: list[TriedOut] = field(init=False)

    def __post_init__(self) -> None:
        self.unnoticed = [one for one in self.trials if not one.is_noticed]

    @property
    def idle(self) -> list[str]:
        """What noticed no change at all: checks by their names, and worked examples as `example christmas`."""
        if not self.whole:
            return []
        found = {name for one in self.trials for name in one.noticed_by}
        examples = {name for one in self.trials for name in one.examples}
        return [
            *(name for name in self.checks if name not in found),
            *(f"example {name}" for name in self.examples if name not in examples),
        ]


class _Judge:
    """One folder, read once, whose changes are tried one after another."""

    def __init__(self, folder: Path, today: int) -> None:
        self.rereader, self.folder, self.today = Rereader(folder), folder, today
        self.texts: dict[str, str] = {}

    def tried(self, one: Alteration) -> TriedOut:
        if one.file not in self.texts:
            self.texts[one.file] = text_of(self.folder / one.file)
        try:
            guide = self.rereader.with_text(one.file, one.applied(self.texts[one.file]))
        except Problems as found:
            return _told(one, {READING: list(found.problems)})
        return _told(one, findings_of(guide, self.today, but=NOT_A_CHECK).by_check)


def _told(one: Alteration, by_check: Mapping[str, list[Problem]]) -> TriedOut:
    problems = [problem for found in by_check.values() for problem in found]
    named = {Path(problem.place.path).stem for problem in problems if "/examples/" in problem.place.path}
    return TriedOut(
        one,
        tuple(sorted(name for name, found in by_check.items() if found)),
        tuple(sorted({problem.code for problem in problems})),
        tuple(sorted(named - {Path(one.file).stem})),
    )


_JUDGES: list[_Judge] = []


def _begin(folder: Path, today: int) -> None:
    _JUDGES.append(_Judge(folder, today))


def _tried_by_worker(one: Alteration) -> TriedOut:
    return _JUDGES[0].tried(one)


def tried(
    guide: Guide, alterations: Sequence[Alteration], today: int, processes: int = 2,
    told: Callable[[], None] = lambda: None, *, whole: bool = True,
) -> Doubts:  # fmt: skip
    """Tries every change, in their order. Raises `Problems` where the guide has some before anything is changed.

    `told` is called as each one ends.
    """
    as_it_is = findings_of(guide, today, but=NOT_A_CHECK)
    if as_it_is.problems:
        raise Problems(as_it_is.problems)
    found = []
    for one in _ended(guide.folder, alterations, today, processes):
        found.append(one)
        told()
    return Doubts(found, (READING, *as_it_is.by_check), tuple(str(one.id) for one in guide.examples), whole)


def _ended(folder: Path, alterations: Sequence[Alteration], today: int, processes: int) -> Iterator[TriedOut]:
    if processes < 2:
        judge = _Judge(folder, today)
        yield from map(judge.tried, alterations)
        return
    with ProcessPoolExecutor(
        processes, mp_context=get_context("spawn"), initializer=_begin, initargs=(folder, today)
    ) as pool:
        yield from pool.map(_tried_by_worker, alterations, chunksize=8)
