"""The table of gates: which promise was tried on how many pages, and whether the committed record still says so.

A gate is a test marked `gate(title)`; where another engine than Chromium tries it, the parameter `running` names it.
Several tests may share a title: they are one row, which holds when all of them pass. How far a run goes is its mode,
`--gates`. What a run found can be held against the record only if it had every test of the folders it was given, and
if the record is of the guide that was tried: it names the body whose guide it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from guide.pages.gates import ENGINE, RECORD, Gate, Record, read_record, record_text
from guide.whole import write_files
from kinds import guide_here

TRIED, GATE = "tried", "gate"
"""The properties of a test's report: the addresses of the pages it has tried, and the row it belongs to."""

MODES = {
    "brief": "tries one page of each kind and asks only that the record has the same gates",
    "check": "tries every page, prints the table and fails where the record says anything else",
    "renew": "tries every page, prints the table and writes the record",
}
CURE = "run make gates and commit scripts/guide/pages/gates.json"
BRIEF = """\
{gates} gates were tried on {tried} pages, one of each kind; make gates tries every page. The build server (.ci/run)
does that too, and looks at the site on nginx (make deploy-test) and in Firefox and WebKit (make engines)."""

OF_ANOTHER = """\
The record is of another guide, that of {theirs}, and was not compared. make gates writes
one of the guide in procedures/, that of {ours}."""

Row = tuple[str, str]
"""An engine and a title."""


@dataclass
class Tried:
    """What one run knows of one gate."""

    pages: set[str] = field(default_factory=set)
    outcomes: list[str] = field(default_factory=list)
    """Of each of its tests: `passed`, `failed` or `skipped`."""

    @property
    def result(self) -> str:
        """In a word; a gate that passed without trying a page has proved nothing."""
        if set(self.outcomes) != {"passed"}:
            return "FAILED" if "failed" in self.outcomes else "not run"
        return "held" if self.pages else "tried nothing"


def row_of(item: pytest.Item) -> Row | None:
    """The row of the table that a test belongs to; None for a test that is no gate."""
    mark = item.get_closest_marker("gate")
    given = item.callspec.params if hasattr(item, "callspec") else {}
    return (given.get("running", ENGINE), mark.args[0]) if mark else None


def held(tried: dict[Row, Tried]) -> list[Gate]:
    """The gates that held, as the record keeps them."""
    return [Gate(engine, title, len(one.pages)) for (engine, title), one in tried.items() if one.result == "held"]


def differences(record: Record, tried: dict[Row, Tried], every_page: bool = True) -> Iterator[str]:
    """How the record differs from a run. An engine that did not run says nothing about its rows.

    A run that has not tried every page says nothing about their number.
    """
    recorded = {(gate.engine, gate.title): gate.pages for gate in record.gates}
    for gate in held(tried):
        pages = recorded.get((gate.engine, gate.title))
        if pages is None:
            yield f"the record lacks the gate “{gate.title}” ({gate.engine})"
        elif every_page and pages != gate.pages:
            yield f"the record says {pages} pages and {gate.pages} were tried: “{gate.title}” ({gate.engine})"
    engines = {engine for engine, _ in tried}
    for engine, title in recorded:
        if engine in engines and (engine, title) not in tried:
            yield f"the record has a gate that is gone: “{title}” ({engine})"


def renewed(record: Record, tried: dict[Row, Tried]) -> list[Gate]:
    """The gates of a new record: those of this run, and of the old record those whose engine did not run."""
    engines = {engine for engine, _ in tried}
    return [*held(tried), *(gate for gate in record.gates if gate.engine not in engines)]


class GateTable:
    """The plugin: gathers while the tests run, and speaks at the end."""

    def __init__(self, config: pytest.Config, record: Path = RECORD) -> None:
        self.record = record
        self.tried: dict[Row, Tried] = {}
        self.mode: str = config.getoption("gates")
        self.whole = is_whole(config)
        self.said: list[str] = []
        self.remark = ""

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        for item in items:
            if row := row_of(item):
                item.user_properties.append((GATE, row))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        told = dict(report.user_properties)
        # What is tried again, as tests/engines/ does where a browser dies, is judged by its last try.
        if GATE in told and report.outcome != "rerun" and (report.when == "call" or report.outcome != "passed"):
            engine, title = told[GATE]
            one = self.tried.setdefault((engine, title), Tried())
            one.outcomes.append(report.outcome)
            one.pages |= set(told.get(TRIED, []))

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if not self.tried or hasattr(session.config, "workerinput"):
            return  # a worker of pytest-xdist knows a part of the run only; the process that started it knows all
        self.said = list(self._judged())
        if self.said and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def _judged(self) -> Iterator[str]:
        for (engine, title), one in self.tried.items():
            if one.result != "held":
                yield f"{one.result}: “{title}” ({engine})"
        if self.mode == "renew":
            yield from self._recorded()
        elif self.whole:
            yield from self._compared()

    def _compared(self) -> Iterator[str]:
        """How the record differs, if it is a record of the guide that was tried. Of another guide it says nothing."""
        record, body = read_record(self.record), str(guide_here().partnership.body)
        if record.body != body:
            self.remark = OF_ANOTHER.format(theirs=record.body, ours=body)
        elif different := list(differences(record, self.tried, every_page=self.mode != "brief")):
            yield from [*different, f"To mend the record: {CURE}."]

    def _recorded(self) -> Iterator[str]:
        if self.whole and all(one.result == "held" for one in self.tried.values()):
            record = read_record(self.record)
            ours = record.body == guide_here().partnership.body
            # Of another guide nothing is kept: what an engine found on its pages says nothing of these.
            write_record(renewed(record, self.tried) if ours else held(self.tried), self.record)
        else:
            yield "The record stays as it was: it holds only runs of whole folders in which every gate held."

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if not self.tried:
            return
        if self.mode != "brief" or self.said:
            terminalreporter.section("gates")
            for (engine, title), one in sorted(self.tried.items()):
                terminalreporter.write_line(f"{len(one.pages):5} pages  {one.result:13} {engine:9} {title}")
        for line in self.said:
            terminalreporter.write_line(line, red=True)
        if self.remark:
            terminalreporter.write_line(self.remark)
        if self.mode == "brief":
            most = max(len(one.pages) for one in self.tried.values())
            terminalreporter.write_line(BRIEF.format(tried=most, gates=len(self.tried)))


def is_whole(config: pytest.Config) -> bool:
    """Whether the run has every test of the folders it was given: no files named, no tests chosen by name or mark."""
    chosen = config.getoption("keyword") or config.getoption("markexpr")
    start = (
        config.rootpath if config.args_source is pytest.Config.ArgsSource.TESTPATHS else config.invocation_params.dir
    )
    return not chosen and all((start / arg).is_dir() for arg in config.args)


def write_record(gates: Iterable[Gate], path: Path = RECORD) -> None:
    """Writes the record, with the body whose guide this checkout has in `procedures/`."""
    write_files({path: record_text(str(guide_here().partnership.body), gates)})
