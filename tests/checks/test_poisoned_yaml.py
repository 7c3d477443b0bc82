"""Files made to harm whoever reads them: each ends in problems at a place, within a bounded amount of memory."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from broken_guides import sound_guide

MEMORY = 1024**3
"""A laptop has more; a bomb that goes off needs far more."""
BILLION = "a: &a [x, x]\n" + "".join(
    f"{n}: &{n} [*{p}, *{p}, *{p}]\n" for p, n in zip("abcdefgh", "bcdefghi", strict=True)
)
POISONS: dict[str, tuple[bytes, str]] = {
    "a billion laughs": (BILLION.encode(), "anchor"),
    "UTF-16": ("id: résumé\n".encode("utf-16"), "not-utf-8"),
    "Latin-1": ("area: Ynys Môn\n".encode("latin-1"), "not-utf-8"),
    "NUL": (b"area: a\0b\n", "invisible-character"),
    "a second byte order mark": (b"\xef\xbb\xbf\xef\xbb\xbfarea: a\n", "invisible-character"),
    "text that turns around": ("area: \u202eafter\u202c\n".encode(), "invisible-character"),
    "isolated text": ("area: \u2066after\u2069\n".encode(), "invisible-character"),
    "text that turns around by escape": (b'area: "\\u202e"\n', "invisible-character"),
    "ten megabytes": (b"area: " + b"x" * (10 * 1024 * 1024), "too-large"),
    "deep brackets": (b"[" * 200_000, "too-deep"),
    "deep dashes": (b"- " * 100_000, "too-deep"),
    "a program": (b"!!python/object/apply:os.system [echo hit]\n", "tag"),
    "a merge": (b"base: &b {x: 1}\n<<: *b\n", "anchor"),
}


def check(folder: Path) -> subprocess.CompletedProcess[str]:
    """`guide check` in a process that may not take more memory than that."""
    return subprocess.run(
        [sys.executable, "-m", "guide", "check", "--procedures", str(folder)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return sound_guide(tmp_path / "procedures")


def assert_refused(done: subprocess.CompletedProcess[str], code: str) -> None:
    told = done.stdout + done.stderr
    assert (done.returncode, "Traceback" in told) == (1, False), told[:2000]
    assert f" {code} " in told, told[:2000]


@pytest.mark.parametrize("name", POISONS)
def test_a_poisoned_file_is_refused_within_a_bounded_amount_of_memory(folder: Path, name: str) -> None:
    data, code = POISONS[name]
    (folder / "partnership.yml").write_bytes(data)
    assert_refused(check(folder), code)


def _link_out(folder: Path) -> None:
    (folder / "calendars" / "linked.yml").symlink_to("/etc/passwd")


def _pipe(folder: Path) -> None:
    (folder / "forms.yml").unlink()
    os.mkfifo(folder / "forms.yml")


def _named(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).write_text("id: x\n", "utf-8") and None


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_link_out, "outside"),
        (_pipe, "unreadable"),
        (_named("..%2fetc.yml"), "not-read"),
        (_named("a\n::error::b.yml"), "file-name"),
        (_named("<script>.yml"), "file-name"),
        (_named("a b.yml"), "file-name"),
    ],
    ids=["link", "pipe", "path", "second line", "script", "space"],
)
def test_a_poisoned_folder_is_refused(folder: Path, change: Callable[[Path], None], code: str) -> None:
    change(folder)
    assert_refused(check(folder), code)


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "..", "/etc", "a/b", "a\\b", "C:x", "%2e%2e", "con.", "a#b", "a?b"]
)
def test_an_id_that_is_a_path_is_refused(folder: Path, name: str) -> None:
    glossary = folder / "glossary.yml"
    glossary.write_text(f"- id: '{name}'\n  term: x\n  means: y\n", "utf-8")
    done = check(folder)
    assert done.returncode == 1
    assert f"'{name}' is not an id" in done.stdout + done.stderr
