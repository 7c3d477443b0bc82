"""Schedules of the harbour, and of small plans that show one thing each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from area_guides import area
from committed_calendars import calendar
from guide.calendars import days
from guide.calendars.days import OutsideCalendar
from guide.dates.planning import CircularSteps, plan_of
from guide.dates.timeline import Schedule, ScheduledStep, schedule
from two_engines import plan as plan_of_steps

INCIDENT = {"concern-received": "2026-12-17"}


def worked_out(name: str, on: Mapping[str, str], done: Mapping[str, str] | None = None) -> Schedule:
    anchors = {anchor: days.parse(date) for anchor, date in on.items()}
    finished = {step: days.parse(date) for step, date in (done or {}).items()}
    return schedule(plan_of(area(), name), calendar(), anchors, finished)


def step(found: Schedule, name: str) -> ScheduledStep:
    return next(one for one in found.steps if one.step.id == name)


def dates(found: Schedule) -> dict[str, str]:
    return {one.step.id: days.text(one.due) for one in found.steps if one.due is not None}


def small(*steps: Mapping[str, Any], on: Mapping[str, str], **clock: str) -> Schedule:
    anchors = {anchor: days.parse(date) for anchor, date in on.items()}
    return schedule(plan_of_steps(*steps, **clock), calendar(), anchors)


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("inform-harbour-board", "Friday 18 December 2026"),
        ("inform-link-officers", "Friday 18 December 2026"),
        ("arrange-board-call", "Friday 18 December 2026"),
        ("send-pt-3-to-circle", "Monday 21 December 2026"),
        ("ask-for-records", "Monday 21 December 2026"),
        ("tell-the-regulator", "Thursday 24 December 2026"),
        ("return-records", "Wednesday 30 December 2026"),
        ("send-evidence-bundle", "Thursday 31 December 2026"),
        ("hold-evaluation-meeting", "Wednesday 6 January 2027"),
        ("hold-board-call", "Monday 11 January 2027"),
        ("send-finding-to-regulator", "Tuesday 12 January 2027"),
        ("send-signed-finding", "Tuesday 12 January 2027"),
    ],
)
def test_a_concern_received_on_thursday_17_december_2026(name: str, date: str) -> None:
    due = step(worked_out("trust-concern", INCIDENT), name).due
    assert due is not None
    assert days.long(due) == date


def test_a_journey_lists_its_procedures_steps_in_order_of_date_with_the_panel_notification_between() -> None:
    found = worked_out("trust-concern", INCIDENT)
    due = [one.due for one in found.steps if one.due is not None]
    assert due == sorted(due)
    names = [one.step.id for one in found.steps]
    assert names.index("ask-for-records") < names.index("tell-the-regulator") < names.index("return-records")


def test_a_step_without_a_date_stands_behind_the_step_it_follows_on_its_page() -> None:
    names = [one.step.id for one in worked_out("trust-concern", INCIDENT).steps]
    assert names[:2] == ["notice-concern", "tell-line-manager"]
    assert names[2:4] == ["ask-adviser", "report-concern"]
    assert names.index("inform-regulator-and-employer") > names.index("send-signed-finding")


def test_the_agencies_five_days_run_from_the_day_the_request_really_went_out() -> None:
    late = worked_out("trust-concern", INCIDENT, {"ask-for-records": "2026-12-22"})
    assert dates(late)["return-records"] == "2026-12-31"
    assert dates(late)["ask-for-records"] == "2026-12-21"
    others = {"return-records"}
    planned = dates(worked_out("trust-concern", INCIDENT))
    assert {name for name in planned if planned[name] != dates(late)[name]} == others
    lines = step(late, "return-records").as_json()["explanation"]
    assert lines[0]["text"].startswith(
        "The day “Ask every employer for its records” was done is Tuesday 22 December 2026."
    )


def test_every_counted_and_every_skipped_day_of_the_return_is_explained() -> None:
    lines = step(worked_out("trust-concern", INCIDENT), "return-records").as_json()["explanation"]
    assert [(line["kind"], line["date"], line["number"]) for line in lines] == [
        ("start", "2026-12-21", None),
        ("counted", "2026-12-22", 1), ("counted", "2026-12-23", 2), ("counted", "2026-12-24", 3),
        ("skipped", "2026-12-25", None), ("skipped", "2026-12-26", None), ("skipped", "2026-12-27", None),
        ("skipped", "2026-12-28", None), ("counted", "2026-12-29", 4), ("counted", "2026-12-30", 5),
        ("result", "2026-12-30", None),
    ]  # fmt: skip
    assert lines[4]["text"] == "Friday 25 December 2026: not counted, Christmas Day"
    assert lines[-1]["text"] == "From Tuesday 22 December 2026 to Wednesday 30 December 2026."


def test_the_national_limit_stands_beside_the_local_one_and_says_when_it_is_earlier() -> None:
    found = worked_out("trust-concern", {"concern-received": "2026-12-21", "employer-aware": "2026-12-17"})
    panel = step(found, "tell-the-regulator").as_json()
    assert panel["due"] == "2026-12-30"
    assert [(one["kind"], one["due"], one["earlier"]) for one in panel["alternatives"]] == [
        ("national", "2026-12-24", True)
    ]
    proforma = step(found, "send-signed-finding").as_json()["alternatives"][0]
    assert (proforma["due"], proforma["tier"], proforma["explanation"]) == (None, None, [])


def test_the_meeting_has_a_second_reading_one_working_day_later() -> None:
    meeting = step(worked_out("trust-concern", {"concern-received": "2026-11-30"}), "hold-evaluation-meeting").as_json()
    assert meeting["due"] == "2026-12-15"
    assert [(one["kind"], one["due"], one["earlier"]) for one in meeting["alternatives"]] == [
        ("reading", "2026-12-16", False)
    ]


def test_working_back_from_publication_gives_the_last_day_and_the_clear_days_date() -> None:
    report = step(worked_out("back-from-hearing", {"hearing": "2027-06-01"}), "send-inquiry-report").as_json()
    assert report["due"] == "2027-05-20"
    assert [(one["due"], one["earlier"]) for one in report["alternatives"]] == [("2027-05-19", True)]


def test_six_months_from_the_decision_end_on_the_corresponding_date_even_on_a_closed_day() -> None:
    review = step(worked_out("inquiry", {"inquiry-ordered": "2026-07-25"}), "complete-inquiry").as_json()
    assert review["due"] == "2027-01-25"
    sunday = step(worked_out("inquiry", {"inquiry-ordered": "2026-08-28"}), "complete-inquiry").as_json()
    assert sunday["due"] == "2027-02-28"
    assert any(
        "The date stays; the working day before it is Friday 26 February 2027." in line["text"]
        for line in sunday["explanation"]
    )


def test_agencies_are_asked_about_the_twelve_months_before_receipt() -> None:
    asked = step(worked_out("trust-concern", INCIDENT), "ask-for-records").as_json()
    assert asked["look_back_from"] == "2025-12-17"


def test_a_journey_without_its_date_has_no_dates_and_still_every_step() -> None:
    found = worked_out("trust-concern", {})
    assert dates(found) == {}
    assert len(found.steps) == 27 + len(["the national duty of the employer"])


def test_a_learning_review_never_has_a_date() -> None:
    assert dates(worked_out("reflection", {"concern-received": "2026-12-17"})) == {}


def test_dates_beyond_the_published_bank_holidays_are_projected_and_so_is_what_counts_from_them() -> None:
    found = worked_out("trust-concern", {"concern-received": "2028-12-27"})
    assert step(found, "inform-harbour-board").tier == "published"
    assert step(found, "ask-for-records").tier == "published"
    assert step(found, "return-records").tier == "projected"


def test_a_date_that_runs_out_of_the_calendar_is_refused() -> None:
    with pytest.raises(OutsideCalendar, match="runs outside the calendar"):
        worked_out("trust-concern", {"concern-received": "2035-12-20"})


def test_the_earlier_of_two_dates_says_that_it_is() -> None:
    first = {"within": "5 working days", "of": "received"}
    second = {"within": "1 weeks", "of": "decided"}
    found = small(
        {"id": "act", "due": {"earlier_of": [first, second]}}, on={"received": "2026-12-17", "decided": "2026-12-16"}
    )
    act = found.steps[0].as_json()
    assert act["due"] == "2026-12-23"
    assert act["explanation"][-1]["text"] == "This is the earlier of 2 dates."


def test_the_earlier_of_two_dates_is_a_bound_until_both_are_known_and_so_is_what_counts_from_it() -> None:
    first = {"within": "5 working days", "of": "received"}
    second = {"within": "1 weeks", "of": "decided"}
    either = {"id": "act", "due": {"earlier_of": [first, second]}}
    then = {"id": "then", "due": {"within": "1 working day", "of": "act"}}
    act, after = (step.as_json() for step in small(either, then, on={"received": "2026-12-17"}).steps)
    assert (act["due"], act["bound"], act["governs"]["bound"]) == ("2026-12-24", "no later than", "no later than")
    assert act["explanation"][-1]["text"] == "Another day is not known. It can only make this date earlier."
    assert [one["anchor"] for one in act["open"]] == ["decided"]
    assert (after["due"], after["bound"]) == ("2026-12-29", "no later than")


def test_what_is_known_of_a_choice_is_refused_where_it_lies_outside_the_calendar() -> None:
    either = {"earlier_of": [{"within": "1 month", "of": "decided"}, {"within": "1 month", "of": "received"}]}
    with pytest.raises(OutsideCalendar):
        small({"id": "act", "due": either}, on={"received": "2035-12-20"})


def test_steps_that_count_from_one_another_in_a_ring_are_refused_with_their_names() -> None:
    one = {"id": "one", "due": {"within": "1 working day", "of": "two"}}
    two = {"id": "two", "due": {"within": "1 working day", "of": "one"}}
    with pytest.raises(CircularSteps) as refused:
        small(one, two, on={})
    assert set(refused.value.ring) == {"one", "two"}


def test_the_json_of_a_schedule_says_which_rules_and_which_calendar_made_it() -> None:
    said = worked_out("trust-concern", INCIDENT).as_json("1.0")
    assert (said["procedure"], said["version"], said["anchors"]) == ("trust-concern", "1.0", INCIDENT)
    assert said["calendar"] == {
        "name": "England and Wales", "published_through": "2028-12-31", "hash": calendar().hash,
    }  # fmt: skip
    promised = {
        "id",
        "title",
        "actors",
        "forms",
        "kind",
        "authority",
        "opens",
        "due",
        "tier",
        "explanation",
        "questions",
    }
    assert promised <= set(said["steps"][0])
