"""Faults put into either engine on purpose: the vectors about acts notice each of them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from content.acts_to_ask import FILE
from guide.calendars.calendar import Calendar
from guide.calendars.days import WorkingDays
from guide.dates import acts, evaluate, remarks, timeline
from guide.dates.acts import ScheduledAct
from guide.dates.done import TwoDates
from guide.model.guide import Guide
from guide.twins import act_vectors, node
from guide.twins.act_questions import ActQuestion, question_of
from guide.twins.vector_files import read_vectors

Patch = pytest.MonkeyPatch
FOLDERS = ("calendars", "dates")


@cache
def questions(guide: Guide) -> list[tuple[dict[str, Any], ActQuestion]]:
    return [(one, question_of(one, guide)) for one in read_vectors(FILE, "act-vectors/1")]


def noticed(guide: Guide, engine: str, *assets: Path) -> str:
    """The id of the first vector that an engine answers wrongly, empty where all are right."""
    asked = questions(guide)
    at_once = 20 if engine == "python" else len(asked)
    for first in range(0, len(asked), at_once):
        batch = asked[first : first + at_once]
        answers = act_vectors.ask_acts(engine, [question for _, question in batch], guide, *assets)
        for (vector, _), answer in zip(batch, answers, strict=True):
            if next(act_vectors.why_answered_wrong(vector, answer), ""):
                return str(vector["id"])
    return ""


def answered_otherwise(change: Callable[[ScheduledAct], ScheduledAct]) -> Callable[[Patch], None]:
    """Every act with its governing date, and then changed."""

    def put_in(patch: Patch) -> None:
        really: Any = timeline.governed
        patch.setattr(timeline, "governed", lambda *given: change(really(*given)))

    return put_in


def ruled_otherwise(keeps: Callable[[Any], bool]) -> Callable[[Patch], None]:
    """Acts of which some rules are forgotten."""

    def put_in(patch: Patch) -> None:
        really: Any = timeline.governed
        patch.setattr(timeline, "governed", lambda act, dates, *given: really(
            act, [one for one in dates if keeps(one[0])], *given))  # fmt: skip

    return put_in


def said_otherwise(name: str, change: Callable[[ScheduledAct], Any]) -> Callable[[Patch], None]:
    return lambda patch: patch.setattr(ScheduledAct, name, property(change))


def limit_of(act: ScheduledAct, counts: Callable[[Any], bool], pick: Any = min) -> int | None:
    dates = [one.counted.due for one in (*act.governs, *act.standing) if counts(one.rule)]
    return pick(dates) if dates else None


def told_otherwise(change: Callable[..., Any]) -> Callable[[Patch], None]:
    """`change` is given what is really told, and everything that this is given."""

    def put_in(patch: Patch) -> None:
        really: Any = timeline.told_once
        patch.setattr(timeline, "told_once", lambda *given: change(really, *given))

    return put_in


def first_date_wins(really: Any, plan: Any, anchors: Any, done: Any, today: Any) -> Any:
    try:
        return really(plan, anchors, done, today)
    except TwoDates:
        return dict(anchors), dict(done)


def one_day_more(patch: Patch) -> None:
    really: Any = evaluate.count
    patch.setattr(evaluate, "count", lambda rule, *given: really(
        replace(rule, number=rule.number + 1) if rule.number else rule, *given))  # fmt: skip


def numbers_from_the_day_itself(patch: Patch) -> None:
    really: Any = Calendar.count
    patch.setattr(Calendar, "count", lambda self, first, last: really(self, first, last) + 1)


def conflicts_otherwise(change: Callable[[ScheduledAct], Any]) -> Callable[[Patch], None]:
    def put_in(patch: Patch) -> None:
        really: Any = timeline.with_conflicts
        changed = lambda *given: (replace(act, conflicts=change(act)) for act in really(*given))  # noqa: E731
        patch.setattr(timeline, "with_conflicts", changed)

    return put_in


def stands_with_its_day(patch: Patch) -> None:
    really: Any = act_vectors.stands
    patch.setattr(act_vectors, "stands", lambda act, today, calendar: really(act, today - 1, calendar))


PYTHON_FAULTS: dict[str, Callable[[Patch], None]] = {
    "planned before limit on a tie": answered_otherwise(lambda act: replace(act, governs=act.governs[::-1])),
    "of those that tie only one is named": answered_otherwise(lambda act: replace(act, governs=act.governs[:1])),
    "standing rules left out": answered_otherwise(lambda act: replace(act, standing=())),
    "standing rules in the wrong order": answered_otherwise(lambda act: replace(act, standing=act.standing[::-1])),
    "the latest rule governs": answered_otherwise(
        lambda act: replace(act, governs=act.standing[-1:], standing=act.governs) if act.standing else act
    ),
    "open rules forgotten": answered_otherwise(lambda act: replace(act, open=())),
    "open rules of what is done": lambda patch: patch.setattr(
        timeline,
        "governed",
        lambda *given, really=timeline.governed: replace(really(*given[:-1], None), done=given[-1]),
    ),
    "the national rule left out": ruled_otherwise(lambda rule: rule.rule.authority == "local procedure"),
    "flowchart 2's rule left out": ruled_otherwise(lambda rule: rule.rule.kind == "limit"),
    "the stricter reading left out": ruled_otherwise(lambda rule: rule.origin != "reading"),
    "the stricter reading counted as late": said_otherwise(
        "limit", lambda act: limit_of(act, lambda rule: rule.rule.kind == "limit")
    ),
    "a planned day counted as overdue": said_otherwise(
        "limit", lambda act: limit_of(act, lambda rule: rule.origin != "reading")
    ),
    "late by the last limit instead of the first": said_otherwise(
        "limit", lambda act: limit_of(act, lambda rule: rule.rule.kind == "limit" and rule.origin != "reading", max)
    ),
    "the first day of a range lost": said_otherwise("opens", lambda act: None),
    "a date of one step not told to the other": told_otherwise(
        lambda really, plan, anchors, done, today: (really(plan, anchors, done, today)[0], dict(done))
    ),
    "an act that does not fill its event": told_otherwise(
        lambda really, plan, anchors, done, today: (dict(anchors), really(plan, anchors, done, today)[1])
    ),
    "a day to come marks an act done": told_otherwise(
        lambda really, plan, anchors, done, today: really(plan, anchors, done, None)
    ),
    "two dates for one act let through": told_otherwise(first_date_wins),
    "one day too many in every count": one_day_more,
    "numbers of days one too many": numbers_from_the_day_itself,
    "the day before today": stands_with_its_day,
    "soon a day too early": lambda patch: patch.setattr(acts, "SOON", 3),
    "what is said again left out": ruled_otherwise(lambda rule: rule.origin != "twice"),
    "conflicts unsaid": conflicts_otherwise(lambda act: ()),
    "a conflict said at one of two acts": conflicts_otherwise(lambda act: act.conflicts[1:]),
    "what is done still in the way": lambda patch: patch.setattr(remarks, "_is_done", lambda *acts: False),
    "an event after its limit unsaid": lambda patch: patch.setattr(remarks, "_overrun", lambda *given: ()),
    "the order of the flowcharts forgotten": lambda patch: patch.setattr(
        timeline,
        "governed",
        lambda act, *given, really=timeline.governed: really(replace(act, follows=act.follows[:1]), *given),
    ),
}


@pytest.mark.parametrize("fault", PYTHON_FAULTS)
def test_a_fault_in_python_is_noticed(guide: Guide, monkeypatch: Patch, fault: str) -> None:
    PYTHON_FAULTS[fault](monkeypatch)
    assert noticed(guide, "python")


def test_a_bank_holiday_forgotten_is_noticed(guide: Guide) -> None:
    known = guide.calendars["england-and-wales"]
    easter_monday = next(day for day, row in known.reasons.items() if row.reason == "Easter Monday" and day > 20_880)
    left = {day: row for day, row in known.reasons.items() if day != easter_monday}
    days = WorkingDays(known.first, known.last, set(left))
    calendars = {**guide.calendars, known.id: replace(known, reasons=left, days=days)}
    other = replace(guide, calendars=calendars)
    assert noticed(other, "python")
    assert noticed(other, "javascript")


JAVASCRIPT_FAULTS: dict[str, tuple[str, str, str]] = {
    "planned before limit on a tie": (
        "dates/acts.js", 'Number(b.rule.rule.kind === "limit") - Number(a.rule.rule.kind === "limit")',
        'Number(a.rule.rule.kind === "limit") - Number(b.rule.rule.kind === "limit")'),
    "of those that tie only one is named": (
        "dates/acts.js", "&& one.counted.due === first?.counted.due", "&& one === first"),
    "standing rules left out": ("dates/acts.js", "known.filter((one) => !governs(one))", "[]"),
    "the latest rule governs": (
        "dates/acts.js", "a.counted.due - b.counted.due ||", "b.counted.due - a.counted.due ||"),
    "open rules forgotten": ("dates/acts.js", "known.filter((one) => !governs(one)), open, done",
                             "known.filter((one) => !governs(one)), [], done"),
    "open rules of what is done": ("dates/acts.js", ' || done !== null) continue', ") continue"),
    "a stricter reading that is open": ("dates/acts.js", ' || origin === "reading" || origin', " || origin"),
    "the stricter reading counted as late": ("dates/acts.js", 'origin !== "reading" && origin !==', "origin !=="),
    "a planned day counted as overdue": (
        "dates/acts.js", 'main.filter((one) => one.rule.rule.kind === "limit")', "main"),
    "what is said again governs": (
        "dates/acts.js", 'known.find(({ rule: { origin } }) => origin !== "twice")', "known[0]"),
    "what is said again left out": (
        "dates/acts.js", "main !== undefined && counted.due !== main", "false"),
    "what is said again stands though it is the same": (
        "dates/acts.js", "main !== undefined && counted.due !== main", "true"),
    "an act out of order unsaid": ("dates/remarks.js", "earlier.due > later.due ?", "false ?"),
    "an act on the same day out of order": ("dates/remarks.js", "earlier.due > later.due", "earlier.due >= later.due"),
    "a conflict said at one of two acts": ("dates/remarks.js", "      add(name, {", "      if (false) add(name, {"),
    "what is done still in the way": (
        "dates/remarks.js", "earlier.done !== null || later.done !== null || ", ""),
    "an event after its limit unsaid": ("dates/remarks.js", "day > limit ?", "false ?"),
    "an event on its limit said to be after it": ("dates/remarks.js", "day > limit", "day >= limit"),
    "late by the last limit instead of the first": ("dates/acts.js", "Math.min(...limits", "Math.max(...limits"),
    "overdue on the day of the limit": ("dates/acts.js", "today > act.limit", "today >= act.limit"),
    "late on the day of the limit": ("dates/acts.js", "done > limit", "done >= limit"),
    "a date of one step not told to the other": ("dates/acts.js", "for (const step of steps) wasDone[step] = day;", ""),
    "an act that does not fill its event": ("dates/acts.js", "for (const anchor of asked) happened[anchor] = day;", ""),
    "a day to come marks an act done": ("dates/acts.js", "if (day > today) continue;", ""),
    "two dates for one act let through": ("dates/acts.js", "if (!other) return", "if (true) return"),
    "soon a day too early": ("dates/acts.js", "SOON = 2", "SOON = 3"),
    "numbers of days one too many": ("dates/acts.js", "calendar.count(Math.max", "1 + calendar.count(Math.max"),
    "past the stricter reading nothing is ahead": (
        "dates/acts.js", 'limit !== null ? limit : due', "limit !== null ? due : due"),
    "a done date that moves nothing": ("dates/timeline.js", "if (isDone) known.set", "if (false) known.set"),
    "one day too many in every count": (
        "calendars/days.js", "workingDayAfter(day, count) {", "workingDayAfter(day, count) {\n    count += 1;"),
}  # fmt: skip


@pytest.mark.parametrize("fault", JAVASCRIPT_FAULTS)
def test_a_fault_in_javascript_is_noticed(guide: Guide, tmp_path: Path, fault: str) -> None:
    name, old, new = JAVASCRIPT_FAULTS[fault]
    for folder in FOLDERS:
        shutil.copytree(node.ASSETS / folder, tmp_path / folder)
    (tmp_path / "package.json").write_text('{"type": "module"}', "utf-8")
    source = (tmp_path / name).read_text("utf-8")
    assert source.count(old) == 1, "the text moved: say again where the fault goes"
    (tmp_path / name).write_text(source.replace(old, new), "utf-8")
    assert noticed(guide, "javascript", tmp_path)


def test_without_a_fault_a_copy_is_as_right_as_the_engine(guide: Guide, tmp_path: Path) -> None:
    for folder in FOLDERS:
        shutil.copytree(node.ASSETS / folder, tmp_path / folder)
    assert noticed(guide, "javascript", tmp_path) == ""
