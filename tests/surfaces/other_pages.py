"""The first page, the decision guide, the worked examples and what was checked, read back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from guide.calendars import days
from guide.dates import Schedule, ScheduledStep, plan_of, schedule
from guide.model import Deadline, Guide, GuidePart, Step
from surfaces import markup, meant
from surfaces.compared import Compared, Surface
from surfaces.written import Written


def read_home(guide: Guide, written: Written) -> Iterator[Compared]:
    page, first = written.page("index"), guide.procedures[0]
    said = guide.partnership.guide
    yield Compared("home", "headline", next((markup.words(one) for one in page.iter("h1")), ""), str(said.headline))
    doors = {link.get("href", ""): markup.words(link) for link in page.iter("a")}
    door = next((words for href, words in doors.items() if href.rstrip("/").endswith(f"procedures/{first.id}")), "")
    yield Compared("home", "first question", door[: len(said.first_question)], str(said.first_question))
    text = markup.words(page)
    numbers = re.findall(r"sets out the (\d+) flowcharts.*?one of (\d+) questions", text)
    yield Compared("home", "figures", numbers, [(str(len(guide.procedures)), str(len(guide.questions)))])
    yield Compared("home", "whose it is", str(guide.partnership.body) in text and str(said.adviser) in text, True)


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
        (markup.words(item).partition(": go to")[0], *markup.links(item))
        for item in markup.items(section)
        if "go to" in markup.words(item)
    ]
    yield Compared(name, "answers", answers, [(str(one.answer), str(one.then)) for one in part.answers])
    points = [str(point) for one in part.criteria for point in guide.reference[one].points]
    listed = [markup.words(item) for item in markup.items(section) if not markup.links(item)]
    yield Compared(name, "criteria", listed, points)
    talk = meant.and_(meant.names(guide, part.talk_to)) if part.talk_to else ""
    yield Compared(name, "talk to", markup.labelled(section, "Talk to"), talk)
    found = [one.partition("Which date applies: ")[2] for one in paragraphs if one.startswith("Which date applies: ")]
    yield Compared(name, "date", found, [_date(guide, str(one)) for one in part.dates])
    yield from (Compared(str(one), "date", _date(guide, str(one)) in found, True) for one in part.dates)
    reads_on = [
        link
        for one in (section.iter("a") if section is not None else ())
        if markup.words(one).startswith("Read on")
        for link in [markup.end_of(one.get("href", ""))]
    ]
    yield Compared(name, "where it leads", reads_on, [str(part.then)] if part.then else [])


def _date(guide: Guide, name: str) -> str:
    step = guide.entry[name]
    assert isinstance(step, Step)
    home = guide.home_of[name]
    nation = [f"; by the national rule, {meant.down(meant.rule(guide, home, one.due))}" for one in step.national]
    return f"{step.title}: {meant.down(meant.due(guide, step))}{''.join(nation)}."


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
        dated = [step for step in worked.steps if step.counted]
        items = {one.get("id", ""): one for one in markup.items(markup.under(page, "The dates")) if one.get("id")}
        yield Compared(str(example.id), "steps", sorted(items), sorted(step.step.id for step in dated))
        for step in dated:
            yield from _dated(guide, worked, step, items.get(step.step.id))


def _dated(guide: Guide, worked: Schedule, scheduled: ScheduledStep, item: Element | None) -> Iterator[Compared]:
    step, counted = guide.entry[scheduled.step.id], scheduled.counted
    assert isinstance(step, Step)
    assert isinstance(step.due, Deadline)
    assert counted is not None
    name, text = str(step.id), markup.words(item)
    heading = markup.words(item.find("h3")) if item is not None else ""
    part = meant.PARTS.get(step.due.part or "", f", {step.due.part}" if step.due.part else "")
    yield Compared(name, "date", heading, f"{days.long(counted.due)}{part}: {step.title}")
    line = (markup.paragraphs(item) or [""])[0]
    who, _, forms = line.partition(" · ")
    yield Compared(name, "who", who, meant.and_(meant.names(guide, step.who)))
    yield Compared(name, "forms", forms, ", ".join(meant.label(guide, one) for one in step.forms))
    kind = "No later than this day" if meant.kind(step) == "limit" else "On this day"
    meaning = f"From {days.long(counted.opens)} to this day" if counted.opens is not None else kind
    rule = f"{meaning} {meant.up(step.due.authority)}{meant.due(guide, step)}"
    yield Compared(name, "rule and kind", (markup.paragraphs(item) or ["", ""])[1], rule)
    other = {
        days.long(one.counted.due) for one in scheduled.alternatives if one.counted and one.counted.due != counted.due
    }
    found = set(re.findall(r"(?:National limit|Another reading): (.*?)\.", text))
    yield Compared(name, "other dates", found, other)
    lines = [markup.words(one) for one in markup.items(item)]
    yield Compared(name, "working", [one.text for one in counted.lines] == lines[-len(counted.lines) :], True)


HOME = Surface("home", "First page", ("headline", "first question", "figures", "whose it is"), read_home)
DECISIONS = Surface(
    "decision guide",
    "Decision guide",
    ("title", "question", "answers", "criteria", "talk to", "date", "where it leads"),
    read_decisions,
)
EXAMPLES = Surface(
    "example",
    "Pages of worked examples",
    ("what happened", "steps", "date", "who", "forms", "rule and kind", "other dates", "working"),
    read_examples,
)
