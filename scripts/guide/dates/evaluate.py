"""One rule and the days that are known to a date: what it counts from is looked up, and of a choice one is taken.

Twin of `docs/assets/guide/dates/evaluate.js`: same answers, same sentences.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from guide.calendars import Calendar, Tier
from guide.dates.counting import Counted, DateBound, Line, Rule, bounded, count, least_sure, projected_text


class Start(NamedTuple):
    """A day that rules count from."""

    day: int
    name: str
    """How an explanation speaks of it: "The day of receipt"."""
    tier: Tier = "published"
    """`projected` where the day was itself worked out with bank holidays that are not published yet."""
    bound: DateBound = ""
    """What the day is, where it was worked out without a day that it rests on."""


def evaluate(rule: Rule, known: Mapping[str, Start], calendar: Calendar) -> Counted | None:
    """One rule's date from the days that are known, or None when a day it counts from is not."""
    if not rule.choose:
        start = known.get(rule.start)
        if start is None:
            return None
        return bounded(count(rule, start.day, start.name, calendar, start.tier), start.bound)
    return _chosen(rule, [evaluate(one, known, calendar) for one in rule.of], calendar)


def _chosen(rule: Rule, dates: Sequence[Counted | None], calendar: Calendar) -> Counted | None:
    """The earlier or the later of several dates; of what is known a bound; None where not even that is sure."""
    choose = min if rule.choose == "earlier" else max
    first = choose(-math.inf if one is None or one.bound == "no later than" else one.due for one in dates)
    last = choose(math.inf if one is None or one.bound == "not before" else one.due for one in dates)
    if first == -math.inf and last == math.inf:
        return None
    due = last if first == -math.inf else first
    bound: DateBound = "" if first == last else "no later than" if first == -math.inf else "not before"
    found = [one for one in dates if one is not None]
    chosen = next(one for one in found if one.due == due and one.bound in ("", bound))
    # A bank holiday that is not published yet can move the other date past this one: the choice rests on all of them.
    tier = least_sure(*(one.tier for one in found))
    notes = [f"This is the {rule.choose} of {len(dates)} dates."] if len(found) == len(dates) else []
    if tier != chosen.tier:
        notes.append(projected_text(calendar))
    lines = (*chosen.lines, *(Line("note", chosen.due, note) for note in notes))
    result = replace(chosen, tier=tier, lines=lines)
    return result if chosen.bound == bound else bounded(result, bound)
