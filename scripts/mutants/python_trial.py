"""Trials of faults in Python: each in a forked copy of one warm process, which runs the tests until one fails."""

from __future__ import annotations

import importlib
import json
import os
import pickle
import resource
import sys
import types
from collections.abc import Iterator, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from typing import Any

from mutants.faults import ROOT, Fault, Trial
from mutants.python_faults import source_with
from mutants.tests_in_memory import ask_the_vectors_of_javascript, cases, seconds_of

SECONDS = 30
"""Of processor time: waiting for Node.js is not hanging."""
_RELOADED = "guide.calendars"
"""What is loaded anew with a fault. The nouns stay: pydantic takes longer to make them than most tests take."""
_MEMORY = 4 << 30
_NOTICED, _SURVIVED = 1, 0

Answers = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Baseline:
    """What the tests do without a fault."""

    seconds: Mapping[str, float]
    """How long each takes, so that the quickest come first."""
    answers: Answers
    """What Node.js answered to each request, so that it is asked once and not for every fault."""


def warm_up() -> None:
    """Loads everything that no fault can change, once."""
    sys.path[:0] = [str(ROOT / "tests")]
    from hypothesis import Phase, settings

    # Finding the smallest example takes time and says nothing more.
    settings.register_profile(
        "mutants", deadline=None, derandomize=True, max_examples=50, phases=(Phase.explicit, Phase.generate)
    )
    settings.load_profile("mutants")
    import pydantic  # noqa: F401
    import pytest  # noqa: F401

    import guide.model  # noqa: F401


def baseline(folder: Path) -> Baseline:
    """Runs every test once; raises RuntimeError with the first that fails, because then no trial means anything."""
    path = folder / "baseline.pickle"
    child = os.fork()
    if child == 0:
        os._exit(_record(path))
    _, status = os.waitpid(child, 0)
    if status != 0:
        raise RuntimeError("the tests do not pass without a fault: run make test")
    found: Baseline = pickle.loads(path.read_bytes())
    return found


def _record(path: Path) -> int:
    try:
        answers: Answers = {}
        _remember_node(answers)
        seconds = {case.name: seconds_of(case) for case in cases()}
        ask_the_vectors_of_javascript()
        path.write_bytes(pickle.dumps(Baseline(seconds, answers)))
    except BaseException as error:  # a failing test may raise anything
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return 1
    return 0


def trials(faults: Sequence[Fault], known: Baseline, processes: int) -> Iterator[Trial]:
    """The end of each fault's trial, as they end."""
    waiting, running = list(faults), dict[int, tuple[Fault, int]]()
    while waiting or running:
        while waiting and len(running) < processes:
            fault = waiting.pop(0)
            reading, writing = os.pipe()
            child = os.fork()
            if child == 0:
                os.close(reading)
                os._exit(_try(fault, known, writing))
            os.close(writing)
            running[child] = (fault, reading)
        child, status = os.wait()
        fault, reading = running.pop(child)
        with os.fdopen(reading, "rb") as pipe:
            by = pipe.read().decode("utf-8")
        if os.WIFSIGNALED(status):
            yield Trial(fault, "hung")
        else:
            yield Trial(fault, "survived" if os.WEXITSTATUS(status) == _SURVIVED else "noticed", by)


def _try(fault: Fault, known: Baseline, writing: int) -> int:
    """In the forked copy: puts the fault in, runs the tests, says which one noticed."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    name = "the module itself, which no longer loads"
    with Path(os.devnull).open("w") as nowhere, redirect_stdout(nowhere), redirect_stderr(nowhere):
        try:
            _put_in(fault)
            _remember_node(dict(known.answers))
            name = "a test file, which no longer loads"
            for case in sorted(cases(), key=lambda case: known.seconds.get(case.name, 0)):
                name = case.name
                case.run()
        except BaseException:  # whatever is raised has been noticed
            os.write(writing, name.encode("utf-8"))
            return _NOTICED
    return _SURVIVED


def _put_in(fault: Fault) -> None:
    """Loads the module with its fault, and anew whatever took anything from it; what stays is given the new modules."""
    name = ".".join(fault.path.relative_to(ROOT / "scripts").with_suffix("").parts)
    before = {key: sys.modules.pop(key) for key in list(sys.modules) if key.startswith(_RELOADED)}
    sys.meta_path.insert(0, _Finder(name, fault))
    new = {id(module): importlib.import_module(key) for key, module in before.items()}
    for kept in [module for key, module in sys.modules.items() if key.startswith("guide") and key not in before]:
        for key, value in list(vars(kept).items()):
            if id(value) in new:
                setattr(kept, key, new[id(value)])


class _Finder(MetaPathFinder):
    """Finds one module, and loads it with its fault."""

    def __init__(self, name: str, fault: Fault) -> None:
        self.name, self.fault = name, fault

    def find_spec(self, fullname: str, path: object, target: object = None) -> ModuleSpec | None:
        if fullname != self.name:
            return None
        return spec_from_file_location(fullname, self.fault.path, loader=_Loader(fullname, self.fault))


class _Loader(SourceFileLoader):
    def __init__(self, fullname: str, fault: Fault) -> None:
        super().__init__(fullname, str(fault.path))
        self.fault = fault

    def get_code(self, fullname: str) -> types.CodeType:
        return compile(source_with(self.fault), str(self.fault.path), "exec")


def _remember_node(answers: Answers) -> None:
    from guide.twins import node

    really = node.run_module

    def remembered(module: Path, request: object, **more: Any) -> Any:
        key = json.dumps([str(module), request, sorted(more.get("environment") or {})])
        if key not in answers:
            answers[key] = really(module, request, **more)
        return answers[key]

    node.run_module = remembered
