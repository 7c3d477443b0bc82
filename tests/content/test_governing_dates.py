"""Which date of the shipped procedure is put forward, worked by hand. Received on Friday 18 December 2026 throughout.

25 and 28 December 2026 and 1 January 2027 are bank holidays.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from guide.calendars import days
from guide.dates.planning import plan_of
from guide.dates.timeline import Schedule, ScheduledStep, schedule, status_of
from guide.model import Guide
from guide.reading import read_guide

RECEIVED = {"notification-received": "2026-12-18"}


@pytest.fixture(scope="module")
def guide(root: Path) -> Guide:
    return read_guide(root / "procedures")


def worked(
    guide: Guide, name: str, on: Mapping[str, str], done: Mapping[str, str] | None = None, today: str | None = None
) -> Schedule:
    plan = plan_of(guide, name)
    anchors, was_done = ({one: days.parse(day) for one, day in given.items()} for given in (on, done or {}))
    day = None if today is None else days.parse(today)
    return schedule(plan, guide.calendars[plan.calendar], anchors, was_done, day)


def step(found: Schedule, name: str) -> ScheduledStep:
    return next(one for one in found.steps if one.step.id == name)


def governs(found: Schedule, name: str) -> tuple[str, str]:
    act = step(found, name).act
    assert act.due is not None
    return days.text(act.due), act.set_by


@pytest.mark.parametrize(
    ("on", "name", "date", "set_by"),
    [
        ({"authority-aware": "2026-12-15"}, "notify-the-panel", "2026-12-22", "statutory guidance"),
        ({"authority-aware": "2026-12-07"}, "notify-the-panel", "2026-12-14", "statutory guidance"),
        ({}, "notify-the-panel", "2026-12-29", "local procedure"),
        # The authority's own duty to tell the partners says nothing of when the team sends SCSI-2.
        ({"authority-aware": "2026-12-07"}, "inform-safeguarding-partners", "2026-12-21", "local procedure"),
        ({}, "send-decision-to-panel", "2027-01-13", "local procedure"),
        ({"panel-notified": "2026-12-17"}, "send-decision-to-panel", "2027-01-12", "Panel guidance"),
        ({"panel-notified": "2026-12-16"}, "send-decision-to-panel", "2027-01-11", "Panel guidance"),
        ({"panel-notified": "2026-12-29"}, "send-decision-to-panel", "2027-01-13", "local procedure"),
        # Flowchart 1 allows one working day, flowchart 2 plans the second.
        ({}, "send-scsi-3-to-review-group", "2026-12-21", "local procedure"),
        ({}, "inform-partner-representatives", "2026-12-21", "local procedure"),
        ({}, "return-agency-information", "2026-12-31", "local procedure"),
    ],
)
def test_the_earliest_rule_of_an_act_governs(
    guide: Guide, on: Mapping[str, str], name: str, date: str, set_by: str
) -> None:
    assert governs(worked(guide, "serious-incident", RECEIVED | on), name) == (date, set_by)


def test_what_stands_beside_the_governing_date_is_said_in_words(guide: Guide) -> None:
    panel = step(worked(guide, "serious-incident", RECEIVED | {"authority-aware": "2026-12-15"}), "notify-the-panel")
    assert [one.words for one in panel.act.standing] == ["Local procedure allows until Tuesday 29 December 2026."]
    assert panel.act.open == ()


def test_a_rule_whose_start_nobody_gave_is_open_and_names_the_question(guide: Guide) -> None:
    found = worked(guide, "serious-incident", RECEIVED)
    assert [one.words for one in step(found, "notify-the-panel").act.open] == [
        "Statutory guidance: limit unknown. When did the local authority become aware of the incident?"
    ]
    assert [one.anchor for one in step(found, "send-decision-to-panel").act.open] == ["panel-notified"]


def test_a_notification_sent_late_is_done_late_by_the_rule_that_governs(guide: Guide) -> None:
    on = RECEIVED | {"authority-aware": "2026-12-15", "panel-notified": "2026-12-29"}
    found = worked(guide, "serious-incident", on, today="2027-01-04")
    panel = step(found, "notify-the-panel")
    assert status_of(panel, days.parse("2027-01-04"), found.calendar) == "Done 3 working days after its limit"
    decision = step(found, "send-decision-to-panel")
    assert [one.words for one in decision.act.standing] == ["Panel guidance allows until Wednesday 20 January 2027."]


@pytest.mark.parametrize(
    ("today", "status"),
    [
        ("2026-12-16", "Overdue by 2 working days"),
        ("2026-12-14", "Due today"),
        ("2026-12-11", "Due in 1 working day"),
        ("2026-12-09", ""),
    ],
)
def test_the_status_is_that_of_the_governing_date(guide: Guide, today: str, status: str) -> None:
    found = worked(guide, "serious-incident", RECEIVED | {"authority-aware": "2026-12-07"}, today=today)
    assert status_of(step(found, "notify-the-panel"), days.parse(today), found.calendar) == status


def test_a_letter_sent_on_flowchart_2s_day_is_late_by_flowchart_1s_limit(guide: Guide) -> None:
    found = worked(guide, "serious-incident", RECEIVED, {"send-scsi-3-to-review-group": "2026-12-22"})
    for name in ("send-scsi-3-to-review-group", "inform-partner-representatives"):
        assert step(found, name).act.done == days.parse("2026-12-22"), "one act is done once"
        assert status_of(step(found, name), days.parse("2026-12-23"), found.calendar) == (
            "Done 1 working day after its limit"
        )


@pytest.mark.parametrize(
    ("today", "status"),
    [("2027-06-21", "Due today"), ("2027-06-22", "Due today"), ("2027-06-23", "Overdue by 1 working day")],
)
def test_a_final_report_is_late_only_after_the_main_reading(guide: Guide, today: str, status: str) -> None:
    """Published on 1 July 2027: clear days give Monday 21 June, and plain days Tuesday 22 June."""
    found = worked(guide, "working-back", {"publication": "2027-07-01"})
    report = step(found, "send-final-report")
    assert governs(found, "send-final-report")[0] == "2027-06-21"
    assert [one.words for one in report.act.standing] == ["Local procedure allows until Tuesday 22 June 2027."]
    assert status_of(report, days.parse(today), found.calendar) == status


def test_the_list_is_in_the_order_of_the_governing_dates(guide: Guide) -> None:
    found = worked(guide, "serious-incident", RECEIVED | {"authority-aware": "2026-12-07"})
    dated = [one.act.due for one in found.steps if one.act.due is not None and not one.step.alongside]
    assert dated == sorted(dated)
    first = [one.step.id for one in found.steps if one.act.due is not None][:2]
    assert first == ["inform-safeguarding-partners--local-authority", "notify-the-panel"]


def test_an_agency_that_was_asked_on_a_friday_has_five_working_days_over_christmas(guide: Guide) -> None:
    """Asked on Friday 18 December 2026: 21, 22, 23 and 24 December, then 29 December, as 25 and 28 are closed."""
    found = worked(guide, "agency-information", {"information-requested": "2026-12-18"}, today="2026-12-20")
    assert [one.step.id for one in found.steps] == ["request-agency-information", "return-agency-information"]
    assert governs(found, "return-agency-information")[0] == "2026-12-29"
    assert step(found, "request-agency-information").done == days.parse("2026-12-18")


def test_an_agency_that_knows_the_day_of_receipt_is_told_day_seven_too(guide: Guide) -> None:
    """Received on Tuesday 15 December 2026: day seven is Thursday 24 December, which the late request does not move."""
    on = {"information-requested": "2026-12-18", "notification-received": "2026-12-15"}
    report = step(worked(guide, "agency-information", on), "return-agency-information")
    assert any("Thursday 24 December 2026" in one.words for one in report.act.standing)
