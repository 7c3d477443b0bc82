"""Interrupts everything that writes, prints what stood there afterwards, and fails where that was no whole thing.

There are three kinds. What can go wrong on a disk is in `on_disk.py`; in what order a site may be uploaded, and what
a server or a device may do to the copy that a reader keeps, is in `in_browser.py`.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from fault_runs.runs import tried

ROW = "{:<26} {:<60} {:>5}  {}"


def main() -> int:
    """The exit status: 0 when the old whole thing or the new one stood there every time."""
    parser = argparse.ArgumentParser(prog="make fault-runs", description=__doc__)
    parser.add_argument("--only", default="", help="what has this in its name")
    parser.add_argument("--kills", type=int, default=12, help="moments at which each is killed")
    options = parser.parse_args()
    began, count, faults = time.monotonic(), 0, 0
    print(ROW.format("where", "what was planted", "times", "what was seen afterwards"))
    with TemporaryDirectory(prefix="fault-runs-") as folder:
        for outcome in tried(Path(folder).resolve(), options.only, options.kills):
            stood = ", ".join(f"{name} {times}" for name, times in Counter(outcome.stood).items())
            print(ROW.format(outcome.case, outcome.tried, len(outcome.stood), stood), flush=True)
            for fault in outcome.faults:
                print(f"    FAULT: {fault}", flush=True)
            count, faults = count + len(outcome.stood), faults + len(outcome.faults)
    minutes, seconds = divmod(round(time.monotonic() - began), 60)
    print(f"{count} times looked at in {minutes} min {seconds} s, {faults} faults")
    return 1 if faults or not count else 0


if __name__ == "__main__":
    sys.exit(main())
