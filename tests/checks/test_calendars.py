"""A closed day that got lost, came in or moved is refused at its line, unless a newer list may have changed it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from area_guides import area, copy_area
from guide.calendars.days import parse
from guide.checks.every import check_guide, check_warnings
from guide.problems import Problem
from guide.reading.folder import read_guide

TODAY = parse("2026-11-28")
CHRISTMAS = '  - {on: 2028-12-25, reason: "Christmas Day", status: published}\n'


def told(tmp_path: Path, *changes: tuple[str, str], name: str = "england-and-wales") -> list[Problem]:
    """What is told of the harbour with its calendar changed, warnings last."""
    folder = copy_area(tmp_path / "procedures")
    path = folder / "calendars" / f"{name}.yml"
    text = path.read_text("utf-8")
    for old, new in changes:
        assert re.search(old, text, re.M), old
        text = re.sub(old, lambda _, new=new: new, text, count=1, flags=re.M)  # type: ignore[misc]
    path.write_text(text, "utf-8")
    guide = read_guide(folder)
    return [*check_guide(guide), *check_warnings(guide, TODAY)]


def copy_of(day: str) -> list[tuple[str, str]]:
    """The change to a list of another day, in both places that name it."""
    return [(r"^retrieved: .*$", f"retrieved: {day}"), (r'as_stored_in: "[^"]*"', f'as_stored_in: "fetched on {day}"')]


def at(problem: Problem) -> tuple[int, str, str]:
    return problem.place.line, problem.code, problem.level


def test_the_calendars_of_sound_guides_are_no_problem_and_no_warning() -> None:
    for name in ("harbour", "glen"):
        warnings = [one for one in check_warnings(area(name), TODAY) if one.code != "second-reading"]
        assert (check_guide(area(name)), warnings) == ([], [])


def test_christmas_2028_deleted_is_refused_at_its_line(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, (re.escape(CHRISTMAS), ""))
    assert at(problem) == (151, "official-list", "problem")
    assert "Monday 25 December 2028 (Christmas Day) is closed by the official list" in problem.message
    assert "guide calendar refresh" in problem.hint


def test_a_day_mistyped_is_one_problem_and_not_one_lost_and_one_added(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, ("on: 2028-12-25", "on: 2028-12-22"))
    assert at(problem) == (151, "official-list", "problem")
    assert "and is on Monday 25 December 2028" in problem.message


def test_a_day_added_outside_the_overrides_is_refused_with_the_way_to_add_it(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, (re.escape(CHRISTMAS), CHRISTMAS.replace("12-25", "12-21") + CHRISTMAS))
    assert at(problem) == (151, "official-list", "problem")
    assert "overrides:" in problem.hint


def test_a_projected_day_deleted_is_refused_and_not_blamed_on_the_official_list(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, (r"^  - \{on: 2031-12-25.*\n", ""))
    assert at(problem) == (175, "official-list", "problem")
    assert "by the pattern of the law" in problem.message


def test_a_list_fetched_after_the_programs_own_may_differ_on_days_to_come_and_is_warned_of(tmp_path: Path) -> None:
    (warning,) = told(tmp_path, *copy_of("2026-06-01"), (re.escape(CHRISTMAS), ""))
    assert at(warning) == (151, "official-list", "warning")


def test_a_newer_list_does_not_change_the_days_before_it(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, *copy_of("2026-06-01"), (r"^  - \{on: 2025-12-25.*\n", ""))
    assert problem.level == "problem"


def test_days_published_beyond_the_programs_list_are_a_warning(tmp_path: Path) -> None:
    folder = copy_area(tmp_path / "procedures")
    path = folder / "calendars" / "england-and-wales.yml"
    written = path.read_text("utf-8").replace("published_through: 2028", "published_through: 2029")
    path.write_text(re.sub(r"(on: 2029-.*status: )projected", r"\1published", written), "utf-8")
    guide = read_guide(folder)
    assert check_guide(guide) == []
    (warning,) = check_warnings(guide, TODAY)
    assert at(warning) == (8, "official-list-ends", "warning")


def test_the_days_of_another_nation_are_told_once(tmp_path: Path) -> None:
    folder = copy_area(tmp_path / "procedures")
    scottish = (folder / "calendars" / "scotland.yml").read_text("utf-8")
    renamed = scottish.replace("id: scotland", "id: england-and-wales").replace(
        "name: Scotland", "name: England and Wales"
    )
    (folder / "calendars" / "england-and-wales.yml").write_text(renamed, "utf-8")
    (problem,) = [one for one in check_guide(read_guide(folder)) if one.code == "official-list"]
    assert "days of this calendar are not those of England and Wales" in problem.message


@pytest.mark.parametrize(
    ("rows", "line", "says"),
    [
        ([("2029-06-04", "closed", "2027-06-03")], 212, "lies over 2 years after"),
        (
            [("2027-06-07", "closed", "2026-11-01"), ("2027-06-07", "working day", "2026-11-02")],
            213,
            "cancels that of line 212",
        ),
    ],
)
def test_an_override_that_cannot_be_is_refused(
    rows: list[tuple[str, str, str]], line: int, says: str, tmp_path: Path
) -> None:
    lines = [f"  - {{on: {on}, change: {change}, reason: A, source: B, added: {added}}}" for on, change, added in rows]
    (problem,) = told(tmp_path, (r"^overrides: \[\]$", "\n".join(["overrides:", *lines])))
    assert (problem.place.line, problem.code) == (line, "override")
    assert says in problem.message


@pytest.mark.parametrize(("on", "refused"), [("2029-06-04", False), ("2029-06-05", True), ("2028-06-05", True)])
def test_an_override_is_the_day_that_its_source_names_with_its_weekday(on: str, refused: bool, tmp_path: Path) -> None:
    source = "Proclamation of 3 February 2028, for Monday 4 June 2029"
    row = f"overrides:\n  - {{on: {on}, change: closed, reason: A, source: '{source}', added: 2028-02-04}}"
    found = told(tmp_path, (r"^overrides: \[\]$", row))
    assert [one.code for one in found] == ["override"] * refused
    assert all("names: Monday 4 June 2029" in one.message for one in found)


def test_an_override_two_years_ahead_to_the_day_is_right(tmp_path: Path) -> None:
    row = "overrides:\n  - {on: 2029-06-04, change: closed, reason: A, source: B, added: 2027-06-04}"
    assert told(tmp_path, (r"^overrides: \[\]$", row)) == []


def test_a_calendar_that_reaches_further_than_its_days_is_refused(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, ("through: 2035", "through: 2036"))
    assert at(problem)[1:] == ("official-list", "problem")
    assert "reaches into 2036" in problem.message


def test_a_nation_with_the_bank_holidays_of_another_is_told_once(tmp_path: Path) -> None:
    folder = copy_area(tmp_path / "procedures")
    path = folder / "partnership.yml"
    path.write_text(path.read_text("utf-8").replace("nation: wales", "nation: scotland"), "utf-8")
    (problem,) = check_guide(read_guide(folder))
    assert problem.code == "nation"
    assert "partnership.yml" in problem.hint


@pytest.mark.parametrize("day", ["2016-02-25", "2026-02-24", "2026-02-26", "2026-06-01"])
def test_a_list_of_another_day_than_its_own_source_names_is_refused(day: str, tmp_path: Path) -> None:
    (problem,) = told(tmp_path, (r"^retrieved: .*$", f"retrieved: {day}"))
    assert at(problem) == (9, "official-list", "problem")
    assert "released on 25 February 2026" in problem.message


def test_a_source_that_names_no_day_is_not_compared(tmp_path: Path) -> None:
    assert told(tmp_path, (r'as_stored_in: "[^"]*"', 'as_stored_in: "a copy of ours"')) == []


def test_a_list_said_to_reach_further_than_any_did_is_warned_of(tmp_path: Path) -> None:
    assert told(tmp_path / "sound", *copy_of("2025-12-31")) == []
    (warning,) = told(tmp_path / "old", *copy_of("2025-12-30"))
    assert at(warning) == (9, "official-list", "warning")
    assert "lists no day 3 years ahead" in warning.message
