"""Every start date: the figures are those of other ways of counting, and what only some dates show is found."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from committed_calendars import calendar
from guide.calendars import days
from guide.model.guide import Guide
from guide.proofs.sweep import JourneySweep, Sweep, sweep_of
from guide.proofs.trials import Finding
from planted import planted

ENGLAND = calendar("england-and-wales")
CLOSED = np.array(sorted(ENGLAND.reasons), dtype="datetime64[D]")


@pytest.fixture(scope="module")
def swept(guide: Guide) -> Sweep:
    return sweep_of(guide)


def journey(swept: Sweep, name: str) -> JourneySweep:
    return next(one for one in swept.journeys if one.name == name)


def findings(guide: Guide, kind: str) -> list[Finding]:
    return [one for one in sweep_of(guide).findings if one.kind == kind]


def test_every_day_of_the_calendar_is_a_start_date_and_none_is_lost(swept: Sweep) -> None:
    assert days.parse("2035-12-31") - days.parse("2012-01-01") + 1 == 8766
    for one in swept.journeys:
        assert one.tried == one.answered + one.refused == 8766


def test_the_last_start_date_is_the_one_whose_fifteenth_working_day_is_the_last_in_the_calendar(swept: Sweep) -> None:
    """31 December 2035 is a Monday. Fifteen working days before it, without 25 and 26 December, is 6 December."""
    one = journey(swept, "trust-concern")
    assert one.last_answered == days.parse("2035-12-06")
    after = np.busday_offset("2035-12-07", 15, roll="backward", holidays=CLOSED)
    assert after > np.datetime64("2035-12-31")


def test_start_dates_in_2012_are_refused_because_agencies_are_asked_for_the_twelve_months_before(swept: Sweep) -> None:
    assert journey(swept, "trust-concern").first_answered == days.parse("2013-01-03")
    assert journey(swept, "inquiry").first_answered == days.parse("2012-01-01")


def test_fifteen_working_days_take_19_to_26_calendar_days_as_numpy_counts_them(swept: Sweep) -> None:
    one = journey(swept, "trust-concern")
    assert one.first_answered is not None
    assert one.last_answered is not None
    starts = np.arange(one.first_answered, one.last_answered + 1).astype("datetime64[D]")
    lengths = (np.busday_offset(starts, 15, roll="backward", holidays=CLOSED) - starts).astype(int)
    assert one.shortest is not None
    assert one.longest is not None
    assert (one.shortest.days, one.longest.days) == (lengths.min(), lengths.max()) == (19, 26)
    assert one.shortest.start == one.first_answered + int(lengths.argmin())
    assert one.longest.start == one.first_answered + int(lengths.argmax())


def test_six_months_take_181_to_184_calendar_days(swept: Sweep) -> None:
    one = journey(swept, "inquiry")
    assert one.shortest is not None
    assert one.longest is not None
    assert (one.shortest.days, one.longest.days) == (181, 184)


def test_seven_working_days_before_publication_reach_back_9_to_14_calendar_days_as_numpy_counts_them(
    swept: Sweep,
) -> None:
    one = journey(swept, "back-from-hearing")
    assert one.first_answered is not None
    assert one.last_answered is not None
    ends = np.arange(one.first_answered, one.last_answered + 1).astype("datetime64[D]")
    lengths = (ends - np.busday_offset(ends, -7, roll="forward", holidays=CLOSED)).astype(int)
    assert one.shortest is not None
    assert one.longest is not None
    assert (one.shortest.days, one.longest.days) == (lengths.min(), lengths.max()) == (9, 14)
    assert one.longest.end < one.longest.start


def test_dates_rest_on_unpublished_bank_holidays_from_7_december_2028(swept: Sweep) -> None:
    """Received on Wednesday 6 December 2028, day 15 is Friday 29 December; a day later it is Tuesday 2 January 2029."""
    one = journey(swept, "trust-concern")
    assert one.first_projected == days.parse("2028-12-07")
    assert one.last_answered is not None
    assert one.projected == one.last_answered - one.first_projected + 1


def test_a_journey_without_dates_is_not_tried(swept: Sweep) -> None:
    assert "reflection" not in [one.name for one in swept.journeys]


def test_a_procedure_that_no_journey_has_is_tried_from_its_own_clock(tmp_path: Path) -> None:
    alone = planted(
        tmp_path,
        ("partnership.yml", "procedures: [concern, evaluation]", "procedures: [concern]"),
    )
    assert [(one.name, one.asks) for one in sweep_of(alone).journeys if one.name == "evaluation"] == [
        ("evaluation", ("concern-received",))
    ]


def test_a_guide_shows_what_its_questions_list_and_nothing_else(swept: Sweep) -> None:
    assert sorted((one.kind, one.step) for one in swept.findings) == [
        ("national-clock", "inform-harbour-board"),
        ("national-clock", "send-signed-finding"),
        ("national-clock", "tell-the-regulator"),
        ("other-reading", "hold-evaluation-meeting"),
        ("other-reading", "send-inquiry-report"),
        ("same-act", "send-pt-3-to-circle"),
    ]


def test_the_local_date_is_later_than_the_national_one_as_often_as_numpy_says(swept: Sweep) -> None:
    """Five working days after receipt against five after awareness, 0 to 30 days earlier, wherever both have a date."""
    tally = next(one.tally for one in swept.findings if one.step == "tell-the-regulator")
    starts = np.arange(ENGLAND.first, ENGLAND.last + 1).astype("datetime64[D]")
    due = np.busday_offset(starts, 5, roll="backward", holidays=CLOSED)
    inside = due <= np.datetime64("2035-12-31")
    later = tried = 0
    for lag in range(31):
        local, national = due[lag:], due[: len(due) - lag]
        both = inside[lag:] & inside[: len(due) - lag]
        tried += int(both.sum())
        later += int((local[both] > national[both]).sum())
    assert (tally.times, tally.tried) == (later, tried)


def test_a_limit_in_calendar_days_is_broken_over_christmas_which_the_network_cannot_see(tmp_path: Path) -> None:
    """Day 11 is at most 17 calendar days on, but for bank holidays: from 17 December 2026 it is 6 January, 20 days."""
    limit = ("concern.yml", "{within: 11 working days, of:", "{within: 17 calendar days, of:")
    found = [
        one for one in findings(planted(tmp_path, limit), "same-act") if "hold-evaluation" in (one.step, one.other)
    ]
    assert [(one.step, one.other) for one in found] == [("hold-evaluation-meeting", "hold-evaluation")]
    starts = np.arange(ENGLAND.first, ENGLAND.last + 1).astype("datetime64[D]")
    broken = np.busday_offset(starts, 11, roll="backward", holidays=CLOSED) > starts + 17
    broken &= starts <= np.datetime64("2035-12-12")  # the last start date whose eleventh working day is in the calendar
    assert found[0].tally.times == int(broken.sum()) > 0
    assert days.text(found[0].tally.first) == str(starts[broken][0])


def test_a_step_after_the_last_limit_is_found(tmp_path: Path) -> None:
    late = planted(
        tmp_path,
        (
            "evaluation.yml",
            "        due: {on: working day 13}",
            "        alongside: true\n        due: {on: working day 16}",
        ),
    )
    assert [(one.step, one.other) for one in findings(late, "outer-limit")] == [
        ("weigh-finding", "send-signed-finding")
    ]


def test_what_follows_agencies_on_day_five_does_not_leave_them_until_day_seven(tmp_path: Path) -> None:
    on_day = "        due: {on: working day %d}"
    early = planted(tmp_path, ("evaluation.yml", on_day % 7, on_day % 5))
    found = findings(early, "order")
    assert [(one.step, one.other) for one in found] == [("chase-missing-records", "return-records")]
    assert found[0].tally.times == found[0].tally.tried


def test_a_national_limit_of_five_months_is_earlier_than_six_on_every_start_date(tmp_path: Path) -> None:
    due = "{within: 6 months, of: inquiry-ordered, authority: statutory guidance}"
    shorter = planted(tmp_path, ("inquiry.yml", due, due.replace("6", "5")))
    tally = next(one.tally for one in findings(shorter, "national-clock") if one.step == "complete-inquiry")
    assert tally.times == tally.tried


def test_the_last_answer_is_kept_for_the_guide_it_was_asked_for(guide: Guide) -> None:
    assert sweep_of(guide) is sweep_of(guide)
