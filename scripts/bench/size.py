"""What a procedure costs in a small guide and in a large one: to read it, to check it, to draw and check its charts."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from bench.generated import write_guide
from guide.checks import check_guide
from guide.flowcharts import check_drawings
from guide.model import Guide
from guide.problems import Problem
from guide.reading import read_guide

SIZES = (10, 100, 300, 1000)
PARTS: tuple[Callable[[Guide], Iterable[Problem]], ...] = (check_guide, check_drawings)


def costs() -> Iterator[str]:
    """A heading, and a line for each size with the milliseconds of processor time that each part takes a procedure."""
    yield f"{'procedures':>10}{'read':>10}{'check':>10}{'drawings':>10}{'together':>10}   ms a procedure"
    for size in SIZES:
        with tempfile.TemporaryDirectory() as place:
            each = [seconds * 1000 / size for seconds in _spent(write_guide(Path(place) / "procedures", size))]
        yield f"{size:10,}" + "".join(f"{one:10.1f}" for one in [*each, sum(each)])


def _spent(folder: Path) -> Iterator[float]:
    """Seconds of processor time for reading a folder and for each part after it. Raises ValueError for a problem."""
    began = time.process_time()
    guide = read_guide(folder)
    yield time.process_time() - began
    for part in PARTS:
        began = time.process_time()
        if problems := list(part(guide)):
            raise ValueError(f"a generated guide has problems: {problems[0]}")
        yield time.process_time() - began
