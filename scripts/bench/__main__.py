"""Prints answers a second with the wrong ones counted, and what guides of any size and the timeline page take.

`python -m bench PART …` prints those parts alone.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from bench.cases import LONGEST, cases
from bench.contestants import Result, results
from bench.drawing import SLOWER, drawing
from bench.scale import HEADING, PARTS, scale
from guide.checks import check_guide
from guide.model import Guide
from guide.pages import render
from guide.print import pdfs
from guide.publishing import read_origin
from guide.reading import read_guide

FOLDER = Path(__file__).resolve().parents[2] / "procedures"
HOW_MANY = 20_000


def main(only: list[str]) -> None:
    """The tables; timings of the guide are of processor time, those of the page are of the clock."""
    sections: Mapping[str, Callable[[], None]] = {
        "dates": _dates, "steps": _steps, **{part: partial(_scale, part) for part in PARTS}, "drawing": _drawing,
    }  # fmt: skip
    if unknown := [name for name in only if name not in sections]:
        raise SystemExit(f"there is no part {', '.join(unknown)}: the parts are {', '.join(sections)}")
    for name in only or sections:
        sections[name]()


def _dates() -> None:
    asked = cases(HOW_MANY)
    print(f"{HOW_MANY:,} random dates from 2012 to 2028 and up to {LONGEST} working days, half of them backwards,")
    print("against the bank holidays of England and Wales that GOV.UK published\n")
    print(f"{'':38}{'answers a second':>18}{'wrong':>9}{'of':>9}")
    for result in results(asked, read_guide(FOLDER).calendars["england-and-wales"]):
        print(_line(result), flush=True)


def _steps() -> None:
    print(f"\n{'the guide, in one process':38}{'processor time':>18}")
    for name, work in _costs(read_guide(FOLDER)):
        print(f"{name:38}{_seconds(work) * 1000:15,.0f} ms", flush=True)


def _scale(part: str) -> None:
    print(f"\n{HEADING}")
    for line in scale(part):
        print(line, flush=True)


def _drawing() -> None:
    print(f"\n{f'the timeline page, {SLOWER} times slowed':38}{'quickest':>18}{'usual':>14}")
    for name, quickest, usual in drawing():
        print(f"{name:38}{quickest:15,.0f} ms{usual:11,.0f} ms", flush=True)


def _line(result: Result) -> str:
    if result.why_not:
        return f"{result.name:38}  {result.why_not}"
    rate = result.asked / result.seconds if result.seconds else 0
    return f"{result.name:38}{_rounded(rate):>18}{result.wrong:9,}{result.asked:9,}"


def _rounded(rate: float) -> str:
    """Two digits say all that a timing can say."""
    digits = max(len(str(int(rate))) - 2, 0)
    return f"{round(rate, -digits):,.0f}"


def _costs(guide: Guide) -> list[tuple[str, Callable[[], object]]]:
    origin = read_origin(FOLDER)
    costs: list[tuple[str, Callable[[], object]]] = [("read", lambda: read_guide(FOLDER))]
    try:
        from guide.proofs import sweep_of
    except ImportError:
        pass
    else:
        # A guide that was read anew: the sweep keeps its last answer.
        fresh = read_guide(FOLDER)
        costs.append(("sweep every start date", lambda: sweep_of(fresh)))
    again = read_guide(FOLDER)
    costs.append(("check, with all proofs", lambda: check_guide(again)))
    costs.append(("render every page and drawing", lambda: render(guide, origin)))
    costs.append(("print every PDF", lambda: pdfs(guide, origin)))
    return costs


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


if __name__ == "__main__":
    main(sys.argv[1:])
