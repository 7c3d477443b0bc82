"""A file that is written is there whole, or the old one is."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from guide.problems import Problems
from guide.whole import files
from guide.whole.files import remove_leftovers, write_files, write_into
from guide.whole.folders import Unfinished
from guide.whole.holding import hold, let_go

DEAD = 999_999_999
"""The number of a program that does not run: no system counts so far."""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*"))


def full(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_text_is_written_in_utf_8_with_its_lines_as_they_end(tmp_path: Path) -> None:
    assert write_files({tmp_path / "a/b.csv": "day → ŵ\r\n", tmp_path / "c.bin": b"\x00"}) == []
    assert (tmp_path / "a/b.csv").read_bytes() == "day → ŵ\r\n".encode()
    assert names(tmp_path) == ["a", "b.csv", "c.bin"]


def test_a_full_disk_leaves_every_old_file_and_no_new_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "old.yml").write_text("good\n", "utf-8")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Problems) as caught:
        write_files({tmp_path / "old.yml": "new\n", tmp_path / "more/new.yml": "new\n"})
    assert "old.yml:0:0: not-written" in str(caught.value)
    assert "the disk is full" in str(caught.value)
    assert "hint: make room" in str(caught.value)
    assert (tmp_path / "old.yml").read_text("utf-8") == "good\n"
    assert names(tmp_path) == ["old.yml"]


def test_where_the_last_of_many_cannot_be_written_the_first_is_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "first.yml").write_text("good\n", "utf-8")
    (tmp_path / "last.yml").mkdir()
    with pytest.raises(Problems, match=r"last\.yml:0:0: .* a folder stands where the file belongs"):
        write_files({tmp_path / "first.yml": "new\n", tmp_path / "last.yml": "new\n"})
    assert (tmp_path / "first.yml").read_text("utf-8") == "good\n"


def test_a_file_that_its_owner_protects_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "kept.yml"
    path.write_text("good\n", "utf-8")
    monkeypatch.setattr(files.os, "access", lambda place, _: place != path)  # who runs this may be root
    with pytest.raises(Problems, match="you may not write here"):
        write_files({path: "new\n"})
    assert path.read_text("utf-8") == "good\n"


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such modes")
def test_the_mode_of_a_file_is_kept_and_a_new_one_has_the_usual(tmp_path: Path) -> None:
    old = tmp_path / "old.yml"
    old.write_text("good\n", "utf-8")
    old.chmod(0o640)
    usual = tmp_path / "usual.yml"
    usual.write_text("", "utf-8")
    write_files({old: "new\n", tmp_path / "new.yml": "new\n"})
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert (tmp_path / "new.yml").stat().st_mode == usual.stat().st_mode


@pytest.mark.skipif(os.name != "posix", reason="Windows lets few make links")
def test_a_link_stays_one_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "far/real.yml").write_text("good\n", "utf-8")
    (tmp_path / "link.yml").symlink_to("far/real.yml")
    write_files({tmp_path / "link.yml": "new\n"})
    assert (tmp_path / "link.yml").is_symlink()
    assert (tmp_path / "far/real.yml").read_text("utf-8") == "new\n"


def test_what_a_killed_run_left_is_removed_and_named_and_nothing_else(tmp_path: Path) -> None:
    left = tmp_path / f".a.yml.{DEAD}-1.unfinished"
    for path in (left, tmp_path / f".{DEAD}-0.unfinished", tmp_path / ".mine.unfinished", tmp_path / ".DS_Store"):
        path.write_text("half", "utf-8")
    assert write_files({tmp_path / "a.yml": "new\n"}) == [left]
    assert names(tmp_path) == [".DS_Store", ".mine.unfinished", "a.yml"]


def test_it_is_removed_too_where_there_is_nothing_to_write(tmp_path: Path) -> None:
    left = tmp_path / f".a.yml.{DEAD}-1.unfinished"
    left.write_text("half", "utf-8")
    assert remove_leftovers(tmp_path) == [left]
    assert remove_leftovers(tmp_path / "nowhere") == []
    assert names(tmp_path) == []


def test_what_is_left_of_a_run_that_was_killed_when_its_folder_stood_already_is_removed_and_named(
    tmp_path: Path,
) -> None:
    folder, marker = tmp_path / "out", tmp_path / ".out.held"
    folder.mkdir()
    making = Unfinished(folder)
    write_into(folder, {"a.txt": "a"})
    assert marker.exists(), "another run makes it just now"
    making.give_up()
    marker.touch()
    assert write_into(folder, {"a.txt": "new"}) == [marker]
    assert (names(tmp_path), (folder / "a.txt").read_text()) == (["a.txt", "out"], "new")


def test_what_another_run_is_writing_just_now_is_left_alone(tmp_path: Path) -> None:
    others = tmp_path / f".b.yml.{DEAD}-1.unfinished"
    others.write_text("half", "utf-8")
    marker = tmp_path / f".{DEAD}-0.unfinished"
    descriptor = hold(marker)
    assert descriptor is not None
    assert write_files({tmp_path / "a.yml": "new\n"}) == []
    assert others.exists()
    let_go(marker, descriptor)
    assert write_files({tmp_path / "a.yml": "new\n"}) == [others]


def test_two_that_write_the_same_file_many_times_both_end_right(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from guide.whole import write_files\n"
        "for _ in range(150): write_files({Path(sys.argv[1]): sys.argv[2] * 5000})"
    )
    path = tmp_path / "a.yml"
    environment = os.environ | {"PYTHONPATH": str(Path(files.__file__).parents[2])}
    runs = [subprocess.Popen([sys.executable, "-c", code, str(path), letter], env=environment) for letter in "ab"]
    ended = threading.Event()
    seen = set()
    while not ended.is_set():
        if path.exists():
            seen.add(path.read_text("utf-8"))
        if all(run.poll() is not None for run in runs):
            ended.set()
    assert [run.returncode for run in runs] == [0, 0]
    assert seen <= {"a" * 5000, "b" * 5000}
    assert names(tmp_path) == ["a.yml"]


def test_a_folder_that_was_not_there_appears_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out"
    real = Path.write_bytes

    def fails_at_the_second(path: Path, content: bytes) -> int:
        return real(path, content) if path.name == "a.txt" else full()  # type: ignore[return-value,func-returns-value]

    monkeypatch.setattr(Path, "write_bytes", fails_at_the_second)
    with pytest.raises(Problems, match=r"out/b/b\.txt:0:0: .* the disk is full"):
        write_into(target, {"a.txt": "a", "b/b.txt": "b"})
    assert names(tmp_path) == []
    monkeypatch.setattr(Path, "write_bytes", real)
    write_into(target, {"a.txt": "a", "b/b.txt": "b"})
    assert names(tmp_path) == ["a.txt", "b", "b.txt", "out"]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.EROFS, "this disk can only be read"),
        (errno.EACCES, "you may not write here"),
        (errno.EIO, "does not answer as it should"),
        (errno.ELOOP, "Too many levels"),
    ],
)
def test_every_refusal_has_a_cause_and_a_cure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(Problems, match=said) as caught:
        write_files({tmp_path / "a.yml": "new\n"})
    assert caught.value.problems[0].hint
