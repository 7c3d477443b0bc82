"""Takes the pictures that the README shows, from a built site: `make pictures`.

The folder of the site is the first argument, the folder for the pictures the second.
"""

from __future__ import annotations

import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page, ViewportSize, sync_playwright

from find_chromium import MISSING, find_chromium

SIZE = ViewportSize(width=1100, height=720)
PICTURES = {"procedure": "/procedures/rapid-review/#working-day-one-and-on", "timeline": "/timeline/"}


class Silent(SimpleHTTPRequestHandler):
    """Serves without a line for each request."""

    def log_message(self, *_: object) -> None:
        """Says nothing."""


def take(site: Path, target: Path) -> None:
    """Writes one PNG for each entry of PICTURES. Raises SystemExit where there is no Chromium."""
    chromium = find_chromium()
    if chromium is None:
        raise SystemExit(MISSING)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    target.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(chromium), args=["--no-sandbox", "--disable-gpu"])
        for name, path in PICTURES.items():
            page = browser.new_page(viewport=SIZE)
            page.goto(f"http://127.0.0.1:{server.server_port}{path}", wait_until="networkidle")
            if name == "timeline":
                show_a_timeline(page)
            page.screenshot(path=str(target / f"{name}.png"))
        browser.close()
    server.shutdown()


def show_a_timeline(page: Page) -> None:
    """The timeline of a notification received eight days before Christmas Day, as in the worked example."""
    date = page.get_by_role("group", name="When did the partnership team receive the notification (SCSI-1)?")
    for label, text in (("Day", "17"), ("Month", "12"), ("Year", "2026")):
        date.get_by_label(label, exact=True).fill(text)
    page.get_by_role("button", name="Show the timeline").click()
    page.get_by_role("list", name="Timeline").get_by_role(
        "heading", name="Return the agency information"
    ).scroll_into_view_if_needed()


if __name__ == "__main__":
    take(Path(sys.argv[1]), Path(sys.argv[2]))
