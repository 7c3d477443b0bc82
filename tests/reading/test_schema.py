"""The schemas that editors use say what the guide says: no less, and no more."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from area_guides import AREAS, HARBOUR, NAMES
from committed_calendars import FOLDER
from guide.calendars.data import KEYS
from guide.cli.program import main
from guide.reading.schema import FILE_KINDS, CalendarFile, check_schemas, kind_of, schemas
from guide.strict_yaml.text import read, read_text
from guide.whole import write_into
from json_schema import faults

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = FOLDER.parent / "schema"
STARTER = ROOT / "scripts" / "guide" / "starter"
FOLDERS = (*(AREAS / name for name in NAMES), STARTER)
WRITTEN = sorted(path for folder in FOLDERS for path in folder.rglob("*.yml"))
CALENDARS = sorted(FOLDER.glob("*.yml"))


@cache
def schema(kind: str) -> dict[str, Any]:
    return json.loads(schemas()[f"{kind}.json"])  # type: ignore[no-any-return]


def faults_of(kind: str, text: str) -> list[str]:
    return list(faults(read_text(text, "file.yml").value, schema(kind)))


def within(path: Path) -> Path:
    return path.relative_to(next(folder for folder in (*FOLDERS, FOLDER.parent) if path.is_relative_to(folder)))


def test_the_committed_schemas_are_in_step_with_the_model() -> None:
    assert list(map(str, check_schemas(SCHEMAS))) == []


def test_no_other_file_lies_among_the_schemas() -> None:
    assert {path.name for path in SCHEMAS.iterdir()} == set(schemas())


@pytest.mark.parametrize("path", [*WRITTEN, *CALENDARS], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_file_of_a_sound_guide_is_valid_by_its_schema(path: Path) -> None:
    assert list(faults(read(path).value, schema(kind_of(within(path))))) == []


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_every_kind_of_file_was_validated(kind: str) -> None:
    assert kind in {kind_of(within(path)) for path in (*WRITTEN, *CALENDARS)}


def test_a_misspelt_key_is_refused() -> None:
    term = "- {id: panel, term: Panel, means: The national body, alias: [the Panel]}"
    assert faults_of("glossary", term) == ["/0: unknown key alias"]
    assert faults_of("glossary", term.replace("alias", "aliases")) == []


def test_a_missing_key_is_refused() -> None:
    assert faults_of("glossary", "- {id: panel, term: Panel}") == ["/0: means is missing"]


def test_one_id_may_stand_for_a_list_of_one() -> None:
    form = "- {id: form-1, title: A form, completed_by: panel, when: Always., goes_to: GOES}"
    assert faults_of("forms", form.replace("GOES", "panel")) == []
    assert faults_of("forms", form.replace("GOES", "[panel, ofsted]")) == []
    assert faults_of("forms", form.replace("GOES", "The Panel")) != []


def step(line: str) -> str:
    return f"""
id: one
title: One
flowchart: 1
source_title: One
for: Everyone
starts: It starts.
ends: It ends.
summary: Short.
phases:
  - id: first
    title: First
    steps:
      - {{id: act, title: Act, who: panel, does: Act., {line}}}
"""


@pytest.mark.parametrize(
    "due",
    [
        "not stated",
        "as soon as possible after the incident",
        "{within: 5 working days, of: received}",
        "{on: working days 3 to 7, part: morning}",
        "{no_later_than: 7 working days, before: publication, clear: true, reading: seven-days}",
        "{later_of: [{within: 1 month, of: received}, {within: 2 weeks, of: received}]}",
    ],
)
def test_a_deadline_fits_exactly_one_kind(due: str) -> None:
    assert faults_of("procedure", step(f"due: {due}")) == []


@pytest.mark.parametrize(
    "due",
    [
        "soon",
        "{within: 5 days, of: received}",
        "{within: 5 working days}",
        "{on: working day 2, within: 2 working days, of: received}",
        "{earlier_of: [{within: 1 month, of: received}]}",
    ],
)
def test_a_deadline_the_guide_refuses_is_refused(due: str) -> None:
    assert faults_of("procedure", step(f"due: {due}")) != []


def test_a_route_may_be_an_id_or_say_what_it_was_inferred_from() -> None:
    assert faults_of("procedure", step("due: not stated, then: next-one")) == []
    assert faults_of("procedure", step("due: not stated, then: {to: next-one, inferred: layout}")) == []
    assert faults_of("procedure", step("due: not stated, then: {inferred: layout}")) != []


def test_an_anchor_whose_name_is_not_an_id_is_refused() -> None:
    partnership = (AREAS / HARBOUR / "partnership.yml").read_text("utf-8")
    assert faults_of("partnership", partnership) == []
    assert faults_of("partnership", partnership.replace("  hearing:\n", "  Day of the hearing:\n")) != []


def test_the_schema_of_a_calendar_has_the_keys_that_its_reader_knows() -> None:
    assert set(schema("calendar")["properties"]) == set(KEYS)
    assert {field.alias or name for name, field in CalendarFile.model_fields.items()} == set(KEYS)


def test_what_stands_under_a_field_is_what_an_editor_shows() -> None:
    day_zero = schema("partnership")["$defs"]["Anchor"]["properties"]["day_zero"]
    assert day_zero["description"] == "How the day itself is named in an explanation: `The day of receipt`."


def test_the_command_writes_what_the_check_finds_in_step(tmp_path: Path) -> None:
    folder = tmp_path / "schema"
    assert CliRunner().invoke(main, ["schema", str(folder)]).exit_code == 0
    assert CliRunner().invoke(main, ["schema", str(folder), "--check"]).exit_code == 0


def test_the_check_names_the_schema_that_is_missing_and_the_one_that_differs(tmp_path: Path) -> None:
    write_into(tmp_path, schemas())
    (tmp_path / "forms.json").unlink()
    (tmp_path / "actors.json").write_text("{}", "utf-8")
    done = CliRunner().invoke(main, ["schema", str(tmp_path), "--check"])
    assert done.exit_code == 1
    assert "actors.json:0:0: schema this schema differs from the model" in done.output
    assert "forms.json:0:0: schema this schema is missing" in done.output
    assert (tmp_path / "actors.json").read_text("utf-8") == "{}"


def test_the_command_writes_beside_the_procedures_it_is_told_of(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["schema", "--procedures", str(tmp_path)])
    assert done.exit_code == 0
    assert {path.name for path in (tmp_path / "schema").iterdir()} == set(schemas())
