"""The committed calendars against unrelated sources, and how a calendar is read and asked."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import govuk_bank_holidays
import pytest
import QuantLib

from committed_calendars import NATIONS, calendar, own_copy
from guide.calendars.calendar import Calendar
from guide.calendars.days import InvalidCalendar, OutsideCalendar, parse, text

GOV_UK = Path(govuk_bank_holidays.__file__).with_name("bank-holidays.json")
WORLD_CUP = "2026-06-15"  # proclaimed for Scotland on 3 February 2026, after that copy of the list


def closed_days(nation: str, first_year: int = 2012, last_year: int = 2035) -> set[str]:
    return {on for day in calendar(nation).reasons if first_year <= int((on := text(day))[:4]) <= last_year}


# Three unrelated sources


@pytest.mark.parametrize("nation", NATIONS)
def test_closed_days_to_2028_are_the_ones_gov_uk_published(nation: str) -> None:
    published = {event["date"] for event in json.loads(GOV_UK.read_text("utf-8"))[nation]["events"]}
    assert closed_days(nation, 2012, 2028) == published | ({WORLD_CUP} if nation == "scotland" else set())


@pytest.mark.parametrize("nation", NATIONS)
def test_published_days_have_the_name_gov_uk_gives_them(nation: str) -> None:
    for event in json.loads(GOV_UK.read_text("utf-8"))[nation]["events"]:
        name = event["title"].replace("’", "'") + (" (substitute day)" if event["notes"] == "Substitute day" else "")
        assert calendar(nation).why_closed(parse(event["date"])) == name


def test_every_day_from_2012_to_2035_is_open_or_closed_in_england_and_wales_as_quantlib_has_it() -> None:
    settlement = QuantLib.UnitedKingdom(QuantLib.UnitedKingdom.Settlement)
    day, differing = date(2012, 1, 1), []
    while day <= date(2035, 12, 31):
        theirs = settlement.isBusinessDay(QuantLib.Date(day.day, day.month, day.year))
        if calendar().is_working_day(parse(day.isoformat())) != theirs:
            differing.append(day.isoformat())
        day += timedelta(days=1)
    assert differing == []


def easter(year: int) -> date:
    """Easter Sunday by the Gregorian computus (Butcher, 1876)."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def monday(year: int, month: int, day: int) -> date:
    """The first Monday on or after that day."""
    start = date(year, month, day)
    return start + timedelta(days=-start.weekday() % 7)


def off_the_weekend(day: date) -> date:
    return monday(day.year, day.month, day.day) if day.weekday() >= 5 else day


def christmas(year: int) -> set[date]:
    """Schedule 1: 26 December if not a Sunday, 27 December when 25 or 26 is; by proclamation Saturdays move too."""
    weekday = date(year, 12, 25).weekday()
    return {date(year, 12, day) for day in {4: (25, 28), 5: (27, 28), 6: (26, 27)}.get(weekday, (25, 26))}


def by_statute(nation: str, year: int) -> set[date]:
    """Banking and Financial Dealings Act 1971, section 1 and Schedule 1, with the yearly proclamations."""
    days = christmas(year) | {easter(year) - timedelta(days=2), monday(year, 5, 1), monday(year, 5, 25)}
    new_year = off_the_weekend(date(year, 1, 1))
    if nation == "scotland":
        second = off_the_weekend(date(year, 1, 2))
        second = second + timedelta(days=1) if second == new_year else second
        return days | {new_year, second, monday(year, 8, 1), off_the_weekend(date(year, 11, 30))}
    days |= {new_year, easter(year) + timedelta(days=1), monday(year, 8, 25)}
    if nation == "northern-ireland":
        days |= {off_the_weekend(date(year, 3, 17)), off_the_weekend(date(year, 7, 12))}
    return days


PROCLAIMED = {  # year: (moved away from, closed instead or as well)
    2012: ({"2012-05-28"}, {"2012-06-04", "2012-06-05"}),
    2020: ({"2020-05-04"}, {"2020-05-08"}),
    2022: ({"2022-05-30"}, {"2022-06-02", "2022-06-03", "2022-09-19"}),
    2023: (set(), {"2023-05-08"}),
}


@pytest.mark.parametrize("nation", NATIONS)
@pytest.mark.parametrize("year", range(2012, 2036))
def test_closed_days_are_those_of_the_act_of_1971_and_the_known_proclamations(nation: str, year: int) -> None:
    gone, come = PROCLAIMED.get(year, (set(), set()))
    expected = {day.isoformat() for day in by_statute(nation, year)} - gone | come
    expected |= {WORLD_CUP} if (nation, year) == ("scotland", 2026) else set()
    assert closed_days(nation, year, year) == expected


# What a calendar answers


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        ("2026-01-06", None),
        ("2026-01-10", "Saturday"),
        ("2026-01-11", "Sunday"),
        ("2026-12-26", "Saturday"),
        ("2026-12-28", "Boxing Day (substitute day)"),
        ("2012-06-05", "Queen's Diamond Jubilee"),
        ("2020-05-04", None),
        ("2020-05-08", "Early May bank holiday (VE day)"),
        ("2022-06-03", "Platinum Jubilee bank holiday"),
        ("2022-09-19", "Bank Holiday for the State Funeral of Queen Elizabeth II"),
        ("2023-05-08", "Bank holiday for the coronation of King Charles III"),
        ("2033-01-03", "New Year's Day (substitute day)"),
    ],
)
def test_a_closed_day_says_why_and_a_working_day_says_nothing(day: str, reason: str | None) -> None:
    assert calendar().why_closed(parse(day)) == reason


def test_days_to_the_end_of_2028_are_published_and_later_ones_projected() -> None:
    known = calendar()
    assert known.tier(parse("2028-12-31")) == "published"
    assert known.tier(parse("2029-01-01")) == "projected"
    assert known.tier(parse("2035-12-31")) == "projected"
    with pytest.raises(OutsideCalendar):
        known.tier(parse("2036-01-01"))


def test_a_date_counted_backwards_from_a_projected_day_is_projected() -> None:
    publication = parse("2029-01-03")
    last_day = calendar().working_day_before(publication, 7)
    assert text(last_day) == "2028-12-20"
    assert calendar().tier(last_day, publication) == "projected"


@pytest.mark.parametrize("nation", NATIONS)
def test_every_closed_day_is_a_weekday_with_a_reason_a_standing_and_a_source(nation: str) -> None:
    for day, row in calendar(nation).reasons.items():
        assert date.fromisoformat(text(day)).weekday() < 5
        assert row.reason
        assert row.source
        expected = "published" if text(day) <= "2028-12-31" else "projected"
        assert row.status == ("override" if (nation, text(day)) == ("scotland", WORLD_CUP) else expected)


def test_a_calendar_names_its_list_and_the_day_of_its_copy() -> None:
    known = calendar()
    assert (known.id, known.name, known.retrieved) == ("england-and-wales", "England and Wales", "2026-02-25")
    assert known.source.startswith("GOV.UK bank holidays (https://www.gov.uk/bank-holidays.json), as stored in ")
    assert known.reasons[parse("2026-12-25")].source == known.source
    assert "1971" in known.reasons[parse("2030-12-25")].source


def test_a_bank_holiday_that_the_reader_adds_moves_the_dates_and_leaves_the_committed_calendar_alone() -> None:
    committed, received = calendar(), parse("2022-09-12")
    with_day = committed.with_extra_bank_holidays([parse("2022-09-13")], "Proclaimed at short notice")
    assert text(committed.working_day_after(received, 7)) == "2022-09-22"
    assert text(with_day.working_day_after(received, 7)) == "2022-09-23"
    assert with_day.why_closed(parse("2022-09-13")) == "Proclaimed at short notice"
    assert with_day.reasons[parse("2022-09-13")].status == "reader"
    assert committed.why_closed(parse("2022-09-13")) is None
    assert with_day.hash != committed.hash


def test_adding_a_day_that_is_closed_anyway_changes_nothing_not_even_its_reason() -> None:
    same = calendar().with_extra_bank_holidays([parse("2026-12-25"), parse("2026-12-26")])
    assert same.hash == calendar().hash
    assert same.why_closed(parse("2026-12-25")) == "Christmas Day"


def test_a_bank_holiday_outside_the_calendar_cannot_be_added() -> None:
    with pytest.raises(OutsideCalendar):
        calendar().with_extra_bank_holidays([parse("2036-06-02")])


# Reading a calendar file


def changed(change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    data = own_copy()
    change(data)
    return data


def override(**fields: str) -> dict[str, str]:
    full = {"on": "2026-06-15", "change": "closed", "reason": "A day", "source": "Proclamation", "added": "2026-02-03"}
    return {**full, **fields}


def test_the_hash_is_twelve_digits_of_everything_that_moves_a_date_or_its_reason_and_of_nothing_else() -> None:
    known = calendar().hash
    assert len(known) == 12
    assert int(known, 16) >= 0
    assert Calendar.from_data(changed(lambda data: data.update(retrieved="2026-03-01"))).hash == known
    for change in (
        lambda data: data["closed"].pop(3),
        lambda data: data["closed"][3].update(reason="Another name"),
        lambda data: data.update(through="2036-06-30"),
        lambda data: data["overrides"].append(override()),
    ):
        assert Calendar.from_data(changed(change)).hash != known


def test_an_override_closes_a_day_proclaimed_at_short_notice_with_its_reason_and_source() -> None:
    known = Calendar.from_data(changed(lambda data: data["overrides"].append(override(on="2027-03-19"))))
    row = known.reasons[parse("2027-03-19")]
    assert (row.reason, row.status, row.source) == ("A day", "override", "Proclamation")
    assert text(known.working_day_after(parse("2027-03-18"), 1)) == "2027-03-22"


def test_an_override_opens_a_day_whose_bank_holiday_was_moved() -> None:
    moved = override(on="2027-05-03", change="working day")
    known = Calendar.from_data(changed(lambda data: data["overrides"].append(moved)))
    assert known.is_working_day(parse("2027-05-03"))


@pytest.mark.parametrize(
    ("change", "says", "path"),
    [
        (lambda d: d.pop("published_through"), "'published_through' is missing", ()),
        (lambda d: d.update(trough="2035-12-31"), "Unknown key 'trough'", ("trough",)),
        (lambda d: d.update({"from": "2012-1-1"}), "not a date this guide can read", ("from",)),
        (lambda d: d.update(through=2035), "must be text", ("through",)),
        (lambda d: d.update(through="2011-12-31"), "ends before it begins", ("through",)),
        (lambda d: d.update(published_through="2036-01-01"), "must lie between", ("published_through",)),
        (lambda d: d.update(name=" "), "must be text and not empty", ("name",)),
        (lambda d: d.update(source="GOV.UK"), "must have name:, url: and as_stored_in:", ("source",)),
        (lambda d: d.update(closed={}), "must be a list", ("closed",)),
        (lambda d: d["closed"].insert(0, "2012-01-02"), "Each item of closed:", ("closed", 0)),
        (lambda d: d["closed"].insert(1, d["closed"][0]), "each only once", ("closed", 1, "on")),
        (lambda d: d["closed"].reverse(), "in order of date", ("closed", 1, "on")),
        (lambda d: d["closed"][0].update(on="2012-01-01"), "closed anyway", ("closed", 0, "on")),
        (lambda d: d["closed"][0].update(on="2011-12-30"), "not between from: and through:", ("closed", 0, "on")),
        (lambda d: d["closed"][0].update(status="projected"), "must be published", ("closed", 0, "status")),
        (lambda d: d["closed"][-1].update(status="published"), "must be projected", ("closed", 195, "status")),
        (lambda d: d["closed"][0].update(status="guessed"), "must be one of", ("closed", 0, "status")),
        (lambda d: d["closed"][0].pop("reason"), "'reason' is missing", ("closed", 0)),
        (lambda d: d["overrides"].append(override(on="2026-12-25")), "closed already", ("overrides", 0)),
        (lambda d: d["overrides"].append(override(change="working day")), "a working day already", ("overrides", 0)),
        (lambda d: d["overrides"].append(override(added="today")), "not a date", ("overrides", 0, "added")),
    ],
)
def test_a_calendar_file_that_is_wrong_anywhere_is_refused_with_the_place(
    change: Callable[[dict[str, Any]], object], says: str, path: tuple[str | int, ...]
) -> None:
    with pytest.raises(InvalidCalendar, match=says) as refusal:
        Calendar.from_data(changed(change))
    assert refusal.value.path == path


def one_week(**fields: Any) -> dict[str, Any]:
    """Monday 5 to Friday 9 January 2026, published to its last day, with that last day closed."""
    friday = {"on": "2026-01-09", "reason": "A holiday", "status": "published"}
    week = {"from": "2026-01-05", "through": "2026-01-09", "published_through": "2026-01-09"}
    return {**own_copy(), **week, "closed": [friday], **fields}


def test_the_ends_of_a_calendar_belong_to_it_and_may_be_closed_or_published() -> None:
    known = Calendar.from_data(one_week())
    assert text(known.working_day_after(parse("2026-01-05"), 3)) == "2026-01-08"
    assert (known.tier(known.last), known.why_closed(known.last)) == ("published", "A holiday")
    projected = {"on": "2026-01-09", "reason": "A holiday", "status": "projected"}
    first_only = Calendar.from_data(one_week(published_through="2026-01-05", closed=[projected]))
    assert [first_only.tier(day) for day in (first_only.first, first_only.first + 1)] == ["published", "projected"]
    one_day = Calendar.from_data(one_week(**{"from": "2026-01-09"}))
    assert (one_day.first, one_day.last) == (parse("2026-01-09"), parse("2026-01-09"))


@pytest.mark.parametrize("weekend", ["2026-01-10", "2026-01-11"])
def test_a_closed_day_on_either_day_of_the_weekend_is_refused(weekend: str) -> None:
    row = {"on": weekend, "reason": "A holiday", "status": "published"}
    with pytest.raises(InvalidCalendar, match="closed anyway"):
        Calendar.from_data(one_week(through=weekend, published_through=weekend, closed=[row]))
