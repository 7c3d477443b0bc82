"""Twenty questions that readers come with, each answered after at most two links from the first page, or one search.

The answer stands on the first two screens of a small desk where the reader then is: nobody has to read a page for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

import pytest
from playwright.sync_api import Page, expect

from browser.search import RESULTS

OpenPage = Callable[..., Page]
WIDTH, HEIGHT, SCREENS = 1366, 768, 2
FIELD = "Search the guide"

IN_SIGHT = """([words, most]) => {
  const plain = (text) => text.replace(/\\s+/g, " ");
  const holding = [...document.querySelectorAll("main *")].filter((one) => plain(one.innerText ?? "").includes(words));
  const smallest = holding.filter((one) => ![...one.children].some((child) => holding.includes(child)));
  const tops = smallest.filter((one) => one.offsetParent !== null).map((one) => one.getBoundingClientRect().top);
  return tops.some((top) => top > -2 && top < most);
}"""
"""Whether words stand below the top of the window, and so far down at most."""


class Task(NamedTuple):
    """What somebody wants to know, and where it is to be found."""

    asks: str
    answer: str
    """Words that must stand in sight at the end."""
    links: tuple[str, ...] = ()
    """The names of the links to follow, from the first page."""
    search: str = ""
    """What to type instead, and behind it the link to follow."""
    found: str = ""


TASKS = (
    Task("Somebody is in danger: what first?", "ring 999 first", ("Should this be notified?",)),
    Task(
        "What counts as serious harm?",
        "What counts as serious harm",
        search="serious harm",
        found="Death or serious harm",
    ),
    Task(
        "By when is the Panel notified?",
        "Within 5 working days",
        search="notify the panel",
        found="Notify the Panel online",
    ),
    Task("What is due on day seven?", "Return the agency information", search="day 7", found="Day 7"),
    Task("What is due on day 15?", "Send the signed decision to the Panel", search="15 days", found="Day 15"),
    Task(
        "What does my agency owe, and by when?",
        "Return the completed SCSI-5",
        ("Who does what", "Agencies asked for information"),
    ),
    Task("I manage an agency: what comes to me?", "SCSI-5", ("Who does what", "Agency managers")),
    Task("What falls to the local authority?", "Notify the Panel online", ("Who does what", "Local authority")),
    Task(
        "Which form do I notify the team on?", "Notification to Safeguarding Partners", search="scsi1", found="SCSI-1"
    ),
    Task("What is SRG-8?", "Recommendation to Safeguarding Partners", search="SRG 8", found="SRG-8"),
    Task(
        "When is the rapid review meeting?",
        "by day 11",
        search="rapid review meeting",
        found="Hold the rapid review meeting",
    ),
    Task(
        "Our return will be late",
        "What if you cannot do it in time?",
        ("Who does what", "Agencies asked for information"),
    ),
    Task("Work out my dates", "When did the partnership team receive the notification", ("Work out the dates",)),
    Task("Which days are bank holidays?", "Monday 28 December 2026", search="bank holiday", found="Bank holidays"),
    Task("What is a working day?", "Monday to Friday", search="working day", found="Working day"),
    Task(
        "What does the independent scrutineer do?",
        "audit or assurance event",
        search="scrutineer",
        found="Independent scrutiny officer",
    ),
    Task(
        "When does the final report go out before publication?",
        "no later than seven working days before",
        search="publication",
        found="Send the signed report before publication",
    ),
    Task(
        "Which questions are open about dates?",
        "Does SCSI-3 go to the review group on Working Day One or Two?",
        ("Questions",),
    ),
    Task("Print the flowchart for the wall", "A poster for each flowchart", ("Print and PDF",)),
    Task("Is what I enter kept or sent?", "They are not sent anywhere", ("Privacy",)),
)


def test_there_are_twenty_tasks_of_at_most_two_links_or_one_search() -> None:
    assert len({task.asks for task in TASKS}) == 20
    assert [task for task in TASKS if not 1 <= len(task.links) + 2 * bool(task.search) <= 2] == []


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.asks)
def test_a_reader_finds_the_answer(open_page: OpenPage, task: Task) -> None:
    page = open_page("/", width=WIDTH, height=HEIGHT)
    for name in task.links:
        page.get_by_role("link", name=name, exact=True).first.click()
        page.wait_for_load_state()
    if task.search:
        page.get_by_role("textbox", name=FIELD).press_sequentially(task.search)
        page.locator(RESULTS).filter(has_text=re.compile(f"^{re.escape(task.found)}")).first.click()
        page.wait_for_load_state()
    expect(page.get_by_role("main")).to_contain_text(re.compile(re.escape(task.answer).replace(r"\ ", r"\s+")))
    page.wait_for_function(IN_SIGHT, arg=[task.answer, SCREENS * HEIGHT])


def test_words_far_down_or_not_there_are_not_in_sight(open_page: OpenPage) -> None:
    page = open_page("/glossary/", width=WIDTH, height=HEIGHT)
    at_the_end = page.locator("main h2 + *").last.inner_text().split("\n")[0]
    words = [page.get_by_role("heading", level=1).inner_text(), at_the_end, "nothing of the kind"]
    assert [page.evaluate(IN_SIGHT, [one, SCREENS * HEIGHT]) for one in words] == [True, False, False]
