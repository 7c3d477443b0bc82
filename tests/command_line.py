"""The command line, asked in this process or from a shell, about the harbour where nothing else is said."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from click.testing import CliRunner, Result

from area_guides import area_folder
from committed_calendars import REPOSITORY
from guide.cli.program import main

PROCEDURES = area_folder()
WHERE = ("--procedures", str(PROCEDURES))
CHRISTMAS = ("--on", "concern-received=2026-12-17")


def guide(*words: str, procedures: Path | None = PROCEDURES) -> Result:
    where = ("--procedures", str(procedures)) if procedures else ()
    return CliRunner().invoke(main, [*words, *where], catch_exceptions=False)


def commands(group: click.Group = main, path: str = "guide") -> Iterator[tuple[str, click.Command]]:
    """Every command with its full name, those of a group one by one."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")
        else:
            yield f"{path} {name}", command


def answer(*words: str) -> str:
    done = guide(*words)
    assert (done.exit_code, done.stderr) == (0, "")
    return done.stdout


def timeline(procedure: str, *words: str) -> Any:
    return json.loads(answer("timeline", procedure, *words, "--format", "json"))


def due(found: Any) -> dict[str, str | None]:
    return {step["id"]: step["due"] for step in found["steps"]}


def step(found: Any, step_id: str) -> Any:
    return next(one for one in found["steps"] if one["id"] == step_id)


def from_the_shell(*words: str, cwd: Path = REPOSITORY) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(REPOSITORY / "scripts"), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "guide", *words]
    return subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", env=environment, check=False)
