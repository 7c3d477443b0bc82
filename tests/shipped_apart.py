"""Tests of the wings stand on the sample areas: while one runs, nothing in its process opens a file of `procedures/`.

So what such a test says holds whosever guide is shipped, and `make test-elsewhere` need not ask it a second time.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

import elsewhere

ROOT = Path(__file__).parent.parent
LOOKING = frozenset({"browser", "content", "deploy", "engines", *elsewhere.LOOKING})
"""The tests of what is shipped, and those that look at this checkout as it is, whatever it ships."""


def is_apart(module: Path) -> bool:
    """Whether the tests of a module, by its path in `tests/`, may not open what is shipped.

    >>> is_apart(Path("dates/test_rules.py")), is_apart(Path("pages/test_site.py")), is_apart(Path(elsewhere.APART[0]))
    (True, False, True)
    """
    return module.parts[0] not in LOOKING or module.as_posix() in elsewhere.APART


class ShippedApart:
    """Stops a test of a wing that opens what is shipped."""

    def __init__(self) -> None:
        self.apart = False

    def listen(self) -> None:
        """Hears from now on, to the end of the process, of every file that is opened."""
        sys.addaudithook(self.heard)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, Any, Any]:
        self.apart = is_apart(item.path.relative_to(ROOT / "tests"))
        try:
            return (yield)
        finally:
            self.apart = False

    def heard(self, event: str, told: tuple[Any, ...]) -> None:
        """Refuses to open a shipped file. Python tells of each file before it is opened."""
        if not self.apart or event != "open" or not isinstance(told[0], str | os.PathLike):
            return
        path = Path(os.path.normpath(Path(os.fsdecode(told[0])).absolute()))
        if path.is_relative_to(ROOT) and elsewhere.is_shipped(path.relative_to(ROOT).as_posix()):
            raise AssertionError(f"a test of a wing opened {path}: let it stand on a sample area")
