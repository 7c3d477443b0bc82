"""Pages of roles, read back: what falls to each, what comes to it and from whom, whom it waits for, what if late."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from guide.model import Actor, Decision, Guide, Step
from surfaces import coming, markup, meant, waits
from surfaces.acts import duties_of
from surfaces.coming import Uses, parts_of
from surfaces.compared import Compared, Surface, act_of, facts
from surfaces.turns import turns
from surfaces.written import Written

SECTIONS = {"does": "What falls to you", "helps": "What you help with"}
COMES, NEXT = "What comes to you", "What you do next"


def read_roles(guide: Guide, written: Written) -> Iterator[Compared]:
    for actor in guide.actors:
        mine = any(parts_of(guide, actor.id).values()) or duties_of(guide, actor.id)
        if actor.kind != "subject" and (mine or coming.said_of(guide, str(actor.id))):
            yield from _role(guide, actor, written.page(f"roles/{actor.id}"))


def _role(guide: Guide, actor: Actor, page: Element) -> Iterator[Compared]:
    parts = parts_of(guide, str(actor.id))
    for name, heading in SECTIONS.items():
        yield from _table(guide, actor, f"steps it {name}", parts[name], markup.under(page, heading))
    for other in actor.acts_for:
        heading = f"You act for {meant.down(meant.names(guide, [other])[0])}: what falls to them"
        yield from _table(guide, actor, "steps it does", parts_of(guide, other)["does"], markup.under(page, heading))
    yield from _duties(guide, actor, markup.under(page, "What national rules ask of you"))
    yield from _coming(guide, actor, markup.under(page, COMES))
    yield from _represented(guide, actor, markup.under(page, "Who represents you"))
    yield from _said(guide, actor, page)
    yield from _people(guide, actor, page)
    yield from _waits(guide, actor, page)


def _duties(guide: Guide, actor: Actor, section: Element) -> Iterator[Compared]:
    """Each duty with what it asks, of whom, by when, by whose authority, and beside which step it stands."""
    mine = duties_of(guide, str(actor.id))
    parts = [one for one in guide.decision_guide.parts if one.national] if guide.decision_guide else []
    more = [one for one in parts if one.national and actor.id in one.national.who]
    text, titles = markup.words(section), [markup.words(one) for one in section.iter("h3")]
    meant_titles = [*(line.title for line, _ in mine), *(str(one.title) for one in more)]
    yield Compared(str(actor.id), "national duties", titles, meant_titles)
    for part in more:
        nation = part.national
        assert nation is not None
        limit = f"{nation.by_when}. Set by: {meant.up(nation.authority)}. Where it is stated"
        yield Compared(str(part.id), "national duties", lacking([str(nation.does), limit], text), [])
        yield Compared(str(part.id), "national duties", {part.id, nation.cites} <= set(markup.links(section)), True)
    for line, duty in mine:
        said = [line.does, meant.rule(guide, line.home, duty.due), meant.up(str(duty.due.authority))]
        said += [f"To: {meant.and_(meant.names(guide, line.to))}."] if line.to else []
        said += [f"step {line.number} of flowchart {line.home.flowchart}"]
        yield Compared(line.name, "national duties", lacking(said, text), [])
        yield Compared(line.name, "national duties", {line.name, line.cites} <= set(markup.links(section)), True)


def _represented(guide: Guide, actor: Actor, section: Element) -> Iterator[Compared]:
    """What a group does or decides on behalf of the role."""
    mine = [entry for _, entry in meant.uses(guide) if actor.id in entry.acting.bodies]
    said = []
    for entry in mine:
        number = guide.numbers.get(str(entry.entry_id))
        mark = f"step {number}" if number else "the decision"
        place = f"of flowchart {guide.home_of[entry.entry_id].flowchart}"
        said.append(
            f"One of these is yours: {meant.and_(meant.names(guide, entry.acting))}, in {mark} “{entry.title}” {place}"
        )
    yield Compared(str(actor.id), "represented", [markup.words(one) for one in markup.items(section)], said)
    led = {str(entry.entry_id) for entry in mine}
    yield Compared(str(actor.id), "represented", led <= set(markup.links(section)), True)


def lacking(sentences: list[str], text: str) -> list[str]:
    return [one for one in sentences if one not in text]


def rows_of(section: Element, column: str = "Step") -> dict[str, dict[str, Element]]:
    """The rows of its tables by the entry to which the first link of a column leads."""
    rows = ((markup.links(row.get(column)), row) for row in markup.rows(section))
    return {links[0]: row for links, row in rows if links}


def _table(guide: Guide, actor: Actor, fact: str, uses: Uses, section: Element) -> Iterator[Compared]:
    rows = rows_of(section)
    yield Compared(str(actor.id), fact, list(rows), [str(entry.entry_id) for _, entry in uses])
    is_mine = fact == "steps it does"
    for _, entry in uses:
        row, name = rows.get(str(entry.entry_id), {}), str(entry.entry_id)
        number = f"Step {guide.numbers[name]}" if isinstance(entry, Step) else "Decision"
        yield Compared(name, "number", markup.words(row.get("Step")).partition(",")[0], number)
        what = row.get("What you do" if is_mine else "What they do, with you")
        yield Compared(name, "title", markup.words(what.find("strong")) if what is not None else "", str(entry.title))
        yield Compared(name, "what", markup.words(what), _what(guide, entry, is_mine))
        if isinstance(entry, Step):
            yield Compared(
                name, "forms", markup.links(row.get("On which form"), "forms/#"), [str(one) for one in entry.forms]
            )
            to = meant.and_(meant.names(guide, entry.to)) if entry.to else ""
            yield Compared(name, "to whom", markup.words(row.get("To whom")), to)


def _what(guide: Guide, entry: object, is_mine: bool) -> str:
    """All that a cell says: of somebody else's step its sentence as a quotation, since it speaks to them."""
    assert isinstance(entry, Step | Decision)
    who = meant.and_(meant.names(guide, entry.who))
    if not is_mine:
        return f"{who}: {entry.title}What the step says to them: “{entry.words}”"
    decides = isinstance(entry, Decision)
    words = f"The flowchart asks: “{entry.words}”" if decides else entry.words
    said = [f"{'You decide: ' if decides else ''}{entry.title}{words}"]
    said += [f"If: {entry.when}"] if isinstance(entry, Step) and entry.when else []
    says_more = len(entry.who) > 1 or any(not isinstance(one, str) for one in meant.row(entry.who))
    said += [f"Who: {who}."] if says_more else []
    said.append(meant.reading_of_who(guide, entry.who_reading))
    said += [f"With: {meant.and_(meant.names(guide, entry.with_))}."] if isinstance(entry, Step) and entry.with_ else []
    modality = meant.modality(entry) if isinstance(entry, Step) else ""
    said += [f"The source says “{modality}”."] if modality else []
    said += turns(guide, str(entry.entry_id))
    for other in (one for _, one in meant.uses(guide) if one is not entry and isinstance(one, Step)):
        if str(other.id) in act_of(guide, str(entry.entry_id)) and set(meant.ids(other.who)) == set(
            meant.ids(entry.who)
        ):
            place = f"step {guide.numbers[other.id]} of flowchart {guide.home_of[other.id].flowchart}"
            said.append(f"The same act as {place}.")
    return "".join(said)


def _coming(guide: Guide, actor: Actor, section: Element) -> Iterator[Compared]:
    """Each step that brings the role something: from whom, what, and what the role does next."""
    rows = rows_of(section, COMES)
    steps = coming.coming_to(guide, actor)
    yield Compared(str(actor.id), "steps it receives", list(rows), [str(one.id) for one in steps])
    for step in steps:
        row, name = rows.get(str(step.id), {}), str(step.id)
        yield Compared(name, "from whom", markup.words(row.get("From")), meant.and_(meant.names(guide, step.who)))
        said = markup.words(row.get(COMES))
        whole = coming.coming_in_words(guide, step)
        yield Compared(name, "what comes", said[: len(whole)], whole)
        again = [one for one in coming.same_act(guide, actor, step) if one not in said]
        yield Compared(
            name, "what comes", (again, said.count("The same as in")), ([], len(coming.same_act(guide, actor, step)))
        )
        forms = [one for one in markup.links(row.get(COMES))[1:] if one in guide.form]
        yield Compared(name, "forms", forms, [str(one) for one in step.forms])
        then = coming.next_anywhere(guide, actor, step)
        words = "".join(coming.next_in_words(guide, one, step) for one in then)
        yield Compared(name, "what it does next", markup.words(row.get(NEXT)), words)
        yield Compared(name, "what it does next", markup.links(row.get(NEXT)), [str(one.entry_id) for one in then])


def _said(guide: Guide, actor: Actor, page: Element) -> Iterator[Compared]:
    """What outcomes and notes say of the role, and what is said of its steps that are late."""
    section, mine = markup.under(page, "What the procedures say of you"), coming.said_of(guide, str(actor.id))
    linked = [one for one in markup.links(section) if one in {str(entry.entry_id) for entry in mine}]
    yield Compared(str(actor.id), "what is said of it", linked, [str(one.entry_id) for one in mine])
    missing = [str(one.entry_id) for one in mine if coming.told(guide, one) not in markup.paragraphs(section)]
    yield Compared(str(actor.id), "what is said of it", missing, [])
    section, late = markup.under(page, "What if you cannot do it in time?"), coming.late_steps(guide, actor)
    titles = [markup.links(one)[0] for one in section.iter("h3")]
    yield Compared(str(actor.id), "if it is late", titles, [str(one.id) for one in late])
    for step in late:
        assert step.if_late is not None
        told_of = [str(step.if_late.says), f"Ask: {meant.names(guide, [step.if_late.ask])[0]}"]
        yield Compared(
            str(step.id), "if it is late", [one for one in told_of if one not in markup.paragraphs(section)], []
        )
        asked = {str(one) for one in step.if_late.questions} - set(markup.links(section))
        yield Compared(str(step.id), "if it is late", asked, set())


def _people(guide: Guide, actor: Actor, page: Element) -> Iterator[Compared]:
    members = meant.and_(meant.names(guide, actor.members)) if actor.members else ""
    yield Compared(str(actor.id), "members", markup.words(markup.under(page, "Who they are")), members)
    groups = [str(one.name) for one in guide.actors if actor.id in one.members]
    said = f"Member of: {meant.and_(groups)} (see what falls to them there)" if groups else ""
    yield Compared(str(actor.id), "member of", _paragraph(page, "Member of:"), said)
    managers = [str(one.name) for one in guide.actors if actor.id in one.acts_for]
    said = f"Who acts for you: {meant.and_(managers)} (see what comes to them there)" if managers else ""
    yield Compared(str(actor.id), "who acts for it", _paragraph(page, "Who acts for you:"), said)


def _paragraph(page: Element, begins: str) -> str:
    return next((one for one in markup.paragraphs(page) if one.startswith(begins)), "")


def _waits(guide: Guide, actor: Actor, page: Element) -> Iterator[Compared]:
    """Whom it waits for and who waits for it, each with why."""
    before, after = waits.joined_to(guide, actor)
    for heading, pairs, said in (
        ("Whom you wait for", before, waits.waits_for),
        ("Who waits for you", after, waits.is_waited_for),
    ):
        items = markup.items(markup.under(page, heading))
        joined = [(one.before, one.after) for one in pairs]
        wanted = joined if said is waits.is_waited_for else [(after, before) for before, after in joined]
        yield Compared(str(actor.id), "waits", [tuple(_entries(item)) for item in items], wanted)
        yield Compared(
            str(actor.id), "waits in words", [markup.words(one) for one in items], [said(guide, one) for one in pairs]
        )
        led = [tuple(markup.end_of(one) for one in _led_to(item, "forms/#")) for item in items]
        yield Compared(str(actor.id), "waits in words", led, [one.forms for one in pairs])


def _led_to(item: Element, place: str) -> list[str]:
    return [link.get("href", "") for link in item.iter("a") if place in link.get("href", "")]


def _entries(item: Element) -> list[str]:
    return [markup.end_of(link.get("href", "")) for link in item.iter("a") if "procedures/" in link.get("href", "")]


ROLES = Surface(
    "role",
    "Pages of roles",
    facts(
        "steps it does, steps it helps, steps it receives, national duties, number, title, what, forms, to whom, "
        "from whom, what comes, what it does next, what is said of it, if it is late, members, member of, "
        "who acts for it, represented, waits, waits in words"
    ),
    read_roles,
)
