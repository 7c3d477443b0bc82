"""What nothing reads is named: no author believes that a file counts which does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from area_guides import area, copy_area
from guide.exports import blank_sheet
from guide.problems import Problem, Problems
from guide.reading.folder import read_guide
from guide.reading.schema import FILE_KINDS
from guide.reading.strays import SCHEMAS, original_of
from guide.strict_yaml import merge_markers


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_area(tmp_path / "procedures")


def told(folder: Path, *, while_edited: bool = False) -> list[Problem]:
    try:
        read_guide(folder, while_edited=while_edited)
    except Problems as found:
        return list(found.problems)
    return []


def put(folder: Path, name: str, content: str = "id: x\n") -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(content, "utf-8")


def test_a_file_in_another_spelling_is_to_be_renamed_where_it_stands_alone(folder: Path) -> None:
    (folder / "forms.yml").rename(folder / "forms.yaml")
    problem = next(one for one in told(folder) if one.place.path.endswith("forms.yaml"))
    assert (problem.code, problem.hint) == ("file-name", "rename it to forms.yml")


def test_a_file_in_another_spelling_is_to_be_deleted_where_the_right_one_is_there(folder: Path) -> None:
    put(folder, "forms.yaml")
    (problem,) = told(folder)
    assert (problem.code, "delete this file" in problem.hint) == ("copied-file", True)


@pytest.mark.parametrize(
    "name",
    [
        "forms (1).yml", "forms - Copy.yml", "forms-LAPTOP7.yml", "forms (Ann's conflicted copy 2026-11-28).yml",
        "._forms.yml", "~$forms.yml", "forms.yml.orig", "forms.yml~", ".forms.yml.swp", "Copy of forms.yml",
    ],
)  # fmt: skip
def test_a_copy_is_to_be_deleted_and_is_told_once(name: str, folder: Path) -> None:
    put(folder, name)
    (problem,) = told(folder)
    assert problem.code == "copied-file"
    assert "delete" in problem.hint
    assert "rename" not in problem.hint


def test_a_copy_with_a_sound_name_is_told_once_and_not_as_everything_it_repeats(folder: Path) -> None:
    put(folder, "inquiry-copy.yml", (folder / "inquiry.yml").read_text("utf-8"))
    put(folder, "forms-2.yml", (folder / "forms.yml").read_text("utf-8"))
    assert [(one.code, Path(one.place.path).name) for one in told(folder)] == [
        ("copied-file", "forms-2.yml"), ("copied-file", "inquiry-copy.yml"),
    ]  # fmt: skip


def test_a_folder_and_a_document_are_named(folder: Path) -> None:
    put(folder, "old/forms.yml")
    put(folder, "notes.docx")
    put(folder, "Examples/christmas.yml")
    put(folder, "schema/x.yaml")
    assert [(one.code, Path(one.place.path).name) for one in told(folder)] == [
        ("not-read", "Examples"), ("not-read", "notes.docx"), ("not-read", "old"),
        ("not-read", "x.yaml"),
    ]  # fmt: skip


def test_a_folder_that_is_nearly_called_right_is_to_be_renamed(folder: Path) -> None:
    (folder / "examples").rename(folder / "example")
    (problem,) = told(folder)
    assert problem.hint == "rename it to examples"


def test_what_the_project_and_the_system_put_there_is_no_problem(folder: Path) -> None:
    for name in (".DS_Store", "Thumbs.db", "desktop.ini", "examples/.DS_Store", "schema/forms.json"):
        put(folder, name)
    put(folder, "fonts/OFL.txt")
    assert told(folder) == []


def test_while_somebody_edits_what_the_editor_keeps_beside_the_file_is_no_problem(folder: Path) -> None:
    for name in (".forms.yml.swp", "forms.yml~", ".#forms.yml", "4913"):
        put(folder, name)
    assert len(told(folder)) == 4
    assert told(folder, while_edited=True) == []


def test_a_link_that_leads_nowhere_is_not_told_as_a_file_that_every_guide_needs(folder: Path) -> None:
    (folder / "extra.yml").symlink_to("nowhere.yml")
    (problem,) = told(folder)
    assert (problem.code, Path(problem.place.path).name) == ("unreadable", "extra.yml")


@pytest.mark.parametrize(
    ("name", "original"),
    [
        ("rapid-review-Anns-MacBook.yml", "rapid-review.yml"), ("forms copy 2.yml", "forms.yml"),
        ("forms.sync-conflict-20261128-091500-ABCDEFG.yml", "forms.yml"), ("forms.YML.bak", "forms.yml"),
        ("forms.bak.yml", "forms.yml"), ("notes.md", ""), ("forms.yml", ""), ("forms-2.yml", ""),
    ],
)  # fmt: skip
def test_the_original_of_a_name(name: str, original: str) -> None:
    assert original_of(name)[0] == original


def test_a_merge_that_was_never_finished_is_called_that_at_each_of_its_lines(folder: Path) -> None:
    path = folder / "forms.yml"
    lines = path.read_text("utf-8").splitlines()
    lines[2:2] = ["<<<<<<< HEAD", "||||||| base", "=======", ">>>>>>> theirs"]
    path.write_text("\r\n".join(lines), "utf-8", newline="")
    assert [(one.code, one.place.line) for one in told(folder)] == [("merge-marker", line) for line in (3, 4, 5, 6)]


@pytest.mark.parametrize(
    "mark",
    [
        "<<<<<<<HEAD", "<<<<<<< .mine", "||||||| 0a1b2c3", "||||||| COMMON ANCESTOR |||||||", ">>>>>>>theirs",
        "======= MERGED IN follows =======", "%%%%%%% changes from base", "+++++++ side #2", "------- base",
        "\\\\\\\\\\\\\\ to: side #1", "  <<<<<<< Updated upstream",
    ],
)  # fmt: skip
@pytest.mark.parametrize("saved", ["{}", "{},,,,", '"{}";;;;'])
def test_the_marks_of_any_program_are_known_in_yaml_and_in_a_sheet(mark: str, saved: str, folder: Path) -> None:
    path = folder / "forms.yml"
    path.write_text(path.read_text("utf-8") + mark + "\n", "utf-8")
    sheet = blank_sheet(area()).splitlines()
    put(folder, "second-reading.csv", "\n".join([*sheet[:3], saved.format(mark), *sheet[3:]]))
    assert [(one.code, Path(one.place.path).name) for one in told(folder)] == [
        ("merge-marker", "forms.yml"), ("merge-marker", "second-reading.csv"),
    ]  # fmt: skip


def test_a_line_of_hyphens_in_a_text_is_no_mark_of_a_merge() -> None:
    assert list(merge_markers("says: |\n  -------\n  - six\n---\n# ======= \n", "x.yml")) == []


def test_the_sheet_of_the_second_reading_and_the_earlier_ones_are_no_stray_files(folder: Path) -> None:
    put(folder, "second-reading-2.csv", "an earlier sheet\n")
    assert told(folder) == []


@pytest.mark.parametrize("name", ["second-reading (1).csv", "second-reading.xlsx", "Second-reading-final.csv"])
def test_a_sheet_under_another_name_is_to_be_taken_and_not_deleted(folder: Path, name: str) -> None:
    put(folder, name)
    (problem,) = told(folder)
    assert problem.hint.startswith("take it with 'guide second-reading take FILE', if nobody has taken it yet")


def test_the_schemas_that_belong_there_are_those_that_the_program_writes() -> None:
    assert set(FILE_KINDS) == SCHEMAS


@pytest.mark.parametrize("name", ["schema/forms - Copy.json", "schema/forms (1).json", "schema/forms-LAPTOP7.json"])
def test_a_copy_of_a_schema_is_to_be_deleted(name: str, folder: Path) -> None:
    put(folder, "schema/forms.json")
    put(folder, name)
    (problem,) = told(folder)
    assert (problem.code, "it is a copy of forms.json" in problem.message) == ("copied-file", True)


def test_a_copy_with_a_day_behind_its_name_is_not_to_be_renamed(folder: Path) -> None:
    put(folder, "inquiry_2026-11-02.yml")
    put(folder, "inquiry 20261102.yml")
    assert ["delete this file" in one.hint for one in told(folder)] == [True, True]


@pytest.mark.parametrize(
    "name",
    [
        "._.DS_Store", ".Trash-1000", "$RECYCLE.BIN", "System Volume Information", ".dropbox", ".stfolder",
        "ehthumbs.db", "@eaDir/x.yml", "__MACOSX/._forms.yml", ".nfs00000a12", "._sync_9f3c.db", "files/._.DS_Store",
        ".4711-0.unfinished", "calendars/.scotland.yml.4711-1.unfinished",
        "examples/.stignore", "calendars/Desktop.ini", "fonts/.DS_Store",
    ],
)  # fmt: skip
def test_what_a_disk_or_a_shared_folder_put_there_is_no_problem(name: str, folder: Path) -> None:
    put(folder, name)
    assert told(folder) == []


def test_the_settings_of_a_tool_are_not_told_to_take_another_name(folder: Path) -> None:
    put(folder, ".yamllint.yml")
    (problem,) = told(folder)
    assert (problem.code, problem.hint) == ("not-read", "move it out of this folder, or delete it")


def test_a_lock_beside_a_form_is_to_be_deleted_and_not_to_be_named(folder: Path) -> None:
    put(folder, "files/~$log.docx")
    (problem,) = told(folder)
    assert problem.hint == "close the program that has the other file open, then delete this"
