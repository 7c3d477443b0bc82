"""The fast path gives the explained path's dates, on every kind of rule and at both ends of the calendar."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from committed_calendars import calendar
from guide.calendars import days
from guide.calendars.days import OutsideCalendar
from guide.dates.counting import Counted, Rule, count
from guide.dates.evaluate import Start, evaluate
from guide.dates.plan import Plan
from guide.dates.planning import plan_of
from guide.dates.timeline import schedule
from guide.model.guide import Guide
from guide.proofs.columns import Column, Columns, columns_of, common_run

ENGLAND = calendar("england-and-wales")
TABLE = Columns(ENGLAND)
UNITS = ("working days", "calendar days", "weeks", "months", "days except bank holidays")


def rule(kind: str, unit: str, number: int, back: bool, ends: str, deemed: bool, closed_day: str) -> Rule:
    """One rule that can be counted: some words leave open which day is meant, and are refused."""
    clear, with_the_day = ends == "clear" and unit != "months", ends == "with the day"
    number = max(number, 1) if clear or with_the_day else number
    return Rule(
        kind, "A rule", "receipt", unit, number, back=back, clear=clear, with_the_day=with_the_day,  # type: ignore[arg-type]
        deemed=deemed, closed_day=closed_day,  # type: ignore[arg-type]
    )  # fmt: skip


RULES = st.builds(
    rule,
    kind=st.sampled_from(("limit", "planned")),
    unit=st.sampled_from(UNITS),
    number=st.integers(0, 40),
    back=st.booleans(),
    ends=st.sampled_from(("plain", "clear", "with the day")),
    deemed=st.booleans(),
    closed_day=st.sampled_from(("stays", "preceding", "following")),
)
STARTS = st.integers(ENGLAND.first, ENGLAND.last)


def explained(rule: Rule, start: int) -> Counted | None:
    try:
        return count(rule, start, "The day", ENGLAND)
    except OutsideCalendar:
        return None


def same(column: Column, start: int, counted: Counted | None) -> bool:
    if counted is None or not column.first <= start <= column.last:
        return counted is None and not column.first <= start <= column.last
    place = start - column.first
    tier = "projected" if column.rests[place] > ENGLAND.published_through else "published"
    opens = counted.due if counted.opens is None else counted.opens
    return (column.due[place], column.opens[place], tier) == (counted.due, opens, counted.tier)


@given(RULES, STARTS)
@settings(max_examples=150)
def test_any_rule_from_any_day_gives_the_date_that_is_explained(rule: Rule, start: int) -> None:
    column = TABLE.of(rule, {"receipt": TABLE.starts})
    assert column is not None
    ends = [column.first - 1, column.first, column.last, column.last + 1, ENGLAND.first, ENGLAND.last]
    for day in (start, *(day for day in ends if ENGLAND.first <= day <= ENGLAND.last)):
        assert same(column, day, explained(rule, day)), days.text(day)


@given(RULES, RULES, STARTS)
@settings(max_examples=60)
def test_a_rule_counted_from_another_rules_date_is_as_sure_as_both(one: Rule, other: Rule, start: int) -> None:
    first = TABLE.of(one, {"receipt": TABLE.starts})
    assert first is not None
    column = TABLE.of(other, {"receipt": first})
    assert column is not None
    before = explained(one, start)
    try:
        counted = before and count(other, before.due, "The day", ENGLAND, before.tier)
    except OutsideCalendar:
        counted = None
    assert same(column, start, counted)


@given(RULES, st.integers(1, 20), STARTS)
@settings(max_examples=40)
def test_a_range_opens_on_the_day_that_is_explained(rule: Rule, first: int, start: int) -> None:
    ranged = replace(rule, number=first + rule.number, first=first, back=False)
    column = TABLE.of(ranged, {"receipt": TABLE.starts})
    assert column is not None
    assert same(column, start, explained(ranged, start))


@given(RULES, RULES, st.sampled_from(("earlier", "later")), STARTS)
@settings(max_examples=40)
def test_the_earlier_and_the_later_of_two_are_chosen_alike(one: Rule, other: Rule, which: str, start: int) -> None:
    rule = Rule("limit", "The choice", choose=which, of=(one, other))  # type: ignore[arg-type]
    column = TABLE.of(rule, {"receipt": TABLE.starts})
    assert column is not None
    try:
        counted = evaluate(rule, {"receipt": Start(start, "The day")}, ENGLAND)
    except OutsideCalendar:
        counted = None
    assert same(column, start, counted)


def test_six_months_from_31_august_2027_end_on_29_february_2028() -> None:
    rule = Rule("limit", "Within 6 months", start="receipt", unit="months", number=6)
    column = TABLE.of(rule, {"receipt": TABLE.starts})
    assert column is not None
    assert days.text(column.due[days.parse("2027-08-31") - column.first]) == "2028-02-29"


def test_a_rule_whose_start_is_not_known_has_no_dates() -> None:
    assert TABLE.of(Rule("limit", "Within 5 working days", start="hearing", number=5), {}) is None


def test_two_steps_with_one_rule_share_one_list() -> None:
    known = {"receipt": TABLE.starts, "awareness": TABLE.starts}
    one = TABLE.of(Rule("limit", "Within 5 working days after receipt", start="receipt", number=5), known)
    other = TABLE.of(Rule("planned", "On working day 5", start="awareness", number=5), known)
    assert one is other


def dated(plan: Plan, start: int) -> dict[str, tuple[int | None, ...]] | None:
    """What the explained path says of a whole journey: due days, alternatives and look-backs."""
    try:
        found = schedule(plan, ENGLAND, dict.fromkeys(plan.anchors, start)).steps
    except OutsideCalendar:
        return None
    return {
        step.step.id: (
            step.due,
            *(date.counted.due if date.counted else None for date in step.alternatives),
            step.look_back.due if step.look_back else None,
        )
        for step in found
    }


@pytest.mark.parametrize("journey", ["trust-concern", "inquiry"])
def test_a_whole_journey_from_a_start_date_is_the_schedule_a_reader_sees(guide: Guide, journey: str) -> None:
    plan = plan_of(guide, journey)
    found = columns_of(plan, TABLE, dict.fromkeys(plan.anchors, TABLE.starts))
    first, last = common_run([column for step in found.values() for column in step.all])
    tried = [*range(first - 3, first + 10), *range(last - 9, last + 4), *range(first, last, 487)]
    tried += [days.parse(day) for day in ("2022-09-07", "2023-04-27", "2026-12-17", "2026-12-24", "2028-02-29")]
    for start in tried:
        answer = dated(plan, start)
        assert (answer is not None) == (first <= start <= last), days.text(start)
        for step_id, due in (answer or {}).items():
            columns = (found[step_id].column, *found[step_id].alternatives, found[step_id].look_back)
            assert due == tuple(None if column is None else column.due[start - column.first] for column in columns)


def test_what_counts_from_a_date_that_was_counted_back_from_2029_is_projected_even_in_2028() -> None:
    """Thirty working days back from 10 January 2029 is November 2028, on bank holidays that are not published yet."""
    start = days.parse("2029-01-10")
    back = Rule("limit", "Before", start="receipt", number=30, back=True)
    forward = Rule("planned", "After", start="first", number=5)
    first = TABLE.of(back, {"receipt": TABLE.starts})
    assert first is not None
    column = TABLE.of(forward, {"first": first})
    assert column is not None
    place = start - column.first
    assert "2028-11-20" < days.text(column.due[place]) < "2028-12-10"
    assert column.rests[place] > ENGLAND.published_through
    before = count(back, start, "The day", ENGLAND)
    assert count(forward, before.due, "The day", ENGLAND, before.tier).tier == "projected"
