"""By when an entry is to be done, as it is printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guide.dates import PlannedStep, beside_of, counted_said, earlier_date_here, planned_step, steps_of
from guide.model import AnyEntry, Guide, Step
from guide.pages import answers_due
from guide.wording import NO_LIMIT, names_of, said_again, timing, timing_of


@dataclass(frozen=True, slots=True)
class OtherDue:
    """A second rule for the same step: the nation's, or another reading of the words."""

    kind: str
    words: str
    says: str
    authority: str
    cites: str
    """The title of the reference; empty for a reading."""
    who: list[str]
    """To whom it speaks, where that is not who acts in the step."""


@dataclass(frozen=True, slots=True)
class DueBeside:
    """A rule that another step of the same act has for it."""

    kind: str
    words: str
    """`by day 1 (flowchart 1)`."""


@dataclass(frozen=True, slots=True)
class PrintedDue:
    """By when: never blank. What follows `words` is said of a limit or a planned day alone."""

    kind: str
    """`limit`, `planned`, `words` or `none`."""
    short: str
    """For a rail."""
    words: str
    """For a table."""
    part: str = ""
    """Of the day."""
    authority: str = ""
    also: str = ""
    """How the source states it a second time."""
    others: tuple[OtherDue, ...] = ()
    looks_back: str = ""
    counted: str = ""
    """That its count is the guide's reading; empty where it is the source's."""
    advice: str = ""
    """To which of two dates to work."""
    beside: tuple[DueBeside, ...] = ()
    """What other flowcharts and the nation say of the same act, where that must be known here."""


def due_of(guide: Guide, entry: AnyEntry) -> PrintedDue:
    """By when an entry is to be done."""
    if not isinstance(entry, Step):
        return PrintedDue("none", NO_LIMIT, NO_LIMIT, advice=" ".join(answers_due(guide, str(entry.entry_id))))
    planned = planned_step(guide, str(entry.id))
    beside = tuple(DueBeside(rule.kind, rule.beside) for rule in beside_of(guide, str(entry.id)))
    advice = earlier_date_here(guide, str(entry.id))
    if planned.rule is None:
        stated = timing(entry.due)
        return PrintedDue(
            "words" if stated else "none", stated or NO_LIMIT, stated or NO_LIMIT, beside=beside, advice=advice
        )
    return PrintedDue(
        kind=planned.rule.kind,
        # "No later than 7 working days before" says too little alone.
        short=planned.rule.words if planned.rule.back else timing_of(entry),
        words=planned.rule.words,
        part=planned.rule.part,
        authority=planned.rule.authority,
        also=said_again(entry),
        others=tuple(_others(guide, planned)),
        looks_back=_looks_back(guide, planned),
        beside=beside,
        counted=counted_said(guide, planned.rule.reading),
        advice=advice,
    )


def _looks_back(guide: Guide, planned: PlannedStep) -> str:
    back = planned.look_back
    return " ".join(filter(None, (f"{back.words}.", counted_said(guide, back.reading)))) if back else ""


def _others(guide: Guide, planned: PlannedStep) -> Iterator[OtherDue]:
    for other in planned.alternatives:
        yield OtherDue(
            kind=other.kind,
            words=other.rule.words,
            says=other.told,
            authority=other.rule.authority,
            cites=guide.reference[other.cites].title if other.kind == "national" else "",
            who=names_of(guide, steps_of(guide)[other.act].actors) if other.act else [],
        )
