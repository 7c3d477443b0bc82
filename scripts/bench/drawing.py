"""How long the timeline page takes to draw a schedule, in a real browser on a processor slowed to a quarter."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from local_site import chromium, enter_the_example, served

ROOT = Path(__file__).resolve().parents[2]
SLOWER = 4
PAGES, REDRAWS = 10, 5
PAUSES = {"typed a second ago": 1000, "typed just now": 0}  # in milliseconds

FIRST = """async () => {
  const begun = performance.now();
  document.querySelector("#timeline-form button[type=submit]").click();  // the page works and draws before this returns
  const drawn = performance.now();
  document.body.getBoundingClientRect();  // and now the browser lays it out
  const laidOut = performance.now();
  const list = document.getElementById("timeline-list");
  while (list.ariaBusy) await new Promise(requestAnimationFrame);
  return [drawn - begun, laidOut - begun, performance.now() - begun];
}"""
AGAIN = """(times) => Array.from({ length: times }, () => {
  const begun = performance.now();
  document.getElementById("timeline-role").dispatchEvent(new Event("change"));
  return performance.now() - begun;
})"""


def drawing() -> Iterator[tuple[str, float, float]]:
    """What was done, the quickest and the usual time in milliseconds. Raises SystemExit where there is no Chromium."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        command = [sys.executable, "-m", "mkdocs", "--quiet", "build", "--site-dir", str(site)]
        subprocess.run(command, cwd=ROOT, check=True)
        with served(site) as address, chromium() as browser:
            for when, pause in PAUSES.items():
                taken = [_measured(browser, address, pause) for _ in range(PAGES)]
                first = [first for first, _ in taken]
                yield f"show a schedule {when}", *_told([one[0] for one in first])
                yield "… and have it laid out", *_told([one[1] for one in first])
                yield "… to its last entry", *_told([one[2] for one in first])
                again = [one for _, redraws in taken for one in redraws]
            yield "work out and draw it again", *_told(again)


def _measured(browser: Browser, address: str, pause: int) -> tuple[list[float], list[float]]:
    """The times of a first schedule, and of drawing it again, on a page that is closed afterwards.

    Chromium slows a page with a thread that keeps a processor busy, so two such pages would slow one another.
    """
    page = browser.new_page(viewport={"width": 390, "height": 844}, service_workers="block")
    page.goto(f"{address}/timeline/", wait_until="networkidle")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    enter_the_example(page)
    page.wait_for_timeout(pause)
    first: list[float] = page.evaluate(FIRST)
    again: list[float] = page.evaluate(AGAIN, REDRAWS)
    page.close()
    return first, again


def _told(taken: list[float]) -> tuple[float, float]:
    return min(taken), median(taken)
