"""The table of gates: what counts as held, and when the committed record no longer says what a run found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gate_table import Tried, differences, held, renewed, write_record
from guide.pages.gates import Gate, Record, gates_table, read_record

RUN = {
    ("Chromium", "A holds"): Tried({"/", "/about/"}, ["passed", "passed"]),
    ("Chromium", "B fails"): Tried({"/"}, ["passed", "failed"]),
    ("Chromium", "C tries nothing"): Tried(set(), ["passed"]),
    ("Chromium", "D is skipped"): Tried(set(), ["skipped"]),
}


def test_only_what_passed_everywhere_and_tried_a_page_has_held() -> None:
    assert [one.result for one in RUN.values()] == ["held", "FAILED", "tried nothing", "not run"]
    assert held(RUN) == [Gate("Chromium", "A holds", 2)]


@pytest.mark.parametrize(
    ("recorded", "said"),
    [
        ([Gate("Chromium", "A holds", 2)], []),
        ([], ["the record lacks the gate “A holds” (Chromium)"]),
        ([Gate("Chromium", "A holds", 3)], ["the record says 3 pages and 2 were tried: “A holds” (Chromium)"]),
        (
            [Gate("Chromium", "A holds", 2), Gate("Chromium", "Old", 1)],
            ["the record has a gate that is gone: “Old” (Chromium)"],
        ),
        ([Gate("Chromium", "A holds", 2), Gate("Firefox", "Elsewhere", 1)], []),
    ],
)
def test_the_record_is_compared_with_the_engines_that_ran(recorded: list[Gate], said: list[str]) -> None:
    assert list(differences(Record("body", tuple(recorded)), RUN)) == said


def test_a_new_record_keeps_what_another_engine_found(tmp_path: Path) -> None:
    old = Record("body", (Gate("Chromium", "Old", 1), Gate("Firefox", "Elsewhere", 1)))
    path = tmp_path / "gates.json"
    write_record(renewed(old, RUN), path)
    record = read_record(path)
    assert record.gates == (Gate("Chromium", "A holds", 2), Gate("Firefox", "Elsewhere", 1))
    assert record.engines == ("Chromium", "Firefox")
    assert gates_table(record.gates).splitlines()[0] == "    2 pages  held  Chromium  A holds"
    path.write_text(json.dumps({"format": "other"}), "utf-8")
    with pytest.raises(ValueError, match="run make gates"):
        read_record(path)
