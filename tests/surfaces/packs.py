"""Role packs, read back from the text and the tags of their PDFs."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from guide.model import Actor, Guide, Step
from surfaces import coming, meant, waits
from surfaces.acts import duties_of
from surfaces.coming import parts_of
from surfaces.compared import Compared, Surface
from surfaces.on_paper import IN_A_ROW, WHEN, read_due, read_row, rows_by_card, rows_of
from surfaces.paper import Paper, Row, packed
from surfaces.waits import Joined
from surfaces.written import Written

HELPED, COMES, NEXT = "What they do, with you", "What comes to you", "What you do next"


def read_packs(guide: Guide, written: Written) -> Iterator[Compared]:
    for name, kind, subject in written.papers:
        if kind == "pack":
            yield from _pack(guide, guide.actor[subject], written.paper(name))


def _pack(guide: Guide, actor: Actor, paper: Paper) -> Iterator[Compared]:
    parts = [parts_of(guide, str(one)) for one in (actor.id, *actor.acts_for)]
    rows, name = rows_of(paper), str(actor.id)
    does = {str(entry.entry_id) for one in parts for _, entry in one["does"]}
    yield Compared(name, "steps", set(rows), does)
    for entry, row in rows.items():
        yield from read_row(guide, guide.entry[entry], row)
    yield from _helped(guide, actor, paper)
    yield from _coming(guide, actor, paper)
    yield from _duties(guide, actor, paper)
    to_tick = [row for row in paper.rows("Done", "Step", WHEN) if "Done" in row.cells]
    helps = {str(entry.entry_id) for _, entry in parts[0]["helps"]}
    yield Compared(name, "steps to tick", len(to_tick), len(does | helps))
    yield from _said(guide, actor, paper)
    yield from _waits(guide, actor, paper)
    mine = [one for one in guide.forms if actor.id in (one.completed_by, *one.goes_to)]
    told = [row["Formorletter"].packed for row in paper.rows("Form or letter", "From and to", "When")]
    called = [packed(f"{one.code or ''} {one.title}") for one in mine]
    yield Compared(
        name, "forms of the role", [said[: len(one)] for said, one in zip(told, called, strict=False)], called
    )


def _helped(guide: Guide, actor: Actor, paper: Paper) -> Iterator[Compared]:
    """What others do with the role: who, what, to whom, by when."""
    rows = rows_by_card(paper, HELPED, WHEN)
    mine = [one for _, one in parts_of(guide, str(actor.id))["helps"] if isinstance(one, Step)]
    yield Compared(str(actor.id), "steps it helps", list(rows), [str(one.id) for one in mine])
    for step in mine:
        row = rows.get(str(step.id), Row({}))
        said = packed(f"{meant.and_(meant.names(guide, step.who))}: {step.title}")
        said += packed(f"What the step says to them: “{step.words}”")
        said += packed(f"To: {meant.and_(meant.names(guide, step.to))}") if step.to else ""
        yield Compared(str(step.id), "steps it helps", row[packed(HELPED)].packed[: len(said)], said)
        yield from read_due(guide, step, row[packed(WHEN)])


def _coming(guide: Guide, actor: Actor, paper: Paper) -> Iterator[Compared]:
    """What comes to the role: from whom, what, when, and what it does next."""
    rows = rows_by_card(paper, COMES, "From", "When")
    steps = coming.coming_to(guide, actor)
    yield Compared(str(actor.id), "what comes", list(rows), [str(one.id) for one in steps])
    for step in steps:
        row, name = rows.get(str(step.id), Row({})), str(step.id)
        yield Compared(name, "from whom", row["From"].packed, packed(meant.and_(meant.names(guide, step.who))))
        said, whole = row[packed(COMES)].packed, packed(coming.coming_in_words(guide, step))
        yield Compared(name, "what comes", said[: len(whole)], whole)
        again = [one for one in coming.same_act(guide, actor, step) if packed(one) not in said]
        yield Compared(name, "what comes", again, [])
        forms = [packed(f"{guide.form[one].code or ''} {guide.form[one].title}") for one in step.forms]
        yield Compared(name, "what comes", [one for one in forms if one not in said], [])
        then = "".join(coming.next_in_words(guide, one, step) for one in coming.next_anywhere(guide, actor, step))
        yield Compared(name, "what it does next", row[packed(NEXT)].packed, packed(then))
        yield from read_due(guide, step, row["When"])


def _duties(guide: Guide, actor: Actor, paper: Paper) -> Iterator[Compared]:
    for line, duty in duties_of(guide, str(actor.id)):
        whom = f" To: {meant.and_(meant.names(guide, line.to))}." if line.to else ""
        limit = f"Limit: {meant.down(meant.rule(guide, line.home, duty.due))}"
        stated = f"({duty.due.authority}; {guide.reference[duty.cites].title})."
        place = f"(beside flowchart {line.home.flowchart}, step {line.number})"
        said = packed(f"{line.title} {place}. {line.does}{whom} {limit} {stated}")
        yield Compared(line.name, "national duties", said in paper.packed, True)
    for part in guide.decision_guide.parts if guide.decision_guide else ():
        if part.national and actor.id in part.national.who:
            place = f"in “{guide.decision_guide.title}”" if guide.decision_guide else ""
            stated = f"({part.national.authority}; {guide.reference[part.national.cites].title})."
            limit = f"Limit: {meant.down(str(part.national.by_when))}"
            said = packed(f"{part.title} ({place}). {part.national.does} {limit} {stated}")
            yield Compared(str(part.id), "national duties", said in paper.packed, True)


def _said(guide: Guide, actor: Actor, paper: Paper) -> Iterator[Compared]:
    """What outcomes and notes say of the role, and what is said of its steps that are late."""
    heading = packed("What the procedures say of you")
    mine = [packed(f"{one.title}. {coming.told(guide, one)}") for one in coming.said_of(guide, str(actor.id))]
    yield Compared(str(actor.id), "what is said of it", heading in paper.packed, bool(mine))
    yield Compared(str(actor.id), "what is said of it", [one for one in mine if one not in paper.packed], [])
    for step in coming.late_steps(guide, actor):
        assert step.if_late is not None
        said = f"{step.title}. {step.if_late.says} Ask: {meant.names(guide, [step.if_late.ask])[0]}."
        yield Compared(str(step.id), "if it is late", packed(said) in paper.packed, True)
    groups = [str(one.name) for one in guide.actors if actor.id in one.members]
    said = packed(f"Member of: {meant.and_(groups)} (see") if groups else ""
    yield Compared(str(actor.id), "member of", said in paper.packed, True)
    managers = [str(one.name) for one in guide.actors if actor.id in one.acts_for]
    said = packed(f"Who acts for you: {meant.and_(managers)} (see") if managers else ""
    yield Compared(str(actor.id), "who acts for it", said in paper.packed, True)


def _waits(guide: Guide, actor: Actor, paper: Paper) -> Iterator[Compared]:
    before, after = waits.joined_to(guide, actor)
    lines = [one.packed.lstrip("•") for one in paper.root.all("LBody")]
    said: list[tuple[list[Joined], Callable[[Guide, Joined], str]]] = [
        (before, waits.waits_for),
        (after, waits.is_waited_for),
    ]
    wanted = [packed(words(guide, pair)) for pairs, words in said for pair in pairs]
    yield Compared(str(actor.id), "waits", [one for one in lines if one.startswith("Your")], wanted)


PACKS = Surface(
    "pack",
    "Role packs",
    (
        *IN_A_ROW,
        "steps",
        "steps to tick",
        "steps it helps",
        "from whom",
        "what comes",
        "what it does next",
        "what is said of it",
        "if it is late",
        "member of",
        "who acts for it",
        "waits",
        "national duties",
        "forms of the role",
    ),
    read_packs,
)
