"""Guides of any size, to see what a procedure costs in a small guide and in a large one.

Each procedure has fifteen entries in three phases: twelve steps, a decision and two outcomes, with every kind of
deadline that an author may write but the earlier and the later of two. What stands around them is the example that
`guide new` writes.
"""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[1]
STARTER = SCRIPTS / "guide" / "starter"
CALENDARS = SCRIPTS.parent / "procedures" / "calendars"

ENTRIES = 15
ABOUT = """\
for: Anyone who works with a child
starts: Something happens.
ends: Everything is on record.
summary: A procedure among many.
clock:
  from: disagreement-raised
  calendar: england-and-wales
  working_day_one: the next working day
  reading: day-raised-is-day-zero
"""
TEAM = ("professional", "other-agency", "managers", "partnership-team")


def write_guide(folder: Path, procedures: int) -> Path:
    """Writes a guide of so many procedures into a new folder, and gives it; the same number gives the same bytes."""
    shutil.copytree(STARTER, folder, ignore=shutil.ignore_patterns("resolve-disagreement.yml", "examples"))
    shutil.copytree(CALENDARS, folder / "calendars")
    (folder / "examples").mkdir()
    for number in range(1, procedures + 1):
        (folder / f"procedure-{number}.yml").write_text(_procedure(number), "utf-8")
        (folder / "examples" / f"example-{number}.yml").write_text(_example(number), "utf-8")
    items = "".join(
        f"- id: {_item(number)}\n  line: {number}\n  under: Flowchart {number}\n  about: All of it.\n"
        f"  covered_by: [first-{number}, way-{number}, settled-{number}, dropped-{number}]\n"
        for number in range(1, procedures + 1)
    )
    (folder / "source.yml").write_text(items, "utf-8")
    _change(folder / "questions.yml", {"[F1-03]": "all", "[F1-02]": "all"})
    journeys = "".join(
        f"  journey-{number}:\n    title: Journey {number}\n    about: Two procedures that follow one another.\n"
        f"    procedures: [{_named(range(number, min(number + 2, procedures + 1)))}]\n    asks: [disagreement-raised]\n"
        for number in range(1, procedures + 1, 2)
    )
    partnership = (folder / "partnership.yml").read_text("utf-8")
    before, rest = partnership.split("journeys:", 1)
    after = rest[rest.index("\nanchors:") :]
    (folder / "partnership.yml").write_text(f"{before}journeys:\n{journeys}{after}", "utf-8")
    return folder


def _example(number: int) -> str:
    """A worked example of every limit, in weeks without a bank holiday."""
    start = number % 7
    raised = date(2027, 6, 7)
    thirty, weeks, months = raised + timedelta(days=30), raised + timedelta(days=44), date(2027, 10, 21)
    limits = {0: _weekday(raised, 1 + start), 4: _weekday(raised, 11 + start), 5: thirty, 7: weeks, 9: months}
    expected = "".join(f"  step-{number}-{place}: {day}\n" for place, day in limits.items())
    return (
        f"id: example-{number}\ntitle: Example {number}\njourney: procedure-{number}\n"
        f"on: {{disagreement-raised: {raised}}}\nexpect:\n{expected}teaches: One example of many.\n"
    )


def _weekday(day: date, number: int) -> date:
    while number:
        day += timedelta(days=1)
        number -= day.weekday() < 5
    return day


def _named(numbers: range) -> str:
    return ", ".join(f"procedure-{number}" for number in numbers)


def _item(number: int) -> str:
    """The id of a source item: nine flowcharts of a hundred pieces, and letters behind them."""
    piece, letter = divmod(number, 26)
    return f"F{1 + piece // 100}-{piece % 100:02}{chr(ord('a') + letter)}"


def _change(path: Path, changes: dict[str, str]) -> None:
    text = path.read_text("utf-8")
    for before, after in changes.items():
        text = text.replace(before, after)
    path.write_text(text, "utf-8")


def _procedure(number: int) -> str:
    first, second, third = _phases(number)
    return f"""\
id: procedure-{number}
title: Procedure number {number}
flowchart: {number}
source_title: Flowchart {number}
{ABOUT}\
phases:
  - id: phase-{number}-1
    title: At first
    steps:
{first}\
      - decision: way-{number}
        title: Is it settled?
        who: professional
        asks: Is everything settled?
        branches:
          - {{answer: "Yes", then: settled-{number}}}
          - {{answer: "No", then: step-{number}-4}}
          - {{answer: There is no answer, gap: no-answer}}
        source: [{_item(number)}]
  - id: phase-{number}-2
    title: Then
    steps:
{second}\
  - id: phase-{number}-3
    title: At last
    steps:
{third}\
      - outcome: settled-{number}
        title: It is settled
        says: Nothing more is to be done.
        source: [{_item(number)}]
      - outcome: dropped-{number}
        title: It is on record
        says: The record is kept.
        source: [{_item(number)}]
"""


def _phases(number: int) -> tuple[str, str, str]:
    """The steps of the three phases, as they stand in the file."""
    start = number % 7
    dues = [
        f"{{within: {1 + start} working days, of: disagreement-raised}}",
        f"{{on: working day {2 + start}}}",
        f"{{on: working days {3 + start} to {4 + start}}}",
        f"{{after: 2 working days, from: step-{number}-2}}",
        f"{{within: 5 working days, of: step-{number}-3}}",
        "{within: 30 calendar days, of: disagreement-raised}",
        "not stated",
        f"{{within: 2 weeks, of: step-{number}-5}}",
        "at relevant intervals",
        f"{{within: 3 months, of: step-{number}-7}}",
        "not stated",
    ]
    sets = {2: 3, 3: 4, 5: 7, 7: 9}
    ends = f"        then: dropped-{number}\n"
    steps = [
        _step(f"step-{number}-{place}", place, due, ends if place == len(dues) - 1 else "")
        for place, due in enumerate(dues)
    ]
    steps = [
        step + (f"        sets: [step-{number}-{sets[place]}]\n" if place in sets else "")
        for place, step in enumerate(steps)
    ]
    first = _step(f"first-{number}", 0, "as soon as possible", f"        source: [{_item(number)}]\n")
    return first + "".join(steps[:4]), "".join(steps[4:8]), "".join(steps[8:])


def _step(name: str, place: int, due: str, more: str = "") -> str:
    who, to = TEAM[place % 4], TEAM[(place + 1) % 4]
    forms = "        forms: [pd-1]\n" if place % 4 == 0 else ""
    return (
        f"      - id: {name}\n        title: Do what is asked, part {place}\n        who: {who}\n        to: {to}\n"
        f"        does: Do what the procedure asks at this point, and tell those who wait for it.\n        due: {due}\n"
        f"{forms}{more}"
    )
