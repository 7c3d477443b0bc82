"""The project's own tests, run as plain functions: starting pytest for each fault would take an hour."""

from __future__ import annotations

import importlib
import inspect
import itertools
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from mutants.faults import ROOT

MODULES = (
    "calendars.test_days", "dates.test_counting", "dates.test_counting_working", "dates.test_rules",
    "dates.test_rules_chains", "dates.test_schedules", "dates.test_compiled", "twins.test_twins_refusals",
    "calendars.test_days_laws",
)  # fmt: skip
# Here the fault is in Python.
LEFT_OUT = frozenset({"javascript"})


@dataclass(frozen=True, slots=True)
class Case:
    """One test with one set of parameters."""

    name: str
    run: Callable[[], object]


def cases(modules: Sequence[str] = MODULES) -> Iterator[Case]:
    """Every test that needs nothing but its parameters, and random questions to both engines."""
    for module_name in modules:
        module = importlib.import_module(module_name)
        for name, function in vars(module).items():
            if name.startswith("test_") and callable(function) and function.__module__ == module_name:
                yield from _of(f"{module_name}::{name}", function)
    yield Case("twins.test_twins_days, in small", _random_kernel_questions)
    yield Case("twins.test_twins_timeline, in small", _random_schedules)
    yield Case("the vectors about acts", lambda: _ask_about_acts("python"))


def _of(name: str, function: Callable[..., object]) -> Iterator[Case]:
    sets = [_parameters(mark) for mark in getattr(function, "pytestmark", ()) if mark.name == "parametrize"]
    for place, chosen in enumerate(itertools.product(*sets)):
        given = {key: value for one in chosen for key, value in one.items()}
        needs = set(inspect.signature(function).parameters) - set(given)
        if needs or any(isinstance(value, str) and value in LEFT_OUT for value in given.values()):
            continue
        yield Case(f"{name}[{place}]" if sets else name, lambda given=given: function(**given))  # type: ignore[misc]


def _parameters(mark: Any) -> list[dict[str, Any]]:
    names, values = mark.args[0], mark.args[1]
    split = [one.strip() for one in names.split(",")] if isinstance(names, str) else list(names)
    return [dict(zip(split, [value] if len(split) == 1 else _values(value), strict=True)) for value in values]


def _values(value: Any) -> Sequence[Any]:
    return value.values if hasattr(value, "values") and hasattr(value, "marks") else value  # type: ignore[no-any-return]


def _random_kernel_questions() -> None:
    from guide.twins import verify

    kernel: Any = importlib.import_module("twins.test_twins_days")
    kernel.SEED, kernel.QUESTIONS = 1, 6_000
    assert verify.ask_javascript(*kernel.asked()) == kernel.python_answers()


def _random_schedules() -> None:
    timeline: Any = importlib.import_module("twins.test_twins_timeline")
    timeline.SEED, timeline.REAL, timeline.MADE_UP = 1, 60, 600
    assert timeline.ask_javascript(timeline.questions(), "Europe/London") == timeline.python_digests()


def ask_the_vectors_of_javascript() -> None:
    """Python is asked them by its tests; raises AssertionError where an answer is wrong."""
    from guide.twins import verify

    known: Any = importlib.import_module("committed_calendars")
    for path in sorted(known.VECTORS.glob("*.json")):
        assert verify.run(path, "javascript", known.calendars()).failed == 0
    _ask_about_acts("javascript")


def _ask_about_acts(engine: Literal["python", "javascript"]) -> None:
    from guide.reading import read_guide
    from guide.twins import act_vectors

    vectors = ROOT / "tests" / "content" / "vectors" / "acts.json"
    assert act_vectors.run_acts(vectors, engine, read_guide(ROOT / "procedures")).failed == 0


def seconds_of(case: Case) -> float:
    """How long a passing test takes."""
    start = time.perf_counter()
    try:
        case.run()
    except BaseException as error:  # a test that fails may raise anything
        raise AssertionError(f"{case.name} fails without a fault") from error
    return time.perf_counter() - start
