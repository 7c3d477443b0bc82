"""The command line: what it promises, the dates it must show, and a sentence instead of a traceback."""

from __future__ import annotations

import csv
import functools
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import govuk_bank_holidays
import pytest
from click.testing import CliRunner, Result
from icalendar import Calendar

from broken_guides import sound_guide
from committed_calendars import FOLDER, REPOSITORY
from guide.cli import options as cli_options
from guide.cli.program import main

PROCEDURES = REPOSITORY / "procedures"
OFFICIAL_LIST = Path(govuk_bank_holidays.__file__).with_name("bank-holidays.json")
CHRISTMAS = ("--on", "notification-received=2026-12-17")


@pytest.fixture(autouse=True)
def _each_folder_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli_options, "read_guide", _read_once)
    monkeypatch.setattr(cli_options, "check_guide", lambda guide: _checked_once(str(guide.folder)))


@functools.cache
def _read_once(folder: Path) -> Any:
    return _real_read_guide(folder)


@functools.cache
def _checked_once(folder: str) -> Any:
    return _real_check_guide(_read_once(Path(folder)))


_real_read_guide, _real_check_guide = cli_options.read_guide, cli_options.check_guide


def guide(*words: str, procedures: Path | None = PROCEDURES) -> Result:
    where = ("--procedures", str(procedures)) if procedures else ()
    return CliRunner().invoke(main, [*words, *where], catch_exceptions=False)


def answer(*words: str) -> str:
    done = guide(*words)
    assert (done.exit_code, done.stderr) == (0, "")
    return done.stdout


def timeline(procedure: str, *words: str) -> Any:
    return json.loads(answer("timeline", procedure, *words, "--format", "json"))


def due(found: Any) -> dict[str, str | None]:
    return {step["id"]: step["due"] for step in found["steps"]}


def step(found: Any, step_id: str) -> Any:
    return next(one for one in found["steps"] if one["id"] == step_id)


# The dates that must show


@pytest.mark.parametrize(
    ("step_id", "expected"),
    [
        ("notify-partners-and-review-group", "2026-12-18"),  # working day 1, a Friday
        ("notify-the-panel", "2026-12-24"),
        ("return-agency-information", "2026-12-30"),
        ("send-rapid-review-report", "2026-12-31"),
        ("hold-rapid-review-meeting", "2027-01-06"),
        ("hold-partners-conference", "2027-01-11"),
        ("send-decision-to-panel", "2027-01-12"),
    ],
)
def test_received_on_thursday_17_december_2026(step_id: str, expected: str) -> None:
    assert due(timeline("serious-incident", *CHRISTMAS))[step_id] == expected


def test_a_report_published_on_1_june_2027_is_sent_by_20_may_and_more_safely_by_19_may() -> None:
    sent = step(timeline("local-review", "--on", "publication=2027-06-01"), "send-final-report")
    assert (sent["due"], sent["kind"]) == ("2027-05-20", "limit")
    assert [(one["kind"], one["due"], one["earlier"]) for one in sent["alternatives"]] == [
        ("reading", "2027-05-19", True)
    ]


def test_the_table_says_the_days_in_words_in_order_of_date() -> None:
    text = answer("timeline", "serious-incident", *CHRISTMAS)
    assert text.startswith(
        "Serious incident: notification to decision\nThe day of receipt: Thursday 17 December 2026\n"
    )
    first, last = text.index("Friday 18 December 2026"), text.index("Tuesday 12 January 2027")
    assert first < text.index("Wednesday 6 January 2027") < last


def test_the_first_lines_of_a_plain_run_from_a_shell() -> None:
    done = from_the_shell("timeline", "serious-incident", *CHRISTMAS)
    assert (done.returncode, done.stderr) == (0, "")
    assert "No later than Thursday 24 December 2026\n    Notify the Panel online" in done.stdout


# JSON as promised


def test_the_json_of_a_timeline_has_the_promised_shape() -> None:
    found = timeline("rapid-review", *CHRISTMAS)
    assert list(found) == ["procedure", "version", "calendar", "anchors", "steps"]
    assert (found["procedure"], found["version"]) == ("rapid-review", "1.0")
    assert found["calendar"]["name"] == "England and Wales"
    assert found["calendar"]["published_through"] == "2028-12-31"
    assert re.fullmatch("[0-9a-f]{12}", found["calendar"]["hash"])
    assert found["anchors"] == {"notification-received": "2026-12-17"}


def test_each_step_has_the_promised_keys_and_values() -> None:
    promised = {
        "id", "title", "actors", "forms", "kind", "authority", "opens", "due", "tier", "explanation", "questions"
    }  # fmt: skip
    steps = timeline("serious-incident", *CHRISTMAS)["steps"]
    assert all(promised <= set(one) for one in steps)
    assert {one["kind"] for one in steps} == {"limit", "planned", "none"}
    returned = next(one for one in steps if one["id"] == "return-agency-information")
    assert {key: returned[key] for key in ("opens", "due", "tier", "kind", "authority", "actors", "forms")} == {
        "opens": "2026-12-22", "due": "2026-12-30", "tier": "published", "kind": "limit",
        "authority": "local procedure", "actors": ["agencies"], "forms": ["scsi-5"],
    }  # fmt: skip
    untimed = next(one for one in steps if one["id"] == "identify-serious-case")
    assert (untimed["due"], untimed["opens"], untimed["tier"], untimed["kind"]) == (None, None, None, "none")
    assert (untimed["authority"], untimed["explanation"]) == (None, [])


def test_the_explanation_names_every_counted_and_every_skipped_day() -> None:
    meeting = step(timeline("rapid-review", *CHRISTMAS), "hold-rapid-review-meeting")
    skipped = [line["date"] for line in meeting["explanation"] if line["kind"] == "skipped"]
    assert skipped == [
        "2026-12-19", "2026-12-20", "2026-12-25", "2026-12-26", "2026-12-27", "2026-12-28", "2027-01-01", "2027-01-02",
        "2027-01-03",
    ]  # fmt: skip
    numbers = [line["number"] for line in meeting["explanation"] if line["kind"] == "counted"]
    assert numbers == list(range(1, 12))


def test_check_as_json_is_an_empty_list_when_all_is_well() -> None:
    assert json.loads(answer("check", "--format", "json")) == []


def test_check_as_json_lists_each_problem_with_its_six_keys(tmp_path: Path) -> None:
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
    }


# check


def test_check_says_so_when_all_is_well() -> None:
    assert answer("check") == "No problems.\n"


def test_check_prints_place_code_message_and_hint(tmp_path: Path) -> None:
    folder = sound_guide(tmp_path / "procedures")
    (folder / "glossary.yml").write_text("- id: one\n  term: 010\n", "utf-8")
    done = guide("check", procedures=folder)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == (
        f"{folder.as_posix()}/glossary.yml:2:9: unclear-number '010' can be read as two different numbers\n"
        '    hint: write "010" for text, or drop the zero\n'
    )


def test_check_for_github_marks_the_line(tmp_path: Path) -> None:
    folder = sound_guide(tmp_path / "procedures")
    (folder / "glossary.yml").write_text("- id: one\n  term: 010\n", "utf-8")
    done = guide("check", "--format", "github", procedures=folder)
    assert done.exit_code == 1
    assert done.stdout.startswith("::error file=")
    assert "glossary.yml,line=2,col=9,title=unclear-number::'010' can be read" in done.stdout


# What was done, who does it, closures and bank holidays


def test_a_request_sent_a_day_late_moves_the_return_and_no_outer_limit() -> None:
    before = due(timeline("serious-incident", *CHRISTMAS))
    after = due(timeline("serious-incident", *CHRISTMAS, "--done", "request-agency-information=2026-12-22"))
    assert (before["return-agency-information"], after["return-agency-information"]) == ("2026-12-30", "2026-12-31")
    moved = {one for one in before if before[one] != after[one]}
    assert moved == {"return-agency-information"}


def test_a_done_step_keeps_its_own_due_date_and_shows_when_it_was_done() -> None:
    asked = step(
        timeline("rapid-review", *CHRISTMAS, "--done", "request-agency-information=2026-12-22"),
        "request-agency-information",
    )
    assert (asked["due"], asked["done"]) == ("2026-12-21", "2026-12-22")


def test_several_steps_can_be_done() -> None:
    words = ("--done", "request-agency-information=2026-12-22", "--done", "notify-partners-and-review-group=2026-12-18")
    found = timeline("rapid-review", *CHRISTMAS, *words)
    assert {one["id"]: one["done"] for one in found["steps"] if one["done"]} == {
        "request-agency-information": "2026-12-22",
        "notify-partners-and-review-group": "2026-12-18",
    }


def test_an_office_closure_marks_the_date_names_the_last_open_day_and_moves_nothing() -> None:
    before = due(timeline("rapid-review", *CHRISTMAS))
    found = timeline("rapid-review", *CHRISTMAS, "--closure", "2027-01-06", "--closure", "2027-01-05")
    assert due(found) == before
    assert step(found, "hold-rapid-review-meeting")["last_open_day"] == "2027-01-04"
    text = answer("timeline", "rapid-review", *CHRISTMAS, "--closure", "2027-01-06")
    assert (
        "Your office is closed on this day. The date stays; the last open day before it is Tuesday 5 January 2027."
        in text
    )


def test_a_bank_holiday_announced_since_moves_every_date_after_it() -> None:
    found = due(timeline("rapid-review", *CHRISTMAS, "--bank-holiday", "2026-12-22"))
    assert found["notify-partners-and-review-group"] == "2026-12-18"
    assert found["hold-rapid-review-meeting"] == "2027-01-07"
    assert found["send-decision-to-panel"] == "2027-01-13"


def test_one_role_sees_its_own_steps_alone_and_those_it_helps_with() -> None:
    found = timeline("rapid-review", *CHRISTMAS, "--role", "agencies")
    assert due(found) == {"return-agency-information": "2026-12-30"}
    helped = timeline("rapid-review", *CHRISTMAS, "--role", "secretaries")
    assert due(helped) == {"arrange-partners-conference": "2026-12-18"}


def test_on_a_given_day_each_step_says_how_it_stands() -> None:
    words = ("--today", "2026-12-21", "--done", "notify-partners-and-review-group=2026-12-18")
    found = timeline("rapid-review", *CHRISTMAS, *words)
    assert step(found, "notify-partners-and-review-group")["status"] == "Done"
    assert step(found, "arrange-partners-conference")["status"] == "Overdue by 1 working day"
    assert step(found, "send-scsi-4-to-partners")["status"] == "Due today"


def test_without_a_day_given_no_step_says_how_it_stands() -> None:
    assert all("status" not in one for one in timeline("rapid-review", *CHRISTMAS)["steps"])


def test_an_earlier_national_limit_is_shown_beside_the_local_one() -> None:
    found = timeline("notification", *CHRISTMAS, "--on", "authority-aware=2026-12-10")
    (national,) = step(found, "notify-the-panel")["alternatives"]
    assert (national["kind"], national["due"], national["earlier"]) == ("national", "2026-12-17", True)
    assert "EARLIER: National rule (statutory guidance): Thursday 17 December 2026." in answer(
        "timeline", "notification", *CHRISTMAS, "--on", "authority-aware=2026-12-10"
    )


def test_a_procedure_without_a_single_time_limit_needs_no_date() -> None:
    assert set(due(timeline("learning-review")).values()) == {None}


# The other formats


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_the_spreadsheet_has_iso_and_long_dates_and_a_byte_order_mark() -> None:
    text = answer("timeline", "rapid-review", *CHRISTMAS, "--format", "csv")
    assert text.startswith("\ufeffStep,Due,Due in words,")
    meeting = next(row for row in rows(text) if row["What"] == "Hold the rapid review meeting")
    assert (meeting["Due"], meeting["Due in words"]) == ("2027-01-06", "Wednesday 6 January 2027")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_no_cell_of_the_spreadsheet_begins_a_formula(sign: str, tmp_path: Path) -> None:
    folder = sound_guide(tmp_path / "procedures")
    path = folder / "resolve-disagreement.yml"
    title = f"{sign}HYPERLINK(A1) meeting"
    path.write_text(path.read_text("utf-8").replace("Hold the managers' meeting", f'"{title}"'), "utf-8")
    done = guide(
        "timeline", "disagreement", "--on", "disagreement-raised=2027-03-24", "--format", "csv", procedures=folder
    )
    assert (done.exit_code, done.stderr) == (0, "")
    assert f"'{title}" in [row["What"] for row in rows(done.stdout)]
    assert not [cell for row in rows(done.stdout) for cell in row.values() if re.match(r"[=+\-@\t\r]", cell)]


def test_the_calendar_file_is_read_by_an_unrelated_parser() -> None:
    done = CliRunner().invoke(
        main, ["timeline", "rapid-review", *CHRISTMAS, "--format", "ics", "--procedures", str(PROCEDURES)]
    )
    assert done.exit_code == 0
    events = Calendar.from_ical(done.stdout_bytes).walk("VEVENT")
    assert len(events) == 16
    assert b"\r\r" not in done.stdout_bytes
    assert all(line.endswith(b"\r") for line in done.stdout_bytes.split(b"\n")[:-1])


def test_the_calendar_file_remarks_on_an_office_closure() -> None:
    text = answer("timeline", "rapid-review", *CHRISTMAS, "--closure", "2027-01-06", "--format", "ics")
    assert "Office closed." in re.sub(r"\r?\n ", "", text)


# days


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("after 2026-12-17 1", "2026-12-18"),
        ("after 2026-12-17 5", "2026-12-24"),
        ("after 2026-12-17 0", "2026-12-17"),
        ("before 2027-06-01 7", "2027-05-20"),
        ("before 2027-06-01 7 --clear", "2027-05-19"),
        ("after 2026-08-31 6 --unit months", "2027-02-28"),
        ("after 2026-12-17 2 --unit weeks", "2026-12-31"),
        ("before 2027-03-01 1 --unit calendar_days", "2027-02-28"),
        ("after 2026-11-27 1 --calendar scotland", "2026-12-01"),  # St Andrew's Day
    ],
)
def test_one_counted_date(words: str, expected: str) -> None:
    assert answer("days", *words.split()) == f"{expected}\n"


def test_a_counted_date_shows_its_working() -> None:
    lines = answer("days", "after", "2026-12-24", "1", "--explain").splitlines()
    assert lines[:2] == ["2026-12-29", "1 working day after Thursday 24 December 2026 is Tuesday 29 December 2026."]
    assert "  Friday 25 December 2026: not counted, Christmas Day" in lines
    assert "  Monday 28 December 2026: not counted, Boxing Day (substitute day)" in lines
    assert lines[-1] == "  Bank holidays up to this date are published."


# verify


VECTOR = {"id": "one", "calendar": "england-and-wales", "op": "working_days_after", "args": ["2026-12-17", 1],
          "expect": "2026-12-18", "basis": "a test", "tags": []}  # fmt: skip


def vectors(path: Path, *changes: dict[str, Any]) -> Path:
    path.write_text(json.dumps({"format": "wd-vectors/1", "vectors": [VECTOR | change for change in changes]}), "utf-8")
    return path


def test_verify_closes_with_how_many_passed_and_failed(tmp_path: Path) -> None:
    done = guide(
        "verify", str(vectors(tmp_path / "v.json", {}, {"id": "two", "expect": "2026-12-21"})), "--engine", "python"
    )
    assert done.exit_code == 1
    assert done.stdout.splitlines()[-1] == "1 passed, 1 failed"
    assert "two" in done.stdout


def test_verify_is_content_when_all_pass(tmp_path: Path) -> None:
    assert answer("verify", str(vectors(tmp_path / "v.json", {})), "--engine", "python").endswith(
        "1 passed, 0 failed\n"
    )


# write and new


def test_write_puts_the_pages_and_the_open_data_into_a_folder(tmp_path: Path) -> None:
    text = answer("write", str(tmp_path / "pages"))
    assert re.fullmatch(rf"\d+ files are in {re.escape(str(tmp_path / 'pages'))}\n", text)
    assert (tmp_path / "pages" / "index.md").is_file()
    assert (
        json.loads((tmp_path / "pages" / "data" / "guide.json").read_text("utf-8"))["partnership"]["version"] == "1.0"
    )


def test_a_new_folder_passes_the_check_and_makes_pages_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "our area"
    text = answer("new", str(folder))
    assert f'guide check --procedures "{folder}"' in text
    assert guide("check", procedures=folder).stdout == "No problems.\n"
    done = guide("write", str(tmp_path / "pages"), procedures=folder)
    assert (done.exit_code, done.stderr) == (0, "")
    page = (tmp_path / "pages" / "procedures" / "resolve-disagreement.md").read_text("utf-8")
    assert "Hold the managers&#39; meeting" in page or "Hold the managers' meeting" in page


def test_a_new_folder_counts_its_example_over_easter_2027(tmp_path: Path) -> None:
    answer("new", str(tmp_path / "new"))
    done = guide("timeline", "disagreement", "--on", "disagreement-raised=2027-03-24", procedures=tmp_path / "new")
    assert "No later than Friday 2 April 2027\n    Hold the managers' meeting" in done.stdout


def test_new_takes_an_empty_folder_and_copies_the_calendars_it_was_given(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    answer("new", str(tmp_path / "empty"))
    for nation in ("england-and-wales", "northern-ireland", "scotland"):
        assert (tmp_path / "empty" / "calendars" / f"{nation}.yml").read_bytes() == (
            FOLDER / f"{nation}.yml"
        ).read_bytes()


def test_new_refuses_a_folder_that_holds_something_and_leaves_it_alone(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("mine", "utf-8")
    done = guide("new", str(tmp_path))
    assert (done.exit_code, done.stdout) == (1, "")
    assert "this folder is not empty" in done.stderr
    assert "hint: name a new folder, or an empty one" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["note.txt"]


def test_new_refuses_a_file_and_a_source_without_calendars(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    assert "this is a file" in guide("new", str(tmp_path / "file")).stderr
    done = guide("new", str(tmp_path / "new"), procedures=tmp_path)
    assert (done.exit_code, "no bank holidays to copy" in done.stderr) == (1, True)
    assert not (tmp_path / "new").exists()


# calendar


def a_calendar(folder: Path, nation: str = "england-and-wales", without: str = "") -> Path:
    path = folder / "calendars" / f"{nation}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = (FOLDER / f"{nation}.yml").read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not without or without not in line), "utf-8")
    return path


def test_refreshing_from_the_same_list_finds_no_change_and_writes_nothing(tmp_path: Path) -> None:
    path = a_calendar(tmp_path)
    before = path.read_bytes()
    assert guide("calendar", "refresh", "--write", procedures=tmp_path).stdout == "england-and-wales:\nNo change.\n"
    assert path.read_bytes() == before


def test_refreshing_shows_which_received_dates_move_and_where_to(tmp_path: Path) -> None:
    path = a_calendar(tmp_path, without="on: 2028-12-26")
    before = path.read_bytes()
    words = ("calendar", "refresh", "england-and-wales", "--list", str(OFFICIAL_LIST), "--retrieved", "2026-02-25")
    done = guide(*words, procedures=tmp_path)
    assert (done.exit_code, done.stderr) == (0, "")
    assert "closed now:     Tuesday 26 December 2028, Boxing Day\n" in done.stdout
    assert "    2028-12-22: 2028-12-26 → 2028-12-27\n" in done.stdout
    assert done.stdout.endswith("Nothing is written. Add --write to write it.\n")
    assert path.read_bytes() == before


def test_refreshing_writes_when_told_to_and_the_file_is_the_committed_one_again(tmp_path: Path) -> None:
    path = a_calendar(tmp_path, without="on: 2033-12-26")  # a projected day: the library knows it
    done = guide("calendar", "refresh", "--write", procedures=tmp_path)
    assert f"Written: {path.as_posix()}\n" in done.stdout
    assert path.read_bytes() == (FOLDER / "england-and-wales.yml").read_bytes()


def test_refreshing_reaches_further_when_asked(tmp_path: Path) -> None:
    path = a_calendar(tmp_path, "scotland")
    done = guide("calendar", "refresh", "scotland", "--through", "2036-12-31", "--write", procedures=tmp_path)
    assert "the calendar ends on Wednesday 31 December 2036, not Monday 31 December 2035" in done.stdout
    assert "through: 2036-12-31" in path.read_text("utf-8")


def test_a_calendar_is_made_for_the_first_time_from_the_official_list(tmp_path: Path) -> None:
    words = (
        "calendar",
        "refresh",
        "northern-ireland",
        "--list",
        str(OFFICIAL_LIST),
        "--retrieved",
        "2026-02-25",
        "--write",
    )
    done = guide(*words, procedures=tmp_path)
    assert (done.exit_code, done.stderr) == (0, "")
    assert "a new calendar from " in done.stdout
    assert (tmp_path / "calendars" / "northern-ireland.yml").is_file()
    again = guide("calendar", "refresh", "northern-ireland", procedures=tmp_path)
    assert again.stdout == "northern-ireland:\nNo change.\n"


def test_calendar_diff_names_the_days_and_counts_the_moved_dates(tmp_path: Path) -> None:
    old = a_calendar(tmp_path, without="on: 2026-12-28")
    done = guide("calendar", "diff", str(old), str(FOLDER / "england-and-wales.yml"), "--counts", "1", procedures=None)
    assert done.stdout.splitlines() == [
        "closed now:     Monday 28 December 2026, Boxing Day (substitute day)",
        "1 working day after: 4 starting dates moved",
        "    2026-12-24: 2026-12-28 → 2026-12-29",
        "    2026-12-25: 2026-12-28 → 2026-12-29",
        "    2026-12-26: 2026-12-28 → 2026-12-29",
        "    2026-12-27: 2026-12-28 → 2026-12-29",
    ]


def test_calendar_diff_of_a_file_with_itself_is_no_change() -> None:
    path = str(FOLDER / "scotland.yml")
    assert guide("calendar", "diff", path, path, "--counts", "1,-7", procedures=None).stdout == "No change.\n"


# Everything that can be given wrongly


MENDABLE = [
    ("timeline nope --on notification-received=2026-12-17", "there is no procedure or journey 'nope'"),
    ("timeline notificaton --on notification-received=2026-12-17", "did you mean 'notification'?"),
    ("timeline notification", "no date is given to count from"),
    ("timeline notification --on nope=2026-12-17", "there is no anchor 'nope'"),
    ("timeline notification --on publication=2026-12-17", "no rule of 'notification' counts from 'publication'"),
    ("timeline learning-review --on notification-received=2026-12-17", "this one has no dates"),
    ("timeline notification --on notification-received=", '"" is not a date'),
    ("timeline notification --on notification-received=2026-02-30", "There is no day 30 in February 2026"),
    ("timeline notification --on notification-received=2026-13-01", "There is no month 13"),
    ("timeline notification --on notification-received=17/12/2026", '"17/12/2026" is not a date'),
    ("timeline notification --on notification-received=20261217", '"20261217" is not a date'),
    ("timeline notification --on notification-received=٢٠٢٦-١٢-١٧", "is not a date"),
    ("timeline notification --on notification-received=1999-12-17", "Friday 17 December 1999 is outside the calendar"),
    ("timeline notification --on notification-received=2035-12-30", "runs outside the calendar"),
    ("timeline notification --on notification-received=9999-12-31", "outside the calendar"),
    ("timeline notification --on notification-received=2026-12-17 --done nope=2026-12-18", "there is no step 'nope'"),
    ("timeline notification --on notification-received=2026-12-17 --done notify-the-panel=x", '"x" is not a date'),
    ("timeline notification --on notification-received=2026-12-17 --role nope", "there is no actor 'nope'"),
    ("timeline notification --on notification-received=2026-12-17 --role ofsted", "'ofsted' has no step"),
    ("timeline notification --on notification-received=2026-12-17 --bank-holiday x", '"x" is not a date'),
    ("timeline notification --on notification-received=2026-12-17 --bank-holiday 2099-01-01", "outside the calendar"),
    ("timeline notification --on notification-received=2026-12-17 --closure x", '"x" is not a date'),
    ("timeline notification --on notification-received=2026-12-17 --today x", '"x" is not a date'),
    ("timeline learning-review --format ics", "No step here has a date"),
    ("days after x 5", '"x" is not a date'),
    ("days after 2026-12-17 9999", "runs outside the calendar"),
    ("days after 2026-12-17 9999 --unit months", "outside the calendar"),
    ("days after 9999-12-31 1 --unit calendar_days", "between the years 1 and 9999"),
    ("days after 2026-12-17 5 --calendar wales", "there is no calendar 'wales'"),
    ("verify nope.json --engine python", "nope.json"),
    ("calendar refresh nope", "there is no calendar 'nope'"),
    ("calendar refresh scotland --list nope.json --retrieved 2026-01-01", "nope.json"),
    ("calendar refresh scotland --through x", '"x" is not a date'),
    ("calendar refresh scotland --through 2011-01-01", "has no day from 2012-01-01 to 2011-01-01"),
]


@pytest.mark.parametrize(("words", "said"), MENDABLE, ids=[words for words, _ in MENDABLE])
def test_what_a_reader_can_mend_ends_in_a_sentence_and_1(words: str, said: str) -> None:
    done = guide(*words.split(" "))
    assert (done.exit_code, done.stdout) == (1, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


MISUSED = [
    "nonsense",
    "timeline",
    "timeline notification --on notification-received",
    "timeline notification --on =2026-12-17",
    "timeline notification --on notification-received=2026-12-17 --on notification-received=2026-12-18",
    "timeline notification --on notification-received=2026-12-17 --done notify-the-panel",
    "timeline notification --format xml",
    "days sideways 2026-12-17 5",
    "days after 2026-12-17 x",
    "days after 2026-12-17 -5",
    "days after 2026-12-17 5 --unit fortnights",
    "days after 2026-12-17",
    "check --format xml",
    "verify",
    "verify x.json --engine perl",
    "write",
    "new",
    "calendar nonsense",
    "calendar diff one.yml",
    "calendar refresh scotland --list x.json",
    "calendar refresh scotland --retrieved 2026-01-01",
]


@pytest.mark.parametrize("words", MISUSED)
def test_wrong_usage_ends_in_how_to_use_it_and_2(words: str) -> None:
    done = guide(*words.split(" "))
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Usage: main" in done.stderr
    assert "Error: " in done.stderr


@pytest.mark.parametrize("counts", ["0", "1,x", "", "1,,2", "1000"])
def test_counts_that_are_none_are_wrong_usage(counts: str) -> None:
    path = str(FOLDER / "scotland.yml")
    done = guide("calendar", "diff", path, path, "--counts", counts, procedures=None)
    assert (done.exit_code, "is not a list of numbers such as 1,5,-7" in done.stderr) == (2, True)


COMMANDS = [
    ("check",),
    ("timeline", "notification"),
    ("days", "after", "2026-12-17", "5"),
    ("verify", "x.json", "--engine", "python"),
    ("write", "out"),
]


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_a_missing_folder_and_a_file_for_a_folder_end_in_a_sentence(words: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "file.yml").write_text("id: x\n", "utf-8")
    for where in (tmp_path / "nowhere", tmp_path / "file.yml"):
        done = guide(*words, procedures=where)
        assert (done.exit_code, done.stdout) == (1, "")
        assert "there is no such folder" in done.stderr
        assert "guide new DIR" in done.stderr


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_a_folder_with_mistakes_is_refused_by_every_command(words: tuple[str, ...], tmp_path: Path) -> None:
    folder = sound_guide(tmp_path / "procedures")
    path = folder / "resolve-disagreement.yml"
    path.write_text(path.read_text("utf-8").replace("who: managers", "who: manager"), "utf-8")
    done = guide(*words, procedures=folder)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "unknown-actor unknown actor 'manager'" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_file_one_may_not_read_ends_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = sound_guide(tmp_path / "procedures")
    allowed = Path.open

    def opened(path: Path, *how: Any) -> Any:
        if path.name == "forms.yml":
            raise PermissionError(13, "Permission denied", str(path))
        return allowed(path, *how)

    monkeypatch.setattr(Path, "open", opened)  # a test that runs as root may read every file
    done = guide("check", procedures=folder)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "forms.yml:0:0: unreadable this file cannot be read: Permission denied\n    hint: " in done.stderr


def test_a_page_that_cannot_be_written_ends_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    done = guide("write", str(tmp_path / "file" / "pages"))
    assert (done.exit_code, done.stdout) == (1, "")
    assert "Not a directory" in done.stderr


# From a shell


def from_the_shell(*words: str, cwd: Path = REPOSITORY) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(REPOSITORY / "scripts"), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "guide", *words]
    return subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", env=environment, check=False)


def test_the_default_folder_is_procedures_where_one_stands(tmp_path: Path) -> None:
    assert from_the_shell("days", "after", "2026-12-17", "1").stdout == "2026-12-18\n"
    done = from_the_shell("days", "after", "2026-12-17", "1", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("procedures:0:0: no-folder there is no such folder\n    hint: ")


def test_the_exit_codes_from_a_shell_are_0_1_and_2() -> None:
    codes = [
        from_the_shell(*words.split()).returncode for words in ("--help", "check --procedures nowhere", "nonsense")
    ]
    assert codes == [0, 1, 2]


def test_a_reader_that_stops_listening_is_not_a_fault() -> None:
    environment = os.environ | {"PYTHONPATH": str(REPOSITORY / "scripts")}
    command = [sys.executable, "-m", "guide", "timeline", "serious-incident", *CHRISTMAS, "--format", "json"]
    with subprocess.Popen(
        command, cwd=REPOSITORY, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


def test_the_help_of_every_command_says_what_it_does() -> None:
    listed = guide("--help", procedures=None).stdout
    for command in ("check", "timeline", "days", "verify", "write", "calendar", "new"):
        assert re.search(rf"^  {command} +\w", listed, re.MULTILINE), listed
        assert guide(command, "--help", procedures=None).exit_code == 0
