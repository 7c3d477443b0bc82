"""The kernel that the vectors prove is the one that gives the dates: a fault in one of its functions moves a real rule.

Every question that can be put to the kernel by name stands here with a rule that rests on the function that answers it.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from area_guides import area_folder
from counting_examples import before, within
from guide.calendars import days
from guide.calendars.days import WorkingDays
from guide.cli import main
from guide.twins import operations
from guide.twins.node import ASSETS
from timeline_tool import ask_tool, inputs
from two_engines import Question, ask_javascript, ask_python, both, plan

IN_USE: Mapping[str, tuple[Any, str, Any]] = {
    "days_after": (days, "days_after", within("5 calendar days", "received")),
    "days_before": (days, "days_after", before("5 calendar days", "received")),
    "weeks_after": (days, "weeks_after", within("2 weeks", "received")),
    "weeks_before": (days, "weeks_after", before("2 weeks", "received")),
    "months_after": (days, "months_after", within("1 month", "received")),
    "months_before": (days, "months_after", before("1 month", "received")),
    "clear_days_after": (days, "clear_days_after", within("5 calendar days", "received", clear=True)),
    "clear_days_before": (days, "clear_days_before", before("1 week", "received", clear=True)),
    "clear_days_after, working days": (WorkingDays, "clear_after", within("5 working days", "received", clear=True)),
    "clear_days_before, working days": (WorkingDays, "clear_before", before("5 working days", "received", clear=True)),
    "working_days_after": (WorkingDays, "working_day_after", within("5 working days", "received")),
    "working_days_before": (WorkingDays, "working_day_before", before("5 working days", "received")),
    "is_working_day": (WorkingDays, "is_working_day", within("5 days except bank holidays", "received")),
    "roll_following": (WorkingDays, "following", within("2 calendar days", "received", closed_day="following")),
    "roll_preceding": (WorkingDays, "preceding", within("2 calendar days", "received", closed_day="preceding")),
}
"""Each operation, the kernel's function behind it, and a deadline that is counted with it."""
ON = {"received": "2026-12-24"}
TODAY = days.parse("2026-12-17")
PROCEDURES = ("--procedures", str(area_folder()))


def wrong(answer: Any) -> Any:
    """A day later, one more, or a closed day taken for a working day."""
    return True if isinstance(answer, bool) else answer + 1


def faulty(function: Callable[..., Any]) -> Callable[..., Any]:
    return lambda *given: wrong(function(*given))


def faulty_copy(name: str, folder: Path) -> Path:
    """The browser's modules with the same fault in the function of that name."""
    in_browser = re.sub(r"_(\w)", lambda found: found[1].upper(), name)
    copy = folder / "assets"
    shutil.copytree(ASSETS, copy)
    (copy / "package.json").write_text('{"type": "module"}', "utf-8")
    kernel = copy / "calendars" / "days.js"
    head = re.compile(rf"^(export function |  ){in_browser}\(([^)]*)\) \{{$", re.MULTILINE)

    def planted(found: re.Match[str]) -> str:
        start, given = found.groups()
        sound = f"this.sound_{in_browser}" if start == "  " else f"sound_{in_browser}"
        answer = f'const sound = {sound}({given}); return typeof sound === "boolean" ? true : sound + 1;'
        return f"{start}{in_browser}({given}) {{ {answer} }}\n{start}sound_{in_browser}({given}) {{"

    written, faults = head.subn(planted, kernel.read_text("utf-8"))
    assert faults == 1
    kernel.write_text(written, "utf-8")
    return copy


def test_every_question_to_the_kernel_has_a_rule_that_rests_on_it() -> None:
    elsewhere = {"parse", "long", "count_working_days"}
    assert {name.partition(",")[0] for name in IN_USE} | elsewhere == set(operations.OPERATIONS)


@pytest.mark.parametrize("operation", IN_USE)
def test_a_fault_in_the_kernel_moves_the_date_of_a_rule_in_both_engines(
    operation: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    place, name, due = IN_USE[operation]
    asked = Question(plan({"id": "act", "due": due}), ON)
    sound = both(asked.plan, ON)["steps"][0]["due"]
    assert ask_javascript([asked], folder=faulty_copy(name, tmp_path))[0]["steps"][0]["due"] != sound
    monkeypatch.setattr(place, name, faulty(getattr(place, name)))
    assert ask_python([asked])[0]["steps"][0]["due"] != sound


def timeline(*more: str) -> str:
    return (
        CliRunner()
        .invoke(main, ["timeline", "trust-concern", "--on", "concern-received=2026-12-17", *PROCEDURES, *more])
        .output
    )


def test_a_fault_in_reading_a_date_or_in_saying_it_shows_in_the_timeline(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sound, (read,) = timeline(), ask_tool(["readLink", "journey=trust-concern&concern-received=2026-12-17"])
    asked = ["readLink", "journey=trust-concern&concern-received=2026-12-17"]
    assert ask_tool(asked, folder=faulty_copy("parse", tmp_path)) != [read]
    with monkeypatch.context() as planted:
        planted.setattr(days, "parse", faulty(days.parse))
        assert timeline() != sound
    monkeypatch.setattr(days, "long", lambda _: "some day")
    assert "some day" in timeline()


def test_a_fault_in_counting_working_days_shows_in_how_many_are_left(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked = ["view", inputs(concern_received="2026-12-17"), TODAY, "", False]
    numbers = [[one["dayNumber"] for one in view["steps"]] for view in
               (*ask_tool(asked), *ask_tool(asked, folder=faulty_copy("count", tmp_path)))]  # fmt: skip
    assert numbers[0] != numbers[1]
    sound = timeline("--today", "2026-12-17")
    monkeypatch.setattr(WorkingDays, "count", faulty(WorkingDays.count))
    assert timeline("--today", "2026-12-17") != sound
