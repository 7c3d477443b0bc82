"""Who acts: how actors stand together, and whether the guide says where naming them is its own reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
    for one in step.with_:
        if one in step.who:
            message = f"'{one}' does this step and helps with it"
            yield Problem(one.place, "actor-twice", message, "leave it under who: or under with:, as the source has it")


def _reading(guide: Guide, entry: Step | Decision) -> Iterator[Problem]:
    if entry.who_reading is None:
        return
    reading = entry.who_reading.question
    if NOT_STATED in entry.who:
        message = f"nobody is named here, so '{reading}' has nothing to read"
        yield Problem(reading.place, "who-reading", message, "name who: as the guide reads it, or remove who_reading:")
    if reading not in entry.questions:
        message = f"the question '{reading}' is not listed under questions:"
        yield Problem(reading.place, "who-reading", message, "list it there too, so that it stands beside the step")
    yield from _about(guide, reading, entry.source)


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
