"""Every file of the shipped guide is valid by the schema that it names."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.reading.schema import kind_of
from guide.strict_yaml.text import read
from json_schema import faults
from prose import ROOT
from reading.test_schema import schema

PROCEDURES = ROOT / "procedures"
SHIPPED = sorted(PROCEDURES.rglob("*.yml"))
BY_HAND = [path for path in SHIPPED if "calendars" not in path.parts]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_shipped_file_is_valid_by_its_schema(path: Path) -> None:
    assert list(faults(read(path).value, schema(kind_of(path.relative_to(PROCEDURES))))) == []


@pytest.mark.parametrize("path", BY_HAND, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_names_its_schema(path: Path) -> None:
    inside = path.relative_to(PROCEDURES)
    up = "../" if inside.parent.name else ""
    line = path.read_text("utf-8").splitlines()[0]
    assert line == f"# yaml-language-server: $schema={up}schema/{kind_of(inside)}.json"
