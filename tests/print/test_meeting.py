"""The list for a meeting has every question once, with its owner, the reading used and room for the answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from guide.model.guide import Guide
from guide.print import documents
from guide.print.by_hand import FillIn
from guide.print.meeting import meeting_of
from pdf_reading import Reading


def test_every_question_stands_on_the_list_once_with_its_reading(guide: Guide, read: Mapping[str, Reading]) -> None:
    packed = read["meeting-list.pdf"].packed
    for question in guide.questions:
        assert packed.count(question.title.replace(" ", "")) == 1, question.title
        assert question.meanwhile.replace(" ", "") in packed


def test_what_changes_a_date_has_a_page_to_itself(guide: Guide, read: Mapping[str, Reading]) -> None:
    dated, rest = meeting_of(guide).parts[0], meeting_of(guide).parts[1:]
    pages = {run.text: run.page for run in read["meeting-list.pdf"].runs}
    assert {pages[f"{row.number}"] for row in dated.rows} == {1}
    assert min(pages[f"{row.number}"] for part in rest for row in part.rows) == 2


def test_the_list_lies_across_and_its_letters_are_no_smaller_than_nine_points(read: Mapping[str, Reading]) -> None:
    assert min(run.size for run in read["meeting-list.pdf"].runs) >= 9


def test_a_short_name_is_told_with_the_full_one(read: Mapping[str, Reading]) -> None:
    assert "Dutydesk:HarbourDutyDesk" in read["meeting-list.pdf"].packed


def test_a_guide_without_questions_has_no_list(guide: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "packed_roles", lambda guide: ())
    monkeypatch.setattr(documents, "fill_in_of", lambda *_: FillIn((), ()))
    assert "meeting" in {one.kind for one in documents.documents_of(guide)}
    assert "meeting" not in {one.kind for one in documents.documents_of(replace(guide, questions=()))}
