"""The timeline page in Chromium, with the dates of a link: what it then holds, as HTML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from local_site import chromium, served


def timelines(site: Path, links: Sequence[str], today: str, browser: Browser | None = None) -> list[str]:
    """The page of a site for each link, drawn to its end. Without a browser one is started."""
    with _running(browser) as running, served(site) as address:
        page = running.new_page()
        page.clock.set_fixed_time(f"{today}T10:00:00Z")
        found = []
        for link in links:
            page.goto("about:blank")
            page.goto(f"{address}/timeline/#{link}")
            page.get_by_role("list", name="Timeline", exact=True).wait_for()
            page.locator("#timeline-list[aria-busy]").wait_for(state="detached")
            found.append(page.content())
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
        (site / "timeline" / "index.html").write_text(f"{start}<main>{body}</main></html>", "utf-8")
        (site / "assets").symlink_to(assets)
        yield site
