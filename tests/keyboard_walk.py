"""A walk through a page with the Tab key alone, to its end and back, in any browser that presses keys and answers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

_ASKED = (Path(__file__).parent / "js" / "keyboard-walk.js").read_text("utf-8")
_SPARE = 20
"""Presses beyond the number of things to reach before the walk is called a trap."""


class Reader(Protocol):
    """Somebody at a page with nothing but keys."""

    async def press(self, key: str, times: int) -> None: ...

    async def ask(self, function: str, value: Any) -> Any:
        """What a function of JavaScript answers to `value` on the page."""


@dataclass(frozen=True)
class Walk:
    stops: int
    faults: list[str]


async def walk(reader: Reader, and_back: bool = True) -> Walk:
    """Walks from the top of a page that has just been opened to its end, and back."""
    there = await _go(reader, "Tab", await reader.ask(_ASKED, "begin"))
    faults = there.faults + await reader.ask(_ASKED, "end")
    if and_back:
        back = await _go(reader, "Shift+Tab", await reader.ask(_ASKED, "turn"))
        faults += back.faults + await reader.ask(_ASKED, "end")
    return Walk(there.stops, list(dict.fromkeys(faults)))


async def _go(reader: Reader, key: str, expected: int) -> Walk:
    """One way through the page: a press for each thing to reach, and some more where that is not the end."""
    for times in (expected + 2, _SPARE):
        await reader.press(key, times)
        way = await reader.ask(_ASKED, "way")
        if way["done"]:
            return Walk(way["stops"], way["faults"])
    trap = f"{key} never leaves the page: after {expected + _SPARE} presses it is at {way['last']}"
    return Walk(way["stops"], [*way["faults"], trap])
