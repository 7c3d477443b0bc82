"""Prints every fault that no test noticed, and fails when one of them is not argued to change nothing."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from mutants import javascript_trial, python_faults, python_trial
from mutants.argued import ARGUED
from mutants.faults import NONE, SOURCES, Fault, Trial


def main() -> int:
    """The exit status: 0 when every fault was noticed or is argued."""
    parser = argparse.ArgumentParser(prog="make mutants", description=__doc__)
    parser.add_argument("--only", default="", help="a file name, such as counting.js")
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    began = time.perf_counter()
    python_trial.warm_up()
    with tempfile.TemporaryDirectory() as folder:
        known = python_trial.baseline(Path(folder))
    ended = list(_trials(known, options.only, options.processes))
    _print_table(ended)
    minutes, seconds = divmod(round(time.perf_counter() - began), 60)
    survived = [trial for trial in ended if trial.ending == "survived"]
    open_ones = [trial for trial in survived if trial.fault.key not in ARGUED]
    gone = [] if options.only else sorted(ARGUED.keys() - {trial.fault.key for trial in survived})
    print(f"{len(ended)} faults in {minutes} min {seconds} s: {len(survived)} survived, "
          f"{len(survived) - len(open_ones)} of them argued to change nothing")  # fmt: skip
    for key in gone:
        print(f"argued, but no longer a survivor: {key}")
    return 1 if open_ones or gone else 0


def _trials(known: python_trial.Baseline, only: str, processes: int) -> Iterator[Trial]:
    for path in SOURCES["python"]:
        if only in path.name:
            faults = python_faults.faults_of(path)
            yield from _told(python_trial.trials([*faults, Fault(path, NONE, 0, "", "", "")], known, processes))
    asked = javascript_trial.questions(known.answers)
    for path in SOURCES["javascript"]:
        if only in path.name:
            yield from _told(javascript_trial.trials(javascript_trial.faults_of(path), asked, processes))


def _told(trials: Iterator[Trial]) -> Iterator[Trial]:
    for trial in trials:
        if trial.fault.number == NONE:
            if trial.ending != "survived":
                raise RuntimeError(f"{trial.by} fails without a fault: something changed while this was running")
            continue
        if trial.ending == "survived" and trial.fault.key not in ARGUED:
            print(f"survived: {trial.fault}", flush=True)
        yield trial


def _print_table(ended: Sequence[Trial]) -> None:
    print(f"\n{'file':16}{'faults':>8}{'noticed':>9}{'hung':>6}{'survived':>10}")
    for name in dict.fromkeys(trial.fault.path.name for trial in ended):
        count = Counter(trial.ending for trial in ended if trial.fault.path.name == name)
        print(f"{name:16}{count.total():8}{count['noticed']:9}{count['hung']:6}{count['survived']:10}")


if __name__ == "__main__":
    sys.exit(main())
