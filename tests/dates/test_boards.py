"""Boards: the number of every day is the one that the engine counts to, from the clock's own event and no other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from area_guides import area
from board_guides import NO_HOLIDAYS, act_of, groups, guide_with
from guide.calendars import days
from guide.dates import scale
from guide.dates.boards import boards_of
from guide.dates.planning import plan_of
from guide.dates.timeline import schedule
from guide.model import Guide

MONDAY = days.parse("2026-06-01")
CLOCKS = {
    "next": {},
    "next, deemed": {"received_on_a_closed_day": "counts as received on the next working day"},
    "same": {"working_day_one": "the same day"},
    "same, deemed": {
        "working_day_one": "the same day",
        "received_on_a_closed_day": "counts as received on the next working day",
    },
}
DUES: dict[str, Any] = {
    "within": {"within": "5 working days", "of": "sent"},
    "within-none": {"within": "0 working days", "of": "sent"},
    "beginning": {"within": "4 working days", "of": "sent", "counts": "beginning with the day"},
    "clear": {"within": "5 working days", "of": "sent", "clear": True},
    "after": {"after": "12 working days", "from": "sent"},
    "after-clear": {"after": "2 working days", "from": "sent", "clear": True},
    "on": {"on": "working day 3"},
    "on-a-range": {"on": "working days 9 to 10"},
    "earlier": {"earlier_of": [{"within": "7 working days", "of": "sent"}, {"within": "6 working days", "of": "sent"}]},
}


def timed(**clock: str) -> Guide:
    steps = [{"id": name, "due": due} for name, due in DUES.items()]
    return guide_with({"one": steps}, clocks={"one": clock})


# The numbers


def wrong_numbers(made: Callable[[], Guide], starts: range) -> Iterator[str]:
    """The days that a board numbers otherwise than the engine counts, tried with real dates.

    The working days are counted here once more, one by one, and the engine is asked for the date of that number.
    """
    guide = made()
    (board,) = boards_of(guide)
    clock = board.clock
    for start in starts:
        found = {one.step.id: one for one in schedule(plan_of(guide, "one"), NO_HOLIDAYS, {"sent": start}).steps}
        for act in board.acts:
            counted = found[act.entry].counted
            assert counted is not None
            shown = act.governs.last
            if days.weekday(start) >= 5 and act.governs.from_closed is not None:
                shown = act.governs.from_closed
            first = start
            while clock.is_deemed and days.weekday(first) >= 5:
                first += 1
            first += 0 if clock.begins_with_the_day else 1
            said = sum(days.weekday(day) < 5 for day in range(first, counted.due + 1))
            if shown != said:
                yield f"{act.entry} from {days.text(start)}: shown as day {shown}, the engine says {said}"
            if said and (on := _date_of_day(said, start, clock.begins_with_the_day, clock.is_deemed)) != counted.due:
                yield f"{act.entry} from {days.text(start)}: day {said} is {days.text(on)}"


def _date_of_day(number: int, start: int, same_day: bool, deemed: bool) -> int:
    """What the engine says is numbered working day so and so."""
    clock = {
        "working_day_one": "the same day" if same_day else "the next working day",
        "received_on_a_closed_day": "counts as received on the next working day" if deemed else "counts from that day",
    }
    one = guide_with({"one": [{"id": "it", "due": {"on": f"working day {number}"}}]}, clocks={"one": clock})
    (step,) = schedule(plan_of(one, "one"), NO_HOLIDAYS, {"sent": start}).steps
    assert step.due is not None
    return step.due


@pytest.mark.parametrize("clock", CLOCKS)
def test_every_number_is_that_of_the_engine_from_every_day_of_a_week(clock: str) -> None:
    assert list(wrong_numbers(lambda: timed(**CLOCKS[clock]), range(MONDAY, MONDAY + 7))) == []


@pytest.mark.parametrize(
    ("clock", "numbers"),
    [
        # within 5, within 0, 4 beginning with the day, 5 clear, after 12, after 2 clear, on 3
        ("next", {"within": 5, "within-none": 0, "beginning": 3, "clear": 6, "after": 12, "after-clear": 3, "on": 3}),
        ("same", {"within": 6, "within-none": 1, "beginning": 4, "clear": 7, "after": 13, "after-clear": 4, "on": 3}),
    ],
)  # fmt: skip
def test_the_numbers_counted_by_hand(clock: str, numbers: dict[str, int]) -> None:
    (board,) = boards_of(timed(**CLOCKS[clock]))
    assert {name: act_of(board, f"Step {name}").governs.last for name in numbers} == numbers
    assert (act_of(board, "Step on-a-range").governs.first, act_of(board, "Step on-a-range").governs.last) == (9, 10)


def test_a_limit_that_begins_with_the_day_is_a_day_later_only_where_that_day_is_closed() -> None:
    (board,) = boards_of(timed())
    begins = act_of(board, "Step beginning").governs
    assert (begins.last, begins.on_closed) == (3, "day 4 where the counting starts on a closed day")
    assert act_of(board, "Step within").governs.on_closed == ""


def _without(rule: Any, **changes: bool) -> Any:
    return replace(rule, **changes, of=tuple(_without(one, **changes) for one in rule.of))


@pytest.mark.parametrize(
    ("fault", "changes"),
    [("the limit that begins with the day, one late", {"with_the_day": False}), ("clear, one early", {"clear": False})],
)
def test_a_number_that_is_not_the_engines_is_noticed(
    fault: str, changes: dict[str, bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    right = scale.evaluate
    monkeypatch.setattr(
        scale, "evaluate", lambda rule, known, calendar: right(_without(rule, **changes), known, calendar)
    )
    assert list(wrong_numbers(timed, range(MONDAY, MONDAY + 1))), fault


@pytest.mark.parametrize("clock", ["same", "next, deemed"])
def test_numbers_of_another_clock_are_noticed(clock: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scale, "number_of", lambda day, start, clock: NO_HOLIDAYS.count(start, day))
    monkeypatch.setattr(scale, "no_holidays", lambda: NO_HOLIDAYS)
    monkeypatch.setattr(scale, "MONDAY", MONDAY)
    monkeypatch.setattr(scale, "SATURDAY", MONDAY + 5)
    assert list(wrong_numbers(lambda: timed(**CLOCKS[clock]), range(MONDAY, MONDAY + 7)))


# The event


BOTH = [
    {"id": "by-day-three", "due": {"within": "3 working days", "of": "sent"}},
    {"id": "from-the-incident", "due": {"within": "2 working days", "of": "incident"}},
    {"id": "in-months", "due": {"within": "6 months", "of": "sent"}},
    {"id": "before-it", "due": {"no_later_than": "7 working days", "before": "decided", "clear": False}},
    {"id": "in-chain", "due": {"after": "1 working day", "from": "by-day-three"}},
    {"id": "of-two", "due": {"earlier_of": [{"within": "9 working days", "of": "sent"},
                                            {"within": "1 working day", "of": "incident"}]}},
]  # fmt: skip


def test_day_0_is_the_clocks_own_event_though_another_anchor_comes_first() -> None:
    (board,) = boards_of(guide_with({"one": BOTH}))
    assert (board.day_zero, board.counting) == ("The day sent", "Day 0 is the day sent. Day 1 is the next working day.")
    assert [(act.title, act.governs.last) for act in board.acts] == [("Step by-day-three", 3)]
    assert [day.number for day in board.days] == [0, 1, 2, 3]


def test_what_counts_from_another_event_stands_in_a_group_named_by_it() -> None:
    (board,) = boards_of(guide_with({"one": BOTH}))
    choice = "The earlier of: within 9 working days after it is sent; within 1 working day after it is incident"
    assert groups(board) == {
        "From the day incident": [("limit", "Within 2 working days after it is incident", "flowchart 1")],
        "From the day sent": [("limit", "Within 6 months after it is sent", "flowchart 1")],
        "Before the day decided": [("limit", "No later than 7 working days before it is decided", "flowchart 1")],
        "From the day sent or the day incident": [("limit", choice, "flowchart 1")],
        "From the day “Step by-day-three” is done": [
            ("planned", "1 working day after “Step by-day-three” is done", "flowchart 1")
        ],
    }
    below = [group.below_title(act.governs.rule) for group in board.groups for act in group.acts]
    assert below == [
        "Within 2 working days",
        "Within 6 months",
        "No later than 7 working days",
        choice,
        "1 working day",
    ]


def test_a_scale_that_mixes_events_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scale, "is_on_scale", lambda rule, clock: rule.unit == "working days" and not rule.back)
    (board,) = boards_of(guide_with({"one": BOTH[:3]}))
    assert [act.title for act in board.acts] != ["Step by-day-three"]


@pytest.mark.parametrize(
    ("clock", "said"),
    [
        ("next", "Day 0 is the day sent. Day 1 is the next working day."),
        ("same", "Day 1 is the day sent itself; if that is a closed day, day 1 is the next working day."),
        ("same, deemed", "Day 1 is the day sent itself; if that is a closed day, day 1 is the next working day."),
        (
            "next, deemed",
            "Day 0 is the day sent. If that is a closed day, it counts as received on the next working day, which is "
            "then day 0. Day 1 is the working day after day 0.",
        ),
    ],
)
def test_day_0_and_day_1_are_told_as_the_clock_has_them(clock: str, said: str) -> None:
    (board,) = boards_of(timed(**CLOCKS[clock]))
    assert board.counting == said
    assert board.days[0].number == (0 if clock.startswith("next") else 1)


def test_the_event_is_told_where_the_name_of_the_day_does_not_tell_it(guide: Guide) -> None:
    assert boards_of(guide)[0].counting == (
        "Day 0 is the day of receipt (the duty desk receives the concern). Day 1 is the next working day."
        " How it is counted is the guide's reading (question 6)."
    )


# Which boards there are


ONE_STEP = [{"id": "a", "due": {"on": "working day 1"}}]
OTHER = [{"id": "b", "due": {"within": "2 working days", "of": "decided"}}]
THIRD = [{"id": "c", "due": {"within": "3 working days", "of": "sent"}}]
UNTIMED = [{"id": "d", "due": "not stated"}]


def names(guide: Guide) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(board.title, str(board.clock.from_), board.procedures) for board in boards_of(guide)]


def test_a_journey_has_a_board_for_each_clock_and_a_procedure_in_no_journey_its_own() -> None:
    made = guide_with(
        {"one": ONE_STEP, "two": OTHER, "three": THIRD, "four": UNTIMED, "five": [{**THIRD[0], "id": "e"}]},
        clocks={"two": {"from": "decided"}},
        journeys={"j": ["one", "two", "three"], "again": ["three", "two", "one"], "empty": ["four"]},
    )
    assert names(made) == [
        ("Journey j, from the day sent", "sent", ("one", "three")),
        ("Journey j, from the day decided", "decided", ("two",)),
        ("Procedure five", "sent", ("five",)),
    ]


def test_clocks_of_one_event_that_count_differently_are_two() -> None:
    made = guide_with(
        {"one": ONE_STEP, "three": THIRD}, clocks={"three": CLOCKS["same"]}, journeys={"j": ["one", "three"]}
    )
    first, second = boards_of(made)
    assert (first.clock.begins_with_the_day, second.clock.begins_with_the_day) == (False, True)
    # 3 working days after the day that is itself day 1.
    assert act_of(first, "Step c").governs.last == 3
    assert act_of(second, "Step c").governs.last == 4


@pytest.mark.parametrize("name", ["harbour", "glen"])
def test_every_procedure_with_a_numbered_rule_is_on_a_board_and_every_rule_of_every_act_is_stated(name: str) -> None:
    guide = area(name)
    for procedure in guide.procedures:
        plan = plan_of(guide, str(procedure.id))
        mine = [board for board in boards_of(guide) if procedure.id in board.procedures]
        assert bool(mine) == any(act.rules for act in plan.acts), procedure.id
        rules = {rule.rule.words for act in plan.acts for rule in act.rules if rule.origin != "twice"}
        acts = [act for board in mine for act in (*board.acts, *(one for group in board.groups for one in group.acts))]
        stated = {rule.rule.words for act in acts for rule in act.rules}
        assert rules <= stated


def test_a_long_board_lists_only_the_days_on_which_something_is_due() -> None:
    (board,) = boards_of(
        guide_with({"one": [*ONE_STEP, {"id": "z", "due": {"within": "9999 working days", "of": "sent"}}]})
    )
    assert ([day.number for day in board.days], board.is_whole) == ([1, 9999], False)
