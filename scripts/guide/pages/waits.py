"""Whom a role waits for and who waits for it: what the facts of two steps say, and never the order of a drawing.

One waits for the other where the other's answer gives it its turn, where the other's form is at hand only then, where
the other sets its day, and where its days count from the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from guide.dates import event_of, members_of_acts, passed_before, rules_for
from guide.model import Actors, Decision, Guide, Step, once_a_guide
from guide.pages.page_facts import Use, uses
from guide.pages.role_facts import role_page

Reason = Literal["answer", "forms", "sets", "counts", "national"]
REASONS: tuple[Reason, ...] = ("answer", "forms", "sets", "counts", "national")
"""In the order in which they are told of one pair."""


class Wait(NamedTuple):
    """Two steps or decisions of which one waits for the other, and why."""

    mine: Use
    other: Use
    actors: Actors
    """Who does the other."""
    reason: Reason
    answer: str = ""
    """With which the turn comes, where that is the reason."""
    forms: tuple[str, ...] = ()
    """The ids of those that are at hand then, where that is the reason."""
    sent: bool = False
    """The other sends them to whoever waits; otherwise they are only with the other before."""
    event: str = ""
    """What has happened when the other is done, where days count from that: `the request for information is sent`."""


class Waits(NamedTuple):
    """Whom an actor waits for, and who waits for the actor, step by step."""

    for_others: tuple[Wait, ...]
    for_me: tuple[Wait, ...]


class _Pair(NamedTuple):
    """The earlier of two entries, the later, and why the later waits."""

    before: str
    after: str
    reason: Reason
    answer: str = ""
    forms: tuple[str, ...] = ()
    sent: bool = False
    event: str = ""


@once_a_guide
def waits_of(guide: Guide, actor: str) -> Waits:
    """Whom an actor waits for, in its own name or for those it acts for, and who waits for the actor."""
    mine = {actor, *map(str, guide.actor[actor].acts_for)}

    def first_to_last(before: str, after: str) -> bool:
        return mine.isdisjoint(_acting(guide, before)) and not mine.isdisjoint(_acting(guide, after))

    for_others = [one for one in _for(guide, actor) if first_to_last(one.before, one.after)]
    for_me = [one for one in _for_anybody(guide) if first_to_last(one.after, one.before)]
    return Waits(
        tuple(_wait(guide, one, one.after, one.before) for one in _sorted(guide, for_others, "after")),
        tuple(
            _wait(guide, one, one.before, one.after) for one in _sorted(guide, _once_an_act(guide, for_me), "before")
        ),
    )


def _wait(guide: Guide, pair: _Pair, mine: str, other: str) -> Wait:
    by = guide.entry[other]
    assert isinstance(by, Step | Decision)
    one, two = (Use(guide.home_of[name], guide.entry[name]) for name in (mine, other))
    return Wait(one, two, by.who, pair.reason, pair.answer, pair.forms, pair.sent, pair.event)


def _once_an_act(guide: Guide, pairs: Iterable[_Pair]) -> tuple[_Pair, ...]:
    """An act that two flowcharts tell waits once: as it stands in the flowchart of what it waits for, where it does."""
    homes, acts = guide.home_of, members_of_acts(guide)
    at_home_first = sorted(pairs, key=lambda one: homes[one.before] is not homes[one.after])
    found: dict[_Pair, _Pair] = {}
    for one in at_home_first:
        found.setdefault(one._replace(after=acts.get(one.after, (one.after,))[0]), one)
    return tuple(found.values())


def _sorted(guide: Guide, pairs: Iterable[_Pair], mine: Literal["before", "after"]) -> list[_Pair]:
    """In the order of the pages, and of the reasons."""
    places = {str(use.entry.entry_id): place for place, use in enumerate(uses(guide))}
    return sorted(
        pairs,
        key=lambda one: (
            places[getattr(one, mine)], places[one.after if mine == "before" else one.before],
            REASONS.index(one.reason),
        ),
    )  # fmt: skip


def _acting(guide: Guide, name: str) -> set[str]:
    return set(map(str, guide.entry[name].acting))


def _for(guide: Guide, actor: str) -> tuple[_Pair, ...]:
    """The pairs that hold for everybody, and those in which something is sent to an actor; none told in two ways."""
    mine = {actor, *map(str, guide.actor[actor].acts_for)}
    sent = {(one.before, one.after): one for one in _sent_to(guide, actor)}
    others = [one for one in _pairs(guide) if mine & _acting(guide, one.after)]
    kept = [one for one in others if one.reason != "forms" or (one.before, one.after) not in sent]
    return (*kept, *sent.values())


@once_a_guide
def _for_anybody(guide: Guide) -> tuple[_Pair, ...]:
    """Every pair once: what is sent to one of those who act in a step may be at hand for another without being sent."""
    found: dict[tuple[str, str, Reason, str, str], _Pair] = {}
    for one in (pair for actor in guide.actors for pair in _for(guide, str(actor.id))):
        key = (one.before, one.after, one.reason, one.answer, one.event)
        found[key] = max(found.get(key, one), one, key=lambda pair: len(pair.forms))
    return tuple(found.values())


@once_a_guide
def _pairs(guide: Guide) -> tuple[_Pair, ...]:
    """What the entries themselves say, whoever reads it."""
    found: list[_Pair] = []
    for use in uses(guide):
        if isinstance(use.entry, Step):
            found += _of_step(guide, use.entry)
        if isinstance(use.entry, Step | Decision):
            found += _turns(guide, use)
    return tuple(dict.fromkeys(found))


def _turns(guide: Guide, use: Use) -> Iterator[_Pair]:
    """The answers that lead straight to an entry."""
    for route in guide.routes[use.procedure.id]:
        if route.answer and route.target == use.entry.entry_id:
            yield _Pair(str(route.source), str(use.entry.entry_id), "answer", str(route.answer))


def _of_step(guide: Guide, step: Step) -> Iterator[_Pair]:
    """What is at hand only then, what sets its day, and what it counts from, in any flowchart with its act."""
    name = str(step.id)
    act = members_of_acts(guide).get(name, (name,))
    in_order = (name, *(one for one in act if one != name))
    carried = next((found for one in in_order if (found := _carried(guide, one))), None)
    if carried:
        yield carried._replace(after=name)
    counts = tuple(dict.fromkeys(_counted_from(guide, step)))
    yield from counts
    setting = dict.fromkeys(str(other.id) for one in act for other in guide.setting.get(one, ()))
    yield from (_Pair(other, name, "sets") for other in setting if other not in {one.before for one in counts})


def _carried(guide: Guide, name: str) -> _Pair | None:
    """The last step that every route passes before this one, and that has a form of it: from there it comes."""
    home, step = guide.home_of[name], guide.entry[name]
    passed = passed_before(guide, home).get(name, frozenset())
    assert isinstance(step, Step)
    for other in reversed(home.steps):
        shared = tuple(str(form) for form in step.forms if form in other.forms)
        if shared and str(other.id) in passed:
            return _Pair(str(other.id), name, "forms", forms=shared, sent=not set(other.to).isdisjoint(step.acting))
    return None


def _counted_from(guide: Guide, step: Step) -> Iterator[_Pair]:
    """The steps that bring about what its rules count from; what its clock counts from begins the whole procedure."""
    clock = guide.home_of[step.id].clock
    anchors = {str(name): anchor for name, anchor in guide.partnership.anchors.items()}
    for rule in rules_for(guide, str(step.id)):
        for start in rule.rule.starts if rule.origin != "reading" else ():
            event = anchors.get(start)
            before = event.done_by if event else start
            if before and not (clock and start == clock.from_):
                reason: Reason = "national" if rule.is_national else "counts"
                yield _Pair(str(before), str(step.id), reason, event=event_of(guide, start))


def _sent_to(guide: Guide, actor: str) -> Iterator[_Pair]:
    """The last step that sends an actor a form before something that the actor does next in any case."""
    last: dict[str, _Pair] = {}
    for one in role_page(guide, actor).comes:
        then = one.next[-1].entry if one.next else None
        if one.step.forms and isinstance(then, Step | Decision) and not (isinstance(then, Step) and _depends(then)):
            name = str(then.entry_id)
            last[name] = _Pair(str(one.step.id), name, "forms", forms=tuple(map(str, one.step.forms)), sent=True)
    yield from last.values()


def _depends(step: Step) -> bool:
    return bool(step.when) or step.may
