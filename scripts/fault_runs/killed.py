"""Runs a command that kills itself in the middle, as a power cut would: no last words, nothing tidied up.

`python killed.py FOLDER STEPS MOMENT MODULE WORD …` runs a module. Once it first opens a file in FOLDER to write, its
steps are counted: with `calls` every call into C, with `files` only what it does to files there. At step number MOMENT
it is killed; with 0 it lives, and the last line of what it prints is how many steps there were.
"""

from __future__ import annotations

import atexit
import os
import runpy
import signal
import sys
from pathlib import Path
from types import FrameType
from typing import Any

TO_FILES = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "shutil.rmtree"}


class Steps:
    """The count, and the end."""

    def __init__(self, folder: str, every_call: bool, moment: int) -> None:
        self.folder, self.every_call, self.moment = folder, every_call, moment
        self.armed = False
        self.taken = 0

    def watch(self, event: str, values: tuple[Any, ...]) -> None:
        """What Python tells of everything that touches the system."""
        if event not in TO_FILES or not str(values[0]).startswith(self.folder):
            return
        if event == "open" and values[2] & (os.O_WRONLY | os.O_RDWR) and not self.armed:
            self.armed = True
            if self.every_call:
                sys.setprofile(self.call)
        if self.armed and not self.every_call:
            self.step()

    def call(self, frame: FrameType, event: str, value: object) -> None:
        if event == "c_call":
            self.step()

    def step(self) -> None:
        self.taken += 1
        if self.taken == self.moment:
            os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    steps = Steps(sys.argv[1], sys.argv[2] == "calls", int(sys.argv[3]))
    atexit.register(lambda: print(steps.taken))
    sys.addaudithook(steps.watch)
    sys.path[0] = str(Path.cwd())  # as `python -m` has it
    module, sys.argv = sys.argv[4], sys.argv[4:]
    runpy.run_module(module, run_name="__main__", alter_sys=True)
