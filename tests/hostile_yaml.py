"""Files that an enemy, or a bad day, could leave in a guide's folder; and what may come of reading them."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from area_guides import AREAS, NAMES
from committed_calendars import REPOSITORY
from examples import EXAMPLES
from guide.problems import Problems

SHARES = {"bytes": 4, "texts": 4, "damaged files": 5, "damaged guides": 10, "guides with any value": 10}
"""Of how many examples each law gets one: a whole guide costs ten times as much as a file."""


def many(law: str) -> settings:
    """The examples of one law. Fixtures may be shared: each example overwrites the file of the last one."""
    return settings(
        max_examples=-(-EXAMPLES // SHARES[law]), suppress_health_check=[HealthCheck.function_scoped_fixture]
    )


ABOUT_THE_WHOLE_FILE = {"too-large", "unreadable", "more-problems", "missing-file", "outside", "file-name"}
"""Problems that stand at no line. Every other one must name a line and column that an editor can go to."""

SIGNS = [
    *("\t", "\0", "\r", "\u2028", "\ufeff", "\ufffe", "\ud800", "\x85", "🙂", "é", " #", ": ", "- ", "? ", "&a ", "*a"),
    *("!!python/object ", "!x ", "%YAML 1.1\n", "---\n", "...\n", "|", ">", "{", "}", "[", "]", ",", '"', "'", "\\x00"),
    *("<<: ", "\n", "  ", "~", "null", "no", "010", "1e9", "9" * 30, "\\", "`", "@", "%", "#", "0x1F", "2026-13-45"),
]

Outcome = Callable[[], object]


def faults_of(outcome: Outcome, text: str | bytes | None = None, path: str = "") -> list[str]:
    """What is wrong with how a reading ended: nothing where it gave a value, or problems an author can act on.

    `text` is what the file called `path` holds. Any exception but `Problems` goes on to the test.
    """
    try:
        outcome()
    except Problems as found:
        rows = _rows(text)
        return [
            f"{fault}: {problem}"
            for problem in found.problems
            for fault in _faults(problem, rows if problem.place.path.endswith(path) else None)
        ]
    return []


def _faults(problem: Any, rows: list[int] | None) -> list[str]:
    place, found = problem.place, []
    if not (problem.code and problem.message.strip() and problem.hint.strip()):
        found.append("without words")
    if not place.path or "\n" in str(place):
        found.append("without a file")
    if problem.code in ABOUT_THE_WHOLE_FILE or problem.code.startswith("no-"):
        return found
    if place.line < 1 or place.column < 1:
        found.append("nowhere in its file")
    # The end of a line, and the line after the last, are places where something can be missing.
    elif rows is not None and (place.line > len(rows) or place.column > rows[place.line - 1] + 1):
        found.append("outside its file")
    return found


def _rows(text: str | bytes | None) -> list[int] | None:
    """How long each line is, in letters, as an editor shows it."""
    if text is None:
        return None
    if isinstance(text, bytes):
        text = text.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    return [len(line) for line in re.split(r"\r\n|\r|\n", text)]


@cache
def real_texts() -> tuple[str, ...]:
    """Every file of the areas and of the starter, which have no calendars of their own."""
    folders = (*(AREAS / name for name in NAMES), REPOSITORY / "scripts" / "guide" / "starter")
    return tuple(path.read_text("utf-8") for folder in folders for path in sorted(folder.rglob("*.yml"))
                 if path.parent.name != "calendars")  # fmt: skip


def mutated(text: str, seed: int, times: int) -> str:
    """The text after some changes that a slip of the hand or of a program could make. Equal seeds, equal changes."""
    dice = random.Random(seed)
    for _ in range(times):
        text = dice.choice(_CHANGES)(text, dice)
    return text


def _delete_line(text: str, dice: random.Random) -> str:
    lines, at = _at_line(text, dice)
    return "".join(lines[:at] + lines[at + 1 :])


def _double_line(text: str, dice: random.Random) -> str:
    lines, at = _at_line(text, dice)
    return "".join(lines[: at + 1] + lines[at:])


def _swap_lines(text: str, dice: random.Random) -> str:
    lines, at = _at_line(text, dice)
    other = dice.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]
    return "".join(lines)


def _move_indent(text: str, dice: random.Random) -> str:
    lines, at = _at_line(text, dice)
    lines[at] = dice.choice(["", " ", "  ", "    ", "\t", " " * 40]) + lines[at].lstrip(" ")
    return "".join(lines)


def _inject(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text) + 1)
    return text[:at] + dice.choice(SIGNS) + text[at:]


def _cut(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text) + 1)
    return text[:at] + text[at + dice.choice([1, 2, 10, 10_000]) :]


_CHANGES = (_delete_line, _double_line, _swap_lines, _move_indent, _inject, _cut)


def _at_line(text: str, dice: random.Random) -> tuple[list[str], int]:
    lines = text.splitlines(keepends=True) or [""]
    return lines, dice.randrange(len(lines))


SCALARS: st.SearchStrategy[Any] = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**12), 10**12), st.text(max_size=12), st.sampled_from(SIGNS)
)
ANYTHING: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=8), inner, max_size=4)),
    max_leaves=8,
)
"""Any value that YAML could hold in any place."""


def write(path: Path, text: str) -> None:
    """Exactly these letters, those that no encoding knows included."""
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
