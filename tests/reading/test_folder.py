"""A folder of YAML to one guide: every noun in its place, and every fault of every file at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from area_guides import AREAS, area_folder
from broken_guides import problems_in, shown, sound_guide
from guide.calendars import days
from guide.model.deadlines import NoLaterThan, On, Within
from guide.model.entries import Decision, Step
from guide.model.guide import Guide
from guide.model.partnership import Actor, Partnership
from guide.model.procedure import Procedure
from guide.problems import Problems
from guide.reading.folder import read_calendar, read_guide
from guide.reading.shape_problems import known_keys, problems_of
from guide.strict_yaml.text import Text, read_text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return sound_guide(tmp_path / "procedures")


def test_procedures_stand_in_the_order_of_their_flowcharts(guide: Guide) -> None:
    assert [(one.flowchart, str(one.id)) for one in guide.procedures] == [
        (1, "concern"), (2, "evaluation"), (3, "inquiry"), (4, "reflection"),
    ]  # fmt: skip


def test_a_step_is_found_by_its_id_and_knows_its_procedure_and_its_line(guide: Guide) -> None:
    step = guide.entry["return-records"]
    assert isinstance(step, Step)
    assert guide.home_of["return-records"].id == "evaluation"
    path = area_folder() / "evaluation.yml"
    line = path.read_text("utf-8").splitlines()[step.id.place.line - 1]
    assert line == "      - id: return-records"
    assert step.id.place.column == 13
    assert Path(step.id.place.path).resolve() == path.resolve()


def test_what_is_written_as_people_write_it_becomes_a_deadline(guide: Guide) -> None:
    due = {str(step.id): step.due for procedure in guide.procedures for step in procedure.steps}
    within = due["return-records"]
    assert isinstance(within, Within)
    assert (str(within.within), str(within.of)) == ("5 working days", "ask-for-records")
    numbered = due["read-evidence-bundle"]
    assert isinstance(numbered, On)
    assert (numbered.on.first, numbered.on.last) == (9, 10)
    before = due["send-inquiry-report"]
    assert isinstance(before, NoLaterThan)
    assert (str(before.no_later_than), before.clear) == ("7 working days", False)
    assert due["monitor-inquiry"] == "at relevant intervals"


def test_one_actor_and_a_list_of_one_mean_the_same() -> None:
    step = {"id": "a", "title": "A", "does": "A.", "due": "not stated"}
    one = TypeAdapter(Step).validate_python({**step, "who": "panel"})
    assert one.who == TypeAdapter(Step).validate_python({**step, "who": ["panel"]}).who
    assert one.who.ids == ("panel",)


def test_nouns_are_frozen(guide: Guide) -> None:
    with pytest.raises(ValidationError):
        guide.partnership.area = "Elsewhere"  # type: ignore[misc, assignment]


def test_a_decision_is_known_by_its_key(guide: Guide) -> None:
    decision = guide.entry["threshold-met"]
    assert isinstance(decision, Decision)
    assert [(str(branch.answer), str(branch.then or branch.gap)) for branch in decision.branches] == [
        ("Yes", "report-concern"),
        ("No", "threshold-not-met"),
    ]


def test_a_journey_gives_its_procedures_and_a_procedure_itself(guide: Guide) -> None:
    assert [str(one.id) for one in guide.procedures_of("trust-concern")] == ["concern", "evaluation"]
    assert [str(one.id) for one in guide.procedures_of("evaluation")] == ["evaluation"]
    with pytest.raises(KeyError):
        guide.procedures_of("nothing")


def test_calendars_are_read_by_the_name_of_their_file(guide: Guide) -> None:
    assert set(guide.calendars) == {"england-and-wales", "scotland", "northern-ireland"}
    assert guide.calendars["scotland"].why_closed(days.parse("2026-11-30")) == "St Andrew's Day"


def test_every_missing_file_is_named_at_once(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    found = problems_in(tmp_path / "empty")
    assert [shown(tmp_path / "empty", one) for one in found] == [
        ".:0:0: no-procedure", "actors.yml:0:0: missing-file", "forms.yml:0:0: missing-file",
        "glossary.yml:0:0: missing-file", "partnership.yml:0:0: missing-file", "questions.yml:0:0: missing-file",
        "references.yml:0:0: missing-file", "source.yml:0:0: missing-file",
    ]  # fmt: skip


def test_a_guide_does_without_examples_changes_and_a_decision_guide(folder: Path) -> None:
    for path in (folder / "examples").iterdir():
        path.unlink()
    guide = read_guide(folder)
    assert (guide.examples, guide.changes, guide.decision_guide) == ((), (), None)


def test_a_path_is_shown_as_an_author_types_it_from_here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "forms.yml").unlink()
    monkeypatch.chdir(folder.parent)
    for said in ("procedures", "./procedures", str(folder)):
        (problem,) = _problems(Path(said))
        assert problem.place.path == "procedures/forms.yml"


def _problems(folder: Path) -> tuple[object, ...]:
    with pytest.raises(Problems) as raised:
        read_guide(folder)
    return raised.value.problems


def test_a_calendar_is_read_whole_or_refused_at_its_line(folder: Path) -> None:
    path = folder / "calendars" / "scotland.yml"
    assert read_calendar(path)["id"] == "scotland"
    path.write_text(path.read_text("utf-8").replace("{on: 2012-01-03,", "{on: 2012-01-32,"), "utf-8")
    with pytest.raises(Problems) as raised:
        read_calendar(path)
    (problem,) = raised.value.problems
    assert (
        path.read_text("utf-8")
        .splitlines()[problem.place.line - 1][problem.place.column - 1 :]
        .startswith("2012-01-32")
    )
    assert "There is no day 32 in January 2012" in problem.message


# The shapes of values


def faults(text: str, noun: type) -> list[str]:
    document = read_text(text, "x.yml")
    with pytest.raises(ValidationError) as raised:
        TypeAdapter(noun).validate_python(document.value)
    found = list(problems_of(raised.value, document, noun))
    assert all(one.hint for one in found)
    return [f"{one.place.line}:{one.place.column} {one.message}" for one in found]


def test_each_fault_of_a_noun_is_told_once_and_all_at_once() -> None:
    actor = "id: One\nname: 7\nshort: [x]\nkind: roll\ncolour: red\nmembers: {a: b}\n"
    assert faults(actor, Actor) == [
        "1:5 'One' is not an id",
        "2:7 this must be text",
        "3:8 this must be text, not a list or keys with values",
        "4:7 'roll' is none of the words that can stand here",
        "6:10 'members' must be a list",
        "5:1 unknown key 'colour'",
    ]


def test_a_misspelt_key_is_not_also_a_missing_one() -> None:
    assert faults("id: one\nnmae: One\nshort: One\n", Actor) == ["2:1 unknown key 'nmae'"]


def test_a_missing_key_is_told_at_the_start_of_what_lacks_it() -> None:
    assert faults("id: one\nshort: One\n", Actor) == ["1:1 'name' is missing"]


def test_a_list_that_is_short_because_an_entry_is_wrong_is_not_also_short() -> None:
    procedure = (
        "id: a\ntitle: A\nflowchart: 1\nsource_title: A\nfor: A\nstarts: A\nends: A\nsummary: A\n"
        "phases:\n  - id: b\n    title: B\n    steps:\n      - {id: c, title: C, who: d, does: E}\n"
    )
    assert faults(procedure, Procedure) == ["13:9 'due' is missing"]


@pytest.mark.parametrize(
    ("due", "said"),
    [
        ("{within: 5 days, of: a}", "10 '5 days' can be read in two ways"),
        ("{within: five working days, of: a}", "10 'five working days' is not a length of time"),
        (
            "{within: 5 months, of: a, clear: true}",
            "1 clear months can be read in two ways at the end of a short month",
        ),
        ("{on: day 7}", "6 'day 7' is not a numbered day"),
        ("{on: working days 7 to 3}", "6 'working days 7 to 3' ends before it begins"),
        ("{within: 5 working days}", "1 'of' is missing"),
        ("{by: Friday}", "1 'due' is not a deadline this guide knows"),
        ("{}", "1 'due' is not a deadline this guide knows"),
        ("7", "1 'due' is not a deadline this guide knows"),
        ("[a]", "1 'due' is not a deadline this guide knows"),
        ("soon", "1 'soon' is not a deadline this guide knows"),
        ("{earlier_of: [{within: 5 working days, of: a}]}", "14 'earlier_of' needs at least 2 entries"),
    ],
)
def test_a_deadline_that_cannot_be_counted_one_way_only_is_refused(due: str, said: str) -> None:
    text = f"id: c\ntitle: C\nwho: d\ndoes: E\ndue: {due}\n"
    column, _, message = said.partition(" ")
    (found,) = faults(text, Step)
    assert found == f"5:{int(column) + 5} {message}"


@pytest.mark.parametrize("day", ["2026-02-30", "2026-2-3", "20260203", "03/02/2026", "2026-02-03T00:00", "٢٠٢٦-٠٢-٠٣"])
def test_only_a_real_day_is_a_day(day: str) -> None:
    partnership = (AREAS / "harbour" / "partnership.yml").read_text("utf-8")
    (found,) = faults(partnership.replace("in_force_from: 2026-10-05", f"in_force_from: {day}"), Partnership)
    assert day in found or "There is no day 30 in February 2026" in found


def test_a_suggestion_knows_every_key_at_any_depth() -> None:
    keys = known_keys(Procedure)
    assert {"flowchart", "for", "steps", "answer", "within", "no_later_than", "closed_day", "over", "cites"} <= set(
        keys
    )
    assert isinstance(keys[0], str)
    assert not isinstance(keys[0], Text)
