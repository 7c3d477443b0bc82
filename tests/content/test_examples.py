"""The shipped worked examples, counted again here without the guide."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from govuk_bank_holidays.bank_holidays import BankHolidays

from content.acts_by_hand import working_days_from
from guide.calendars import days
from guide.model.guide import Guide
from guide.model.partnership import Example
from guide.pages.example_page import example_page

LIST = BankHolidays(use_cached_holidays=True).get_holidays(division="england-and-wales")


PUBLISHED = np.array(sorted({holiday["date"] for holiday in LIST}), dtype="datetime64[D]")


WORKING_DAYS = {
    "inform-safeguarding-partners": 1, "inform-partner-representatives": 1, "hold-rapid-review": 11,
    "request-agency-information": 2, "notify-the-panel": 5,
    "return-agency-information": 7, "send-rapid-review-report": 8, "hold-rapid-review-meeting": 11,
    "hold-partners-conference": 14, "send-signed-proforma": 15, "send-decision-to-panel": 15,
}  # fmt: skip


def example(guide: Guide, name: str) -> Example:
    return next(one for one in guide.examples if one.id == name)


def after(day: str, number: int) -> str:
    """By numpy on the GOV.UK list. From a closed day, numpy first goes back to the working day before it."""
    return str(np.busday_offset(day, number, roll="backward", holidays=PUBLISHED))


@pytest.mark.parametrize("number", range(13))
def test_every_date_after_a_receipt_is_what_numpy_counts_on_the_published_list(guide: Guide, number: int) -> None:
    one = guide.examples[number]
    if "notification-received" not in one.on:
        assert one.journey in ("working-back", "local-review")
        return
    expected = {str(step): str(day) for step, day in one.expect.items()}
    counted = {step: after(str(one.on["notification-received"]), WORKING_DAYS[step]) for step in expected}
    if "information-requested" in one.on:
        counted["return-agency-information"] = after(str(one.on["information-requested"]), 5)
    assert expected == counted


def test_received_on_thursday_17_december_2026_day_15_is_tuesday_12_january_2027(guide: Guide) -> None:
    assert example(guide, "christmas").expect["send-decision-to-panel"] == "2027-01-12"


def test_the_state_funeral_moved_day_8_to_20_september_2022_and_day_7_not_at_all(guide: Guide) -> None:
    one = example(guide, "before-the-state-funeral-2022")
    without = PUBLISHED[np.datetime64("2022-09-19") != PUBLISHED]
    unmoved = [str(np.busday_offset("2022-09-07", number, holidays=without)) for number in (7, 8)]
    assert unmoved == ["2022-09-16", "2022-09-19"]
    assert (one.expect["return-agency-information"], one.expect["send-rapid-review-report"]) == (
        "2022-09-16",
        "2022-09-20",
    )


def test_the_authority_aware_on_17_december_2026_must_notify_by_24_december(guide: Guide) -> None:
    one = example(guide, "authority-aware-first")
    assert one.expect_national["notify-the-panel"] == after("2026-12-17", 5) == "2026-12-24"
    assert one.expect["notify-the-panel"] == "2026-12-30"


@pytest.mark.parametrize(
    ("name", "national", "governs"),
    [
        ("panel-notified-before-easter", "2027-04-19", "2027-04-14"),
        ("panel-notified-before-the-form", "2028-01-11", "2028-01-11"),
    ],
)
def test_the_national_fifteen_working_days_count_from_the_day_the_panel_was_notified(
    guide: Guide, name: str, national: str, governs: str
) -> None:
    """By numpy, and by the program of `acts_by_hand.py`, which looks at the days one by one."""
    one = example(guide, name)
    notified, received = one.on["panel-notified"], one.on["notification-received"]
    assert one.expect_national["send-signed-proforma"] == after(str(notified), 15) == national
    assert str(working_days_from(date.fromisoformat(notified), 15)) == national
    assert min(national, str(working_days_from(date.fromisoformat(received), 15))) == governs
    assert one.expect_governs["send-signed-proforma"] == governs
    aware = one.on.get("authority-aware")
    for step in ("inform-safeguarding-partners", "notify-the-panel") if aware else ():
        assert one.expect_national[step] == str(working_days_from(date.fromisoformat(aware), 5)) == "2027-12-20"


def test_seven_working_days_before_1_june_2027_is_20_may_and_with_clear_days_19_may(guide: Guide) -> None:
    one = example(guide, "working-back-from-publication")
    back = [str(np.busday_offset("2027-06-01", -number, holidays=PUBLISHED)) for number in (7, 8)]
    assert [one.expect["send-final-report"], one.expect_other_reading["send-final-report"]] == back
    assert back == ["2027-05-20", "2027-05-19"]


def test_a_page_spans_from_its_first_day_to_its_last(guide: Guide) -> None:
    back = example_page(guide, example(guide, "working-back-from-publication"))
    assert (days.text(back.first), days.text(back.last), back.length) == ("2027-05-19", "2027-06-01", 13)
    assert [days.text(day) for day, _ in back.skipped] == ["2027-05-31"]
    assert back.counted_by_hand == 2


def test_there_are_at_least_eight(guide: Guide) -> None:
    assert len(guide.examples) >= 8
