"""A first timeline is drawn while its date is typed, or part by part; nothing that a reader does meets half of it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from timeline_browser import ACTS, LINK, RECEIVED, OpenPage, enter, headings, on, whole

AFTER = """(act) => {
  const list = document.getElementById("timeline-list");
  const steps = () => list.querySelectorAll("[data-step]").length;
  const buttons = [...document.querySelectorAll("#timeline-results button")];
  const button = (name) => buttons.find((one) => one.textContent === name);
  const acts = {
    nothing() {},
    print: () => dispatchEvent(new Event("beforeprint")),
    next: () => document.querySelector("#timeline-results [data-slot=nextLink] a").click(),
    done: () => document.querySelector("#agenda input[type=checkbox]").click(),
    role() {
      const role = document.getElementById("timeline-role");
      role.value = [...role.options].find((one) => one.textContent === "Harbour Council").value;
      role.dispatchEvent(new Event("change"));
    },
    clear: () => button("Clear from this device").click(),
  };
  document.getElementById("trust-concern-concern-received-day").value = "18";  // as no event has told
  document.querySelector("#timeline-form button[type=submit]").click();
  const first = [steps(), list.ariaBusy];
  acts[act]();
  return [...first, steps(), list.ariaBusy];
}"""
"""Asks for a date not drawn ahead and acts before any idle moment; how many steps, and if the list is busy, twice."""
AT_ONCE = """() => {
  document.querySelector("#timeline-form button[type=submit]").click();
  return document.querySelectorAll("#timeline-list [data-step]").length;
}"""
DRAWN = "document.getElementById('timeline-results').innerHTML"


def entered(open_page: OpenPage, date: str = "17 12 2026") -> Page:
    page = on(open_page)
    enter(page, RECEIVED, date)
    return page


def drawn_ahead(open_page: OpenPage) -> Page:
    """A page whose timeline is there to its end before the button is pressed."""
    page = entered(open_page)
    page.locator("[data-step]").nth(ACTS - 1).wait_for(state="attached")
    whole(page)
    return page


def test_a_timeline_drawn_ahead_is_there_at_once_and_whole(open_page: OpenPage) -> None:
    page = drawn_ahead(open_page)
    assert page.evaluate(AT_ONCE) == ACTS
    assert len(headings(page)) == ACTS
    assert page.get_by_text("Thursday 17 December 2026").count() > 0


def test_a_timeline_drawn_ahead_is_not_seen_heard_reached_or_printed(open_page: OpenPage) -> None:
    page = on(open_page)
    page.evaluate("scrollTo(0, 0)")
    before = page.locator("body").aria_snapshot(), page.evaluate("document.body.innerText"), page.title()
    height = page.evaluate("document.documentElement.scrollHeight")
    page = drawn_ahead(open_page)
    page.evaluate("document.getElementById('timeline-form').reset()")  # without an event, so that the rest stays
    assert (page.locator("body").aria_snapshot(), page.evaluate("document.body.innerText"), page.title()) == before
    assert page.evaluate("document.documentElement.scrollHeight") == height
    expect(page.locator("#timeline-results")).to_be_hidden()
    page.get_by_role("button", name="Show the timeline").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Work out the dates by hand")).to_be_focused()
    page.emulate_media(media="print")
    expect(page.locator("#timeline-results")).to_be_hidden()


@pytest.mark.parametrize("then", ["17 12 2026", "21 1 2027", "29 2 2028"])
def test_a_timeline_drawn_ahead_says_what_one_drawn_afresh_says(open_page: OpenPage, then: str) -> None:
    page = drawn_ahead(open_page)
    enter(page, RECEIVED, then)
    page.get_by_role("button", name="Show the timeline").click()
    whole(page)
    day, month, year = (int(part) for part in then.split())
    afresh = on(open_page, path=LINK.replace("2026-12-17", f"{year}-{month:02}-{day:02}&version=2.3"))
    assert numberless(page) == numberless(afresh)


def numberless(page: Page) -> str:
    """What was drawn, but for the numbers of its boxes, which count all that were ever made."""
    return re.sub(r"act-\d+-done| class=\"\"", "", page.evaluate(DRAWN))


def test_what_fills_the_screen_comes_first_and_the_list_says_that_more_is_to_come(open_page: OpenPage) -> None:
    page = entered(open_page)
    assert page.evaluate(AFTER, "nothing") == [1, "true", 1, "true"]
    whole(page)
    assert len(headings(page)) == ACTS
    assert page.get_by_text("Today, Thursday 17 December 2026").count() == 1


@pytest.mark.parametrize("act", ["print", "next", "done"])
def test_an_act_that_needs_the_whole_timeline_finds_it_whole(open_page: OpenPage, act: str) -> None:
    page = entered(open_page)
    assert page.evaluate(AFTER, act) == [1, "true", ACTS, None]
    page.wait_for_timeout(300)
    assert len(headings(page)) == ACTS


def test_a_role_chosen_in_between_shows_its_steps_alone(open_page: OpenPage) -> None:
    page = entered(open_page)
    _, _, steps, busy = page.evaluate(AFTER, "role")
    assert 0 < steps < ACTS
    assert busy is None
    page.wait_for_timeout(300)
    assert len(headings(page)) == steps


def test_a_timeline_cleared_in_between_stays_away(open_page: OpenPage) -> None:
    page = entered(open_page)
    assert page.evaluate(AFTER, "clear")[:2] == [1, "true"]
    page.wait_for_timeout(300)
    expect(page.locator("#timeline-results")).to_be_hidden()
    assert "18 December" not in (page.locator("#timeline-results .results-heading").text_content() or "")
