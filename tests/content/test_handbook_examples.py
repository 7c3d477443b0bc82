"""Every date in the handbook is the date that the shipped guide gives, on which its examples stand."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from guide.calendars import days
from guide.calendars.calendar import Calendar
from guide.checks.every import check_guide
from guide.dates.evaluate import Start, evaluate
from guide.dates.rules import rule_of
from guide.model.deadlines import AnyDeadline
from guide.model.guide import Guide
from guide.reading.folder import read_guide
from guide.strict_yaml.text import Text, read, read_text
from handbook import HANDBOOK, ROOT
from project.test_handbook_examples import yaml_blocks


def dated_deadlines() -> list[tuple[str, str]]:
    """Each deadline in the tables, and what the handbook says it gives."""
    rows = re.findall(r"^\| `([^`]+)` \| (no date|(?:no later than|on|from) [^|]+) \|$", HANDBOOK, re.M)
    assert len(rows) > 25
    return rows


@pytest.mark.parametrize(("written", "gives"), dated_deadlines(), ids=[written for written, _ in dated_deadlines()])
def test_a_deadline_gives_the_date_that_the_handbook_says(guide: Guide, written: str, gives: str) -> None:
    due = TypeAdapter(AnyDeadline).validate_python(read_text(f"due: {written}", "handbook").value["due"])
    if isinstance(due, Text):
        assert gives == "no date"
        return
    start = Start(days.parse("2026-12-17"), "The day")
    known = dict.fromkeys([*guide.partnership.anchors, *guide.entry], start)
    rule = rule_of(guide, guide.procedure["rapid-review"].clock, due)
    counted = evaluate(rule, known, guide.calendars["england-and-wales"])
    assert counted is not None
    until = days.long(counted.due)
    if counted.opens is not None:
        assert gives == f"from {days.long(counted.opens)} to {until}"
    else:
        assert gives == f"{'no later than' if rule.kind == 'limit' else 'on'} {until}"


def test_the_commands_that_prove_a_date_give_the_dates_the_handbook_says(guide: Guide) -> None:
    calendar = guide.calendars["england-and-wales"]
    found = [
        calendar.working_day_after(days.parse("2026-12-17"), 5),
        calendar.clear_before(days.parse("2026-12-17"), 7),
        days.months_after(days.parse("2026-12-17"), 6),
    ]
    first, second, third = map(days.long, found)
    assert f"They give {first}, {second} and {third}." in HANDBOOK


@pytest.mark.parametrize(
    ("received_on_a_closed_day", "day_one"),
    [("counts from that day", "2026-12-21"), ("counts as received on the next working day", "2026-12-22")],
)
def test_a_notification_on_a_saturday_has_the_day_one_that_the_handbook_says(
    guide: Guide, received_on_a_closed_day: Any, day_one: str
) -> None:
    clock = guide.procedure["rapid-review"].clock
    assert clock
    clock = clock.model_copy(update={"received_on_a_closed_day": received_on_a_closed_day})
    due = TypeAdapter(AnyDeadline).validate_python({"on": "working day 1"})
    saturday = {"notification-received": Start(days.parse("2026-12-19"), "The day of receipt")}
    counted = evaluate(rule_of(guide, clock, due), saturday, guide.calendars["england-and-wales"])
    assert counted is not None
    assert counted.due == days.parse(day_one)
    assert f"| `{received_on_a_closed_day}` | {days.long(counted.due)} |" in HANDBOOK


def test_the_look_back_reaches_where_the_handbook_says() -> None:
    reached = days.long(days.months_after(days.parse("2026-12-17"), -12))
    assert f"Received on Thursday 17 December 2026, this reaches back to {reached}." in HANDBOOK


def test_a_bank_holiday_written_as_the_handbook_says_moves_the_date_it_says() -> None:
    text = next(
        text for title, text in yaml_blocks() if title == "# calendars/england-and-wales.yml" and "2027-06-11" in text
    )
    data = read(ROOT / "procedures" / "calendars" / "england-and-wales.yml").value
    before = Calendar.from_data(data)
    after = Calendar.from_data({**data, **read_text(text, "calendar").value})
    start = days.parse("2027-06-10")
    assert before.working_day_after(start, 1) == days.parse("2027-06-11")
    moved = after.working_day_after(start, 1)
    assert f"`guide days after 2027-06-10 1 --explain` now gives {days.long(moved)}" in HANDBOOK


def test_the_change_that_the_handbook_walks_through_finds_the_problems_it_shows(tmp_path: Path) -> None:
    folder = tmp_path / "procedures"
    shutil.copytree(ROOT / "procedures", folder)
    path = folder / "rapid-review.yml"
    old, new = (
        "due: {on: working day 8, part: as early as possible}",
        "due: {on: working day 9, part: as early as possible}",
    )
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    assert new in HANDBOOK
    path.write_text(text.replace(old, new), "utf-8")
    found = check_guide(read_guide(folder))
    assert {problem.code for problem in found} == {"example", "number", "heading", "second-reading"}
    # Lines move whenever somebody edits the file, and every worked example says the same; the words may not change.
    shown = [one for one in found if one.code != "example" or one.place.path.endswith("christmas.yml")]
    assert len(shown) == 7
    for problem in shown:
        message = problem.message.replace(folder.as_posix(), "procedures")
        assert f"{problem.code} {message}\n        hint: {problem.hint}\n" in HANDBOOK
