"""Three days of the partnership team's manager: the Friday before Christmas, the Monday, and the fifth of January.

Walked on a desk, on a telephone and by keys alone. On each day the first screen says what is late by name, what comes
next and what is still to ask. The days are counted here, one by one, on the weekdays of a list of our own.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from by_keyboard import answer, reach
from timeline_browser import row, submit, timeline, whole

RECEIVED = "When did the partnership team receive the notification (SCSI-1)?"
FRIDAY, MONDAY, JANUARY = date(2026, 12, 18), date(2026, 12, 21), date(2027, 1, 5)
CLOSED = {date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1)}
"""The bank holidays of that winter in England and Wales. Boxing Day is a Saturday, so Monday the 28th is closed."""
FIRST = "Inform the safeguarding partners"
OWN_DAY = ((1, FIRST), (5, "Notify the Panel online"), (7, "Return the agency information"))
IN_SIGHT = """one => {
  const box = one.getBoundingClientRect();
  return one.checkVisibility() && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight;
}"""


class Hand(NamedTuple):
    """How the manager gets about."""

    width: int
    height: int
    by_keys: bool


HANDS = {"desk": Hand(1366, 768, False), "telephone": Hand(390, 844, False), "keys": Hand(1366, 768, True)}
Opened = Callable[[date, str], Page]


def working_day(number: int) -> str:
    """The date of a working day after the Friday, in words."""
    day = FRIDAY
    while number:
        day += timedelta(days=1)
        number -= day.weekday() < 5 and day not in CLOSED
    return f"{day:%A} {day.day} {day:%B %Y}"


@pytest.fixture(params=HANDS.values(), ids=HANDS)
def hand(request: pytest.FixtureRequest) -> Hand:
    assert isinstance(request.param, Hand)
    return request.param


@pytest.fixture
def opened(browser: Browser, site_server: str, hand: Hand) -> Opened:
    """A page as it is at nine on a day, always on the same device."""
    context = browser.new_context(viewport={"width": hand.width, "height": hand.height}, base_url=site_server)
    page = context.new_page()

    def at(day: date, path: str) -> Page:
        page.clock.set_fixed_time(f"{day}T09:00:00Z")
        page.goto("about:blank")
        page.goto(path)
        whole(page)
        return page

    return at


def in_sight(page: Page, words: str) -> Locator:
    """Words that stand on the first screen below the heading of the timeline, to which the page has gone."""
    found = [one for one in page.locator("main").get_by_text(words).all() if one.evaluate(IN_SIGHT)]
    assert found, f"“{words}” is not on the first screen"
    return found[0]


def test_three_days_of_a_manager(opened: Opened, hand: Hand) -> None:
    assert [working_day(number) for number, _ in OWN_DAY] == [
        "Monday 21 December 2026", "Tuesday 29 December 2026", "Thursday 31 December 2026",
    ]  # fmt: skip
    page = opened(FRIDAY, "/")
    follow(page, hand, "Work out the dates")
    page.get_by_role("group", name=RECEIVED).wait_for()
    give(page, hand)
    for words in ("Next", f"{working_day(1)}:", FIRST, "Still to ask"):
        in_sight(page, words)
    assert page.get_by_role("heading", name="Overdue").count() == 0
    tick(page, hand, "Remember on this device")
    expect(page.get_by_text("Kept on this device until")).to_be_visible()

    page = opened(MONDAY, "/")
    follow(page, hand, "Your timeline")
    expect(timeline(page)).to_be_visible()
    whole(page)
    in_sight(page, "Due today") if hand.width > 390 else in_sight(page, FIRST)
    tick(page, hand, f"Done: {FIRST}")
    whole(page)
    expect(row(page, FIRST)).to_contain_text(f"Done on {working_day(1)}")

    page = opened(JANUARY, "/timeline/")
    expect(timeline(page)).to_be_visible()
    in_sight(page, "Overdue")
    for number, title in OWN_DAY[1:]:
        assert working_day(number) in str(in_sight(page, title).evaluate("one => one.closest('li').textContent"))
    in_sight(page, "Still to ask")
    assert FIRST not in page.locator("main").get_by_role("listitem").filter(has_text="was due on").all_inner_texts()
    late = page.get_by_role("link", name="Notify the Panel online").first
    (reach(page, 'link "Notify the Panel online"'), page.keyboard.press("Enter")) if hand.by_keys else late.click()
    expect(timeline(page).locator("details[open]").filter(has_text="Notify the Panel online")).to_be_visible()


def follow(page: Page, hand: Hand, name: str) -> None:
    """Follows a link of the first page's own text, and never one of the menu."""
    link = page.locator("main").get_by_role("link", name=name).first
    if not hand.by_keys:
        return link.click()
    link.evaluate("one => document.querySelector('main').focus()")
    reach(page, f'link "{name}')
    return page.keyboard.press("Enter")


def give(page: Page, hand: Hand) -> None:
    """The date of the form, and then the timeline."""
    if hand.by_keys:
        reach(page, 'textbox "Day"', of=RECEIVED)
        answer(page, f"{FRIDAY.day} {FRIDAY.month} {FRIDAY.year}")
        return
    group = page.get_by_role("group", name=RECEIVED)
    for label, number in (("Day", FRIDAY.day), ("Month", FRIDAY.month), ("Year", FRIDAY.year)):
        group.get_by_label(label, exact=True).fill(str(number))
    submit(page)


def tick(page: Page, hand: Hand, name: str) -> None:
    if hand.by_keys:
        reach(page, f'checkbox "{name}')
        page.keyboard.press("Space")
    else:
        page.get_by_role("checkbox", name=name).first.check()
