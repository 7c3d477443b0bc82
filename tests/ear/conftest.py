"""A listener at the harbour's site, started afresh for each run of the tasks, and what each run heard."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from ear.heard import Transcript, names_of_places
from ear.listening import Listener, NotHeard, listening
from ear.tasks import FOLDER, read_task, task_files
from guide.problems import Problems
from local_site import served

_SUMMARY = pytest.StashKey[list[str]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--times", type=int, default=1, help="how often the tasks are done, each time from a fresh start")
    parser.addoption("--tasks", type=Path, default=FOLDER, metavar="FOLDER", help="do these tasks instead")
    parser.addoption("--to", type=Path, default=Path("heard"), metavar="FOLDER", help="where transcripts are written")


def pytest_configure(config: pytest.Config) -> None:
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # else whoever ends a run leaves its programs behind
    config.stash[_SUMMARY] = []
    for old in config.getoption("to").glob("run-*/*.txt"):
        old.unlink()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "run" in metafunc.fixturenames:
        times = range(1, metafunc.config.getoption("times") + 1)
        metafunc.parametrize("run", times, ids=[f"run-{number}" for number in times], scope="session")
    try:
        if "task_file" in metafunc.fixturenames:
            files = task_files(metafunc.config.getoption("tasks"))
            metafunc.parametrize("task_file", files, ids=[path.stem for path in files])
        if "planted" in metafunc.fixturenames:
            tasks = map(read_task, task_files(metafunc.config.getoption("tasks")))
            faults = [(task, fault) for task in tasks for fault in task.faults]
            metafunc.parametrize("planted", faults, ids=[str(fault.fault) for _, fault in faults])
    except Problems as problems:
        raise pytest.UsageError(str(problems)) from None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    for line in config.stash[_SUMMARY]:
        terminalreporter.write_line(line)
    terminalreporter.write_line(f"What was heard is in {config.getoption('to')}/.")


@pytest.fixture(scope="session")
def ear_site(pytestconfig: pytest.Config, request: pytest.FixtureRequest) -> Path:
    """The site that is listened to: that of the harbour, whose words the tasks know, or the one that was given."""
    given: Path | None = pytestconfig.getoption("site")
    return given or request.getfixturevalue("harbour_site")


@pytest.fixture(scope="session")
def ear_server(ear_site: Path) -> Iterator[str]:
    with served(ear_site) as address:
        yield address


@pytest.fixture(scope="session")
def places(ear_site: Path) -> frozenset[str]:
    """Names in addresses of the site, which nobody should hear."""
    return names_of_places(ear_site)


@pytest.fixture(scope="session")
def listener(run: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Listener]:
    """A listener for one run, in a folder with a short name: the path of a socket has at most 107 letters."""
    with ExitStack() as running:
        try:
            started = running.enter_context(listening(tmp_path_factory.mktemp(f"ear{run}-")))
        except NotHeard as missing:
            pytest.fail(str(missing), pytrace=False)
        yield started


@pytest.fixture(scope="session")
def summary(pytestconfig: pytest.Config) -> list[str]:
    """Lines that are shown at the end of the run."""
    return pytestconfig.stash[_SUMMARY]


@pytest.fixture(scope="session")
def first_heard() -> dict[str, Transcript]:
    """What the first run heard, by the name of the task."""
    return {}
