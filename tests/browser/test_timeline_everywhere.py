"""The same dates as `guide timeline` gives, wherever the reader is and whatever their clock is doing."""

from __future__ import annotations

import random
from typing import Any

import pytest
from playwright.sync_api import Page

from area_guides import area
from examples import examples
from guide.calendars import days
from guide.dates.planning import plan_of
from guide.dates.timeline import schedule
from timeline_browser import RECEIVED, OpenPage, questions, timeline, whole

ZONES = (
    "Europe/London",
    "America/Los_Angeles",
    "America/St_Johns",
    "Pacific/Auckland",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "Africa/Casablanca",
    "Asia/Kathmandu",
)
INSTANTS = {
    "2026-03-29T01:00:00Z": "Sunday 29 March 2026",  # the clocks go forward
    "2026-10-25T01:00:00Z": "Sunday 25 October 2026",  # and back
    "2026-12-31T23:59:59Z": "Thursday 31 December 2026",
    "2028-02-29T23:59:59Z": "Tuesday 29 February 2028",
    "2026-06-30T23:30:00Z": "Wednesday 1 July 2026",  # in London it is half past midnight
}
EACH = examples(5)
"""How many schedules at each instant in each zone: two hundred in all on the build server."""


def random_schedule(chance: random.Random) -> dict[str, Any]:
    """A journey with the dates a reader might enter, a step that was done on another day, and a closed office."""
    day = chance.randint(days.parse("2013-03-01"), days.parse("2035-03-01"))
    if chance.random() < 0.3:
        published = day + chance.randint(30, 200)
        anchors = {"inquiry-ordered": day, "hearing": published}
        return {"journey": "inquiry", "anchors": anchors, "done": {}, "closed": []}
    anchors = {"concern-received": day}
    if chance.random() < 0.5:
        anchors["employer-aware"] = day - chance.randint(0, 20)
    if chance.random() < 0.5:
        anchors["regulator-told"] = day + chance.randint(0, 9)
    done = {"ask-for-records": day + chance.randint(1, 9)} if chance.random() < 0.5 else {}
    closed = [day + chance.randint(1, 20)] if chance.random() < 0.5 else []
    return {"journey": "trust-concern", "anchors": anchors, "done": done, "closed": closed}


def link_of(entered: dict[str, Any]) -> str:
    """The link that the tool writes for it: dates and nothing else."""
    parts = [f"journey={entered['journey']}"]
    parts += [f"{name}={days.text(day)}" for name, day in entered["anchors"].items()]
    parts += [f"done={name}:{days.text(day)}" for name, day in entered["done"].items()]
    parts += [f"closed={days.text(day)}" for day in entered["closed"]]
    return "&".join(parts)


def follow(page: Page, link: str) -> None:
    """As a reader does who follows such a link on the page and waits for the whole timeline."""
    page.evaluate(
        """link => new Promise((done) => {
             addEventListener("hashchange", done, { once: true });
             location.hash = link;
           })""",
        link,
    )
    whole(page)


def expected(entered: dict[str, Any]) -> dict[str, str]:
    """The day of each act in words by its first step, as the command line counts it; empty where it has none.

    A closed office moves no day, so it is no part of this.
    """
    plan = plan_of(area(), entered["journey"])
    found = schedule(plan, area().calendars[plan.calendar], entered["anchors"], entered["done"])
    days_of = ((steps[0].step.id, steps[0].act.due) for steps in found.acts)
    return {step: "" if due is None else days.long(due) for step, due in days_of}


def shown(page: Page) -> dict[str, str]:
    """The day that the heading of each act on the page names."""
    found: list[list[str]] = timeline(page).evaluate(
        """list => [...list.querySelectorAll("[data-step]")].map(
             item => [item.dataset.step, item.querySelector("h3").textContent])"""
    )
    return dict(found)


def rows(page: Page) -> list[tuple[str, str]]:
    """The act and the day of each row of the table by day, and of what is over, in order."""
    found: list[list[str]] = page.locator("#timeline-results").evaluate(
        """results => [...results.querySelectorAll("[data-act]")].map(
             row => [row.dataset.act, row.querySelector("td").textContent.trim()])"""
    )
    return [(act, day) for act, day in found]


@pytest.mark.parametrize("zone", ZONES)
def test_random_schedules_at_awkward_instants_have_the_dates_of_the_command_line(
    open_page: OpenPage, zone: str
) -> None:
    chance = random.Random(zone)
    page = open_page("/about/", timezone_id=zone)
    differences = []
    for instant, today in INSTANTS.items():
        page.clock.set_fixed_time(instant)
        page.goto("about:blank")
        page.goto("/timeline/")
        for _ in range(EACH):
            entered = random_schedule(chance)
            follow(page, link_of(entered))
            found, right = shown(page), expected(entered)
            assert found.keys() == right.keys()
            assert sorted(act for act, _ in rows(page)) == sorted(right)
            differences += [
                f"{instant} {link_of(entered)} row {name}: {day!r} is not on {right[name]}"
                for name, day in rows(page)
                if not day.startswith(right[name] or "No date")
            ]
            differences += [
                f"{instant} {link_of(entered)} {name}: {found[name]!r} is not on {right[name]}"
                for name in right
                if not found[name].strip().startswith(right[name] or "No date")
            ]
        questions(page)
        use_today = page.get_by_role("button", name="Use today")
        use_today.first.click()
        group = page.locator("fieldset").filter(has=use_today).locator("visible=true").first
        typed = [group.get_by_label(label, exact=True).input_value() for label in ("Day", "Month", "Year")]
        assert days.long(days.from_ymd(int(typed[2]), int(typed[1]), int(typed[0]))) == today, instant
    assert differences == []


@pytest.mark.parametrize("zone", ZONES)
def test_the_day_is_londons_day_in_the_list_and_in_the_words_for_status(open_page: OpenPage, zone: str) -> None:
    page = open_page("/about/", timezone_id=zone)
    page.clock.set_fixed_time("2026-06-30T23:30:00Z")
    page.goto("/timeline/#journey=trust-concern&concern-received=2026-06-30")
    whole(page)
    assert "Today, Wednesday 1 July 2026" in timeline(page).inner_text()
    questions(page)
    assert page.get_by_role("group", name=RECEIVED).get_by_label("Month", exact=True).input_value() == "6"
    due = timeline(page).get_by_role("listitem").filter(has_text="Inform the Harbour Board").first
    assert "Due today" in due.inner_text()
