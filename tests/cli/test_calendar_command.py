"""`guide calendar`: what a renewed list changes, and which dates move."""

from __future__ import annotations

from pathlib import Path

import govuk_bank_holidays

from command_line import guide
from committed_calendars import FOLDER

OFFICIAL_LIST = Path(govuk_bank_holidays.__file__).with_name("bank-holidays.json")


def a_calendar(folder: Path, nation: str = "england-and-wales", without: str = "") -> Path:
    path = folder / "calendars" / f"{nation}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = (FOLDER / f"{nation}.yml").read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not without or without not in line), "utf-8")
    return path


def test_refreshing_from_the_same_list_finds_no_change_and_writes_nothing(tmp_path: Path) -> None:
    path = a_calendar(tmp_path)
    before = path.read_bytes()
    assert guide("calendar", "refresh", "--write", procedures=tmp_path).stdout == "england-and-wales:\nNo change.\n"
    assert path.read_bytes() == before


def test_refreshing_shows_which_received_dates_move_and_where_to(tmp_path: Path) -> None:
    path = a_calendar(tmp_path, without="on: 2028-12-26")
    before = path.read_bytes()
    words = ("calendar", "refresh", "england-and-wales", "--list", str(OFFICIAL_LIST), "--retrieved", "2026-02-25")
    done = guide(*words, procedures=tmp_path)
    assert (done.exit_code, done.stderr) == (0, "")
    assert "closed now:     Tuesday 26 December 2028, Boxing Day\n" in done.stdout
    assert "    2028-12-22: 2028-12-26 → 2028-12-27\n" in done.stdout
    assert done.stdout.endswith("Nothing is written. Add --write to write it.\n")
    assert path.read_bytes() == before


def test_refreshing_writes_when_told_to_and_the_file_is_the_committed_one_again(tmp_path: Path) -> None:
    path = a_calendar(tmp_path, without="on: 2033-12-26")  # a projected day: the library knows it
    done = guide("calendar", "refresh", "--write", procedures=tmp_path)
    assert f"Written: {path.as_posix()}\n" in done.stdout
    assert path.read_bytes() == (FOLDER / "england-and-wales.yml").read_bytes()


def test_refreshing_reaches_further_when_asked(tmp_path: Path) -> None:
    path = a_calendar(tmp_path, "scotland")
    done = guide("calendar", "refresh", "scotland", "--through", "2036-12-31", "--write", procedures=tmp_path)
    assert "the calendar ends on Wednesday 31 December 2036, not Monday 31 December 2035" in done.stdout
    assert "through: 2036-12-31" in path.read_text("utf-8")


def test_a_calendar_is_made_for_the_first_time_from_the_official_list(tmp_path: Path) -> None:
    words = (
        "calendar",
        "refresh",
        "northern-ireland",
        "--list",
        str(OFFICIAL_LIST),
        "--retrieved",
        "2026-02-25",
        "--write",
    )
    done = guide(*words, procedures=tmp_path)
    assert (done.exit_code, done.stderr) == (0, "")
    assert "a new calendar from " in done.stdout
    assert (tmp_path / "calendars" / "northern-ireland.yml").is_file()
    again = guide("calendar", "refresh", "northern-ireland", procedures=tmp_path)
    assert again.stdout == "northern-ireland:\nNo change.\n"


def test_calendar_diff_names_the_days_and_counts_the_moved_dates(tmp_path: Path) -> None:
    old = a_calendar(tmp_path, without="on: 2026-12-28")
    done = guide("calendar", "diff", str(old), str(FOLDER / "england-and-wales.yml"), "--counts", "1", procedures=None)
    assert done.stdout.splitlines() == [
        "closed now:     Monday 28 December 2026, Boxing Day (substitute day)",
        "1 working day after: 4 starting dates moved",
        "    2026-12-24: 2026-12-28 → 2026-12-29",
        "    2026-12-25: 2026-12-28 → 2026-12-29",
        "    2026-12-26: 2026-12-28 → 2026-12-29",
        "    2026-12-27: 2026-12-28 → 2026-12-29",
    ]


def test_calendar_diff_of_a_file_with_itself_is_no_change() -> None:
    path = str(FOLDER / "scotland.yml")
    assert guide("calendar", "diff", path, path, "--counts", "1,-7", procedures=None).stdout == "No change.\n"
