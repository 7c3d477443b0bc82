"""Runs a command that takes too long for every build; where it succeeds, the committed record says when that was.

`python scripts/dated_run.py NAME PROGRAM ARGUMENT …`
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from guide.problems import Problems
from guide.whole import write_files

ROOT = Path(__file__).resolve().parents[1]
RECORD = ROOT / "tests" / "dated-runs.json"


def dated_run(name: str, command: list[str], record: Path = RECORD) -> int:
    """The exit status of the command. Success is recorded by day, commit and minutes."""
    began = time.monotonic()
    status = subprocess.run(command, check=False).returncode
    if status == 0:
        runs = json.loads(record.read_text("utf-8")) if record.exists() else {}
        minutes = round((time.monotonic() - began) / 60, 1)
        runs[name] = {"on": datetime.now(UTC).date().isoformat(), "commit": _commit(), "minutes": minutes}
        write_files({record: json.dumps(dict(sorted(runs.items())), indent=1) + "\n"})
        print(f"{record.name} says that {name} succeeded today: commit it.")
    return status


def _commit() -> str:
    """The short name of the commit that was tried, with a plus where files had been changed since."""
    asked = ["git", "describe", "--always", "--exclude=*", "--dirty=+"]
    return subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip() or "unknown"


if __name__ == "__main__":
    try:
        sys.exit(dated_run(sys.argv[1], sys.argv[2:]))
    except Problems as found:
        sys.exit(f"It succeeded, and the record does not say so.\n{found}")
