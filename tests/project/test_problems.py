"""Problems: one line each, in the order of the files, in the forms that people, programs and GitHub read."""

from __future__ import annotations

import json

import pytest

from guide.problems import (
    Misfit,
    Place,
    Problem,
    Problems,
    did_you_mean,
    each_cause_once,
    nearest,
    problems_as_github,
    problems_as_json,
    problems_as_text,
)
from guide.reading.schema import FILE_KINDS
from guide.reading.shape_problems import LIKENESS, known_keys

FIRST = Problem(Place("a.yml", 2, 5), "unknown-key", "unknown key 'actro'", "did you mean 'actor'?")
SECOND = Problem(Place("a.yml", 10, 1), "tab", "a tab stands here")
OTHER = Problem(Place("b.yml"), "missing-file", "b.yml is missing")


def test_a_problem_is_place_code_and_message_with_the_hint_on_the_line_below() -> None:
    assert str(FIRST) == "a.yml:2:5: unknown-key unknown key 'actro'\n    hint: did you mean 'actor'?"


def test_a_problem_without_a_hint_is_one_line() -> None:
    assert str(SECOND) == "a.yml:10:1: tab a tab stands here"


def test_a_file_as_a_whole_has_line_and_column_0() -> None:
    assert str(OTHER) == "b.yml:0:0: missing-file b.yml is missing"


def test_problems_are_raised_once_each_in_the_order_of_files_and_lines() -> None:
    raised = Problems([OTHER, SECOND, FIRST, SECOND])
    assert raised.problems == (FIRST, SECOND, OTHER)
    assert str(raised) == problems_as_text((FIRST, SECOND, OTHER))


def test_line_10_comes_after_line_2() -> None:
    assert Problems([SECOND, FIRST]).problems[0].place.line == 2


def test_json_has_seven_keys_a_problem_and_keeps_letters_as_they_are() -> None:
    dashed = Problem(Place("é.yml", 1, 1), "code", "a – b", "“so”")
    assert json.loads(problems_as_json([dashed])) == [
        {
            "path": "é.yml",
            "line": 1,
            "column": 1,
            "code": "code",
            "message": "a – b",
            "hint": "“so”",
            "level": "problem",
        }
    ]
    assert "a – b" in problems_as_json([dashed])
    assert json.loads(problems_as_json([])) == []


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (FIRST, "::error file=a.yml,line=2,col=5,title=unknown-key::unknown key 'actro' (did you mean 'actor'?)"),
        (SECOND, "::error file=a.yml,line=10,col=1,title=tab::a tab stands here"),
        (
            Problem(Place("a,b:c.yml", 1, 1), "x", "100% of\nlines"),
            "::error file=a%2Cb%3Ac.yml,line=1,col=1,title=x::100%25 of%0Alines",
        ),
    ],
)
def test_a_workflow_command_cannot_be_broken_out_of(problem: Problem, line: str) -> None:
    assert problems_as_github([problem]) == line


def test_a_misfit_says_what_and_how_to_mend_it() -> None:
    with pytest.raises(ValueError, match="'5 days' can be read in two ways") as raised:
        raise Misfit("'5 days' can be read in two ways", "write 'working days'")
    assert raised.value.hint == "write 'working days'"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("no_earlier_than", "no_later_than"),
        ("later_than", "no_later_than"),
        ("expected_before", "expected_after"),
        ("valid_from", "valid_to"),
        ("first_day", "last_day"),
        ("min_length", "max_length"),
        ("definition-met", "definition-not-met"),
        ("published", "unpublished"),
        ("title", "title"),
    ],
)
def test_neither_the_opposite_nor_the_word_itself_is_suggested(word: str, known: str) -> None:
    assert nearest(word, [known]) == ""
    assert did_you_mean(word, [known], "look it up") == "look it up"
    assert nearest(known, [word]) == ""


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("titel", "title"),
        ("no_latter_than", "no_later_than"),
        ("befor", "before"),
        ("earlier_off", "earlier_of"),
    ],
)
def test_a_misspelt_word_is_still_suggested(word: str, known: str) -> None:
    assert nearest(word, [known]) == known


@pytest.mark.parametrize("word", ["title\u00a0", "t\u0456tle", "\uff54itle", "ti\u200btle"])
def test_a_word_that_only_looks_like_a_known_one_is_told_by_its_odd_letter(word: str) -> None:
    hint = did_you_mean(word, ["title", "titles"], "look it up")
    assert hint.startswith("it looks like 'title' and has")
    assert "U+" in hint
    assert "did you mean" not in hint


KEYS = {kind: known_keys(noun) for kind, noun in FILE_KINDS.items()}


@pytest.mark.parametrize(
    ("kind", "typed", "meant"),
    [
        ("procedure", "titel", "title"), ("procedure", "recieved", "received"), ("procedure", "whit", "with"),
        ("procedure", "flow_chart", "flowchart"), ("procedure", "equal", "equals"),
        ("procedure", "descision", "decision"),
        ("procedure", "no_latter_than", "no_later_than"), ("procedure", "not_later_than", "no_later_than"),
        ("procedure", "lookback", "look_back"), ("procedure", "alongsid", "alongside"), ("procedure", "form", "forms"),
        ("partnership", "contacted", "contact"), ("partnership", "review_by_", "review_by"),
        ("forms", "alias", "aliases"),
        ("partnership", "mail", "email"), ("forms", "completed", "completed_by"), ("actors", "act_for", "acts_for"),
        ("questions", "meanwile", "meanwhile"), ("calendar", "retreived", "retrieved"),
        ("example", "expects", "expect"),
        ("decision-guide", "criterion", "criteria"), ("changes", "rule", "rules"),
        ("source", "covered", "covered_by"),
        ("references", "adress", "address"), ("glossary", "mean", "means"),
    ],
)  # fmt: skip
def test_a_slip_in_a_key_is_told_with_the_key_that_was_meant(kind: str, typed: str, meant: str) -> None:
    assert nearest(typed, KEYS[kind], LIKENESS) == meant


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        ("procedure", "no_earlier_than"), ("procedure", "no_more_than"), ("procedure", "look_ahead"),
        ("procedure", "look_forward"), ("procedure", "unequal"), ("procedure", "until"), ("procedure", "if_early"),
        ("procedure", "begins"), ("procedure", "without"), ("procedure", "local"), ("procedure", "places"),
        ("procedure", "numbers"), ("procedure", "latest"), ("procedure", "deadline"),
        ("procedure", "working_day_zero"), ("procedure", "received_on_an_open_day"), ("procedure", "unset"),
        ("partnership", "in_force_until"), ("partnership", "rarely_after"), ("partnership", "usually_before"),
        ("partnership", "undone_by"), ("partnership", "long_title"), ("partnership", "day_one"),
        ("partnership", "unsafe"), ("partnership", "untested"), ("partnership", "may_not_ask"),
        ("forms", "unpublished"),
        ("forms", "uncompleted_by"), ("forms", "goes_from"), ("actors", "acts_against"), ("questions", "keeps_dates"),
        ("questions", "asked_by"), ("questions", "undetected_by"), ("calendar", "published_from"), ("calendar", "open"),
        ("calendar", "removed"), ("calendar", "underrides"), ("example", "unexpected"), ("example", "expect_undone"),
        ("example", "expect_look_forward"), ("example", "expect_local"), ("decision-guide", "international"),
        ("decision-guide", "talk_from"), ("changes", "off"), ("source", "covered_from"), ("source", "above"),
        ("references", "unpublished"), ("glossary", "nonaliases"),
    ],
)  # fmt: skip
def test_the_contrary_of_a_key_and_what_is_no_key_are_not_suggested(kind: str, typed: str) -> None:
    assert nearest(typed, KEYS[kind], LIKENESS) == ""


def test_another_number_is_no_slip() -> None:
    assert nearest("scsi-5", ["scsi-7", "scsi-15"]) == ""
    assert nearest("scsi5", ["scsi-7", "scsi-5"]) == "scsi-5"


def test_what_is_missing_in_many_places_is_each_cause_once_and_in_few_at_each() -> None:
    def found(count: int) -> list[Problem]:
        lines = range(count, 0, -1)
        return each_cause_once(Problem(Place("a.yml", line), "unknown-actor", "unknown actor 'x'") for line in lines)

    assert [one.place.line for one in found(3)] == [3, 2, 1]
    (problem,) = found(4)
    assert (problem.place.line, problem.message) == (1, "unknown actor 'x', and at 3 more places: a.yml:2, 3, 4")
