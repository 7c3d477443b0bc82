"""Programs that run for as long as a test needs them, and a screen that nobody sees for those that want a window."""

from __future__ import annotations

import os
import socket
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

PATIENCE = 60
"""Seconds that a program has to end in once it was asked to."""


@contextmanager
def started(command: list[str], environment: Mapping[str, str], **options: Any) -> Iterator[subprocess.Popen[bytes]]:
    """A program that runs for as long as the block does. It says nothing, unless `options` send its words elsewhere."""
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    running = subprocess.Popen(command, env=environment, **(quiet | options))
    try:
        yield running
    finally:
        running.terminate()
        try:
            running.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()


@contextmanager
def unseen_screen(size: str = "1600x1200") -> Iterator[str]:
    """The name of a fresh X screen. Of two that are started at one moment one may be deaf: it is started again."""
    for left in reversed(range(3)):
        with _screen(size) as screen:
            if left == 0 or _answers(screen):
                yield screen
                return


@contextmanager
def _screen(size: str) -> Iterator[str]:
    """Xvfb says its number when it is ready."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset"]
    with started(command, os.environ, pass_fds=(write,)), os.fdopen(read) as said:
        os.close(write)
        yield f":{said.readline().strip()}"


def _answers(screen: str) -> bool:
    """Whether somebody listens where a window would ask."""
    with socket.socket(socket.AF_UNIX) as asking:
        return asking.connect_ex(f"/tmp/.X11-unix/X{screen[1:]}") == 0
