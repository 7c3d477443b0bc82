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
from guide.problems import Problems
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
    partnership = SimpleNamespace(guide=SimpleNamespace(logo=None), **facts | dates | changes)
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
        "logo": None,
        "version": "1.0",
        "owner": "Partnership Team",
        "approved_by": "Not recorded in the source",
        "in_force_from": "Monday 23 November 2026",
        "review_by": "Sunday 23 May 2027",
        "overdue": "",
        "stamp": "4f2a91c07be3",
    }


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", "-C", str(folder), *words], check=True)


def with_guide(repository: Path, name: str = "procedures") -> Path:
    """A guide's folder in a repository, committed."""
    folder = repository / name
    folder.mkdir(parents=True)
    (folder / "partnership.yml").write_text("body: A partnership\n", "utf-8")
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message", "Add the guide")
    return folder


def test_a_guide_is_of_the_commit_of_the_project_around_it(repository: Path) -> None:
    origin = read_origin(with_guide(repository))
    assert (len(origin.commit), origin.date) == (10, "2026-01-05")


def test_a_folder_somewhere_inside_another_repository_does_not_take_its_commit(repository: Path) -> None:
    unpacked = repository / "downloads/project/procedures"
    unpacked.mkdir(parents=True)
    assert read_origin(unpacked)[1:] == ("not recorded", "not recorded", 0)
    assert read_origin(with_guide(repository, "kept/project/procedures"))[1:] == ("not recorded", "not recorded", 0)


def test_nor_does_a_folder_of_which_the_repository_around_it_has_nothing(repository: Path) -> None:
    (repository / "mine").mkdir()
    (repository / "mine/partnership.yml").write_text("body: A partnership\n", "utf-8")
    assert read_origin(repository / "mine").commit == "not recorded"


@pytest.mark.parametrize(
    "changed", ["procedures/partnership.yml", "procedures/new.yml", "docs/offline.md", "mkdocs.yml", "scripts/hooks.py"]
)
def test_what_is_not_committed_is_not_called_built_from_a_commit(repository: Path, changed: str) -> None:
    folder = with_guide(repository)
    commit = read_origin(folder).commit
    (repository / changed).parent.mkdir(exist_ok=True)
    (repository / changed).write_text("changed: since\n", "utf-8")
    assert read_origin(folder).commit == f"{commit} with uncommitted changes"


def test_a_file_that_git_ignores_and_the_guide_reads_is_a_change(repository: Path) -> None:
    (repository / ".gitignore").write_text("local.yml\n", "utf-8")
    folder = with_guide(repository)
    (folder / "local.yml").write_text("changed: since\n", "utf-8")
    assert read_origin(folder).commit.endswith(" with uncommitted changes")


@pytest.mark.parametrize(
    "read",
    [
        *("procedures/second-reading.csv", "procedures/fonts/x.ttf", "procedures/doubt.json"),
        *("procedures/files/a form.docx", "docs/more.md", "docs/a/b.js", "overrides/main.html"),
    ],
)
def test_whatever_git_ignores_and_a_site_takes_is_a_change(repository: Path, read: str) -> None:
    (repository / ".gitignore").write_text(f"{Path(read).name}\noverrides/\n", "utf-8")
    folder = with_guide(repository)
    assert len(read_origin(folder).commit) == 10
    (repository / read).parent.mkdir(parents=True, exist_ok=True)
    (repository / read).write_text("since\n", "utf-8")
    assert read_origin(folder).commit.endswith(" with uncommitted changes")


@pytest.mark.parametrize("left", [".DS_Store", "Thumbs.db", "notes.yml~", ".notes.yml.swp"])
def test_what_systems_and_editors_leave_and_git_ignores_is_no_change(repository: Path, left: str) -> None:
    (repository / ".gitignore").write_text(f"{left}\n", "utf-8")
    folder = with_guide(repository)
    for place in (folder, repository / "docs"):
        place.mkdir(exist_ok=True)
        (place / left).write_text("left\n", "utf-8")
    assert len(read_origin(folder).commit) == 10


@pytest.mark.parametrize("told", ["--assume-unchanged", "--skip-worktree"])
def test_a_file_that_git_was_told_not_to_look_at_is_taken_for_a_change(repository: Path, told: str) -> None:
    folder = with_guide(repository)
    git(repository, "update-index", told, "procedures/partnership.yml")
    (folder / "partnership.yml").write_text("changed: since\n", "utf-8")
    assert read_origin(folder).commit.endswith(" with uncommitted changes")


@pytest.mark.parametrize("given", ["abc", "-5", "1767614400.5", "1e9", "1767614400000", "١٧٦٧٦١٤٤٠٠", "2026-01-05"])
def test_a_moment_that_is_none_is_refused_by_name(
    repository: Path, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    with pytest.raises(Problems, match=f"SOURCE_DATE_EPOCH.*'{given}' is not a moment in seconds"):
        read_origin(repository)


@pytest.mark.parametrize("given", ["", " ", "\n"])
def test_what_the_environment_leaves_empty_is_not_said(
    repository: Path, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    for name in ("SOURCE_DATE_EPOCH", "GUIDE_COMMIT", "GUIDE_TODAY"):
        monkeypatch.setenv(name, given)
    origin = read_origin(repository)
    assert (len(origin.commit), origin.date) == (10, "2026-01-05")
    assert today() == days.parse(date.today().isoformat())


def test_a_commit_that_is_given_is_one_line(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIDE_COMMIT", " abc1234\nmain ")
    assert read_origin(repository).commit == "abc1234 main"


@pytest.mark.parametrize("given", ["abc", "2026-13-01", "17/12/2026"])
def test_a_day_that_is_none_is_refused_by_name(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv("GUIDE_TODAY", given)
    with pytest.raises(Problems, match="GUIDE_TODAY"):
        today()


def test_what_no_page_is_made_from_is_no_change(repository: Path) -> None:
    folder = with_guide(repository)
    (repository / "notes.txt").write_text("mine\n", "utf-8")
    assert len(read_origin(folder).commit) == 10


def test_a_hook_of_another_repository_does_not_lend_its_commit(
    repository: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("elsewhere")
    monkeypatch.setenv("GIT_DIR", str(repository / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(folder))
    assert read_origin(folder).commit == "not recorded"


def test_without_git_nothing_is_recorded(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = with_guide(repository)
    monkeypatch.setenv("PATH", "")
    assert read_origin(folder)[1:] == ("not recorded", "not recorded", 0)
