"""`guide timeline`: the dates it must show, the JSON it promises, and what was done, closed or announced since."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from broken_guides import sound_guide
from command_line import CHRISTMAS, PROCEDURES, answer, due, from_the_shell, guide, step, timeline


@pytest.mark.parametrize(
    ("step_id", "expected"),
    [
        ("tell-board-and-circle", "2026-12-18"),  # working day 1, a Friday
        ("tell-the-regulator", "2026-12-24"),
        ("return-records", "2026-12-30"),
        ("send-evidence-bundle", "2026-12-31"),
        ("hold-evaluation-meeting", "2027-01-06"),
        ("hold-board-call", "2027-01-11"),
        ("send-finding-to-regulator", "2027-01-12"),
    ],
)
def test_received_on_thursday_17_december_2026(step_id: str, expected: str) -> None:
    assert due(timeline("trust-concern", *CHRISTMAS))[step_id] == expected


def test_a_report_published_on_1_june_2027_is_sent_by_20_may_and_more_safely_by_19_may() -> None:
    sent = step(timeline("inquiry", "--on", "hearing=2027-06-01"), "send-inquiry-report")
    assert (sent["due"], sent["kind"]) == ("2027-05-20", "limit")
    assert [(one["kind"], one["due"], one["earlier"]) for one in sent["alternatives"]] == [
        ("reading", "2027-05-19", True)
    ]


def test_the_table_says_the_days_in_words_in_order_of_date() -> None:
    text = answer("timeline", "trust-concern", *CHRISTMAS)
    assert text.startswith("Trust concern: report to finding\nThe day of receipt: Thursday 17 December 2026\n")
    first, last = text.index("Friday 18 December 2026"), text.index("Tuesday 12 January 2027")
    assert first < text.index("Wednesday 6 January 2027") < last


def test_the_first_lines_of_a_plain_run_from_a_shell() -> None:
    done = from_the_shell("timeline", "trust-concern", *CHRISTMAS, "--procedures", str(PROCEDURES))
    assert (done.returncode, done.stderr) == (0, "")
    assert "No later than Thursday 24 December 2026\n    Tell the Regulator online" in done.stdout


def test_the_json_of_a_timeline_has_the_promised_shape() -> None:
    found = timeline("evaluation", *CHRISTMAS)
    assert list(found) == ["procedure", "version", "calendar", "anchors", "steps", "warnings", "moved"]
    assert (found["procedure"], found["version"]) == ("evaluation", "2.3")
    assert found["calendar"]["name"] == "England and Wales"
    assert found["calendar"]["published_through"] == "2028-12-31"
    assert re.fullmatch("[0-9a-f]{12}", found["calendar"]["hash"])
    assert found["anchors"] == {"concern-received": "2026-12-17"}


def test_each_step_has_the_promised_keys_and_values() -> None:
    promised = {
        "id", "title", "actors", "forms", "kind", "authority", "opens", "due", "tier", "explanation", "questions"
    }  # fmt: skip
    steps = timeline("trust-concern", *CHRISTMAS)["steps"]
    assert all(promised <= set(one) for one in steps)
    assert {one["kind"] for one in steps} == {"limit", "planned", "none"}
    returned = next(one for one in steps if one["id"] == "return-records")
    assert {key: returned[key] for key in ("opens", "due", "tier", "kind", "authority", "actors", "forms")} == {
        "opens": "2026-12-22", "due": "2026-12-30", "tier": "published", "kind": "limit",
        "authority": "local procedure", "actors": ["employers"], "forms": ["pt-5"],
    }  # fmt: skip
    untimed = next(one for one in steps if one["id"] == "notice-concern")
    assert (untimed["due"], untimed["opens"], untimed["tier"], untimed["kind"]) == (None, None, None, "none")
    assert (untimed["authority"], untimed["explanation"]) == (None, [])


def test_the_explanation_names_every_counted_and_every_skipped_day() -> None:
    meeting = step(timeline("evaluation", *CHRISTMAS), "hold-evaluation-meeting")
    skipped = [line["date"] for line in meeting["explanation"] if line["kind"] == "skipped"]
    assert skipped == [
        "2026-12-19", "2026-12-20", "2026-12-25", "2026-12-26", "2026-12-27", "2026-12-28", "2027-01-01", "2027-01-02",
        "2027-01-03",
    ]  # fmt: skip
    numbers = [line["number"] for line in meeting["explanation"] if line["kind"] == "counted"]
    assert numbers == list(range(1, 12))


def test_check_as_json_is_an_empty_list_when_all_is_well() -> None:
    assert json.loads(answer("check", "--format", "json")) == []


def test_check_as_json_lists_each_problem_with_its_seven_keys(tmp_path: Path) -> None:
    folder = sound_guide(tmp_path / "procedures")
    (folder / "glossary.yml").write_text("- id: one\n  term: 010\n", "utf-8")
    done = guide("check", "--format", "json", procedures=folder)
    assert done.exit_code == 1
    (problem,) = json.loads(done.stdout)
    assert problem == {
        "path": f"{folder.as_posix()}/glossary.yml",
        "line": 2,
        "column": 9,
        "code": "unclear-number",
        "message": "'010' can be read as two different numbers",
        "hint": 'write "010" for text, or drop the zero',
        "level": "problem",
    }


def test_a_request_sent_a_day_late_moves_the_return_and_no_outer_limit() -> None:
    before = due(timeline("trust-concern", *CHRISTMAS))
    after = due(timeline("trust-concern", *CHRISTMAS, "--done", "ask-for-records=2026-12-22"))
    assert (before["return-records"], after["return-records"]) == ("2026-12-30", "2026-12-31")
    moved = {one for one in before if before[one] != after[one]}
    assert moved == {"return-records"}


def test_a_done_step_keeps_its_own_due_date_and_shows_when_it_was_done() -> None:
    asked = step(
        timeline("evaluation", *CHRISTMAS, "--done", "ask-for-records=2026-12-22"),
        "ask-for-records",
    )
    assert (asked["due"], asked["done"]) == ("2026-12-21", "2026-12-22")


def test_several_steps_can_be_done() -> None:
    words = ("--done", "ask-for-records=2026-12-22", "--done", "tell-board-and-circle=2026-12-18")
    found = timeline("evaluation", *CHRISTMAS, *words)
    assert {one["id"]: one["done"] for one in found["steps"] if one["done"]} == {
        "ask-for-records": "2026-12-22",
        "tell-board-and-circle": "2026-12-18",
    }


def test_an_office_closure_marks_the_date_names_the_last_open_day_and_moves_nothing() -> None:
    before = due(timeline("evaluation", *CHRISTMAS))
    found = timeline("evaluation", *CHRISTMAS, "--closure", "2027-01-06", "--closure", "2027-01-05")
    assert due(found) == before
    assert step(found, "hold-evaluation-meeting")["last_open_day"] == "2027-01-04"
    text = answer("timeline", "evaluation", *CHRISTMAS, "--closure", "2027-01-06")
    assert (
        "Your office is closed on this day. The date stays; the last open day before it is Tuesday 5 January 2027."
        in text
    )


def test_a_bank_holiday_announced_since_moves_every_date_after_it() -> None:
    found = due(timeline("evaluation", *CHRISTMAS, "--bank-holiday", "2026-12-22"))
    assert found["tell-board-and-circle"] == "2026-12-18"
    assert found["hold-evaluation-meeting"] == "2027-01-07"
    assert found["send-finding-to-regulator"] == "2027-01-13"


def test_one_role_sees_its_own_steps_those_it_may_do_and_those_it_helps_with() -> None:
    found = timeline("evaluation", *CHRISTMAS, "--role", "employers")
    assert due(found) == {"return-records": "2026-12-30"}
    helped = timeline("evaluation", *CHRISTMAS, "--role", "clerks")
    assert due(helped) == {"arrange-board-call": "2026-12-18", "ring-every-employer": "2026-12-21"}


def test_on_a_given_day_each_step_says_how_it_stands() -> None:
    words = ("--today", "2026-12-21", "--done", "tell-board-and-circle=2026-12-18")
    found = timeline("evaluation", *CHRISTMAS, *words)
    assert step(found, "tell-board-and-circle")["status"] == "Done"
    # A planned day that has gone by is not overdue: that is for limits, such as the one on which PT-3 is told.
    assert step(found, "arrange-board-call")["status"] == "Planned for Friday 18 December 2026, 1 working day ago"
    assert step(found, "send-pt-3-to-circle")["status"] == "Overdue by 1 working day"
    assert step(found, "send-pt-4-to-board")["status"] == "Due today"


def test_without_a_day_given_no_step_says_how_it_stands() -> None:
    assert all("status" not in one for one in timeline("evaluation", *CHRISTMAS)["steps"])


def test_an_earlier_national_limit_is_shown_beside_the_local_one() -> None:
    found = timeline("concern", *CHRISTMAS, "--on", "employer-aware=2026-12-10")
    (national,) = step(found, "tell-the-regulator")["alternatives"]
    assert (national["kind"], national["due"], national["earlier"]) == ("national", "2026-12-17", True)
    table = answer("timeline", "concern", *CHRISTMAS, "--on", "employer-aware=2026-12-10")
    assert "No later than Thursday 17 December 2026\n    Tell the Regulator online" in table
    assert "Set by statutory guidance." in table
    assert "Local procedure allows until Thursday 24 December 2026." in table


def test_two_dates_for_one_act_are_refused_and_both_are_named() -> None:
    refused = guide(
        "timeline", "trust-concern", *CHRISTMAS, "--on", "regulator-told=2026-12-18",
        "--done", "tell-the-regulator=2026-12-21",
    )  # fmt: skip
    assert refused.exit_code == 1
    assert "Friday 18 December 2026" in refused.stderr
    assert "Monday 21 December 2026" in refused.stderr


def test_a_day_that_has_not_come_marks_nothing_done() -> None:
    told = ("--on", "regulator-told=2026-12-22")
    before = step(timeline("trust-concern", *CHRISTMAS, *told, "--today", "2026-12-21"), "tell-the-regulator")
    after = step(timeline("trust-concern", *CHRISTMAS, *told, "--today", "2026-12-22"), "tell-the-regulator")
    assert (before["done"], after["done"]) == (None, "2026-12-22")
    refused = guide(
        "timeline", "evaluation", *CHRISTMAS, "--today", "2026-12-21", "--done", "tell-board-and-circle=2026-12-22"
    )
    assert refused.exit_code == 1
    assert "'tell-board-and-circle' cannot have been done on Tuesday 22 December 2026" in refused.stderr


def test_an_act_that_was_done_late_says_so() -> None:
    words = ("--today", "2026-12-30", "--done", "tell-the-regulator=2026-12-29")
    assert step(timeline("concern", *CHRISTMAS, *words), "tell-the-regulator")["status"] == (
        "Done 1 working day after its limit"
    )


def test_a_role_sees_every_step_of_an_act_that_it_has_a_part_in() -> None:
    found = timeline("trust-concern", *CHRISTMAS, "--role", "circle")
    assert {"hold-evaluation", "hold-evaluation-meeting"} <= {one["id"] for one in found["steps"]}


def test_a_procedure_without_a_single_time_limit_needs_no_date() -> None:
    assert set(due(timeline("reflection")).values()) == {None}
