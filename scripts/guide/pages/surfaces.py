"""Which surfaces were read back, of how many acts, and which faults in them were noticed: the record of the last run.

`make surfaces` writes the record and the page at /assurance/ shows it, with the body whose guide was read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

SURFACES = Path(__file__).with_name("surfaces.json")
SURFACES_FORMAT = "guide-surfaces/1"


class ReadBack(NamedTuple):
    """One surface that was read as its reader gets it, and agreed with the model in everything."""

    title: str
    facts: tuple[str, ...]
    """What was compared of each entry."""
    acts: int
    """How many acts it speaks of; steps that are one act count once."""
    compared: int
    """How many facts were compared."""
    faults: int
    """How many faults were planted in what writes it. Each was noticed."""


class SurfaceRecord(NamedTuple):
    """The surfaces of one run."""

    body: str
    acts: int
    """How many acts the guide has."""
    faults: int
    """How many faults were planted; one that several surfaces claim counts once."""
    table: str
    """Which table of faults was tried: the beginning of its digest."""
    surfaces: tuple[ReadBack, ...]


def read_surfaces(path: Path = SURFACES) -> SurfaceRecord:
    """The committed record."""
    data = json.loads(path.read_text("utf-8"))
    if data["format"] != SURFACES_FORMAT:
        raise ValueError(f"{path.name} has the format {data['format']}, not {SURFACES_FORMAT}: run make surfaces")
    surfaces = (
        ReadBack(one["title"], tuple(one["facts"]), one["acts"], one["compared"], one["faults"])
        for one in data["surfaces"]
    )
    return SurfaceRecord(data["guide"], data["acts"], data["faults"], data["table"], tuple(surfaces))


def surfaces_text(body: str, acts: int, faults: int, table: str, surfaces: Iterable[ReadBack]) -> str:
    """A record as it stands in the file: the same run always gives the same bytes."""
    rows = [one._asdict() for one in surfaces]
    data = {"format": SURFACES_FORMAT, "guide": body, "acts": acts, "faults": faults, "table": table, "surfaces": rows}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
