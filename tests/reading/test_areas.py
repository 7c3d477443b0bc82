"""The guides that the tests stand on are sound, unlike each other and the shipped one, and leave out no noun."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from area_guides import AREAS, NAMES, area, copy_area
from committed_calendars import calendar
from guide.calendars import days
from guide.checks.every import check_guide, check_publication
from guide.dates.planning import plan_of
from guide.dates.timeline import Schedule, schedule
from guide.flowcharts.drawn import check_drawings
from guide.model.deadlines import Authority, ClosedDay, PartOfDay
from guide.model.guide import Guide
from guide.model.lengths import UNITS


@pytest.mark.parametrize("name", NAMES)
def test_an_area_has_no_problem_and_its_flowcharts_can_be_drawn(name: str) -> None:
    assert check_guide(area(name)) == []
    assert list(check_drawings(area(name))) == []


def test_one_area_lacks_the_facts_that_a_published_site_needs_and_another_has_them_all() -> None:
    today = days.parse("2026-11-23")
    found = {name: check_publication(area(name), today, production=True) for name in NAMES}
    assert (len(found["harbour"]), found["glen"]) == (17, [])


def nouns_of(value: Any) -> Iterator[BaseModel]:
    """A noun and every noun inside it."""
    if isinstance(value, BaseModel):
        yield value
        value = [getattr(value, name) for name in type(value).model_fields]
    if isinstance(value, dict):
        value = list(value.values())
    for inner in value if isinstance(value, list | tuple) else ():
        yield from nouns_of(inner)


def every_noun() -> list[BaseModel]:
    guides = [area(name) for name in NAMES]
    lists = [getattr(guide, name) for guide in guides for name in Guide.__dataclass_fields__ if name != "calendars"]
    return [noun for value in lists for noun in nouns_of(value)]


def test_every_field_that_an_author_may_write_is_written_in_one_of_them() -> None:
    found = every_noun()
    everything = {field(type(noun), name) for noun in found for name in type(noun).model_fields}
    assert everything - {field(type(noun), name) for noun in found for name in noun.model_fields_set} == set()


def field(noun: type[BaseModel], name: str) -> str:
    """A field, by the noun that first has it: what all deadlines may say is one field of theirs."""
    first = [kind for kind in noun.__mro__ if issubclass(kind, BaseModel) and name in kind.model_fields][-1]
    return f"{first.__name__}.{name}"


def test_every_way_to_count_is_there() -> None:
    said = [noun.model_dump() for noun in every_noun()]
    units = {str(unit) for one in said for unit in [one.get("unit")] if unit}
    assert units == set(UNITS)
    for key, words in (("part", PartOfDay), ("closed_day", ClosedDay), ("authority", Authority)):
        assert {one[key] for one in said if one.get(key)} == set(words.__args__), key


def worked_out(name: str, journey: str, **on: str) -> dict[str, str | None]:
    plan = plan_of(area(name), journey)
    anchors = {anchor.replace("_", "-"): days.parse(day) for anchor, day in on.items()}
    found: Schedule = schedule(plan, calendar(plan.calendar), anchors)
    return {one.step.id: days.text(one.due) if one.due is not None else None for one in found.steps}


def test_on_a_closed_day_the_day_itself_is_not_day_one_and_the_next_working_day_is() -> None:
    """In Scotland Friday 1 and Monday 4 January 2027 are bank holidays, so Tuesday 5 January is working day 1."""
    found = worked_out("glen", "discussion", referral_in="2027-01-01")
    assert (found["log-referral"], found["call-school"]) == ("2027-01-05", "2027-01-07")
    assert (found["hold-discussion"], found["send-minute"]) == ("2027-01-08", "2027-01-15")
    on_the_day = worked_out("glen", "discussion", referral_in="2027-01-06")
    assert (on_the_day["log-referral"], on_the_day["hold-discussion"]) == ("2027-01-06", "2027-01-11")


def test_a_bank_holiday_of_another_nation_is_not_counted() -> None:
    """St Andrew's Day, Monday 30 November 2026, is working day 4 in England and none in Scotland."""
    found = worked_out("glen", "discussion", referral_in="2026-11-25")
    assert found["hold-discussion"] == "2026-12-01"


def test_the_earlier_and_the_later_of_two_dates_are_bounds_until_both_are_known() -> None:
    """Ten working days after 1 February: no later than that, whenever the family is seen."""
    assert worked_out("glen", "discussion", referral_in="2027-02-01")["write-to-family"] == "2027-02-15"
    early = worked_out("glen", "discussion", referral_in="2027-02-01", family_seen="2027-02-03")
    late = worked_out("glen", "discussion", referral_in="2027-02-01", family_seen="2027-02-15")
    assert (early["write-to-family"], late["write-to-family"]) == ("2027-02-08", "2027-02-15")
    order = worked_out("glen", "hearing-papers", hearing_held="2027-01-20", order_made="2027-01-20")
    assert (order["review-order"], order["appeal-runs-out"]) == ("2027-04-20", "2027-02-10")


def test_seven_clear_calendar_days_before_a_hearing_end_on_the_working_day_before() -> None:
    """Eight days before Monday 15 February 2027 is Sunday 7 February; the working day before it is Friday 5."""
    found = worked_out("glen", "hearing-papers", hearing_held="2027-02-15")
    assert (found["send-papers"], found["tell-school"]) == ("2027-02-05", "2027-02-17")


def test_an_area_has_no_bank_holidays_of_its_own_and_is_copied_with_the_committed_ones(tmp_path: Path) -> None:
    assert list(AREAS.rglob("calendars")) == []
    assert (copy_area(tmp_path / "copy", "glen") / "calendars" / "scotland.yml").is_file()
