"""Vectors about acts put to both engines, and everything that can be wrong with one. The guide is the harbour's."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from guide.model.guide import Guide
from guide.problems import Problems
from guide.twins.vector_files import Engine, format_report
from guide.twins.verify import verify_file

TOLD = "tell-the-regulator"
RIGHT = {
    "id": "a",
    "about": "the employer was aware on Tuesday 15 December 2026, three days before the concern was received",
    "timeline": "trust-concern",
    "anchors": {"concern-received": "2026-12-18", "employer-aware": "2026-12-15"},
    "done": {},
    "today": "2026-12-21",
    "expect": {
        TOLD: {
            "governs": "2026-12-22",
            "set_by": [[TOLD, "limit", "statutory guidance"]],
            "opens": None,
            "limit": "2026-12-22",
            "standing": [[TOLD, "limit", "local procedure", "2026-12-29"]],
            "open": [],
            "done": None,
            "stands": ["soon", 1],
        }
    },
}
DONE_TWICE = {
    "id": "b", "timeline": "trust-concern", "anchors": {"concern-received": "2026-12-18"},
    "done": {"inform-link-officers": "2026-12-21", "send-pt-3-to-circle": "2026-12-22"}, "error": "two-dates",
}  # fmt: skip


def written(folder: Path, *vectors: Any) -> Path:
    path = folder / "acts.json"
    path.write_text(json.dumps({"format": "act-vectors/1", "vectors": vectors}), "utf-8")
    return path


def verified(guide: Guide, folder: Path, *vectors: Any, engine: Engine = "both") -> str:
    return format_report(verify_file(written(folder, *vectors), engine, guide))


@pytest.mark.parametrize("engine", ["python", "javascript", "both"])
def test_right_vectors_pass_in_every_engine(guide: Guide, tmp_path: Path, engine: Engine) -> None:
    assert verified(guide, tmp_path, RIGHT, DONE_TWICE, engine=engine) == "2 passed, 0 failed"


def test_each_wrong_fact_is_told_by_each_engine_and_the_vector_counts_once(guide: Guide, tmp_path: Path) -> None:
    wrong = RIGHT | {"expect": {TOLD: {"governs": "2026-12-29", "stands": ["soon", True], "open": []}}}
    assert verified(guide, tmp_path, RIGHT | {"id": "z"}, wrong).splitlines() == [
        f'a [python]: {TOLD}, governs: expected "2026-12-29", got "2026-12-22"',
        f'a [python]: {TOLD}, stands: expected ["soon", true], got ["soon", 1]',
        f'a [javascript]: {TOLD}, governs: expected "2026-12-29", got "2026-12-22"',
        f'a [javascript]: {TOLD}, stands: expected ["soon", true], got ["soon", 1]',
        "1 passed, 1 failed",
    ]


def test_an_act_is_asked_about_by_any_of_its_steps_and_without_a_day(guide: Guide, tmp_path: Path) -> None:
    said = {"governs": "2026-12-21", "done": None}
    vector = {"id": "c", "timeline": "evaluation", "anchors": {"concern-received": "2026-12-18"},
              "expect": {"send-pt-3-to-circle": said, "inform-link-officers": said}}  # fmt: skip
    assert verified(guide, tmp_path, vector) == "1 passed, 0 failed"


@pytest.mark.parametrize("engine", ["python", "javascript"])
def test_a_refusal_for_dates_and_dates_for_a_refusal_are_told(guide: Guide, tmp_path: Path, engine: Engine) -> None:
    expects = {"expect": {"inform-link-officers": {"done": "2026-12-21"}}}
    dates = {key: value for key, value in DONE_TWICE.items() if key != "error"} | expects
    report = verified(guide, tmp_path, dates, engine=engine)
    assert report.startswith(f"b [{engine}]: expected dates, got error two-dates (One act has two dates: ")
    once = DONE_TWICE | {"done": {}}
    assert f"b [{engine}]: expected error two-dates, got dates" in verified(guide, tmp_path, once, engine=engine)
    other = DONE_TWICE | {"error": "invalid-date"}
    assert "expected error invalid-date, got error two-dates" in verified(guide, tmp_path, other, engine=engine)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"timline": "trust-concern"}, "there is no key 'timline'; did you mean 'timeline'?"),
        ({"timeline": "trust-concerm"}, "timeline: there is no journey or procedure 'trust-concerm'; did you mean"),
        ({"timeline": None}, "timeline: there is no journey or procedure None; use one of: trust-concern, inquiry,"),
        ({"timeline": ["inquiry"]}, "timeline: there is no journey or procedure ['inquiry']; "),
        ({"anchors": {"employer-awear": "2026-12-15"}}, "no anchor of this timeline 'employer-awear'; did you mean"),
        ({"anchors": {"hearing": "2026-12-15"}}, "there is no anchor of this timeline 'hearing'; use one of: "),
        ({"anchors": ["2026-12-15"]}, 'anchors: this has to be names with values; write them as {"name": …}'),
        ({"anchors": {"employer-aware": "15.12.2026"}}, 'anchors.employer-aware: "15.12.2026" is not a date'),
        ({"anchors": {"employer-aware": 20261215}}, "anchors.employer-aware: a date must be text; write it as year-"),
        ({"done": {"tell-the-regulater": "2026-12-21"}}, "done: there is no step 'tell-the-regulater'; did you mean"),
        ({"done": {TOLD: "2026-12-22"}}, "cannot have been done on 2026-12-22, which comes after 2026-12-21; give"),
        ({"done": None}, "done: this has to be names with values"),
        ({"today": "tomorrow"}, 'today: "tomorrow" is not a date'),
        ({"today": None}, f"expect.{TOLD}: how an act stands depends on the day; give today"),
        ({"expect": None}, "a vector needs either expect: or error:, and not both"),
        ({"error": "two-dates"}, "a vector needs either expect: or error:, and not both"),
        ({"expect": None, "error": 2}, "error: is the code of a refusal; write it as text, for example two-dates"),
        ({"expect": []}, "expect: this has to be names with values"),
        ({"expect": {}}, "expect: no act is asked about; name one with what is expected of it"),
        ({"expect": {TOLD: {}}}, f"expect.{TOLD}: nothing is expected; say at least one of governs, set_by, opens,"),
        ({"expect": {TOLD: "2026-12-22"}}, f"expect.{TOLD}: this has to be names with values"),
        ({"expect": {TOLD: {"govern": None}}}, "there is no fact of an act 'govern'; did you mean 'governs'?"),
        ({"expect": {"write-inquiry-report": {"done": None}}}, "there is no act of this timeline 'write-inquiry"),
    ],
)  # fmt: skip
def test_a_vector_that_cannot_be_asked_fails_alone_and_says_why_and_what_to_do(
    guide: Guide, tmp_path: Path, change: dict[str, Any], reason: str
) -> None:
    report = verified(guide, tmp_path, RIGHT | {"id": "odd"} | change, RIGHT)
    assert report.startswith("odd: ")
    assert reason in report
    assert report.endswith("1 passed, 1 failed")


def test_a_day_outside_the_bank_holidays_is_a_refusal_like_any_other(guide: Guide, tmp_path: Path) -> None:
    late = {"id": "d", "timeline": "trust-concern", "anchors": {"concern-received": "2099-01-01"}}
    assert verified(guide, tmp_path, late | {"error": "outside-calendar"}) == "1 passed, 0 failed"


def test_the_files_own_format_says_what_is_asked(guide: Guide, tmp_path: Path) -> None:
    count = {"id": "one", "calendar": "england-and-wales", "op": "working_days_after", "args": ["2026-12-17", 1],
             "expect": "2026-12-18"}  # fmt: skip
    path = tmp_path / "counts.json"
    path.write_text(json.dumps({"format": "wd-vectors/1", "vectors": [count]}), "utf-8")
    assert format_report(verify_file(path, "both", guide)) == "1 passed, 0 failed"
    path.write_text(json.dumps({"format": "act-vectors/2", "vectors": [RIGHT]}), "utf-8")
    with pytest.raises(Problems, match='"format": "wd-vectors/1" or "act-vectors/1"'):
        verify_file(path, "both", guide)


def test_without_node_or_with_an_engine_nobody_knows_it_is_one_clear_problem(
    guide: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, RIGHT)
    with pytest.raises(Problems, match=r"Unknown engine 'ruby'.*\n.*python, javascript or both"):
        verify_file(path, "ruby", guide)  # type: ignore[arg-type]
    monkeypatch.setenv("GUIDE_NODE", str(tmp_path / "no-node"))
    with pytest.raises(Problems, match=r"acts\.json:0:0: node GUIDE_NODE names .*no-node, which cannot be run"):
        verify_file(path, "both", guide)


def test_half_a_character_in_a_vector_can_still_be_reported(guide: Guide, tmp_path: Path) -> None:
    report = verified(guide, tmp_path, RIGHT | {"expect": {TOLD: {"governs": "\ud800"}}})
    assert '"\\ud800"' in report
    report.encode("utf-8")
