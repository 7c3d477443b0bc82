"""Schedules, in both engines: in what order, in what JSON, how a step stands today, what an office closure marks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from committed_calendars import calendar
from guide.calendars import days
from guide.calendars.days import OutsideCalendar
from guide.dates.timeline import Schedule, last_open_day, schedule, status_of
from two_engines import Question, ask_javascript, ask_python, both, dates_of, numbers, plan, steps_of

WITHIN = {"within": "5 working days", "of": "received"}
CHRISTMAS = {"received": "2026-12-17"}


def worked_out(*steps: dict[str, Any], on: dict[str, str], done: dict[str, str] | None = None) -> Schedule:
    return schedule(plan(*steps), calendar(), numbers(on), numbers(done or {}))


def order(*steps: dict[str, Any], on: dict[str, str]) -> list[str]:
    return list(steps_of(both(plan(*steps), on)))


# Order


def test_steps_come_in_the_order_of_their_dates_and_equal_dates_in_the_order_of_the_page() -> None:
    steps = [{"id": name, "due": {"on": f"working day {number}"}} for name, number in
             (("late", 9), ("first", 1), ("same", 9), ("middle", 5))]  # fmt: skip
    assert order(*steps, on=CHRISTMAS) == ["first", "middle", "late", "same"]


def test_a_step_without_a_date_stays_behind_the_dated_step_it_follows_on_its_page() -> None:
    steps = (
        {"id": "before-all", "due": "not stated"},
        {"id": "late", "due": {"on": "working day 9"}},
        {"id": "after-late", "due": "not stated"},
        {"id": "early", "due": {"on": "working day 1"}},
        {"id": "after-early", "due": "not stated"},
    )
    assert order(*steps, on=CHRISTMAS) == ["before-all", "early", "after-early", "late", "after-late"]
    assert order(*steps, on={}) == ["before-all", "late", "after-late", "early", "after-early"]


def test_a_step_that_happens_alongside_has_its_own_place_and_carries_nobody_with_it() -> None:
    steps = (
        {"id": "early", "due": {"on": "working day 1"}},
        {"id": "alongside", "due": {"on": "working day 9"}, "alongside": True},
        {"id": "undated", "due": "not stated"},
        {"id": "late", "due": {"on": "working day 5"}},
    )
    assert order(*steps, on=CHRISTMAS) == ["early", "undated", "late", "alongside"]


def test_what_has_no_date_in_one_procedure_never_follows_the_dates_of_another() -> None:
    one = plan({"id": "dated", "due": {"on": "working day 9"}}, {"id": "undated", "due": "not stated"})
    two = replace(one, steps=(one.steps[0], replace(one.steps[1], procedure="another")))
    answers = [ask([Question(two, CHRISTMAS)])[0] for ask in (ask_python, ask_javascript)]
    assert answers[0] == answers[1]
    assert list(steps_of(answers[0])) == ["undated", "dated"]


# What is known


def test_a_date_that_no_rule_counts_from_changes_nothing() -> None:
    one = plan({"id": "act", "due": WITHIN})
    assert dates_of(both(one, CHRISTMAS | {"hearing": "2026-12-18"})) == {"act": "2026-12-24"}
    assert dates_of(both(one, {"hearing": "2026-12-18"})) == {"act": None}
    assert dates_of(both(one, CHRISTMAS, {"nobody": "2026-12-18"})) == {"act": "2026-12-24"}


def test_a_due_date_outside_the_calendar_refuses_the_whole_schedule_in_both_engines() -> None:
    refused = both(plan({"id": "act", "due": WITHIN}), {"received": "2035-12-28"})
    assert refused["error"] == "outside-calendar"


# The promised JSON


def test_the_json_of_a_schedule_says_which_calendar_and_which_dates_it_rests_on() -> None:
    told = worked_out({"id": "act", "due": WITHIN}, on=CHRISTMAS).as_json("1.2")
    steps = told.pop("steps")
    assert told == {
        "procedure": "example",
        "version": "1.2",
        "calendar": {"name": "England and Wales", "published_through": "2028-12-31", "hash": calendar().hash},
        "anchors": {"received": "2026-12-17"},
        "warnings": [],
        "moved": [],
    }
    assert [step["id"] for step in steps] == ["act"]
    assert "status" not in steps[0]
    assert "last_open_day" not in steps[0]


def test_the_json_of_a_step_has_every_key_whether_or_not_it_has_a_date() -> None:
    full = {"id": "meet", "title": "Meet", "who": ["team", "lead"], "with": "office", "to": "desk", "forms": ["f-1"],
            "questions": ["why"],
            "due": {"on": "working days 1 to 2", "part": "afternoon", "authority": "statute"}}  # fmt: skip
    steps = steps_of(both(plan(full, {"id": "wait", "due": "not stated"}), CHRISTMAS, {"wait": "2026-12-18"}))
    explanation = steps["meet"].pop("explanation")
    assert explanation[0] == {"kind": "start", "date": "2026-12-17", "number": None,
                              "text": "The day received is Thursday 17 December 2026. That day is day 0."}  # fmt: skip
    assert steps["meet"] == {
        "id": "meet", "procedure": "example", "number": 1, "title": "Meet", "actors": ["team", "lead"],
        "helpers": ["office"], "to": ["desk"], "forms": ["f-1"], "kind": "planned", "authority": "statute",
        "rule": "On working days 1 to 2 after it is received", "part": "afternoon", "opens": "2026-12-18",
        "due": "2026-12-21", "done": None, "tier": "published", "bound": None, "alternatives": [],
        "look_back_from": None, "questions": ["why"], "cites": None, "act": "meet", "who": ["team", "lead"],
        "governs": {"date": "2026-12-21", "tier": "published", "bound": None,
                    "set_by": [{"step": "meet", "kind": "planned", "authority": "statute"}]},
        "standing": [], "open": [], "conflicts": [],
    }  # fmt: skip
    assert steps["wait"] == {
        "id": "wait", "procedure": "example", "number": 2, "title": "Step wait", "actors": ["team"], "helpers": [],
        "to": [], "cites": None, "bound": None, "conflicts": [],
        "forms": [], "kind": "none", "authority": None, "rule": "not stated", "part": None, "opens": None,
        "due": None, "done": "2026-12-18", "tier": None, "explanation": [], "alternatives": [],
        "look_back_from": None, "questions": [], "act": "wait", "who": ["team"], "governs": None, "standing": [],
        "open": [],
    }  # fmt: skip


# Office closures


def test_a_closure_marks_the_dates_that_fall_on_it_with_the_last_open_day_and_moves_nothing() -> None:
    found = worked_out({"id": "act", "due": WITHIN}, {"id": "free", "due": {"on": "working day 4"}},
                       {"id": "wait", "due": "not stated"}, on=CHRISTMAS)  # fmt: skip
    closures = {days.parse("2026-12-24"), days.parse("2026-12-22")}
    told = {step["id"]: step for step in found.as_json("1", closures)["steps"]}
    assert (told["act"]["due"], told["act"]["last_open_day"]) == ("2026-12-24", "2026-12-23")
    assert "last_open_day" not in told["free"]
    assert "last_open_day" not in told["wait"]


def test_the_last_open_day_skips_closed_days_and_further_closures() -> None:
    tuesday = days.parse("2026-12-29")
    assert days.text(last_open_day(tuesday, set(), calendar())) == "2026-12-24"
    closures = {days.parse("2026-12-24"), days.parse("2026-12-23"), tuesday}
    assert days.text(last_open_day(tuesday, closures, calendar())) == "2026-12-22"
    closures = {days.parse("2026-12-24"), days.parse("2026-12-22"), tuesday}
    assert days.text(last_open_day(tuesday, closures, calendar())) == "2026-12-23"
    with pytest.raises(OutsideCalendar):
        last_open_day(calendar().first, set(), calendar())


# How a step stands


@pytest.mark.parametrize(
    ("today", "stands"),
    [
        ("2026-12-17", ""),
        ("2026-12-21", ""),
        ("2026-12-22", "Due in 2 working days"),
        ("2026-12-23", "Due in 1 working day"),
        ("2026-12-24", "Due today"),
        ("2026-12-25", "Overdue"),
        ("2026-12-28", "Overdue"),
        ("2026-12-29", "Overdue by 1 working day"),
        ("2026-12-30", "Overdue by 2 working days"),
    ],
)
def test_how_a_step_due_on_christmas_eve_stands_is_counted_in_working_days(today: str, stands: str) -> None:
    found = worked_out({"id": "act", "due": WITHIN}, on=CHRISTMAS)
    assert status_of(found.steps[0], days.parse(today), calendar()) == stands
    assert found.as_json("1", today=days.parse(today))["steps"][0]["status"] == stands


def test_a_step_due_on_a_saturday_is_due_before_the_next_working_day_on_the_friday() -> None:
    found = worked_out({"id": "act", "due": {"on": "calendar day 2"}}, on=CHRISTMAS)
    assert status_of(found.steps[0], days.parse("2026-12-18"), calendar()) == "Due before the next working day"


def test_a_done_step_is_done_and_a_step_without_a_date_has_no_standing() -> None:
    found = worked_out({"id": "act", "due": WITHIN}, {"id": "wait", "due": "not stated"}, on=CHRISTMAS,
                       done={"act": "2027-01-04"})  # fmt: skip
    standing = {step.step.id: status_of(step, days.parse("2027-02-01"), calendar()) for step in found.steps}
    assert standing == {"act": "Done 4 working days after its limit", "wait": ""}
    assert [step.due is None for step in found.steps] == [False, True]


def test_today_is_told_even_when_it_is_the_first_day_there_is() -> None:
    # 1 January 1970 is day number 0: a day like any other.
    found = worked_out({"id": "wait", "due": "not stated"}, on={})
    assert found.as_json("1", today=0)["steps"][0]["status"] == ""
