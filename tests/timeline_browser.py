"""The timeline page of the harbour as a reader finds their way in it: by its questions, labels, headings and terms."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page

OpenPage = Callable[..., Page]

RECEIVED = "When did the duty desk receive the concern (PT-1)?"
AWARE = "When did the employer become aware of the concern?"
PUBLISHED = "When will the hearing be held?"
ACTS = 24
"""What a journey of the harbour has to do: 27 steps, of which four are told twice, and the employer's duty."""
LINK = "/timeline/#journey=trust-concern&concern-received=2026-12-17"
at_both_widths = pytest.mark.parametrize("open_page", [1280, 320], indirect=True, ids=["wide", "phone"])
FOCUSED = "document.activeElement.textContent.trim()"


def on(open_page: OpenPage, today: str = "2026-12-17", path: str = "/timeline/", **options: object) -> Page:
    """The timeline page as it is on a day: `on(open_page, "2026-12-18")`."""
    page = open_page("/about/", **options)
    page.clock.set_fixed_time(f"{today}T10:00:00Z")
    page.goto(path)
    whole(page)
    return page


def whole(page: Page) -> None:
    """Waits until the timeline, if there is one, is drawn to its end: its first entries are there before the others."""
    page.locator("#timeline-list[aria-busy]").wait_for(state="detached")


def enter(page: Page, question: str, date: str) -> None:
    group = page.get_by_role("group", name=question)
    for label, text in zip(("Day", "Month", "Year"), date.split(" "), strict=True):
        group.get_by_label(label, exact=True).fill(text)


def show(page: Page, received: str = "17 12 2026") -> Locator:
    enter(page, RECEIVED, received)
    return submit(page)


def submit(page: Page) -> Locator:
    page.get_by_role("button", name="Show the timeline").click()
    whole(page)
    return timeline(page)


def timeline(page: Page) -> Locator:
    return page.get_by_role("list", name="Timeline", exact=True)


def item(page: Page, title: str) -> Locator:
    heading = page.get_by_role("heading", level=3).filter(has_text=title)
    return timeline(page).get_by_role("listitem").filter(has=heading)


def term(entry: Locator, name: str) -> str:
    """The words of a term of the list: Who, What, Form, Due."""
    row = entry.locator("dl > div").filter(has=entry.page.locator("dt", has_text=re.compile(f"^{name}$")))
    return " ".join(row.locator("dd").inner_text().split())


def headings(page: Page) -> list[str]:
    return [" ".join(text.split()) for text in timeline(page).get_by_role("heading", level=3).all_text_contents()]
