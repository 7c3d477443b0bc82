"""What stands in two places must agree: each fault is planted in one of them, and found at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.checks.every import check_guide
from guide.checks.pairs import check_pairs
from planted import line_of, planted

FAULTS = {
    "an act that only one side names": (
        "evaluation.yml",
        "        same_act: [inform-harbour-board]\n",
        "",
        "one-sided",
    ),
    "a clock of an event that nothing counts from": (
        "inquiry.yml",
        "  from: inquiry-ordered",
        "  from: regulator-told",
        "idle-clock",
    ),
    "a first working day where no working day is counted": (
        "inquiry.yml",
        "  reading: six-months-from-order\n\nphases",
        "  working_day_one: the next working day\n  reading: six-months-from-order\n\nphases",
        "day-one",
    ),
    "no first working day where working days are counted": (
        "concern.yml",
        "  working_day_one: the next working day",
        "  received_on_a_closed_day: counts from that day",
        "day-one",
    ),
    "two answers that changed places": (
        "concern.yml",
        "- {answer: Full inquiry, then: inquiry-needed}\n          - {answer: Police inquiry, then:",
        "- {answer: Police inquiry, then: inquiry-needed}\n          - {answer: Full inquiry, then:",
        "crossed-answers",
    ),
    "a note on lateness that names another day than its source": (
        "partnership.yml",
        "  - says: A concern that cannot be evaluated in time is told to the duty desk.",
        "  - says: What has not come by working day 8 is asked for again by the duty desk.",
        "number",
    ),
    "a form that one sentence names twice and another nowhere": (
        "evaluation.yml",
        "        received: The duty desk sends you PT-5, with letter PT-6",
        "        received: The duty desk sends you PT-6, with letter PT-6",
        "form-code",
    ),
    "a national rule by which somebody acts towards themselves": (
        "concern.yml",
        "            to: harbour-board\n",
        "            to: employer\n",
        "national",
    ),
    "an event held to a step that comes before what is due before it": (
        "inquiry.yml",
        "        should: true\n        alongside: true\n        does: Complete an inquiry",
        "        should: true\n        does: Complete an inquiry",
        "order",
    ),
    "a decision of somebody else than the question asks": (
        "reflection.yml",
        "who: {group: link-officers, of: [council, constabulary, health-board]}\n        who_reading: who-chooses\n",
        "who: circle\n",
        "who-asked",
    ),
    "a step towards those who do it": (
        "inquiry.yml",
        "        who: circle\n        to: inquirer\n        does: Look at",
        "        who: circle\n        to: circle\n        does: Look at",
        "actor-twice",
    ),
    "an actor whom the reading behind it does not name": (
        "questions.yml",
        "  meanwhile: The link officers choose.",
        "  meanwhile: The circle chooses.",
        "who-reading",
    ),
    "a way into a procedure that the words do not name": (
        "concern.yml",
        "then: {to: inquiry, inf",
        "then: {to: reflection, inf",
        "way-in",
    ),
    "a date set by another step": ("evaluation.yml", "of: ask-for-records}", "of: send-pt-4-to-board}", "sets"),
    "another part of the day than the words say": (
        "evaluation.yml",
        "part: as early as possible",
        "part: end of day",
        "part-of-day",
    ),
    "a reading of another kind": (
        "evaluation.yml",
        "after: 11 working days, from:",
        "within: 11 working days, of:",
        "reading",
    ),
    "a reading from a step that its words do not name": (
        "evaluation.yml",
        "from: tell-board-and-circle",
        "from: book-evaluation-meeting",
        "reading",
    ),
    "a reading that lies further apart": (
        "evaluation.yml",
        "falls one working day later",
        "falls two working days later",
        "number",
    ),
    "another authority than the reference": (
        "concern.yml",
        "of: regulator-told, authority: Panel guidance",
        "of: regulator-told, authority: statute",
        "national",
    ),
    "another reference": ("inquiry.yml", "cites: inquiry-rules", "cites: regulators-note", "national"),
    "a planned day where the reference says within": (
        "concern.yml",
        "within: 15 working days, of: regulator-told",
        "after: 15 working days, from: regulator-told",
        "national",
    ),
    "a national rule that speaks to somebody else": (
        "concern.yml",
        "            who: employer\n",
        "            who: circle\n",
        "national",
    ),
    "a reference that does not say who sets the rule": (
        "references.yml",
        "  authority: Panel guidance\n",
        "",
        "national",
    ),
    "a heading with a day on which nothing is due": (
        "evaluation.yml",
        "on: working days 9 to 10",
        "on: working day 10",
        "heading",
    ),
    "a form that the words leave out": (
        "evaluation.yml",
        "forms: [pt-5, pt-6]",
        "forms: [pt-5, pt-6, pt-7]",
        "form-code",
    ),
    "an anchor with the code of another form": (
        "partnership.yml",
        "receive the concern (PT-1)?",
        "receive the concern (PT-2)?",
        "form-code",
    ),
    "a journey that begins with another form": (
        "partnership.yml",
        "receives form PT-1 to the",
        "receives form PT-3 to the",
        "form-code",
    ),
    "an example with a date that nobody is asked for": (
        "partnership.yml",
        "    may_ask: [employer-aware, regulator-told]",
        "    may_ask: [regulator-told]",
        "not-asked",
    ),
    "a journey that asks for a date of no use": (
        "partnership.yml",
        "    done_by: ask-for-records\n",
        "",
        "asked-in-vain",
    ),
    "a journey with a step of another procedure": (
        "partnership.yml",
        "    steps: [ask-for-records, return-records]",
        "    steps: [ask-for-records, return-records, tell-the-regulator]",
        "journey-step",
    ),
    "a journey that leaves out what its step counts from": (
        "partnership.yml",
        "    steps: [ask-for-records, return-records]",
        "    steps: [return-records]",
        "journey-step",
    ),
}


def test_one_event_that_is_counted_in_two_ways_is_found(tmp_path: Path) -> None:
    guide = planted(tmp_path, ("concern.yml", "calendar: england-and-wales", "calendar: scotland"))
    (problem,) = check_pairs(guide)
    assert (problem.code, problem.hint != "") == ("two-clocks", True)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_disagreement_is_found_with_its_code_and_a_cure(fault: str, tmp_path: Path) -> None:
    name, old, new, code = FAULTS[fault]
    found = check_guide(planted(tmp_path, (name, old, new)))
    assert code in [problem.code for problem in found], "\n".join(map(str, found))
    assert all(problem.hint for problem in found)


def test_a_limit_without_an_example_is_found_at_its_line_with_the_line_to_paste(tmp_path: Path) -> None:
    guide = planted(tmp_path, ("examples/christmas.yml", "  inform-link-officers: 2026-12-18\n", ""))
    (problem,) = check_guide(guide)
    assert (problem.code, problem.place.line) == (
        "unproved",
        line_of(guide, "concern.yml", "- id: inform-link-officers") + 5,
    )
    assert "christmas.yml, under expect:, the line inform-link-officers: 2026-12-18" in problem.hint


def test_a_national_rule_without_an_example_says_what_a_new_one_gives_and_expects(tmp_path: Path) -> None:
    guide = planted(
        tmp_path,
        ("examples/regulator-told.yml", ", regulator-told: 2027-01-14}", "}"),
        ("examples/regulator-told.yml", "expect_national: {send-signed-finding: 2027-02-04}\n", ""),
        (
            "examples/regulator-told.yml",
            "From Thursday 14 January they end on Thursday 4 February.",
            "They end on a Monday.",
        ),
    )
    (problem,) = check_guide(guide)
    assert problem.code == "unproved"
    # Counted by hand: Monday 5 October 2026 and three weeks without a bank holiday are Monday 26 October.
    assert "on: {regulator-told: 2026-10-05}; expect_national: {send-signed-finding: 2026-10-26}" in problem.hint


EXAMPLE = "teaches: Fifteen working days without"
SAID = {
    "done on another day": (
        "expect_done: {tell-the-regulator: 2027-01-15, report-concern: 2027-01-11}",
        "is done on 2027-01-14",
    ),
    "done by none of its dates": ("expect_done: {hold-evaluation: 2027-01-15}", "is done by none of its dates"),
    "not all that is done": (
        "expect_done: {report-concern: 2027-01-11}",
        "'tell-the-regulator' is done in this example",
    ),
    "asked about nothing": ("expect_warned: [regulator-told]", "expected to be asked to check 'regulator-told'"),
    "another look-back": ("expect_look_back: {ask-for-records: 2026-02-11}", "the rules give 2026-01-11"),
}


@pytest.mark.parametrize("wrong", SAID)
def test_what_an_example_says_beside_its_dates_is_compared(wrong: str, tmp_path: Path) -> None:
    line, words = SAID[wrong]
    found = check_guide(planted(tmp_path, ("examples/regulator-told.yml", EXAMPLE, f"{line}\n{EXAMPLE}")))
    assert {problem.code for problem in found} == {"example"}
    assert words in found[0].message


def test_what_an_example_says_rightly_beside_its_dates_is_no_problem(tmp_path: Path) -> None:
    lines = (
        "expect_done: {report-concern: 2027-01-11, tell-the-regulator: 2027-01-14}",
        "expect_look_back: {ask-for-records: 2026-01-11}",
    )
    said = "\n".join((*lines, EXAMPLE))
    assert check_guide(planted(tmp_path, ("examples/regulator-told.yml", EXAMPLE, said))) == []


def test_dates_that_a_reader_is_asked_to_check_are_a_problem_where_the_example_does_not_say_so(tmp_path: Path) -> None:
    other = ("partnership.yml", "usually_after: employer-aware", "usually_after: regulator-told")
    found = {Path(one.place.path).name: one for one in check_guide(planted(tmp_path, other))}
    assert sorted(found) == ["employer-aware-last.yml", "regulator-told.yml"]
    assert "a reader is expected to be asked to check 'concern-received'" in found["employer-aware-last.yml"].message
    assert "asked to check 'concern-received'" in found["regulator-told.yml"].message
