"""What is to be said of the acts of the shipped procedure, worked out a second time by a program that shares nothing.

It takes nothing from `scripts/guide/` and reads neither the procedures nor the bank holidays of this project. Its
table was typed from the approved flowcharts, and from the national rules as they are published; its days are looked at
one by one. Where it and the engines differ, one of them is wrong. `acts_to_ask.py` puts questions to it.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

# https://www.gov.uk/bank-holidays, England and Wales. What falls on a weekend stands on its substitute day.
_LISTED = """
    2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26
    2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28
    2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28
    2028-01-03 2028-04-14 2028-04-17 2028-05-01 2028-05-29 2028-08-28 2028-12-25 2028-12-26
"""
BANK_HOLIDAYS = frozenset(map(date.fromisoformat, _LISTED.split()))
ONE_DAY = timedelta(days=1)


def is_working(day: date) -> bool:
    assert 2025 <= day.year <= 2028, "no bank holidays were typed for that year"
    return day.weekday() < 5 and day not in BANK_HOLIDAYS


def working_days_from(day: date, number: int) -> date:
    """So many working days after the day, or before it where the number is negative. Day 0 is the day itself."""
    towards = ONE_DAY if number > 0 else -ONE_DAY
    left = abs(number)
    while left > 0:
        day += towards
        if is_working(day):
            left -= 1
    return day


def months_after(day: date, number: int) -> date:
    """The same day of the month; where the month is too short, its last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + number, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def working_days_between(first: date, last: date) -> int:
    """How many working days come after the first day, up to the last and with it."""
    found, day = 0, first
    while day < last:
        day += ONE_DAY
        found += is_working(day)
    return found


LIMIT, PLANNED = "limit", "planned"
LOCAL, PANEL, STATUTORY = "local procedure", "Panel guidance", "statutory guidance"
HIGHEST_FIRST = ("statute", STATUTORY, PANEL, LOCAL)
RECEIVED, AWARE, NOTIFIED = "notification-received", "authority-aware", "panel-notified"
DECIDED, PUBLICATION = "review-decided", "publication"


@dataclass(frozen=True)
class Rule:
    """One sentence of a flowchart or of the nation that says when an act is due."""

    step: str
    kind: str
    number: int
    start: str
    authority: str = LOCAL
    first: int | None = None
    """Of a range the number of its first day."""
    months: bool = False
    stricter: bool = False
    """Another reading of the limit: it can bring the date forward, and nobody is late by it."""
    again: bool = False
    """The same day in other words: where it no longer is the same it stands beside, and is no rule."""

    def day(self, start: date, number: int) -> date:
        return months_after(start, number) if self.months else working_days_from(start, number)


@dataclass(frozen=True)
class Act:
    steps: Mapping[str, int]
    """Its steps with the flowchart of each, in their order."""
    rules: tuple[Rule, ...] = ()
    event: str = ""
    """The date that readers are asked for, where it is that of this act."""


def planned(step: str, day: int) -> Act:
    """A step of flowchart 2 with a numbered day, of which no other flowchart speaks."""
    return Act({step: 2}, (Rule(step, PLANNED, day, RECEIVED),))


def day_one_of_flowchart_1(step: str, step_2: str, day: int) -> Act:
    """Within one working day of receiving the notification; flowchart 2 has its own day for it."""
    return Act({step: 1, step_2: 2}, (Rule(step, LIMIT, 1, RECEIVED), Rule(step_2, PLANNED, day, RECEIVED)))


ACTS = (
    # Flowcharts 1 and 2
    Act({"identify-serious-case": 1}),
    Act({"notify-partnership-team": 1}, event=RECEIVED),
    day_one_of_flowchart_1("inform-safeguarding-partners", "notify-partners-and-review-group", 1),
    # A rule that speaks to somebody else than the step does is an act of its own: the authority tells the partners.
    Act(
        {"inform-safeguarding-partners--local-authority": 1},
        (Rule("inform-safeguarding-partners--local-authority", LIMIT, 5, AWARE, STATUTORY),),
    ),
    day_one_of_flowchart_1("inform-partner-representatives", "send-scsi-3-to-review-group", 2),
    Act(
        {"notify-the-panel": 1},
        (
            Rule("notify-the-panel", LIMIT, 5, RECEIVED),
            Rule("notify-the-panel", LIMIT, 5, AWARE, STATUTORY),
        ),
        event=NOTIFIED,
    ),
    Act(
        {"hold-rapid-review": 1, "hold-rapid-review-meeting": 2},
        (Rule("hold-rapid-review", LIMIT, 11, RECEIVED), Rule("hold-rapid-review-meeting", PLANNED, 11, RECEIVED)),
    ),
    Act(
        {"send-signed-proforma": 1, "send-decision-to-panel": 2},
        (
            Rule("send-signed-proforma", LIMIT, 15, RECEIVED),
            Rule("send-signed-proforma", LIMIT, 15, NOTIFIED, PANEL),
            Rule("send-decision-to-panel", PLANNED, 15, RECEIVED),
        ),
    ),
    planned("schedule-rapid-review-meeting", 1),
    planned("arrange-partners-conference", 1),
    planned("send-scsi-4-to-partners", 2),
    planned("request-agency-information", 2),
    planned("telephone-every-agency", 2),
    # Five working days from the request: days three to seven, and to day seven only where it went out on day two.
    Act(
        {"return-agency-information": 2},
        (
            Rule("return-agency-information", LIMIT, 5, "request-agency-information", first=1),
            Rule("return-agency-information", PLANNED, 7, RECEIVED, first=3, again=True),
        ),
    ),
    planned("chase-missing-returns", 7),
    planned("send-rapid-review-report", 8),
    Act({"read-rapid-review-report": 2}, (Rule("read-rapid-review-report", PLANNED, 10, RECEIVED, first=9),)),
    planned("send-decision-record-to-partners", 12),
    planned("review-decision-record", 13),
    planned("hold-partners-conference", 14),
    # Flowchart 3
    Act({"commission-reviewer": 3}),
    Act(
        {"complete-local-review": 3},
        (
            Rule("complete-local-review", LIMIT, 6, DECIDED, months=True),
            Rule("complete-local-review", LIMIT, 6, DECIDED, STATUTORY, months=True),
        ),
    ),
    # Seven working days before; in clear days, which leave out both ends, one more.
    Act(
        {"send-final-report": 3},
        (
            Rule("send-final-report", LIMIT, -7, PUBLICATION),
            Rule("send-final-report", LIMIT, -8, PUBLICATION, stricter=True),
        ),
    ),
    # Flowchart 4, which has no dates
    Act({"notify-partners-of-learning-case": 4}),
)

IN_ORDER: Mapping[int, tuple[str, ...]] = {
    1: (
        "inform-safeguarding-partners", "inform-partner-representatives", "notify-the-panel", "hold-rapid-review",
        "send-signed-proforma",
    ),
    2: (
        "notify-partners-and-review-group", "schedule-rapid-review-meeting", "arrange-partners-conference",
        "send-scsi-3-to-review-group", "send-scsi-4-to-partners", "request-agency-information",
        "telephone-every-agency", "return-agency-information", "chase-missing-returns", "send-rapid-review-report",
        "read-rapid-review-report", "hold-rapid-review-meeting", "send-decision-record-to-partners",
        "review-decision-record", "hold-partners-conference", "send-decision-to-panel",
    ),
}  # fmt: skip
"""The dated steps that each flowchart passes on every way through it, in its order: none of them can be left out."""
HELD = {PUBLICATION: "complete-local-review"}
"""The report is published within the six months that the review has."""

ALL_EVENTS = (RECEIVED, AWARE, NOTIFIED, DECIDED, PUBLICATION)
TIMELINES: Mapping[str, tuple[tuple[int, ...], tuple[str, ...]]] = {
    "serious-incident": ((1, 2), (RECEIVED, AWARE, NOTIFIED)),
    "local-review": ((3,), (DECIDED, PUBLICATION)),
    "working-back": ((3,), (PUBLICATION,)),
    "learning-review": ((4,), ()),
    "notification": ((1,), ALL_EVENTS),
    "rapid-review": ((2,), ALL_EVENTS),
}
"""Each journey or flowchart, with the flowcharts in it and the dates that a reader of it may be asked for."""


class TwoDates(Exception):
    """One act was given two dates: it is done once."""


@dataclass(frozen=True)
class Situation:
    """What a reader says, and on which day."""

    timeline: str
    anchors: Mapping[str, date]
    done: Mapping[str, date]
    today: date


Dated = tuple[date, Rule]


def acts_of(timeline: str) -> Iterator[Act]:
    flowcharts, _ = TIMELINES[timeline]
    return (act for act in ACTS if any(flowchart in flowcharts for flowchart in act.steps.values()))


def day_done(act: Act, said: Situation) -> date | None:
    """The one day on which the act was done, by whichever name it was told; a day that has not come is none."""
    told = {said.done[step] for step in act.steps if step in said.done}
    flowcharts, _ = TIMELINES[said.timeline]
    if act.event in said.anchors and set(act.steps.values()) & set(flowcharts):
        told.add(said.anchors[act.event])
    if len(told) > 1:
        raise TwoDates
    return next((day for day in told if day <= said.today), None)


def starts(said: Situation) -> dict[str, date]:
    """Every day that rules count from: what happened, and the one step from which another counts."""
    found = dict(said.anchors)
    for act in acts_of(said.timeline):
        done = day_done(act, said)
        if act.event and done:
            found[act.event] = done
    request = "request-agency-information"
    if request in said.done:
        found[request] = said.done[request]
    elif RECEIVED in found:
        found[request] = working_days_from(found[RECEIVED], 2)
    return found


def said_of(act: Act, said: Situation) -> dict[str, Any]:
    """Everything that is to be said of one act on one day."""
    done, known = day_done(act, said), starts(said)
    rules = sorted(act.rules, key=lambda rule: HIGHEST_FIRST.index(rule.authority))
    dated = [(rule.day(known[rule.start], rule.number), rule) for rule in rules if rule.start in known]
    main = [day for day, rule in dated if not rule.stricter and not rule.again]
    # A stricter reading is a rule only where it is the earlier date; what is said again, where it is another.
    dated = [(day, rule) for day, rule in dated if not rule.stricter or day < min(main)]
    dated = [(day, rule) for day, rule in dated if not rule.again or (main and day != main[0])]
    dated.sort(key=lambda one: (one[0], one[1].kind == PLANNED))
    first = min((day for day, rule in dated if not rule.again), default=None)
    governing = [(day, rule) for day, rule in dated if day == first and not rule.again]
    limits = [day for day, rule in dated if rule.kind == LIMIT and not rule.stricter]
    limit = min(limits) if limits else None
    asked = TIMELINES[said.timeline][1]
    open_rules = [
        rule
        for rule in rules
        if not rule.stricter and not rule.again and rule.start in asked and rule.start not in known
    ]
    return {
        "governs": iso(first),
        "set_by": [[rule.step, rule.kind, rule.authority] for _, rule in governing],
        "opens": iso(opening(governing, known)),
        "limit": iso(limit),
        "standing": [
            [rule.step, rule.kind, rule.authority, iso(day)] for day, rule in dated if day != first or rule.again
        ],
        "open": [] if done else [[rule.start, rule.authority] for rule in open_rules],
        "done": iso(done),
        "stands": how_it_stands(said.today, done, governing, limit),
    }


def misfits(act: Act, said: Situation) -> list[list[Any]]:
    """The acts whose date does not fit with the order, and the event that comes after the limit it is held to."""
    mine, found = said_of(act, said), set()
    for flowchart in TIMELINES[said.timeline][0]:
        order = [act_named(step) for step in IN_ORDER.get(flowchart, ())]
        if act in order:
            for other in order:
                theirs = said_of(other, said)
                if mine["done"] or theirs["done"] or not mine["governs"] or not theirs["governs"]:
                    continue
                comes_before = order.index(other) < order.index(act)
                if theirs["governs"] > mine["governs"] if comes_before else theirs["governs"] < mine["governs"]:
                    found.add((next(iter(other.steps)), theirs["governs"]))
    for event, step in HELD.items():
        if step in act.steps and event in said.anchors and mine["limit"] and iso(said.anchors[event]) > mine["limit"]:
            found.add((event, iso(said.anchors[event])))
    return sorted(map(list, found))


def opening(governing: list[Dated], known: Mapping[str, date]) -> date | None:
    """The first day of the range, where what governs has one."""
    if not governing or governing[0][1].first is None:
        return None
    rule = governing[0][1]
    return rule.day(known[rule.start], rule.first or 0)


def how_it_stands(today: date, done: date | None, governing: list[Dated], limit: date | None) -> list[Any]:
    """Late and overdue are for limits, and by the main reading; "soon" is two working days ahead or fewer."""
    if done:
        late = limit is not None and done > limit
        return ["done late", working_days_between(limit, done)] if limit and late else ["done", 0]
    if limit and today > limit:
        return ["overdue", working_days_between(limit, today)]
    if not governing:
        return ["", 0]
    day, rule = governing[0]
    if today > day and rule.kind == PLANNED:
        return ["passed", working_days_between(day, today)]
    if today > day and limit:
        day = limit
    if today == day:
        return ["today", 0]
    ahead = working_days_between(today, day)
    return ["soon", ahead] if ahead <= 2 else ["", 0]


def iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def act_named(step: str) -> Act:
    """The act of a step, whichever of its steps is named."""
    return next(act for act in ACTS if step in act.steps)
