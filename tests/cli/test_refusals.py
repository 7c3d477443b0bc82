"""Everything that can be given wrongly ends in a sentence and an exit status, never in a traceback."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from broken_guides import sound_guide
from command_line import CHRISTMAS, WHERE, from_the_shell, guide
from committed_calendars import FOLDER, REPOSITORY

MENDABLE = [
    ("timeline nope --on concern-received=2026-12-17", "there is no procedure or journey 'nope'"),
    ("timeline concen --on concern-received=2026-12-17", "did you mean 'concern'?"),
    ("timeline concern", "no date is given to count from"),
    ("timeline concern --on nope=2026-12-17", "there is no anchor 'nope'"),
    ("timeline concern --on hearing=2026-12-17", "no rule of 'concern' counts from 'hearing'"),
    ("timeline reflection --on concern-received=2026-12-17", "this one has no dates"),
    ("timeline concern --on concern-received=", '"" is not a date'),
    ("timeline concern --on concern-received=2026-02-30", "There is no day 30 in February 2026"),
    ("timeline concern --on concern-received=2026-13-01", "There is no month 13"),
    ("timeline concern --on concern-received=17/12/2026", '"17/12/2026" is not a date'),
    ("timeline concern --on concern-received=20261217", '"20261217" is not a date'),
    ("timeline concern --on concern-received=٢٠٢٦-١٢-١٧", "is not a date"),
    ("timeline concern --on concern-received=1999-12-17", "Friday 17 December 1999 is outside the calendar"),
    ("timeline concern --on concern-received=2035-12-30", "runs outside the calendar"),
    ("timeline concern --on concern-received=9999-12-31", "outside the calendar"),
    ("timeline concern --on concern-received=2026-12-17 --done nope=2026-12-18", "there is no step 'nope'"),
    ("timeline concern --on concern-received=2026-12-17 --done tell-the-regulator=x", '"x" is not a date'),
    ("timeline concern --on concern-received=2026-12-17 --role nope", "there is no actor 'nope'"),
    ("timeline concern --on concern-received=2026-12-17 --role inspectorate", "'inspectorate' has no step"),
    ("timeline concern --on concern-received=2026-12-17 --bank-holiday x", '"x" is not a date'),
    ("timeline concern --on concern-received=2026-12-17 --bank-holiday 2099-01-01", "outside the calendar"),
    ("timeline concern --on concern-received=2026-12-17 --closure x", '"x" is not a date'),
    ("timeline concern --on concern-received=2026-12-17 --today x", '"x" is not a date'),
    ("timeline reflection --format ics", "No step here has a date"),
    ("days after x 5", '"x" is not a date'),
    ("days after 2026-12-17 9999", "runs outside the calendar"),
    ("days after 2026-12-17 9999 --unit months", "outside the calendar"),
    ("days after 9999-12-31 1 --unit calendar_days", "between the years 1 and 9999"),
    ("days after 2026-12-17 5 --calendar wales", "there is no calendar 'wales'"),
    ("verify nope.json --engine python", "nope.json"),
    ("calendar refresh nope", "there is no calendar 'nope'"),
    ("calendar refresh scotland --list nope.json --retrieved 2026-01-01", "nope.json"),
    ("calendar refresh scotland --through x", '"x" is not a date'),
    ("calendar refresh scotland --through 2011-01-01", "has no day from 2012-01-01 to 2011-01-01"),
]


@pytest.mark.parametrize(("words", "said"), MENDABLE, ids=[words for words, _ in MENDABLE])
def test_what_a_reader_can_mend_ends_in_a_sentence_and_1(words: str, said: str) -> None:
    done = guide(*words.split(" "))
    assert (done.exit_code, done.stdout) == (1, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


MISUSED = [
    "nonsense",
    "timeline",
    "timeline concern --on concern-received",
    "timeline concern --on =2026-12-17",
    "timeline concern --on concern-received=2026-12-17 --on concern-received=2026-12-18",
    "timeline concern --on concern-received=2026-12-17 --done tell-the-regulator",
    "timeline concern --format xml",
    "days sideways 2026-12-17 5",
    "days after 2026-12-17 x",
    "days after 2026-12-17 -5",
    "days after 2026-12-17 5 --unit fortnights",
    "days after 2026-12-17",
    "check --format xml",
    "verify",
    "verify x.json --engine perl",
    "write",
    "new",
    "calendar nonsense",
    "calendar diff one.yml",
    "calendar refresh scotland --list x.json",
    "calendar refresh scotland --retrieved 2026-01-01",
]


@pytest.mark.parametrize("words", MISUSED)
def test_wrong_usage_ends_in_how_to_use_it_and_2(words: str) -> None:
    done = guide(*words.split(" "))
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Usage: main" in done.stderr
    assert "Error: " in done.stderr


@pytest.mark.parametrize("counts", ["0", "1,x", "", "1,,2", "1000"])
def test_counts_that_are_none_are_wrong_usage(counts: str) -> None:
    path = str(FOLDER / "scotland.yml")
    done = guide("calendar", "diff", path, path, "--counts", counts, procedures=None)
    assert (done.exit_code, "is not a list of numbers such as 1,5,-7" in done.stderr) == (2, True)


INTO = [
    ("write", "out"), ("pdf", "out"), ("new", "out"), ("schema", "out"), ("second-reading", "blank", "out.csv"),
    ("second-reading", "blank", "second-reading-2.csv"),
]  # fmt: skip


@pytest.mark.parametrize("words", INTO, ids=" ".join)
def test_nothing_is_written_among_the_content(words: tuple[str, ...], tmp_path: Path) -> None:
    folder = sound_guide(tmp_path / "procedures")
    before = sorted(folder.rglob("*"))
    done = guide(*words[:-1], str(folder / words[-1]), procedures=folder)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "where only what an author writes belongs" in done.stderr
    assert sorted(folder.rglob("*")) == before


def test_nothing_is_written_over_the_project_itself(tmp_path: Path, root: Path) -> None:
    before = (root / "mkdocs.yml").read_bytes()
    done = guide("write", str(root), procedures=sound_guide(tmp_path / "procedures"))
    assert (done.exit_code, "is the project itself" in done.stderr) == (1, True), done.stderr
    assert (root / "mkdocs.yml").read_bytes() == before


@pytest.mark.parametrize("words", [words[:-1] for words in INTO[:-1]], ids=" ".join)
def test_an_empty_name_is_no_place(words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = guide(*words, "")
    assert (done.exit_code, "an empty name is no place to write to" in done.stderr) == (2, True)
    assert list(tmp_path.iterdir()) == []


def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    done = guide("second-reading", "blank", str(tmp_path / "x.csv"), "--pdf", str(tmp_path / "x.csv"))
    assert (done.exit_code, "both files have this name" in done.stderr) == (1, True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "option", [("--token", "abc"), ("--sequence", "0"), ("--full-titles",)], ids=lambda one: one[0]
)
@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_what_only_a_calendar_file_has_is_refused_elsewhere(option: tuple[str, ...], form: str) -> None:
    done = guide("timeline", "concern", *CHRISTMAS, "--format", form, *option)
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"{option[0]} is for a calendar file: add --format ics" in done.stderr


def test_who_gives_a_token_is_told_what_its_next_file_needs() -> None:
    file = ("timeline", "concern", *CHRISTMAS, "--format", "ics", "--token", "abc")
    first, second = guide(*file), guide(*file, "--sequence", "1")
    assert "needs --sequence 1" in first.stderr
    assert second.stderr == ""
    assert second.stdout == first.stdout.replace("SEQUENCE:0", "SEQUENCE:1")
    assert first.stdout.count("UID:abc-") == first.stdout.count("BEGIN:VEVENT") > 0


COMMANDS = [
    ("check",),
    ("timeline", "concern"),
    ("days", "after", "2026-12-17", "5"),
    ("verify", "x.json", "--engine", "python"),
    ("write", "out"),
]


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_a_missing_folder_and_a_file_for_a_folder_end_in_a_sentence(words: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "file.yml").write_text("id: x\n", "utf-8")
    for where in (tmp_path / "nowhere", tmp_path / "file.yml"):
        done = guide(*words, procedures=where)
        assert (done.exit_code, done.stdout) == (1, "")
        assert "there is no such folder" in done.stderr
        assert "guide new DIR" in done.stderr


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_a_folder_with_mistakes_is_refused_by_every_command(words: tuple[str, ...], tmp_path: Path) -> None:
    folder = sound_guide(tmp_path / "procedures")
    path = folder / "resolve-disagreement.yml"
    path.write_text(path.read_text("utf-8").replace("who: managers", "who: manager"), "utf-8")
    done = guide(*words, procedures=folder)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "unknown-actor unknown actor 'manager'" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_file_one_may_not_read_ends_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = sound_guide(tmp_path / "procedures")
    allowed = Path.open

    def opened(path: Path, *how: Any) -> Any:
        if path.name == "forms.yml":
            raise PermissionError(13, "Permission denied", str(path))
        return allowed(path, *how)

    monkeypatch.setattr(Path, "open", opened)  # a test that runs as root may read every file
    done = guide("check", procedures=folder)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "forms.yml:0:0: unreadable this file cannot be read: Permission denied\n    hint: " in done.stderr


def test_a_page_that_cannot_be_written_ends_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    done = guide("write", str(tmp_path / "file" / "pages"))
    assert (done.exit_code, done.stdout) == (1, "")
    assert "a file stands where a folder is needed" in done.stderr
    assert "file/pages:0:0:" in done.stderr


def test_the_default_folder_is_procedures_where_one_stands(tmp_path: Path) -> None:
    assert from_the_shell("days", "after", "2026-12-17", "1").stdout == "2026-12-18\n"
    done = from_the_shell("days", "after", "2026-12-17", "1", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("procedures:0:0: no-folder there is no such folder\n    hint: ")


def test_the_exit_codes_from_a_shell_are_0_1_and_2() -> None:
    codes = [
        from_the_shell(*words.split()).returncode for words in ("--help", "check --procedures nowhere", "nonsense")
    ]
    assert codes == [0, 1, 2]


def test_a_reader_that_stops_listening_is_not_a_fault() -> None:
    environment = os.environ | {"PYTHONPATH": str(REPOSITORY / "scripts")}
    command = [sys.executable, "-m", "guide", "timeline", "trust-concern", *CHRISTMAS, "--format", "json", *WHERE]
    with subprocess.Popen(
        command, cwd=REPOSITORY, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


def test_the_help_of_every_command_says_what_it_does() -> None:
    listed = guide("--help", procedures=None).stdout
    for command in ("check", "timeline", "days", "verify", "write", "calendar", "new"):
        assert re.search(rf"^  {command} +\w", listed, re.MULTILINE), listed
        assert guide(command, "--help", procedures=None).exit_code == 0
