"""The approved document and the files made from it: nothing of it is lost, and each label stands as it was written."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from committed_calendars import calendar
from guide.calendars import days
from guide.model.partnership import Actor, Form, Question, Reference, SourceItem, Term
from guide.strict_yaml.text import read

PROCEDURES = Path(__file__).parents[2] / "procedures"


def listed(name: str, noun: type[Any]) -> tuple[Any, ...]:
    document = read(PROCEDURES / f"{name}.yml")
    return TypeAdapter(tuple[noun, ...]).validate_python(document.value)  # type: ignore[valid-type]


SOURCE: tuple[SourceItem, ...] = listed("source", SourceItem)
FORMS: tuple[Form, ...] = listed("forms", Form)
QUESTIONS: tuple[Question, ...] = listed("questions", Question)
ACTORS: tuple[Actor, ...] = listed("actors", Actor)
REFERENCES: tuple[Reference, ...] = listed("references", Reference)
TERMS: tuple[Term, ...] = listed("glossary", Term)


def items_of(flowchart: int) -> list[SourceItem]:
    return [item for item in SOURCE if item.id.startswith(f"F{flowchart}-")]


def headings_of(flowchart: int) -> list[str]:
    return list(dict.fromkeys(str(item.under) for item in items_of(flowchart)))


def question(number: int) -> Question:
    return next(one for one in QUESTIONS if one.number == number)


def on(written: str) -> int:
    return days.parse(written)


def says(number: int, day: int, written: str) -> bool:
    """Whether `written` is how that day is written out, and the question's effect has it."""
    return days.long(day).startswith(written) and written in question(number).effect


def form(form_id: str) -> Form:
    return next(one for one in FORMS if one.id == form_id)


def test_the_document_has_55_pieces_in_four_flowcharts() -> None:
    assert len({item.id for item in SOURCE}) == len(SOURCE) == 55
    assert [len(items_of(flowchart)) for flowchart in (1, 2, 3, 4)] == [15, 16, 12, 12]


def test_the_pieces_are_numbered_without_a_gap() -> None:
    first = {1: 1, 2: 1, 3: 0, 4: 1}
    last = {1: 13, 2: 16, 3: 11, 4: 10}
    for flowchart in (1, 2, 3, 4):
        numbers = dict.fromkeys(int(item.id[3:5]) for item in items_of(flowchart))
        assert list(numbers) == list(range(first[flowchart], last[flowchart] + 1))


def test_flowcharts_1_and_4_each_write_out_three_outcomes() -> None:
    branches = [item.id for item in SOURCE if item.id[-1].isalpha()]
    assert branches == ["F1-10a", "F1-10b", "F1-10c", "F4-04a", "F4-04b", "F4-04c"]


def test_flowchart_1_has_three_phases_and_five_timing_headings() -> None:
    headings = headings_of(1)
    assert list(dict.fromkeys(heading.split(" – ")[0] for heading in headings)) == [
        "Identification", "Notification", "Decision making",
    ]  # fmt: skip
    assert [heading.split(" – ")[1] for heading in headings if " – " in heading] == [
        "As soon as possible after the child's death or incident of serious harm",
        "Within one working day of receiving the notification",
        "Within five working days of receiving the notification",
        "Within 11 working days of receiving the notification",
        "Within 15 working days of receiving the notification",
    ]


def test_flowchart_2_has_ten_timing_headings_that_cover_days_1_to_15() -> None:
    assert headings_of(2) == [
        "Working Day One", "Working Day Two", "Working Days Three - Seven", "Working Day Eight",
        "Working Days Nine - Ten", "Working Day Eleven", "Working Day Twelve", "Working Day Thirteen",
        "Working Day Fourteen", "Working Day Fifteen",
    ]  # fmt: skip


def test_flowcharts_3_and_4_have_no_heading_but_their_title() -> None:
    assert headings_of(3) == ["Flowchart 3 - Local Child Safeguarding Practice Review Procedure"]
    assert headings_of(4) == ["Flowchart 4 - Multi Agency Local Learning Review Procedure"]


def test_the_pieces_follow_the_lines_of_the_document() -> None:
    lines = [item.line for item in SOURCE if item.id != "F4-04c"]  # "neither" has no text of its own
    assert lines == sorted(lines)
    assert (min(lines), max(lines)) == (7, 165)


def test_the_two_notes_of_the_document_are_kept() -> None:
    assert [item.id for item in SOURCE if item.about.startswith("NB.")] == ["F1-13", "F2-09"]


def test_every_piece_is_covered_and_no_entry_covers_two_pieces() -> None:
    assert all(item.covered_by for item in SOURCE)
    counted = Counter(entry for item in SOURCE for entry in item.covered_by)
    assert [entry for entry, times in counted.items() if times > 1] == []


def test_there_are_11_coded_forms() -> None:
    assert [one.code for one in FORMS if one.code] == [
        "SCSI-1", "SCSI-2", "SCSI-3", "SCSI-4", "SCSI-5", "SCSI-6", "SCSI-7", "SRG-8", "Letter-9", "LLR-1", "LLR-2",
    ]  # fmt: skip


def test_there_are_5_documents_without_a_code_and_one_online_notification() -> None:
    assert [one.id for one in FORMS if not one.code] == [
        "letter-with-decision-record", "final-report-local-review", "final-report-learning-review",
        "action-plan-local-review", "action-plan-learning-review", "panel-notification",
    ]  # fmt: skip


def test_the_13_link_labels_stand_as_the_document_writes_them() -> None:
    labels = [str(label) for one in FORMS if one.code or one.id == "panel-notification" for label in one.labels]
    assert labels == [
        "SCSI-1 Notification to Safeguarding Partners - Serious Child Safeguarding Incident",
        "SCSI - 2 Letter to Safeguarding Partners – Notification of Serious Child Safeguarding Incident",
        "SCSI - 3 Letter to SRG – Serious Child Safeguarding Incident",
        "SCSI - 4 – Rapid Review letter",
        "SCSI - 5 - Agency Information for Rapid Review",
        "SCSI – 6 – Rapid Review",
        "SCSI – 7 – Rapid Review Report",
        "SRG – 8 - Recommendation to Safeguarding Partners and their Decision Record",
        "CSPRG – 8 - Recommendation to Safeguarding Partners and their Decision Record",
        "Letter - 9 - Decision of the Rapid Review of a Serious Child Safeguarding Incident",
        "LLR – 1 Local Learning Review - Notification to Safeguarding Partners",
        "LLR - 2 Letter to Safeguarding Partners – Notification of Local Learning Review",
        "notification to Ofsted page on Gov.uk",
    ]


def test_each_title_is_the_label_without_its_code() -> None:
    for one in FORMS:
        if one.code:
            assert all(label.endswith(one.title) for label in one.labels), one.id


def test_no_form_is_published_because_every_link_of_the_document_is_dead() -> None:
    assert [one.id for one in FORMS if one.published] == []


def test_form_8_is_one_form_under_all_its_names() -> None:
    names = {"CSPRG-8", "decision-making proforma", "decision making proforma", "SRG decision record"}
    assert names <= set(form("form-8").aliases)


def test_the_decision_record_goes_to_the_partners_and_then_to_the_panel() -> None:
    assert form("form-8").completed_by == "review-group"
    assert form("form-8").goes_to == ("safeguarding-partners", "panel")


def test_there_are_66_questions_numbered_in_order() -> None:
    assert [one.number for one in QUESTIONS] == list(range(1, 67))
    assert len({one.id for one in QUESTIONS}) == 66


def test_the_questions_are_of_four_kinds() -> None:
    kinds = Counter(one.kind for one in QUESTIONS)
    assert kinds == {"dates": 20, "who what or where": 29, "text": 13, "out of date": 4}
    assert [one.number for one in QUESTIONS if one.kind == "out of date"] == [51, 52, 53, 54]


def test_a_slip_of_the_source_changes_no_date_and_no_act() -> None:
    slips = [one for one in QUESTIONS if one.kind == "text"]
    assert [one.number for one in slips] == [19, 20, 21, 24, 26, 29, 30, 31, 32, 47, 48, 49, 50]
    assert [one.number for one in slips if one.changes_dates or one.effect != "None."] == []
    assert [one.number for one in QUESTIONS if one.effect == "None." and one not in slips] == []


def test_nothing_but_a_reading_settles_how_the_source_is_read() -> None:
    assert [one.number for one in QUESTIONS if "settle" in f"{one.says} {one.meanwhile} {one.effect}"] == []


def test_every_question_quotes_the_source_and_names_the_flowchart() -> None:
    assert [one.number for one in QUESTIONS if "lowchart" not in one.says and "all" not in one.about] == []
    assert [one.number for one in QUESTIONS if "“" not in one.says] == [44, 50, 53]


def test_every_question_is_about_a_piece_of_the_document() -> None:
    known = {str(item.id) for item in SOURCE} | {"F1", "F2", "F3", "F4", "all"}
    assert {str(about) for one in QUESTIONS for about in one.about} <= known


def test_a_contradiction_names_both_its_places() -> None:
    assert question(1).about == ("F1-06", "F2-04")
    assert question(2).about == ("F1-06", "F2-01")
    assert question(3).about == ("F1-08", "F2-12")
    assert question(28).about == ("F3-09", "F4-09")
    assert question(46).about == ("F3-06", "F4-07")


def test_five_questions_are_found_by_a_check() -> None:
    assert {one.number: str(one.detected_by) for one in QUESTIONS if one.detected_by} == {
        1: "same-act", 5: "other-reading", 7: "national-clock", 8: "national-clock", 36: "other-reading",
    }  # fmt: skip


def test_a_question_that_moves_a_date_says_how() -> None:
    assert [one.number for one in QUESTIONS if one.changes_dates] == [1, 5, 6, 7, 8, 13, 14, 15, 35, 36, 56, 59]
    assert [one.number for one in QUESTIONS if one.changes_dates and one.effect == "None."] == []


def test_the_example_dates_of_the_questions_are_counted_right() -> None:
    after, before = calendar().working_day_after, calendar().working_day_before
    clear, months = calendar().clear_before, days.months_after
    assert says(1, after(on("2026-12-17"), 1), "Friday 18 December")
    assert says(1, after(on("2026-12-17"), 2), "Monday 21 December")
    assert says(5, after(on("2026-11-30"), 11), "Tuesday 15 December")
    assert says(5, after(on("2026-12-01"), 11), "Wednesday 16 December")
    assert says(6, after(on("2026-12-17"), 14), "Monday 11 January 2027")
    assert says(6, after(on("2026-12-17"), 15), "Tuesday 12 January")
    assert says(7, after(on("2026-12-17"), 5), "Thursday 24 December")
    assert says(7, after(on("2026-12-21"), 5), "Wednesday 30 December")
    assert says(8, after(on("2026-11-30"), 15), "Monday 21 December")
    assert says(8, after(on("2026-12-07"), 15), "Wednesday 30 December")
    assert says(13, after(on("2026-11-30"), 14), "Friday 18 December")
    assert says(13, on("2026-11-30") + 14, "Monday 14 December")
    assert says(14, after(on("2026-12-21"), 5), "Wednesday 30 December")
    assert says(14, after(on("2026-12-21"), 4), "Tuesday 29 December")
    assert says(35, months(on("2026-12-21"), 6), "Monday 21 June 2027")
    assert says(36, before(on("2027-06-21"), 7), "Thursday 10 June")
    assert says(36, clear(on("2027-06-21"), 7), "Wednesday 9 June")


def test_there_are_27_actors_of_whom_three_are_subjects() -> None:
    assert len({one.id for one in ACTORS}) == len(ACTORS) == 27
    assert [one.id for one in ACTORS if one.kind == "subject"] == ["child", "family", "suspected-perpetrator"]


def test_the_three_safeguarding_partners_are_named_as_bodies() -> None:
    partners = next(one for one in ACTORS if one.id == "safeguarding-partners")
    assert partners.members == ("local-authority", "police", "ccg")


def test_short_names_fit_a_diagram_and_are_all_different() -> None:
    shorts = [str(one.short) for one in ACTORS]
    assert [short for short in shorts if len(short) > 12] == []
    assert len(set(shorts)) == 27


def test_the_national_rules_and_criteria_rest_on_nine_references() -> None:
    assert [one.id for one in REFERENCES] == [
        "children-act-2004-s16c", "report-a-serious-incident", "panel-guidance-2025", "panel-questions-and-answers",
        "working-together",
        "si-2018-789-regulation-3", "si-2018-789-regulation-11", "si-2018-789-regulation-14",
        "serious-harm",
    ]  # fmt: skip


def test_the_glossary_is_in_alphabetical_order() -> None:
    terms = [one.term.removeprefix("The ").lower() for one in TERMS]
    assert terms == sorted(terms)


def test_every_abbreviation_of_the_files_is_in_the_glossary() -> None:
    explained = " ".join(" ".join((one.term, *one.aliases)) for one in TERMS)
    words = [*(item.about for item in SOURCE), *(one.says for one in QUESTIONS)]
    used = {word for text in words for word in re.findall(r"\b[A-Z]{3,}\b|\bDfE\b", text)}
    assert {"SCSI", "SRG", "CSPRG", "SAIG", "SCP", "LLR", "CSPR", "CCG", "DfE"} <= used
    assert sorted(word for word in used if not re.search(rf"\b{word}\b", explained)) == []
