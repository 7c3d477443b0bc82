"""When the programs that were started have nothing more to do: then nothing more is said, until the next key.

No time is waited for that might be too short on a busy machine: a program that wants the processor and does not get it
is seen to want it.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

POLL = 0.05
QUIET = 0.45
"""Seconds in which nothing may be said and hardly anything done."""
IDLE = 3
"""Ticks of the clock, a hundredth of a second each, that all programs together may use in that time by themselves."""


class Program(NamedTuple):
    pid: int
    session: int
    ticks: int
    """The processor time that it has used."""
    wants: bool
    """Whether it runs, or would if the processor were free."""


class Watch:
    """The sessions of some programs, with everything that those started in turn; ended with the block."""

    def __init__(self) -> None:
        self._sessions: set[int] = set()

    def __enter__(self) -> Watch:
        return self

    def __exit__(self, *_: object) -> None:
        """Ends what programs that have ended left behind."""
        for program in self._programs():
            with suppress(ProcessLookupError):  # it has just ended by itself
                os.kill(program.pid, signal.SIGKILL)

    def add(self, leader: int) -> None:
        """Watches a program that leads a session of its own."""
        self._sessions.add(leader)

    def until_idle(self, end: float, said: Path) -> None:
        """Waits until nothing is done or said any more, or until `end`, a time of the monotonic clock."""
        still, before = time.monotonic(), (said.stat().st_size, self._ticks())
        while time.monotonic() < end and time.monotonic() - still < QUIET:
            time.sleep(POLL)
            programs = list(self._programs())
            now = (said.stat().st_size, sum(program.ticks for program in programs))
            if any(program.wants for program in programs) or now[0] != before[0] or now[1] - before[1] > IDLE:
                still, before = time.monotonic(), now

    def _ticks(self) -> int:
        return sum(program.ticks for program in self._programs())

    def _programs(self) -> Iterator[Program]:
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit() and (program := _read(entry)) and program.session in self._sessions:
                yield program


def _read(entry: Path) -> Program | None:
    """A running program; None where it has just ended."""
    try:
        fields = (entry / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
    except OSError:
        return None
    state, session, used = fields[0], int(fields[3]), int(fields[11]) + int(fields[12])
    return None if state in "ZX" else Program(int(entry.name), session, used, state in "RD")
