"""What the timeline tool says of steps that count from several dates, and from steps that are not done."""

from __future__ import annotations

from typing import Any

import pytest

from guide.calendars import days
from guide.reading.folder import read_guide
from other_guide import other_guide, procedure, step
from timeline_tool import ask_tool, inputs, page_of

TOLD = "When was the family told?"
CHOICE = (
    "{earlier_of: [{within: 9 working days, of: disagreement-raised}, "
    "{later_of: [{within: 1 working day, of: family-told}, {within: 2 working days, of: ask}]}]}"
)

CALLED = "{later_of: [{within: 1 working day, of: family-told}, {within: 1 working day, of: call}]}"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of a guide in which one step waits for three things at once, and another for a step without a date."""
    folder = tmp_path_factory.mktemp("choices") / "procedures"
    steps = (
        step("ask", "Ask for an answer", due="not stated"),
        step("report", "Report what was said", due=CHOICE),
        step("call", "Call the family", due="{within: 1 working day, of: disagreement-raised}"),
        step("note", "Note the call", due=CALLED),
        step("file", "File the report", due="{within: 1 working day, of: report}"),
    )
    other_guide(folder, choices=procedure("choices", 1, *steps))
    partnership = folder / "partnership.yml"
    anchor = f"""
  family-told:
    asks: {TOLD}
    short: told
    event: the family is told
    day_zero: The day the family was told
    missing: Enter the date the family was told
"""
    text = partnership.read_text("utf-8").rstrip("\n")
    asks = "    asks: [disagreement-raised]\n"
    assert asks in text
    text = text.replace(asks, f"{asks}    may_ask: [family-told]\n") + anchor
    partnership.write_text(text, "utf-8")
    return page_of(read_guide(folder))


def shown(page: str, today: str = "2026-12-17", **entered: Any) -> dict[str, Any]:
    given = inputs("disagreement", **entered)
    view = ask_tool(["view", given, days.parse(today)], page=page)[0]
    return {one["id"]: one for one in view["steps"]}


def test_the_first_date_that_is_missing_is_asked_for_however_deep_the_choice_is(page: str) -> None:
    raised = shown(page, disagreement_raised="2026-12-17")
    assert raised["report"]["dueText"] == "No later than Monday 4 January 2027"
    asked = f"Another day is not known. It can only make this date earlier. Answer “{TOLD}” to be sure."
    assert asked in [one["text"] for one in raised["report"]["notes"]]


def test_a_step_that_waits_for_one_without_a_date_says_which_is_to_be_marked_done(page: str) -> None:
    waiting = shown(page, disagreement_raised="2026-12-17", family_told="2026-12-17")
    assert waiting["report"]["dueText"] == "Not before Friday 18 December 2026"
    said = "Another day is not known. It can only make this date later. Mark “Ask for an answer” done to be sure."
    assert said in [one["text"] for one in waiting["report"]["notes"]]


def test_a_step_that_waits_for_a_waiting_step_says_what_that_one_waits_for(page: str) -> None:
    waiting = shown(page, disagreement_raised="2026-12-17", family_told="2026-12-17")
    assert waiting["file"]["dueText"] == "Not before Monday 21 December 2026"
    waits = [
        [one["text"] for one in waiting[name]["notes"] if "to be sure" in one["text"]] for name in ("report", "file")
    ]
    assert waits[0] == waits[1]
    assert len(waits[0]) == 1


def test_a_step_whose_start_becomes_known_by_being_done_has_a_date_and_has_not_moved(page: str) -> None:
    entered = {"disagreement_raised": "2026-12-17", "family_told": "2026-12-17"}
    found = shown(page, done={"ask": "2026-12-18"}, **entered)
    # Two working days after Friday 18 December are later than one after Thursday 17, and earlier than nine.
    assert found["report"]["dueText"] == "No later than Tuesday 22 December 2026"
    assert found["file"]["dueText"] == "No later than Wednesday 23 December 2026"
    assert not any("moved" in one["text"] for one in found["report"]["notes"])


def test_a_date_that_moved_names_the_step_of_a_choice_that_moved_it(page: str) -> None:
    entered = {"disagreement_raised": "2026-12-17", "family_told": "2026-12-17"}
    found = shown(page, done={"call": "2026-12-22"}, **entered)
    assert found["note"]["dueText"] == "No later than Wednesday 23 December 2026"
    moved = "This date moved from Monday 21 December 2026: it counts from the day “Call the family” was done."
    assert moved in [one["text"] for one in found["note"]["notes"]]
