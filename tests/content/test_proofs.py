"""What the proofs find in the shipped procedures: the contradictions that its questions list, and nothing else."""

from __future__ import annotations

import numpy as np
import pytest

from committed_calendars import calendar
from guide.calendars import days
from guide.checks.every import check_guide
from guide.flowcharts.drawn import check_drawings
from guide.model.guide import Guide
from guide.proofs.bounds import bounds_of
from guide.proofs.conflicts import answered_conflicts
from guide.proofs.network import Contradiction, Slack, contradictions, slack_of
from guide.proofs.sweep import JourneySweep, Sweep, sweep_of

CLOSED = np.array(sorted(calendar("england-and-wales").reasons), dtype="datetime64[D]")


def test_the_shipped_guide_has_no_problems(guide: Guide) -> None:
    assert check_guide(guide) == []
    assert list(check_drawings(guide)) == []


def test_each_shipped_contradiction_is_answered_by_the_question_that_lists_it(guide: Guide) -> None:
    found = {
        (conflict.found_by, conflict.steps[0], *(question.number for question in answers))
        for conflict, answers in answered_conflicts(guide)
    }
    assert found == {
        ("same-act", "inform-partner-representatives", 1),
        ("other-reading", "hold-rapid-review-meeting", 5),
        ("national-clock", "inform-safeguarding-partners", 7),
        ("national-clock", "notify-the-panel", 7),
        ("national-clock", "send-signed-proforma", 8),
        ("other-reading", "send-final-report", 36),
    }


@pytest.fixture(scope="module")
def swept(guide: Guide) -> Sweep:
    return sweep_of(guide)


def journey(swept: Sweep, name: str) -> JourneySweep:
    return next(one for one in swept.journeys if one.name == name)


def test_the_last_start_date_is_the_one_whose_fifteenth_working_day_is_the_last_in_the_calendar(swept: Sweep) -> None:
    """31 December 2035 is a Monday. Fifteen working days before it, without 25 and 26 December, is 6 December."""
    one = journey(swept, "serious-incident")
    assert one.last_answered == days.parse("2035-12-06")
    after = np.busday_offset("2035-12-07", 15, roll="backward", holidays=CLOSED)
    assert after > np.datetime64("2035-12-31")


def test_start_dates_in_2012_are_refused_because_agencies_are_asked_for_the_twelve_months_before(swept: Sweep) -> None:
    assert journey(swept, "serious-incident").first_answered == days.parse("2013-01-03")
    assert journey(swept, "local-review").first_answered == days.parse("2012-01-01")


def test_six_months_take_181_to_184_calendar_days(swept: Sweep) -> None:
    one = journey(swept, "local-review")
    assert one.shortest is not None
    assert one.longest is not None
    assert (one.shortest.days, one.longest.days) == (181, 184)


def test_dates_rest_on_unpublished_bank_holidays_from_7_december_2028(swept: Sweep) -> None:
    """Received on Wednesday 6 December 2028, day 15 is Friday 29 December; a day later it is Tuesday 2 January 2029."""
    one = journey(swept, "serious-incident")
    assert one.first_projected == days.parse("2028-12-07")
    assert one.last_answered is not None
    assert one.projected == one.last_answered - one.first_projected + 1


def test_a_journey_without_dates_is_not_tried(swept: Sweep) -> None:
    assert "learning-review" not in [one.name for one in swept.journeys]


def test_the_shipped_guide_shows_what_its_questions_list_and_nothing_else(swept: Sweep) -> None:
    assert sorted((one.kind, one.step) for one in swept.findings) == [
        ("national-clock", "inform-safeguarding-partners"),
        ("national-clock", "notify-the-panel"),
        ("national-clock", "send-signed-proforma"),
        ("other-reading", "hold-rapid-review-meeting"),
        ("other-reading", "send-final-report"),
        ("same-act", "send-scsi-3-to-review-group"),
    ]


def test_the_shipped_guide_has_one_contradiction_whatever_the_bank_holidays(guide: Guide) -> None:
    found = list(contradictions(bounds_of(guide), guide.partnership.anchors))
    assert [one.kind for one in found] == ["same-act"]
    assert found[0].steps == {"inform-partner-representatives", "send-scsi-3-to-review-group"}
    assert {bound.place.path.rsplit("/", 1)[-1] for bound in found[0].bounds} == {
        "notification.yml",
        "rapid-review.yml",
    }


def slack_after_receipt(guide: Guide) -> dict[str, Slack]:
    bounds = bounds_of(guide)
    found: tuple[Contradiction, ...] = tuple(contradictions(bounds, guide.partnership.anchors))
    return dict(slack_of(bounds, "notification-received", found))


def test_day_eleven_and_day_fifteen_have_nothing_to_spare(guide: Guide) -> None:
    slack = slack_after_receipt(guide)
    for step, day in (("hold-rapid-review-meeting", 11), ("send-decision-to-panel", 15)):
        assert (slack[step].earliest, slack[step].latest, slack[step].days) == (day, day, 0)


def test_signing_on_day_fourteen_can_slip_one_day_and_no_more(guide: Guide) -> None:
    assert slack_after_receipt(guide)["hold-partners-conference"] == Slack("notification-received", 14, 15)


def test_the_request_can_go_out_on_day_six_because_agencies_have_five_days_and_the_meeting_a_limit_of_eleven(
    guide: Guide,
) -> None:
    assert slack_after_receipt(guide)["request-agency-information"] == Slack("notification-received", 2, 6)


def test_a_step_that_no_limit_bears_on_has_no_last_day(guide: Guide) -> None:
    slack = slack_after_receipt(guide)["discuss-review-with-panel"]
    assert (slack.latest, slack.days) == (None, None)
