"""A folder that was moved away while the guide is served is seen again when it is back."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from mkdocs.livereload import LiveReloadServer
from watchdog.observers.api import EventEmitter

from guide.publishing import see_what_comes_back

PATIENCE = 30
"""Seconds, of which all but one or two are for a machine with other work."""


def until(seen: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not seen():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.02)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "procedures"
    made.mkdir()
    (made / "a.yml").write_text("first")
    return made


@dataclass(frozen=True)
class Served:
    """A server of MkDocs that watches a folder."""

    watcher: EventEmitter
    """What looks at the folder at first."""
    built: list[str]
    """What stood in the folder at each build."""


@pytest.fixture(params=[1, 2], ids=["watched once", "watched twice"])
def served(request: pytest.FixtureRequest, folder: Path, tmp_path: Path) -> Iterator[Served]:
    found: list[str] = []
    server = LiveReloadServer(
        lambda: found.append((folder / "a.yml").read_text()), "127.0.0.1", 0, str(tmp_path), polling_interval=0.05
    )
    see_what_comes_back(server)  # as `mkdocs serve` does: it watches then
    for _ in range(request.param):
        server.watch(str(folder))
    (watcher,) = server.observer.emitters
    serving = threading.Thread(target=server.serve)
    serving.start()
    until(watcher.is_alive)
    yield Served(watcher, found)
    server.shutdown()
    serving.join(PATIENCE)


def test_what_was_changed_while_it_was_away_is_built_and_what_is_changed_later(folder: Path, served: Served) -> None:
    away = folder.rename(folder.with_name("away"))
    until(lambda: not served.watcher.is_alive())  # so MkDocs alone would see nothing any more
    (away / "a.yml").write_text("changed while away")
    away.rename(folder)
    built = served.built
    until(lambda: built[-1:] == ["changed while away"])
    (folder / "a.yml").write_text("changed later")
    until(lambda: built[-1:] == ["changed later"])
