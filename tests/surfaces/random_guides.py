"""Guides made at random: several clocks and anchors, every noun of a deadline, every flag, long and odd titles.

They are read and not checked, as their dates contradict one another; the same number always gives the same guide.
"""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Sequence
from pathlib import Path

from committed_calendars import FOLDER as CALENDARS
from guide.model.guide import Guide
from guide.reading.folder import read_guide
from other_guide import STARTER

ODD = 'Ask & "answer" <now> – ≤ 5 – ŵ'
LONG = "Write down everything that anyone was told"
TITLES = (
    ODD,
    LONG,
    "It's 'so' (or not)",
    "Tell *both* of_them #1",
    "Dweud wrth bawb â’r gŵyn",
    "Meet; agree, and sign",
)
ANCHORS = {"disagreement-raised": "the disagreement is raised", "case-opened": "the case is <opened> & logged"}
HOMES = {"first": "disagreement-raised", "second": "case-opened", "third": "disagreement-raised"}
ACTORS = ("professional", "other-agency", "managers", "partnership-team")
AUTHORITIES = ("statute", "statutory guidance", "Panel guidance")
REFERENCE = (
    "- {id: the-act, title: The Act & its rules, publisher: The nation, says: What the Act says., "
    "points: [One < two, Two & three]}\n"
)
EXAMPLE = """id: as-it-went
title: 'How <it> went & "why"'
journey: disagreement
on: {disagreement-raised: 2026-12-18, case-opened: 2026-12-15}
expect: {first-0: 2026-12-18}
teaches: Two dates & what follows.
notice: [It is so.]
"""
DECISIONS = """id: which-way
title: Which way & why?
summary: Questions & answers.
parts:
  - id: first-part
    title: 'The first <part>'
    asks: Is it "so" & not otherwise?
    says: What counts.
    criteria: [the-act]
    answers: [{answer: Yes & no, then: second-part}, {answer: <No>, then: second-part}]
  - id: second-part
    title: Talk & act
    says: Then act.
    talk_to: [professional, managers]
    dates: [first-0, first-2, second-1]
    then: first
"""


def random_guide(folder: Path, seed: int) -> Guide:
    """The guide of a number, written into a folder."""
    shutil.copytree(STARTER, folder, ignore=shutil.ignore_patterns("resolve-disagreement.yml", "examples"))
    shutil.copytree(CALENDARS, folder / "calendars")
    dice = random.Random(seed)
    (folder / "references.yml").write_text(REFERENCE, "utf-8")
    (folder / "source.yml").write_text("[]\n", "utf-8")
    partnership = (folder / "partnership.yml").read_text("utf-8")
    first, second = ANCHORS
    more = (
        f"  {second}: {{asks: When was the case opened?, short: opened, event: {_quoted(ANCHORS[second])}, "
        "day_zero: The day the case was opened, missing: Enter the date the case was opened}\n"
    )
    (folder / "examples").mkdir()
    (folder / "examples" / "as-it-went.yml").write_text(EXAMPLE, "utf-8")
    (folder / "decision-guide.yml").write_text(DECISIONS, "utf-8")
    journey = f"procedures: [first, second]\n    asks: [{first}]\n    may_ask: [{second}]"
    partnership = partnership.replace(f"procedures: [resolve-disagreement]\n    asks: [{first}]", journey)
    (folder / "partnership.yml").write_text(f"{partnership.rstrip()}\n{more}", "utf-8")
    # The third is in no journey, and so has a board of its own.
    for number, (name, anchor) in enumerate(HOMES.items(), 1):
        (folder / f"{name}.yml").write_text(_procedure(dice, name, number, anchor), "utf-8")
    return read_guide(folder)


def _procedure(dice: random.Random, name: str, number: int, anchor: str) -> str:
    count = 8
    dues = dice.sample(range(len(DUES)), count)
    entries = [_step(dice, name, place, DUES[due], count) for place, due in enumerate(dues)]
    entries.insert(3, _decision(dice, name))
    day_one = dice.choice(("the next working day", "the same day"))
    closed = dice.choice(("counts from that day", "counts as received on the next working day"))
    return (
        f"id: {name}\ntitle: {_quoted(f'{ODD} ({number})')}\nflowchart: {number}\nsource_title: Chart {number}\n"
        f"for: Anyone\nstarts: {_quoted(f'It starts: {ODD}')}\nends: It ends.\nsummary: Made at random.\n"
        f"clock: {{from: {anchor}, calendar: {dice.choice(('england-and-wales',))}, working_day_one: {day_one}, "
        f"received_on_a_closed_day: {closed}}}\n"
        f"phases:\n  - id: {name}-one\n    title: One & two\n    steps:\n{''.join(entries[:5])}"
        f"  - id: {name}-two\n    title: Three\n    steps:\n{''.join(entries[5:])}"
        f"      - outcome: {name}-over\n        title: It is <over>\n        says: Nothing more.\n"
        f"        says_of: [{dice.choice(ACTORS)}]\n"
    )


DUES = (
    "not stated",
    "as soon as possible after the meeting",
    "{within: 5 working days, of: ANCHOR}",
    "{within: 1 working day, of: BEFORE, authority: statutory guidance}",
    "{within: 6 working days, of: ANCHOR, counts: beginning with the day}",
    "{within: 3 working days, of: ANCHOR, clear: true, part: end of day}",
    "{within: 30 calendar days, of: OTHER, closed_day: following}",
    "{after: 2 weeks, from: BEFORE, part: morning}",
    "{on: working day 4, part: as early as possible}",
    "{on: working days 3 to 7}",
    "{on: calendar day 9}",
    "{no_later_than: 7 working days, before: OTHER, clear: false}",
    "{earlier_of: [{within: 10 working days, of: ANCHOR}, {within: 3 months, of: OTHER}]}",
    "{later_of: [{within: 2 working days, of: ANCHOR}, {within: 21 days except bank holidays, of: OTHER}]}",
)


def _step(dice: random.Random, name: str, place: int, due: str, count: int) -> str:
    anchor = HOMES[name]
    other = next(one for one in ANCHORS if one != anchor)
    before = f"{name}-{place - 1}" if place else anchor
    due = due.replace("ANCHOR", anchor).replace("OTHER", other).replace("BEFORE", before)
    acting = dice.sample(ACTORS, dice.choice((1, 1, 2)))
    others = [one for one in ACTORS if one not in acting]
    keys = {
        "title": _quoted(dice.choice(TITLES)[:46] + str(place)),
        "who": _row(dice, acting, others),
        "does": _quoted(f"Do it: {ODD}, part {place}."),
        "due": due,
        **_sometimes(dice, "with", _row(dice, dice.sample(others, dice.choice((1, 2))), acting)),
        **_sometimes(dice, "to", _row(dice, dice.sample(ACTORS, 2), others)),
        **_sometimes(dice, "received", _quoted(f"You get it: {ODD}, part {place}.")),
        **_sometimes(
            dice,
            "if_late",
            f"{{says: {_quoted(f'Then {ODD}, part {place}.')}, ask: {ACTORS[0]}, questions: [no-answer]}}",
        ),
        **_sometimes(dice, "when", _quoted(f"If {ODD}")),
        **_sometimes(dice, "forms", "[pd-1]"),
        **_sometimes(dice, "notes", f"[{_quoted(f'A note: {ODD}')}]"),
        **_sometimes(dice, dice.choice(("may", "should")), "true"),
        **_sometimes(dice, "questions", "[no-answer]"),
        **_beside(dice, due, other),
        **_tied(dice, name, place),
    }
    if place == count - 1:
        keys["ends"] = "true"
    elif dice.random() < 0.2:
        keys["then"] = f"{{to: {name}-over, inferred: no-answer}}"
    lines = [f"{key}: {said}" for key, said in keys.items()]
    return f"      - id: {name}-{place}\n" + "".join(f"        {line}\n" for line in lines)


def _row(dice: random.Random, acting: Sequence[str], others: Sequence[str]) -> str:
    """Actors together, or one of them, or the first of them on behalf of others."""
    if len(acting) > 1 and dice.random() < 0.5:
        return f"{{one_of: [{', '.join(acting)}]}}"
    if dice.random() < 0.2:
        bodies = [one for one in others if one != acting[0]]
        return f"{{group: {acting[0]}, of: [{', '.join(bodies[:2])}]}}"
    return f"[{', '.join(acting)}]"


def _beside(dice: random.Random, due: str, other: str) -> dict[str, str]:
    """What may stand beside a deadline: the nation's rule, another reading."""
    if not due.startswith("{"):
        return {}
    whom = dice.choice(("", f", who: [{dice.choice(ACTORS)}]"))
    rule = f"{{within: {dice.randint(2, 20)} calendar days, of: {other}, authority: {dice.choice(AUTHORITIES)}}}"
    reading = f"{{within: {dice.randint(2, 9)} working days, of: {other}}}"
    counts_from_a_step = due.startswith("{within: 1 working day,")
    return {
        **({"equals": f"{{on: working day {dice.randint(2, 12)}}}"} if counts_from_a_step else {}),
        **_sometimes(dice, "national", f"[{{due: {rule}, cites: the-act{whom}}}]"),
        **_sometimes(dice, "also_read_as", f"[{{due: {reading}, says: Or so., reading: no-answer}}]"),
    }


def _tied(dice: random.Random, name: str, place: int) -> dict[str, str]:
    """Some steps of the later procedures are the same act as one of the first, at the same place or two further on."""
    if name == "first" or place not in (1, 2, 4, 6):
        return {}
    return _sometimes(dice, "same_act", f"[first-{place + dice.choice((0, 0, 1))}]")


def _decision(dice: random.Random, name: str) -> str:
    answers: Sequence[tuple[str, str]] = (
        ("Yes & no", f"then: {name}-3"),
        ("<No>", f"then: {name}-over"),
        ("≤ 5", "gap: no-answer"),
    )
    rows = "".join(
        f"          - {{answer: {_quoted(answer)}, {target}}}\n" for answer, target in dice.sample(answers, 3)
    )
    return (
        f"      - decision: {name}-way\n        title: {_quoted('Is it “so” & <right>?')}\n"
        f"        who: {dice.choice(ACTORS)}\n"
        f"        asks: Which way is it?\n        branches:\n{rows}"
    )


def _sometimes(dice: random.Random, key: str, said: str) -> dict[str, str]:
    return {key: said} if dice.random() < 0.4 else {}


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
