"""Spreadsheets, JSON and the table: what the command line and the timeline page give to take away, read back.

A file has a row or an entry for each act or for each of its steps. Which steps one speaks of is read from
what it says itself: "Flowchart 1 step 5", "local-review 11". Nothing in it may say another date of the act as due.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator

from guide.calendars import days
from guide.dates import Schedule, ScheduledStep
from guide.dates.acts import stands
from guide.model import Deadline, Guide, Step
from surfaces import meant
from surfaces.compared import Compared, Surface, act_of
from surfaces.written import TODAY, Written

Read = Callable[[Guide, Written, int, Schedule], Iterator[Compared]]


def each_case(read: Read) -> Callable[[Guide, Written], Iterator[Compared]]:
    """Reads the file of each journey, with all the dates that a reader may give and with those that must be given."""

    def cases(guide: Guide, written: Written) -> Iterator[Compared]:
        for place, case in enumerate(written.cases):
            yield from read(guide, written, place, written.schedule(case))

    return cases


def steps_at(guide: Guide, found: list[tuple[str, str]], by: str) -> list[str]:
    """The ids of steps that are named by procedure, or by flowchart, and number."""
    places = {
        (str(procedure.id if by == "procedure" else procedure.flowchart), str(guide.numbers[step.id])): str(step.id)
        for procedure in guide.procedures
        for step in procedure.steps
    }
    return [places[one] for one in found if one in places]


def addressed(guide: Guide, name: str) -> bool:
    """Whether a national rule beside a step of this act speaks to somebody else: it may have an entry of its own."""
    steps = [guide.entry[one] for one in act_of(guide, name)]
    return any(
        one.who and not set(one.who) & set(step.who)
        for step in steps
        if isinstance(step, Step)
        for one in step.national
    )


# The spreadsheet


def read_rows(guide: Guide, text: str, worked: Schedule) -> Iterator[Compared]:
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    by_step: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        places = re.findall(r"([a-z0-9-]+) (\d+)", row.get("Step", ""))
        for name in steps_at(guide, places, "procedure"):
            by_step.setdefault(name, []).append(row)
    due = "Governs" if rows and "Governs" in rows[0] else "Due"
    for scheduled in worked.steps:
        name, act = scheduled.step.id, scheduled.act
        mine = [row for one in act_of(guide, name) for row in by_step.get(one, [])]
        kept = by_step.get(name) or mine
        own = [row for row in kept if not addressed(guide, name) or row[due] == (days.text(act.due) if act.due else "")]
        if act.due is not None or not counts_back_alone(worked):
            yield Compared(name, "a row", bool(own), True)
        for row in own:
            yield from _row(guide, scheduled, row, due)
            yield Compared(name, "status", bool(re.match(status_of(scheduled, worked), row["Status"])), True)


def counts_back_alone(worked: Schedule) -> bool:
    """Of a journey that only counts back, what has no date may be left out."""
    rules = [one.step.rule for one in worked.steps if one.step.rule and one.step.rule.start in worked.anchors]
    return bool(rules) and all(rule.back for rule in rules)


def _row(guide: Guide, scheduled: ScheduledStep, row: dict[str, str], due: str) -> Iterator[Compared]:
    name, act, step = scheduled.step.id, scheduled.act, guide.entry[scheduled.step.id]
    assert isinstance(step, Step)
    yield Compared(name, "day", row[due], days.text(act.due) if act.due is not None else "")
    own = days.text(scheduled.due) if scheduled.due is not None else ""
    column = "Due" if due == "Governs" else "Date by its own rule"
    alone = len(re.findall(r"[a-z0-9-]+ \d+", row["Step"])) == 1
    if alone:
        yield Compared(name, "date by its own rule", row[column], own)
    titles = {str(guide.entry[one].title) for one in act_of(guide, name)}
    yield Compared(
        name, "title", unharmed(row["What"]) == str(step.title) if alone else unharmed(row["What"]) in titles, True
    )
    yield Compared(name, "who", [one for one in meant.names(guide, step.who) if one not in unharmed(row["Who"])], [])
    if alone:
        listed = meant.who(guide, step) if due == "Due" else meant.and_(meant.names(guide, step.who))
        yield Compared(name, "who", unharmed(row["Who"]), listed)
    forms = [meant.label(guide, one) for one in step.forms]
    yield Compared(name, "forms", [one for one in forms if one not in unharmed(row["Forms"])], [])
    if alone:
        yield Compared(name, "forms", unharmed(row["Forms"]), ", ".join(forms))
    kind = (act.kind if due == "Due" else meant.kind(step)) or "none"
    if due == "Due" and act.due is None:
        kind = meant.kind(step) or "none"
    yield Compared(name, "limit or planned", row["Kind"], kind)
    if due == "Governs" and isinstance(step.due, Deadline):
        yield Compared(name, "rule", unharmed(row["Rule"]), meant.due(guide, step))
        yield Compared(name, "authority", row["Authority"], step.due.authority)
        yield Compared(name, "set by", row["Set by"], act.set_by)
    elif due == "Due" and act.due is not None:
        yield Compared(name, "set by", row["Authority"], act.set_by)
        yield Compared(name, "rule", unharmed(row["Rule"]), act.rule.words if act.rule else "")
    beside = [days.long(one.counted.due) for one in act.standing]
    yield Compared(name, "dates beside it", [one for one in beside if one not in row["Notes"]], [])


def status_of(scheduled: ScheduledStep, worked: Schedule) -> str:
    """How the act stands on the day that the file was made, as a pattern."""
    standing, number = stands(scheduled.act, days.parse(TODAY), worked.calendar)
    overdue = rf"Overdue by {number} working day" if number else "Overdue$"
    soon = rf"Due in {number} working day" if number else "Due before the next working day$"
    done = {"done": r"Done(?: on [^,]*)?$", "done late": rf"Done.*\b{number} working days? after its limit$"}
    return {"": "$", "overdue": overdue, "today": "Due today$", "soon": soon, "passed": "Planned for ", **done}[
        standing
    ]


def unharmed(cell: str) -> str:
    """Without the apostrophe before what a spreadsheet might take for a formula."""
    return cell[1:] if re.match(r"'[=+\-@\t\r]", cell) else cell


# JSON


def read_json(guide: Guide, text: str, worked: Schedule) -> Iterator[Compared]:
    told = {one["id"]: one for one in json.loads(text)["steps"]}
    for scheduled in worked.steps:
        name, act, step = scheduled.step.id, scheduled.act, guide.entry[scheduled.step.id]
        assert isinstance(step, Step)
        one = told.get(name, {})
        governs = one.get("governs") or {}
        yield Compared(name, "day", governs.get("date"), days.text(act.due) if act.due is not None else None)
        authorities = [by["authority"] for by in governs.get("set_by", [])]
        yield Compared(name, "set by", authorities, [by.rule.rule.authority for by in act.governs])
        yield Compared(
            name,
            "date by its own rule",
            one.get("due"),
            days.text(scheduled.due) if scheduled.due is not None else None,
        )
        yield Compared(name, "limit or planned", one.get("kind"), meant.kind(step) or "none")
        yield Compared(name, "number", one.get("number"), guide.numbers[name])
        yield Compared(name, "title", one.get("title"), str(step.title))
        yield Compared(
            name, "who", (one.get("actors"), one.get("helpers")), (list(map(str, step.who)), list(map(str, step.with_)))
        )
        yield Compared(name, "forms", one.get("forms"), list(map(str, step.forms)))
        words = meant.due(guide, step) if isinstance(step.due, Deadline) else str(step.due)
        yield Compared(name, "rule", one.get("rule"), words)
        yield Compared(
            name, "authority", one.get("authority"), step.due.authority if isinstance(step.due, Deadline) else None
        )
        beside = [(by["authority"], by["due"]) for by in one.get("standing", [])]
        yield Compared(
            name,
            "dates beside it",
            beside,
            [(by.rule.rule.authority, days.text(by.counted.due)) for by in act.standing],
        )
        other = [by["due"] for by in one.get("alternatives", [])]
        meant_other = [days.text(by.counted.due) if by.counted else None for by in scheduled.alternatives]
        yield Compared(name, "other dates", other, meant_other)
        yield Compared(
            name, "what is open", [by["anchor"] for by in one.get("open", [])], [by.anchor for by in act.open]
        )


# The table in a terminal


def read_table(guide: Guide, text: str, worked: Schedule) -> Iterator[Compared]:
    blocks = [block.split("\n") for block in text.split("\n\n")]
    for scheduled in worked.steps:
        name, act, step = scheduled.step.id, scheduled.act, guide.entry[scheduled.step.id]
        assert isinstance(step, Step)
        line = f"{step.title} ({meant.and_(meant.names(guide, step.who))})"
        titled = [one for one in blocks if any(said.strip().startswith(str(step.title)) for said in one)]
        yield Compared(name, "title", bool(titled), True)
        own = [one for one in titled if any(said.strip() == line for said in one)]
        yield Compared(name, "who", bool(own), True)
        heads = {re.sub(r"  \[.*", "", one[0]) for one in own}
        yield Compared(name, "day", not heads or _head(scheduled, step) in heads, True)
        for block in [one for one in own if act.due is not None and days.long(act.due) in one[0]][:1]:
            yield Compared(
                name, "limit or planned", "No later than" in block[0], act.kind == "limit" and act.opens is None
            )
            rest = "\n".join(block[1:])
            status = next(iter(re.findall(r"  \[(.*)\]$", block[0])), "")
            yield Compared(name, "status", bool(re.match(status_of(scheduled, worked), status)), True)
            yield Compared(name, "rule", act.rule is not None and act.rule.words in rest, True)
            told = act.set_by == "local procedure" or act.set_by.lower() in rest.lower()
            yield Compared(name, "set by", told, True)
            yield Compared(name, "forms", [one for one in step.forms if meant.label(guide, one) not in rest], [])
            beside = [days.long(one.counted.due) for one in act.standing]
            yield Compared(name, "dates beside it", [one for one in beside if one not in rest], [])
            yield from (Compared(name, "what is open", one.words in rest, True) for one in act.open)


def _head(scheduled: ScheduledStep, step: Step) -> str:
    act = scheduled.act
    if act.due is None or act.rule is None:
        if isinstance(step.due, Deadline):
            return "No date yet: it counts from a day that was not given"
        return meant.NO_DEADLINE if step.due == "not stated" else meant.up(str(step.due))
    if act.opens is not None:
        return f"{days.long(act.opens)} to {days.long(act.due)}"
    before = "No later than " if act.kind == "limit" else ""
    return f"{before}{days.long(act.due)}{f', {act.rule.part}' if act.rule.part else ''}"


def _spreadsheet_of_the_command(guide: Guide, written: Written, place: int, worked: Schedule) -> Iterator[Compared]:
    yield from read_rows(guide, written.file(place, "csv"), worked)


def _spreadsheet_of_the_page(guide: Guide, written: Written, place: int, worked: Schedule) -> Iterator[Compared]:
    yield from read_rows(guide, written.page_file(place, "csv"), worked)


def _json_of_the_command(guide: Guide, written: Written, place: int, worked: Schedule) -> Iterator[Compared]:
    yield from read_json(guide, written.file(place, "json"), worked)


def _table_of_the_command(guide: Guide, written: Written, place: int, worked: Schedule) -> Iterator[Compared]:
    yield from read_table(guide, written.file(place, "table"), worked)


IN_A_ROW = (
    "a row",
    "day",
    "date by its own rule",
    "title",
    "who",
    "forms",
    "limit or planned",
    "rule",
    "set by",
    "dates beside it",
    "status",
)
SPREADSHEET = Surface(
    "spreadsheet", "Spreadsheet of the command line", (*IN_A_ROW, "authority"), each_case(_spreadsheet_of_the_command)
)
PAGE_SPREADSHEET = Surface(
    "page spreadsheet", "Spreadsheet of the timeline page", IN_A_ROW, each_case(_spreadsheet_of_the_page)
)
JSON = Surface(
    "json",
    "JSON of the command line",
    (
        "day",
        "set by",
        "date by its own rule",
        "limit or planned",
        "number",
        "title",
        "who",
        "forms",
        "rule",
        "authority",
        "dates beside it",
        "other dates",
        "what is open",
    ),
    each_case(_json_of_the_command),
)
TABLE = Surface(
    "table",
    "Table of the command line",
    ("title", "who", "day", "limit or planned", "rule", "set by", "forms", "dates beside it", "what is open", "status"),
    each_case(_table_of_the_command),
)
