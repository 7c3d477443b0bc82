"""Interrupts everything that writes, prints what stood there afterwards, and fails where that was no whole thing.

There are two kinds. What can go wrong on a disk is in `on_disk.py`; in what order a site may be uploaded, and what a
reader of it has at each moment, is in `scripts/upload_orders/`.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from fault_runs.cases import cases
from fault_runs.on_disk import Outcome, outcomes
from upload_orders.__main__ import every_order
from upload_orders.__main__ import faults as order_faults

ROW = "{:<26} {:<18} {:>5}  {}"


def on_disk(folder: Path, only: str, kills: int) -> Iterator[Outcome]:
    """Every command that writes, and the site."""
    for case in cases(folder, only):
        yield from outcomes(case, kills)


def uploads(folder: Path, only: str, _: int) -> Iterator[Outcome]:
    """Every order in which the files of a new version may reach a server: what somebody with a copy had each time."""
    if only and only not in UPLOAD:
        return
    for order, moments in every_order(folder):
        outcome = Outcome(UPLOAD, order.name)
        outcome.stood = [had for moment in moments for had in moment.had]
        outcome.faults = list(order_faults(order, moments))
        yield outcome


UPLOAD = "uploads"
KINDS: Mapping[str, Callable[[Path, str, int], Iterator[Outcome]]] = {"disk": on_disk, "uploads": uploads}


def main() -> int:
    """The exit status: 0 when the old whole thing or the new one stood there every time."""
    parser = argparse.ArgumentParser(prog="make fault-runs", description=__doc__)
    parser.add_argument("--only", default="", help="what has this in its name")
    parser.add_argument("--kills", type=int, default=12, help="moments at which each is killed")
    options = parser.parse_args()
    began, tried, faults = time.monotonic(), 0, 0
    print(ROW.format("what writes", "what was tried", "times", "what stood there afterwards"))
    for kind in KINDS.values():
        with TemporaryDirectory(prefix="fault-runs-") as folder:
            for outcome in kind(Path(folder).resolve(), options.only, options.kills):
                stood = ", ".join(f"{name} {times}" for name, times in Counter(outcome.stood).items())
                print(ROW.format(outcome.case, outcome.tried, len(outcome.stood), stood), flush=True)
                for fault in outcome.faults:
                    print(f"    FAULT: {fault}", flush=True)
                tried, faults = tried + len(outcome.stood), faults + len(outcome.faults)
    minutes, seconds = divmod(round(time.monotonic() - began), 60)
    print(f"{tried} runs in {minutes} min {seconds} s, {faults} faults")
    return 1 if faults or not tried else 0


if __name__ == "__main__":
    sys.exit(main())
