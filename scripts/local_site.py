"""A folder of pages served on this machine alone, and a Chromium to look at it: for tests, pictures, benchmarks."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from find_chromium import MISSING, find_chromium

QUIET = [
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


class SilentHandler(SimpleHTTPRequestHandler):
    """Serves without a line for each request."""

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@contextmanager
def served(folder: Path, handler: type[SilentHandler] = SilentHandler) -> Iterator[str]:
    """The address of the folder, without a slash at the end, for as long as the block runs."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def chromium() -> Iterator[Browser]:
    """A Chromium without a window. Raises SystemExit, with what to do, where there is none."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=arguments())
        yield browser
        browser.close()


def executable() -> str:
    """Where the Chromium of this machine is. Raises SystemExit, with what to do, where there is none."""
    found = find_chromium()
    if found is None:
        raise SystemExit(MISSING)
    return str(found)


def arguments() -> list[str]:
    """How it is started: quietly, and as root without its sandbox, which refuses to start as containers run it."""
    return [*QUIET, *(["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else [])]


def enter_the_example(page: Page) -> None:
    """Fills in the date of the worked example: a notification received eight days before Christmas Day."""
    date = page.get_by_role("group", name="When did the partnership team receive the notification (SCSI-1)?")
    for label, text in (("Day", "17"), ("Month", "12"), ("Year", "2026")):
        date.get_by_label(label, exact=True).fill(text)
