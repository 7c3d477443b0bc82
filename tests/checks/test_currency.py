"""A guide whose review date has passed says so, or is not published."""

from __future__ import annotations

from dataclasses import replace

from guide.calendars import days
from guide.checks.currency import check_currency
from guide.model.guide import Guide
from guide.model.noun import NOWHERE
from guide.strict_yaml.text import Text


def with_partnership(guide: Guide, **changes: str) -> Guide:
    words = {key: Text(value, NOWHERE) for key, value in changes.items()}
    return replace(guide, partnership=guide.partnership.model_copy(update=words))


def codes(guide: Guide, today: str) -> list[str]:
    return [problem.code for problem in check_currency(guide, days.parse(today))]


def test_on_the_review_date_itself_nothing_is_overdue(guide: Guide) -> None:
    assert codes(guide, "2029-10-05") == []


def test_the_day_after_the_review_date_the_guide_is_refused_with_a_hint(guide: Guide) -> None:
    (problem,) = check_currency(guide, days.parse("2029-10-06"))
    assert problem.code == "review-overdue"
    assert "Friday 5 October 2029" in problem.message
    assert "review_overdue:" in problem.hint
    assert problem.place.path.endswith("partnership.yml")


def test_a_guide_that_says_it_is_overdue_may_be_published(guide: Guide) -> None:
    assert codes(with_partnership(guide, review_overdue="The review is under way."), "2029-10-06") == []


def test_a_review_date_before_the_guide_is_in_force_is_refused(guide: Guide) -> None:
    assert codes(with_partnership(guide, review_by="2026-10-04"), "2026-09-01")[0] == "review-date"
