"""Takes the pictures that the README and the handbook show, from a built site: `make pictures`.

The folder of the site is the first argument, the folder for the pictures the second. Each picture has a page on a desk
beside the same page on a phone. There is one of each page for readers who like light pages and one for the others.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Literal, NamedTuple

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize

from guide.whole import write_files
from local_site import chromium, enter_the_example, served

DESK, PHONE = ViewportSize(width=1280, height=800), ViewportSize(width=320, height=800)
GAP = 32
SCHEMES: dict[Literal["light", "dark"], str] = {"light": "#d0d4da", "dark": "#3d434d"}
"""The two kinds of page, and the wall that each hangs on."""
COLOURS = 128
"""How many colours a picture keeps: a page has few, and the letters' edges need the rest."""
BARE = "html { scrollbar-gutter: auto }"
"""A browser without a window shows no scroll bar in the room that the pages keep for one."""


class Subject(NamedTuple):
    """What a picture shows."""

    path: str
    prepare: Callable[[Page], None] = lambda _: None


def show_a_timeline(page: Page) -> None:
    """The timeline of the worked example."""
    enter_the_example(page)
    page.get_by_role("button", name="Show the timeline").click()
    page.locator("#timeline-list[aria-busy]").wait_for(state="detached")


SUBJECTS = {
    "home": Subject("/"),
    "notification": Subject("/procedures/notification/"),
    "rapid-review": Subject("/procedures/rapid-review/#working-day-one-and-on"),
    "local-review": Subject("/procedures/local-review/#commission"),
    "learning-review": Subject("/procedures/learning-review/#decide-on-learning-review"),
    "timeline": Subject("/timeline/", show_a_timeline),
    "decision-guide": Subject("/should-this-be-notified/"),
    "role": Subject("/roles/agencies/"),
    "form": Subject("/forms/#scsi-5"),
    "questions": Subject("/questions/"),
}


def take(site: Path, target: Path) -> None:
    """Writes two WebP pictures for each entry of SUBJECTS. Raises SystemExit where there is no Chromium."""
    with served(site) as address, chromium() as browser:
        for name, subject in SUBJECTS.items():
            for scheme, wall in SCHEMES.items():
                shots = [shot(browser, address, subject, scheme, size) for size in (DESK, PHONE)]
                made = io.BytesIO()
                side_by_side(shots, wall).save(made, "webp", lossless=True, method=6)
                write_files({target / f"{name}-{scheme}.webp": made.getvalue()})


def shot(
    browser: Browser, address: str, subject: Subject, scheme: Literal["light", "dark"], size: ViewportSize
) -> Image.Image:
    """What a reader with a fresh browser sees of a page at once."""
    # Without the offline copy, which would be fetched long after the picture has been taken.
    page = browser.new_page(
        viewport=size, color_scheme=scheme, reduced_motion="reduce", service_workers="block", bypass_csp=True
    )
    page.goto(f"{address}{subject.path}", wait_until="networkidle")
    page.add_style_tag(content=BARE)
    subject.prepare(page)
    picture = Image.open(io.BytesIO(page.screenshot()))
    page.close()
    return picture.convert("RGB")


def side_by_side(shots: list[Image.Image], wall: str) -> Image.Image:
    """Pictures of one height beside each other, with some wall around each."""
    width = GAP + sum(one.width + GAP for one in shots)
    hung = Image.new("RGB", (width, shots[0].height + 2 * GAP), wall)
    left = GAP
    for one in shots:
        hung.paste(one, (left, GAP))
        left += one.width + GAP
    return hung.quantize(COLOURS, dither=Image.Dither.NONE)


if __name__ == "__main__":
    take(Path(sys.argv[1]), Path(sys.argv[2]))
