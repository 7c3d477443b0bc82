"""Boards without dates: days by number, on pages and on paper, and what role pages say of "by when".

A board may say of an act the day by any of its rules; each of its days must be one that the engine counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.calendars import days
from guide.dates import plan_of, schedule
from guide.model import Deadline, Decision, Guide, On, Step
from surfaces import markup, meant
from surfaces.compared import Compared, Surface, act_of
from surfaces.lookups import SECTIONS, parts_of
from surfaces.paper import packed
from surfaces.written import Written

AN_ORDINARY_DAY = days.parse("2026-06-01")


def day_numbers(guide: Guide, name: str) -> set[int]:
    """The working days of a step's act, counted by the engine from the event of each member's own clock."""
    found = set[int]()
    for one in act_of(guide, name):
        procedure = guide.home_of[one]
        if procedure.clock is None:
            continue
        zero = str(procedure.clock.from_)
        calendar = guide.calendars[procedure.clock.calendar]
        worked = schedule(plan_of(guide, str(procedure.id)), calendar, {zero: AN_ORDINARY_DAY})
        for step in worked.steps:
            if step.step.id == one and step.counted is not None:
                first = AN_ORDINARY_DAY - procedure.clock.begins_with_the_day
                found |= {calendar.count(first, step.counted.due)}
                found |= {calendar.count(first, step.counted.opens)} if step.counted.opens is not None else set()
    return found


def read_board(guide: Guide, written: Written) -> Iterator[Compared]:
    page = written.page("by-day")
    said: dict[str, set[int]] = {}
    for item in page.iter("li"):
        day = re.match(r"day-(\d+)$", item.get("id") or "")
        for line in markup.items(item)[1:] if day else []:
            words = markup.words(line)
            for link in markup.links(line)[:1]:
                if day and re.match("On this day|No later than this day|From this day", words) and link in guide.entry:
                    said.setdefault(link, set()).add(int(day[1]))
    for name, numbers in said.items():
        yield Compared(name, "day", numbers <= day_numbers(guide, name), True)
    for _, entry in meant.uses(guide):
        if isinstance(entry, Step) and isinstance(entry.due, On) and entry.id in _of_first_journey(guide):
            told = set().union(*(said.get(one, set()) for one in act_of(guide, entry.id)))
            yield Compared(str(entry.id), "on the board", bool(told & day_numbers(guide, entry.id)), True)


def _of_first_journey(guide: Guide) -> set[str]:
    first = next(iter(guide.journey.values()))
    return {
        str(step.id)
        for one in first.procedures
        for step in guide.procedure[one].steps
        if guide.procedure[one].clock == guide.procedure[first.procedures[0]].clock
    }


def read_by_when(guide: Guide, written: Written) -> Iterator[Compared]:
    """A cell says the step's own rule, in words or by its day."""
    for actor in guide.actors:
        page = written.page(f"roles/{actor.id}")
        for part, heading in SECTIONS.items():
            rows = {
                markup.links(row.get("Step"))[0]: row
                for row in markup.rows(markup.under(page, heading))
                if markup.links(row.get("Step"))
            }
            for _, entry in parts_of(guide, str(actor.id))[part] if actor.kind != "subject" else []:
                said = markup.words(rows.get(str(entry.entry_id), {}).get("By when"))
                yield Compared(str(entry.entry_id), "by when", any(one in said for one in _sayings(guide, entry)), True)


def _sayings(guide: Guide, entry: object) -> list[str]:
    if isinstance(entry, Decision):
        return [meant.NO_DEADLINE]
    assert isinstance(entry, Step)
    words = meant.due(guide, entry)
    limit = isinstance(entry.due, Deadline) and meant.kind(entry) == "limit"
    return [words] if limit or not meant.short(entry) else [words, meant.short(entry)]


def read_fill_in(guide: Guide, written: Written) -> Iterator[Compared]:
    """Each step of a journey has its box to tick, with who does it; what is due on a day is due by its rule."""
    if not any(kind == "fill-in" for _, kind, _ in written.papers):
        return
    paper = written.paper("fill-in-timeline.pdf")
    planned = [guide.procedure[one] for journey in guide.journey.values() for one in journey.procedures if journey.asks]
    for procedure in dict.fromkeys(planned):
        for step in procedure.steps:
            place = f"(flowchart {procedure.flowchart}, step {guide.numbers[step.id]})"
            said = f"{step.title} {place}. {meant.and_(meant.names(guide, step.who))}"
            yield Compared(str(step.id), "title and who", packed(said) in paper.packed, True)
    rows = paper.rows("Day", "What is due")
    for row in rows:
        number = re.match(r"Day(\d+)$", row["Day"].packed)
        for chart, place in re.findall(r"\(flowchart(\d+),step(\d+)\)", row["Whatisdue"].packed):
            step = next(
                one
                for one in _steps(guide)
                if (str(guide.home_of[one.id].flowchart), str(guide.numbers[one.id])) == (chart, place)
            )
            yield Compared(str(step.id), "day", bool(number) and int(number[1]) in day_numbers(guide, step.id), True)  # type: ignore[index]


def _steps(guide: Guide) -> list[Step]:
    return [step for procedure in guide.procedures for step in procedure.steps]


BOARD = Surface("board", "Day by day", ("day", "on the board"), read_board)
BY_WHEN = Surface("by when", "Pages of roles: by when", ("by when",), read_by_when)
FILL_IN = Surface("fill-in", "Blank timeline", ("title and who", "day"), read_fill_in)
