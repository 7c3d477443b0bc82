"""The poster of a procedure: one page of A4."""

from __future__ import annotations

from guide.model import Guide, Procedure
from guide.print.entries import Plain
from guide.print.flow_page import flow_page


def flow_of(guide: Guide, procedure: Procedure) -> Plain:
    """The flowchart of a procedure with what stands around it."""
    bands = flow_page(guide, procedure)
    return {
        "id": str(procedure.id),
        "number": procedure.flowchart,
        "title": str(procedure.title),
        "summary": str(procedure.summary),
        "starts": str(procedure.starts),
        "ends": str(procedure.ends),
        "counting": counting_of(guide, procedure),
        "bands": bands,
        "names": _names(guide, bands),
    }


def counting_of(guide: Guide, procedure: Procedure) -> str:
    """Which day is day 1, in one sentence; empty where nothing is counted."""
    clock = procedure.clock
    if clock is None:
        return ""
    words = f"Day 1 is {clock.working_day_one} after {guide.partnership.anchors[clock.from_].event}"
    return f"{words}. That day itself is day 0." if clock.working_day_one == "the next working day" else f"{words}."


def _names(guide: Guide, bands: list[Plain]) -> list[Plain]:
    """The short names on the page that are not the full ones, with the full ones."""
    entries = [entry for band in bands for block in band["blocks"] for row in block["rows"] for entry in _entries(row)]
    tints = {short: entry["tint"] for entry in reversed(entries) for short in entry["who_short"][:1]}
    used = dict.fromkeys(short for entry in entries for short in (*entry["who_short"], *entry["to_short"]))
    full = {str(actor.short): str(actor.name) for actor in guide.actors}
    return [
        {"short": short, "name": full[short], "tint": tints.get(short, 0)}
        for short in used
        if full.get(short, short) != short
    ]


def _entries(row: Plain) -> list[Plain]:
    return [row["entry"], *(box for lane in row.get("lanes", ()) for box in lane["boxes"])]
