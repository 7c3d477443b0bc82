"""Vectors put to the counting, and everything that can be wrong with a vector file."""

import json
from pathlib import Path
from typing import Any

import pytest

from committed_calendars import VECTORS, calendar, calendars
from guide.problems import Problems
from guide.twins import node, operations, vector_files, verify

RIGHT = {"id": "a", "calendar": "england-and-wales", "op": "working_days_after", "args": ["2026-12-17", 7],
         "expect": "2026-12-30", "basis": {"kind": "spec"}}  # fmt: skip


def written(folder: Path, *vectors: Any, format_name: str = "wd-vectors/1") -> Path:
    path = folder / "vectors.json"
    path.write_text(json.dumps({"format": format_name, "vectors": vectors}), "utf-8")
    return path


def verified(folder: Path, *vectors: Any, engine: verify.Engine = "both") -> str:
    return vector_files.format_report(verify.run(written(folder, *vectors), engine, calendars()))


@pytest.mark.parametrize("engine", ["python", "javascript", "both"])
def test_a_right_vector_passes_in_every_engine(tmp_path: Path, engine: verify.Engine) -> None:
    assert verified(tmp_path, RIGHT, engine=engine) == "1 passed, 0 failed"


def test_a_wrong_expectation_fails_in_both_engines_with_the_question_and_both_answers(tmp_path: Path) -> None:
    assert verified(tmp_path, RIGHT, {**RIGHT, "id": "b", "expect": "2026-12-29"}).splitlines() == [
        "b [python]: working_days_after(2026-12-17, 7) expected 2026-12-29, got 2026-12-30",
        "b [javascript]: working_days_after(2026-12-17, 7) expected 2026-12-29, got 2026-12-30",
        "1 passed, 1 failed",
    ]


def test_a_refusal_where_a_value_was_expected_fails_with_the_reason(tmp_path: Path) -> None:
    report = verified(tmp_path, {**RIGHT, "args": ["2011-12-31", 1]}, engine="javascript")
    assert "got error outside-calendar (Saturday 31 December 2011 is outside the calendar" in report
    assert report.endswith("0 passed, 1 failed")


def test_a_value_where_a_refusal_was_expected_fails(tmp_path: Path) -> None:
    refused = {**RIGHT, "expect": None, "error": "outside-calendar"}
    assert "expected error outside-calendar, got 2026-12-30" in verified(tmp_path, refused, engine="python")


def test_the_kind_of_refusal_matters(tmp_path: Path) -> None:
    vector = {**RIGHT, "args": ["2011-12-31", 1], "expect": None, "error": "invalid-date"}
    assert verified(tmp_path, vector).endswith("0 passed, 1 failed")


def test_one_is_not_true(tmp_path: Path) -> None:
    vector = {**RIGHT, "op": "is_working_day", "args": ["2026-01-06"], "expect": 1}
    assert "expected 1, got true" in verified(tmp_path, vector)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"op": "working_days_since"}, "unknown operation 'working_days_since'"),
        ({"op": "__class__"}, "unknown operation"),
        ({"op": ["parse"]}, "a vector needs op: a name"),
        ({"calendar": "wales"}, "unknown calendar 'wales'; known are england-and-wales, scotland, northern-ireland"),
        ({"calendar": {}}, "unknown calendar"),
        ({"args": ["2026-12-17"]}, "working_days_after takes [date, whole number]"),
        ({"args": ["2026-12-17", 7, 7]}, "working_days_after takes [date, whole number]"),
        ({"args": ["2026-12-17", "7"]}, "working_days_after takes [date, whole number]"),
        ({"args": ["2026-12-17", 7.0]}, "working_days_after takes [date, whole number]"),
        ({"args": ["2026-12-17", True]}, "working_days_after takes [date, whole number]"),
        ({"args": [None, 7]}, "working_days_after takes [date, whole number]"),
        ({"args": "2026-12-17"}, "args: a list"),
        ({"op": "clear_days_after", "args": ["2026-12-17", 7, "week"]}, "day or working_day"),
        ({"expect": None}, "either expect: or error:"),
        ({"error": "invalid-date"}, "either expect: or error:"),
    ],
)
def test_a_vector_that_cannot_be_asked_fails_alone_and_says_why(
    tmp_path: Path, change: dict[str, Any], reason: str
) -> None:
    report = verified(tmp_path, {**RIGHT, "id": "odd", **change}, RIGHT)
    assert report.startswith("odd: ")
    assert reason in report
    assert report.endswith("1 passed, 1 failed")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "cannot be read"),
        (b"{", "cannot be read"),
        (b"\xff\xfe{", "cannot be read"),
        (b"[" * 100_000, "cannot be read"),
        (b'{"format": "wd-vectors/1", "format": "wd-vectors/1", "vectors": []}', "written twice"),
        (b"[]", "not a file of"),
        (b'{"format": "wd-vectors/2", "vectors": [{"id": "a"}]}', "not a file of"),
        (b'{"format": "wd-vectors/1"}', "no vectors"),
        (b'{"format": "wd-vectors/1", "vectors": []}', "no vectors"),
        (b'{"format": "wd-vectors/1", "vectors": {"id": "a"}}', "no vectors"),
        (b'{"format": "wd-vectors/1", "vectors": [null]}', "Vector 1 has no id"),
        (b'{"format": "wd-vectors/1", "vectors": [{"id": "a"}, {"id": "a"}]}', "Vector 2 has no id of its own"),
    ],
)
def test_a_file_that_is_not_a_vector_file_is_one_clear_problem(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "vectors.json"
    path.write_bytes(content)
    with pytest.raises(Problems, match=says) as refusal:
        verify.run(path, "python", calendars())
    assert [problem.place.path for problem in refusal.value.problems] == [path.as_posix()]


def test_a_missing_file_and_an_unknown_engine_are_clear_problems(tmp_path: Path) -> None:
    with pytest.raises(Problems, match="cannot be read"):
        verify.run(tmp_path / "none.json", "python", calendars())
    with pytest.raises(Problems, match="Unknown engine 'ruby'"):
        verify.run(written(tmp_path, RIGHT), "ruby", calendars())  # type: ignore[arg-type]


def test_without_node_the_javascript_engine_is_a_clear_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIDE_NODE", str(tmp_path / "no-node"))
    with pytest.raises(Problems, match=r"GUIDE_NODE names .*no-node, which cannot be run"):
        verify.run(written(tmp_path, RIGHT), "both", calendars())


def test_half_a_character_in_a_vector_can_still_be_reported(tmp_path: Path) -> None:
    vector = {**RIGHT, "op": "parse", "args": ["\ud800"]}
    assert '"\\ud800"' in verified(tmp_path, vector)
    verified(tmp_path, vector).encode("utf-8")


def test_a_calendar_that_lost_a_bank_holiday_is_noticed() -> None:
    known = calendar()
    easter_monday = next(day for day, row in known.reasons.items() if row.reason == "Easter Monday" and day > 20_000)
    left = {day for day in known.reasons if day != easter_monday}
    questions = [
        (vector["op"], vector["calendar"], vector["args"])
        for vector in verify.read_vectors(VECTORS / "bank-holidays.json")
        if vector["calendar"] == "england-and-wales"
    ]
    right = operations.answers(questions, {"england-and-wales": known.days})
    wrong = operations.answers(questions, {"england-and-wales": type(known.days)(known.first, known.last, left)})
    assert sum(one != other for one, other in zip(right, wrong, strict=True)) == 1


def test_the_browser_module_answers_the_same_operations_as_python() -> None:
    script = (Path(node.__file__).parent / "js" / "operations.mjs").read_text("utf-8")
    assert [name for name in operations.OPERATIONS if f"  {name}: (" not in script] == []
