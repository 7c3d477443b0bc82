"""Which runs there are, and how they are done beside one another."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from fault_runs.cases import NAMES, case_of
from fault_runs.in_browser import COPY, UPLOAD, Versions, copy, two_versions, upload
from fault_runs.on_disk import Outcome, outcomes
from upload_orders.orders import orders
from upload_orders.planted import PLANTED

Run = Callable[[Path], list[Outcome]]
"""What is tried in a folder of its own, beside others."""


def on_disk(name: str, kills: int, folder: Path) -> list[Outcome]:
    """One command that writes, or the site."""
    return list(outcomes(case_of(name, folder), kills))


def in_browser(try_it: Callable[..., Outcome], number: int, versions: Versions, folder: Path) -> list[Outcome]:
    """One order of an upload, or one fault planted in what the copy is made from."""
    return [try_it(number, versions, folder)]


def runs(folder: Path, only: str, kills: int) -> Iterator[Run]:
    """All that have `only` in their name, in the order of the table."""
    yield from (partial(on_disk, name, kills) for name in NAMES if only in name)
    named = [(f"{UPLOAD}: {order.name}", upload, number) for number, order in enumerate(orders(()))]
    named += [(f"{COPY}: {fault.what}", copy, number) for number, fault in enumerate(PLANTED)]
    wanted = [(try_it, number) for name, try_it, number in named if only in name]
    versions = two_versions(folder) if wanted else {}
    yield from (partial(in_browser, try_it, number, versions) for try_it, number in wanted)


def tried(folder: Path, only: str, kills: int) -> Iterator[Outcome]:
    """The runs, as many at a time as this machine has processors: most of each is waiting for a disk or a browser."""
    begun = multiprocessing.get_context("spawn")  # a browser's driver does not survive a fork
    with ProcessPoolExecutor(os.cpu_count(), mp_context=begun) as pool:
        every = enumerate(runs(folder, only, kills))
        asked = [pool.submit(run, _made(folder / f"run-{number}")) for number, run in every]
        for answer in asked:
            yield from answer.result()


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder
