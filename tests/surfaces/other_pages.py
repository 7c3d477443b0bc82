"""The first page, the decision guide, the worked examples and what was checked, read back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from guide.calendars import days
from guide.dates import plan_of, schedule
from guide.model import Guide, GuidePart, Step
from surfaces import contacts, markup, meant
from surfaces.acts import Line, MeantAct, acts_of, duties
from surfaces.compared import Compared, Surface, facts
from surfaces.dates_apart import earlier_date_here
from surfaces.files import governing_words
from surfaces.turns import turns
from surfaces.written import Written


def read_home(guide: Guide, written: Written) -> Iterator[Compared]:
    page = written.page("index")
    first = guide.decision_guide.id if guide.decision_guide else f"procedures/{guide.procedures[0].id}"
    said = guide.partnership.guide
    yield Compared("home", "headline", next((markup.words(one) for one in page.iter("h1")), ""), str(said.headline))
    doors = ((link.get("href", ""), markup.words(link)) for link in page.iter("a"))
    door = next((words for href, words in doors if href.rstrip("/").endswith(first)), "")
    yield Compared("home", "first question", door[: len(said.first_question)], str(said.first_question))
    joined = [markup.words(item) for item in markup.items(markup.under(page, "How the flowcharts join"))]
    yield Compared("home", "how they join", joined, joins(guide) if len(guide.procedures) > 1 else [])
    text = markup.words(page)
    numbers = re.findall(r"sets out the (\d+) flowcharts?.*?one of (\d+) questions?", text)
    yield Compared("home", "figures", numbers, [(str(len(guide.procedures)), str(len(guide.questions)))])
    yield Compared("home", "whose it is", str(guide.partnership.body) in text and str(said.adviser) in text, True)


READING = "the guide's reading"


def joins(guide: Guide) -> list[str]:
    """Each flowchart with those that its arrows and its references lead to."""
    found = []
    for one in guide.procedures:
        arrows = {route.target for route in guide.routes[one.id]}
        seen = {see for entry in one.entries for see in entry.see} - arrows
        others = [other for other in guide.procedures if other is not one]
        drawn = {route.target for route in guide.routes[one.id] if not route.inferred}
        led = [
            f"flowchart {other.flowchart}{'' if other.id in drawn else f' ({READING})'}"
            for other in others
            if other.id in arrows
        ]
        told = [f"flowchart {other.flowchart}" for other in others if other.id in seen]
        leads = f"leads to {meant.and_(led)}" if led else "leads to no other flowchart"
        points = f", see also {meant.and_(told)}" if told else ""
        found.append(f"Flowchart {one.flowchart}: {one.title} {leads}{points}")
    return found


def read_decisions(guide: Guide, written: Written) -> Iterator[Compared]:
    decisions = guide.decision_guide
    if decisions is None:
        return
    page = written.page(str(decisions.id))
    for part in decisions.parts:
        name, section = str(part.id), markup.by_id(page, str(part.id))
        yield Compared(name, "title", markup.words(markup.by_id(page, f"{name}-title")), str(part.title))
        yield from _part(guide, part, section)


def _part(guide: Guide, part: GuidePart, section: Element | None) -> Iterator[Compared]:
    name, paragraphs = str(part.id), markup.paragraphs(section)
    for said in filter(None, (part.asks, part.says)):
        yield Compared(name, "question", str(said) in paragraphs, True)
    answers = [
        (markup.words(item).rpartition(", next: ")[0], *markup.links(item))
        for item in markup.items(section)
        if ", next: “" in markup.words(item)
    ]
    yield Compared(name, "answers", answers, [(str(one.answer), str(one.then)) for one in part.answers])
    points = [str(point) for one in part.criteria for point in guide.reference[one].points]
    listed = [markup.words(item) for item in markup.items(section) if not markup.links(item)]
    yield Compared(name, "criteria", listed, points)
    yield Compared(name, "whom to ring", contacts.read_from(section), contacts.on_a_page(guide, part.ring))
    nation = [one for one in paragraphs if one.startswith("National rule: ")]
    yield Compared(name, "national rule", nation, _nation(guide, part))
    numbers = [f"Question {guide.question[one].number} in the list" for one in part.questions]
    told = [one for one in numbers if any(words.startswith(one) for words in paragraphs)]
    yield Compared(name, "open questions", told, numbers)
    talk = meant.and_(meant.names(guide, part.talk_to)) if part.talk_to else ""
    yield Compared(name, "talk to", markup.labelled(section, "Talk to"), talk)
    asked = "What is to be done: "
    found = [one.removeprefix(asked) for one in paragraphs if one.startswith(asked)]
    yield Compared(name, "date", found, [_date(guide, str(one)) for one in part.dates])
    yield from (Compared(str(one), "date", _date(guide, str(one)) in found, True) for one in part.dates)
    reads_on = [
        link
        for one in (section.iter("a") if section is not None else ())
        if markup.words(one).startswith("Read on")
        for link in [markup.end_of(one.get("href", ""))]
    ]
    yield Compared(name, "where it leads", reads_on, [str(part.then)] if part.then else [])


def _nation(guide: Guide, part: GuidePart) -> list[str]:
    one = part.national
    if one is None:
        return []
    who, authority = meant.and_(meant.names(guide, one.who)), meant.up(one.authority)
    rule = f"National rule: {meant.down(str(one.by_when))}. Set by: {authority}. Who: {who}. What it asks: {one.does}"
    return [f"{rule} This is no step of the approved procedure. Where it is stated"]


def _date(guide: Guide, name: str) -> str:
    step = guide.entry[name]
    assert isinstance(step, Step)
    home = guide.home_of[name]
    others = list(map(id, duties(guide, step).values()))
    nation = [
        f" National rule ({one.due.authority}): {meant.down(meant.rule(guide, home, one.due))}."
        for one in step.national
        if id(one) not in others
    ]
    when = f" If: {step.when}" if step.when else "".join(f" {one}" for one in turns(guide, name))
    when = (f" The source says “{meant.modality(step)}”." if meant.modality(step) else "") + when
    forms = f" On: {meant.and_(meant.label(guide, one) for one in step.forms)}." if step.forms else ""
    to = f" To: {meant.and_(meant.names(guide, step.to))}." if step.to else ""
    who = f" Who: {meant.who(guide, step)}.{to}"
    rule = f"{step.title}. {step.does}{who}{forms}{when} By when: {meant.down(meant.due(guide, step))}."
    return " ".join(filter(None, [f"{rule}{''.join(nation)}", *earlier_date_here(guide, name)]))


def read_examples(guide: Guide, written: Written) -> Iterator[Compared]:
    for example in guide.examples:
        page = written.page(f"examples/{example.id}")
        plan = plan_of(guide, str(example.journey))
        given = {str(name): days.parse(str(day)) for name, day in example.on.items()}
        worked = schedule(plan, guide.calendars[plan.calendar], given)
        happened = [
            f"{days.long(day)}: {guide.partnership.anchors[name].event}"
            for name, day in sorted(given.items(), key=lambda one: one[1])
        ]
        told = [markup.words(item) for item in markup.items(markup.under(page, "What happened"))]
        yield Compared(str(example.id), "what happened", sorted(told[: len(happened)]), sorted(happened))
        acts = [one for one in acts_of(guide, worked) if one.due is not None]
        items = {one.get("id", ""): one for one in markup.items(markup.under(page, "The dates")) if one.get("id")}
        yield Compared(str(example.id), "one entry an act", sorted(items), sorted(one.name for one in acts))
        for act in acts:
            yield from _dated(guide, act, items.get(act.name))


def _dated(guide: Guide, act: MeantAct, item: Element | None) -> Iterator[Compared]:
    name, text, paragraphs = act.name, markup.words(item), markup.paragraphs(item)
    heading = markup.words(item.find("h3")) if item is not None else ""
    title = act.lines[0].title
    yield Compared(name, "date", heading, f"{days.long(act.due or 0)}{meant.part(act.act.part)}: {title}")
    for line in act.lines:
        yield from _own_line(guide, act, line, paragraphs)
    yield Compared(name, "limit or planned", [one for one in _meanings(act) if one in text], _meanings(act))
    rule = next((one for one in paragraphs if one.startswith(_meanings(act)[0])), "")
    yield Compared(name, "set by", re.findall(r"Set by: ([^.]+)\.", rule), [meant.up(one) for one in act.authorities])
    yield Compared(name, "rule", rule.endswith(governing_words(guide, act)), True)
    yield from unsaid_in_example(act, text)
    told = [one.rule.rule for one in (*act.act.governs, *act.act.standing)]
    readings = {
        days.long(one.counted.due)
        for step in act.steps
        for one in step.alternatives
        if one.alternative.kind == "reading" and one.counted and one.counted.due != act.due
        if one.alternative.rule not in told
    }
    yield Compared(name, "other dates", set(re.findall(r"Another reading: (.*?)\.", text)), readings)
    lines = [markup.words(one) for one in markup.items(item)]
    working = [one.text for one in act.act.counted.lines] if act.act.counted else []
    yield Compared(name, "working", [one for one in working if one not in lines], [])


def _meanings(act: MeantAct) -> list[str]:
    if act.opens is not None:
        return [f"From {days.long(act.opens)} to this day"]
    return ["No later than this day" if act.act.kind == "limit" else "On this day"]


def _own_line(guide: Guide, act: MeantAct, line: Line, paragraphs: list[str]) -> Iterator[Compared]:
    """Each flowchart's own line: where it stands, what it calls the act, who, which form, and that a duty is none."""
    start = f"Flowchart {line.home.flowchart}, step {line.number}: {line.title} · " if len(act.lines) > 1 else ""
    who = meant.and_(meant.names(guide, line.who))
    forms = ", ".join(meant.label(guide, one) for one in line.forms)
    told = [one for one in paragraphs if one.startswith(f"{start}{who}")][:1]
    yield Compared(line.name, "who", bool(told), True)
    rest = "".join(told).removeprefix(f"{start}{who}").removeprefix(" · ")
    yield Compared(line.name, "forms", re.split(r" · |A national rule", rest)[0], forms)
    duty = "A national rule and not of the approved procedure." in rest
    yield Compared(line.name, "national duty", duty, bool(line.cites))


def unsaid_in_example(act: MeantAct, text: str) -> Iterator[Compared]:
    """The standing rules and the conflicts: an example asks nothing, so nothing is open in it, and nothing was done."""
    said = act.remarks()
    for fact in ("dates beside it", "conflicts"):
        yield Compared(act.name, fact, [one for one in said[fact] if one not in text], [])


HOME = Surface(
    "home", "First page", ("headline", "first question", "how they join", "figures", "whose it is"), read_home
)
DECISIONS = Surface(
    "decision guide",
    "Decision guide",
    facts(
        "title, question, answers, criteria, whom to ring, national rule, open questions, talk to, date, where it leads"
    ),
    read_decisions,
)
EXAMPLES = Surface(
    "example",
    "Pages of worked examples",
    facts(
        "what happened, one entry an act, date, who, forms, national duty, limit or planned, set by, "
        "rule, dates beside it, conflicts, other dates, working"
    ),
    read_examples,
)
