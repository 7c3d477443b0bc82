"""Who acts: how an author writes it, whom it names, and what is said of it."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from area_guides import area
from guide.dates.compiled import compiled_plan
from guide.dates.planning import plan_of
from guide.model.actors import Actors, Party
from guide.model.entries import Step
from guide.wording import listed, names_of, short_names_of

STEP = {"id": "a", "title": "A", "does": "A.", "due": "not stated"}


def actors(written: Any) -> Actors:
    return TypeAdapter(Step).validate_python({**STEP, "who": written}).who


def test_all_of_a_list_act_and_one_of_a_choice() -> None:
    assert actors(["worker", "circle"]).parties == Actors.row("worker", "circle").parties
    either = actors({"one_of": ["worker", "circle"]})
    assert (either.ids, either.is_plain) == (("worker", "circle"), False)
    assert [party.is_choice for party in either.parties] == [True]


def test_the_bodies_on_whose_behalf_a_group_acts_are_not_among_those_who_act() -> None:
    group = actors({"group": "link-officers", "of": ["council", "constabulary"]})
    assert (group.ids, group.bodies) == (("link-officers",), ("council", "constabulary"))
    assert "council" not in group


@pytest.mark.parametrize(
    "written", [{"one_of": ["worker"]}, {"one_of": []}, {"group": "worker"}, {"of": ["worker"]}, {}, []]
)
def test_a_choice_of_one_and_a_group_of_nobody_are_refused(written: Any) -> None:
    with pytest.raises(ValidationError):
        actors(written)


@pytest.mark.parametrize(
    ("written", "said", "short"),
    [
        ("circle", "Evaluation Circle", "Circle"),
        (["duty-desk", "clerks"], "Harbour Duty Desk and Clerks", "Duty desk and Clerks"),
        ({"one_of": ["duty-desk", "clerks"]}, "Harbour Duty Desk or Clerks", "Duty desk or Clerks"),
        (
            {"one_of": ["duty-desk", "clerks", "circle"]},
            "Harbour Duty Desk, Clerks or Evaluation Circle",
            "Duty desk, Clerks or Circle",
        ),
        ({"group": "circle", "of": ["council", "regulator"]}, "Evaluation Circle (Council and Regulator)", "Circle"),
    ],
)
def test_an_or_is_said_as_an_or(written: Any, said: str, short: str) -> None:
    guide = area("harbour")
    assert listed(names_of(guide, actors(written))) == said
    assert listed(short_names_of(guide, actors(written))) == short


def test_in_one_row_with_others_it_is_clear_where_a_choice_begins() -> None:
    rows = [actors({"one_of": ["duty-desk", "clerks"]}), actors("circle"), actors(["clerks", "circle"])]
    together = Actors.together(rows)
    assert together.ids == ("circle", "clerks", "duty-desk")
    assert (
        listed(names_of(area("harbour"), together))
        == "Evaluation Circle, Clerks and either Harbour Duty Desk or Clerks"
    )


def test_in_json_actors_stay_a_list_of_ids_and_how_they_stand_is_beside_it() -> None:
    step = TypeAdapter(Step).validate_python(
        {
            **STEP,
            "who": {"group": "circle", "of": "council"},
            "with": {"one_of": ["clerks", "worker"]},
            "to": "employer",
        }
    )
    made = step.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    assert (made["who"], made["with"], made["to"]) == (["circle"], ["clerks", "worker"], ["employer"])
    assert made["parties"] == {
        "who": [{"acts": ["circle"], "of": ["council"]}],
        "with": [{"one_of": ["clerks", "worker"]}],
    }
    plain = TypeAdapter(Step).validate_python({**STEP, "who": "circle"})
    assert "parties" not in plain.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def test_the_browser_gets_ids_and_the_names_of_parties_only_where_ids_do_not_say_it() -> None:
    steps = {step["id"]: step for step in compiled_plan(plan_of(area("harbour"), "evaluation"))["steps"]}
    assert steps["ring-every-employer"]["actors"] == ["duty-desk", "clerks"]
    assert steps["ring-every-employer"]["parties"]["actors"] == ["duty-desk or clerks"]
    assert [name for name, step in steps.items() if "parties" in step] == ["ring-every-employer"]


def test_a_party_that_is_more_than_one_id_has_a_key_that_is_no_id() -> None:
    circle, council, clerks = actors(["circle", "council", "clerks"]).ids
    keys = [Party((circle,)).key, Party((circle, clerks)).key, Party((circle,), (council, clerks)).key]
    assert keys == ["circle", "circle or clerks", "circle of council and clerks"]
