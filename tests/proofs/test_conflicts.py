"""A contradiction that nobody listed is refused with every line that makes it; a listed one is a question."""

from __future__ import annotations

from pathlib import Path

from guide.checks.every import check_guide
from guide.checks.proofs import check_proofs
from guide.model.guide import Guide
from guide.problems import Problem
from guide.proofs.conflicts import DETECTED_BY, answered_conflicts, conflicts_of
from planted import line_of, planted


def problems(guide: Guide, code: str = "") -> list[Problem]:
    return [one for one in check_proofs(guide) if one.code == code or not code]


def test_a_sound_guide_proves_sound(guide: Guide) -> None:
    assert problems(guide) == []


def test_each_contradiction_is_answered_by_the_question_that_lists_it(guide: Guide) -> None:
    found = {
        (conflict.found_by, conflict.steps[0], *(question.number for question in answers))
        for conflict, answers in answered_conflicts(guide)
    }
    assert found == {
        ("same-act", "inform-link-officers", 1),
        ("other-reading", "hold-evaluation-meeting", 2),
        ("national-clock", "inform-harbour-board", 3),
        ("national-clock", "tell-the-regulator", 3),
        ("national-clock", "send-signed-finding", 4),
        ("other-reading", "send-inquiry-report", 5),
    }


def test_a_limit_of_three_days_against_day_five_in_another_flowchart_is_refused_with_both_places(
    tmp_path: Path,
) -> None:
    broken = planted(
        tmp_path,
        ("concern.yml", "{within: 11 working days, of:", "{within: 3 working days, of:"),
        ("evaluation.yml", "{on: working day 11, part: afternoon}", "{on: working day 5, part: afternoon}"),
    )
    found = problems(broken, "same-act")
    assert len(found) == 1
    for name, words in (
        ("concern.yml", "within: 3 working days"),
        ("evaluation.yml", "on: working day 5, part"),
    ):
        assert f"/{name}:{line_of(broken, name, words)}:" in found[0].message
    assert "list it in questions.yml with detected_by: same-act" in found[0].hint
    assert found[0].place.line == line_of(broken, "concern.yml", "- id: hold-evaluation")


def test_the_same_contradiction_listed_as_a_question_is_accepted(tmp_path: Path) -> None:
    listed = planted(
        tmp_path,
        ("concern.yml", "{within: 11 working days, of:", "{within: 10 working days, of:"),
        (
            "questions.yml",
            "The two fall on the same date.\n  asked_of: duty-desk",
            "One working day.\n  asked_of: duty-desk\n  detected_by: same-act",
        ),
    )
    assert problems(listed) == []
    assert "limit-or-planned-day" in [
        answer.id for _, answers in answered_conflicts(listed) for answer in answers
    ]  # fmt: skip


def test_a_listed_contradiction_that_was_mended_must_be_closed(tmp_path: Path) -> None:
    mended = planted(
        tmp_path,
        (
            "evaluation.yml",
            "        due: {on: working day 2}\n        same_act: [inform-link-officers]",
            "        due: {on: working day 1}\n        same_act: [inform-link-officers]",
        ),
    )
    found = problems(mended, "question-vanished")
    assert [one.message for one in found] == [
        "no check finds the contradiction 'pt-3-day-one-or-two' any more"
    ]  # fmt: skip
    assert found[0].place.line == line_of(mended, "questions.yml", "detected_by: same-act")


def test_a_question_that_names_another_kind_of_proof_answers_nothing(tmp_path: Path) -> None:
    wrong = planted(tmp_path, ("questions.yml", "detected_by: same-act", "detected_by: order"))
    assert {one.code for one in problems(wrong)} == {"same-act", "question-vanished"}


def test_a_decision_record_sent_before_the_meeting_is_refused_once(tmp_path: Path) -> None:
    early = planted(tmp_path, ("evaluation.yml", "due: {on: working day 12}", "due: {on: working day 10}"))
    found = problems(early)
    assert [one.code for one in found] == ["order"]
    assert "'hold-evaluation-meeting' comes before 'send-finding-to-board'" in found[0].message
    assert "alongside: true" in found[0].hint


def test_what_only_some_dates_break_is_refused_with_a_date_that_breaks_it(tmp_path: Path) -> None:
    """From 22 March 2012, day 11 comes after Easter, on 10 April: 19 calendar days. From the 21st it is 5 April."""
    broken = planted(
        tmp_path, ("concern.yml", "{within: 11 working days, of:", "{within: 17 calendar days, of:")
    )  # fmt: skip
    found = problems(broken, "same-act")
    assert len(found) == 1
    assert "from Thursday 22 March 2012, for example" in found[0].message


def test_a_national_limit_that_is_shorter_on_every_date_is_refused(tmp_path: Path) -> None:
    due = "{within: 6 months, of: inquiry-ordered, authority: statutory guidance}"
    found = problems(planted(tmp_path, ("inquiry.yml", due, due.replace("6", "5"))), "national-clock")
    assert len(found) == 1
    assert "'complete-inquiry' can come after its national limit" in found[0].message


def test_two_statements_that_differ_are_told_once_and_not_proved_again(tmp_path: Path) -> None:
    broken = planted(
        tmp_path, ("evaluation.yml", "equals: {on: working days 3 to 7}", "equals: {on: working days 3 to 6}")
    )
    codes = [one.code for one in check_guide(broken)]
    assert codes.count("equals") == 1
    assert not set(codes) & (set(DETECTED_BY) - {"equals"})


def test_every_kind_of_contradiction_that_is_found_can_be_listed(guide: Guide) -> None:
    assert {conflict.found_by for conflict in conflicts_of(guide)} <= set(DETECTED_BY)
