"""`guide check`, `write`, `new`, `days` and `verify`: what each says and what it leaves behind."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from broken_guides import sound_guide
from command_line import answer, guide
from committed_calendars import FOLDER


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


def test_a_warning_is_told_and_stops_nothing(tmp_path: Path) -> None:
    folder = sound_guide(tmp_path / "procedures")
    path = folder / "calendars" / "scotland.yml"
    text = path.read_text("utf-8").replace("published_through: 2028", "published_through: 2029")
    path.write_text(re.sub(r"(on: 2029-.*status: )projected", r"\1published", text), "utf-8")
    done = guide("check", procedures=folder)
    assert (done.exit_code, done.stdout) == (0, "No problems.\n")
    assert "scotland.yml:8:20: official-list-ends warning: the official list that the program has ends" in done.stderr
    (row,) = json.loads(guide("check", "--format", "json", procedures=folder).stdout)
    assert row["level"] == "warning"
    assert guide("check", "--format", "github", procedures=folder).stdout.startswith("::warning file=")


def test_check_tells_what_would_stop_a_pdf_and_what_would_not_fit_only_when_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # what was found to fit is kept there
    folder = sound_guide(tmp_path / "procedures")
    path = folder / "resolve-disagreement.yml"
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"^summary: .*$", f"summary: {'It goes on. ' * 400}", text, flags=re.M), "utf-8")
    assert guide("check", procedures=folder).exit_code == 0
    done = guide("check", "--print", procedures=folder)
    assert (done.exit_code, "resolve-disagreement.yml:" in done.stderr, ": print " in done.stderr) == (1, True, True)
    path.write_text(text.replace("summary: ", "summary: 春 "), "utf-8")
    done = guide("check", procedures=folder)
    assert (done.exit_code, ": no-letter " in done.stderr) == (1, True)


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


def test_verify_asks_about_acts_where_the_file_says_so(tmp_path: Path) -> None:
    asked = {"id": "one", "timeline": "trust-concern", "anchors": {"concern-received": "2026-12-18"},
             "expect": {"inform-link-officers": {"governs": "2026-12-21"}}}  # fmt: skip
    path = tmp_path / "acts.json"
    path.write_text(json.dumps({"format": "act-vectors/1", "vectors": [asked, {"id": "two"}]}), "utf-8")
    done = guide("verify", str(path))
    assert (done.exit_code, done.stderr) == (1, "")
    assert done.stdout.splitlines()[0].startswith("two: timeline: there is no journey or procedure None; use one of: ")
    assert done.stdout.splitlines()[-1] == "1 passed, 1 failed"


def test_write_puts_the_pages_and_the_open_data_into_a_folder(tmp_path: Path) -> None:
    text = answer("write", str(tmp_path / "pages"))
    assert re.match(rf"\d+ files are in {re.escape(str(tmp_path / 'pages'))}\n", text)
    docs = tmp_path / "pages" / "docs"
    assert (docs / "index.md").is_file()
    assert json.loads((docs / "data" / "guide.json").read_text("utf-8"))["partnership"]["version"] == "2.3"


def test_a_new_folder_passes_the_check_and_makes_pages_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "our area"
    text = answer("new", str(folder))
    assert f'guide check --procedures "{folder}"' in text
    assert guide("check", procedures=folder).stdout == "No problems.\n"
    done = guide("write", str(tmp_path / "pages"), procedures=folder)
    assert (done.exit_code, done.stderr) == (0, "")
    page = (tmp_path / "pages" / "docs" / "procedures" / "resolve-disagreement" / "index.md").read_text("utf-8")
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
    (tmp_path / "source").mkdir()
    done = guide("new", str(tmp_path / "new"), procedures=tmp_path / "source")
    assert (done.exit_code, "no bank holidays to copy" in done.stderr) == (1, True)
    assert not (tmp_path / "new").exists()
