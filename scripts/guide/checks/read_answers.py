"""The second reading against the guide: each answer of a choice, and where it leads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guide.checks.item_view import ItemView, ReadDifference
from guide.checks.said_alike import alike, key_of, stands_in
from guide.model import Decision, Guide, Outcome, SheetColumn
from guide.problems import Place

ARROW = re.compile(r"\s*(?:-+>|→|=>|–>)\s*")
NOT_SAID = frozenset({"", "not stated", "nothing", "not said", "-", "it doe not say", "nowhere"})


@dataclass(frozen=True)
class Way:
    """One answer in the guide: what it is called, and where it leads."""

    names: tuple[str, ...]
    to: tuple[str, ...]
    """The entry or procedure, and where that leads on at once; none where the guide says that the source is silent."""
    inferred: bool
    """A question says that the document does not tell where it leads."""
    of_decision: bool
    place: Place

    @property
    def shown(self) -> str:
        return f"{self.names[0]} -> {self.to[0] if self.to else 'not stated'}"


def differing_answers(view: ItemView) -> Iterator[ReadDifference]:
    """Each answer that only one has, and each that leads elsewhere."""
    column, ways = SheetColumn.ANSWERS, list(_ways(view))
    pairs = [_pair(one) for one in view.said(column).split(";") if one.strip()]
    if not ways:
        yield from _told(view, pairs)
        return
    claimed: list[Way] = []
    for answer, where in pairs:
        called = [way for way in ways if any(alike(answer, name) for name in way.names)]
        fitting = [way for way in called if _leads_to(view.guide, way, where)]
        if not called:
            here = "; ".join(way.shown for way in ways)
            yield ReadDifference(column, view.place, f"{answer} -> {where or 'not stated'}", here)
        elif not fitting:
            yield ReadDifference(column, called[0].place, f"{answer} -> {where or 'not stated'}", called[0].shown)
        claimed += fitting or called
    unread = [way for way in ways if way.of_decision and way.to and not way.inferred and way not in claimed]
    if unread and (pairs or len(unread) > 1):
        here = "; ".join(way.shown for way in unread)
        yield ReadDifference(column, unread[0].place, view.said(column), here)


def _told(view: ItemView, pairs: Sequence[tuple[str, str]]) -> Iterator[ReadDifference]:
    """A note draws no ways, so its sentence is asked."""
    for answer, where in pairs if view.entries else ():
        for words in (answer, where if key_of(where) not in NOT_SAID else ""):
            if words and not stands_in(words, view.texts, word_for_word=False):
                yield ReadDifference(SheetColumn.ANSWERS, view.place, f"{answer} -> {where or 'not stated'}", "")
                break


def _pair(words: str) -> tuple[str, str]:
    answer, *where = ARROW.split(words.strip(), maxsplit=1)
    return answer, where[0] if where else ""


def _ways(view: ItemView) -> Iterator[Way]:
    for entry in view.entries:
        if isinstance(entry, Decision):
            for branch in entry.branches:
                to = _onwards(view.guide, branch.then)
                asked = (str(entry.title), str(entry.asks)) if key_of(branch.answer) == "yes" else ()
                yield Way((str(branch.answer), *asked), to, bool(branch.inferred), True, branch.answer.place)
        elif isinstance(entry, Outcome):
            names = (str(entry.title), str(entry.says))
            to = _onwards(view.guide, entry.then.to if entry.then else None)
            inferred = bool(entry.then and entry.then.inferred)
            yield Way(names, to, inferred, False, entry.outcome.place)


def _onwards(guide: Guide, to: str | None) -> tuple[str, ...]:
    if to is None:
        return ()
    entry = guide.entry.get(to)
    if isinstance(entry, Outcome) and entry.then:
        return str(to), str(entry.then.to)
    return (str(to),)


def _leads_to(guide: Guide, way: Way, where: str) -> bool:
    if key_of(where) in NOT_SAID:
        return not way.to or way.inferred or _ends_open(guide, way)
    return any(_is_meant(guide, to, where) for to in way.to)


def _ends_open(guide: Guide, way: Way) -> bool:
    """An answer that has an outcome of its own, and nothing after it."""
    entry = guide.entry.get(way.to[0])
    return isinstance(entry, Outcome) and (entry.then is None or entry.then.inferred is not None)


def _is_meant(guide: Guide, to: str, where: str) -> bool:
    item = next((item for item in guide.source if item.id.lower() == where.strip().lower()), None)
    if item:
        return to in item.covered_by
    if found := re.fullmatch(r"flow ?chart (\d+)", key_of(where)):
        return to in guide.procedure and guide.procedure[to].flowchart == int(found[1])
    entry = guide.entry.get(to)
    names = (to.replace("-", " "), *((entry.title, entry.words) if entry else (guide.procedure[to].title,)))
    return any(alike(where, name) for name in names)
