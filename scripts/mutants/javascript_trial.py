"""Trials of faults in JavaScript: the browser's engine with a fault is asked what it answered rightly without one."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from mutants.faults import ROOT, SOURCES, Fault, Trial
from mutants.python_trial import Answers

SECONDS = 20
_ASSETS = ROOT / "docs" / "assets" / "guide"
_FAULTS = Path(__file__).with_name("javascript_faults.cjs")


@dataclass(frozen=True, slots=True)
class JavaScriptFault:
    """A fault, and what it puts where in the file."""

    fault: Fault
    start: int
    end: int
    put: str

    def source(self) -> str:
        """The file's source with the fault in it. acorn counts as JavaScript does, in UTF-16 units."""
        text = self.fault.path.read_text("utf-8").encode("utf-16-le")
        return (text[: 2 * self.start] + self.put.encode("utf-16-le") + text[2 * self.end :]).decode("utf-16-le")


@dataclass(frozen=True, slots=True)
class Asked:
    """A request to one of the scripts that ask the browser's engine, and the right answer."""

    script: Path
    request: Mapping[str, Any]
    answer: Any


def faults_of(path: Path) -> list[JavaScriptFault]:
    """Every fault of the file, in order."""
    from guide.twins import find_node

    command = [str(find_node()), "--expose-internals", str(_FAULTS), str(path)]
    found = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    lines = path.read_text("utf-8").splitlines()
    return [_fault(path, number, one, lines) for number, one in enumerate(found)]


def _fault(path: Path, number: int, one: Mapping[str, Any], lines: Sequence[str]) -> JavaScriptFault:
    code = lines[one["line"] - 1].strip()
    fault = Fault(path, number, one["line"], one["inside"], one["before"], one["after"], code)
    return JavaScriptFault(fault, one["start"], one["end"], one["put"])


def questions(recorded: Answers) -> tuple[Asked, ...]:
    """What the tests asked of the browser's engine and what it answered, joined into one request for each script."""
    joined: dict[str, Asked] = {}
    for key, answer in recorded.items():
        script, request, _ = json.loads(key)
        if (before := joined.get(script)) is None:
            joined[script] = Asked(Path(script), request, answer)
        else:
            joined[script] = Asked(Path(script), _joined(before.request, request), [*before.answer, *answer])
    # The kernel's own questions first: they are quick, and notice most.
    return tuple(sorted(joined.values(), key=lambda ask: ask.script.name not in ("operations.mjs", "calls.mjs")))


def _joined(first: Mapping[str, Any], second: Mapping[str, Any]) -> dict[str, Any]:
    """Both requests in one: lists one after the other, and the numbers by which plans are named moved on."""
    moved = len(first.get("plans", ()))
    both = dict(first) | {key: [*first[key], *second[key]] for key in ("calls", "plans", "questions") if key in first}
    if "plans" in first:
        both["questions"] = [*first["questions"], *([plan + moved, *rest] for plan, *rest in second["questions"])]
    return both | {"calendars": dict(first.get("calendars", {})) | second.get("calendars", {})}


def trials(faults: Sequence[JavaScriptFault], asked: Sequence[Asked], processes: int) -> Iterator[Trial]:
    """The end of each fault's trial, as they end. Raises RuntimeError when the engine without a fault does not pass."""
    with tempfile.TemporaryDirectory() as folder:
        if _noticed(_ASSETS, asked):
            raise RuntimeError("the browser's engine does not pass without a fault: run make test")
        waiting = iter(faults)
        with ThreadPoolExecutor(processes) as pool:
            running = {pool.submit(_try, one, asked, Path(folder)) for one in islice(waiting, processes)}
            while running:
                ended, running = wait(running, return_when=FIRST_COMPLETED)
                running |= {pool.submit(_try, one, asked, Path(folder)) for one in islice(waiting, len(ended))}
                yield from (one.result() for one in ended)


def _try(one: JavaScriptFault, asked: Sequence[Asked], folder: Path) -> Trial:
    place = folder / f"{one.fault.path.stem}-{one.fault.number}"
    place.mkdir()
    for source in SOURCES["javascript"]:
        copy = place / source.relative_to(_ASSETS)
        copy.parent.mkdir(exist_ok=True)
        copy.write_text(one.source() if source == one.fault.path else source.read_text("utf-8"), "utf-8")
    # Without this Node.js would have to find out by itself that these are modules, and would say so each time.
    (place / "package.json").write_text('{"type": "module"}', "utf-8")
    # days.js is all that the kernel's questions load.
    fitting = [ask for ask in asked if one.fault.path.stem == "days" or ask.script.name != "operations.mjs"]
    try:
        noticed = _noticed(place, fitting)
    except TimeoutError:
        return Trial(one.fault, "hung")
    finally:
        shutil.rmtree(place)
    return Trial(one.fault, "noticed" if noticed else "survived", noticed)


def _noticed(folder: Path, asked: Sequence[Asked]) -> str:
    from guide.twins import find_node

    for ask in asked:
        places = {"folder": str(folder), "days": str(folder / "calendars" / "days.js")}
        request = dict(ask.request) | places
        # The limit is of processor time: a busy machine is not a fault. No shell reads the paths as anything but paths.
        limited = ["sh", "-c", f'ulimit -t {SECONDS}; exec "$@"', "sh"]
        command = [*limited, str(find_node()), "--max-old-space-size=512", str(ask.script)]
        done = subprocess.run(command, input=json.dumps(request).encode(), capture_output=True)
        if done.returncode < 0:
            raise TimeoutError(ask.script.name)
        if done.returncode != 0 or json.loads(done.stdout) != ask.answer:
            return ask.script.name
    return ""
