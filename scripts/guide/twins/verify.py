"""Checks the counting against vectors: questions with the answer that somebody else, not this program, gave.

A `wd-vectors/1` file is a JSON object {"format", "vectors"}; a vector has `id`, `calendar`, `op`, `args`, `basis`,
and either `expect` (the value) or `error` (the code of the refusal).
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from guide.calendars import Calendar, WorkingDays
from guide.problems import Place, Problem, Problems
from guide.twins import node, operations
from guide.twins.operations import Ask, Reply

VECTORS_FORMAT = "wd-vectors/1"
Engine = Literal["python", "javascript", "both"]

_SCRIPT = Path(__file__).with_name("js") / "operations.mjs"


@dataclass(frozen=True, slots=True)
class Failure:
    """One vector that one engine did not answer as expected, or that cannot be asked."""

    id: str
    engine: str
    """python or javascript, or empty when it could not be asked of either."""
    reason: str

    def __str__(self) -> str:
        return f"{self.id}{f' [{self.engine}]' if self.engine else ''}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Report:
    """How many vectors every engine answered as expected, and each failure with its reason."""

    passed: int
    failures: tuple[Failure, ...]

    @property
    def failed(self) -> int:
        """How many vectors failed; one that fails in both engines counts once."""
        return len({failure.id for failure in self.failures})


def run(path: Path, engine: Engine, calendars: Mapping[str, Calendar]) -> Report:
    """Puts every vector of the file to the engine; raises `Problems` when the file or the engine cannot be used."""
    vectors = read_vectors(path)
    failures = [failure for vector in vectors if (failure := _unaskable(vector, calendars))]
    refused = {failure.id for failure in failures}
    asked = [vector for vector in vectors if vector["id"] not in refused]
    questions = [(vector["op"], vector["calendar"], vector["args"]) for vector in asked]
    known = {name: calendars[name].days for _, name, _ in questions}
    for name in ("python", "javascript") if engine == "both" else (engine,):
        found = _ask(path, name, questions, known)
        failures += [
            Failure(vector["id"], name, reason)
            for vector, answer in zip(asked, found, strict=True)
            if (reason := _why_wrong(vector, answer))
        ]
    return Report(len(vectors) - len({failure.id for failure in failures}), tuple(failures))


def format_report(report: Report) -> str:
    """Each failure on a line, and the last line `N passed, M failed`."""
    lines = [*(str(failure) for failure in report.failures), f"{report.passed} passed, {report.failed} failed"]
    # A vector may hold half a surrogate pair, which no terminal can show.
    return "\n".join(lines).encode("utf-8", "backslashreplace").decode("utf-8")


def read_vectors(path: Path) -> list[dict[str, Any]]:
    """The file's vectors, each with an `id` of its own; raises `Problems` when it is not a `wd-vectors/1` file."""
    try:
        data = json.loads(path.read_text("utf-8-sig"), object_pairs_hook=_without_repeats)
    except (OSError, ValueError, RecursionError) as error:
        raise _problem(path, "vectors-unreadable", f"The file cannot be read: {error}.", "Give a JSON file.") from error
    if not isinstance(data, dict) or data.get("format") != VECTORS_FORMAT:
        raise _problem(path, "vectors-format", f'This is not a file of "format": "{VECTORS_FORMAT}".')
    vectors = data.get("vectors")
    if not isinstance(vectors, list) or not vectors:
        raise _problem(path, "vectors-empty", "There are no vectors.", 'Put them in a list: "vectors": […].')
    ids: set[str] = set()
    for position, vector in enumerate(vectors, 1):
        name = vector.get("id") if isinstance(vector, dict) else None
        if not isinstance(name, str) or not name or name in ids:
            hint = "Give every vector an id that no other has."
            raise _problem(path, "vectors-id", f"Vector {position} has no id of its own.", hint)
        ids.add(name)
    return vectors


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
    if engine not in _ENGINES:
        raise _problem(path, "engine-unknown", f"Unknown engine {engine!r}.", "Use python, javascript or both.")
    try:
        return _ENGINES[engine](questions, known)
    except node.NodeProblem as error:
        raise _problem(path, "node", str(error)) from error


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
    question = f"{vector['op']}({', '.join(_shown(value) for value in vector['args'])})"
    return f"{question} expected {_described(expected)}, got {_described(answer)}"


def _described(answer: Reply) -> str:
    if answer.error is None:
        return _shown(answer.value)
    return f"error {answer.error}" + (f" ({answer.message})" if answer.message else "")


def _shown(value: object) -> str:
    return value if isinstance(value, str) and value.isascii() and value.strip() else json.dumps(value)


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError(f"one of the keys {', '.join(sorted(found))} is written twice in the same object")
    return found


def _problem(path: Path, code: str, message: str, hint: str = "") -> Problems:
    return Problems([Problem(Place(path.as_posix()), code, message, hint)])
