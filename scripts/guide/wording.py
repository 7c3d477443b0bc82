"""Short ways to say who and when, the same on every page, in every diagram and on the command line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from guide.model import (
    NOT_STATED,
    Actors,
    AnyDeadline,
    Deadline,
    Decision,
    EarlierOf,
    Guide,
    NoLaterThan,
    On,
    Party,
    Reading,
    Step,
)
from guide.strict_yaml import Text

NOBODY = "Not stated in the source"
NO_LIMIT = "No deadline stated in the source"


def names_of(guide: Guide, actors: Iterable[str]) -> list[str]:
    """The full names of actors, in order; `Not stated in the source` for nobody.

    Of a row of actors one name for each party: `SAIG or Review group` is one, since either of them acts.
    """
    return list(_said(actors, lambda party: name_of(guide, party)))


def short_names_of(guide: Guide, actors: Iterable[str]) -> list[str]:
    """The short names of actors, for diagrams and narrow places; no body on whose behalf a group acts is among them."""
    return list(_said(actors, lambda party: short_name_of(guide, party)))


def name_of(guide: Guide, party: Party) -> str:
    """One party by name: `SAIG or Review group`, `Partners' representatives (Police, CCG and LA)`."""
    names = (NOBODY if actor == NOT_STATED else str(guide.actor[actor].name) for actor in party.ids)
    return listed(names, last="or") + (f" ({listed(_shorts(guide, party.of))})" if party.of else "")


def reading_said(guide: Guide, reading: Reading | None) -> str:
    """The sentence that says that the source does not name those who act; empty where it does."""
    if reading is None:
        return ""
    number = guide.question[reading.question].number
    unsaid = reading.unsaid or "who does it"
    return f"The source does not say here {unsaid}; this is the guide's reading (question {number})."


def reading_mark(guide: Guide, reading: Reading | None) -> str:
    """The same in a few words, to follow a name in a row; empty where the source names those who act."""
    if reading is None:
        return ""
    number = guide.question[reading.question].number
    return f" ({f'{reading.unsaid}: ' if reading.unsaid else ''}the guide's reading, question {number})"


def mark_of(guide: Guide, name: str) -> str:
    """That of the step or decision with this id; empty for a duty by national rule, which says whom it speaks to."""
    entry = guide.entry.get(name)
    return reading_mark(guide, entry.who_reading) if isinstance(entry, Step | Decision) else ""


def what_it_asks(says: str) -> str:
    """What a rule of the nation asks, so that nobody reads it as done; empty where nothing is said of it."""
    return f"What it asks: {says}" if says else ""


def short_name_of(guide: Guide, party: Party) -> str:
    """One party by its short name: `SAIG or SRG`."""
    return listed(_shorts(guide, party.ids), last="or")


def _said(actors: Iterable[str], name: Callable[[Party], str]) -> Iterator[str]:
    parties = parties_of(actors)
    for party in parties:
        # Among others "or" alone would leave open where the choice begins.
        yield f"{'either ' if party.is_choice and len(parties) > 1 else ''}{name(party)}"


def parties_of(actors: Iterable[str]) -> tuple[Party, ...]:
    """How actors stand together: each by itself, where nothing but their ids is known."""
    return (actors if isinstance(actors, Actors) else Actors.row(*actors)).parties


def _shorts(guide: Guide, actors: Iterable[str]) -> list[str]:
    return [NOBODY if actor == NOT_STATED else str(guide.actor[actor].short) for actor in actors]


def said_again(step: Step) -> str:
    """What a step says of its time in a second way; empty where it says it once.

    Beside a limit the last of several days is named as what it is, `days 3 to 7, so by day 7`; and beside a planned
    day a limit, `within 1 working day, which is a limit`.
    """
    if step.equals is None:
        return ""
    words, limit = first_down(timing(step.equals)), isinstance(step.due, Deadline) and step.due.kind == "limit"
    if limit and isinstance(step.equals, On) and step.equals.on.first != step.equals.on.last:
        return f"{words}, so by day {step.equals.on.last}"
    return words if limit or step.equals.kind != "limit" else f"{words}, which is a limit"


def first_up(words: str) -> str:
    """The words with a capital at their beginning; whatever else is a capital stays one."""
    return words[:1].upper() + words[1:]


def first_down(words: str) -> str:
    """The words with a small letter at their beginning, to follow others."""
    return words[:1].lower() + words[1:]


def first_sentence(text: str) -> str:
    """The first of several sentences; a full stop within one is not followed by a capital.

    >>> first_sentence("The authority tells the Panel, e.g. by letter. It is a duty."), first_sentence("One.")
    ('The authority tells the Panel, e.g. by letter.', 'One.')
    """
    return re.split(r"(?<=[.!?]) (?=[A-Z])", text, maxsplit=1)[0]


def part_of_day(part: str) -> str:
    """A part of a day as it follows that day: `, in the afternoon`; empty for none."""
    if part in ("morning", "afternoon"):
        return f", in the {part}"
    return ", by the end of the day" if part == "end of day" else f", {part}" if part else ""


def listed(words: Iterable[str], last: str = "and") -> str:
    """Words in a row, as a sentence has them.

    >>> listed(["the police", "the team", "the Panel"]), listed(["a", "b"], last="or")
    ('the police, the team and the Panel', 'a or b')
    """
    *rest, end = words
    return f"{', '.join(rest)} {last} {end}" if rest else end


def timing(due: AnyDeadline) -> str:
    """A deadline in at most a few words; empty where the source states none.

    >>> from guide.model import Within
    >>> timing(Within.model_validate({"within": "5 working days", "of": "notification-received", "clear": True}))
    'Within 5 clear working days'
    >>> timing(On.model_validate({"on": "working days 3 to 7"}))
    'Days 3 to 7'
    """
    if isinstance(due, Text):
        return "" if due == "not stated" else first_up(due)
    if isinstance(due, On):
        first, last = due.on.first, due.on.last
        return f"Day {first}" if first == last else f"Days {first} to {last}"
    if due.parts:
        return "Earlier of two dates" if isinstance(due, EarlierOf) else "Later of two dates"
    if isinstance(due, NoLaterThan):
        return f"No later than {due.how_long} before"
    return f"{'Within' if due.kind == 'limit' else 'After'} {due.how_long}"


def timing_of(step: Step) -> str:
    """A step's deadline in a few words: the numbered day, where the source also states one."""
    return timing(step.equals if isinstance(step.equals, On) else step.due)
