"""What a command prints into a file or a pipe is UTF-8, and who closes the pipe hears nothing of it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from area_guides import copy_area
from command_line import CHRISTMAS, WHERE, commands
from committed_calendars import REPOSITORY

TIMELINE = ("timeline", "concern", *CHRISTMAS, *WHERE)


def printed(*words: str, **changed: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "guide", *words], cwd=REPOSITORY, capture_output=True, check=False,
        env=os.environ | {"PYTHONPATH": str(REPOSITORY / "scripts")} | changed,
    )  # fmt: skip


WINDOWS = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "cp1252"}


@pytest.mark.parametrize("form", ["csv", "ics", "json", "table"])
def test_a_system_of_other_letters_gets_the_same_bytes(form: str, tmp_path: Path) -> None:
    copy_area(tmp_path / "area")
    actors = tmp_path / "area" / "actors.yml"
    actors.write_text(re.sub(r"( name: .*)", r"\1 ŵ", actors.read_text("utf-8")), "utf-8")
    steps = tmp_path / "area" / "concern.yml"
    titled = re.sub(r"(    title: .*)", r"\1 ŵ", steps.read_text("utf-8"))
    steps.write_text(re.sub("(says: .*Harbour Board)", r"\1 ŵ", titled), "utf-8")  # a national rule names whom it tells
    words = (*TIMELINE[:-1], str(tmp_path / "area"), "--format", form)
    usual, there = printed(*words), printed(*words, **WINDOWS)
    assert there.stderr == b""
    assert there.returncode == 0
    if form != "ics":  # its names are drawn by lot
        assert there.stdout == usual.stdout
    assert any(byte > 127 for byte in there.stdout), "nothing here tells one from the other"
    there.stdout.decode("utf-8")


def test_so_does_what_a_command_says_about_itself_and_about_problems(tmp_path: Path) -> None:
    for _, command in commands():
        assert command.help
    assert printed("--help", **WINDOWS).returncode == 0
    done = printed("check", "--procedures", str(tmp_path / "ŵy → "), **WINDOWS)
    assert done.returncode == 1
    assert "ŵy → " in done.stderr.decode("utf-8")


EVERY = {
    "guide calendar diff": ("{calendar}", "{calendar}"),
    "guide calendar refresh": ("scotland",),
    "guide check": (),
    "guide days": ("after", "2026-12-17", "5", "--explain"),
    "guide diagrams": (),
    "guide doubt": ("--only", "target"),
    "guide finish": ("{folder}", "{folder}/site"),
    "guide gates": (),
    "guide inspect": ("{folder}",),
    "guide new": ("{folder}/new",),
    "guide pdf": ("{folder}/pdfs",),
    "guide schema": ("{folder}/schemas",),
    "guide second-reading blank": ("{folder}/blank.csv",),
    "guide second-reading take": ("{folder}/blank.csv",),
    "guide timeline": ("concern", "--on", "concern-received=2026-12-17"),
    "guide verify": ("{folder}/ŵ.json", "--engine", "python"),
    "guide write": ("{folder}/written",),
}
"""What each command is asked, in a folder whose name no letter of Windows can write."""


def test_every_command_is_asked_for_the_same_bytes() -> None:
    assert {path for path, _ in commands()} == set(EVERY)


@pytest.mark.parametrize("path", EVERY)
def test_no_command_fails_for_a_letter_that_a_system_lacks(path: str, tmp_path: Path) -> None:
    folder = tmp_path / "ŵy → Ærø"
    procedures = copy_area(folder / "procedures", "harbour")
    actors = procedures / "actors.yml"
    actors.write_text(re.sub(r"( name: .*)", r"\1 ŵ", actors.read_text("utf-8")), "utf-8")
    (folder / "ŵ.json").write_bytes((REPOSITORY / "tests/vectors/turns-of-the-century.json").read_bytes())
    places = {"folder": folder, "calendar": procedures / "calendars" / "scotland.yml"}
    words = [*path.split()[1:], *(word.format_map(places) for word in EVERY[path])]
    where = () if path in ("guide calendar diff", "guide gates") else ("--procedures", str(procedures))
    if "take" in path:
        printed("second-reading", "blank", str(folder / "blank.csv"), *where)
    done = printed(*words, *where, **WINDOWS)
    assert b"Traceback" not in done.stderr
    assert done.returncode in (0, 1), done.stderr
    said = (done.stdout + done.stderr).decode("utf-8")
    assert said.strip()
    if done.returncode == 1:
        assert folder.name in said


@pytest.mark.skipif(os.name != "posix", reason="a shell with pipes")
@pytest.mark.parametrize("words", [TIMELINE, ("check", "--format", "json", *WHERE), ("gates",)], ids=lambda one: one[0])
def test_a_pipe_that_is_closed_ends_it_in_silence(words: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "guide", *words], cwd=REPOSITORY, stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full")
@pytest.mark.parametrize("words", [TIMELINE, ("--help",)], ids=lambda one: one[0])
def test_a_full_disk_behind_the_output_is_said_once_without_a_traceback(words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as nowhere:
        done = subprocess.run(
            [sys.executable, "-m", "guide", *words], cwd=REPOSITORY, stdout=nowhere, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 1
    assert done.stderr.decode("utf-8").splitlines() == ["What was to be printed: No space left on device"]
