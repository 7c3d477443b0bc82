"""Small guides in memory with several procedures, clocks and journeys, and a calendar without bank holidays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from types import MappingProxyType
from typing import Any

from committed_calendars import calendars
from guide.calendars import days
from guide.calendars.calendar import Calendar
from guide.calendars.days import WorkingDays
from guide.dates.board import Board, BoardAct
from guide.model.guide import Guide
from guide.model.partnership import Actor, Partnership
from guide.model.procedure import Procedure

FIRST, LAST = days.parse("2026-01-01"), days.parse("2027-12-31")
NO_HOLIDAYS = Calendar("none", "nowhere", WorkingDays(FIRST, LAST, ()), MappingProxyType({}), LAST, "", "", "")

ANCHORS = ("incident", "sent", "decided")
"""The first of them is the clock of no procedure, unless a test says so."""


def guide_with(procedures: Mapping[str, Sequence[dict[str, Any]]], **more: Any) -> Guide:
    """A guide of these procedures, numbered in their order, each with its steps.

    Each counts from `sent`; `clocks` says otherwise of some, and `journeys` which stand together.
    """
    clocks, journeys = more.get("clocks", {}), more.get("journeys", {})
    written = [
        _procedure(name, number, steps, clocks.get(name, {}))
        for number, (name, steps) in enumerate(procedures.items(), 1)
    ]
    empty: dict[str, Any] = {one.name: () for one in fields(Guide)}
    team = Actor.model_validate({"id": "team", "name": "The team", "short": "Team"})
    council = Actor.model_validate({"id": "council", "name": "The council", "short": "Council"})
    filled = {"folder": Path(), "partnership": _partnership(journeys), "actors": (team, council)}
    filled |= {"procedures": tuple(written), "calendars": calendars(), "decision_guide": None}
    return Guide(**(empty | filled))


def _procedure(name: str, number: int, steps: Sequence[dict[str, Any]], clock: Mapping[str, str]) -> Procedure:
    said = {"from": "sent", "calendar": "england-and-wales", "working_day_one": "the next working day"}
    entries = [{"title": f"Step {step['id']}", "who": "team", "does": "Do it.", **step} for step in steps]
    return Procedure.model_validate(
        {
            "id": name, "title": f"Procedure {name}", "flowchart": number, "source_title": name, "for": "Everyone",
            "starts": "It starts.", "ends": "It ends.", "summary": "An example.", "clock": {**said, **clock},
            "phases": [{"id": f"all-of-{name}", "title": "All of it", "steps": entries}],
        }
    )  # fmt: skip


def _partnership(journeys: Mapping[str, Sequence[str]]) -> Partnership:
    return Partnership.model_validate(
        {
            "area": "Exampleshire", "body": "Exampleshire Partnership", "website": {"name": "Example"},
            "nation": "england", "contact": "the team", "version": "1", "in_force_from": "2026-01-01",
            "review_by": "2027-01-01", "owner": "team", "approved_by": "the board",
            "journeys": {
                name: {"title": f"Journey {name}", "procedures": list(inside), "about": "It plans."}
                for name, inside in journeys.items()
            },
            "anchors": {
                name: {"asks": f"When {name}?", "short": name, "event": f"it is {name}", "day_zero": f"The day {name}",
                       "missing": f"Enter the day {name}"} for name in ANCHORS
            },
        }
    )  # fmt: skip


def act_of(board: Board, title: str) -> BoardAct:
    """The act with that title on the numbered days of a board."""
    (found,) = (act for act in board.acts if act.title == title)
    return found


def groups(board: Board) -> dict[str, list[tuple[str, str, str]]]:
    """Kind, words and author of each rule that counts from another event, by the heading of its group."""
    return {
        group.title: [(one.kind, one.rule.words, whose) for act in group.acts for one, whose in act.told]
        for group in board.groups
    }
