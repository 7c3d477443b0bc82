"""The entries of a procedure as they are printed: everything a table row or a box of a flowchart can show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from guide.flowcharts import Item, WayOn, outline_of, tints_of
from guide.model import NO_ACTORS, AnyEntry, Decision, Guide, Note, Outcome, Procedure, Step, once_a_guide
from guide.pages import turns_of
from guide.print.due import PrintedDue, due_of
from guide.wording import names_of, reading_said, short_names_of


@dataclass(frozen=True, slots=True)
class PrintedForm:
    """A form as it is named in a line."""

    id: str
    code: str
    """Empty where the source gives none."""
    title: str


@dataclass(frozen=True, slots=True)
class PrintedQuestion:
    """A question as it is named in a line."""

    id: str
    number: int


@dataclass(frozen=True, slots=True)
class PrintedLink:
    """Words that lead to a place of the same document, where the document has it."""

    target: str
    """The name of the place: `entry-…`, `form-…`, `question-…`, `procedure-…` or `reference-…`."""
    words: str


@dataclass(frozen=True, slots=True)
class PrintedWay:
    """One way on from an entry."""

    answer: str
    words: str
    kind: str
    inferred: bool
    """It is the guide's reading of the source."""
    target: str
    """The name of the place, as in a `PrintedLink`."""
    href: str
    """Where it leads on the site, from the page of the procedure."""
    verb: str = ""
    question: int = 0
    """The number of the question that a gap leads to; 0 otherwise."""


@dataclass(frozen=True, slots=True)
class PrintedEntry:
    """One step, decision, outcome or note. What follows `tint` is said of steps alone."""

    id: str
    kind: str
    number: int | None
    """Set for steps."""
    title: str
    procedure: str
    flowchart: int
    says: str
    ways: tuple[PrintedWay, ...]
    """Those that are not simply the next line."""
    see: tuple[PrintedLink, ...]
    questions: tuple[PrintedQuestion, ...]
    source: tuple[str, ...]
    due: PrintedDue
    who: list[str]
    with_: list[str]
    to: list[str]
    who_short: list[str]
    with_short: list[str]
    to_short: list[str]
    tint: int
    """The colour of who acts; 0 for those who act little."""
    actors: tuple[str, ...]
    """The ids of all whom `who_short` names."""
    helpers: tuple[str, ...]
    """The ids of all whom `with_short` names."""
    receivers: tuple[str, ...]
    """The ids of all whom `to_short` names."""
    turns: tuple[str, ...] = ()
    """With which answers and outcomes its turn comes, for who reads it without the flow around it."""
    reading: str = ""
    """That the source does not say who; empty where it does."""
    when: str = ""
    may: bool = False
    should: bool = False
    alongside: bool = False
    forms: tuple[PrintedForm, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedPart:
    """A phase with its entries, in reading order."""

    id: str
    title: str
    entries: tuple[PrintedEntry, ...]


@once_a_guide
def parts_of(guide: Guide, name: str) -> tuple[PrintedPart, ...]:
    """The phases of the procedure with that id, in reading order."""
    procedure, tints = guide.procedure[name], tints_of(guide)
    return tuple(
        PrintedPart(part.phase.id, part.phase.title, tuple(_of(guide, procedure, item, tints) for item in part.items))
        for part in outline_of(guide, procedure)
    )


@once_a_guide
def entries_of(guide: Guide, name: str) -> Mapping[str, PrintedEntry]:
    """Every entry of the procedure with that id, by its own id."""
    return {entry.id: entry for part in parts_of(guide, name) for entry in part.entries}


def _of(guide: Guide, procedure: Procedure, item: Item, tints: Mapping[str, int]) -> PrintedEntry:
    entry = item.entry
    who, reading = (entry.who, entry.who_reading) if isinstance(entry, Step | Decision) else (NO_ACTORS, None)
    helpers, receivers = (entry.with_, entry.to) if isinstance(entry, Step) else (NO_ACTORS, NO_ACTORS)
    printed = PrintedEntry(
        id=str(entry.entry_id),
        kind=item.kind,
        number=item.number,
        title=entry.title,
        procedure=procedure.id,
        flowchart=procedure.flowchart,
        says=_words_of(entry),
        ways=tuple(_way(guide, way) for way in _ways_to_tell(item)),
        see=tuple(_reference(guide, name) for name in entry.see),
        questions=questions_of(guide, entry.questions),
        source=entry.source,
        due=due_of(guide, entry),
        who=names_of(guide, who),
        with_=names_of(guide, helpers),
        to=names_of(guide, receivers),
        who_short=short_names_of(guide, who),
        with_short=short_names_of(guide, helpers),
        to_short=short_names_of(guide, receivers),
        tint=tints.get(who[0], 0) if who else 0,
        actors=tuple(map(str, who)),
        helpers=tuple(map(str, helpers)),
        receivers=tuple(map(str, receivers)),
        turns=turns_of(guide, str(entry.entry_id)) if isinstance(entry, Step | Decision) else (),
        reading=reading_said(guide, reading),
    )
    return _with_step(guide, printed, entry) if isinstance(entry, Step) else printed


def _words_of(entry: AnyEntry) -> str:
    if isinstance(entry, Step):
        return entry.does
    return entry.asks if isinstance(entry, Decision) else entry.says


def _with_step(guide: Guide, printed: PrintedEntry, step: Step) -> PrintedEntry:
    return replace(
        printed,
        when=step.when or "",
        may=step.may,
        should=step.should,
        alongside=step.alongside,
        forms=forms_of(guide, step.forms),
        notes=step.notes,
    )


def forms_of(guide: Guide, forms: Iterable[str]) -> tuple[PrintedForm, ...]:
    """Forms as they are named in a line."""
    return tuple(PrintedForm(name, guide.form[name].code or "", guide.form[name].title) for name in forms)


def questions_of(guide: Guide, questions: Iterable[str]) -> tuple[PrintedQuestion, ...]:
    """Questions as they are named in a line, in order of number."""
    found = [PrintedQuestion(name, guide.question[name].number) for name in questions]
    return tuple(sorted(found, key=lambda question: question.number))


def _ways_to_tell(item: Item) -> tuple[WayOn, ...]:
    """The ways on that are not simply the next line."""
    if isinstance(item.entry, Decision | Outcome | Note) or (item.ways_on and item.ways_on[0].inferred):
        return item.ways_on
    return tuple(way for way in item.ways_on if way.kind != "next" or _leaps(item))


def _leaps(item: Item) -> bool:
    return isinstance(item.entry, Step) and item.entry.then is not None


def _way(guide: Guide, way: WayOn) -> PrintedWay:
    return PrintedWay(
        answer=way.answer,
        words=way.words,
        kind=way.kind,
        inferred=bool(way.inferred),
        target=_target(way),
        href=way.href,
        verb=way.verb,
        question=guide.question[way.target].number if way.kind == "gap" else 0,
    )


def _target(way: WayOn) -> str:
    """The name, inside a document, of the place a way on leads to."""
    noun = {"gap": "question", "handover": "procedure"}.get(way.kind, "entry")
    return f"{noun}-{way.target}"


def _reference(guide: Guide, name: str) -> PrintedLink:
    if name in guide.procedure:
        procedure = guide.procedure[name]
        return PrintedLink(f"procedure-{name}", f"flowchart {procedure.flowchart}, {procedure.title}")
    return PrintedLink(f"reference-{name}", guide.reference[name].title)
