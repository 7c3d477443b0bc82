"""The ledger in CONTRIBUTING.md says which gates there are, what each takes and where it runs, and leaves none out."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest


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
    assert {"make test", "make check", "make gates", "make deploy-test", "make engines"} <= {
        " ".join(command.split(" ")[:2]) for command in build_server
    }


def test_make_check_has_the_parts_that_the_ledger_says(ledger: list[Row], targets: dict[str, list[str]]) -> None:
    assert [row.target for row in ledger if "make check" in places(row)] == targets["check"]


def test_the_gates_of_the_build_server_are_compared_with_their_record_and_never_renew_it(
    build_server: list[str],
) -> None:
    assert [command for command in build_server if command.startswith("make gates")] == ["make gates CHECK=1"]


def test_the_minutes_stay_within_what_was_promised(ledger: list[Row]) -> None:
    assert next(row.minutes for row in ledger if row.command == "make test") <= 5
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
