"""What a command takes: processor time, and memory at its highest."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import NamedTuple

SCRIPTS = Path(__file__).resolve().parents[1]
UNITS = 1024 if sys.platform == "darwin" else 1
"""What the system counts memory in, for each kilobyte."""


class Spent(NamedTuple):
    """Processor time in seconds, of the command and of all that it waited for; megabytes of its largest process."""

    seconds: float
    megabytes: float


def spent(words: Sequence[str], folder: Path) -> Spent:
    """What Python takes to run these words in a folder. Raises SystemExit, with what it said, where it fails."""
    with TemporaryFile() as said:
        running = begun(words, folder, said)
        _, status, usage = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
        if running.returncode:
            said.seek(0)
            raise SystemExit(f"{' '.join(words)} failed:\n{said.read().decode('utf-8', 'replace')}")
    return Spent(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / UNITS / 1024)


def begun(words: Sequence[str], folder: Path, said: object = subprocess.DEVNULL) -> subprocess.Popen[bytes]:
    """Python with these words, running in a folder on the package and the bench of this copy of the project."""
    environment = os.environ | {"PYTHONPATH": str(SCRIPTS), "NO_MKDOCS_2_WARNING": "1"}
    # What is installed was compiled by pip; without this, ours alone would be compiled again each time.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return subprocess.Popen([sys.executable, *words], cwd=folder, env=environment, stdout=said, stderr=said)  # type: ignore[call-overload, no-any-return]


@contextmanager
def running(words: Sequence[str], folder: Path) -> Iterator[int]:
    """The number of a process that runs for as long as the block."""
    process = begun(words, folder)
    try:
        yield process.pid
    finally:
        process.terminate()
        process.wait()


def seconds_of(process: int) -> float:
    """Processor time that a running process has taken until now, in seconds, as Linux counts it."""
    after_name = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")
