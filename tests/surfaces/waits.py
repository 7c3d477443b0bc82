"""Whom a role waits for and who waits for it, worked out here a second time from the nouns alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from guide.model import NOT_STATED, Actor, Deadline, Decision, Guide, Procedure, Step
from guide.model.entries import AnyEntry
from surfaces import meant
from surfaces.coming import coming_to, next_for
from surfaces.compared import act_of
from surfaces.numbered import LOCAL

ORDER = ("answer", "forms", "sets", "counts", "national")


class Joined(NamedTuple):
    """Two entries of which the later waits for the earlier, and why."""

    before: str
    after: str
    why: str
    answer: str = ""
    forms: tuple[str, ...] = ()
    event: str = ""
    sent: bool = False


def joined_to(guide: Guide, actor: Actor) -> tuple[list[Joined], list[Joined]]:
    """Those the role waits for, and those who wait for it; nobody waits for oneself."""
    mine = {actor.id, *actor.acts_for}
    place = {str(one.entry_id): number for number, (_, one) in enumerate(meant.uses(guide))}

    def told(pairs: list[Joined], mine_last: bool) -> list[Joined]:
        first, last = ("after", "before") if mine_last else ("before", "after")
        kept = [one for one in pairs if mine & _who(guide, getattr(one, first))]
        kept = [one for one in kept if not mine & _who(guide, getattr(one, last))]
        return sorted(
            kept, key=lambda one: (place[getattr(one, first)], place[getattr(one, last)], ORDER.index(one.why))
        )

    everybody = [one for other in guide.actors for one in _of(guide, other)]
    longest = sorted(everybody, key=lambda one: len(one.forms))
    once = {(one.before, one.after, one.why, one.answer, one.event): one for one in longest}
    return told(_of(guide, actor), True), _one_an_act(guide, told(list(once.values()), False))


def _one_an_act(guide: Guide, pairs: list[Joined]) -> list[Joined]:
    """Without those that wait for the same in another flowchart too, where the flowchart itself says it or one came."""

    def said_elsewhere(one: Joined, number: int) -> bool:
        act = act_of(guide, one.after) if isinstance(guide.entry[one.after], Step) else {one.after}
        same = [(place, pair) for place, pair in enumerate(pairs)
                if pair.after in act and pair._replace(after=one.after) == one and place != number]  # fmt: skip
        home = guide.home_of[one.before]
        if guide.home_of[one.after] is home:
            return any(guide.home_of[pair.after] is home and place < number for place, pair in same)
        return any(guide.home_of[pair.after] is home or place < number for place, pair in same)

    return [one for number, one in enumerate(pairs) if not said_elsewhere(one, number)]


def _who(guide: Guide, name: str) -> set[str]:
    return set(map(str, guide.entry[name].acting))


def _of(guide: Guide, actor: Actor) -> list[Joined]:
    mine = {actor.id, *actor.acts_for}
    own = [entry for _, entry in meant.uses(guide) if mine & set(entry.acting)]
    sent = {str(then.entry_id): step for step, then in _sent(guide, actor)}
    letters = [
        Joined(str(step.id), name, "forms", "", tuple(map(str, step.forms)), sent=True) for name, step in sent.items()
    ]
    named = {(one.before, one.after) for one in letters}
    others = [one for entry in own for one in _facts(guide, entry)]
    return [*letters, *(one for one in others if one.why != "forms" or (one.before, one.after) not in named)]


def _sent(guide: Guide, actor: Actor) -> Iterator[tuple[Step, AnyEntry]]:
    for step in coming_to(guide, actor):
        for then in next_for(guide, actor, step)[-1:]:
            if step.forms and not (isinstance(then, Step) and (then.when or then.may)):
                yield step, then


def _facts(guide: Guide, entry: AnyEntry) -> Iterator[Joined]:
    name = str(entry.entry_id)
    for route in guide.routes[guide.home_of[name].id]:
        if route.target == name and route.answer:
            yield Joined(str(route.source), name, "answer", str(route.answer))
    if not isinstance(entry, Step):
        return
    act = sorted(act_of(guide, name), key=lambda one: one != name)
    for one in act:
        if carried := _carried(guide, one):
            yield Joined(carried[0], name, "forms", "", carried[1], sent=_is_for(guide, carried[0], one))
            break
    starts = dict.fromkeys(pair for one in act for pair in _starts(guide, guide.entry[one], guide.home_of[name]))
    yield from (Joined(before, name, why, event=event) for before, why, event in starts)
    for _, other in meant.uses(guide):
        if isinstance(other, Step) and set(other.sets) & set(act) and other.id not in {one for one, _, _ in starts}:
            yield Joined(str(other.id), name, "sets")


def _is_for(guide: Guide, before: str, after: str) -> bool:
    """Whether the earlier goes to somebody who acts in the later."""
    step = guide.entry[before]
    return isinstance(step, Step) and bool(set(step.to) & set(guide.entry[after].acting))


def _carried(guide: Guide, name: str) -> tuple[str, tuple[str, ...]] | None:
    """The last step without which nobody gets here, of those that have a form of this one."""
    step, home = guide.entry[name], guide.home_of[name]
    assert isinstance(step, Step)
    found = None
    for other in home.steps:
        shared = tuple(str(one) for one in step.forms if one in other.forms)
        if (
            shared
            and other is not step
            and _reaches(guide, home, name, "")
            and not _reaches(guide, home, name, other.id)
        ):
            found = str(other.id), shared
    return found


def _reaches(guide: Guide, home: Procedure, name: str, without: str) -> bool:
    """Whether a way leads to an entry from where the procedure begins, past everything but one step."""
    routes = [one for one in guide.routes[home.id] if one.kind in ("next", "branch")]
    on_way = [str(one.entry_id) for one in home.entries if one.on_route]
    led_to = {str(one.target) for one in routes}
    waiting = [one for one in on_way if one not in led_to or one == on_way[0]]
    seen = {without}
    while waiting:
        here = waiting.pop()
        if here not in seen:
            seen.add(here)
            waiting += [str(one.target) for one in routes if one.source == here]
    return name in seen - {without}


def _starts(guide: Guide, step: AnyEntry, home: Procedure) -> Iterator[tuple[str, str, str]]:
    assert isinstance(step, Step)
    said = [step.due] if isinstance(step.due, Deadline) else []
    nation = [one.due for one in step.national if not one.who or set(one.who) & set(step.who)]
    own = guide.home_of[step.id].clock
    for due in (*said, *nation):
        for start in _anchors(due, str(own.from_) if own else ""):
            anchor = {str(one): said for one, said in guide.partnership.anchors.items()}.get(start)
            before = str(anchor.done_by or "") if anchor else start
            if before and not (home.clock and start == home.clock.from_):
                event = meant.event(guide, start)
                yield before, "counts" if due.authority == LOCAL else "national", event


def _anchors(due: Deadline, clock: str) -> Iterator[str]:
    for one in due.parts or (due,):
        if one.parts:
            yield from _anchors(one, clock)
        else:
            yield str(one.start or clock)


# In words


def waits_for(guide: Guide, pair: Joined) -> str:
    """The line of whom the role waits for."""
    after, other = guide.entry[pair.after], _other(guide, pair.before, pair.after)
    if pair.why == "answer":
        one = guide.entry[pair.before]
        said = f"in the local procedure your turn comes with the answer “{pair.answer}” to “{one.title}” "
        said += f"Who decides: {meant.and_(meant.names(guide, one.acting))}."
        nation = after.national if isinstance(after, Step) else ()
        for own in (one for one in nation if not one.who or set(one.who) & set(after.acting)):
            rule = meant.down(meant.rule(guide, guide.home_of[pair.after], own.due))
            said += f" The national rule has days of its own: {rule} ({own.due.authority})."
    else:
        said = {
            "forms": f"{_labels(guide, pair.forms)} {_come(pair)} {'from' if pair.sent else 'after'} {other}.",
            "sets": f"its day is set by {other}.",
            "counts": f"your days start when {pair.event}: {other}.",
            "national": f"the days of the national rule start when {pair.event}: {other}.",
        }[pair.why] + _occasion(after)
    return f"Your {named(guide, pair.after)}: {said}"


def is_waited_for(guide: Guide, pair: Joined) -> str:
    """The line of who waits for the role."""
    other = _other(guide, pair.after, pair.before)
    said = {
        "answer": f"with the answer “{pair.answer}” comes the turn of {other}.",
        "forms": f"{_labels(guide, pair.forms)} {_come(pair)} {'from you,' if pair.sent else 'after it'} for {other}.",
        "sets": f"you set the day for {other}.",
        "counts": f"when {pair.event}, the days start for {other}.",
        "national": f"when {pair.event}, the days of the national rule start for {other}.",
    }[pair.why]
    return (
        f"Your {named(guide, pair.before)}: {said}{_occasion(guide.entry[pair.after]) if pair.why != 'answer' else ''}"
    )


def _come(pair: Joined) -> str:
    one = len(pair.forms) == 1
    return ("comes" if one else "come") if pair.sent else ("is at hand" if one else "are at hand")


def _labels(guide: Guide, forms: tuple[str, ...]) -> str:
    return meant.and_(str(guide.form[one].code or f"“{guide.form[one].title}”") for one in forms) if forms else ""


def _other(guide: Guide, name: str, beside: str) -> str:
    entry, home = guide.entry[name], guide.home_of[name]
    elsewhere = f" of flowchart {home.flowchart}" if home is not guide.home_of[beside] else ""
    said = (
        f"{named(guide, name, elsewhere)}{', of which the source says “may”' if getattr(entry, 'may', False) else ''}"
    )
    if NOT_STATED in entry.acting:
        return f"{said}; who does it is not stated in the source"
    mark = meant.mark(guide, entry.who_reading) if isinstance(entry, Step | Decision) else ""
    return f"{meant.and_(meant.names(guide, entry.acting))}{mark} ({said})"


def named(guide: Guide, name: str, elsewhere: str = "") -> str:
    entry = guide.entry[name]
    if isinstance(entry, Decision):
        return f"decision{elsewhere} “{entry.title}”"
    return f"step {guide.numbers[name]}{elsewhere}, “{entry.title}”"


def _occasion(entry: AnyEntry) -> str:
    return f" If: {entry.when}" if isinstance(entry, Step) and entry.when else ""
