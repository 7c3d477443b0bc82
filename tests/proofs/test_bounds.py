"""What is said of the axis of working days is true of every start date in the calendar."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from committed_calendars import calendar
from guide.dates.counting import Rule, count
from guide.model.guide import Guide
from guide.proofs.bounds import bounds_of, given_time, orders_of, working_days_of
from planted import planted
from proofs.test_columns import RULES

ENGLAND = calendar("england-and-wales")
INSIDE = st.integers(ENGLAND.first + 2000, ENGLAND.last - 2000)


@given(RULES, INSIDE)
@settings(max_examples=400)
def test_no_due_date_lies_outside_the_fewest_and_the_most_working_days_of_its_rule(rule: Rule, start: int) -> None:
    least, most = working_days_of(rule)
    assert least <= ENGLAND.count(start, count(rule, start, "The day", ENGLAND).due) <= most


@pytest.mark.parametrize("number", [1, 5, 15])
def test_working_days_forward_are_exact(number: int) -> None:
    assert working_days_of(Rule("limit", "Within", number=number)) == (number, number)


def test_a_range_reaches_from_its_first_day_to_its_last() -> None:
    assert working_days_of(Rule("planned", "On working days 3 to 7", number=7, first=3)) == (3, 7)


def test_five_calendar_days_hold_at_most_five_working_days() -> None:
    assert working_days_of(Rule("limit", "Within", unit="calendar days", number=5)) == (0, 5)


def test_a_step_that_stands_next_comes_after_the_one_before_it(guide: Guide) -> None:
    orders = list(orders_of(guide, guide.procedure["evaluation"]))
    assert ("send-evidence-bundle", "read-evidence-bundle") in [(one.before, one.after) for one in orders]


def test_a_branch_orders_the_decision_before_its_answer_and_names_the_line_of_the_answer(guide: Guide) -> None:
    order = next(
        one for one in orders_of(guide, guide.procedure["concern"]) if one.before == "threshold-met"
    )  # fmt: skip
    line = (guide.folder / "concern.yml").read_text("utf-8").splitlines()[order.place.line - 1]
    assert (order.after, "then: report-concern" in line) == ("report-concern", True)


def test_a_route_that_leads_back_orders_nothing(tmp_path: Path) -> None:
    back = planted(tmp_path, ("concern.yml", '"No", gap: referral-refused', '"No", then: report-concern'))
    orders = [(one.before, one.after) for one in orders_of(back, back.procedure["concern"])]
    assert ("referral-agreed", "report-concern") not in orders
    assert ("referral-agreed", "tell-the-regulator") in orders


def test_only_time_given_from_another_step_must_be_there_in_full(guide: Guide) -> None:
    given_days = given_time(guide, "return-records")
    assert given_days is not None
    assert (given_days.start, given_days.number) == ("ask-for-records", 5)
    assert given_time(guide, "tell-the-regulator") is None
    assert given_time(guide, "hold-evaluation-meeting") is None


def test_every_bound_names_a_line_that_an_author_wrote(guide: Guide) -> None:
    for bound in bounds_of(guide):
        assert bound.place.path.endswith(".yml"), bound
        assert bound.place.line > 0, bound


def test_the_earlier_of_two_dates_is_after_neither_and_the_later_before_neither(tmp_path: Path) -> None:
    pair = "[{within: 3 working days, of: concern-received}, {within: 9 working days, of: concern-received}]"
    due = "due: {within: 11 working days, of: concern-received}"
    earlier = planted(tmp_path / "earlier", ("concern.yml", due, f"due: {{earlier_of: {pair}}}"))
    later = planted(tmp_path / "later", ("concern.yml", due, f"due: {{later_of: {pair}}}"))

    def upper(guide: Guide) -> list[int]:
        return [
            bound.most for bound in bounds_of(guide) if bound.end == "hold-evaluation" and bound.kind == "limit"
        ]  # fmt: skip

    assert upper(earlier) == [3, 9]
    assert upper(later) == []
