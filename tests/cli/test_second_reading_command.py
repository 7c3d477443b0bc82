"""A sheet goes out without an answer, and what comes back is kept, compared, and never loses a filled row."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from area_guides import copy_area
from command_line import guide
from guide.checks.every import check_guide
from guide.cli import second_reading
from guide.model.second_reading import SheetColumn
from guide.reading.folder import read_guide
from pdf_reading import read_pdf

SHEET = "second-reading.csv"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_area(tmp_path / "procedures", "glen")


def table(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))


def blank(folder: Path, *words: str) -> Path:
    path = folder.parent / "blank.csv"
    result = guide("second-reading", "blank", str(path), *words, procedures=folder)
    assert result.exit_code == 0, result.output
    return path


def filled(path: Path, item: str, **cells: str) -> Path:
    header, *rows = table(path)
    row = next(row for row in rows if row[0] == item)
    for name, cell in cells.items():
        row[header.index(SheetColumn[name.upper()])] = cell
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows([header, *rows])
    path.write_text(text.getvalue(), "utf-8")
    return path


def test_the_blank_sheet_has_the_documents_words_and_no_answer(folder: Path) -> None:
    header, how, *rows = table(blank(folder))
    assert header == list(SheetColumn)
    assert how[0].startswith("(")
    source = read_guide(folder).source
    assert [row[:3] for row in rows] == [[item.id, item.under, item.words or item.about] for item in source]
    answers = [header.index(column) for column in SheetColumn if column.is_read]
    assert {row[place] for row in rows for place in (*answers, header.index("read by"), header.index("agreed"))} == {""}


def test_it_says_how_many_items_lack_the_documents_words(folder: Path) -> None:
    path = folder.parent / "sheet.csv"
    result = guide("second-reading", "blank", str(path), procedures=folder)
    assert "2 of 12 source items have no words: of the document" in result.output


def test_the_printed_sheet_is_landscape_and_has_the_words_and_every_box_but_no_actor(folder: Path) -> None:
    paper = folder.parent / "sheet.pdf"
    blank(folder, "--pdf", str(paper))
    text = " ".join(read_pdf(paper.read_bytes()).text.split())
    assert "The reporter will send the papers to the family" in text
    assert text.count("Counted from") == 1 + len(read_guide(folder).source)
    assert "Reporter to the hearing" not in text  # the guide's own name for the actor


def test_a_file_that_is_there_already_is_not_written_over(folder: Path) -> None:
    path = blank(folder)
    before = path.read_bytes()
    result = guide("second-reading", "blank", str(path), procedures=folder)
    assert (result.exit_code, path.read_bytes()) == (1, before)
    assert "may be filled in" in result.output


def test_what_was_filled_in_comes_back_and_the_guide_is_held_to_it(folder: Path) -> None:
    (folder / SHEET).unlink()
    path = filled(blank(folder), "F1-02", who="office", to="reporter", number="2 to 3; 6", unit="working days; months",
                  direction="on; before", qualifier="morning", read_by="a clerk", read_on="3/8/2026")  # fmt: skip
    result = guide("second-reading", "take", str(path), procedures=folder)
    assert result.exit_code == 0
    assert "F1-02, to: the second reading says 'reporter'" in result.output
    assert "1 filled rows are taken" in result.output
    assert "1 of 12 source items were read a second time; 11 not yet" in result.output
    assert "1 differences stand above" in result.output
    assert [problem.code for problem in check_guide(read_guide(folder))] == ["second-reading"]
    kept = read_guide(folder).second_reading
    assert kept is not None
    assert (kept.row["F1-02"].cells[SheetColumn.READ_ON], kept.row["F1-02"].is_filled) == ("2026-08-03", True)


def test_the_sheet_that_is_kept_taken_again_changes_nothing(folder: Path) -> None:
    copy = folder.parent / "again.csv"
    copy.write_bytes((folder / SHEET).read_bytes())
    result = guide("second-reading", "take", str(copy), procedures=folder)
    assert "The two readings agree." in result.output
    assert (folder / SHEET).read_bytes() == copy.read_bytes()
    assert sorted(path.name for path in folder.glob("*.csv")) == [SHEET]


def test_rows_that_come_later_are_added_and_those_that_were_filled_stay(folder: Path) -> None:
    before = read_guide(folder).second_reading
    path = filled(blank(folder), "F2-05", who="reporter", number="21", unit="days", start="order", read_by="a clerk")
    result = guide("second-reading", "take", str(path), procedures=folder)
    assert "12 of 12 source items were read a second time." in result.output
    after = read_guide(folder).second_reading
    assert before is not None
    assert after is not None
    assert {item: row.cells for item, row in after.row.items() if item != "F2-05"} == {
        item: row.cells for item, row in before.row.items() if item != "F2-05"
    }


def test_a_row_that_is_read_again_replaces_the_earlier_one_and_the_earlier_sheet_is_kept(folder: Path) -> None:
    before = (folder / SHEET).read_bytes()
    for number, who in ((1, "school"), (2, "reporter")):
        path = folder.parent / f"sheet-{number}.csv"
        assert guide("second-reading", "blank", str(path), procedures=folder).exit_code == 0
        filled(path, "F2-06", who=who, read_by="another clerk")
        result = guide("second-reading", "take", str(path), procedures=folder)
        assert f"second-reading-{number}.csv" in result.output
    assert (folder / "second-reading-1.csv").read_bytes() == before
    assert read_guide(folder).second_reading is not None  # what is kept beside it is no stray file


def test_the_earlier_sheet_is_written_first_and_once_though_a_run_ends_between_the_two(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (folder / SHEET).read_bytes()
    path = filled(blank(folder), "F2-06", who="reporter", read_by="another clerk")

    def powerless(files: dict[Path, bytes]) -> list[Path]:
        (first, sheet), _ = files.items()
        first.write_bytes(sheet)
        raise KeyboardInterrupt

    with monkeypatch.context() as power:
        power.setattr(second_reading, "write_files", powerless)
        assert guide("second-reading", "take", str(path), procedures=folder).exit_code == 1
    assert (folder / SHEET).read_bytes() == (folder / "second-reading-1.csv").read_bytes() == before
    assert guide("second-reading", "take", str(path), procedures=folder).exit_code == 0
    assert (folder / SHEET).read_bytes() != before
    assert sorted(path.name for path in folder.glob("*.csv")) == ["second-reading-1.csv", SHEET]


@pytest.mark.parametrize(("mine", "others"), [("F2-06", "F2-05"), ("F2-05", "F2-06")], ids=["read again", "read first"])
def test_a_sheet_that_another_run_changes_meanwhile_is_not_written_over(
    folder: Path, monkeypatch: pytest.MonkeyPatch, mine: str, others: str
) -> None:
    path = filled(blank(folder), mine, who="reporter", read_by="another clerk")
    as_it_was = read_guide(folder)
    theirs = filled(folder / SHEET, others, who="circle", read_by="a third clerk").read_bytes()
    monkeypatch.setattr(second_reading, "read_guide", lambda _: as_it_was)
    result = guide("second-reading", "take", str(path), procedures=folder)
    assert "another run has just changed this sheet" in result.output
    assert (folder / SHEET).read_bytes() == theirs


def test_a_sheet_of_words_that_have_changed_since_is_kept_and_counts_for_nothing(folder: Path) -> None:
    path = filled(blank(folder), "F2-06", who="school", read_by="a clerk")
    source = folder / "source.yml"
    source.write_text(source.read_text("utf-8").replace("about: File the minute.", "about: File it."), "utf-8")
    result = guide("second-reading", "take", str(path), procedures=folder)
    assert "1 not since their words changed (F2-06)" in result.output
    assert "The two readings agree." in result.output


def renamed(path: Path) -> None:
    path.write_text(path.read_text("utf-8").replace("F1-01;", "F9-99;"), "utf-8")


REFUSED = [
    ("a workbook", lambda path: path.write_bytes(b"PK\x03\x04"), "this is a workbook (.xlsx or .ods) and no CSV"),
    ("nothing filled in", lambda path: None, "no row of this sheet is filled in"),
    ("an unknown item", lambda path: renamed(filled(path, "F1-01", who="office")), "there is no source item 'F9-99'"),
    ("no header", lambda path: path.write_text("F1-01;x\n", "utf-8"), "the column 'who' is missing"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "change", "message"), REFUSED, ids=[one[0] for one in REFUSED])
def test_a_sheet_that_cannot_be_taken_changes_nothing(folder: Path, what: str, change: object, message: str) -> None:
    before, path = (folder / SHEET).read_bytes(), blank(folder)
    change(path)  # type: ignore[operator]
    result = guide("second-reading", "take", str(path), procedures=folder)
    assert result.exit_code == 1, what
    assert message in result.output
    assert "hint: " in result.output
    assert (folder / SHEET).read_bytes() == before


def test_a_guide_with_something_else_to_mend_is_not_compared(folder: Path) -> None:
    path = filled(blank(folder), "F2-06", who="office")
    forms = folder / "forms.yml"
    forms.write_text(forms.read_text("utf-8").replace("completed_by: reporter", "completed_by: nobody"), "utf-8")
    result = guide("second-reading", "take", str(path), procedures=folder)
    assert (result.exit_code, "unknown-actor" in result.output) == (1, True)
