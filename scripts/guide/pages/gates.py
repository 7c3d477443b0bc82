"""What a browser tried on every page: the record of the last run in which every gate held, and whose pages those were.

`make gates` writes the record and the page at /assurance/ shows it. A site cannot hold the result of its own test,
so the build server tries everything again and fails when the record differs from what it finds.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

RECORD = Path(__file__).with_name("gates.json")
FORMAT = "guide-gates/1"
ENGINE = "Chromium"
"""The engine of a gate that names none."""


class Gate(NamedTuple):
    """One promise that held on every page tried."""

    engine: str
    title: str
    """The promise, in one sentence."""
    pages: int


class Record(NamedTuple):
    """The gates of one run, and the body whose guide was tried."""

    body: str
    gates: tuple[Gate, ...]

    @property
    def engines(self) -> tuple[str, ...]:
        """Chromium first, as it tries the most."""
        return tuple(sorted({gate.engine for gate in self.gates}, key=lambda one: (one != ENGINE, one)))


def read_record(path: Path = RECORD) -> Record:
    """The committed record."""
    data = json.loads(path.read_text("utf-8"))
    if data["format"] != FORMAT:
        raise ValueError(f"{path.name} has the format {data['format']}, not {FORMAT}: run make gates")
    return Record(data["guide"], tuple(Gate(one["engine"], one["title"], one["pages"]) for one in data["gates"]))


def record_text(body: str, gates: Iterable[Gate]) -> str:
    """A record as it stands in the file: the same gates always give the same bytes."""
    rows = [gate._asdict() for gate in sorted(set(gates))]
    return json.dumps({"format": FORMAT, "guide": body, "gates": rows}, ensure_ascii=False, indent=1) + "\n"


def gates_table(gates: Iterable[Gate]) -> str:
    """The gates as lines of text, for a terminal: pages, result, engine and promise."""
    return "".join(f"{one.pages:5} pages  held  {one.engine:9} {one.title}\n" for one in sorted(gates, key=_order))


def _order(gate: Gate) -> tuple[bool, str, str]:
    return gate.engine != ENGINE, gate.engine, gate.title
