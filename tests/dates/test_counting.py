"""Every deadline that can be said, against published rules and dates that were not counted by this program.

Every example is put to Python and to the browser's engine, from the author's words to the last line of the working.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from committed_calendars import calendar
from counting_examples import BEGINNING, EXAMPLES, before, within
from guide.calendars import days
from guide.dates.counting import Rule, count
from two_engines import Question, ask_javascript, ask_python, both, plan, steps_of

ENGINES = {"python": ask_python, "javascript": ask_javascript}


@cache
def questions() -> tuple[Question, ...]:
    """One plan of one step for each example."""
    return tuple(Question(plan({"id": "act", "due": one.due}, **one.clock), one.on) for one in EXAMPLES)


@cache
def answers(engine: str) -> list[dict[str, Any]]:
    """All examples at once: starting the browser's engine costs more than a thousand answers."""
    return ENGINES[engine](questions())


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("place", range(len(EXAMPLES)), ids=lambda place: EXAMPLES[place].source[:60])
def test_each_deadline_is_due_on_the_day_its_source_gives(place: int, engine: str) -> None:
    one, found = EXAMPLES[place], steps_of(answers(engine)[place])["act"]
    assert (found["due"], found["opens"], found["tier"]) == (one.is_due, one.opens, one.tier)
    assert found["bound"] == one.bound


def test_both_engines_give_every_example_the_same_json_to_the_last_sentence() -> None:
    assert answers("python") == answers("javascript")


# Outside the table


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("due", "on"),
    [
        (within("6 working days", "received"), {"received": "2035-12-20"}),
        (within("1 month", "received"), {"received": "2035-12-20"}),
        (within("1 working day", "received"), {"received": "2011-12-30"}),
        (before("3 working days", "hearing"), {"hearing": "2012-01-04"}),
        (within("3 days except bank holidays", "received"), {"received": "2035-12-29"}),
        (before("2 days except bank holidays", "hearing"), {"hearing": "2012-01-01"}),
        (within("1 working day", "decided", **BEGINNING), {"decided": "2012-01-01"}),
    ],
    ids=["after the end", "a month after the end", "before the beginning", "back before the beginning",
         "weekends run out at the end", "weekends run out at the beginning", "begins with the first day"],
)  # fmt: skip
def test_what_lies_outside_the_calendar_is_refused_in_plain_words(due: Any, on: dict[str, str], engine: str) -> None:
    (found,) = ENGINES[engine]([Question(plan({"id": "act", "due": due}), on)])
    assert found["error"] == "outside-calendar"
    assert "which runs from Sunday 1 January 2012 to Monday 31 December 2035." in found["message"]
    assert found["message"].endswith("Use a date inside it, or ask the guide's owner to extend the calendar.")


def test_both_engines_name_the_day_that_is_due_where_the_day_it_counts_from_is_outside_too() -> None:
    found = both(plan({"id": "act", "due": within("5 calendar days", "received")}), {"received": "2011-12-20"})
    assert found["message"].startswith("Sunday 25 December 2011 is outside the calendar")


# Rules no author can write, which the command line can


def counted_back(unit: Any, number: int, start: str, **more: Any) -> str:
    rule = Rule("limit", "", "hearing", unit, number, back=True, **more)
    return days.text(count(rule, days.parse(start), "The day", calendar()).due)


def test_a_count_backwards_can_begin_with_the_day_too() -> None:
    assert counted_back("working days", 2, "2026-04-16", with_the_day=True) == "2026-04-15"
    assert counted_back("days except bank holidays", 2, "2026-04-07", with_the_day=True) == "2026-04-05"
    assert counted_back("calendar days", 2, "2026-04-16", with_the_day=True) == "2026-04-15"
    assert counted_back("months", 1, "2026-04-16", with_the_day=True) == "2026-03-17"


@pytest.mark.parametrize(
    ("more", "why"),
    [
        (
            {"unit": "months", "number": 1, "clear": True},
            "^Clear months can be read in two ways at the end of a short month: say months, or clear days.$",
        ),
        ({"number": 0, "clear": True}, "^'0 working days' has no days to leave out"),
        ({"number": 0, "with_the_day": True}, "^'0 working days' has no days to leave out"),
        (
            {"number": 1, "clear": True, "with_the_day": True},
            "^Clear days leave the first day out, .* counts it: say one of them.$",
        ),
    ],
)
def test_a_rule_that_gives_no_single_day_is_not_made(more: dict[str, Any], why: str) -> None:
    with pytest.raises(days.InvalidCount, match=why):
        Rule("limit", "", **more)
