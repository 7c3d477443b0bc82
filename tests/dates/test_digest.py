"""The digits that a version carries change with what decides dates, and with nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from area_guides import area, copy_area
from guide.checks.every import check_guide
from guide.dates.digest import rules_digest
from guide.problems import Problem
from guide.reading.folder import read_guide


def digest_after(folder: Path, file: str, old: str, new: str) -> str:
    copy_area(folder)
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return rules_digest(read_guide(folder))


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("inquiry.yml", "{within: 6 months, of: inquiry-ordered", "{within: 5 months, of: inquiry-ordered"),
        ("evaluation.yml", "working_day_one: the next working day", "working_day_one: the same day"),
        ("inquiry.yml", "calendar: england-and-wales", "calendar: northern-ireland"),
        ("partnership.yml", "    done_by: tell-the-regulator\n", ""),
        ("evaluation.yml", "same_act: [", "same_act: [return-records, "),
    ],
)
def test_what_moves_a_date_changes_the_digits(file: str, old: str, new: str, tmp_path: Path) -> None:
    assert digest_after(tmp_path / "procedures", file, old, new) != rules_digest(area())


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("partnership.yml", "headline: Somebody trusted", "headline: Anybody trusted"),
        ("partnership.yml", "event: the duty desk receives the concern", "event: the desk receives the concern"),
        ("evaluation.yml", "title: ", "title: Please "),
        ("actors.yml", "short: ", "short: A "),
        ("partnership.yml", "    usually_after: employer-aware\n", ""),
        ("calendars/england-and-wales.yml", "retrieved: 2026-02-25", "retrieved: 2026-02-26"),
    ],
)
def test_what_moves_no_date_leaves_the_digits_as_they_are(file: str, old: str, new: str, tmp_path: Path) -> None:
    assert digest_after(tmp_path / "procedures", file, old, new) == rules_digest(area())


def rules_problems(folder: Path, change: Callable[[str], str]) -> list[Problem]:
    copy_area(folder, "glen")
    path = folder / "changes.yml"
    path.write_text(change(path.read_text("utf-8")), "utf-8")
    return [one for one in check_guide(read_guide(folder)) if one.code in ("rules", "misfit")]


def test_a_version_made_with_other_rules_is_told_with_the_line_to_paste(tmp_path: Path) -> None:
    line = f'rules: "{rules_digest(area("glen"))}"'
    (problem,) = rules_problems(tmp_path / "procedures", lambda text: text.replace(line, 'rules: "0123456789ab"'))
    assert (problem.place.line, problem.place.column) == (4, 10)
    assert line in problem.hint


def test_a_new_version_without_the_line_is_told_where_an_older_one_has_it(tmp_path: Path) -> None:
    newer = '- version: "7"\n  on: 2026-10-01\n  says: [More.]\n'
    (problem,) = rules_problems(
        tmp_path / "procedures", lambda text: text.replace('- version: "7"', f'{newer}- version: "6"')
    )
    assert problem.place.line == 2
    assert f'rules: "{rules_digest(area("glen"))}"' in problem.hint


def test_deleting_every_line_is_told_once_for_the_newest_and_once_for_the_older(tmp_path: Path) -> None:
    older = '- version: "6"\n  on: 2026-09-01\n  says: [Less.]\n- version: "5"\n  on: 2026-08-01\n  says: [None.]\n'
    newest, others = rules_problems(
        tmp_path / "procedures", lambda text: re.sub(r"^  rules: .*\n", "", text, flags=re.M) + older
    )
    assert (newest.place.line, others.place.line) == (2, 5)
    assert f'rules: "{rules_digest(area("glen"))}"' in newest.hint
    assert others.message == "the versions 6, 5 do not say which rules they had"
    assert "rules: not recorded" in others.hint


def test_what_nobody_kept_is_said_of_an_older_version_and_not_of_the_newest(tmp_path: Path) -> None:
    older = '- version: "6"\n  on: 2026-09-01\n  rules: not recorded\n  says: [Less.]\n'
    line = f'rules: "{rules_digest(area("glen"))}"'
    assert rules_problems(tmp_path / "one", lambda text: text + older) == []
    (problem,) = rules_problems(tmp_path / "other", lambda text: text.replace(line, "rules: not recorded") + older)
    assert (problem.place.line, problem.place.column) == (4, 10)
    assert line in problem.hint


def test_every_version_of_a_sound_guide_says_which_rules_it_had() -> None:
    assert [change.rules for change in area().changes] == [rules_digest(area()), "not recorded"]
    assert check_guide(area()) == []
