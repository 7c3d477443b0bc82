"""Steps that count from one another: in what order, and what moves when one of them is done early or late."""

from __future__ import annotations

import pytest

from guide.dates.planning import CircularSteps
from two_engines import both, dates_of, plan, steps_of

WITHIN = {"within": "5 working days", "of": "received"}


def test_steps_that_count_from_later_steps_are_evaluated_in_an_order_that_serves_them() -> None:
    steps = (
        {"id": "third", "due": {"within": "1 working day", "of": "second"}},
        {"id": "second", "due": {"within": "1 working day", "of": "first"}},
        {"id": "first", "due": {"within": "1 working day", "of": "received"}},
    )
    chained = plan(*steps)
    assert [step.id for step in chained.steps] == ["third", "second", "first"]
    assert chained.evaluation == ("first", "second", "third")
    assert dates_of(both(chained, {"received": "2026-12-17"})) == {
        "first": "2026-12-18", "second": "2026-12-21", "third": "2026-12-22"}  # fmt: skip


def test_a_step_done_late_moves_what_counts_from_it_and_nothing_else() -> None:
    steps = (
        {"id": "ask", "due": {"on": "working day 2"}},
        {"id": "get", "due": {"within": "5 working days", "of": "ask"}},
        {"id": "read", "due": {"within": "1 working day", "of": "get"}},
        {"id": "meet", "due": {"on": "working day 11"}},
    )
    received = {"received": "2026-12-17"}
    assert dates_of(both(plan(*steps), received)) == {
        "ask": "2026-12-21", "get": "2026-12-30", "read": "2026-12-31", "meet": "2027-01-06"}  # fmt: skip
    late = both(plan(*steps), received, {"ask": "2026-12-23"})
    assert dates_of(late) == {
        "ask": "2026-12-21", "get": "2027-01-04", "read": "2027-01-05", "meet": "2027-01-06"}  # fmt: skip
    assert (steps_of(late)["ask"]["done"], steps_of(late)["get"]["done"]) == ("2026-12-23", None)
    assert steps_of(late)["get"]["explanation"][0]["text"] == (
        "The day “Step ask” was done is Wednesday 23 December 2026. That day is day 0."
    )
    assert steps_of(both(plan(*steps), received))["get"]["explanation"][0]["text"] == (
        "The day “Step ask” is due is Monday 21 December 2026. That day is day 0."
    )


def test_a_step_that_is_done_starts_what_counts_from_it_even_where_nothing_else_is_known() -> None:
    chained = plan({"id": "ask", "due": "not stated"}, {"id": "get", "due": {"within": "1 week", "of": "ask"}})
    assert dates_of(both(chained, {})) == {"ask": None, "get": None}
    assert dates_of(both(chained, {}, {"ask": "2026-03-02"})) == {"ask": None, "get": "2026-03-09"}


def test_what_counts_from_a_projected_date_is_projected_until_that_step_is_done() -> None:
    send = {"id": "send", "due": {"no_later_than": "5 working days", "before": "published", "clear": False}}
    check = {"id": "check", "due": {"within": "1 calendar day", "of": "send"}}
    back = plan(send, check)
    found = steps_of(both(back, {"published": "2029-01-05"}))
    assert {name: (step["due"], step["tier"]) for name, step in found.items()} == {
        "send": ("2028-12-28", "projected"), "check": ("2028-12-29", "projected")}  # fmt: skip
    assert found["check"]["explanation"][-1]["text"].startswith("Bank holidays after 2028 are not published yet")
    done = steps_of(both(back, {"published": "2029-01-05"}, {"send": "2028-12-28"}))
    assert (done["check"]["due"], done["check"]["tier"]) == ("2028-12-29", "published")


def test_steps_that_count_from_one_another_are_named() -> None:
    with pytest.raises(CircularSteps) as ring:
        plan({"id": "a", "due": {"within": "1 week", "of": "b"}}, {"id": "b", "due": {"within": "1 week", "of": "a"}})
    assert set(ring.value.ring) == {"a", "b"}
    assert str(ring.value) in (
        "these steps count from one another in a ring: a → b → a",
        "these steps count from one another in a ring: b → a → b",
    )


def test_a_ring_can_go_through_a_choice_an_alternative_or_a_look_back() -> None:
    a = {"id": "a", "due": {"within": "1 week", "of": "b"}}
    for b in (
        {"due": {"earlier_of": [WITHIN, {"within": "1 week", "of": "a"}]}},
        {"due": WITHIN, "look_back": {"over": "1 month", "before": "a"}},
        {"due": WITHIN, "also_read_as": [{"due": {"within": "1 week", "of": "a"}, "says": "Or.", "reading": "why"}]},
        {"due": WITHIN, "national": [
            {"due": {"within": "1 week", "of": "a", "authority": "statute"}, "cites": "act"}]},
    ):  # fmt: skip
        with pytest.raises(CircularSteps):
            plan(a, {"id": "b", **b})
