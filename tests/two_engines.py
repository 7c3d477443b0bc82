"""One question about dates put to both engines: a small guide made in memory, its plan, and the two answers."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from committed_calendars import calendars
from guide.calendars import days
from guide.calendars.calendar import Calendar
from guide.calendars.days import DayError
from guide.dates.compiled import compiled_calendar, compiled_plan
from guide.dates.plan import Plan
from guide.dates.planning import plan_of
from guide.dates.timeline import schedule
from guide.model.deadlines import AnyDeadline
from guide.model.guide import Guide
from guide.model.partnership import Partnership
from guide.model.procedure import Procedure
from guide.twins import node

_SCRIPTS = Path(__file__).parent / "js"
ANCHORS = ("received", "decided", "hearing", "published")
_PARTNERSHIP = Partnership.model_validate(
    {
        "area": "Exampleshire",
        "body": "Exampleshire Partnership",
        "website": {"name": "Example"},
        "nation": "england",
        "contact": "the team",
        "version": "1",
        "in_force_from": "2026-01-01",
        "review_by": "2027-01-01",
        "owner": "team",
        "approved_by": "the board",
        "journeys": {},
        "anchors": {
            name: {"asks": f"When {name}?", "short": name, "event": f"it is {name}", "day_zero": f"The day {name}",
                   "missing": f"Enter the day {name}"} for name in ANCHORS
        },
    }
)  # fmt: skip


def guide_of(*steps: Mapping[str, Any], **clock: str) -> Guide:
    """A guide of one procedure, counting from `received` unless the clock says otherwise."""
    said = {"from": "received", "calendar": "england-and-wales", "working_day_one": "the next working day"}
    written = [{"title": f"Step {step['id']}", "who": "team", "does": "Do it.", **step} for step in steps]
    procedure = Procedure.model_validate(
        {
            "id": "example", "title": "Example", "flowchart": 1, "source_title": "Example", "for": "Everyone",
            "starts": "It starts.", "ends": "It ends.", "summary": "An example.",
            "clock": said | {key.rstrip("_"): value for key, value in clock.items()},
            "phases": [{"id": "all", "title": "All of it", "steps": written}],
        }
    )  # fmt: skip
    empty: dict[str, Any] = {one.name: () for one in fields(Guide)}
    filled = {"folder": Path(), "partnership": _PARTNERSHIP, "procedures": (procedure,), "calendars": calendars()}
    return Guide(**(empty | filled))


def plan(*steps: Mapping[str, Any], **clock: str) -> Plan:
    """The plan of those steps."""
    return plan_of(guide_of(*steps, **clock), "example")


def deadline(written: Any) -> Any:
    """A deadline as an author writes it; raises what the check would show."""
    return TypeAdapter[Any](AnyDeadline).validate_python(written)


@dataclass(frozen=True)
class Question:
    """A plan and the dates that are known."""

    plan: Plan
    on: Mapping[str, str]
    done: Mapping[str, str] = field(default_factory=dict)
    calendar: str = "england-and-wales"


def numbers(dates: Mapping[str, str]) -> dict[str, int]:
    """Ids to days."""
    return {name: days.parse(date) for name, date in dates.items()}


def ask_python(questions: Sequence[Question], known: Mapping[str, Calendar] | None = None) -> list[dict[str, Any]]:
    """Python's answers: `{"steps": […], "skipped": […]}` or `{"error": code, "message": …}`.

    `skipped` is what the promised JSON leaves out: `[day, reason]` of each skipped day of each step.
    """
    return [_python(question, (known or calendars())[question.calendar]) for question in questions]


def _python(question: Question, known: Calendar) -> dict[str, Any]:
    try:
        worked = schedule(question.plan, known, numbers(question.on), numbers(question.done))
        lines = [step.counted.lines if step.counted else () for step in worked.steps]
        skipped = [[[line.day, line.reason] for line in of_step if line.kind == "skipped"] for of_step in lines]
        return {"steps": [step.as_json() for step in worked.steps], "skipped": skipped}
    except DayError as error:
        return {"error": error.code, "message": str(error)}


def ask_javascript(
    questions: Sequence[Question], known: Mapping[str, Calendar] | None = None, folder: Path = node.ASSETS
) -> list[dict[str, Any]]:
    """The browser's answers, from plans and calendars that went through the same JSON as on a page."""
    found: list[dict[str, Any]] = node.run_module(
        _SCRIPTS / "schedules.mjs", request_of(questions, known or calendars(), folder)
    )
    return found


def call_javascript(*calls: Sequence[Any]) -> list[dict[str, Any]]:
    """What functions of the browser's modules give; each call is `[module, function, *arguments]`."""
    request = {"folder": str(node.ASSETS), "calls": calls}
    found: list[dict[str, Any]] = node.run_module(_SCRIPTS / "calls.mjs", request)
    return found


def both(asked_of: Plan, on: Mapping[str, str], done: Mapping[str, str] | None = None) -> dict[str, Any]:
    """The answer that both engines give; fails when they differ."""
    asked = [Question(asked_of, on, done or {})]
    (found,), (theirs,) = ask_python(asked), ask_javascript(asked)
    assert found == theirs
    return found


def request_of(questions: Sequence[Question], known: Mapping[str, Calendar], folder: Path) -> dict[str, Any]:
    """What `schedules.mjs` reads."""
    plans = {id(question.plan): question.plan for question in questions}
    places = {key: place for place, key in enumerate(plans)}
    return {
        "folder": str(folder),
        "calendars": {name: compiled_calendar(one) for name, one in known.items()},
        "plans": [compiled_plan(one) for one in plans.values()],
        "questions": [[places[id(one.plan)], one.calendar, numbers(one.on), numbers(one.done)] for one in questions],
    }


def steps_of(answer: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The steps by id; fails with the refusal where there was one."""
    assert "steps" in answer, json.dumps(answer)
    return {step["id"]: step for step in answer["steps"]}


def dates_of(answer: Mapping[str, Any]) -> dict[str, str | None]:
    """Each step's due date."""
    return {name: step["due"] for name, step in steps_of(answer).items()}


def explanation(step: Mapping[str, Any]) -> list[str]:
    """The lines of a step's working."""
    return [line["text"] for line in step["explanation"]]
