"""What the checks hold: the guide of the harbour is sound, and one changed fact anywhere in it is noticed.

Each kind of mistake has its own file in `tests/broken/`; here stand the checks as a whole, on its procedures.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from area_guides import area_folder, copy_area
from guide.checks.every import check_guide
from guide.checks.examples import check_examples
from guide.checks.references import check_references, unknown
from guide.checks.routes import check_routes
from guide.checks.sources import check_sources, claims_of
from guide.checks.timing import check_timing
from guide.checks.wording import check_wording
from guide.dates.numbers_said import sayings_in
from guide.dates.offsets import offset_of
from guide.model.entries import Step
from guide.model.guide import Guide
from guide.problems import Place
from guide.reading.folder import read_guide
from guide.strict_yaml.text import Text


def changed(folder: Path, name: str, old: str, new: str) -> list[str]:
    """The codes that the checks give for the procedures of the harbour after one change."""
    copy_area(folder)
    path = folder / name
    text = path.read_text("utf-8")
    assert text.count(old) == 1, f"{name} has {old!r} {text.count(old)} times"
    path.write_text(text.replace(old, new), "utf-8")
    return [problem.code for problem in check_guide(read_guide(folder))]


def test_a_sound_guide_has_no_problem(guide: Guide) -> None:
    assert check_guide(guide) == []


@pytest.mark.parametrize(
    "check", [check_references, check_routes, check_sources, check_wording, check_timing, check_examples]
)
def test_each_kind_of_check_is_content_with_a_sound_guide(check: object, guide: Guide) -> None:
    assert list(check(guide)) == []  # type: ignore[operator]


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        # a number in the rule alone, or in the words alone
        (
            "inquiry.yml",
            "{within: 6 months, of: inquiry-ordered, reading",
            "{within: 5 months, of: inquiry-ordered, reading",
            "number",
        ),
        (
            "inquiry.yml",
            "no later than seven working days before",
            "no later than eight working days before",
            "number",
        ),
        ("evaluation.yml", "11 working days after the concern", "12 working days after the concern", "number"),
        (
            "evaluation.yml",
            "Give employers a 5 working day deadline",
            "Give employers a 4 working day deadline",
            "number",
        ),
        ("evaluation.yml", "takes place on day 14", "takes place on day 13", "number"),
        (
            "evaluation.yml",
            "title: Working Days Nine to Ten\n    drawing",
            "title: Working Days Eight to Nine\n    drawing",
            "heading",
        ),
        # the two statements of one date
        ("evaluation.yml", "equals: {on: working days 3 to 7}", "equals: {on: working days 3 to 8}", "equals"),
        # a piece of the source that nobody would see any more
        ("evaluation.yml", "source: [F2-07]", "source: []", "uncovered"),
        ("source.yml", "covered_by: [threshold-met]", "covered_by: [referral-agreed]", "not-covering"),
        # an answer that leads nowhere
        (
            "concern.yml",
            '{answer: "Yes", then: tell-the-regulator}',
            '{answer: "Yes", then: tell-regulator}',
            "unknown-target",
        ),
        ("concern.yml", '{answer: "No", gap: referral-refused}', '{answer: "No"}', "branch"),
    ],
)
def test_one_changed_fact_is_noticed(name: str, old: str, new: str, code: str, tmp_path: Path) -> None:
    assert code in changed(tmp_path / "procedures", name, old, new)


@pytest.mark.parametrize("question", ["pt-3-day-one-or-two", "meeting-from-receipt-or-notice", "regulator-clock"])
def test_a_contradiction_of_the_source_that_is_taken_off_the_list_is_found_again(question: str, tmp_path: Path) -> None:
    text = (area_folder() / "questions.yml").read_text("utf-8")
    _, _, after = text.partition(f"- id: {question}\n")
    entry = after.split("\n- id: ")[0]
    detected = next(line for line in entry.splitlines() if line.startswith("  detected_by: "))
    codes = changed(tmp_path / "procedures", "questions.yml", entry, entry.replace(f"{detected}\n", ""))
    assert set(codes) == {detected.removeprefix("  detected_by: ")}


def test_a_dangling_name_is_told_as_what_it_is_and_not_as_what_follows_from_it(tmp_path: Path) -> None:
    codes = changed(
        tmp_path / "procedures", "evaluation.yml", "sets: [hold-evaluation-meeting]", "sets: [hold-meeting]"
    )
    assert codes == ["unknown-step"]


def test_problems_come_in_the_order_of_files_and_lines(tmp_path: Path) -> None:
    folder = copy_area(tmp_path / "procedures")
    for name, old, new in (
        ("evaluation.yml", "who: clerks", "who: clerk"),
        ("evaluation.yml", "forms: [pt-7]", "forms: [pt-8]"),
        ("concern.yml", "who: employer", "who: employerr"),
    ):
        path = folder / name
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    places = [(problem.place.path, problem.place.line) for problem in check_guide(read_guide(folder))]
    assert len(places) >= 3
    assert places == sorted(places)


def test_an_example_is_held_to_every_date_it_expects(guide: Guide) -> None:
    assert guide.examples
    for example in guide.examples:
        step, day = next(iter(example.expect.items()))
        wrong = example.model_copy(update={"expect": {**example.expect, step: Text("2030-01-01", day.place)}})
        (problem,) = check_examples(replace(guide, examples=(wrong,)))
        assert (problem.code, problem.place) == ("example", day.place)
        assert f"'{step}'" in problem.message


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("within five working days", [(5, "day")]),
        ("Within 11 working days of receiving", [(11, "day")]),
        ("a 6 month time period", [(6, "month")]),
        ("in the previous 12 months", [(12, "month")]),
        ("Working Day Eleven", [(11, "day")]),
        ("Working Days Three to Seven", [(3, "day"), (7, "day")]),
        ("by day seven", [(7, "day")]),
        ("days 9 and 10", [(9, "day"), (10, "day")]),
        ("one working day", [(1, "day")]),
        ("a 5 working day deadline", [(5, "day")]),
        ("two clear working days", [(2, "day")]),
        ("three weeks and 2 years", [(3, "week"), (2, "year")]),
        ("by the end of the day", []),
        ("form PT-5 and letter 9", []),
        ("phone someone today", []),
    ],
)
def test_numbers_of_days_are_heard_in_a_sentence(text: str, said: list[tuple[int, str]]) -> None:
    assert [one.said for one in sayings_in(text)] == said


def test_every_claim_on_a_source_item_is_read_from_the_procedures(guide: Guide) -> None:
    claims = set(claims_of(guide))
    assert ("return-records", "F2-08") in claims
    assert ("inquiry", "F3-01") in claims
    assert {item for _, item in claims} == {item.id for item in guide.source}


@pytest.mark.parametrize(
    ("step_id", "anchor", "number"),
    [
        ("inform-harbour-board", "concern-received", 1),
        ("read-evidence-bundle", "concern-received", 10),
        ("return-records", "concern-received", 7),  # 5 days after working day 2
    ],
)
def test_a_deadline_in_working_days_is_a_day_after_its_anchor(
    step_id: str, anchor: str, number: int, guide: Guide
) -> None:
    step = guide.entry[step_id]
    assert isinstance(step, Step)
    offset = offset_of(guide, guide.home_of[step_id], step.due)
    assert offset is not None
    assert (offset.anchor, offset.number) == (anchor, number)


@pytest.mark.parametrize("step_id", ["complete-inquiry", "send-inquiry-report", "monitor-inquiry"])
def test_months_counting_back_and_words_are_not_a_number_of_working_days(step_id: str, guide: Guide) -> None:
    step = guide.entry[step_id]
    assert isinstance(step, Step)
    assert offset_of(guide, guide.home_of[step_id], step.due) is None


def test_an_unknown_name_comes_with_the_nearest_one_or_with_what_to_do() -> None:
    here = Place("x.yml", 1, 1)
    near, far = unknown("actor", [Text("panle", here), Text("zzz", here)], {"panel", "agency"})
    assert (near.message, near.hint) == ("unknown actor 'panle'", "did you mean 'panel'?")
    assert far.hint == "define it, or use one that exists"
