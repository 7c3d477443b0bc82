"""The questions of the shipped guide as their readers get them: in order, in one number, and on one page of paper."""

from __future__ import annotations

from pathlib import Path

from guide.model.guide import Guide
from guide.pages.question_list import question_groups
from pdf_reading import read_pdf


def test_twelve_questions_change_a_date_wherever_they_are_counted(built_site: Path, guide: Guide) -> None:
    dated = question_groups(guide)[0]
    assert [one.number for one in dated.questions] == [1, 5, 6, 7, 8, 13, 14, 15, 35, 36, 56, 59]
    page = (built_site / "questions" / "index.html").read_text("utf-8")
    assert "Another answer to 12 of them would change a date" in page
    printed = read_pdf((built_site / "print" / "guide.pdf").read_bytes()).packed
    assert "Anotheranswerto12ofthemwouldchangeadate" in printed


def test_the_questions_that_change_dates_stand_on_one_page_for_a_meeting(built_site: Path, guide: Guide) -> None:
    pdf = read_pdf((built_site / "print" / "meeting-list.pdf").read_bytes())
    leaf = "".join(run.text for run in pdf.runs if run.page == 1).replace(" ", "")
    dated, *rest = question_groups(guide)
    assert [one.number for one in dated.questions if one.title.replace(" ", "") not in leaf] == []
    assert [one.number for group in rest for one in group.questions if one.title.replace(" ", "") in leaf] == []


def test_the_list_for_a_meeting_is_linked_where_it_is_looked_for(built_site: Path) -> None:
    assert 'href="../print/meeting-list.pdf"' in (built_site / "questions" / "index.html").read_text("utf-8")
    assert 'href="meeting-list.pdf"' in (built_site / "print" / "index.html").read_text("utf-8")


def test_an_address_of_a_question_leads_to_it_still(built_site: Path, guide: Guide) -> None:
    page = (built_site / "questions" / "index.html").read_text("utf-8")
    assert [one.number for one in guide.questions if page.count(f'id="{one.id}"') != 1] == []
    assert all(f'id="{name}"' in page for name in ("dates", "who-what-or-where", "text", "out-of-date"))
