"""A vector about acts as a question that both engines can be asked, or why it cannot be asked and what to do about it.

An `act-vectors/1` file is a JSON object {"format", "vectors"}; a vector has `id`, `timeline` (a journey or procedure),
`anchors`, `done`, `today`, and either `expect` (for each act asked about, what is said of it) or `error`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guide.calendars import DayError, days
from guide.dates import Plan, plan_of
from guide.model import Guide
from guide.problems import did_you_mean
from guide.twins.vector_files import Json

_KEYS = ("id", "about", "timeline", "anchors", "done", "today", "expect", "error")
ACT_FIELDS = ("governs", "set_by", "opens", "limit", "standing", "open", "conflicts", "done", "stands")
"""What may be expected of an act."""


@dataclass(frozen=True, slots=True)
class ActQuestion:
    """What is known, on a timeline of the guide, and which acts are asked about: each by the id of any of its steps."""

    plan: Plan
    anchors: Mapping[str, int]
    done: Mapping[str, int]
    today: int | None
    acts: tuple[str, ...]


class Unaskable(ValueError):
    """Why a vector cannot be asked, with what to do about it."""


def question_of(vector: Json, guide: Guide) -> ActQuestion:
    """The question of a vector. Raises `Unaskable`."""
    for key in vector:
        _known(key, _KEYS, "", "key")
    timelines = [*map(str, guide.partnership.journeys), *map(str, guide.procedure)]
    plan = plan_of(guide, _known(vector.get("timeline"), timelines, "timeline: ", "journey or procedure"))
    today = None if vector.get("today") is None else _day(vector["today"], "today")
    done = _dates(vector, "done", "step", [step.id for step in plan.steps])
    for step, day in done.items():
        if today is not None and day > today:
            message = f"done: '{step}' cannot have been done on {days.text(day)}, which comes after {days.text(today)}"
            raise Unaskable(f"{message}; give a later today, or leave it out")
    anchors = _dates(vector, "anchors", "anchor of this timeline", list(plan.anchors))
    return ActQuestion(plan, anchors, done, today, _acts_asked(vector, plan, today))


def _acts_asked(vector: Json, plan: Plan, today: int | None) -> tuple[str, ...]:
    expect, error = vector.get("expect"), vector.get("error")
    if (expect is None) == (error is None):
        raise Unaskable("a vector needs either expect: or error:, and not both")
    if expect is None:
        if not isinstance(error, str):
            raise Unaskable("error: is the code of a refusal; write it as text, for example two-dates")
        return ()
    if not _mapping(expect, "expect"):
        raise Unaskable("expect: no act is asked about; name one with what is expected of it")
    names = [name for act in plan.acts for name in (act.id, *act.steps)]
    for name, said in expect.items():
        _known(name, names, "expect: ", "act of this timeline")
        _check_facts(said, f"expect.{name}", today)
    return tuple(expect)


def _check_facts(said: object, where: str, today: int | None) -> None:
    if not (facts := _mapping(said, where)):
        raise Unaskable(f"{where}: nothing is expected; say at least one of {', '.join(ACT_FIELDS)}")
    for field in facts:
        _known(field, ACT_FIELDS, f"{where}: ", "fact of an act")
    if "stands" in facts and today is None:
        raise Unaskable(f"{where}: how an act stands depends on the day; give today")


def _dates(vector: Json, key: str, noun: str, names: Sequence[str]) -> dict[str, int]:
    given = _mapping(vector.get(key, {}), key)
    return {_known(name, names, f"{key}: ", noun): _day(date, f"{key}.{name}") for name, date in given.items()}


def _mapping(value: object, where: str) -> Json:
    if isinstance(value, dict):
        return value
    raise Unaskable(f'{where}: this has to be names with values; write them as {{"name": …}}')


def _day(written: object, where: str) -> int:
    if not isinstance(written, str):
        raise Unaskable(f"{where}: a date must be text; write it as year-month-day, for example 2026-01-06")
    try:
        return days.parse(written)
    except DayError as error:
        raise Unaskable(f"{where}: {error}") from None


def _known(name: object, names: Sequence[str], where: str, noun: str) -> str:
    if isinstance(name, str) and name in names:
        return name
    use = f"use one of: {', '.join(names) or 'none'}"
    hint = did_you_mean(name, names, use) if isinstance(name, str) else use
    raise Unaskable(f"{where}there is no {noun} {name!r}; {hint}")
