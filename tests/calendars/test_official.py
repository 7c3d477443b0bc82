"""The list that calendars are held against is GOV.UK's own, and the committed calendars agree with it.

To renew it: renew the calendars with `guide calendar refresh --list … --write`, read the difference, then run
`python tests/calendars/test_official.py`, which writes `official.json` anew from their `closed:`.
"""

from __future__ import annotations

import json
from pathlib import Path

import govuk_bank_holidays
import pytest

from committed_calendars import NATIONS, REPOSITORY, calendar_data
from guide.calendars import days
from guide.calendars.official import CALENDAR_OF, official_list

FILE = REPOSITORY / "scripts" / "guide" / "calendars" / "official.json"


def official_text() -> str:
    """The file as the committed calendars have it."""
    data = {nation: calendar_data(nation) for nation in NATIONS}
    first = data[NATIONS[0]]
    source = first["source"]
    made = {
        "format": "official-days/1",
        "retrieved": str(first["retrieved"]),
        "source": f"{source['name']} ({source['url']}), as stored in {source['as_stored_in']}",
        "projection": str(first["projection"]),
        "nations": {
            nation: {
                **{key: str(one[key]) for key in ("name", "from", "published_through", "through")},
                "closed": {str(row["on"]): str(row["reason"]) for row in one["closed"]},
            }
            for nation, one in data.items()
        },
    }
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def test_the_list_is_in_step_with_the_committed_calendars() -> None:
    assert FILE.read_text("utf-8") == official_text()


@pytest.mark.parametrize("nation", NATIONS)
def test_its_published_days_are_those_of_gov_uk(nation: str) -> None:
    events = json.loads(Path(govuk_bank_holidays.__file__).with_name("bank-holidays.json").read_text("utf-8"))
    listed = [days.parse(event["date"]) for event in events[nation]["events"]]
    known = official_list().calendars[nation]
    weekdays = {day for day in listed if days.weekday(day) < 5}
    assert {day for day in known.closed if day <= known.published_through} == weekdays
    assert days.text(known.published_through) == "2028-12-31"


def test_every_nation_has_a_calendar_on_the_list() -> None:
    assert set(CALENDAR_OF.values()) == set(official_list().calendars) == set(NATIONS)


def test_christmas_2028_is_closed_everywhere() -> None:
    assert {one.closed[days.parse("2028-12-25")] for one in official_list().calendars.values()} == {"Christmas Day"}


if __name__ == "__main__":
    FILE.write_text(official_text(), "utf-8")
