"""The timeline page of the harbour as a reader finds their way in it: by its questions, labels, headings and terms."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import cast

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


def row(page: Page, title: str) -> Locator:
    """The row of an act in the table by day, or among what is over: it has the box to tick."""
    return page.locator("[data-act]").filter(
        has=page.get_by_role("rowheader", include_hidden=True).filter(has_text=title)
    )


def opened(page: Page, title: str) -> Locator:
    """The entry of an act in the list, unfolded as a reader does who follows its row."""
    row(page, title).get_by_role("link").first.click()
    return item(page, title)


def questions(page: Page) -> None:
    """Unfolds the questions, as who followed a link or came back does to change a date."""
    page.locator("summary").filter(has_text="Change the dates").click()


def tools(page: Page) -> Locator:
    """What to do with the timeline, unfolded."""
    group = page.get_by_role("group", name="What to do with this timeline")
    if not group.is_visible():
        page.get_by_text("Print, save or send").click()
    return group


def on_another_day(page: Page, title: str) -> Locator:
    """The date on which an act was done, unfolded."""
    one = row(page, title)
    done = one.get_by_role("group", name="Done on: ")
    if not done.is_visible():
        one.get_by_text("On another day?").click()
    return done


def term(entry: Locator, name: str) -> str:
    """The words of a term of the list: Who, What, Form, Due."""
    row = entry.locator("dl > div").filter(has=entry.page.locator("dt", has_text=re.compile(f"^{name}$")))
    return " ".join((row.locator("dd").text_content() or "").split())


def headings(page: Page) -> list[str]:
    """The heading of each step with its day, without how it stands today."""
    texts = timeline(page).get_by_role("heading", level=3).all_text_contents()
    return [re.sub(r", (?:Overdue|Due|Planned|Done)\b[^:]*:", ":", " ".join(text.split())) for text in texts]


# The clipboard is the system's: what is written arrives a moment after the page has said so, and reading it while it
# arrives throws. Asked again until a text stands there that was not there before.
CLIPBOARD = """async (before) => {
  let why = "nothing new was copied";
  for (let times = 0; times < 400; times += 1) {
    try {
      const [item] = await navigator.clipboard.read();
      const texts = await Promise.all(item.types.map(async (type) => [type, await (await item.getType(type)).text()]));
      const copied = Object.fromEntries(texts);
      if (copied["text/plain"] && copied["text/plain"] !== before) return copied;
    } catch (error) {
      why = String(error);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(why);
}"""


def copied_text(page: Page, before: str = "") -> dict[str, str]:
    """What stands in the clipboard by kind, once its plain text is another than `before`."""
    return cast("dict[str, str]", page.evaluate(CLIPBOARD, before))
