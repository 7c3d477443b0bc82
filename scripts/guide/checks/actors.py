"""Who acts: how actors stand together, and whether the guide says where naming them is its own reading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from guide.checks.read_names import every_name_of
from guide.checks.said_alike import key_of, says_one_of
from guide.model import NOT_STATED, Actors, Decision, Form, Guide, Step
from guide.problems import Problem
from guide.strict_yaml import Text


def check_actors(guide: Guide) -> Iterator[Problem]:
    """All faults of who acts, in steps, decisions, national rules and forms."""
    subjects = {str(actor.id) for actor in guide.actors if actor.kind == "subject"}
    for entry in (one for procedure in guide.procedures for one in procedure.entries):
        if not isinstance(entry, Step | Decision):
            continue
        rows = [entry.who]
        if isinstance(entry, Step):
            rows += [entry.with_, entry.to, *(row for one in entry.national for row in (one.who, one.to))]
            yield from _on_both_sides(entry)
        for row in rows:
            yield from _row(row, subjects)
        if isinstance(entry, Decision):
            yield from _decided_by(guide, entry)
        yield from _reading(guide, entry)
    for form in guide.forms:
        yield from _filled_in(guide, form)


def _row(row: Actors, subjects: set[str]) -> Iterator[Problem]:
    named = [one for party in row.parties for one in party.ids]
    yield from _twice((*named, *row.bodies))
    for body in row.bodies:
        if body in subjects:
            message = f"'{body}' is one of those whom the procedure is about, and no group acts on their behalf"
            yield Problem(body.place, "subject-acts", message, "name bodies under of:, or write the group alone")
    for one in named:
        if one == NOT_STATED and (len(named) > 1 or row.bodies):
            message = f"'{NOT_STATED}' stands beside others who act"
            yield Problem(one.place, "actor-twice", message, f"name those who act, or write '{NOT_STATED}' alone")


def _twice(named: Iterable[Text]) -> Iterator[Problem]:
    seen: set[str] = set()
    for one in named:
        if one in seen:
            yield Problem(one.place, "actor-twice", f"'{one}' is named twice here", "name each actor once")
        seen.add(one)


def _on_both_sides(step: Step) -> Iterator[Problem]:
    if step.to and all(one in step.who for one in step.to):
        one = step.to[0]
        message = f"'{one}' does this step towards themselves"
        yield Problem(one.place, "actor-twice", message, "correct who: or to:, as the source has it")
    for one in step.with_:
        if one in step.who:
            message = f"'{one}' does this step and helps with it"
            yield Problem(one.place, "actor-twice", message, "leave it under who: or under with:, as the source has it")


def _decided_by(guide: Guide, decision: Decision) -> Iterator[Problem]:
    """Whoever decides, agrees or believes in the question is who the decision falls to."""
    words = key_of(decision.asks)
    named = [actor.id for actor in guide.actors if any(_decides(name, words) for name in every_name_of(actor))]
    if named and not any(one in named for one in decision.acting):
        message = f"the question asks what '{named[0]}' decides, and it falls to '{decision.acting[0]}'"
        yield Problem(decision.acting[0].place, "who-asked", message, "correct who:, or asks:")


def _decides(name: str, words: str) -> bool:
    """Whether a question, as it is compared, has somebody of that name decide something."""
    verbs = "agree|believe|choose|consider|decide|find|judge|think"
    asked = rf"\b(?:doe?|have|ha)(?: the| an?| three)* {re.escape(key_of(name))} (?:{verbs})"
    return re.search(asked, words) is not None


def _reading(guide: Guide, entry: Step | Decision) -> Iterator[Problem]:
    if entry.who_reading is None:
        return
    found = list(_misplaced(guide, entry, entry.who_reading.question))
    yield from found
    if not found and entry.who_reading.unsaid is None:  # another question than the right one names nobody, of course
        yield from _read_so(guide, entry.who_reading.question, entry.acting)


def _misplaced(guide: Guide, entry: Step | Decision, reading: Text) -> Iterator[Problem]:
    if NOT_STATED in entry.who:
        message = f"nobody is named here, so '{reading}' has nothing to read"
        yield Problem(reading.place, "who-reading", message, "name who: as the guide reads it, or remove who_reading:")
    if reading not in entry.questions:
        message = f"the question '{reading}' is not listed under questions:"
        yield Problem(reading.place, "who-reading", message, "list it there too, so that it stands beside the step")
    yield from _about(guide, reading, entry.source)


def _read_so(guide: Guide, reading: Text, acting: Iterable[Text]) -> Iterator[Problem]:
    """The question behind an actor who is the guide's reading says that the guide reads it so."""
    question = guide.question.get(reading)
    for one in acting if question else ():
        actor = guide.actor.get(one)
        if question and actor and not says_one_of(every_name_of(actor), str(question.meanwhile)):
            message = f"'{one}' is named here by the reading '{reading}', whose meanwhile: names no {actor.name}"
            yield Problem(one.place, "who-reading", message, "correct who:, or say in meanwhile: who does it")


def _filled_in(guide: Guide, form: Form) -> Iterator[Problem]:
    if form.completed_by_reading is None:
        return
    reading = form.completed_by_reading.question
    steps = (step for procedure in guide.procedures for step in procedure.steps)
    yield from _about(guide, reading, [item for step in steps if form.id in step.forms for item in step.source])


def _about(guide: Guide, reading: Text, source: Iterable[Text]) -> Iterator[Problem]:
    question = guide.question.get(reading)
    if question and set(question.about).isdisjoint(source):
        message = f"the question '{reading}' is about {', '.join(question.about)}, and about nothing that stands here"
        hint = "name the question that asks who does this, or add the source item to its about:"
        yield Problem(reading.place, "who-reading", message, hint)
