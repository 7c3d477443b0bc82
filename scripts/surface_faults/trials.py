"""Trials of faults: each in a copy of the project, several copies side by side."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from elsewhere import is_shipped
from surface_faults.fault import ROOT, Fault, Trial

COPIED = ("docs", "scripts", "tests", "procedures")


def trials(
    faults: Sequence[Fault], processes: int = 2, told: Callable[[Trial], None] = lambda trial: None
) -> Iterator[Trial]:
    """The end of each fault's trial, in the order of the faults; each is told as soon as it ends."""

    def tried(worker: Worker, mine: Sequence[Fault]) -> Iterator[Trial]:
        for fault in mine:
            trial = worker.tried(fault)
            told(trial)
            yield trial

    with TemporaryDirectory() as folder, ThreadPoolExecutor(processes) as pool:
        workers = [Worker(copy_of_project(Path(folder) / str(number))) for number in range(processes)]
        parts = [faults[number::processes] for number in range(processes)]
        ended = {}
        for found in pool.map(lambda pair: list(tried(*pair)), zip(workers, parts, strict=True)):
            ended.update({trial.fault: trial for trial in found})
        for worker in workers:
            worker.close()
    yield from (ended[fault] for fault in faults)


def copy_of_project(folder: Path) -> Path:
    """What the project keeps, but for what is shipped, in a folder where a fault can be planted."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", *COPIED]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode("utf-8")
    for name in (one for one in listed.split("\0") if one and (ROOT / one).is_file() and not is_shipped(one)):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    return folder


class Worker:
    """One program that tries faults in a copy of the project, one after another."""

    def __init__(self, folder: Path) -> None:
        paths = os.pathsep.join(str(folder / name) for name in ("scripts", "tests"))
        self.process = subprocess.Popen(
            [sys.executable, "-m", "surface_faults.worker"], cwd=folder, env=os.environ | {"PYTHONPATH": paths},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def tried(self, fault: Fault) -> Trial:
        """The end of one trial."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{json.dumps(fault)}\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            return Trial(fault, {}, "the program that tries faults has ended")
        answer = json.loads(line)
        missed = {surface: tuple(facts) for surface, facts in answer.get("missed", {}).items()}
        return Trial(fault, missed, answer.get("complaint", ""))

    def close(self) -> None:
        """Ends the program."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait()
