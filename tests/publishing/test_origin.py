"""The foot of a page and the origin of a build never depend on the clock."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from guide.calendars import days
from guide.pages import frame
from guide.publishing.origin import read_origin, today


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("GUIDE_COMMIT", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)
    for key in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{key}_DATE", "2026-01-05T12:00:00Z")
        monkeypatch.setenv(f"GIT_{key}_NAME", "A tester")
        monkeypatch.setenv(f"GIT_{key}_EMAIL", "tester@example.org")
    for command in (["init", "--quiet"], ["commit", "--quiet", "--allow-empty", "--message", "Begin"]):
        subprocess.run(["git", "-C", str(tmp_path), *command], check=True)
    return tmp_path


def test_a_build_is_dated_by_its_commit(repository: Path) -> None:
    origin = read_origin(repository)
    assert origin.date == "2026-01-05"
    assert origin.epoch == 1767614400
    assert len(origin.commit) >= 10


def test_the_environment_wins_for_builds_from_an_archive(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIDE_COMMIT", "abc1234")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798070400")
    origin = read_origin(repository)
    assert (origin.commit, origin.date) == ("abc1234", "2026-12-24")


def test_outside_a_repository_the_origin_is_not_recorded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GUIDE_COMMIT", raising=False)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    origin = read_origin(tmp_path)
    assert (origin.commit, origin.date, origin.epoch) == ("not recorded", "not recorded", 0)


def guide_with(**changes: str) -> Any:
    facts = {"body": "A partnership", "version": "1.0", "owner": "team", "approved_by": "not recorded in the source"}
    dates = {"in_force_from": "2026-11-23", "review_by": "2027-05-23", "review_overdue": None}
    partnership = SimpleNamespace(**facts | dates | changes)
    return SimpleNamespace(partnership=partnership, actor={"team": SimpleNamespace(name="Partnership Team")})


def test_an_overdue_review_is_said_from_the_day_after_it() -> None:
    guide = guide_with(review_overdue="The review is under way.")
    assert frame.footer(guide, "0", days.parse("2027-05-23")).overdue == ""
    assert frame.footer(guide, "0", days.parse("2027-05-24")).overdue == "The review is under way."


def test_today_is_the_day_given_or_the_computers_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIDE_TODAY", "2027-05-24")
    assert today() == days.parse("2027-05-24")
    monkeypatch.delenv("GUIDE_TODAY")
    assert today() == days.parse(date.today().isoformat())


def test_the_footer_names_the_owner_and_writes_its_dates_in_words() -> None:
    guide = guide_with()
    assert frame.footer(guide, "4f2a91c07be3", days.parse("2027-05-23"))._asdict() == {
        "area": "A partnership",
        "version": "1.0",
        "owner": "Partnership Team",
        "approved_by": "Not recorded in the source",
        "in_force_from": "Monday 23 November 2026",
        "review_by": "Sunday 23 May 2027",
        "overdue": "",
        "stamp": "4f2a91c07be3",
    }
