"""What a pack says of the steps of others: what comes to its role, what it helps with, whom it waits for."""

from __future__ import annotations

from dataclasses import dataclass

from guide.dates import national_of
from guide.model import NOT_STATED, AnyEntry, Guide, Note, Outcome, Step
from guide.pages import Coming, RolePage, Use, Wait, by_procedure
from guide.print.entries import PrintedEntry, PrintedForm, PrintedQuestion, entries_of, forms_of, questions_of
from guide.wording import first_down, listed, mark_of, names_of


@dataclass(frozen=True, slots=True)
class NamedEntry:
    """A step or decision as a sentence names it."""

    kind: str
    number: int | None
    """Set for steps."""
    title: str
    flowchart: int
    when: str
    """Empty for what is always done."""
    may: bool


@dataclass(frozen=True, slots=True)
class ComingRow:
    """What comes to a role, from whom and when, and what it does next."""

    entry: PrintedEntry
    """The step of somebody else."""
    is_theirs: bool
    """It is said who does it."""
    mark: str
    """That who does it is the guide's reading; empty where the source names them."""
    received: str
    """What it brings, as a sentence to the role; empty where nobody wrote one."""
    next: tuple[NamedEntry, ...]
    again: tuple[NamedEntry, ...]


@dataclass(frozen=True, slots=True)
class ComingGroup:
    """What comes to a role in one procedure."""

    title: str
    number: int
    rows: tuple[ComingRow, ...]


@dataclass(frozen=True, slots=True)
class WaitLine:
    """Two steps or decisions of which one waits for the other, why, and who has the other."""

    mine: NamedEntry
    other: NamedEntry
    who: list[str]
    is_stated: bool
    reason: str
    answer: str
    forms: tuple[PrintedForm, ...]
    mark: str
    """That who has the other is the guide's reading; empty where the source names them."""
    sent: bool
    """The other sends them to whoever waits."""
    event: str
    """What has happened when the other is done, where days count from that."""
    national: tuple[str, ...]
    """What the nation says of the one that waits for an answer: `within 5 working days … (statutory guidance)`."""


@dataclass(frozen=True, slots=True)
class WaitGroup:
    """Whom a role waits for in one procedure, or who waits for it."""

    title: str
    number: int
    lines: tuple[WaitLine, ...]


@dataclass(frozen=True, slots=True)
class LateLine:
    """What is said of a step that is not done in time."""

    title: str
    says: str
    ask: str
    questions: tuple[PrintedQuestion, ...]


@dataclass(frozen=True, slots=True)
class SaidLine:
    """What an outcome or a note says that the role does."""

    title: str
    says: str
    questions: tuple[PrintedQuestion, ...]
    """The one that says what is left open."""


def coming_groups(guide: Guide, page: RolePage) -> tuple[ComingGroup, ...]:
    """What comes to a role, by procedure."""
    return tuple(
        ComingGroup(one.title, one.flowchart, tuple(_coming_row(guide, row) for row in rows))
        for one, rows in by_procedure(guide, page.comes, "use")
    )


def wait_groups(guide: Guide, waits: tuple[Wait, ...]) -> tuple[WaitGroup, ...]:
    """Whom a role waits for, or who waits for it, by procedure."""
    return tuple(
        WaitGroup(one.title, one.flowchart, tuple(_line(guide, wait) for wait in those))
        for one, those in by_procedure(guide, waits, "mine")
    )


def late_lines(guide: Guide, page: RolePage) -> tuple[LateLine, ...]:
    """What is said of the role's steps that are not done in time."""
    return tuple(
        LateLine(step.title, late.says, names_of(guide, [late.ask])[0], questions_of(guide, late.questions))
        for step in page.late
        if (late := step.if_late)
    )


def said_lines(guide: Guide, page: RolePage) -> tuple[SaidLine, ...]:
    """What outcomes, notes and steps of others say that the role does."""
    return tuple(
        SaidLine(
            one.entry.title,
            _said(guide, one.entry),
            questions_of(guide, filter(None, [getattr(one.entry, "gap", None)])),
        )
        for one in page.said
    )


def _said(guide: Guide, entry: Step | Outcome | Note) -> str:
    """Its words; of a step those to whoever does it, quoted."""
    if not isinstance(entry, Step):
        return entry.words
    return f"{listed(names_of(guide, entry.who))}{mark_of(guide, str(entry.id))}: “{entry.words}”"


def heading_for(guide: Guide, other: str) -> str:
    """What stands above the steps of those whom a role acts for."""
    return f"You act for {first_down(names_of(guide, [other])[0])}: what falls to them"


def _coming_row(guide: Guide, one: Coming) -> ComingRow:
    return ComingRow(
        entry=entries_of(guide, one.use.procedure.id)[str(one.step.id)],
        is_theirs=NOT_STATED not in one.step.who,
        mark=mark_of(guide, str(one.step.id)),
        received=one.step.received or "",
        next=tuple(_named(guide, use) for use in one.then),
        again=tuple(_named(guide, use) for use in one.again),
    )


def _line(guide: Guide, wait: Wait) -> WaitLine:
    return WaitLine(
        mine=_named(guide, wait.mine),
        other=_named(guide, wait.other),
        who=names_of(guide, wait.actors),
        is_stated=NOT_STATED not in wait.actors,
        reason=wait.reason,
        answer=wait.answer,
        forms=forms_of(guide, wait.forms),
        mark=mark_of(guide, str(wait.other.entry.entry_id)),
        sent=wait.sent,
        event=wait.event,
        national=_national(guide, wait.mine.entry) if wait.reason == "answer" else (),
    )


def _national(guide: Guide, entry: AnyEntry) -> tuple[str, ...]:
    return tuple(rule.beside for rule in national_of(guide, str(entry.entry_id))) if isinstance(entry, Step) else ()


def _named(guide: Guide, use: Use) -> NamedEntry:
    entry = use.entry
    when, may = (entry.when or "", entry.may) if isinstance(entry, Step) else ("", False)
    number = guide.numbers.get(entry.entry_id)
    return NamedEntry(entry.kind, number, entry.title, use.procedure.flowchart, when, may)
