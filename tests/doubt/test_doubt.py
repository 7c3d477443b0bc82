"""Changes of one token: which are made, which checks notice them, and what is said of those that nothing notices."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from area_guides import area, copy_area
from broken_guides import problems_in, sound_guide
from command_line import guide as asked
from guide import plain
from guide.calendars import days
from guide.checks import said_alike
from guide.checks.every import check_guide
from guide.dates import moments_said, numbers_said
from guide.dates.digest import rules_digest
from guide.doubt import trials
from guide.doubt.alteration import KINDS, Alteration, text_of
from guide.doubt.alterations import alterations_of, names_for
from guide.doubt.told import doubts_as_json, doubts_as_text
from guide.doubt.trials import Doubts, tried
from guide.findings import Findings, findings_of
from guide.model.guide import Guide
from guide.pages.doubts import DoubtRecord, content_digest, doubt_record, doubt_text
from guide.problems import Problems
from guide.proofs import columns
from guide.reading.folder import Rereader, read_guide

TODAY = days.parse("2027-02-01")
RULES = "resolve-disagreement.yml"


@pytest.fixture
def starter(tmp_path: Path) -> Guide:
    return read_guide(sound_guide(tmp_path / "procedures"))


def doubted(guide: Guide, *only: str) -> Doubts:
    return tried(guide, alterations_of(guide, only), TODAY, processes=1, whole=not only)


def changes(guide: Guide, *only: str) -> list[tuple[str, str, str]]:
    return [(one.kind, one.old, one.new) for one in alterations_of(guide, only)]


def test_a_guide_with_every_noun_has_changes_of_every_kind() -> None:
    kinds = {one.kind for one in alterations_of(area())}
    assert {*KINDS} - kinds == set()
    assert kinds - {*KINDS} == set()


def test_the_same_content_has_the_same_changes_in_the_same_order(starter: Guide) -> None:
    again = read_guide(starter.folder)
    assert alterations_of(starter) == alterations_of(again)
    assert len(alterations_of(starter)) > 100


def test_a_rule_of_five_working_days_has_six_and_four_and_another_unit(starter: Guide) -> None:
    assert changes(starter, "number") == [
        ("number", "5 working days", "4 working days"), ("number", "5 working days", "6 working days"),
    ]  # fmt: skip
    assert changes(starter, "unit") == [("unit", "5 working days", "5 calendar days")]


def test_a_national_rule_is_also_left_out_and_a_heading_gets_the_next_day() -> None:
    national = [one for one in alterations_of(area(), ["national rule"]) if one.new == "(no rule)"]
    assert len(national) == 4
    files = {one.file: text_of(area().folder / one.file) for one in national}
    for one in national:
        assert one.applied(files[one.file]).count("cites:") == files[one.file].count("cites:") - 1
    assert ("heading", "Working Day Two", "Working Day Three") in changes(area(), "heading")


def test_every_change_is_a_change_of_its_file_and_of_no_other_line() -> None:
    texts: dict[str, str] = {}
    for one in alterations_of(area(), ["procedures", "partnership.yml", "examples"]):
        text = texts.setdefault(one.file, text_of(area().folder / one.file))
        other = one.applied(text)
        assert other != text, one
        before, after = text.splitlines(), other.splitlines()
        assert before[: one.place.line - 1] == after[: one.place.line - 1], one


def test_a_change_is_read_as_if_it_stood_in_the_folder(starter: Guide) -> None:
    """In memory and on disk the checks find the same, at the same places."""
    rereader = Rereader(starter.folder)
    for one in alterations_of(starter, [RULES, "partnership.yml", "examples"]):
        path = starter.folder / one.file
        text = text_of(path)
        try:
            found = check_guide(rereader.with_text(one.file, one.applied(text)))
        except Problems as refused:
            found = list(refused.problems)
        path.write_text(one.applied(text), "utf-8")
        assert problems_in(starter.folder) == found, one
        path.write_text(text, "utf-8")


def test_a_file_of_which_nothing_changed_is_not_read_again(starter: Guide) -> None:
    rereader = Rereader(starter.folder)
    again = rereader.with_text(RULES, text_of(starter.folder / RULES))
    assert again.examples[0] is rereader.guide.examples[0]
    assert again.procedures[0] is not rereader.guide.procedures[0]
    assert check_guide(again) == []


SAMPLE = ("partnership.yml", "concern.yml", "evaluation.yml", "examples/christmas.yml")


def test_what_was_worked_out_for_an_earlier_change_makes_no_difference_to_a_later_one(tmp_path: Path) -> None:
    """What texts say and when rules are due is kept from change to change: with nothing kept, the same is found."""
    guide = read_guide(copy_area(tmp_path / "procedures"))
    sample = alterations_of(guide, SAMPLE)[::61]
    assert len({one.kind for one in sample}) > 5
    assert len({one.file for one in sample}) > 2
    rereader = Rereader(guide.folder)

    def found(reader: Rereader, one: Alteration) -> list[str]:
        try:
            changed = reader.with_text(one.file, one.applied(text_of(guide.folder / one.file)))
        except Problems as refused:
            return list(map(str, refused.problems))
        by_check = findings_of(changed, TODAY).by_check
        return [f"{name}: {problem}" for name, problems in by_check.items() for problem in problems]

    kept = [found(rereader, one) for one in [*sample, *reversed(sample)]][len(sample) :][::-1]
    whole = []
    for one in sample:
        forget_all()
        whole.append(found(Rereader(guide.folder), one))
    assert kept == whole
    assert any(whole)


def forget_all() -> None:
    for keeping in (
        numbers_said._said_in,
        moments_said._named_in,
        plain._plain,
        said_alike.stems_of,
        said_alike._spaced,
    ):
        assert keeping.cache_info().maxsize, "what is kept without a limit fills the memory"
        keeping.cache_clear()
    said_alike.key_of.cache_clear()
    columns._TABLES.clear()


def test_a_wrong_number_is_noticed_by_the_words_and_by_the_worked_example(starter: Guide) -> None:
    doubts = doubted(starter, "number")
    assert doubts.unnoticed == []
    assert {code for one in doubts.trials for code in one.codes} == {"example", "number"}
    assert all(one.examples == ("over-easter",) for one in doubts.trials)


@pytest.mark.parametrize("kept", [False, True])
def test_without_the_checks_that_guard_it_a_wrong_number_goes_unseen(
    starter: Guide, monkeypatch: pytest.MonkeyPatch, kept: bool
) -> None:
    off = {"check_wording", "check_examples", "check_unproved"} - ({"check_examples"} if kept else set())

    def fewer(guide: Guide, today: int, *, but: tuple[str, ...] = ()) -> Findings:
        found = findings_of(guide, today, but=but)
        return replace(found, by_check={name: problems for name, problems in found.by_check.items() if name not in off})

    monkeypatch.setattr(trials, "findings_of", fewer)
    doubts = doubted(starter, "number")
    assert len(doubts.unnoticed) == (0 if kept else 2)
    if not kept:
        line = 1 + (starter.folder / RULES).read_text("utf-8").splitlines().index(
            "        due: {within: 5 working days, of: disagreement-raised}"
        )
        path = starter.procedures[0].id.place.path
        assert f"{path}:{line}:23: UNSEEN number: 5 working days -> 6 working days\n" in doubts_as_text(doubts)


def test_what_only_the_digest_of_the_rules_notices_is_unseen(starter: Guide) -> None:
    said = f'- version: "0.1"\n  on: 2027-01-04\n  rules: "{rules_digest(starter)}"\n  says: [The first.]\n'
    (starter.folder / "changes.yml").write_text(said, "utf-8")
    guide = read_guide(starter.folder)
    (planned,) = [one for one in alterations_of(guide, ["way of counting"]) if one.new == "after: 5 working days"]
    changed = Rereader(guide.folder).with_text(RULES, planned.applied(text_of(guide.folder / RULES)))
    assert [problem.code for problem in check_guide(changed)] == ["rules"]
    (trial,) = tried(guide, [planned], TODAY, processes=1).trials
    assert not trial.is_noticed


def test_a_check_and_an_example_that_notice_nothing_are_named(starter: Guide) -> None:
    number = alterations_of(starter, ["number"])
    doubts = tried(starter, number, TODAY, processes=1)
    assert "check_routes" in doubts.idle
    assert "check_wording" not in doubts.idle
    assert "example over-easter" not in doubts.idle
    assert "example over-easter" in tried(starter, alterations_of(starter, ["actor"])[:1], TODAY, processes=1).idle
    assert doubted(starter, "number").idle == []


def test_an_example_does_not_guard_its_own_dates(starter: Guide) -> None:
    doubts = doubted(starter, "example date")
    assert doubts.unnoticed == []
    assert all(one.examples == () for one in doubts.trials)


def test_a_guide_with_problems_is_not_doubted(starter: Guide) -> None:
    path = starter.folder / RULES
    path.write_text(path.read_text("utf-8").replace("within five working days", "within six working days"), "utf-8")
    with pytest.raises(Problems, match="six working day"):
        doubted(read_guide(starter.folder), "number")


def test_two_processes_find_what_one_does(starter: Guide) -> None:
    chosen = alterations_of(starter, ["number", "unit"])
    assert tried(starter, chosen, TODAY, processes=2).trials == tried(starter, chosen, TODAY, processes=1).trials


def test_the_table_counts_each_kind_and_all() -> None:
    place = area().procedures[0].id.place
    one = Alteration("number", "a.yml", place, "5", "6", ())
    found = [trials.TriedOut(one, ("check_wording",), ("number",)), trials.TriedOut(replace(one, kind="unit"), (), ())]
    doubts = Doubts(found, ("check_wording", "check_routes"), ("christmas",))
    lines = doubts_as_text(doubts).splitlines()
    assert [line.split() for line in lines[3:6]] == [
        ["number", "1", "1", "0"],
        ["unit", "1", "0", "1"],
        ["all", "2", "1", "1"],
    ]
    assert lines[-1] == "What guards nothing: check_routes, example christmas."
    told = json.loads(doubts_as_json(doubts))
    assert told["kinds"] == [{"kind": "number", "tried": 1, "noticed": 1}, {"kind": "unit", "tried": 1, "noticed": 0}]
    assert [row["noticed"] for row in told["trials"]] == [True, False]


def test_the_command_ends_with_0_where_all_is_noticed_and_with_1_where_something_is_unseen(starter: Guide) -> None:
    alike = asked("doubt", "--only", "unit", "--processes", "1", procedures=starter.folder)
    assert (alike.exit_code, "UNSEEN" in alike.stdout) == (0, False)
    unseen = asked("doubt", "--only", "way of counting", "--processes", "1", procedures=starter.folder)
    assert (unseen.exit_code, "UNSEEN way of counting: within: 5 working days" in unseen.stdout) == (1, True)
    told = asked("doubt", "--only", "unit", "--processes", "1", "--format", "json", procedures=starter.folder)
    assert [row["kind"] for row in json.loads(told.stdout)["trials"]] == ["unit"]


def test_a_file_or_kind_that_there_is_not_is_answered_with_one_that_there_is(starter: Guide) -> None:
    wrong = asked("doubt", "--only", "nummber", procedures=starter.folder)
    assert (wrong.exit_code, "did you mean 'number'?" in wrong.stderr) == (1, True)
    assert asked("doubt", "--only", "number", "--record", procedures=starter.folder).exit_code == 2
    assert {"number", "procedures", "examples", "calendars", RULES, "examples/over-easter.yml"} <= {*names_for(starter)}


def test_a_record_holds_for_the_content_that_was_tried_and_for_no_other(tmp_path: Path) -> None:
    guide = read_guide(copy_area(tmp_path / "procedures"))
    assert doubt_record(guide) is None
    record = DoubtRecord(content_digest(guide), TODAY, 700, 690)
    (guide.folder / "doubt.json").write_text(doubt_text(record), "utf-8")
    assert doubt_record(read_guide(guide.folder)) == record
    assert check_guide(read_guide(guide.folder)) == []
    forms = guide.folder / "forms.yml"
    forms.write_text(forms.read_text("utf-8") + "# seen\n", "utf-8")
    assert doubt_record(read_guide(guide.folder)) is None


@pytest.mark.parametrize("broken", ["", "[]", '{"format": "guide-doubt/1"}', '{"format": "another"}'])
def test_a_record_that_cannot_be_read_is_none(broken: str, tmp_path: Path) -> None:
    guide = read_guide(copy_area(tmp_path / "procedures"))
    (guide.folder / "doubt.json").write_text(broken, "utf-8")
    assert doubt_record(guide) is None
