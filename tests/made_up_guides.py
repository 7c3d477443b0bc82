"""Guides made at random, in the words of an author: two flowcharts whose steps share acts, anchors and one timeline."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from committed_calendars import calendars
from guide.model.guide import Guide
from guide.model.partnership import Partnership
from guide.model.procedure import Procedure

ANCHORS = ("received", "aware", "told", "hearing")
ACTORS = ("team", "lead", "council")
BESIDE = ("statute", "statutory guidance", "Panel guidance")
UNITS = ("working days", "calendar days", "weeks", "months", "days except bank holidays")
Written = dict[str, Any]


def made_up_guide(chance: random.Random) -> Guide:
    """Two flowcharts and a journey through both; every step may count from an anchor or from an earlier step."""
    steps: list[Written] = []
    starts = list(ANCHORS)
    for number in range(chance.randint(2, 9)):
        steps.append(_step(chance, f"step-{number}", starts))
        starts.append(f"step-{number}")
    for step in steps:
        others = [other["id"] for other in steps if other is not step]
        step["same_act"] = chance.sample(others, 1) if chance.random() < 0.3 else []
    cut = chance.randint(1, len(steps) - 1)
    shares = (steps[:cut], steps[cut:])
    empty: Written = {one.name: () for one in fields(Guide)}
    filled = {
        "folder": Path(),
        "partnership": _partnership(chance, [step["id"] for step in steps]),
        "procedures": tuple(_procedure(chance, number, share) for number, share in enumerate(shares, 1)),
        "calendars": calendars(),
    }
    return Guide(**(empty | filled))


def _partnership(chance: random.Random, steps: Sequence[str]) -> Partnership:
    asks = chance.sample(ANCHORS, chance.randint(1, 3))
    may_ask = [name for name in ANCHORS if name not in asks and chance.random() < 0.7]
    journey = {"title": "Both", "about": "Both.", "procedures": ["one", "two"], "asks": asks, "may_ask": may_ask}
    events = dict(zip(chance.sample(ANCHORS, 2), chance.sample(steps, 2), strict=True))
    return Partnership.model_validate(
        {
            "area": "Exampleshire", "body": "Exampleshire Partnership", "website": {"name": "Example"},
            "nation": "england", "contact": "the team", "version": "1", "in_force_from": "2026-01-01",
            "review_by": "2027-01-01", "owner": "team", "approved_by": "the board", "journeys": {"both": journey},
            "anchors": {name: _anchor(chance, name, events, steps) for name in ANCHORS},
        }
    )  # fmt: skip


def _anchor(chance: random.Random, name: str, events: dict[str, str], steps: Sequence[str]) -> Written:
    said = {"asks": f"When {name}?", "short": name, "event": f"it is {name}", "day_zero": f"The day {name}",
            "missing": f"Enter the day {name}"}  # fmt: skip
    held = {"held_to": chance.choice(steps)} if chance.random() < 0.3 else {}
    usual = {"usually_after": chance.choice([one for one in ANCHORS if one != name])} if chance.random() < 0.3 else {}
    return said | held | usual | ({"done_by": events[name]} if name in events else {})


def _procedure(chance: random.Random, number: int, steps: Sequence[Written]) -> Procedure:
    name = ("one", "two")[number - 1]
    clock = {
        "from": chance.choice(ANCHORS),
        "calendar": "england-and-wales",
        "working_day_one": chance.choice(("the next working day", "the next working day", "the same day")),
    }
    return Procedure.model_validate(
        {
            "id": name, "title": name, "flowchart": number, "source_title": name, "for": "Everyone",
            "starts": "It starts.", "ends": "It ends.", "summary": "An example.", "clock": clock,
            "phases": [{"id": f"all-of-{name}", "title": "All of it", "steps": list(steps)}],
        }
    )  # fmt: skip


def _step(chance: random.Random, name: str, starts: Sequence[str]) -> Written:
    dated = chance.random() < 0.85
    return {
        "id": name, "title": f"Do “{name}”", "who": chance.choice(ACTORS), "does": "Do it.",
        "due": _deadline(chance, starts) if dated else "not stated",
        "alongside": chance.random() < 0.1,
        "national": list(_national(chance, starts)),
        "also_read_as": list(_readings(chance, starts)) if dated else [],
    }  # fmt: skip


def _national(chance: random.Random, starts: Sequence[str]) -> Iterator[Written]:
    """Rules of the nation; some speak to somebody who may or may not be the one who acts in the step."""
    for _ in range(chance.choice((0, 0, 1, 1, 2))):
        who = {"who": chance.choice(ACTORS)} if chance.random() < 0.4 else {}
        yield {"due": _length(chance, starts) | {"authority": chance.choice(BESIDE)}, "cites": "law", **who}


def _readings(chance: random.Random, starts: Sequence[str]) -> Iterator[Written]:
    if chance.random() < 0.3:
        yield {"due": _deadline(chance, starts), "says": "It may be read so.", "reading": "a-question"}


def _deadline(chance: random.Random, starts: Sequence[str]) -> Written:
    kind = chance.random()
    if kind < 0.3:
        first = chance.randint(1, 9)
        last = first + chance.choice((0, 0, 1, 4))
        unit = chance.choice(("working", "calendar"))
        return {"on": f"{unit} day {first}" if first == last else f"{unit} days {first} to {last}"}
    if kind < 0.4:
        parts = [_within(chance, starts) for _ in range(chance.choice((2, 3)))]
        return {chance.choice(("earlier_of", "later_of")): parts}
    return _length(chance, starts)


def _length(chance: random.Random, starts: Sequence[str]) -> Written:
    kind = chance.random()
    if kind < 0.6:
        return _within(chance, starts)
    length = f"{chance.randint(2, 9)} {chance.choice(UNITS[:2])}"
    clear, start = chance.random() < 0.4, chance.choice(starts)
    if kind < 0.8:
        return {"no_later_than": length, "before": start, "clear": clear}
    return {"after": length, "from": start, "clear": clear}


def _within(chance: random.Random, starts: Sequence[str]) -> Written:
    unit = chance.choice(UNITS)
    number = chance.randint(2, 3) if unit in ("weeks", "months") else chance.randint(2, 15)
    moved = chance.choice(({}, {}, {"closed_day": "preceding"}, {"closed_day": "following"}))
    return {"within": f"{number} {unit}", "of": chance.choice(starts), **moved}
