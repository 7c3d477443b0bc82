"""A first timeline is drawn a part at a time, and nothing that a reader does in between meets half of it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from timeline_browser import RECEIVED, OpenPage, enter, headings, on, whole

AFTER = """(act) => {
  const list = document.getElementById("timeline-list");
  const steps = () => list.querySelectorAll("[data-step]").length;
  const buttons = [...document.querySelectorAll("#timeline-results button")];
  const button = (name) => buttons.find((one) => one.textContent === name);
  const acts = {
    nothing() {},
    print: () => dispatchEvent(new Event("beforeprint")),
    next: () => button("Go to this step").click(),
    done: () => list.querySelector("input[type=checkbox]").click(),
    role() {
      const role = document.getElementById("timeline-role");
      role.value = [...role.options].find((one) => one.textContent === "Local authority").value;
      role.dispatchEvent(new Event("change"));
    },
    clear: () => button("Clear from this device").click(),
  };
  document.querySelector("#timeline-form button[type=submit]").click();
  const first = [steps(), list.ariaBusy];
  acts[act]();
  return [...first, steps(), list.ariaBusy];
}"""
"""Presses the button and acts before any idle moment; how many steps, and if the list is busy, before and after."""


def entered(open_page: OpenPage) -> Page:
    page = on(open_page)
    enter(page, RECEIVED, "17 12 2026")
    return page


def test_what_fills_the_screen_comes_first_and_the_list_says_that_more_is_to_come(open_page: OpenPage) -> None:
    page = entered(open_page)
    assert page.evaluate(AFTER, "nothing") == [1, "true", 1, "true"]
    whole(page)
    assert len(headings(page)) == 27
    assert page.get_by_text("Today, Thursday 17 December 2026").count() == 1


@pytest.mark.parametrize("act", ["print", "next", "done"])
def test_an_act_that_needs_the_whole_timeline_finds_it_whole(open_page: OpenPage, act: str) -> None:
    page = entered(open_page)
    assert page.evaluate(AFTER, act) == [1, "true", 27, None]
    page.wait_for_timeout(300)
    assert len(headings(page)) == 27


def test_a_role_chosen_in_between_shows_its_steps_alone(open_page: OpenPage) -> None:
    page = entered(open_page)
    _, _, steps, busy = page.evaluate(AFTER, "role")
    assert 0 < steps < 27
    assert busy is None
    page.wait_for_timeout(300)
    assert len(headings(page)) == steps


def test_a_timeline_cleared_in_between_stays_away(open_page: OpenPage) -> None:
    page = entered(open_page)
    assert page.evaluate(AFTER, "clear") == [1, "true", 0, None]
    page.wait_for_timeout(300)
    assert page.locator("#timeline-list > *").count() == 0
