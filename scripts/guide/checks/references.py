"""Ids: each defined once, each use leads somewhere, nothing defined for nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

from guide.model import NOT_STATED, AnyEntry, Deadline, Decision, Guide, GuidePart, Note, Outcome, Step, once_a_guide
from guide.problems import Place, Problem, did_you_mean, each_cause_once
from guide.strict_yaml import Text

LONGEST_TITLE = 48
LONGEST_SHORT_NAME = 12
IN_A_BOX = "a box in a diagram"
EMPTY: Mapping[str, tuple[str, Place]] = MappingProxyType({})


def check_references(guide: Guide) -> Iterator[Problem]:
    """All faults of ids in a guide."""
    yield from _duplicates(guide)
    # Whether an anchor alone or a step too could stand there makes no other mistake of an id that is not there.
    yield from each_cause_once(_dangling(guide), what=lambda problem: problem.message.rpartition(" '")[2])
    yield from _guide_ids(guide)
    yield from _unused(guide)
    yield from _lengths(guide)


def _duplicates(guide: Guide) -> Iterator[Problem]:
    for noun, things in (
        ("actor", guide.actors), ("form", guide.forms), ("term", guide.glossary), ("question", guide.questions),
        ("reference", guide.references), ("procedure", guide.procedures), ("example", guide.examples),
    ):  # fmt: skip
        yield from _twice(noun, [thing.id for thing in things])
    yield from _twice("term", [Text(str(term.term).lower(), term.term.place) for term in guide.glossary])
    yield from _twice("question number", [Text(str(one.number), one.id.place) for one in guide.questions])
    yield from _twice("flowchart number", [Text(str(one.flowchart), one.id.place) for one in guide.procedures])
    yield from _twice("source item", [Text(item.id, item.about.place) for item in guide.source])
    entries = [entry.entry_id for procedure in guide.procedures for entry in procedure.entries]
    yield from _twice("step, decision, outcome or note", [*entries, *(procedure.id for procedure in guide.procedures)])
    for procedure in guide.procedures:
        own = [entry.entry_id for entry in procedure.entries]
        yield from _twice("heading or step", [*(phase.id for phase in procedure.phases), *own])
        stem = PurePosixPath(procedure.id.place.path).stem
        if procedure.id != stem:
            message = f"this file is named '{stem}' and its procedure '{procedure.id}'"
            yield Problem(procedure.id.place, "file-name", message, "give both the same name: links depend on it")


def _twice(noun: str, ids: Iterable[Text]) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for one in ids:
        if one in first and first[one] != one.place:
            message = f"the {noun} '{one}' is defined a second time; the first is at {first[one]}"
            yield Problem(one.place, "duplicate-id", message, "give one of them another id")
        first.setdefault(one, one.place)


def _dangling(guide: Guide) -> Iterator[Problem]:
    anchors = guide.partnership.anchors
    for noun, known, uses in (
        ("actor", {*guide.actor, NOT_STATED}, _acting(guide)),
        ("actor", guide.actor, _named(guide)),
        ("form", guide.form, (form for step in _steps(guide) for form in step.forms)),
        ("question", guide.question, question_uses(guide)),
        ("step", {step.id for step in _steps(guide)}, _step_uses(guide)),
        ("step", {step.id for step in _steps(guide)}, _steps_of_anchors(guide)),
        ("anchor", anchors, _anchor_uses(guide)),
        ("anchor", anchors, (one.usually_after for one in anchors.values() if one.usually_after)),
        ("anchor or step", {*anchors, *(step.id for step in _steps(guide))}, _start_uses(guide)),
        ("reference", guide.reference, (one.cites for step in _steps(guide) for one in step.national)),
        ("reference", guide.reference, (one.reference for one in guide.forms if one.reference)),
        ("procedure or reference", {*guide.procedure, *guide.reference}, _see_uses(guide)),
        ("procedure", guide.procedure, (one for journey in guide.journey.values() for one in journey.procedures)),
        ("step", {step.id for step in _steps(guide)}, (one for by in guide.journey.values() for one in by.steps)),
        ("calendar", guide.calendars, (one.clock.calendar for one in guide.procedures if one.clock)),
        ("journey or procedure", {*guide.journey, *guide.procedure}, (one.journey for one in guide.examples)),
    ):  # fmt: skip
        yield from (_unknown_use(noun, use, known, other_nouns(guide)) for use in uses if use not in known)


def unknown(noun: str, uses: Iterable[Text], known: Collection[str]) -> list[Problem]:
    """A problem for each use of an id that nobody defined, or one for all where there are many."""
    return each_cause_once(_unknown_use(noun, use, known, EMPTY) for use in uses if use not in known)


def _unknown_use(noun: str, use: Text, known: Collection[str], others: Mapping[str, tuple[str, Place]]) -> Problem:
    """An id that nobody defined: where it stands if it is another noun's, else the nearest one there is."""
    otherwise, likeness = "define it, or use one that exists", 0.5
    if noun.startswith("procedure"):
        likeness = 0.7  # there are few, and a file that is gone is no slip of a name that is left
        otherwise = f"put the file {use}.yml back, or take the name out of here"
    hint = did_you_mean(use, known, otherwise, likeness)
    other, place = others.get(use, ("", None))
    # A journey and a term often have the name of their procedure.
    if other and not (noun.startswith("procedure") and other in ("journey", "term of the glossary")):
        hint = f"'{use}' is {_one(other)}, at {place}: name {_one(noun)} here"
    return Problem(use.place, f"unknown-{noun.split(' ')[0]}", f"unknown {noun} '{use}'", hint)


def _one(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


@once_a_guide
def other_nouns(guide: Guide) -> dict[str, tuple[str, Place]]:
    """Every id of the guide, with what it is and where it is defined."""
    found: dict[str, tuple[str, Place]] = {}
    for noun, things in (
        ("form", guide.forms), ("question", guide.questions), ("reference", guide.references), ("role", guide.actors),
        ("term of the glossary", guide.glossary), ("worked example", guide.examples), ("procedure", guide.procedures),
    ):  # fmt: skip
        found |= {str(thing.id): (noun, thing.id.place) for thing in things}
    found |= {str(name): ("anchor", name.place) for name in guide.partnership.anchors}
    found |= {str(name): ("journey", name.place) for name in guide.partnership.journeys}
    return found | {str(entry.entry_id): (entry.kind, entry.entry_id.place) for entry in _entries(guide)}


def _steps(guide: Guide) -> list[Step]:
    return [step for procedure in guide.procedures for step in procedure.steps]


def _entries(guide: Guide) -> list[AnyEntry]:
    return [entry for procedure in guide.procedures for entry in procedure.entries]


def actor_uses(guide: Guide) -> Iterator[Text]:
    """Every place that names an actor."""
    yield from _acting(guide)
    yield from _named(guide)


def _acting(guide: Guide) -> Iterator[Text]:
    """Who acts: the one place where the source may name nobody."""
    for entry in _entries(guide):
        if isinstance(entry, Step | Decision):
            yield from entry.who


def _named(guide: Guide) -> Iterator[Text]:
    yield guide.partnership.owner
    for step in _steps(guide):
        national = (row for one in step.national for row in (one.who, one.to))
        yield from (actor for row in (step.with_, step.to, *national) for actor in (*row, *row.bodies))
        yield from (step.if_late.ask,) if step.if_late else ()
    for entry in _entries(guide):
        yield from entry.acting.bodies
        yield from entry.says_of if not isinstance(entry, Decision) else ()
    for form in guide.forms:
        yield from (form.completed_by, *form.goes_to)
    for actor in guide.actors:
        yield from (*actor.members, *actor.acts_for)
    for part in guide_parts(guide):
        yield from (*part.talk_to, *(part.national.who if part.national else ()))
    yield from (question.asked_of for question in guide.questions)


def question_uses(guide: Guide) -> Iterator[Text]:
    """Every place that names a question."""
    for listed in (guide.actors, guide.forms, guide.glossary, guide.procedures, guide_parts(guide)):
        for noun in listed:
            yield from noun.questions
    yield from (form.completed_by_reading.question for form in guide.forms if form.completed_by_reading)
    yield from (one.clock.reading for one in guide.procedures if one.clock and one.clock.reading)
    for entry in _entries(guide):
        yield from entry.questions
        yield from _questions_by_the_way(entry)
        if isinstance(entry, Step):
            yield from (one.reading for one in entry.also_read_as)
            deadlines = [
                entry.due,
                entry.equals,
                *(one.due for one in entry.also_read_as),
                *(one.due for one in entry.national),
            ]
            yield from (
                due.reading for due in deadlines if due is not None and not isinstance(due, Text) and due.reading
            )
            if entry.look_back and entry.look_back.reading:
                yield entry.look_back.reading
            yield from entry.if_late.questions if entry.if_late else ()


def _questions_by_the_way(entry: AnyEntry) -> Iterator[Text]:
    if isinstance(entry, Step | Decision) and entry.who_reading:
        yield entry.who_reading.question
    if isinstance(entry, Decision):
        for branch in entry.branches:
            yield from (one for one in (branch.gap, branch.inferred) if one)
    if isinstance(entry, Outcome | Note) and entry.gap:
        yield entry.gap
    if isinstance(entry, Step | Outcome) and entry.then and entry.then.inferred:
        yield entry.then.inferred


def _step_uses(guide: Guide) -> Iterator[Text]:
    for step in _steps(guide):
        yield from (*step.sets, *step.same_act)
    for example in guide.examples:
        yield from (*example.expect, *example.expect_look_back, *example.expect_done)


def _steps_of_anchors(guide: Guide) -> Iterator[Text]:
    for anchor in guide.partnership.anchors.values():
        yield from (step for step in (anchor.done_by, anchor.held_to) if step)


def _see_uses(guide: Guide) -> Iterator[Text]:
    for entry in _entries(guide):
        yield from entry.see


def guide_parts(guide: Guide) -> tuple[GuidePart, ...]:
    """The parts of the decision guide; none where there is no such guide."""
    return guide.decision_guide.parts if guide.decision_guide else ()


def _guide_ids(guide: Guide) -> Iterator[Problem]:
    """The ids that only the decision guide uses: its own parts, and what each leads to."""
    parts = guide_parts(guide)
    yield from _twice("part", [part.id for part in parts])
    own = {str(part.id) for part in parts}
    yield from unknown("part", (answer.then for part in parts for answer in part.answers), own)
    yield from unknown("procedure", (part.then for part in parts if part.then), guide.procedure)
    yield from unknown("reference", _cited_in(guide), guide.reference)
    yield from unknown("step", (one for part in parts for one in part.dates), {one.id for one in _steps(guide)})


def _cited_in(guide: Guide) -> Iterator[Text]:
    """The references that the decision guide and the notes on lateness name."""
    yield from (note.cites for note in guide.partnership.if_late if note.cites)
    for part in guide_parts(guide):
        yield from (*part.criteria, *([part.national.cites] if part.national else []))


def _anchor_uses(guide: Guide) -> Iterator[Text]:
    for journey in guide.partnership.journeys.values():
        yield from (*journey.asks, *journey.may_ask)
    for procedure in guide.procedures:
        if procedure.clock:
            yield procedure.clock.from_
    for example in guide.examples:
        yield from (*example.on, *example.expect_warned)


def _start_uses(guide: Guide) -> Iterator[Text]:
    for step in _steps(guide):
        for due in (
            step.due,
            step.equals,
            *(one.due for one in step.also_read_as),
            *(one.due for one in step.national),
        ):
            if isinstance(due, Deadline):
                yield from due.starts
        if step.look_back:
            yield step.look_back.before


def _unused(guide: Guide) -> Iterator[Problem]:
    forms = {form for step in _steps(guide) for form in step.forms}
    references = {one for entry in _entries(guide) for one in entry.see}
    references |= set(_cited_in(guide))
    references |= {one.cites for step in _steps(guide) for one in step.national}
    anchors = {*_anchor_uses(guide), *_start_uses(guide)}
    acting = set(actor_uses(guide))
    people = [actor.id for actor in guide.actors if actor.kind != "subject"]
    checks: tuple[tuple[str, Iterable[Text], Collection[str]], ...] = (
        ("actor", people, acting),
        ("form", [form.id for form in guide.forms], forms),
        ("question", [question.id for question in guide.questions], set(question_uses(guide))),
        ("reference", [reference.id for reference in guide.references], references),
        ("anchor", guide.partnership.anchors, anchors),
    )
    for noun, defined, used in checks:
        for one in defined:
            if one not in used:
                yield Problem(
                    one.place, f"unused-{noun}", f"the {noun} '{one}' is used nowhere", "use it, or remove it"
                )


def _lengths(guide: Guide) -> Iterator[Problem]:
    short_title = guide.partnership.guide.short_title
    yield from _too_long(short_title, LONGEST_SHORT_NAME, "a short title", "below a sign on a telephone")
    for actor in guide.actors:
        yield from _too_long(actor.short, LONGEST_SHORT_NAME, "a short name", IN_A_BOX)
    for form in guide.forms:
        if form.short:
            yield from _too_long(form.short, LONGEST_SHORT_NAME, "a short name", "the title of a calendar's event")
    for entry in _entries(guide):
        yield from _too_long(entry.title, LONGEST_TITLE, "a title", IN_A_BOX)


def _too_long(text: Text, most: int, what: str, why: str) -> Iterator[Problem]:
    if len(text) > most:
        message = f"{what} has at most {most} characters, and this has {len(text)}"
        yield Problem(text.place, "too-long", message, f"it has to fit {why}: shorten it")
