"""What is said in two places that must agree: acts that name each other, clocks of one event, ways into a procedure,
answers and where they lead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.checks.said_alike import stems_of
from guide.dates import numbers_days
from guide.model import Clock, Decision, Guide, NoLaterThan, On, Outcome, Procedure, Step, words_of
from guide.plain import plainly
from guide.problems import Problem
from guide.strict_yaml import Text


def check_pairs(guide: Guide) -> Iterator[Problem]:
    """Every such pair that does not agree."""
    yield from _same_act(guide)
    yield from _clocks(guide)
    for procedure in guide.procedures:
        yield from _idle_clock(procedure)
        yield from _day_one(guide, procedure)
        yield from _ways_in(guide, procedure)
        for decision in (entry for entry in procedure.entries if isinstance(entry, Decision)):
            yield from _crossed(guide, decision)


def _same_act(guide: Guide) -> Iterator[Problem]:
    """A step that is one act with another is named by it too: one reader may come upon either."""
    for procedure in guide.procedures:
        for step in procedure.steps:
            for name in step.same_act:
                other = guide.entry.get(name)
                if isinstance(other, Step) and step.id not in other.same_act:
                    message = f"'{step.id}' is the same act as '{name}', and '{name}' does not say so"
                    hint = f"add same_act: [{step.id}] to '{name}', at {other.id.place}, or correct this one"
                    yield Problem(name.place, "one-sided", message, hint)


def _clocks(guide: Guide) -> Iterator[Problem]:
    """Days from one event are counted in one way, wherever they are counted."""
    first: dict[str, tuple[Procedure, Clock]] = {}
    for procedure in guide.procedures:
        if procedure.clock:
            other, clock = first.setdefault(procedure.clock.from_, (procedure, procedure.clock))
            if _way(clock) != _way(procedure.clock):
                start = procedure.clock.from_
                message = f"'{procedure.id}' counts from '{start}' in another way than '{other.id}'"
                hint = "give both clocks the same calendar, working_day_one and received_on_a_closed_day"
                yield Problem(start.place, "two-clocks", message, hint)


def _way(clock: Clock) -> tuple[str, bool, bool]:
    return str(clock.calendar), clock.begins_with_the_day, clock.is_deemed


def _idle_clock(procedure: Procedure) -> Iterator[Problem]:
    """A clock is of an event from which one of the procedure's own rules counts onwards."""
    deadlines = [due for step in procedure.steps for due in (step.deadline, step.equals) if due]
    if procedure.clock is None or not deadlines:
        return
    parts = [part for due in deadlines for part in (due, *due.parts)]
    onwards = [part for part in parts if not isinstance(part, NoLaterThan)]
    if not any(isinstance(part, On) or procedure.clock.from_ == part.start for part in onwards):
        message = f"the clock counts from '{procedure.clock.from_}', and no rule of this procedure counts on from it"
        yield Problem(procedure.clock.from_.place, "idle-clock", message, "name the event that its rules count from")


def _day_one(guide: Guide, procedure: Procedure) -> Iterator[Problem]:
    """A clock says which day is working day one where working days are counted from its event, and nowhere else."""
    clock = procedure.clock
    if clock is None:
        return
    counted = numbers_days(guide, procedure)
    if counted and clock.working_day_one is None:
        message = (
            f"working days are counted from '{clock.from_}', and this clock does not say which of them is the first"
        )
        yield Problem(
            clock.from_.place, "day-one", message, "add working_day_one: the next working day, or: the same day"
        )
    elif clock.working_day_one is not None and not counted:
        message = f"this clock says which day is working day one, and no working day is counted from '{clock.from_}'"
        yield Problem(
            clock.from_.place, "day-one", message, "leave working_day_one: out: nobody could see it to be wrong"
        )


def _crossed(guide: Guide, decision: Decision) -> Iterator[Problem]:
    """An answer leads to the entry that speaks of it, where one of the decision's entries does."""
    spoken = [_stems_there(guide, branch.then) for branch in decision.branches]
    for number, branch in enumerate(decision.branches):
        said = stems_of(branch.answer)
        others = [other for place, other in enumerate(spoken) if place != number]
        if said and branch.then in guide.entry and not said <= spoken[number] and any(said <= one for one in others):
            message = f"the answer '{branch.answer}' leads to '{branch.then}', whose words do not speak of it"
            hint = "those of another answer do: correct answer: or then:"
            yield Problem(branch.answer.place, "crossed-answers", message, hint)


def _stems_there(guide: Guide, target: Text | None) -> frozenset[str]:
    entry = guide.entry.get(target or "")
    return stems_of(f"{entry.title} {entry.words}") if entry else frozenset()


def _ways_in(guide: Guide, procedure: Procedure) -> Iterator[Problem]:
    """What leads to another procedure says which: in its own words, or in those of the question it rests on."""
    for entry in procedure.entries:
        ways: list[tuple[Text, Text | None]] = []
        if isinstance(entry, Decision):
            ways = [(branch.then, branch.inferred) for branch in entry.branches if branch.then]
        elif isinstance(entry, Step | Outcome) and entry.then:
            ways = [(entry.then.to, entry.then.inferred)]
        for target, inferred in ways:
            there, question = guide.procedure.get(target), guide.question.get(inferred or "")
            nouns = (entry, question) if question else (entry,)
            words = plainly(" ".join(said.text for noun in nouns for said in words_of(noun))).lower()
            if there and not _names(there, words):
                message = f"this leads to '{there.id}', and no word of '{entry.entry_id}' names it"
                hint = f"say where it leads, as flowchart {there.flowchart} or “{there.title}”, or correct the target"
                yield Problem(target.place, "way-in", message, hint)


def _names(procedure: Procedure, words: str) -> bool:
    names = (procedure.title.lower(), str(procedure.id).replace("-", " "))
    chart = rf"\b(?:flow ?)?charts? {procedure.flowchart}\b"
    return any(name in words for name in names) or re.search(chart, words) is not None
