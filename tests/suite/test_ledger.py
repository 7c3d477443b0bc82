"""The ledger in CONTRIBUTING.md says which gates there are, what each takes and where it runs, and leaves none out."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest

INSTALLED = (
    "apt-get", "git", "nginx", "openssl", "npm", "chromium-headless-shell", "firefox-esr", "WebKitWebDriver", "Xvfb",
    "openbox", "orca", "dbus-daemon", "xdotool",
)  # fmt: skip
"""What `.ci/run` looks for, and with what it would install the rest."""


class Row(NamedTuple):
    """One gate of the ledger."""

    command: str
    """As it is typed: `make engines BRIEF=1`."""
    minutes: float
    where: str

    @property
    def target(self) -> str:
        return self.command.split(" ")[1]


@pytest.fixture(scope="module")
def ledger(root: Path) -> list[Row]:
    text = (root / "CONTRIBUTING.md").read_text("utf-8").partition("| Gate |")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| `(make [^`]+)` \| [^|]+ \| ([0-9.]+) \| ([^|]+) \|$", text, re.MULTILINE)
    assert len(rows) == len(re.findall(r"^\| `make ", text, re.MULTILINE)), "a row is not written as the others are"
    return [Row(command, float(minutes), where) for command, minutes, where in rows]


@pytest.fixture(scope="module")
def targets(root: Path) -> dict[str, list[str]]:
    """What the Makefile can make, and what each needs to be made first."""
    found = re.findall(r"^([a-z-]+):([^#\n=]*)", (root / "Makefile").read_text("utf-8"), re.MULTILINE)
    return {name: needs.split() for name, needs in found}


@pytest.fixture(scope="module")
def build_server(root: Path) -> list[str]:
    """The commands of `.ci/run`, in its order."""
    return re.findall(r"^ *(make [a-z][^;&|\n]*)$", (root / ".ci/run").read_text("utf-8"), re.MULTILINE)


def places(row: Row) -> set[str]:
    return {place for place in ("make check", ".ci/run", "before a change", "by hand") if place in row.where}


def test_every_row_names_a_target_and_says_where_it_runs(ledger: list[Row], targets: dict[str, list[str]]) -> None:
    assert len(ledger) > 8
    assert len({row.command for row in ledger}) == len(ledger)
    assert [row.command for row in ledger if row.target not in targets or not places(row)] == []


def test_the_build_server_runs_what_the_ledger_says_and_nothing_else(
    ledger: list[Row], build_server: list[str]
) -> None:
    said = [row.command for row in ledger if ".ci/run" in places(row)]
    assert said == build_server
    assert {"make test", "make check", "make gates", "make deploy-test", "make engines", "make hear"} <= {
        " ".join(command.split(" ")[:2]) for command in build_server
    }


@pytest.fixture
def guard(root: Path, tmp_path: Path) -> Path:
    """A folder with `.ci/run`, what it would install, and a `make` that writes down what it is asked for."""
    programs = dict.fromkeys(INSTALLED, "#!/bin/sh\n")
    programs["make"] = '#!/bin/sh\necho "make $*" >> asked\ntest "make $*" != "$(cat red 2>/dev/null)"\n'
    (tmp_path / ".ci").mkdir()
    (tmp_path / "bin").mkdir()
    shutil.copy(root / ".ci/run", tmp_path / ".ci/run")
    for name, text in programs.items():
        (tmp_path / "bin" / name).write_text(text, "utf-8")
        (tmp_path / "bin" / name).chmod(0o755)
    return tmp_path


def is_green(guard: Path) -> bool:
    path = f"{guard / 'bin'}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run([".ci/run"], cwd=guard, env={**os.environ, "PATH": path}, check=False, capture_output=True)
    return done.returncode == 0


def test_each_part_of_the_build_server_is_run_and_alone_turns_it_red(build_server: list[str], guard: Path) -> None:
    assert is_green(guard)
    asked = (guard / "asked").read_text("utf-8").splitlines()
    assert [command for command in asked if command != "make .venv/.engines"] == build_server
    for command in build_server:
        (guard / "red").write_text(command, "utf-8")
        assert not is_green(guard), command


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("set -euo pipefail\n", ""), ("set -euo pipefail", "set -uo pipefail"),
        ("make check\n", "exit 0\nmake check\n"),
        ("make check\n", "make check || true\n"), ("make check\n", "false && \\\nmake check\n"),
        ("make check\n", "if false; then\n  make check\nfi\n"), ("make gates", "set +e\nmake gates"),
    ],
)  # fmt: skip
def test_a_build_server_that_leaves_a_part_out_or_lets_it_fail_is_noticed(
    build_server: list[str], guard: Path, old: str, new: str
) -> None:
    text = (guard / ".ci/run").read_text("utf-8")
    assert old in text
    (guard / ".ci/run").write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(AssertionError):
        test_each_part_of_the_build_server_is_run_and_alone_turns_it_red(build_server, guard)


def test_make_check_has_the_parts_that_the_ledger_says(ledger: list[Row], targets: dict[str, list[str]]) -> None:
    assert [row.target for row in ledger if "make check" in places(row)] == targets["check"]


def test_the_gates_of_the_build_server_are_compared_with_their_record_and_never_renew_it(
    build_server: list[str],
) -> None:
    assert [command for command in build_server if command.startswith("make gates")] == ["make gates CHECK=1"]


def test_the_minutes_stay_within_what_was_promised(ledger: list[Row]) -> None:
    assert next(row.minutes for row in ledger if row.command == "make test") <= 15
    assert sum(row.minutes for row in ledger if ".ci/run" in places(row)) <= 30


def test_the_record_of_dated_runs_is_of_what_is_run_by_hand_and_each_run_has_its_day(
    ledger: list[Row], root: Path
) -> None:
    record: dict[str, Any] = json.loads((root / "tests/dated-runs.json").read_text("utf-8"))
    by_hand = {row.target for row in ledger if places(row) == {"by hand"} and ".json" not in row.where}
    assert set(record) <= by_hand
    makefile = (root / "Makefile").read_text("utf-8")
    assert [target for target in sorted(by_hand) if f"$(DATED) {target} )" not in makefile] == []
    assert all(date.fromisoformat(run["on"]) and run["commit"] for run in record.values())
