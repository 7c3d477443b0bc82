"""What a guide and the second reading of its document do not say alike is found, whatever column it is in."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from area_guides import copy_area
from guide.calendars.days import parse
from guide.checks.every import check_guide, check_warnings
from guide.model.guide import Guide
from guide.model.second_reading import SheetColumn, digest_of, standing_of
from guide.problems import Problem, Problems
from guide.reading.folder import read_guide

TODAY = parse("2026-11-23")

GLEN = "glen"
FIRST, LATER = "discussion.yml", "hearing-papers.yml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_area(tmp_path / "procedures", GLEN)


def changed(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text("utf-8")
    assert text.count(old) == 1, f"{name} has {old!r} {text.count(old)} times"
    (folder / name).write_text(text.replace(old, new), "utf-8")


def filled_in(folder: Path, item: str, **cells: str) -> None:
    """Writes cells of one row of the sheet; `counted_from` is the column of that name."""
    path = folder / "second-reading.csv"
    header, *rows = csv.reader(io.StringIO(path.read_text("utf-8-sig")))
    row = next(row for row in rows if row[0] == item)
    for name, cell in cells.items():
        row[header.index(SheetColumn[name.upper()])] = cell
    text = io.StringIO()
    csv.writer(text).writerows([header, *rows])
    path.write_text(text.getvalue(), "utf-8")


def found_in(folder: Path, code: str = "second-reading") -> list[Problem]:
    return [problem for problem in check_guide(read_guide(folder)) if problem.code == code]


FAULTS = {
    "somebody else acts": (FIRST, "title: Log the referral\n        who: glen-office", "title: Log the referral\n        who: school", "F1-01", SheetColumn.WHO),
    "one of two who act is lost": (FIRST, "event: the discussion is held\n        who: [glen-office, school]", "event: the discussion is held\n        who: [glen-office]", "F1-04", SheetColumn.WHO),
    "somebody helps of whom nothing was read": (FIRST, "title: Log the referral\n        who: glen-office", "title: Log the referral\n        who: glen-office\n        with: school", "F1-01", SheetColumn.WITH),
    "it goes to somebody else": (FIRST, "to: school\n        does: Call", "to: reporter\n        does: Call", "F1-02", SheetColumn.TO),
    "one of two who receive is lost": (LATER, "to: [family, glen-office]", "to: [family]", "F2-02", SheetColumn.TO),
    "what is recommended is stated": (FIRST, "        should: true\n", "", "F1-05", SheetColumn.STRENGTH),
    "what is allowed is stated": (LATER, "        may: true\n", "", "F2-04", SheetColumn.STRENGTH),
    "what is stated is recommended": (FIRST, "title: Call the school\n", "title: Call the school\n        should: true\n", "F1-02", SheetColumn.STRENGTH),
    "what is a must is left to the actor": (FIRST, "does: Write to the family within", "may: true\n        does: Write to the family within", "F1-06", SheetColumn.STRENGTH),
    "what is stated is a must": (FIRST, "does: Log the referral", "does: You must log the referral", "F1-01", SheetColumn.STRENGTH),
    "what is stated has to be done": (LATER, "does: Send the papers", "does: The papers have to be sent", "F2-02", SheetColumn.STRENGTH),
    "as soon as possible is lost": (LATER, "due: as soon as possible", "due: not stated", "F2-01", SheetColumn.QUALIFIER),
    "the morning is lost": (FIRST, "part: morning", "part: afternoon", "F1-02", SheetColumn.QUALIFIER),
    "if possible is made up": (LATER, "does: Tell the school on calendar day 2.", "does: Tell the school on calendar day 2, if possible.", "F2-03", SheetColumn.QUALIFIER),
    "a form is lost": (FIRST, "        forms: [g-1]\n", "", "F1-01", SheetColumn.FORM),
    "another form is used": (FIRST, "forms: [g-1]", "forms: [g-2]", "F1-01", SheetColumn.FORM),
    "four days are five": (FIRST, "due: {within: 4 working days, of: referral-in, counts: beginning with the day}\n        equals: {on: working day 4}", "due: {within: 5 working days, of: referral-in, counts: beginning with the day}", "F1-04", SheetColumn.NUMBER),
    "a numbered day is the next": (LATER, "due: {on: calendar day 2}", "due: {on: calendar day 3}", "F2-03", SheetColumn.NUMBER),
    "a range begins a day early": (FIRST, "due: {on: working days 2 to 3, part", "due: {on: working days 1 to 3, part", "F1-02", SheetColumn.NUMBER),
    "a deadline is lost": (FIRST, "due: {after: 1 week, from: hold-discussion, clear: false, closed_day: following}", "due: not stated", "F1-05", SheetColumn.NUMBER),
    "a deadline is made up": (LATER, "does: File the minute.\n        due: not stated", "does: File the minute.\n        due: {within: 2 calendar days, of: hearing-held}", "F2-06", SheetColumn.NUMBER),
    "the period it looks back over is longer": (FIRST, "over: 6 months", "over: 12 months", "F1-02", SheetColumn.NUMBER),
    "calendar days are working days": (LATER, "no_later_than: 7 calendar days, before: hearing-held, clear: true, closed_day: preceding,", "no_later_than: 7 working days, before: hearing-held, clear: true,", "F2-02", SheetColumn.UNIT),
    "a limit before an event is one after it": (LATER, "{no_later_than: 7 calendar days, before: hearing-held, clear: true, closed_day: preceding, reading", "{within: 7 calendar days, of: hearing-held, clear: true, closed_day: preceding, reading", "F2-02", SheetColumn.DIRECTION),
    "it counts from another event": (FIRST, "of: referral-in, counts: beginning with the day}\n        equals: {on: working day 4}", "of: family-seen, counts: beginning with the day}", "F1-04", SheetColumn.START),
    "one of two limits counts from another event": (LATER, "{within: 3 months, of: order-made}", "{within: 3 months, of: hearing-held}", "F2-04", SheetColumn.START),
    "an answer leads elsewhere": (FIRST, '{answer: "Yes", then: hold-discussion}', '{answer: "Yes", then: write-to-family}', "F1-03", SheetColumn.ANSWERS),
    "an answer that led nowhere leads on": (FIRST, "{answer: Cannot say, gap: cannot-say}", "{answer: Cannot say, then: hold-discussion}", "F1-03", SheetColumn.ANSWERS),
    "an answer is lost": (FIRST, "          - {answer: Cannot say, gap: cannot-say}\n", "", "F1-03", SheetColumn.ANSWERS),
    "an answer is made up": (FIRST, "          - {answer: Cannot say, gap: cannot-say}\n", "          - {answer: Cannot say, gap: cannot-say}\n          - {answer: Later, then: send-minute}\n", "F1-03", SheetColumn.ANSWERS),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_a_fault_is_found_in_its_column_and_at_a_line_of_the_guide(folder: Path, fault: str) -> None:
    name, old, new, item, column = FAULTS[fault]
    changed(folder, name, old, new)
    found = found_in(folder)
    assert [problem.message.split(": ")[0] for problem in found] == [f"{item}, {column}"], "\n".join(map(str, found))
    (problem,) = found
    line = (folder / name).read_text("utf-8").splitlines()[problem.place.line - 1]
    assert problem.place.path.endswith(name)
    assert line.strip()
    assert "second-reading.csv:" in problem.message
    assert "look at the document" in problem.hint


def test_the_sample_says_what_was_read(folder: Path) -> None:
    assert check_guide(read_guide(folder)) == []


def test_a_guide_without_a_sheet_is_told_nothing(folder: Path) -> None:
    (folder / "second-reading.csv").unlink()
    guide = read_guide(folder)
    assert (guide.second_reading, check_guide(guide), check_warnings(guide, TODAY)) == (None, [], [])


WRITTEN_OTHERWISE = {
    "F1-01": {"who": "The Glen Office", "form": "the log of a referral", "number": "one", "unit": "Working day"},
    "F1-02": {"number": "two - three; six", "unit": "working day; month"},
    "F1-03": {"answers": "a need for a discussion → hold the discussion; No → nothing; cannot say"},
    "F1-04": {"who": "school, office", "form": "G 2", "number": "4", "direction": "no later than", "start": "referral comes in"},
    "F1-05": {"strength": "Should", "unit": "weeks"},
    "F1-06": {"strength": "shall", "unit": "working day; days", "start": "referral; when the family was seen"},
    "F2-02": {"to": "family and Glen Office", "form": "Papers for a hearing", "direction": "no later than"},
}  # fmt: skip


def test_the_same_in_other_words_is_the_same(folder: Path) -> None:
    for item, cells in WRITTEN_OTHERWISE.items():
        filled_in(folder, item, **cells)
    assert list(map(str, found_in(folder))) == []


def test_a_name_that_nobody_has_is_told_with_the_nearest(folder: Path) -> None:
    filled_in(folder, "F1-02", to="shcool")
    (problem,) = found_in(folder)
    assert problem.hint.startswith("did you mean 'school'?")


UNREADABLE = [
    ({"number": "soon"}, "F1-05, number: 'soon' is no number"),
    ({"unit": "moons"}, "F1-05, unit: 'moons' is no unit of time that this guide counts"),
    ({"direction": "around"}, "F1-05, before or after: 'around' is no direction"),
    ({"number": ""}, "F1-05, unit: there is a unit and no number"),
    ({"number": "1; 2; 3", "unit": "weeks; months"}, "F1-05, unit: there are 3 numbers, and 2 in this column"),
    ({"strength": "would"}, "F1-05, must, will, should or may: 'would' is none of must, will, should and may"),
]


@pytest.mark.parametrize(("cells", "message"), UNREADABLE)
def test_a_cell_that_nobody_can_read_is_told_at_its_row(folder: Path, cells: dict[str, str], message: str) -> None:
    filled_in(folder, "F1-05", **cells)
    problems = found_in(folder, "reading-sheet")
    assert message in [problem.message for problem in problems]
    assert all(problem.place.path.endswith("second-reading.csv") and problem.hint for problem in problems)


def test_a_row_that_is_not_filled_in_is_counted_and_not_refused(folder: Path) -> None:
    guide = read_guide(folder)
    assert check_guide(guide) == []
    (warning,) = check_warnings(guide, TODAY)
    assert (warning.level, warning.message) == (
        "warning", "11 of 12 source items were read a second time; 1 not yet (F2-05)",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new"),
    [("the office logs the referral", "the school logs the referral"), ("F1-01\n  line: 1\n  under: Chart 1", "F1-01\n  line: 1\n  under: Chart One")],
)  # fmt: skip
def test_a_changed_sentence_or_heading_voids_its_reading_and_no_other(folder: Path, old: str, new: str) -> None:
    changed(folder, "source.yml", old, new)
    changed(folder, FIRST, "forms: [g-1]", "forms: [g-2]")
    guide = read_guide(folder)
    assert guide.second_reading is not None
    assert standing_of(guide.source, guide.second_reading).void == ("F1-01",)
    assert [problem for problem in check_guide(guide) if problem.code == "second-reading"] == []
    assert "1 not since their words changed (F1-01)" in check_warnings(guide, TODAY)[0].message


def test_spaces_and_quotation_marks_change_no_digest(folder: Path) -> None:
    item = read_guide(folder).source[1]
    spaced = item.model_copy(update={"words": str(item.words).replace(" ", "\u00a0 ")})
    assert digest_of(spaced) == digest_of(item)
    assert digest_of(item.model_copy(update={"words": f"{item.words} Now."})) != digest_of(item)


def test_a_row_in_which_the_document_says_nothing_is_read_all_the_same(folder: Path) -> None:
    filled_in(folder, "F2-05", who="-")
    assert "who: the second reading says nothing" in found_in(folder)[0].message


def asked_whom(folder: Path, says: str = "The document has the Reporter called.") -> None:
    """Lets the question of F1-02 speak of whom the guide names there and whom the document does."""
    old, meanwhile = "The procedure does not say from which day the 6 months reach back.", "From the day the referral"
    changed(folder, "questions.yml", old, f"{old} {says}")
    changed(folder, "questions.yml", meanwhile, f"The school is called. {meanwhile}")


def test_a_difference_that_two_people_agreed_on_is_kept_by_a_question_about_it(folder: Path) -> None:
    asked_whom(folder)
    filled_in(folder, "F1-02", to="reporter", agreed="to: six-months-before-which-day")
    guide = read_guide(folder)
    assert check_guide(guide) == []
    assert guide.second_reading is not None
    assert standing_of(guide.source, guide.second_reading).agreed == (
        ("F1-02", "to", "six-months-before-which-day"),
    )  # fmt: skip


NOT_AGREED: list[tuple[dict[str, str], str]] = [
    ({"to": "reporter", "agreed": "to: nobody-asks"}, "there is no question 'nobody-asks'"),
    ({"to": "reporter", "agreed": "to: cannot-say"}, "the question 'cannot-say' is about F1-03"),
    ({"to": "reporter", "agreed": "colour: cannot-say"}, "there is no column 'colour'"),
    ({"agreed": "to: six-months-before-which-day"}, "'to' differs no longer"),
]


@pytest.mark.parametrize(("cells", "message"), NOT_AGREED)
def test_an_agreement_without_its_question_or_its_difference_is_told(
    folder: Path, cells: dict[str, str], message: str
) -> None:
    filled_in(folder, "F1-02", **cells)
    assert any(message in problem.message for problem in found_in(folder, "reading-sheet"))


def test_an_agreement_keeps_no_name_that_its_question_does_not_have(folder: Path) -> None:
    asked_whom(folder)
    filled_in(folder, "F1-02", to="reporter", agreed="to: six-months-before-which-day")
    changed(folder, FIRST, "to: school\n        does: Call", "to: glen-office\n        does: Call")
    assert [problem.message.split(": ")[0] for problem in found_in(folder)] == ["F1-02, to"]


def test_an_agreement_keeps_no_loss_of_a_name_with_which_the_guide_reads_it(folder: Path) -> None:
    asked_whom(folder, "The document has the Reporter called, or the school.")
    filled_in(folder, "F1-02", to="reporter; school", agreed="to: six-months-before-which-day")
    assert found_in(folder) == []
    changed(folder, FIRST, "        to: school\n        does: Call", "        does: Call")
    assert [problem.message.split(": ")[0] for problem in found_in(folder)] == ["F1-02, to"]


def test_an_agreement_keeps_no_other_column(folder: Path) -> None:
    asked_whom(folder)
    filled_in(folder, "F1-02", to="reporter", who="school", agreed="to: six-months-before-which-day")
    assert [problem.message.split(": ")[0] for problem in found_in(folder)] == ["F1-02, who"]


def test_an_item_that_the_document_has_not_is_told_and_no_other_number_is_suggested(folder: Path) -> None:
    changed(folder, "second-reading.csv", "F2-06,", "F2-60,")
    (problem,) = found_in(folder, "reading-sheet")
    assert (problem.message, problem.hint) == (
        "there is no source item 'F2-60'",
        "delete the row, or add the item to source.yml",
    )


def test_must_is_told_where_the_document_has_none_even_without_a_sheet(folder: Path) -> None:
    (folder / "second-reading.csv").unlink()
    changed(folder, FIRST, "does: Log the referral", "does: You shall log the referral")
    changed(folder, FIRST, "does: Write to the family within", "does: You must write to the family within")
    (problem,) = found_in(folder, "hardened")
    assert problem.message.startswith("'shall' makes a duty of it, and the document's words (F1-01) have none")


def test_nobody_can_tell_a_hardened_sentence_where_the_documents_words_are_missing(folder: Path) -> None:
    (folder / "second-reading.csv").unlink()
    changed(folder, LATER, "does: Note that", "does: You must note that")
    assert found_in(folder, "hardened") == []


def written(change: Callable[[str], bytes]) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        path = folder / "second-reading.csv"
        path.write_bytes(change(path.read_text("utf-8-sig")))

    return write


REFUSED: dict[str, tuple[Callable[[Path], None], str]] = {
    "a workbook": (written(lambda text: b"PK\x03\x04rest"), "this is a workbook (.xlsx or .ods) and no CSV"),
    "UTF-16": (written(lambda text: text.encode("utf-16")), "this is Unicode text of another kind (UTF-16)"),
    "another alphabet's bytes": (written(lambda text: text.encode() + "café".encode("latin-1")), "a letter here is not UTF-8"),
    "a column too few": (written(lambda text: text.replace(",who,", ",", 1).encode()), "the column 'who' is missing"),
    "a misspelt column": (written(lambda text: text.replace(",answers,", ",anwsers,", 1).encode()), "there is no column 'anwsers'"),
    "a column twice": (written(lambda text: text.replace(",to,", ",with,", 1).encode()), "the column 'with' stands here twice"),
    "a row twice": (written(lambda text: (text + text.splitlines()[2]).encode()), "F1-01 has a second row; the first is on line 3"),
    "a row without an item": (written(lambda text: text.replace("F1-01,", ",", 1).encode()), "this row has no item"),
    "a day that there is not": (written(lambda text: text.replace("2026-08-03", "31/02/2026", 1).encode()), "'31/02/2026' is no day on which it was read"),
    "a quotation mark that is never closed": (written(lambda text: (text + '"').encode()), "this is no CSV: unexpected end of data"),
    "words beside the last column": (written(lambda text: (text + "F2-07" + "," * 19 + "beside").encode()), "'beside' stands in a column without a heading"),
}  # fmt: skip


@pytest.mark.parametrize("fault", REFUSED, ids=str)
def test_a_sheet_that_cannot_be_read_is_told_with_place_and_cure(folder: Path, fault: str) -> None:
    write, message = REFUSED[fault]
    write(folder)
    with pytest.raises(Problems) as raised:
        read_guide(folder)
    assert message in [problem.message for problem in raised.value.problems]
    assert all("second-reading.csv" in problem.place.path and problem.hint for problem in raised.value.problems)


def cells_of(guide: Guide) -> list[dict[SheetColumn, str]]:
    assert guide.second_reading is not None
    return [dict(row.cells) for row in guide.second_reading.rows]


@pytest.mark.parametrize(
    "kept",
    [
        lambda text: ("\ufeff" + text.replace("\n", "\r\n")).encode(),
        lambda text: ("sep=,\n" + text).encode(),
        lambda text: text.replace("2026-08-03", "03/08/2026").encode(),
    ],
)  # fmt: skip
def test_a_sheet_reads_the_same_however_a_spreadsheet_keeps_it(folder: Path, kept: Callable[[str], bytes]) -> None:
    before = cells_of(read_guide(folder))
    written(kept)(folder)
    assert cells_of(read_guide(folder)) == before


@pytest.mark.parametrize("mark", [";", "\t"])
def test_a_sheet_may_part_its_cells_by_semicolons_or_tabs(folder: Path, mark: str) -> None:
    before, path = cells_of(read_guide(folder)), folder / "second-reading.csv"
    text = io.StringIO()
    csv.writer(text, delimiter=mark).writerows(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
    path.write_text(text.getvalue(), "utf-8")
    assert cells_of(read_guide(folder)) == before
