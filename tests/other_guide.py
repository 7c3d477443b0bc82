"""A folder of procedures quite unlike the real one, to print: built from the starter that `guide new` gives."""

from __future__ import annotations

import shutil
from pathlib import Path

from committed_calendars import FOLDER as CALENDARS
from guide.model.guide import Guide
from guide.reading.folder import read_guide

STARTER = Path(__file__).parents[1] / "scripts" / "guide" / "starter"
LONG_BODY = "Royal Borough of Upper and Lower Wherewithal-on-the-Marsh Safeguarding Children Partnership and Executive"
LONG_TITLE = "Another procedure, with a title of some length"
LONG_ACTOR = "Designated Safeguarding Practitioner for Looked-after Children and Care Leavers"


def other_guide(folder: Path, **procedures: str) -> Guide:
    """A guide with the starter's lists, a long name, a long-named actor, and these procedures by id."""
    shutil.copytree(STARTER, folder, ignore=shutil.ignore_patterns("resolve-disagreement.yml", "examples"))
    shutil.copytree(CALENDARS, folder / "calendars")
    _add(folder / "actors.yml", f"\n- id: designated\n  name: {LONG_ACTOR}\n  short: Designated\n  kind: role\n")
    partnership = folder / "partnership.yml"
    text = partnership.read_text("utf-8").replace("resolve-disagreement", next(iter(procedures)).replace("_", "-"))
    text = text.replace("Example Area Safeguarding Children Partnership", LONG_BODY)
    partnership.write_text(text, "utf-8")
    for name, written in procedures.items():
        (folder / f"{name.replace('_', '-')}.yml").write_text(written, "utf-8")
    return read_guide(folder)


def procedure(
    name: str, number: int, *entries: str, title: str = "Another procedure, with a title of some length"
) -> str:
    """One procedure with one phase that holds these entries."""
    body = "".join(entries)
    return f"""\
id: {name}
title: {title}
flowchart: {number}
source_title: Flowchart {number}
for: Anyone at all
starts: Something happens that nobody expected, in a place that nobody thought of.
ends: Everything is on record.
summary: A procedure that exists only to be printed.
clock:
  from: disagreement-raised
  calendar: england-and-wales
  working_day_one: the next working day
phases:
  - id: {name}-all
    title: All of it
    steps:
{body}"""


def step(name: str, title: str = "Do what the procedure asks at this point", **keys: str) -> str:
    """One step; `keys` are further lines as an author writes them."""
    given = {"who": "designated", "to": "managers", "does": "Do what has to be done.", "due": "not stated"} | keys
    lines = "".join(f"        {key.rstrip('_')}: {said}\n" for key, said in given.items())
    return f"      - id: {name}\n        title: {title}\n{lines}"


def decision(name: str, branches: dict[str, str]) -> str:
    """A decision; each answer leads to an entry, or to a gap where its target begins with `gap:`."""
    rows = "".join(
        f"          - {{answer: {answer}, gap: {target[4:]}}}\n"
        if target.startswith("gap:")
        else f"          - {{answer: {answer}, then: {target}}}\n"
        for answer, target in branches.items()
    )
    return (
        f"      - decision: {name}\n        title: Which of these ways is the right one?\n        who: managers\n"
        f"        asks: Which way is right?\n        branches:\n{rows}"
    )


def outcome(name: str, title: str) -> str:
    """An outcome at which a route ends in a gap."""
    return f"      - outcome: {name}\n        title: {title}\n        says: It ends so.\n        gap: no-answer\n"


def _add(path: Path, text: str) -> None:
    path.write_text(path.read_text("utf-8") + text, "utf-8")
