"""A page that comes slowly, a piece at a time, stays where it is under the eyes of the one who has begun to read it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from browser.gates.walk import faults_of, walk
from local_site import SilentHandler, served

OpenPage = Callable[..., Page]

WIDTHS = (1280, 320)
PIECES = 8
PAUSE = 0.05
"""Seconds between two pieces: long enough for what has come to be drawn before the next piece is there."""


class HaltingHandler(SilentHandler):
    """Sends each page in pieces of one size, as a slow line does; what a page loads comes whole."""

    def send_head(self) -> Any:
        """Finds the file, which comes again even to a browser that has kept it."""
        del self.headers["If-Modified-Since"]
        return super().send_head()

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Sends the file that was asked for."""
        content = source.read()
        pieces = PIECES if self.guess_type(source.name) == "text/html" else 1
        for piece in range(pieces):
            if piece:
                time.sleep(PAUSE)
            outputfile.write(content[len(content) * piece // pieces : len(content) * (piece + 1) // pieces])


@pytest.fixture(scope="module")
def site_server(built_site: Path) -> Iterator[str]:
    """The address of the built site, as it comes over a slow line."""
    with served(built_site, HaltingHandler) as address:
        yield address


@pytest.mark.gate("No page jumps while it loads")
def test_no_page_jumps_while_it_loads(open_page: OpenPage, addresses: tuple[str, ...], tried: list[str]) -> None:
    faults = []
    for width in WIDTHS:
        page = open_page("/", width=width)
        for address in walk(page, addresses, tried):
            if faults_of(page, "shifts"):
                page.reload()  # once, on a busy machine, a page jumped that never did so again
                faults += [f"{width}: {address} {fault}" for fault in faults_of(page, "shifts")]
    assert faults == []
