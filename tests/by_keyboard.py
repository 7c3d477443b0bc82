"""The ways of somebody who has nothing but keys: to a thing by its name, into a fold, over the fields of a date."""

from __future__ import annotations

from playwright.sync_api import Page

from timeline_browser import whole

MANY = 150
"""Presses of Tab before the thing that is looked for counts as out of reach."""
ON_SCREEN = """element => {
  const box = element.getBoundingClientRect();
  return box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.left >= 0 && box.right <= innerWidth;
}"""
GROUP = "element => element.closest('fieldset')?.querySelector('legend').textContent.trim()"


def reach(page: Page, name: str, of: str = "", backwards: bool = False) -> None:
    """Presses Tab until the focus is on `name`, in the group called `of`. Every stop on the way is on the screen."""
    for _ in range(MANY):
        page.keyboard.press("Shift+Tab" if backwards else "Tab")
        now = focused(page)
        if now:
            assert page.locator(":focus").evaluate(ON_SCREEN), f"{now} has the focus and is not on the screen"
        if now.startswith(name) and (not of or page.locator(":focus").evaluate(GROUP) == of):
            return
    raise AssertionError(f"{MANY} presses of Tab do not reach {name} {of}")


def unfold(page: Page, name: str, backwards: bool = False) -> None:
    """Presses Tab until the focus is on the fold of that name, and opens it."""
    for _ in range(MANY):
        page.keyboard.press("Shift+Tab" if backwards else "Tab")
        if page.locator(f"summary:focus:has-text('{name}')").count():
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"{MANY} presses of Tab do not reach the fold {name}")


def answer(page: Page, date: str) -> None:
    """Types over the date's three fields, from the first on, and presses Enter."""
    for position, text in enumerate(date.split(" ")):
        if position:
            page.keyboard.press("Tab")
        page.keyboard.press("Control+A")
        page.keyboard.type(text)
    page.keyboard.press("Enter")
    whole(page)


def focused(page: Page) -> str:
    """What has the focus, by its role and its name: `textbox "Day"`. Empty where only the page itself has it."""
    place = page.locator(":focus")
    # A name with a colon in it stands in quotation marks.
    return place.aria_snapshot().removeprefix("- ").removeprefix("'") if place.count() else ""
