"""Checks the counting against vectors: questions with the answer that somebody else, not this program, gave.

A `wd-vectors/1` file is a JSON object {"format", "vectors"}; a vector has `id`, `calendar`, `op`, `args`, `basis`,
and either `expect` (the value) or `error` (the code of the refusal).
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from guide.calendars import Calendar, WorkingDays
from guide.model import Guide
from guide.twins import node, operations
from guide.twins.act_vectors import run_acts
from guide.twins.operations import Ask, Reply
from guide.twins.vector_files import (
    ACTS_FORMAT,
    Engine,
    Failure,
    Report,
    engines_of,
    format_of,
    read_vectors,
    shown,
    vectors_problem,
)

_SCRIPT = Path(__file__).with_name("js") / "operations.mjs"


def verify_file(path: Path, engine: Engine, guide: Guide) -> Report:
    """Puts every question of the file to the engines; the file's own `format` says which kind they are.

    Raises `Problems` when the file or the engine cannot be used.
    """
    if format_of(path) == ACTS_FORMAT:
        return run_acts(path, engine, guide)
    return run(path, engine, guide.calendars)


def run(path: Path, engine: Engine, calendars: Mapping[str, Calendar]) -> Report:
    """Puts every vector of the file to the engine; raises `Problems` when the file or the engine cannot be used."""
    vectors = read_vectors(path)
    failures = [failure for vector in vectors if (failure := _unaskable(vector, calendars))]
    refused = {failure.id for failure in failures}
    asked = [vector for vector in vectors if vector["id"] not in refused]
    questions = [(vector["op"], vector["calendar"], vector["args"]) for vector in asked]
    known = {name: calendars[name].days for _, name, _ in questions}
    for name in engines_of(path, engine):
        found = _ask(path, name, questions, known)
        failures += [
            Failure(vector["id"], name, reason)
            for vector, answer in zip(asked, found, strict=True)
            if (reason := _why_wrong(vector, answer))
        ]
    return Report(len(vectors) - len({failure.id for failure in failures}), tuple(failures))


def ask_python(questions: Sequence[Ask], calendars: Mapping[str, WorkingDays]) -> list[Reply]:
    """The answers of the Python twin."""
    return operations.answers(questions, calendars)


def ask_javascript(
    questions: Sequence[Ask], calendars: Mapping[str, WorkingDays], time_zone: str | None = None
) -> list[Reply]:
    """The answers of the browser's twin, from one Node.js process; raises `NodeProblem` when there is none."""
    request = {
        "days": str(node.ASSETS / "calendars" / "days.js"),
        "calendars": {
            name: {"first": known.first, "last": known.last, "closed": sorted(known.closed)}
            for name, known in calendars.items()
        },
        "questions": questions,
    }
    found = node.run_module(_SCRIPT, request, environment={"TZ": time_zone} if time_zone else None)
    return [Reply(**answer) for answer in found]


_ENGINES: Mapping[str, Callable[[Sequence[Ask], Mapping[str, WorkingDays]], list[Reply]]] = {
    "python": ask_python,
    "javascript": ask_javascript,
}


def _ask(path: Path, engine: str, questions: Sequence[Ask], known: Mapping[str, WorkingDays]) -> list[Reply]:
    try:
        return _ENGINES[engine](questions, known)
    except node.NodeProblem as error:
        raise vectors_problem(path, "node", str(error)) from error


def _unaskable(vector: Mapping[str, Any], calendars: Mapping[str, Calendar]) -> Failure | None:
    reason = None
    operation, calendar, arguments = vector.get("op"), vector.get("calendar"), vector.get("args")
    if not isinstance(operation, str) or not isinstance(arguments, list):
        reason = "a vector needs op: a name, and args: a list"
    elif not isinstance(calendar, str) or calendar not in calendars:
        reason = f"unknown calendar {calendar!r}; known are {', '.join(calendars) or 'none'}"
    elif (vector.get("expect") is None) == (vector.get("error") is None):
        reason = "a vector needs either expect: or error:, and not both"
    else:
        reason = operations.why_not_askable(operation, arguments)
    return None if reason is None else Failure(vector["id"], "", reason)


def _why_wrong(vector: Mapping[str, Any], answer: Reply) -> str | None:
    expected = Reply(value=vector.get("expect"), error=vector.get("error"))
    # `1 == True` in Python, so that the type has to be compared too.
    if answer.error == expected.error and answer.value == expected.value and type(answer.value) is type(expected.value):
        return None
    question = f"{vector['op']}({', '.join(shown(value) for value in vector['args'])})"
    return f"{question} expected {_described(expected)}, got {_described(answer)}"


def _described(answer: Reply) -> str:
    if answer.error is None:
        return shown(answer.value)
    return f"error {answer.error}" + (f" ({answer.message})" if answer.message else "")
