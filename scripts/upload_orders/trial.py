"""One order in which a new version is put over an old one: what readers had at each moment, and its faults."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser

from upload_orders.editions import Host, listed
from upload_orders.orders import Order
from upload_orders.readers import NO_COPY, Reader


class Moment(NamedTuple):
    """What readers had when a part had arrived."""

    arrived: str
    had: tuple[str, ...]
    """The reader who came with a copy: before and after taking what was offered, or the one that they kept."""
    newcomer: str
    """Somebody who opens the guide for the first time at this moment, and once more."""


def tried(order: Order, browser: Browser, versions: dict[str, Path], folder: Path) -> list[Moment]:
    """Every moment of one order."""
    shutil.copytree(versions[order.starts], folder)
    lists = {name: listed(site)["files"] for name, site in versions.items()}
    host = Host(folder)
    reader = Reader(browser, host, lists)
    try:
        moments = [_moment("at first", reader, browser, host)]
        for step in order.steps:
            host.put(versions.get(step.version, folder / "nothing"), step.paths)
            moments.append(_moment(step.what, reader, browser, host))
        return moments
    finally:
        reader.close()
        host.down()


def _moment(arrived: str, reader: Reader, browser: Browser, host: Host) -> Moment:
    newcomer = Reader(browser, host, reader.lists)
    try:
        return Moment(arrived, reader.look(), newcomer.look()[-1])
    finally:
        newcomer.close()


def faults(order: Order, moments: list[Moment]) -> Iterator[str]:
    """Where a reader had anything but one version whole, went back, or has the wrong one in the end."""
    whole = {"old", "new"}
    had = [version for moment in moments for version in moment.had]
    for moment in moments:
        if not whole.issuperset(moment.had) or moment.newcomer not in {*whole, NO_COPY}:
            yield f"{order.name}: at “{moment.arrived}” readers had {', '.join(moment.had)}; {moment.newcomer}"
    if "new" in had and "old" in had[had.index("new") :]:
        yield f"{order.name}: a reader went back to the old version"
    if had[-1] != order.ends:
        yield f"{order.name}: in the end the reader has {had[-1]}"
    if moments[-1].newcomer != order.steps[-1].version:
        yield f"{order.name}: in the end somebody new has {moments[-1].newcomer}"
