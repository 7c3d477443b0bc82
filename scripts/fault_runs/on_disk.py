"""What can go wrong on a disk: it is full, it can only be read, two write at once, the power goes."""

from __future__ import annotations

import ctypes
import os
import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from fault_runs.case import Case, Standing


@dataclass
class Outcome:
    """One line of the table: what was tried on what, and what stood there each time."""

    case: str
    tried: str
    stood: list[str] = field(default_factory=list)
    """Each time `old`, `new`, `each old or new`, or a fault."""
    faults: list[str] = field(default_factory=list)


def outcomes(case: Case, kills: int) -> Iterator[Outcome]:
    """Everything that is tried on one command, ended by hand at so many of its steps."""
    case.set_back()
    steps = case.cut(0)
    new = case.standing()
    yield _full(case, new)
    yield _read_only(case)
    if case.place != case.around / "out" or case.before is None:
        yield _file_in_the_way(case)
    yield _two_at_once(case, new)
    yield _killed(case, new, steps, kills)


def _full(case: Case, new: Standing) -> Outcome:
    """No file may grow beyond some bytes: the error of a full disk, and no root is needed for it.

    Nothing goes in, then half of the longest file that is written, then all of it but the last byte.
    """
    outcome = Outcome(case.name, "disk full")
    longest = max(len(content) for name, content in (new or {}).items() if (case.before or {}).get(name) != content)
    for most in (0, longest // 2, longest - 1):
        case.set_back()
        status, said = case.run(lambda most=most: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)))  # type: ignore[misc]
        _refused(case, outcome, status, said)
    return outcome


def _read_only(case: Case) -> Outcome:
    outcome = Outcome(case.name, "read-only target")
    case.set_back()
    with _closed(case.place.parent, case.place):
        status, said = case.run(_without_power_over_modes)
    _refused(case, outcome, status, said)
    return outcome


def _file_in_the_way(case: Case) -> Outcome:
    """A file where a folder is needed."""
    outcome = Outcome(case.name, "a file in the way")
    case.set_back()
    folder = case.place.parent if case.place.is_file() else case.place
    aside = case.around.with_name(f"{case.around.name}-aside")
    if folder.exists():
        folder.rename(aside)
    folder.write_bytes(b"a file\n")
    status, said = case.run()
    _said_well(case, outcome, status, said, folder)
    outcome.stood.append("old" if folder.read_bytes() == b"a file\n" else "something else")
    folder.unlink()
    if aside.exists():
        aside.rename(folder)
    return outcome


def _two_at_once(case: Case, new: Standing) -> Outcome:
    outcome = Outcome(case.name, "two at once")
    case.set_back()
    runs = [case.start() for _ in range(2)]
    for run in runs:
        said = "".join(run.communicate())
        if run.returncode and "another run" not in said and not _will_not_write_over(said):
            outcome.faults.append(f"ended with {run.returncode} and said: {said[-300:]}")
    outcome.stood.append(_which(case, case.before, new))
    if outcome.stood != ["new"] or case.left_over():
        outcome.faults.append(f"{outcome.stood[0]} stood there, and {case.left_over()}")
    return outcome


def _killed(case: Case, new: Standing, steps: int, kills: int) -> Outcome:
    outcome = Outcome(case.name, "kill -9")
    for number in range(kills):
        case.set_back()
        moment = 1 + number * (steps - 1) // max(kills - 1, 1)
        if case.cut(moment) != -9:
            outcome.faults.append(f"was not killed at step {moment} of {steps}")
        outcome.stood.append(_which(case, case.before, new))
        if outcome.stood[-1] not in ("old", "new", "each old or new"):
            outcome.faults.append(f"killed at step {moment} of {steps}: {outcome.stood[-1]}")
        status, said = case.run()
        if outcome.stood[-1] == "new" and _will_not_write_over(said):
            continue
        if status or _which(case, case.before, new) != "new" or case.left_over():
            outcome.faults.append(f"the run after a kill at step {moment}: {status}, {case.left_over()}, {said[-300:]}")
    return outcome


def _will_not_write_over(said: str) -> bool:
    """Some commands leave alone what stands there already, which another run may have just written."""
    return "not empty" in said or "is there already" in said


def _refused(case: Case, outcome: Outcome, status: int, said: str) -> None:
    """Nothing may have changed, and the message must say where and why."""
    _said_well(case, outcome, status, said, case.place)
    outcome.stood.append("old" if case.standing() == case.before else "something else")
    if outcome.stood[-1] != "old" or case.left_over():
        outcome.faults.append(f"{outcome.stood[-1]} stood there, and {case.left_over()}")


def _said_well(case: Case, outcome: Outcome, status: int, said: str, place: Path) -> None:
    # A path is shown as it stands from where the command was called, and either way it ends so.
    shown = place.relative_to(case.around.parent).as_posix()
    if status in (0, -9) or "Traceback" in said or shown not in said:
        outcome.faults.append(f"ended with {status} and said: {said[-600:]}")


def _which(case: Case, old: Standing, new: Standing) -> str:
    found = case.standing()
    if found == new or (old is not None and new is not None and found == {**_kept(old, new), **new}):
        return "new"
    if found == old:
        return "old"
    if found is None or old is None or new is None or case.steps == "files":
        return "nothing" if found is None else f"a part: {len(found)} files"
    torn = [name for name, content in found.items() if content not in (old.get(name), new.get(name))]
    lost = [name for name in old if name not in found]
    return f"torn or lost: {[*torn, *lost][:3]}" if torn or lost else "each old or new"


def _kept(old: Standing, new: Standing) -> dict[str, bytes]:
    """Somebody's own files beside those that are written."""
    return {name: content for name, content in (old or {}).items() if name not in (new or {}) and name == "mine.txt"}


@contextmanager
def _closed(*paths: Path) -> Iterator[None]:
    """Nobody may write here for a while."""
    modes = {path: path.stat().st_mode for path in paths if path.exists()}
    for path in modes:
        path.chmod(0o555)
    try:
        yield
    finally:
        for path, mode in modes.items():
            path.chmod(mode)


def _without_power_over_modes() -> None:
    """Root may write everywhere: taken from a program that is started now, as far as the system lets it be."""
    if os.geteuid() == 0 and sys.platform == "linux":
        drop, override = 24, 1  # PR_CAPBSET_DROP, CAP_DAC_OVERRIDE
        ctypes.CDLL(None).prctl(drop, override, 0, 0, 0)
