"""What a save takes in `mkdocs serve`, until the page with the change is there."""

from __future__ import annotations

import re
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from bench.spent import running, seconds_of
from guide.publishing import free_address

SAVES = 3
PATIENCE, PAUSE = 120, 0.02  # in seconds


def saves(project: Path, procedure: str) -> tuple[float, float]:
    """Seconds of processor time and of the clock that the quickest of some saves takes: a procedure's title changes."""
    address = free_address("127.0.0.1", 8000)
    path = project / "procedures" / f"{procedure}.yml"
    written = path.read_text("utf-8")
    name = re.findall(r"^title: (.*)$", written, re.MULTILINE)[0]
    with running(["-m", "mkdocs", "serve", "--quiet", "--dev-addr", address], project) as process:
        page = f"http://{address}/procedures/{procedure}/"
        _until(page, f"<h1>{name}</h1>")
        taken = []
        for number in range(SAVES):
            time.sleep(1)  # until the server has done what it does behind the first page
            before, began = seconds_of(process), time.monotonic()
            title = f"{name} {number}"
            path.write_text(written.replace(f"title: {name}", f"title: {title}", 1), "utf-8")
            _until(page, f"<h1>{title}</h1>")
            taken.append((seconds_of(process) - before, time.monotonic() - began))
    path.write_text(written, "utf-8")
    return min(one for one, _ in taken), min(clock for _, clock in taken)


def _until(address: str, shown: str) -> None:
    """Waits until the page shows it. Raises SystemExit where it does not come to be."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urlopen(address) as answer:
                if shown in answer.read().decode("utf-8"):
                    return
        except (URLError, ConnectionError):
            pass
        time.sleep(PAUSE)
    raise SystemExit(f"{address} did not show the change in {PATIENCE} seconds")
