"""Spreadsheets, JSON and the table: what the command line and the timeline page give to take away, read back.

The table and the page's spreadsheet have one entry an act; JSON and the command's spreadsheet a row for each step,
which programs rely on, and in each row what governs the act.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from guide.calendars import days
from guide.dates import Schedule, ScheduledStep
from guide.dates.acts import ScheduledAct, stands
from guide.model import Deadline, Guide
from surfaces import meant
from surfaces.acts import Line, MeantAct, acts_of, line_of
from surfaces.compared import Compared, Surface, act_of, facts
from surfaces.written import Case, Written

Read = Callable[[Guide, Written, int, Schedule], Iterator[Compared]]


def each_case(read: Read) -> Callable[[Guide, Written], Iterator[Compared]]:
    """Reads the file of each journey, with all the dates that a reader may give, with those that must be given, and
    once something was done."""

    def cases(guide: Guide, written: Written) -> Iterator[Compared]:
        for place, case in enumerate(written.cases):
            yield from read(guide, written, place, written.schedule(case))

    return cases


def as_it_is(text: str) -> str:
    return text


def unsaid(act: MeantAct, text: str, plain: Callable[[str], str] = as_it_is, name: str = "") -> Iterator[Compared]:
    """The remarks of an act that a text lacks."""
    for fact, sentences in act.remarks().items():
        yield Compared(name or act.name, fact, [one for one in sentences if plain(one) not in text], [])


# The spreadsheet of the command: a row for each step


def _spreadsheet_of_the_command(guide: Guide, written: Written, place: int, worked: Schedule) -> Iterator[Compared]:
    rows = list(csv.DictReader(io.StringIO(written.file(place, "csv").removeprefix("\ufeff"))))
    by_act = {one.step.id: act for act in acts_of(guide, worked) for one in act.steps}
    yield Compared("spreadsheet", "a row", len(rows), len(worked.steps))
    for scheduled in worked.steps:
        line, act = line_of(guide, scheduled.step.id), by_act[scheduled.step.id]
        mine = _titled([row for row in rows if row["Step"] == f"{line.home.id} {line.number}"], {line.title})
        yield Compared(line.name, "a row", len(mine), 1)
        for row in mine:
            yield from _row(guide, scheduled, line, row, written.cases[place], worked)
            yield from unsaid(act, row["Notes"], name=line.name)


def _titled(rows: list[dict[str, str]], titles: set[str]) -> list[dict[str, str]]:
    """Of the rows of one place, a step's and a duty's beside it, those with one of these titles; else the first."""
    return [row for row in rows if unharmed(row["What"]) in titles] or rows[:1]


def _row(
    guide: Guide, scheduled: ScheduledStep, line: Line, row: dict[str, str], case: Case, worked: Schedule
) -> Iterator[Compared]:
    name, act = line.name, scheduled.act
    yield Compared(name, "day", row["Governs"], _iso(act.due))
    yield Compared(name, "date by its own rule", row["Due"], _iso(scheduled.due))
    yield Compared(name, "title", unharmed(row["What"]), line.title)
    yield Compared(name, "who", unharmed(row["Who"]), meant.and_(meant.names(guide, line.who)))
    forms = ", ".join(meant.label(guide, one) for one in line.forms)
    yield Compared(name, "forms", unharmed(row["Forms"]), forms)
    yield Compared(name, "limit or planned", row["Kind"], line.kind or "none")
    yield Compared(name, "set by", row["Set by"], _set_by(act))
    yield Compared(name, "status", bool(re.match(status_of(act, worked, case), row["Status"])), True)
    yield _day_off(name, act, row["Notes"], case)
    if isinstance(line.due, Deadline):
        yield Compared(name, "rule", unharmed(row["Rule"]), meant.rule(guide, line.home, line.due))
        yield Compared(name, "authority", row["Authority"], line.due.authority)


def _iso(day: int | None) -> str:
    return "" if day is None else days.text(day)


def _set_by(act: ScheduledAct) -> str:
    return " and ".join(dict.fromkeys(str(one.rule.rule.authority) for one in act.governs))


def _day_off(name: str, act: ScheduledAct, text: str, case: Case) -> Compared:
    return Compared(name, "day off", "office is closed" in text, act.due is not None and _iso(act.due) in case.closures)


def status_of(act: ScheduledAct, worked: Schedule, case: Case) -> str:
    """How the act stands on the day that the file was made, as a pattern."""
    standing, number = stands(act, days.parse(case.today), worked.calendar)
    overdue = rf"Overdue by {number} working day" if number else "Overdue$"
    soon = rf"Due in {number} working day" if number else "Due before the next working day$"
    late = rf"Done.*\b{number} working days? after its limit$" if number else "Done.*after its limit$"
    done = {"done": r"Done(?: on [^,]*)?$", "done late": late}
    return {"": "$", "overdue": overdue, "today": "Due today$", "soon": soon, "passed": "Planned for ", **done}[
        standing
    ]


def unharmed(cell: str) -> str:
    """Without the apostrophe before what a spreadsheet might take for a formula."""
    return cell[1:] if re.match(r"'[=+\-@\t\r]", cell) else cell


# The spreadsheet of the page: a row for each act


def _spreadsheet_of_the_page(guide: Guide, written: Written, place: int, worked: Schedule) -> Iterator[Compared]:
    rows = list(csv.DictReader(io.StringIO(written.page_file(place, "csv").removeprefix("\ufeff"))))
    acts = [one for one in acts_of(guide, worked) if one.due is not None or not written.leaves_out_undated(place)]
    yield Compared("spreadsheet", "a row", len(rows), len(acts))
    for act in acts:
        stood = {f"{one.home.id} {one.number}" for one in act.lines}
        mine = _titled([row for row in rows if set(row["Step"].split("; ")) == stood], act.titles)
        yield Compared(act.name, "a row", len(mine), 1)
        for row in mine:
            yield from _row_of_act(guide, act, row, written.cases[place])
            yield from unsaid(act, row["Notes"])


def _row_of_act(guide: Guide, act: MeantAct, row: dict[str, str], case: Case) -> Iterator[Compared]:
    name, first = act.name, act.lines[0]
    yield Compared(name, "day", row["Governs"], _iso(act.due))
    own = {f"{one.home.id} {one.number}: {_iso(by.due) or '-'}" for one, by in zip(act.lines, act.steps, strict=True)}
    yield Compared(name, "date by its own rule", set(row["By its own rule"].split("; ")), own)
    yield Compared(name, "title", unharmed(row["What"]), first.title)
    who = list(dict.fromkeys(_who(guide, one) for one in act.lines))
    yield Compared(name, "who", unharmed(row["Who"]), "; ".join(who))
    yield Compared(name, "to", unharmed(row["To"]), meant.and_(meant.names(guide, to)) if (to := act.all("to")) else "")
    forms = ", ".join(meant.label(guide, one) for one in act.all("forms"))
    yield Compared(name, "forms", unharmed(row["Forms"]), forms)
    kind = act.act.kind if act.due is not None else first.kind or "none"
    yield Compared(name, "limit or planned", row["Kind"], kind)
    if act.due is not None and act.act.rule is not None:
        yield Compared(name, "set by", row["Set by"], _set_by(act.act))
        yield Compared(name, "rule", unharmed(row["Rule"]), governing_words(guide, act))
    yield Compared(name, "status", bool(re.match(status_of(act.act, act.worked, case), row["Status"])), True)
    yield _day_off(name, act.act, row["Notes"], case)
    yield Compared(name, "done", row["Done"], _iso(act.act.done))


def _who(guide: Guide, line: Line) -> str:
    helpers = f", with {meant.and_(meant.names(guide, line.helpers))}" if line.helpers else ""
    return meant.and_(meant.names(guide, line.who)) + helpers


def governing_words(guide: Guide, act: MeantAct) -> str:
    """The rule that governs, in words, from the noun that states it."""
    first = act.act.governs[0].rule
    if first.origin != "step":
        return first.rule.words
    line = line_of(guide, first.step)
    assert isinstance(line.due, Deadline)
    return meant.rule(guide, line.home, line.due)


# JSON: a row for each step


def _json_of_the_command(guide: Guide, written: Written, place: int, worked: Schedule) -> Iterator[Compared]:
    whole = json.loads(written.file(place, "json"))
    told = {one["id"]: one for one in whole["steps"]}
    yield Compared("json", "a row", sorted(told), sorted(one.step.id for one in worked.steps))
    moved = [(one["act"], one["before"], one["after"]) for one in whole["moved"]]
    yield Compared(
        "json", "moved", moved, [(one.act, days.text(one.before), days.text(one.after)) for one in worked.moved]
    )
    yield Compared("json", "warnings", whole["warnings"], list(worked.warnings))
    for scheduled in worked.steps:
        yield from _json_step(guide, scheduled, told.get(scheduled.step.id, {}))


def _json_step(guide: Guide, scheduled: ScheduledStep, one: dict[str, Any]) -> Iterator[Compared]:
    line, act = line_of(guide, scheduled.step.id), scheduled.act
    name, governs = line.name, one.get("governs") or {}
    yield Compared(name, "act", one.get("act") in act_of(guide, name), True)
    yield Compared(name, "day", governs.get("date"), _iso(act.due) or None)
    set_by = [(by["step"], by["kind"], by["authority"]) for by in governs.get("set_by", [])]
    meant_by = [(by.rule.step, by.rule.rule.kind, by.rule.rule.authority) for by in act.governs]
    yield Compared(name, "set by", set_by, meant_by)
    yield Compared(name, "date by its own rule", one.get("due"), _iso(scheduled.due) or None)
    yield Compared(name, "limit or planned", one.get("kind"), line.kind or "none")
    yield Compared(name, "number", one.get("number"), line.number)
    yield Compared(name, "title", one.get("title"), line.title)
    yield Compared(name, "who", (one.get("actors"), one.get("helpers")), (meant.ids(line.who), meant.ids(line.helpers)))
    yield Compared(name, "to", one.get("to"), meant.ids(line.to))
    yield Compared(name, "forms", one.get("forms"), list(line.forms))
    yield Compared(name, "where it is stated", one.get("cites"), line.cites or None)
    words = meant.rule(guide, line.home, line.due) if isinstance(line.due, Deadline) else str(line.due)
    yield Compared(name, "rule", one.get("rule"), words)
    authority = line.due.authority if isinstance(line.due, Deadline) else None
    yield Compared(name, "authority", one.get("authority"), authority)
    yield Compared(name, "bound", one.get("bound"), (scheduled.counted.bound or None) if scheduled.counted else None)
    beside = [(by["step"], by["kind"], by["authority"], by["due"]) for by in one.get("standing", [])]
    meant_beside = [
        (by.rule.step, by.rule.rule.kind, by.rule.rule.authority, days.text(by.counted.due)) for by in act.standing
    ]
    yield Compared(name, "dates beside it", beside, meant_beside)
    other = [by["due"] for by in one.get("alternatives", [])]
    meant_other = [days.text(by.counted.due) if by.counted else None for by in scheduled.alternatives]
    yield Compared(name, "other dates", other, meant_other)
    yield Compared(name, "what is open", [by["words"] for by in one.get("open", [])], [by.words for by in act.open])
    conflicts = [(by["other"], by["due"]) for by in one.get("conflicts", [])]
    yield Compared(name, "conflicts", conflicts, [(by.other, days.text(by.due)) for by in act.conflicts])
    yield Compared(name, "done", one.get("done"), _iso(act.done) or None)


# The table in a terminal: a few lines for each act


def _table_of_the_command(guide: Guide, written: Written, place: int, worked: Schedule) -> Iterator[Compared]:
    top, *blocks = (block.split("\n") for block in written.file(place, "table").split("\n\n"))
    case = written.cases[place]
    for moved in worked.moved:
        said = f"Moved: “{moved.title}”, {days.long(moved.before)} to {days.long(moved.after)}"
        yield Compared(moved.act, "moved", said in top, True)
    yield from (Compared("table", "warnings", f"! {one}" in top, True) for one in worked.warnings)
    acts = list(acts_of(guide, worked))
    lines = {line for act in acts for line in _own_lines(guide, act)}
    for act in acts:
        own = _own_lines(guide, act)
        mine = [block for block in blocks if [one for one in block if one in lines] == own]
        yield Compared(act.name, "an entry", len(mine), sum(_own_lines(guide, one) == own for one in acts))
        for said in own:
            found = [block for block in blocks if said in block]
            yield Compared(act.name, "title", any(said.partition(" (")[0] in "\n".join(one) for one in blocks), True)
            yield Compared(act.name, "who", bool(found), True)
        alike = [one for one in acts if _own_lines(guide, one) == own and _day(_head(one)) == _day(_head(act))]
        dated = [one for one in mine if _day(one[0]) == _day(_head(act))]
        yield Compared(act.name, "day", len(dated), len(alike))
        if len(dated) == len(alike):
            yield from _block(guide, act, dated[alike.index(act)], case)


def _own_lines(guide: Guide, act: MeantAct) -> list[str]:
    return [f"    {one.title} ({meant.and_(meant.names(guide, one.who))})" for one in act.lines]


def _day(line: str) -> str:
    """A first line without its status, and without what tells a limit."""
    return re.sub(r"  \[.*", "", line).removeprefix("No later than ")


def _block(guide: Guide, act: MeantAct, block: list[str], case: Case) -> Iterator[Compared]:
    name, rest = act.name, "\n".join(block[1:])
    status = next(iter(re.findall(r"  \[(.*)\]$", block[0])), "")
    yield Compared(name, "status", bool(re.match(status_of(act.act, act.worked, case), status)), True)
    if act.due is not None:
        if act.opens is None and not act.is_bound:
            yield Compared(name, "limit or planned", "No later than" in block[0], act.act.kind == "limit")
        yield Compared(name, "rule", f"    {governing_words(guide, act)}" in block, True)
        told = re.findall(r"    Set by (.*)\.", rest)
        yield Compared(name, "set by", told, [] if _set_by(act.act) == "local procedure" else [_set_by(act.act)])
    forms = ", ".join(meant.label(guide, one) for one in act.all("forms"))
    yield Compared(name, "forms", re.findall("    Form: (.*)", rest), [forms] if forms else [])
    yield _day_off(name, act.act, rest, case)
    yield from unsaid(act, rest)


def _head(act: MeantAct) -> str:
    due, first = act.due, act.lines[0]
    if due is None or act.act.rule is None:
        if isinstance(first.due, Deadline):
            return "No date yet: it counts from a day that was not given"
        return meant.NO_DEADLINE if first.due == "not stated" else meant.up(str(first.due))
    if act.is_bound:
        return f"{meant.up(act.act.bound)} {days.long(due)}"
    if act.opens is not None:
        return f"{days.long(act.opens)} to {days.long(due)}"
    before = "No later than " if act.act.kind == "limit" else ""
    return f"{before}{days.long(due)}{f', {act.act.part}' if act.act.part else ''}"


SPREADSHEET = Surface(
    "spreadsheet",
    "Spreadsheet of the command line",
    (
        *facts(
            "a row, day, date by its own rule, title, who, forms, limit or planned, rule, authority, "
            "set by, status, day off"
        ),
        *meant.REMARKS,
    ),
    each_case(_spreadsheet_of_the_command),
)
PAGE_SPREADSHEET = Surface(
    "page spreadsheet",
    "Spreadsheet of the timeline page",
    (
        *facts(
            "a row, day, date by its own rule, title, who, to, forms, limit or planned, rule, set by, "
            "status, day off, done"
        ),
        *meant.REMARKS,
    ),
    each_case(_spreadsheet_of_the_page),
)
JSON = Surface(
    "json",
    "JSON of the command line",
    (
        *facts(
            "a row, act, day, set by, date by its own rule, limit or planned, number, title, who, to, "
            "forms, where it is stated, rule, authority, bound, other dates, warnings, done"
        ),
        *meant.REMARKS,
    ),
    each_case(_json_of_the_command),
)
TABLE = Surface(
    "table",
    "Table of the command line",
    (
        *facts("an entry, title, who, day, limit or planned, rule, set by, forms, status, warnings, day off"),
        *meant.REMARKS,
    ),
    each_case(_table_of_the_command),
)
