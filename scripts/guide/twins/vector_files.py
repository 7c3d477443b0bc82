"""Files of known answers, in two formats, and what comes of asking the engines: what passed and what did not."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from guide.problems import Place, Problem, Problems

VECTORS_FORMAT = "wd-vectors/1"
"""Single counts, asked of the counting kernel."""
ACTS_FORMAT = "act-vectors/1"
"""Acts of a guide, asked of everything that gives the page its dates."""
Json = Mapping[str, Any]
"""A value of a file or of an engine's answer, read from JSON."""
Engine = Literal["python", "javascript", "both"]


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


def format_report(report: Report) -> str:
    """Each failure on a line, and the last line `N passed, M failed`."""
    lines = [*(str(failure) for failure in report.failures), f"{report.passed} passed, {report.failed} failed"]
    # A vector may hold half a surrogate pair, which no terminal can show.
    return "\n".join(lines).encode("utf-8", "backslashreplace").decode("utf-8")


def format_of(path: Path) -> str:
    """Which kind of questions the file has, by its own `format`; raises `Problems` when it is none that is known."""
    return str(_read(path, (VECTORS_FORMAT, ACTS_FORMAT))["format"])


def read_vectors(path: Path, expected: str = VECTORS_FORMAT) -> list[dict[str, Any]]:
    """The file's vectors, each with an `id` of its own; raises `Problems` when it is not a file of that format."""
    vectors = _read(path, (expected,)).get("vectors")
    if not isinstance(vectors, list) or not vectors:
        raise vectors_problem(path, "vectors-empty", "There are no vectors.", 'Put them in a list: "vectors": […].')
    ids: set[str] = set()
    for position, vector in enumerate(vectors, 1):
        name = vector.get("id") if isinstance(vector, dict) else None
        if not isinstance(name, str) or not name or name in ids:
            hint = "Give every vector an id that no other has."
            raise vectors_problem(path, "vectors-id", f"Vector {position} has no id of its own.", hint)
        ids.add(name)
    return vectors


def engines_of(path: Path, engine: str) -> tuple[str, ...]:
    """The engines to ask, by name; raises `Problems` for one that there is not."""
    if engine not in ("python", "javascript", "both"):
        raise vectors_problem(path, "engine-unknown", f"Unknown engine {engine!r}.", "Use python, javascript or both.")
    return ("python", "javascript") if engine == "both" else (engine,)


def shown(value: object) -> str:
    """A value of a vector as a report shows it."""
    return value if isinstance(value, str) and value.isascii() and value.strip() else json.dumps(value)


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError(f"one of the keys {', '.join(sorted(found))} is written twice in the same object")
    return found


def vectors_problem(path: Path, code: str, message: str, hint: str = "") -> Problems:
    """What is wrong with the file as a whole, to raise."""
    return Problems([Problem(Place(path.as_posix()), code, message, hint)])


def _read(path: Path, formats: tuple[str, ...]) -> dict[str, Any]:
    try:
        data = json.loads(path.read_text("utf-8-sig"), object_pairs_hook=_without_repeats)
    except (OSError, ValueError, RecursionError) as error:
        message = f"The file cannot be read: {error}."
        raise vectors_problem(path, "vectors-unreadable", message, "Give a JSON file.") from error
    known = " or ".join(f'"{one}"' for one in formats)
    if not isinstance(data, dict) or data.get("format") not in formats:
        raise vectors_problem(path, "vectors-format", f'This is not a file of "format": {known}.', "Say so in it.")
    return data
