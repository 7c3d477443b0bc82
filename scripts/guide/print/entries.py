"""The entries of a procedure as they are printed: everything a table row or a box of a flowchart can show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from guide.dates import PlannedStep, beside_of, counted_said, earlier_date_here, planned_step, steps_of
from guide.flowcharts import Item, WayOn, outline_of, tints_of
from guide.model import NO_ACTORS, AnyEntry, Decision, Guide, Note, Outcome, Procedure, Step, once_a_guide
from guide.wording import NO_LIMIT, names_of, reading_said, short_names_of, timing, timing_of


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
    to_short: list[str]
    tint: int
    """The colour of who acts; 0 for those who act little."""
    actors: tuple[str, ...]
    """The ids of all whom `who_short` names."""
    receivers: tuple[str, ...]
    """The ids of all whom `to_short` names."""
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
        to_short=short_names_of(guide, receivers),
        tint=tints.get(who[0], 0) if who else 0,
        actors=tuple(map(str, who)),
        receivers=tuple(map(str, receivers)),
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


def due_of(guide: Guide, entry: AnyEntry) -> PrintedDue:
    """By when an entry is to be done."""
    if not isinstance(entry, Step):
        return PrintedDue("none", NO_LIMIT, NO_LIMIT)
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
        also=timing(entry.equals) if entry.equals else "",
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
            says=other.says,
            authority=other.rule.authority,
            cites=guide.reference[other.cites].title if other.kind == "national" else "",
            who=names_of(guide, steps_of(guide)[other.act].actors) if other.act else [],
        )


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
