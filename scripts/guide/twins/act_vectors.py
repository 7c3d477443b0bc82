"""Checks what both engines say of acts against vectors: which date governs, what stands beside it, what is overdue.

How a vector is read stands in `act_questions.py`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from guide.calendars import DayError, days
from guide.dates import ScheduledAct, compiled_calendar, compiled_plan, schedule, stands
from guide.model import Guide
from guide.twins import node
from guide.twins.act_questions import ActQuestion, Unaskable, question_of
from guide.twins.vector_files import (
    ACTS_FORMAT,
    Engine,
    Failure,
    Json,
    Report,
    engines_of,
    read_vectors,
    vectors_problem,
)

_SCRIPT = Path(__file__).with_name("js") / "acts.mjs"
ActAnswer = Json
"""For each act asked about what is said of it; or `error` and `message` of a refusal."""


def run_acts(path: Path, engine: Engine, guide: Guide, assets: Path = node.ASSETS) -> Report:
    """Puts every vector of the file to the engine; raises `Problems` when the file or the engine cannot be used."""
    vectors = read_vectors(path, ACTS_FORMAT)
    failures: list[Failure] = []
    asked: list[tuple[Json, ActQuestion]] = []
    for vector in vectors:
        try:
            asked.append((vector, question_of(vector, guide)))
        except Unaskable as reason:
            failures.append(Failure(vector["id"], "", str(reason)))
    questions = [question for _, question in asked]
    for name in engines_of(path, engine):
        try:
            found = ask_acts(name, questions, guide, assets)
        except node.NodeProblem as error:
            raise vectors_problem(path, "node", str(error)) from error
        for (given, _), answer in zip(asked, found, strict=True):
            failures += [Failure(given["id"], name, reason) for reason in why_answered_wrong(given, answer)]
    return Report(len(vectors) - len({failure.id for failure in failures}), tuple(failures))


def ask_acts(
    engine: str, questions: Sequence[ActQuestion], guide: Guide, assets: Path = node.ASSETS
) -> list[ActAnswer]:
    """The answers of one engine, in the order of the questions; `assets` is the folder of the browser's."""
    if engine == "python":
        return [_python_answer(question, guide) for question in questions]
    plans = {question.plan.name: question.plan for question in questions}
    calendars = {plan.calendar for plan in plans.values()}
    request = {
        "folder": str(assets),
        "plans": {name: compiled_plan(plan) for name, plan in plans.items()},
        "calendars": {name: compiled_calendar(guide.calendars[name]) for name in calendars},
        "questions": [[one.plan.name, one.anchors, one.done, one.today, one.acts] for one in questions],
    }
    found: list[ActAnswer] = node.run_module(_SCRIPT, request)
    return found


def _python_answer(question: ActQuestion, guide: Guide) -> ActAnswer:
    calendar = guide.calendars[question.plan.calendar]
    try:
        found = schedule(question.plan, calendar, question.anchors, question.done, question.today)
    except DayError as error:
        return {"error": error.code, "message": str(error)}
    acts = {name: step.act for step in found.steps for name in (step.act.act.id, step.step.id)}
    return {
        name: {
            **_said_of(acts[name]),
            **({} if question.today is None else {"stands": list(stands(acts[name], question.today, calendar))}),
        }
        for name in question.acts
    }


def _said_of(act: ScheduledAct) -> Json:
    """What is said of an act whatever day it is, with the names of `ACT_FIELDS`."""
    rules = [(one.rule.step, one.rule.rule, one.counted.due) for one in act.standing]
    return {
        "governs": _iso(act.due),
        "set_by": [[one.rule.step, one.rule.rule.kind, one.rule.rule.authority] for one in act.governs],
        "opens": _iso(act.opens),
        "limit": _iso(act.limit),
        "standing": [[step, rule.kind, rule.authority, _iso(due)] for step, rule, due in rules],
        "open": [[one.anchor, one.authority] for one in act.open],
        "conflicts": sorted([one.other, _iso(one.due)] for one in act.conflicts),
        "done": _iso(act.done),
    }


def _iso(day: int | None) -> str | None:
    return None if day is None else days.text(day)


def why_answered_wrong(vector: Json, answer: ActAnswer) -> Iterator[str]:
    """Each fact of an answer that is not the one expected, in words."""
    error, expect = vector.get("error"), vector.get("expect")
    refused = isinstance(answer.get("error"), str)
    if refused or error is not None:
        if not refused or answer["error"] != error:
            got = f"error {answer['error']} ({answer['message']})" if refused else "dates"
            yield f"expected {'dates' if error is None else f'error {error}'}, got {got}"
        return
    for name, said in (expect or {}).items():
        for field, value in said.items():
            # As text, for which true is not 1, and 1.0 is not 1 either.
            if (wanted := _shown(value)) != (got := _shown(answer[name][field])):
                yield f"{name}, {field}: expected {wanted}, got {got}"


def _shown(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
