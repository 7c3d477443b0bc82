"""Contradictions between the deadlines of a guide, each once, with the questions that list it.

The network finds what no calendar can satisfy; the sweep tries every start date, and so finds also what only some
bank holidays bring about. What both find is told once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guide.calendars import days
from guide.model import AnyDeadline, Deadline, Guide, On, Question, Step, once_a_guide
from guide.problems import Place
from guide.proofs.bounds import bounds_of
from guide.proofs.comparisons import Tally
from guide.proofs.network import Contradiction, contradictions
from guide.proofs.sweep import sweep_of
from guide.proofs.trials import Finding

DETECTED_BY = (
    "same-act", "other-reading", "national-clock", "order", "outer-limit", "whole-time", "deadline", "range", "equals",
)  # fmt: skip
"""The words that a question's `detected_by:` can have."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A contradiction that a proof found by itself."""

    found_by: str
    place: Place
    says: str
    steps: tuple[str, ...]
    """The steps concerned, first the one that an author should look at."""
    questions: frozenset[str]
    """The questions on the steps concerned: one of them must list it."""
    tally: Tally | None = None
    """On how many dates it shows; None where it holds whatever the dates."""


@once_a_guide
def answered_conflicts(guide: Guide) -> tuple[tuple[Conflict, tuple[Question, ...]], ...]:
    """Every contradiction with the questions that list it."""
    listed = [question for question in guide.questions if question.detected_by]
    return tuple(
        (
            conflict,
            tuple(one for one in listed if one.id in conflict.questions and one.detected_by == conflict.found_by),
        )
        for conflict in conflicts_of(guide)
    )


def conflicts_of(guide: Guide) -> tuple[Conflict, ...]:
    """Every contradiction between the deadlines of a guide, each once, listed or not."""
    rings = tuple(contradictions(bounds_of(guide), guide.partnership.anchors))
    found = [_of_ring(guide, ring) for ring in rings]
    # The sweep meets the network's contradictions again, date by date.
    known = [ring.steps for ring in rings]
    for finding in sweep_of(guide).findings:
        pair = {finding.step, finding.other}
        if finding.kind in ("national-clock", "other-reading") or not any(pair <= steps for steps in known):
            found.append(_of_finding(guide, finding))
    return tuple(found)


def _of_ring(guide: Guide, ring: Contradiction) -> Conflict:
    steps = tuple(dict.fromkeys(step for bound in ring.culprits for step in bound.steps))
    parts = dict.fromkeys(f"{bound.says} ({bound.place})" for bound in ring.bounds)
    says = f"these cannot all hold, whatever the bank holidays: {'; '.join(parts)}"
    return Conflict(ring.kind, _step(guide, steps[0]), says, steps, _questions_on(guide, steps))


def _questions_on(guide: Guide, steps: Iterable[str]) -> frozenset[str]:
    named = [guide.entry[step].questions for step in steps if step in guide.entry]
    return frozenset(str(question) for questions in named for question in questions)


_SAYS = {
    "order": "'{step}' ({place}) is due before '{other}' ({other_place}), which comes before it, can be over",
    "range": "the range of '{step}' ends before it begins",
    "whole-time": "'{step}' does not leave the whole of its time after '{other}' ({other_place})",
    "equals": "the two statements of the date of '{step}' give two dates",
    "outer-limit": "'{step}' ({place}) is due after '{other}' ({other_place}), the last limit from that event",
    "same-act": "'{step}' ({place}) and '{other}' ({other_place}) are one act, which is planned after it is due",
    "national-clock": "the local date of '{step}' can come after its national limit: {clocks}",
    "other-reading": "'{step}' can be read in two ways, which give two dates",
}


def _of_finding(guide: Guide, finding: Finding) -> Conflict:
    steps = tuple(dict.fromkeys(one for one in (finding.step, finding.other) if one in guide.entry))
    says = _SAYS[finding.kind].format(
        step=finding.step,
        place=_deadline(guide, finding.step),
        other=finding.other,
        other_place=_deadline(guide, finding.other) if finding.other in guide.entry else "",
        clocks=_clocks(guide, finding) if finding.kind == "national-clock" else "",
    )
    tally = finding.tally
    often = f"from {days.long(tally.first)}, for example, and on {tally.times:,} of the {tally.tried:,} dates tried"
    questions = _questions_on(guide, steps)
    if finding.kind == "other-reading":
        questions = frozenset({finding.other})
    return Conflict(finding.kind, _step(guide, finding.step), f"{says} ({often})", steps, questions, tally)


def _clocks(guide: Guide, finding: Finding) -> str:
    """From what the local rule and the national one count."""
    step = guide.entry[finding.step]
    assert isinstance(step, Step)
    national = next(one.due for one in step.national if one.cites == finding.other)
    local, nation = (" and ".join(dict.fromkeys(_starts_in(guide, step, due))) for due in (step.due, national))
    return f"the local rule counts from {local}, the national one from {nation}"


def _starts_in(guide: Guide, step: Step, due: AnyDeadline) -> Iterator[str]:
    clock = guide.home_of[step.id].clock
    if isinstance(due, Deadline):
        yield from due.starts
    if isinstance(due, On) and clock:
        yield clock.from_


def _step(guide: Guide, step_id: str) -> Place:
    return guide.entry[step_id].entry_id.place


def _deadline(guide: Guide, step_id: str) -> Place:
    step = guide.entry[step_id]
    return step.due.place if isinstance(step, Step) else step.entry_id.place
