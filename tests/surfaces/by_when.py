"""By when, in words, in the tables of pages of roles, read back."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.model import Deadline, Decision, Guide, Step
from guide.model.entries import AnyEntry
from surfaces import markup, meant
from surfaces.boards import lacking
from surfaces.coming import coming_to, parts_of
from surfaces.compared import Compared, Surface
from surfaces.dates_apart import earlier_date_here, nation_of, sooner_of
from surfaces.numbered import beside_of
from surfaces.roles import COMES, SECTIONS, rows_of
from surfaces.terms import counted_by_reading
from surfaces.turns import waiting_for
from surfaces.written import Written


def read_by_when(guide: Guide, written: Written) -> Iterator[Compared]:
    """A cell says the step's own rule, in words or by its day, and what else holds for the act."""
    for actor in (one for one in guide.actors if one.kind != "subject"):
        page, parts = written.page(f"roles/{actor.id}"), parts_of(guide, str(actor.id))
        for part, heading in SECTIONS.items():
            rows = rows_of(markup.under(page, heading))
            for _, entry in parts[part]:
                yield from _by_when(guide, entry, markup.words(rows.get(str(entry.entry_id), {}).get("By when")))
        rows = rows_of(markup.under(page, COMES), COMES)
        for step in coming_to(guide, actor):
            yield from _by_when(guide, step, markup.words(rows.get(str(step.id), {}).get("When")))


def _by_when(guide: Guide, entry: AnyEntry, said: str) -> Iterator[Compared]:
    name = str(entry.entry_id)
    before = _earlier(guide, entry)
    yield Compared(name, "earlier day first", lacking([before], said[: len(before)]), [])
    yield Compared(name, "by when", any(said[len(before) :].startswith(one) for one in _sayings(guide, entry)), True)
    if isinstance(entry, Step):
        others = [f"{one.elsewhere}{one.asking}" for one in beside_of(guide, name)]
        others += [*counted_by_reading(guide, entry.due), *earlier_date_here(guide, name)]
        yield Compared(name, "rules of the act", lacking(others, said), [])
        yield Compared(name, "national rule", lacking(_nation(guide, entry), said), [])
        yield Compared(name, "another reading", lacking(_readings(guide, entry), said), [])
        part = meant.part(entry.due.part) if isinstance(entry.due, Deadline) else ""
        yield Compared(name, "time of day", part in said, True)
        twice = [f"The source also says: {meant.said_again(entry)}"] if entry.equals else []
        yield Compared(name, "stated twice", lacking(twice, said), [])
        back = re.findall(r"How far back: from (.+?) before ", said)
        yield Compared(name, "how far back", back, [str(entry.look_back.over)] if entry.look_back else [])
        unsaid = lacking(counted_by_reading(guide, entry.look_back), said)
        yield Compared(name, "how far back", unsaid, [])
    elif isinstance(entry, Decision):
        yield Compared(name, "what waits for an answer", lacking(waiting_for(guide, entry), said), [])


def _earlier(guide: Guide, entry: AnyEntry) -> str:
    """What stands before a step's own day: the earlier days of the same act, and whose the step's own day is."""
    name, home = str(entry.entry_id), guide.home_of[entry.entry_id]
    sooner = sooner_of(guide, name) if isinstance(entry, Step) else []
    told = "; ".join(f"{one.elsewhere}{one.asking}" for one in sooner)
    return f"{meant.up(told)}. Flowchart {home.flowchart}: " if told else ""


def _nation(guide: Guide, step: Step) -> list[str]:
    return [f"National rule: {one.elsewhere}{one.asking}" for one in nation_of(guide, step)]


def _readings(guide: Guide, step: Step) -> list[str]:
    home = guide.home_of[step.id]
    return [f"Another reading: {meant.down(meant.rule(guide, home, one.due))}." for one in step.also_read_as]


def beside_in_words(guide: Guide, step: Step) -> list[str]:
    """All that stands beside a step's own day wherever a table says by when."""
    others = [f"{meant.up(one.elsewhere)}{one.asking}" for one in beside_of(guide, str(step.id))]
    return [*others, *earlier_date_here(guide, str(step.id)), *_nation(guide, step), *_readings(guide, step)]


def _sayings(guide: Guide, entry: object) -> list[str]:
    if isinstance(entry, Decision):
        return [meant.NO_DEADLINE]
    assert isinstance(entry, Step)
    words = meant.due(guide, entry)
    limit = isinstance(entry.due, Deadline) and meant.kind(entry) == "limit"
    return [words] if limit or not meant.short(entry) else [words, meant.short(entry)]


BY_WHEN = Surface(
    "by when",
    "Pages of roles: by when",
    (
        "by when",
        "earlier day first",
        "rules of the act",
        "national rule",
        "another reading",
        "what waits for an answer",
        "time of day",
        "stated twice",
        "how far back",
    ),
    read_by_when,
)
