"""The questions stand in the order of what another answer would change, and every place tells the same number."""

from __future__ import annotations

from dataclasses import replace

from area_guides import area
from guide.model.guide import Guide
from guide.pages.question_list import by_owner, headings_of, question_groups
from guide.pages.site import render
from guide.publishing.origin import Origin

BUILD = Origin("1.0.0", "abcdef0", "2026-11-23", 0)


def test_what_moves_a_date_comes_first_and_slips_of_the_words_last(guide: Guide) -> None:
    groups = [(group.id, [one.number for one in group.questions]) for group in question_groups(guide)]
    assert groups == [
        ("dates", [1, 2, 3, 4, 5, 6, 12, 13]),
        ("when", [7, 15]),
        ("who-what-or-where", [8, 9, 10, 16, 17, 18, 19, 20]),
        ("out-of-date", [11]),
        ("text", [14]),
    ]


def test_a_kind_without_a_question_has_no_heading() -> None:
    assert {group.id for group in question_groups(area("glen"))} == {"dates", "who-what-or-where"}


def test_the_number_of_questions_that_change_a_date_is_that_of_their_group(guide: Guide) -> None:
    page = render(guide, BUILD)["questions.md"]
    assert "Another answer to 8 of them would change a date" in page
    assert page.count('class="card question-card"') == len(guide.questions) == 20


def test_a_place_is_told_by_its_flowchart_and_its_nearest_heading(guide: Guide) -> None:
    headed = tuple(
        item.model_copy(update={"under": f"Notification – Within {item.id}"}) if item.id[:2] == "F1" else item
        for item in guide.source
    )
    question = guide.question["pt-3-day-one-or-two"].model_copy(update={"about": ("F1-06", "F1-05", "F2-04", "all")})
    told = headings_of(replace(guide, source=headed), question)
    assert told == "Flowchart 1, “Within F1-06” and “Within F1-05”; flowchart 2; the document as a whole"


def test_the_questions_of_one_owner_stand_together(guide: Guide) -> None:
    owners = [str(one.asked_of) for one in by_owner(guide, guide.questions)]
    assert owners == ["employers", *["duty-desk"] * 19]
    assert [one.number for one in by_owner(guide, guide.questions)][:3] == [3, 1, 2]
