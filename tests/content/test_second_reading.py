"""The shipped guide says what was read a second time in the approved document, and a wrong fact of it is found."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from guide.checks.second_reading import check_second_reading
from guide.model.guide import Guide
from guide.model.second_reading import SheetColumn, standing_of
from guide.reading.folder import read_guide

RAPID, NOTIFICATION, LEARNING = "rapid-review.yml", "notification.yml", "learning-review.yml"
LOCAL = "local-review.yml"

FAULTS = [
    (NOTIFICATION, "does: Consult your agency's safeguarding partner representative, if possible.", "does: Consult your agency's safeguarding partner representative.", "F1-02, if possible and the like"),
    (NOTIFICATION, "your safeguarding lead or senior manager as appropriate.", "your safeguarding lead or senior manager.", "F1-04, if possible and the like"),
    (NOTIFICATION, "the Panel decision pathway should be followed", "follow the Panel decision pathway", "F1-13, must, will, should or may"),
    (NOTIFICATION, "who: professional\n        to: safeguarding-lead\n", "who: safeguarding-lead\n        to: safeguarding-lead\n", "F1-02, who"),
    (NOTIFICATION, "        who: local-authority\n        to: panel\n", "        who: safeguarding-partners\n        to: panel\n", "F1-07, who"),
    (NOTIFICATION, "to: [panel, ofsted, dfe]", "to: [panel, ofsted]", "F1-11, to"),
    (NOTIFICATION, '{answer: "No", gap: criteria-not-agreed}', '{answer: "No", then: hold-rapid-review}', "F1-07, answers"),
    (NOTIFICATION, "due: {within: 11 working days, of: notification-received}", "due: {within: 12 working days, of: notification-received}", "F1-08, number"),
    (NOTIFICATION, "due: {within: 11 working days, of: notification-received}", "due: {within: 11 working days, of: panel-notified}", "F1-08, counted from"),
    (RAPID, "look_back: {over: 12 months,", "look_back: {over: 6 months,", "F2-06, number"),
    (RAPID, "forms: [scsi-5, scsi-6]", "forms: [scsi-5]", "F2-06, form"),
    (RAPID, "due: {within: 5 working days, of: request-agency-information}", "due: {within: 6 working days, of: request-agency-information}", "F2-06, number"),
    (RAPID, "due: {within: 5 working days, of: request-agency-information}", "due: {within: 5 calendar days, of: request-agency-information}", "F2-06, unit"),
    (RAPID, "equals: {on: working days 3 to 7}  ", "equals: {on: working days 3 to 8}  ", "F2-08, number"),
    (RAPID, "due: {on: working day 14}", "due: {on: working day 13}", "F2-03, number"),
    (RAPID, "It should be sent as early as possible on working day 8", "Send it as early as possible on working day 8", "F2-10, must, will, should or may"),
    (LOCAL, "        may: true\n", "", "F3-10, must, will, should or may"),
    (LOCAL, "        who: not-stated\n        to: panel\n        received: Details", "        who: reviewer\n        to: panel\n        received: Details", "F3-03, who"),
    (LEARNING, "          - {answer: Neither, then: neither-review-outcome}\n", "", "F4-03, answers"),
    (LEARNING, "then: local-review\n", "then: notification\n", "F4-04a, answers"),
    (LEARNING, "        with: partnership-board\n", "", "F4-10, with"),
    (LEARNING, "to: {one_of: [partner-representatives, partnership-manager]}", "to: [partner-representatives]", "F4-01, to"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "told"), FAULTS)
def test_a_wrong_fact_of_the_shipped_guide_is_found_in_its_column(
    tmp_path: Path, root: Path, name: str, old: str, new: str, told: str
) -> None:
    folder = tmp_path / "procedures"
    shutil.copytree(root / "procedures", folder)
    text = (folder / name).read_text("utf-8")
    assert text.count(old) == 1, f"{name} has {old!r} {text.count(old)} times"
    (folder / name).write_text(text.replace(old, new), "utf-8")
    assert told in {problem.message.split(": ")[0] for problem in check_second_reading(read_guide(folder))}


def test_the_two_readings_of_the_shipped_guide_agree(guide: Guide) -> None:
    assert list(check_second_reading(guide)) == []


def test_no_reading_of_the_shipped_guide_is_void_and_every_row_says_who_read_it_and_when(guide: Guide) -> None:
    assert guide.second_reading is not None
    standing = standing_of(guide.source, guide.second_reading)
    assert standing.void == ()
    rows = [guide.second_reading.row[item] for item in standing.read]
    assert [row.item for row in rows if not {SheetColumn.READ_BY, SheetColumn.READ_ON} <= set(row.cells)] == []


def test_every_item_has_the_documents_own_words_and_no_sentence_of_them_makes_a_duty(guide: Guide) -> None:
    words = " ".join(str(item.words) for item in guide.source)
    assert [item.id for item in guide.source if item.words is None] == []
    assert {"must", "shall"} & set(words.lower().split()) == set()
    assert "[names]" in words
