"""A guide whose review date has passed says so, or is not published."""

from __future__ import annotations

from dataclasses import replace

from area_guides import area
from guide.calendars import days
from guide.checks.currency import check_currency
from guide.model.guide import Guide
from guide.model.noun import NOWHERE
from guide.model.second_reading import SheetColumn
from guide.model.statement import Accessibility
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


def problems_of_change(guide: Guide, on: str, in_force: str, today: str) -> list[str]:
    newest = guide.changes[0].model_copy(update={"on": Text(on, NOWHERE)})
    changed = replace(with_partnership(guide, in_force_from=in_force), changes=(newest, *guide.changes[1:]))
    return [problem.message for problem in check_currency(changed, days.parse(today))]


def test_a_version_is_of_today_at_the_latest(guide: Guide) -> None:
    assert problems_of_change(guide, "2026-11-29", "2026-10-05", "2026-11-29") == []
    (message,) = problems_of_change(guide, "2026-11-30", "2026-10-05", "2026-11-29")
    assert message.endswith("is of Monday 30 November 2026, and that day has not come yet")


def test_a_version_that_is_not_yet_in_force_may_be_of_the_day_on_which_it_will_be(guide: Guide) -> None:
    assert problems_of_change(guide, "2027-01-04", "2027-01-04", "2026-11-29") == []
    assert len(problems_of_change(guide, "2027-01-05", "2027-01-04", "2026-11-29")) == 1


def test_a_second_reading_on_a_day_to_come_is_told_at_the_first_row_that_says_so() -> None:
    glen = area("glen")
    assert glen.second_reading is not None
    last = max(row.cells.get(SheetColumn.READ_ON, "") for row in glen.second_reading.rows)

    def told(today: int) -> int:
        return sum("was read a second time" in one.message for one in check_currency(glen, today))

    assert (told(days.parse(last)), told(days.parse(last) - 1)) == (0, 1)


def test_a_statement_of_a_day_to_come_is_refused(guide: Guide) -> None:
    said = Accessibility(prepared=Text("2026-11-29", NOWHERE), tested=Text("2026-11-30", NOWHERE))
    changed = replace(guide, partnership=guide.partnership.model_copy(update={"accessibility": said}))
    (problem,) = check_currency(changed, days.parse("2026-11-29"))
    assert problem.message == "the site was tested on Monday 30 November 2026, and that day has not come yet"
