"""Every decision says how it stands and since when, and the list of decisions names each."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from prose import ROOT

FOLDER = ROOT / "docs" / "decisions"
DECISIONS = sorted(FOLDER.glob("[0-9]*.md"))
STATUS = re.compile(r"Status: (accepted|superseded) on ([0-9]{4}-[0-9]{2}-[0-9]{2})(; (amended|superseded) .+)?\.")


def row_of(path: Path) -> str:
    """What the list has to say of a decision."""
    title, _, status = path.read_text("utf-8").splitlines()[:3]
    heading, said = re.fullmatch(r"# ([0-9]+)\. (.+)", title), STATUS.fullmatch(status)
    assert heading, f"{path.name} begins with its number and title"
    assert said, f"{path.name} says in its third line how it stands"
    stands = f"{said[1]}, {said[4]}" if said[4] else said[1]
    return f"| {heading[1]} | [{heading[2]}]({path.name}) | {stands} | {said[2]} |"


def listed() -> list[str]:
    return re.findall(r"^\| [0-9]+ \|.*\|$", (FOLDER / "README.md").read_text("utf-8"), re.M)


def test_the_list_names_every_decision_with_its_status_and_date() -> None:
    assert listed() == [row_of(path) for path in DECISIONS]


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.name)
def test_a_decision_has_the_number_of_its_file(path: Path) -> None:
    assert row_of(path).startswith(f"| {int(path.name[:4])} |")


def test_the_numbers_have_no_gap_and_the_dates_do_not_run_back() -> None:
    assert [int(path.name[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))
    dates = [row_of(path).split(" | ")[-1] for path in DECISIONS]
    assert dates == sorted(dates)


def test_a_decision_without_a_status_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "0001-one.md"
    path.write_text("# 1. One\n\nWe decided.\n", "utf-8")
    with pytest.raises(AssertionError, match="says in its third line how it stands"):
        row_of(path)
