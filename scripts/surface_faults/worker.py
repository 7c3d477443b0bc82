"""Tries faults in a copy of the project: run as a program of its own, in that copy, with a fault a line.

What no fault changes is loaded once. Each fault is tried in a forked copy of this program, which loads anew what
writes the surfaces, writes only those that are claimed, and says what their checks found.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import signal
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from surface_faults.fault import ROOT, Fault

SECONDS = 120
WRITERS = (
    "guide.pages",
    "guide.print",
    "guide.exports",
    "guide.flowcharts",
    "guide.wording",
    "guide.dates",
    "guide.cli",
)
READERS = ("surfaces",)
"""What is loaded anew with a fault in it, and those that read what it writes."""

SEEDS = (2, 3, 20)
"""Of the guides made at random that are asked where no sample area has what a fault takes away."""

Missed = dict[str, list[str]]


def main() -> None:
    """Answers each line, a fault as JSON, with a line of JSON."""
    guides = areas()
    for line in sys.stdin:
        fault = Fault(*json.loads(line))
        path = ROOT / fault.path
        sound = path.read_text("utf-8")
        try:
            path.write_text(fault.planted(), "utf-8")
            answer = in_a_copy(lambda fault=fault: noticed(fault, guides))  # type: ignore[misc]
        except ValueError as wrong:
            answer = {"complaint": str(wrong)}
        finally:
            path.write_text(sound, "utf-8")
        print(json.dumps(answer), flush=True)


def areas() -> dict[str, Any]:
    """The sample areas by name: faults are tried on them, whosever guide stands in `procedures/`."""
    known = importlib.import_module("area_guides")  # which stands with the tests
    made = importlib.import_module("surfaces.random_guides")
    guides = {name: known.area(name) for name in reversed(known.NAMES)}
    # Where several clocks, authorities and acts meet, as in no guide that anybody would write.
    return guides | {
        f"random {seed}": made.random_guide(Path(tempfile.mkdtemp()) / "procedures", seed) for seed in SEEDS
    }


def noticed(fault: Fault, guides: dict[str, Any]) -> dict[str, Any]:
    """Which of the claims of a fault did not notice it on any guide."""
    fresh()
    every, written = importlib.import_module("surfaces.every"), importlib.import_module("surfaces.written")
    missed = {surface: set(facts) for surface, facts in fault.claimed.items()}
    for area, guide in guides.items():
        sources = written.Written(guide)
        for surface in [name for name, facts in missed.items() if facts and (area, name) not in every.WRONG_YET]:
            for line in every.BY_NAME[surface].read(guide, sources):
                if not line.agrees:
                    missed[surface].discard(line.fact)
                if not missed[surface]:
                    break  # what is not written yet need not be
        if not any(missed.values()):
            break
    return {"missed": {surface: sorted(facts) for surface, facts in missed.items() if facts}}


def fresh() -> None:
    """Forgets what writes the surfaces, and what reads them, so that both are loaded again."""
    for name in [one for one in sys.modules if one.startswith((*WRITERS, *READERS))]:
        del sys.modules[name]
    for name in ("pages", "print", "exports", "flowcharts", "wording", "dates", "cli"):
        with contextlib.suppress(AttributeError, KeyError):
            delattr(sys.modules["guide"], name)


def in_a_copy(ask: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """What a forked copy of this program answers; a complaint where it stumbles or takes too long."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        signal.alarm(SECONDS)
        os._exit(_told(ask, writing))
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read().decode("utf-8")
    _, status = os.waitpid(child, 0)
    if not said:
        return {"complaint": f"it ended with the status {status} and said nothing"}
    answer: dict[str, Any] = json.loads(said)
    return answer


def _told(ask: Callable[[], dict[str, Any]], writing: int) -> int:
    try:
        answer = ask()
    except BaseException as error:  # whatever is raised: the surface could not be written
        answer = {"complaint": f"it could not be written: {type(error).__name__}: {str(error)[:300]}"}
    with os.fdopen(writing, "wb") as pipe:
        pipe.write(json.dumps(answer).encode("utf-8"))
    return 0


if __name__ == "__main__":
    main()
