"""A folder that is moved away while `mkdocs serve` watches it, and back again.

MkDocs looks at each folder every half second by a thread. Where the folder is gone that thread ends, and whatever
happens there later is not seen, though the page goes on as if nothing were wrong.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:  # every command would load what one event of MkDocs needs
    from watchdog.observers.api import BaseObserver, EventEmitter

EVERY = 0.5
"""Seconds from look to look, as MkDocs has it."""


class Watching(Protocol):
    """The live reload server of MkDocs, as far as it watches."""

    observer: BaseObserver

    def watch(self, path: str) -> None: ...

    def unwatch(self, path: str) -> None: ...


def see_what_comes_back(server: Watching, **_: Any) -> None:
    """Watches each folder again that is back, for as long as the process lives. An event of MkDocs, `on_serve`."""

    never = threading.Event()

    def look() -> None:
        while not never.wait(EVERY):
            for ended in back(server):
                watch_again(server, ended)

    threading.Thread(target=look, name="folders that come back", daemon=True).start()


def back(server: Watching) -> Iterator[EventEmitter]:
    """Of the threads that watched a folder and have ended, those whose folder is there."""
    for one in list(server.observer.emitters):
        if one.ident is not None and not one.is_alive() and Path(one.watch.path).is_dir():
            yield one


def watch_again(server: Watching, ended: EventEmitter) -> None:
    """Watches a folder afresh, and tells of a change in it, as what it has now may differ from what it had."""
    from watchdog.events import FileModifiedEvent

    path = ended.watch.path
    while ended in server.observer.emitters:  # MkDocs counts how often it was asked to watch
        server.unwatch(path)
    server.watch(path)
    for one in server.observer.emitters:
        if one.watch.path == path:
            one.queue_event(FileModifiedEvent(path))
