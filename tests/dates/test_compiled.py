"""The small JSON that the browser evaluates says everything the rules and the calendar say."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, fields, is_dataclass
from functools import cache
from typing import Any

import pytest

from area_guides import area_folder
from committed_calendars import REPOSITORY, calendar
from counting_examples import BEGINNING, within
from guide.calendars import days
from guide.dates.compiled import compiled_calendar, compiled_plan
from guide.dates.counting import Rule, count
from guide.dates.plan import Plan, PlannedStep
from guide.dates.planning import plan_of
from guide.model.actors import Actors
from guide.model.guide import Guide
from guide.reading.folder import read_guide
from two_engines import call_javascript, plan

JOURNEYS = ("trust-concern", "inquiry", "reflection", "back-from-hearing")


@cache
def the_guide() -> Guide:
    """Read for these tests alone: a plan that nobody has asked for yet has plain words for its names."""
    return read_guide(area_folder())


def every_convention() -> Plan:
    """A plan whose rules differ from every default that a rule has."""
    odd = within("2 days except bank holidays", "received", closed_day="following", authority="statute",
                 part="morning", reading="why", **BEGINNING)  # fmt: skip
    back = {"no_later_than": "1 week", "before": "hearing", "clear": True}
    reading = {"due": within("1 month", "received"), "says": "Or.", "reading": "why"}
    return plan(
        {"id": "a", "due": odd, "look_back": {"over": "12 months", "before": "received"}, "alongside": True,
         "with": "office", "forms": ["f-1"], "questions": ["why"], "also_read_as": [reading]},
        {"id": "b", "due": {"earlier_of": [back, {"later_of": [odd, back]}]}},
        {"id": "c", "due": {"on": "working days 0 to 2"}},
        {"id": "d", "due": "not stated"},
        received_on_a_closed_day="counts as received on the next working day",
    )  # fmt: skip


def read_back(small: Any, reader: str, module: str) -> Any:
    """What the page's own reader makes of the compiled JSON."""
    (answer,) = call_javascript([module, reader, small])
    return answer["value"]


def written_out(value: Any) -> Any:
    """Python's value as JSON has it: of a row of actors the ids, and how they stand where that says more."""
    return json.loads(json.dumps(_plain(value)))


def _plain(value: Any) -> Any:
    if isinstance(value, Actors):
        return [str(one) for one in value]
    if is_dataclass(value):
        made = {item.name: _plain(getattr(value, item.name)) for item in fields(value)}
        return {**made, "parties": _parties(value)} if isinstance(value, PlannedStep) else made
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list | tuple) else value


def _parties(step: PlannedStep) -> dict[str, list[str]]:
    rows = {"actors": step.actors, "helpers": step.helpers, "to": step.to}
    return {
        name: [" or ".join(one.ids) + (f" of {' and '.join(one.of)}" if one.of else "") for one in row.parties]
        for name, row in rows.items()
        if any(len(one.ids) > 1 or one.of for one in row.parties)
    }


@pytest.mark.parametrize("name", JOURNEYS)
def test_a_plan_comes_back_whole_in_the_browser(name: str) -> None:
    real = plan_of(the_guide(), name)
    assert read_back(compiled_plan(real), "readPlan", "dates/timeline.js") == written_out(real)


def test_a_plan_with_every_convention_comes_back_whole_in_the_browser() -> None:
    odd = every_convention()
    assert read_back(compiled_plan(odd), "readPlan", "dates/timeline.js") == written_out(odd)
    # The plan would prove nothing if a convention were missing from it.
    said = [rule for step in odd.steps for top in (step.rule, step.look_back) if top for rule in (top, *top.of)]
    said += [rule for one in said for rule in one.of] + [one.rule for step in odd.steps for one in step.alternatives]
    for item in fields(Rule):
        assert len({getattr(rule, item.name) for rule in said}) > 1, item.name


def test_a_rule_of_defaults_is_its_words_alone_and_comes_back_whole() -> None:
    small = compiled_plan(plan({"id": "a", "due": within("5 working days", "received")}))["steps"][0]["rule"]
    words = "Within 5 working days after it is received"
    assert small == {"kind": "limit", "words": words, "start": "received", "number": 5}
    assert read_back({"kind": "limit", "words": "At once"}, "wholeRule", "dates/counting.js") == written_out(
        asdict(Rule("limit", "At once"))
    )


def test_a_compiled_plan_leaves_out_what_equals_its_default_and_nothing_else() -> None:
    small = compiled_plan(every_convention())
    assert "alongside" not in small["steps"][1]
    assert small["steps"][0]["alongside"] is True
    assert small["steps"][2]["rule"]["first"] == 0  # zero is not nothing
    assert "first" not in small["steps"][0]["rule"]
    assert "evaluation" not in small
    assert [(act["id"], "steps" in act, "who" in act) for act in small["acts"]] == [
        (one, False, False) for one in "abcd"
    ]


def test_an_order_of_evaluation_that_is_not_that_of_the_pages_comes_back_whole() -> None:
    first, then = (
        {"id": "a", "due": within("1 working day", "b")},
        {"id": "b", "due": within("1 working day", "received")},
    )
    made = plan(first, then)
    assert compiled_plan(made)["evaluation"] == [1, 0]
    assert read_back(compiled_plan(made), "readPlan", "dates/timeline.js") == written_out(made)


def test_a_calendar_comes_back_with_every_closed_day_and_its_reason() -> None:
    small = json.loads(json.dumps(compiled_calendar(calendar())))
    assert {day: reason for reason, list_ in small["closed"].items() for day in list_} == {
        day: closed.reason for day, closed in calendar().reasons.items()
    }
    assert all(list_ == sorted(list_) for list_ in small["closed"].values())
    assert (small["first"], small["last"]) == (days.parse("2012-01-01"), days.parse("2035-12-31"))
    assert small["published_through"] == days.parse("2028-12-31")
    assert (small["id"], small["name"], small["hash"]) == (calendar().id, calendar().name, calendar().hash)
    assert days.text(small["retrieved_day"]) == small["retrieved"] == calendar().retrieved


def test_the_words_beside_a_projected_date_stand_once_and_travel_with_the_calendar() -> None:
    worked = count(Rule("limit", "", number=1), days.parse("2029-01-05"), "It", calendar())
    assert compiled_calendar(calendar())["projected"] == worked.lines[-1].text
    written = [path for folder in ("scripts/guide", "docs/assets") for path in (REPOSITORY / folder).rglob("*.*")]
    words = [path for path in written if path.suffix in (".py", ".js", ".jinja")]
    said = [path.name for path in words if "pattern of the law. Check again" in path.read_text("utf-8")]
    assert said == ["counting.py"]


def test_what_a_page_carries_stays_small(capsys: pytest.CaptureFixture[str]) -> None:
    sizes = {name: len(json.dumps(compiled_plan(plan_of(the_guide(), name)), ensure_ascii=False).encode())
             for name in JOURNEYS}  # fmt: skip
    sizes["england-and-wales"] = len(json.dumps(compiled_calendar(calendar()), ensure_ascii=False).encode())
    with capsys.disabled():
        print("".join(f"\n{name}: {size:,} bytes" for name, size in sizes.items()))
    assert max(sizes.values()) < 40_000
