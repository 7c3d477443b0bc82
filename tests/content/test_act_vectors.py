"""The acts of the shipped procedure: a program that shares nothing with the engines gives the same answers as both."""

from __future__ import annotations

import ast
import random
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from content import acts_by_hand, acts_to_ask
from content.acts_by_hand import AWARE, DECIDED, NOTIFIED, PUBLICATION, RECEIVED, TIMELINES, acts_of
from content.acts_to_ask import DECISION, FILE, LETTER, PANEL, REPORT, REQUEST, RETURN, TEAM, Vector
from examples import examples
from guide.model.guide import Guide
from guide.twins.act_questions import ACT_FIELDS
from guide.twins.act_vectors import run_acts
from guide.twins.vector_files import format_report, read_vectors
from handbook import HANDBOOK

VECTORS = acts_to_ask.vectors()
BY_ID = {one["id"]: one for one in VECTORS}
LOCAL, PANEL_SAYS, STATUTORY = "local procedure", "Panel guidance", "statutory guidance"
BOARD = "inform-safeguarding-partners"


def test_the_file_is_what_the_program_gives() -> None:
    again = "run: python tests/content/acts_to_ask.py"
    assert FILE.read_text("utf-8") == acts_to_ask.as_text(VECTORS), again


def test_the_program_shares_nothing_with_the_engines_and_reads_nothing() -> None:
    for module in (acts_by_hand, acts_to_ask):
        tree = ast.parse(Path(str(module.__file__)).read_text("utf-8"))
        froms = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
        standard = {"__future__", "calendar", "collections.abc", "dataclasses", "datetime", "json", "pathlib", "sys"}
        assert froms | names <= standard | {"typing", "content.acts_by_hand"}
        calls = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        called = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        assert not (calls | called) & {"read_text", "read_bytes", "open", "glob", "iterdir", "__import__"}


@pytest.mark.parametrize("engine", ["python", "javascript"])
def test_both_engines_answer_every_vector(guide: Guide, engine: Any) -> None:
    assert len(VECTORS) >= 200
    assert format_report(run_acts(FILE, engine, guide)) == f"{len(VECTORS)} passed, 0 failed"


@pytest.mark.parametrize(
    ("case", "act", "fact", "value"),
    [
        ("01", PANEL, "governs", "2026-12-22"),
        ("01", PANEL, "set_by", [[PANEL, "limit", STATUTORY]]),
        ("01", PANEL, "standing", [[PANEL, "limit", LOCAL, "2026-12-29"]]),
        ("02", PANEL, "governs", "2026-12-14"),
        ("02", PANEL, "stands", ["overdue", 1]),
        ("02", BOARD, "governs", "2026-12-21"),
        ("03", PANEL, "governs", "2026-12-29"),
        ("03", PANEL, "open", [[AWARE, STATUTORY]]),
        ("03", DECISION, "governs", "2027-01-13"),
        ("03", DECISION, "open", [[NOTIFIED, PANEL_SAYS]]),
        ("04", DECISION, "governs", "2027-01-12"),
        ("04", PANEL, "done", "2026-12-17"),
        ("05", DECISION, "governs", "2027-01-11"),
        ("05", "hold-partners-conference", "governs", "2027-01-12"),
        ("06", PANEL, "stands", ["done late", 3]),
        ("06", DECISION, "governs", "2027-01-13"),
        ("06", DECISION, "standing", [[DECISION, "limit", PANEL_SAYS, "2027-01-20"]]),
        ("07", LETTER, "governs", "2026-12-21"),
        ("07", LETTER, "stands", ["done late", 1]),
        ("07", LETTER, "standing", [["send-scsi-3-to-review-group", "planned", LOCAL, "2026-12-22"]]),
        ("08", RETURN, "opens", "2026-12-23"),
        ("08", RETURN, "governs", "2026-12-31"),
        ("09", RETURN, "governs", "2027-01-05"),
        ("09", "send-rapid-review-report", "governs", "2027-01-04"),
        ("09", "chase-missing-returns", "governs", "2026-12-31"),
        ("10", "read-rapid-review-report", "opens", "2027-01-05"),
        ("10", "read-rapid-review-report", "governs", "2027-01-06"),
        ("10", "read-rapid-review-report", "stands", ["soon", 1]),
        ("11", TEAM, "governs", None),
        ("11", TEAM, "stands", ["done", 0]),
        ("12", REPORT, "governs", "2027-06-21"),
        ("12", REPORT, "limit", "2027-06-22"),
        ("12", REPORT, "stands", ["today", 0]),
    ],
)
def test_the_program_gives_what_was_worked_out_on_paper(case: str, act: str, fact: str, value: Any) -> None:
    assert BY_ID[f"on-paper-{case}"]["expect"][act][fact] == value


def test_the_vectors_ask_for_every_fact_every_standing_and_every_act_that_has_a_date() -> None:
    answers = [said for one in VECTORS for said in one.get("expect", {}).values()]
    assert {"error" in one for one in VECTORS} == {True, False}
    assert {fact for said in answers for fact in said} == set(ACT_FIELDS)
    standings = {"", "done", "done late", "overdue", "passed", "today", "soon"}
    assert {said["stands"][0] for said in answers} == standings
    asked = {name for one in VECTORS for name in one.get("expect", {})}
    assert asked >= {next(iter(act.steps)) for act in acts_by_hand.ACTS}
    assert {one["timeline"] for one in VECTORS} == set(TIMELINES)


GIVEN = {
    "serious-incident": (RECEIVED, AWARE, NOTIFIED),
    "notification": (RECEIVED, AWARE, NOTIFIED),
    "rapid-review": (RECEIVED,),
    "local-review": (DECIDED, PUBLICATION),
    "working-back": (DECIDED, PUBLICATION),
}
"""The dates that rules of each timeline count from."""


def some_vector(chance: random.Random, number: int) -> Vector:
    """Any dates near one another; some steps done, none of them after today."""
    timeline = chance.choice(list(GIVEN))
    middle = date(2026, 3, 1) + timedelta(chance.randrange(700))
    today = middle + timedelta(chance.randrange(-20, 60))
    anchors = {one: middle + timedelta(chance.randrange(-15, 25)) for one in GIVEN[timeline] if chance.random() < 0.7}
    steps = [one for act in acts_of(timeline) for one, place in act.steps.items() if place in TIMELINES[timeline][0]]
    done = {one: middle + timedelta(chance.randrange(-5, 40)) for one in steps if chance.random() < 0.08}
    acts = acts_to_ask.names_of(timeline)
    given = {one: day.isoformat() for one, day in anchors.items()}
    was_done = {one: day.isoformat() for one, day in done.items() if day <= today}
    return acts_to_ask.vector(f"random-{number}", "random", timeline, given, today.isoformat(), acts, was_done)


def test_two_thousand_random_situations_are_answered_alike_by_the_program_and_both_engines(
    guide: Guide, tmp_path: Path
) -> None:
    chance = random.Random(20261218)
    asked = [some_vector(chance, number) for number in range(examples(2000))]
    path = tmp_path / "random.json"
    path.write_text(acts_to_ask.as_text(asked), "utf-8")
    assert format_report(run_acts(path, "both", guide)) == f"{len(asked)} passed, 0 failed"
    refused = sum("error" in one for one in asked)
    assert len(asked) / 50 < refused < len(asked) / 2, "some are refused, and most are answered"


def test_a_request_that_went_out_late_moves_the_return_and_nothing_else() -> None:
    late = BY_ID[f"done-{REQUEST}-2026-12-18-late"]["expect"]
    assert (late[REQUEST]["stands"], late[RETURN]["governs"]) == (["done", 0], "2027-01-04")


def test_the_example_in_the_handbook_is_right(guide: Guide, tmp_path: Path) -> None:
    (example,) = re.findall(r"```json\n(\{\"format\": \"act-vectors/1\".*?)```", HANDBOOK, re.S)
    path = tmp_path / "example.json"
    path.write_text(example, "utf-8")
    assert format_report(run_acts(path, "both", guide)) == "1 passed, 0 failed"


def test_the_handbook_names_every_fact_of_an_act() -> None:
    named = re.findall(r"^\| `(\w+)` \|", HANDBOOK.partition("| fact | what |")[2].partition("###")[0], re.M)
    assert tuple(named) == ACT_FIELDS


def test_the_file_is_one_that_the_command_takes() -> None:
    assert len(read_vectors(FILE, "act-vectors/1")) == len(VECTORS)
