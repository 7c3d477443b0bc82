"""National rules against the references they cite: who sets the rule, its number, whether it is a limit, and whom it
speaks to. The reference was written from the published rule, so that what differs is a slip in one of the two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.dates import sayings_in
from guide.model import Guide, National, Reference, Step
from guide.plain import plainly
from guide.problems import Problem


def check_nationals(guide: Guide) -> Iterator[Problem]:
    """Every national rule that says otherwise than the reference it cites, or than its own sentence."""
    for procedure in guide.procedures:
        for step in procedure.steps:
            for one in step.national:
                yield from _towards_itself(one)
                if reference := guide.reference.get(one.cites):
                    yield from _authority(one, reference)
                    yield from _length(one, reference)
                    yield from _names(guide, step, one, reference)


def _authority(one: National, reference: Reference) -> Iterator[Problem]:
    if reference.authority is None:
        message = f"the reference '{reference.id}' is cited by a national rule and does not say who sets that rule"
        yield Problem(
            reference.id.place, "national", message, f"add to it authority: {one.due.authority}, if that is so"
        )
    elif reference.authority != one.due.authority:
        message = f"this rule is set by {one.due.authority}, and '{reference.id}' is {reference.authority}"
        yield Problem(one.cites.place, "national", message, "correct one of the two, or cite another reference")


def _length(one: National, reference: Reference) -> Iterator[Problem]:
    length, words = one.due.length, _words_of(reference)
    if length is None:
        return
    said = [saying for saying in sayings_in(words) if saying.number == length.number and saying.unit in length.unit]
    if not said:
        message = f"this rule says {length}, and '{reference.id}' does not"
        yield Problem(one.due.place, "national", message, "correct the rule, what the reference says, or cites:")
    limits = [one for one in said if re.search(rf"\bwithin {re.escape(one.words)}", words, re.I)]
    if limits and one.due.kind == "planned":
        message = (
            f"'{reference.id}' says 'within {limits[0].words}', which is a limit, and this rule gives a planned day"
        )
        yield Problem(one.due.place, "national", message, "write it with within: and of:, or correct the reference")


def _towards_itself(one: National) -> Iterator[Problem]:
    for name in one.to:
        if name in one.who:
            message = f"this national rule has '{name}' act towards itself"
            yield Problem(name.place, "national", message, "correct who: or to:")


def _names(guide: Guide, step: Step, one: National, reference: Reference) -> Iterator[Problem]:
    """Whom the rule speaks to, and of, stands in its sentence by a name that the actor has."""
    words = plainly(one.says or reference.says).lower()
    for actor in (guide.actor.get(name) for name in (*one.who, *one.to)):
        if actor and not any(_is_named(name, words) for name in (actor.name, *actor.aliases)):
            message = f"this national rule of '{step.id}' is about '{actor.id}', and its sentence names no {actor.name}"
            place = next(name.place for name in (*one.who, *one.to) if name == actor.id)
            yield Problem(place, "national", message, "correct who: or to:, or name them in says:")


def _is_named(name: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(plainly(name).lower())}(?!\w)", words) is not None


def _words_of(reference: Reference) -> str:
    return plainly(" ".join((reference.says, *reference.points)))
