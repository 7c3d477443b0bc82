"""Prints answers a second with the wrong ones counted, and what guide and timeline page take."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from bench.cases import LONGEST, cases
from bench.contestants import Result, results
from bench.drawing import SLOWER, drawing
from bench.size import costs
from guide.checks import check_guide
from guide.model import Guide
from guide.pages import render
from guide.print import pdfs
from guide.publishing import read_origin
from guide.reading import read_guide

FOLDER = Path(__file__).resolve().parents[2] / "procedures"
HOW_MANY = 20_000


def main() -> None:
    """The tables; timings of the guide are of processor time, those of the page are of the clock."""
    guide = read_guide(FOLDER)
    asked = cases(HOW_MANY)
    print(f"{HOW_MANY:,} random dates from 2012 to 2028 and up to {LONGEST} working days, half of them backwards,")
    print("against the bank holidays of England and Wales that GOV.UK published\n")
    print(f"{'':38}{'answers a second':>18}{'wrong':>9}{'of':>9}")
    for result in results(asked, guide.calendars["england-and-wales"]):
        print(_line(result), flush=True)
    print(f"\n{'the guide':38}{'processor time':>18}")
    for name, work in _costs(guide):
        print(f"{name:38}{_seconds(work) * 1000:15,.0f} ms", flush=True)
    print("\nwhat a procedure of fifteen entries costs, by how many the guide has")
    for line in costs():
        print(line, flush=True)
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
    main()
