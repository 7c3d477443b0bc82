"""Whatever stands in a link, a date field or the device's storage, the tool shows dates or says what is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings

from examples import examples
from hostile_tool import KEPT, LINKS, TOKEN, TYPED, Tool

many = settings(max_examples=examples(5000))
LINK = "journey=trust-concern&concern-received=2026-12-17"


@pytest.fixture(scope="module")
def tool() -> Iterator[Tool]:
    running = Tool()
    yield running
    running.close()


@many
@given(LINKS)
def test_any_link_at_all_is_shown_or_refused(tool: Tool, link: str) -> None:
    assert tool.ask("link", link)["faults"] == []


@many
@given(TYPED)
def test_anything_typed_as_a_date_is_read_or_answered_with_a_message(tool: Tool, typed: dict[str, str]) -> None:
    assert tool.ask("date", typed)["faults"] == []


@many
@given(KEPT)
def test_anything_kept_on_the_device_is_shown_or_forgotten(tool: Tool, kept: str) -> None:
    assert tool.ask("kept", kept)["faults"] == []


@pytest.mark.parametrize(
    ("kind", "given", "outcome"),
    [
        ("link", LINK, "shown"),
        ("link", LINK.replace("-", "%2D"), "shown"),
        ("link", LINK.replace("2026-12-17", "2035-12-31"), "beyond the calendar"),
        ("link", f"{LINK}&__proto__=1", "refused"),
        ("link", f"{LINK}&{'x' * 512}=1", "refused"),
        ("date", {"day": "7", "month": "mar.", "year": "2027"}, "read"),
        ("date", {"day": "٧", "month": "3", "year": "2027"}, "refused"),
    ],
)
def test_the_questions_reach_every_end_there_is(tool: Tool, kind: str, given: Any, outcome: str) -> None:
    assert tool.ask(kind, given) == {"outcome": outcome, "faults": []}


WHOLE = {"link": LINK, "token": TOKEN, "sequence": 3, "until": 30_000}


@pytest.mark.parametrize(
    ("changed", "outcome"),
    [
        ({}, "shown"),
        ({"link": "journey=gone"}, "of another guide"),
        ({"until": 9_007_199_254_740_991}, "refused"),
        ({"sequence": 9_007_199_254_740_991}, "refused"),
        ({"sequence": -1}, "refused"),
        ({"token": [TOKEN]}, "refused"),
        ({"link": None}, "refused"),
    ],
    ids=str,
)
def test_what_a_device_kept_is_taken_only_whole(tool: Tool, changed: dict[str, Any], outcome: str) -> None:
    assert tool.ask("kept", json.dumps({**WHOLE, **changed})) == {"outcome": outcome, "faults": []}


def test_a_stumble_of_the_tool_is_told_as_a_fault(tool: Tool) -> None:
    assert tool.ask("link", None)["outcome"] == "stumbled"
    assert tool.ask("link", None)["faults"] != []
