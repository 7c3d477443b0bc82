"""Where a Chromium is that the browser tests can drive; with `--install`, fetches one if need be."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

# The first of them is the engine without its windows: it does the same in less time.
NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
)
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
PLAYWRIGHT_INSTALL = [sys.executable, "-m", "playwright", "install", "chromium"]
APT_INSTALL = ["apt-get", "install", "--yes", "--quiet", "--no-install-recommends", "chromium"]
MISSING = (
    "No Chromium was found, and none could be installed. The browser tests need one.\n"
    "Install Chromium or Google Chrome (Debian: apt-get install chromium),\n"
    "or run: python -m playwright install chromium\n"
    "If it stands in an unusual place, say so: GUIDE_CHROMIUM=/path/to/chromium make test"
)


def find_chromium() -> Path | None:
    """The first browser that starts: GUIDE_CHROMIUM, then the system's own, then Playwright's; or None."""
    return next((path for path in _candidates() if path.exists() and _starts(path)), None)


def install_chromium() -> Path | None:
    """Fetches a Chromium by Playwright's own command, then by the system's packages. None if neither could."""
    if os.environ.get("GUIDE_CHROMIUM"):
        return None  # someone chose a browser; fetching another would hide that theirs does not start
    for command in (PLAYWRIGHT_INSTALL, APT_INSTALL):
        if command is APT_INSTALL and not (shutil.which("apt-get") and os.geteuid() == 0):
            continue
        print(f"No Chromium found; trying: {' '.join(command)}", file=sys.stderr)
        if _succeeds(command, seconds=600) and (found := find_chromium()):
            return found
    return None


def _candidates() -> Iterator[Path]:
    if said := os.environ.get("GUIDE_CHROMIUM"):
        yield Path(said)
        return
    yield from (Path(found) for name in NAMES if (found := shutil.which(name)))
    yield from map(Path, PLACES)
    if own := _playwrights_own():
        yield own


def _playwrights_own() -> Path | None:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def _starts(path: Path) -> bool:
    # Some systems ship a stub that only says "install the snap". On Windows --version would open a window.
    return os.name == "nt" or _succeeds([str(path), "--version"], seconds=60)


def _succeeds(command: list[str], seconds: int) -> bool:
    try:
        return subprocess.run(command, stdout=subprocess.DEVNULL, timeout=seconds, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def main() -> int:
    """Prints the path, or says on standard error what is missing and gives 1."""
    found = find_chromium() or (install_chromium() if "--install" in sys.argv[1:] else None)
    print(found if found else MISSING, file=sys.stdout if found else sys.stderr)
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main())
