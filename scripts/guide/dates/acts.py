"""Which date of an act governs: of all rules that say when it is due, the earliest one that is known.

An act is a step together with every step that `same_act` ties to it, in whatever flowcharts they stand. Whoever works
to the governing date is late by none of its rules. Twin of `docs/assets/guide/dates/acts.js`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from guide.calendars import Calendar, Tier, days
from guide.dates.counting import Counted, DateBound, Rule
from guide.model import Actors
from guide.wording import first_up

RuleOrigin = Literal["step", "national", "reading", "twice"]
"""Whose words a rule is: a step's own, the nation's, a stricter reading of a limit, or the step's own said again."""

SOON = 2
"""From how many working days before its date an act is said to be due."""


@dataclass(frozen=True, slots=True)
class ActRule:
    """One of the rules that say when an act is due."""

    rule: Rule
    step: str
    """The step whose words state it, or beside which the nation's rule stands."""
    origin: RuleOrigin = "step"


@dataclass(frozen=True, slots=True)
class Act:
    """What is done once, however many steps speak of it."""

    id: str
    """The id of its first step in the order of the flowcharts, whether or not that step is planned here."""
    steps: tuple[str, ...]
    """Its steps that are planned here, in the order of the pages."""
    who: Actors
    """Who acts in any of its steps."""
    rules: tuple[ActRule, ...] = ()
    """The rules of the highest authority first: where several give one day, they are named in this order."""
    follows: tuple[str, ...] = ()
    """The acts that come before it whichever way the procedure goes: their dates should not be later than its own."""
    elsewhere: tuple[str, ...] = ()
    """Its steps that are not planned here. Whoever says that one of them was done speaks of this act."""


@dataclass(frozen=True, slots=True)
class ActDate:
    """A rule of an act with its date."""

    rule: ActRule
    counted: Counted

    @property
    def words(self) -> str:
        """The date as it stands beside the one that governs."""
        if self.rule.origin == "twice":
            words = self.rule.rule.words
            return f"{first_up(self.rule.rule.authority)} also says: {words}. That is {days.long(self.counted.due)}."
        says = "allows until" if self.rule.rule.kind == "limit" else "plans"
        sure = {"": "", "no later than": " or an earlier day", "not before": " or a later day"}[self.counted.bound]
        return f"{first_up(self.rule.rule.authority)} {says} {days.long(self.counted.due)}{sure}."

    @property
    def plain_words(self) -> str:
        """The same without the words of the rule, which name the event that it counts from."""
        if self.rule.origin == "twice":
            return f"{first_up(self.rule.rule.authority)} also says {days.long(self.counted.due)}."
        return self.words

    def as_json(self) -> dict[str, Any]:
        """The promised JSON of a rule that stands beside the one that governs."""
        rule = self.rule.rule
        return {
            "step": self.rule.step,
            "kind": rule.kind,
            "authority": rule.authority,
            "due": days.text(self.counted.due),
            "words": self.words,
        }


@dataclass(frozen=True, slots=True)
class OpenRule:
    """A rule whose start is not known, though the reader may know it."""

    anchor: str
    authority: str
    words: str

    def as_json(self) -> dict[str, Any]:
        return {"anchor": self.anchor, "authority": self.authority, "words": self.words}


@dataclass(frozen=True, slots=True)
class DateConflict:
    """A date that does not fit with that of the act: of another act, or of an event that is held to its limit."""

    other: str
    """The id of the other act, or of the event's anchor."""
    due: int
    words: str

    def as_json(self) -> dict[str, Any]:
        return {"other": self.other, "due": days.text(self.due), "words": self.words}


@dataclass(frozen=True, slots=True)
class ScheduledAct:
    """An act with the dates of its rules."""

    act: Act
    governs: tuple[ActDate, ...] = ()
    """The rules that give the earliest day: limits before planned days, the highest authority first; empty for none."""
    standing: tuple[ActDate, ...] = ()
    """The others, in order of date."""
    open: tuple[OpenRule, ...] = ()
    done: int | None = None
    conflicts: tuple[DateConflict, ...] = ()

    @property
    def due(self) -> int | None:
        """The governing date; of a range its last day."""
        return self.governs[0].counted.due if self.governs else None

    @property
    def opens(self) -> int | None:
        """The first day of the range, where the rule that governs has one."""
        return self.governs[0].counted.opens if self.governs else None

    @property
    def kind(self) -> str:
        """`limit`, `planned`, or `none` where no rule gives a date."""
        return self.governs[0].rule.rule.kind if self.governs else "none"

    @property
    def tier(self) -> Tier | None:
        return self.governs[0].counted.tier if self.governs else None

    @property
    def bound(self) -> DateBound:
        """What the governing date is, where a day that it rests on is not known."""
        return self.governs[0].counted.bound if self.governs else ""

    @property
    def limit(self) -> int | None:
        """The last day on which the act is late by no limit; readings that are stricter than the main one aside."""
        dates = (*self.governs, *self.standing)
        main = (one for one in dates if one.rule.origin not in ("reading", "twice"))
        limits = (one.counted.due for one in main if one.rule.rule.kind == "limit")
        return min(limits, default=None)

    @property
    def authorities(self) -> tuple[str, ...]:
        """Who sets the governing date, the highest of each kind of rule first."""
        return tuple(dict.fromkeys(one.rule.rule.authority for one in self.governs))

    @property
    def set_by(self) -> str:
        """The same in words: "statutory guidance and local procedure"; empty where nobody sets a date."""
        return " and ".join(self.authorities)

    @property
    def rule(self) -> Rule | None:
        """The rule that governs; of several the one that is named first."""
        return self.governs[0].rule.rule if self.governs else None

    @property
    def part(self) -> str:
        """The time of day that any rule of the governing date says; empty where none does."""
        return next((one.rule.rule.part for one in self.governs if one.rule.rule.part), "")

    @property
    def counted(self) -> Counted | None:
        """The governing date with its working."""
        return self.governs[0].counted if self.governs else None

    def speaks_of(self, rule: Rule) -> bool:
        """Whether a rule is among those of the act that have been told: it governs, stands beside that, or is open."""
        return any(one.rule == rule for one in self.act.rules) and (
            any(one.rule.rule == rule for one in (*self.governs, *self.standing))
            or any(one.anchor in rule.starts for one in self.open)
        )

    def governs_json(self) -> dict[str, Any] | None:
        """The promised JSON of the governing date."""
        if self.due is None:
            return None
        set_by = [
            {"step": one.rule.step, "kind": one.rule.rule.kind, "authority": one.rule.rule.authority}
            for one in self.governs
        ]
        return {"date": days.text(self.due), "set_by": set_by, "tier": self.tier, "bound": self.bound or None}


def governed(
    act: Act,
    dates: Sequence[tuple[ActRule, Counted | None]],
    happened: Collection[str],
    asked: Mapping[str, str],
    done: int | None,
) -> ScheduledAct:
    """The act with its governing date. `happened` are the anchors that have a day, `asked` is said of the others."""
    known = [ActDate(rule, counted) for rule, counted in dates if counted is not None]
    main = {one.rule.step: one.counted.due for one in known if one.rule.origin == "step"}
    known = [one for one in known if _is_told(one, main.get(one.rule.step))]
    first = min((one.counted.due for one in known if one.rule.origin != "twice"), default=None)
    by_rank = sorted(known, key=lambda one: (one.counted.due, one.rule.rule.kind != "limit"))
    governs = tuple(one for one in by_rank if one.counted.due == first and one.rule.origin != "twice")
    unsure = (
        rule.rule
        for rule, counted in dates
        if rule.origin not in ("reading", "twice") and (counted is None or counted.bound)
    )
    return ScheduledAct(
        act,
        governs,
        tuple(one for one in by_rank if one not in governs),
        tuple(
            _open(rule, start, asked[start])
            for rule in unsure
            for start in rule.starts
            if start in asked and start not in happened
        )
        if done is None
        else (),
        done,
    )


def _is_told(date: ActDate, main: int | None) -> bool:
    """A reading only where it is stricter, a second statement only where it no longer says the same."""
    if date.rule.origin == "twice":
        return main is not None and date.counted.due != main
    return date.rule.origin != "reading" or main is None or date.counted.due < main


def _open(rule: Rule, anchor: str, unknown: str) -> OpenRule:
    what = "limit" if rule.kind == "limit" else "day"
    return OpenRule(anchor, rule.authority, f"{first_up(rule.authority)}: {what} {unknown}")


Standing = Literal["", "done", "done late", "overdue", "passed", "today", "soon"]
"""How an act stands on a day. `overdue` and late are for limits; `passed` is a planned day that has gone by."""


def stands(act: ScheduledAct, today: int, calendar: Calendar) -> tuple[Standing, int]:
    """How an act stands on a day, and how many working days lie between that day, or the day it was done, and its date.

    Nothing is said of a day outside the calendar.
    """
    if act.done is not None:
        if act.limit is not None and act.done > act.limit:
            return "done late", _between(act.limit, act.done, calendar)
        return "done", 0
    if act.due is None or not calendar.first <= today <= calendar.last:
        return "", 0
    if act.limit is not None and today > act.limit:
        return "overdue", _between(act.limit, today, calendar)
    # Past the day of a stricter reading alone, the limit by the main one is still ahead.
    day = act.limit if today > act.due and act.kind == "limit" and act.limit is not None else act.due
    if today > day:
        return "passed", _between(day, today, calendar)
    if today == day:
        return "today", 0
    left = _between(today, day, calendar)
    return ("soon", left) if left <= SOON else ("", 0)


def _between(first: int, last: int, calendar: Calendar) -> int:
    """Working days after the first day up to the last, as far as the calendar goes."""
    return calendar.count(max(first, calendar.first), min(last, calendar.last))
