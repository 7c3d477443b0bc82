"""Takes the pictures that the README shows, from a built site: `make pictures`.

The folder of the site is the first argument, the folder for the pictures the second.
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Page, ViewportSize

from local_site import chromium, enter_the_example, served

SIZE = ViewportSize(width=1100, height=720)
PICTURES = {"procedure": "/procedures/rapid-review/#working-day-one-and-on", "timeline": "/timeline/"}


def take(site: Path, target: Path) -> None:
    """Writes one PNG for each entry of PICTURES. Raises SystemExit where there is no Chromium."""
    target.mkdir(parents=True, exist_ok=True)
    with served(site) as address, chromium() as browser:
        for name, path in PICTURES.items():
            page = browser.new_page(viewport=SIZE)
            page.goto(f"{address}{path}", wait_until="networkidle")
            if name == "timeline":
                show_a_timeline(page)
            page.screenshot(path=str(target / f"{name}.png"))


def show_a_timeline(page: Page) -> None:
    """The timeline of the worked example."""
    enter_the_example(page)
    page.get_by_role("button", name="Show the timeline").click()
    page.get_by_role("list", name="Timeline").get_by_role(
        "heading", name="Return the agency information"
    ).scroll_into_view_if_needed()


if __name__ == "__main__":
    take(Path(sys.argv[1]), Path(sys.argv[2]))
