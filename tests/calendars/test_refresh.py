"""Calendar files made anew: from the official list, from the library beyond it, and from what was there before."""

import json
from pathlib import Path
from typing import Any

import govuk_bank_holidays
import pytest

from committed_calendars import FOLDER, NATIONS, calendar_data
from guide.calendars.calendar import Calendar
from guide.calendars.difference import difference_between
from guide.calendars.refresh import RefreshProblem, disagreements, refreshed, render_yaml
from guide.strict_yaml.text import read

SOURCE = {"name": "GOV.UK bank holidays", "url": "https://www.gov.uk/bank-holidays.json", "as_stored_in": "a test"}


def official(first_year: int = 2012, last_day: str = "2028-12-31") -> dict[str, Any]:
    """GOV.UK's list, cut to the years from `first_year` and the days to `last_day`."""
    published = json.loads(Path(govuk_bank_holidays.__file__).with_name("bank-holidays.json").read_text("utf-8"))
    for division in published.values():
        events = division["events"]
        division["events"] = [event for event in events if f"{first_year}" <= event["date"] <= last_day]
    return dict(published)


def fresh(
    published: Any = None, nation: str = "england-and-wales", first: str = "2012-01-01", kept: Any = None
) -> dict[str, Any]:
    published = official() if published is None else published
    return refreshed(nation, first, "2035-12-31", published, retrieved="2026-02-25", source=SOURCE, kept=kept)


def closed(data: dict[str, Any]) -> dict[str, tuple[str, str]]:
    return {row["on"]: (row["reason"], row["status"]) for row in data["closed"]}


@pytest.mark.parametrize("nation", NATIONS)
def test_refreshing_the_committed_calendar_from_the_same_list_changes_nothing(nation: str) -> None:
    committed = calendar_data(nation)
    assert not difference_between(committed, fresh(nation=nation, kept=committed))


@pytest.mark.parametrize("nation", NATIONS)
def test_the_committed_file_is_byte_for_byte_what_the_refresh_writes(nation: str) -> None:
    assert render_yaml(calendar_data(nation)) == (FOLDER / f"{nation}.yml").read_text("utf-8")


@pytest.mark.parametrize("nation", NATIONS)
def test_the_library_agrees_with_every_published_day_of_the_committed_calendars(nation: str) -> None:
    assert disagreements(calendar_data(nation)) == []


def test_what_is_written_is_read_back_as_the_same_calendar(tmp_path: Path) -> None:
    data = fresh()
    path = tmp_path / "calendar.yml"
    path.write_text(render_yaml(data), "utf-8")
    assert read(path).value == data
    assert Calendar.from_data(read(path).value).hash == Calendar.from_data(data).hash


def test_years_before_the_official_list_begins_are_kept_from_the_present_file() -> None:
    committed = calendar_data("england-and-wales")
    data = fresh(official(first_year=2019), kept=committed)
    assert closed(data) == closed(committed)


def test_without_the_present_file_a_list_that_begins_later_is_refused_rather_than_leaving_years_open() -> None:
    with pytest.raises(RefreshProblem, match="begins in 2019"):
        fresh(official(first_year=2019))
    assert fresh(official(first_year=2019), first="2019-01-01")["from"] == "2019-01-01"


def test_a_gap_between_the_present_file_and_the_official_list_is_refused() -> None:
    old = {**calendar_data("england-and-wales"), "published_through": "2017-12-31"}
    with pytest.raises(RefreshProblem, match="with its years from 2012-01-01"):
        fresh(official(first_year=2019), kept=old)


def test_a_list_cut_in_the_middle_of_a_year_is_published_only_to_the_year_before() -> None:
    data = fresh(official(last_day="2028-06-30"))
    assert data["published_through"] == "2027-12-31"
    assert closed(data)["2028-05-29"] == ("Spring bank holiday", "projected")
    assert closed(data)["2028-12-25"] == ("Christmas Day", "projected")


def test_projected_days_have_the_official_words_and_say_which_are_substitutes() -> None:
    days = closed(fresh())
    assert days["2029-05-07"] == ("Early May bank holiday", "projected")
    assert days["2029-08-27"] == ("Summer bank holiday", "projected")
    assert days["2032-12-28"] == ("Boxing Day (substitute day)", "projected")
    assert "2032-12-26" not in days


def test_scotland_and_northern_ireland_have_their_own_days() -> None:
    scotland, northern_ireland = closed(fresh(nation="scotland")), closed(fresh(nation="northern-ireland"))
    assert scotland["2034-01-02"] == ("New Year's Day (substitute day)", "projected")
    assert scotland["2034-01-03"] == ("2nd January (substitute day)", "projected")
    assert "2029-04-02" not in scotland
    assert northern_ireland["2029-04-02"] == ("Easter Monday", "projected")
    assert northern_ireland["2029-07-12"] == ("Battle of the Boyne (Orangemen's Day)", "projected")


def test_an_override_is_kept_until_the_official_list_says_the_same() -> None:
    committed = calendar_data("scotland")
    assert [row["on"] for row in fresh(nation="scotland", kept=committed)["overrides"]] == ["2026-06-15"]
    published = official()
    event = {"title": "World Cup bank holiday", "date": "2026-06-15", "notes": "", "bunting": True}
    published["scotland"]["events"].append(event)
    data = fresh(published, nation="scotland", kept=committed)
    assert data["overrides"] == []
    assert closed(data)["2026-06-15"] == ("World Cup bank holiday", "published")


def test_an_override_that_opens_a_moved_day_goes_when_the_list_no_longer_closes_it() -> None:
    opened = {"on": "2027-05-03", "change": "working day", "reason": "Moved", "source": "-", "added": "2026-11-23"}
    kept = {**calendar_data("england-and-wales"), "overrides": [opened]}
    assert fresh(kept=kept)["overrides"] == [opened]
    published = official()
    events = published["england-and-wales"]["events"]
    events[:] = [event for event in events if event["date"] != "2027-05-03"]
    assert fresh(published, kept=kept)["overrides"] == []


def test_a_day_that_the_list_and_the_library_do_not_share_is_pointed_out() -> None:
    data = fresh()
    data["closed"] = [row for row in data["closed"] if row["on"] != "2023-05-08"]
    sentences = disagreements(data)
    assert len(sentences) == 1
    assert sentences[0].startswith("Monday 8 May 2023: a working day here, closed by holidays ")


@pytest.mark.parametrize(
    "not_the_list",
    [
        {},
        {"england-and-wales": []},
        {"england-and-wales": {"events": [{"title": "Christmas Day", "date": "25/12/2026", "notes": ""}]}},
        {"england-and-wales": {"events": [{"date": "2026-12-25"}]}},
    ],
)
def test_what_is_not_the_official_list_is_refused(not_the_list: Any) -> None:
    with pytest.raises(RefreshProblem, match=r"not GOV\.UK's bank-holidays\.json for england-and-wales"):
        fresh(not_the_list)


def test_an_unknown_nation_is_refused_with_the_known_ones() -> None:
    with pytest.raises(RefreshProblem, match="Known: england-and-wales, scotland, northern-ireland"):
        fresh(nation="wales")


def test_a_list_without_a_day_or_a_whole_year_in_the_range_is_refused() -> None:
    with pytest.raises(RefreshProblem, match="no day from 2029-01-01"):
        fresh(first="2029-01-01")
    with pytest.raises(RefreshProblem, match="no whole year"):
        fresh(official(last_day="2012-06-30"))
