"""How long the timeline page takes to draw a schedule, in a real browser on a processor slowed to a quarter."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page

from find_chromium import find_chromium
from local_site import chromium, served

ROOT = Path(__file__).resolve().parents[2]
SLOWER = 4
PAGES, REDRAWS = 10, 20

FIRST = """() => {
  const begun = performance.now();
  document.querySelector("#timeline-form button[type=submit]").click();  // the page works and draws before this returns
  const drawn = performance.now();
  document.body.getBoundingClientRect();  // and now the browser lays it out
  return [drawn - begun, performance.now() - begun];
}"""
AGAIN = """(times) => Array.from({ length: times }, () => {
  const begun = performance.now();
  document.getElementById("timeline-role").dispatchEvent(new Event("change"));
  return performance.now() - begun;
})"""


def drawing() -> Iterator[tuple[str, float, float]]:
    """What was done, the quickest and the usual time in milliseconds. Nothing where there is no Chromium."""
    if find_chromium() is None:
        return
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        command = [sys.executable, "-m", "mkdocs", "--quiet", "build", "--site-dir", str(site)]
        subprocess.run(command, cwd=ROOT, check=True)
        with served(site) as address, chromium() as browser:
            pages = [_entered(browser, address) for _ in range(PAGES)]
            first = [page.evaluate(FIRST) for page in pages]
            again = pages[-1].evaluate(AGAIN, REDRAWS)
    yield "work out and draw a new schedule", *_told([one[0] for one in first])
    yield "… and have it laid out", *_told([one[1] for one in first])
    yield "work out and draw it again", *_told(again)


def _entered(browser: Browser, address: str) -> Page:
    page = browser.new_page(viewport={"width": 390, "height": 844}, service_workers="block")
    page.goto(f"{address}/timeline/", wait_until="networkidle")
    date = page.get_by_role("group", name="When did the partnership team receive the notification (SCSI-1)?")
    for label, text in (("Day", "17"), ("Month", "12"), ("Year", "2026")):
        date.get_by_label(label, exact=True).fill(text)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return page


def _told(taken: list[float]) -> tuple[float, float]:
    return min(taken), median(taken)
