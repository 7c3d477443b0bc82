"""What the commands of the Makefile collect, and that a run which takes long leaves its date."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dated_run import dated_run

PASSES, FAILS = [sys.executable, "-c", ""], [sys.executable, "-c", "raise SystemExit(3)"]


def collected(root: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", *arguments],
        cwd=root, capture_output=True, text=True, check=False,
        env={name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")},
    )  # fmt: skip
    return done.stdout


@pytest.mark.parametrize(("given", "expected"), [("tests/deploy", False), ("tests/deploy/test_nginx.py", True)])
def test_what_needs_a_server_or_other_engines_is_collected_only_by_its_name(
    root: Path, given: str, expected: bool
) -> None:
    others = [f"--ignore=tests/{name}" for name in ("browser", "print")]
    assert ("test_nginx.py::" in collected(root, given, *others)) == expected


def test_a_run_of_all_tests_collects_neither_engines_nor_the_ear_nor_the_server(root: Path) -> None:
    """Of the other tests only one folder is looked at: what is left out does not depend on them."""
    looked_at = ("suite", "ear", "engines", "deploy")
    others = [f"--ignore={path}" for path in (root / "tests").iterdir() if path.name not in looked_at]
    found = collected(root, *others)
    assert "tests/suite/" in found
    assert "error" not in found
    assert "tests/engines" not in found
    assert "tests/ear" not in found
    assert "test_nginx.py::" not in found


def test_a_run_that_succeeds_is_recorded_with_its_day_and_commit(tmp_path: Path) -> None:
    record = tmp_path / "runs.json"
    assert dated_run("b", PASSES, record) == 0
    assert dated_run("a", PASSES, record) == 0
    runs = json.loads(record.read_text("utf-8"))
    assert list(runs) == ["a", "b"]
    assert runs["a"]["on"] == datetime.now(UTC).date().isoformat()
    assert runs["a"]["commit"]


def test_a_run_that_fails_leaves_the_record_as_it_was(tmp_path: Path) -> None:
    record = tmp_path / "runs.json"
    dated_run("a", PASSES, record)
    before = record.read_bytes()
    assert dated_run("a", FAILS, record) == 3
    assert record.read_bytes() == before
