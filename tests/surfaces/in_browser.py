"""The timeline page in Chromium, with the dates of a link: what it then holds, as HTML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from playwright.sync_api import Browser

from guide.publishing import joined_assets
from local_site import chromium, served

LOOKS = ("timeline-page", "print")
"""The styles that say what of the page goes to paper."""


class Drawn(NamedTuple):
    """The page with the dates of one link."""

    page: str
    rows: tuple[str, ...]
    """The words of each row of the table by day as they go to paper, in order."""
    printed: tuple[str, ...]
    """The words of each entry of the list as they go to paper where the details are asked for, in order."""


def timelines(site: Path, links: Sequence[tuple[str, str]], browser: Browser | None = None) -> list[Drawn]:
    """The page of a site for each link on the day behind it, drawn to its end. Without a browser one is started."""
    with _running(browser) as running, served(site) as address:
        return [_drawn(running, f"{address}/timeline/#{link}", today) for link, today in links]


def _drawn(browser: Browser, link: str, today: str) -> Drawn:
    page = browser.new_page()
    page.clock.set_fixed_time(f"{today}T10:00:00Z")
    page.goto(link)
    page.get_by_role("list", name="Timeline", exact=True).wait_for()
    page.locator("#timeline-list[aria-busy]").wait_for(state="detached")
    # What is ticked stands in no markup: it is written there to be read.
    page.evaluate(
        "document.querySelectorAll('[type=checkbox]').forEach((one) => one.toggleAttribute('checked', one.checked))"
    )
    content = page.content()
    page.emulate_media(media="print")
    rows = page.get_by_role("table", name="By day").locator("tbody tr").all_inner_texts()
    page.locator("#timeline-print-details").evaluate("box => { box.checked = true; }")
    entries = page.get_by_role("list", name="Timeline", exact=True).locator("> li:has(h3)")
    found = Drawn(content, tuple(rows), tuple(entries.all_inner_texts()))
    page.close()
    return found


@contextmanager
def _running(browser: Browser | None) -> Iterator[Browser]:
    if browser is not None:
        yield browser
    else:
        with chromium() as started:
            yield started


@contextmanager
def small_site(page: str, assets: Path) -> Iterator[Path]:
    """A folder with the timeline page alone, as it was rendered, and what it asks for."""
    with TemporaryDirectory() as folder:
        site = Path(folder)
        (site / "timeline").mkdir()
        body = page.partition("---\n")[2].partition("---\n")[2]
        start = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Dates</title>'
        looks = "".join(f'<link rel="stylesheet" href="../assets/guide/{one}.css">' for one in LOOKS)
        main = f'<main class="md-typeset">{body}</main>'
        (site / "timeline" / "index.html").write_text(f"{start}{looks}{main}</html>", "utf-8")
        ours = site / "assets/guide"
        ours.mkdir(parents=True)
        modules = {path.relative_to(assets.parent).as_posix(): path.read_text("utf-8") for path in assets.rglob("*.js")}
        made = joined_assets([], [], modules).made
        # No link where a script is written: it would be written through the link, into the project.
        for path in (assets / "guide").iterdir():
            if path.relative_to(assets.parent).as_posix() not in made:
                (ours / path.name).symlink_to(path)
        for name, script in made.items():
            (site / name).write_text(script, "utf-8")
        yield site
