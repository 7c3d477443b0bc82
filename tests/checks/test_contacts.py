"""A number that cannot be dialled, a mailbox of one person and a day to come are refused; an old check is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from area_guides import area
from guide.calendars.days import parse
from guide.checks.contacts import is_dialled, is_personal
from guide.checks.every import check_publication, check_warnings
from guide.problems import Problem
from planted import line_of, planted
from statement_facts import FACTS, WEBSITE

TODAY = parse("2026-11-23")


def told(folder: Path, old: str, new: str) -> list[Problem]:
    """What is told of a published harbour with one fact of its contacts changed."""
    assert FACTS.count(old) == 1
    guide = planted(folder, ("partnership.yml", WEBSITE, FACTS.replace(old, new)))
    problems = check_publication(guide, TODAY, production=True)
    assert all(one.place.line == line_of(guide, "partnership.yml", new) for one in problems)
    return problems


@pytest.mark.parametrize("phone", ["01632 9600", "0163 2960 00012", "call us", "1632 960001", "01632-960001", "(999)"])
def test_a_number_that_nobody_can_dial_is_refused_where_it_stands(tmp_path: Path, phone: str) -> None:
    (problem,) = told(tmp_path, "phone: 01632 960001", f'phone: "{phone}"')
    assert problem.code == "contact"
    assert problem.message == f"'{phone}' cannot be used as contacts.front_door.phone"
    assert "01632 960001" in problem.hint


@pytest.mark.parametrize("phone", ["999", "112", "01632 960001", "0300 123 4567", "+44 1632 960001", "01632960001"])
def test_a_number_of_this_country_is_accepted(phone: str) -> None:
    assert is_dialled(phone)


@pytest.mark.parametrize(
    "email", ["ann.lee@example.org", "a.lee@example.org", "ann_lee2@example.org", "o'hara.ann@a.org"]
)
def test_the_mailbox_of_one_person_is_refused(tmp_path: Path, email: str) -> None:
    (problem,) = told(tmp_path, "email: duty.desk@example.org", f'email: "{email}"')
    assert problem.code == "contact"
    assert "one person, who may be away" in problem.message
    assert "a mailbox that a team reads" in problem.hint


@pytest.mark.parametrize("mailbox", ["team", "duty.desk", "exampleshire.partnership", "harbour.north", "scp-enquiries"])
def test_the_mailbox_of_a_team_is_accepted(mailbox: str) -> None:
    assert not is_personal(f"{mailbox}@example.org", "Harbour")


def test_what_is_no_address_is_refused_as_such(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, "email: duty.desk@example.org", "email: write to us")
    assert problem.message == "'write to us' cannot be used as contacts.team.email"


def test_a_check_on_a_day_to_come_is_refused(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, "960003, email: duty.desk@example.org, checked_on: 2026-11-20",
                      "960003, email: duty.desk@example.org, checked_on: 2026-11-24")  # fmt: skip
    assert problem.code == "day-to-come"
    assert "contacts.team was checked on Tuesday 24 November 2026" in problem.message


def test_numbers_unchecked_for_more_than_a_year_are_told_and_stop_nothing() -> None:
    glen, day = area("glen"), parse("2026-09-01")

    def unchecked(on: int) -> list[Problem]:
        return [one for one in check_warnings(glen, on) if one.code != "second-reading"]

    assert unchecked(day + 365) == []
    (warning,) = unchecked(day + 366)
    assert (warning.code, warning.level) == ("unchecked", "warning")
    assert "contacts.emergency was last checked 366 days ago, on Tuesday 1 September 2026" in warning.message
    assert "checked_on:" in warning.hint
