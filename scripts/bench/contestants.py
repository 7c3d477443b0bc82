"""Everybody who is asked: this project's engines, and the libraries as people use them and as they should be used."""

from __future__ import annotations

import datetime
import importlib
import json
import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from bench.cases import Case, bank_holidays
from guide.calendars import Calendar
from guide.twins import node

HERE = Path(__file__).parent
EPOCH = datetime.date(1970, 1, 1).toordinal()
SOME = 2_000
"""How many cases the slow ones are asked."""


@dataclass(frozen=True, slots=True)
class Result:
    """How one contestant did, or why it was not asked."""

    name: str
    asked: int = 0
    wrong: int = 0
    seconds: float = 0.0
    """Of processor time; 0 where it was not asked."""
    why_not: str = ""


def results(cases: Sequence[Case], calendar: Calendar) -> Iterator[Result]:
    """Each contestant's result, one after the other."""
    yield _timed("this guide, Python", cases, partial(_ours, calendar))
    yield from _in_node(cases, calendar)
    for name, few, make in _LIBRARIES:
        asked = cases[:SOME] if few else cases
        try:
            yield _timed(name, asked, make())
        except ImportError as error:
            yield Result(name, why_not=f"{error.name} is not installed: make bench installs it")
    yield _numpy_at_once(cases)


def _timed(name: str, cases: Sequence[Case], answer: Callable[[datetime.date, int], datetime.date]) -> Result:
    answer(cases[0].start, cases[0].number)  # what is loaded at the first question is not counted
    began = time.process_time()
    found = [answer(case.start, case.number) for case in cases]
    seconds = time.process_time() - began
    wrong = sum(one != case.answer for one, case in zip(found, cases, strict=True))
    return Result(name, len(cases), wrong, seconds)


def _ours(calendar: Calendar, start: datetime.date, number: int) -> datetime.date:
    count = calendar.working_day_after if number > 0 else calendar.working_day_before
    return datetime.date.fromordinal(count(start.toordinal() - EPOCH, abs(number)) + EPOCH)


def _numpy_as_usual() -> Callable[[datetime.date, int], datetime.date]:
    numpy: Any = importlib.import_module("numpy")
    week = numpy.busdaycalendar(holidays=sorted(bank_holidays()))
    return lambda start, number: numpy.busday_offset(start, number, roll="forward", busdaycal=week).item()


def _numpy_done_right() -> Callable[[datetime.date, int], datetime.date]:
    numpy: Any = importlib.import_module("numpy")
    week = numpy.busdaycalendar(holidays=sorted(bank_holidays()))

    def answer(start: datetime.date, number: int) -> datetime.date:
        # A start on a closed day has to be rolled against the direction of counting, or one day is lost.
        roll = "preceding" if number > 0 else "following"
        found: datetime.date = numpy.busday_offset(start, number, roll=roll, busdaycal=week).item()
        return found

    return answer


def _numpy_at_once(cases: Sequence[Case]) -> Result:
    numpy: Any = importlib.import_module("numpy")
    week = numpy.busdaycalendar(holidays=sorted(bank_holidays()))
    starts, numbers = numpy.array([case.start for case in cases], "M8[D]"), numpy.array([case.number for case in cases])
    began = time.process_time()
    for _ in range(20):
        after = numpy.busday_offset(starts, numbers, roll="preceding", busdaycal=week)
        before = numpy.busday_offset(starts, numbers, roll="following", busdaycal=week)
        found = numpy.where(numbers > 0, after, before)
    seconds = (time.process_time() - began) / 20
    wrong = int((found != numpy.array([case.answer for case in cases], "M8[D]")).sum())
    return Result("numpy done right, all at once", len(cases), wrong, seconds)


def _holidays(**subdivision: str) -> Callable[[datetime.date, int], datetime.date]:
    holidays: Any = importlib.import_module("holidays")
    known = holidays.country_holidays("GB", years=range(2011, 2030), **subdivision)
    return lambda start, number: known.get_nth_working_day(start, number)


def _workalendar() -> Callable[[datetime.date, int], datetime.date]:
    europe: Any = importlib.import_module("workalendar.europe")
    known = europe.UnitedKingdom()
    return lambda start, number: known.add_working_days(start, number)


_LIBRARIES: tuple[tuple[str, bool, Callable[[], Callable[[datetime.date, int], datetime.date]]], ...] = (
    ("numpy busday_offset, roll='forward'", False, _numpy_as_usual),
    ("numpy busday_offset, done right", False, _numpy_done_right),
    ("holidays, GB", True, _holidays),
    ("holidays, GB, subdiv='ENG'", True, partial(_holidays, subdiv="ENG")),
    ("workalendar, UnitedKingdom", True, _workalendar),
)


def _in_node(cases: Sequence[Case], calendar: Calendar) -> Iterator[Result]:
    request = {
        "days": str(node.ASSETS / "calendars" / "days.js"),
        "date_fns": os.environ.get("GUIDE_DATE_FNS", ""),
        "calendar": [calendar.first, calendar.last, sorted(calendar.days.closed)],
        "cases": [[case.start.toordinal() - EPOCH, case.number] for case in cases],
    }
    try:
        answers = json.loads(json.dumps(node.run_module(HERE / "kernel.mjs", request)))
    except node.NodeProblem as error:
        yield Result("this guide, JavaScript", why_not=str(error).splitlines()[0])
        return
    for name, told in answers.items():
        if told is None:
            yield Result(name, why_not="date-fns is not installed: it is asked where npm is there")
            continue
        wrong = sum(one != case.answer.toordinal() - EPOCH for one, case in zip(told["found"], cases, strict=True))
        yield Result(name, len(cases), wrong, told["seconds"])
