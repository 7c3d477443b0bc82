"""The dates of the shipped procedures, as a person counted them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from committed_calendars import calendar
from guide.calendars import days
from guide.dates.planning import plan_of
from guide.dates.timeline import Schedule, ScheduledStep, schedule
from kinds import guide_here

INCIDENT = {"notification-received": "2026-12-17"}


def worked_out(name: str, on: Mapping[str, str], done: Mapping[str, str] | None = None) -> Schedule:
    anchors = {anchor: days.parse(date) for anchor, date in on.items()}
    finished = {step: days.parse(date) for step, date in (done or {}).items()}
    return schedule(plan_of(guide_here(), name), calendar(), anchors, finished)


def step(found: Schedule, name: str) -> ScheduledStep:
    return next(one for one in found.steps if one.step.id == name)


def dates(found: Schedule) -> dict[str, str]:
    return {one.step.id: days.text(one.due) for one in found.steps if one.due is not None}


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("inform-safeguarding-partners", "Friday 18 December 2026"),
        ("inform-partner-representatives", "Friday 18 December 2026"),
        ("arrange-partners-conference", "Friday 18 December 2026"),
        ("send-scsi-3-to-review-group", "Monday 21 December 2026"),
        ("request-agency-information", "Monday 21 December 2026"),
        ("notify-the-panel", "Thursday 24 December 2026"),
        ("return-agency-information", "Wednesday 30 December 2026"),
        ("send-rapid-review-report", "Thursday 31 December 2026"),
        ("hold-rapid-review-meeting", "Wednesday 6 January 2027"),
        ("hold-partners-conference", "Monday 11 January 2027"),
        ("send-decision-to-panel", "Tuesday 12 January 2027"),
        ("send-signed-proforma", "Tuesday 12 January 2027"),
    ],
)
def test_a_notification_received_on_thursday_17_december_2026(name: str, date: str) -> None:
    due = step(worked_out("serious-incident", INCIDENT), name).due
    assert due is not None
    assert days.long(due) == date


def test_a_journey_lists_its_procedures_steps_in_order_of_date_with_the_panel_notification_between() -> None:
    found = worked_out("serious-incident", INCIDENT)
    due = [one.due for one in found.steps if one.due is not None]
    assert due == sorted(due)
    names = [one.step.id for one in found.steps]
    assert (
        names.index("request-agency-information")
        < names.index("notify-the-panel")
        < names.index("return-agency-information")
    )


def test_the_agencies_five_days_run_from_the_day_the_request_really_went_out() -> None:
    late = worked_out("serious-incident", INCIDENT, {"request-agency-information": "2026-12-22"})
    assert dates(late)["return-agency-information"] == "2026-12-31"
    assert dates(late)["request-agency-information"] == "2026-12-21"
    others = {"return-agency-information"}
    planned = dates(worked_out("serious-incident", INCIDENT))
    assert {name for name in planned if planned[name] != dates(late)[name]} == others
    lines = step(late, "return-agency-information").as_json()["explanation"]
    assert lines[0]["text"].startswith(
        "The day “Ask every agency for its information” was done is Tuesday 22 December 2026."
    )


def test_the_national_limit_stands_beside_the_local_one_and_says_when_it_is_earlier() -> None:
    found = worked_out("serious-incident", {"notification-received": "2026-12-21", "authority-aware": "2026-12-17"})
    panel = step(found, "notify-the-panel").as_json()
    assert panel["due"] == "2026-12-30"
    assert [(one["kind"], one["due"], one["earlier"]) for one in panel["alternatives"]] == [
        ("national", "2026-12-24", True)
    ]
    proforma = step(found, "send-signed-proforma").as_json()["alternatives"][0]
    assert (proforma["due"], proforma["tier"], proforma["explanation"]) == (None, None, [])


def test_the_meeting_has_a_second_reading_one_working_day_later() -> None:
    meeting = step(
        worked_out("serious-incident", {"notification-received": "2026-11-30"}), "hold-rapid-review-meeting"
    ).as_json()
    assert meeting["due"] == "2026-12-15"
    assert [(one["kind"], one["due"], one["earlier"]) for one in meeting["alternatives"]] == [
        ("reading", "2026-12-16", False)
    ]


def test_working_back_from_publication_gives_the_last_day_and_the_clear_days_date() -> None:
    report = step(worked_out("working-back", {"publication": "2027-06-01"}), "send-final-report").as_json()
    assert report["due"] == "2027-05-20"
    assert [(one["due"], one["earlier"]) for one in report["alternatives"]] == [("2027-05-19", True)]


def test_six_months_from_the_decision_end_on_the_corresponding_date_even_on_a_closed_day() -> None:
    review = step(worked_out("local-review", {"review-decided": "2026-07-25"}), "complete-local-review").as_json()
    assert review["due"] == "2027-01-25"
    sunday = step(worked_out("local-review", {"review-decided": "2026-08-28"}), "complete-local-review").as_json()
    assert sunday["due"] == "2027-02-28"
    assert any(
        "The date stays; the working day before it is Friday 26 February 2027." in line["text"]
        for line in sunday["explanation"]
    )


def test_agencies_are_asked_about_the_twelve_months_before_receipt() -> None:
    asked = step(worked_out("serious-incident", INCIDENT), "request-agency-information").as_json()
    assert asked["look_back_from"] == "2025-12-17"


def test_a_journey_without_its_date_has_no_dates_and_still_every_step() -> None:
    found = worked_out("serious-incident", {})
    assert dates(found) == {}
    assert len(found.steps) == 27 + len(["the authority's national duty"])


def test_a_learning_review_never_has_a_date() -> None:
    assert dates(worked_out("learning-review", {"notification-received": "2026-12-17"})) == {}
