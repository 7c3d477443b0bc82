"""Puts a new version of the site over an old one in every order; fails where a reader ever has neither whole."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from playwright.sync_api import Browser

from local_site import chromium
from upload_orders.editions import Host, files_of, listed, newer
from upload_orders.orders import Order, brief, orders
from upload_orders.readers import NO_COPY, Reader

ROOT = Path(__file__).resolve().parents[2]


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


def table(order: Order, moments: list[Moment]) -> Iterator[str]:
    """The rows of one order."""
    yield f"{order.name}"
    for moment in moments:
        yield f"    {moment.arrived:18}{' → '.join(moment.had):16}{moment.newcomer}"


def main() -> int:
    """The exit status: 0 when every reader had one version whole at every moment."""
    parser = argparse.ArgumentParser(prog="python -m upload_orders", description=__doc__)
    parser.add_argument("--brief", action="store_true", help="one order of each kind")
    parser.add_argument("--site", type=Path, help="a built site; without it one is built")
    options = parser.parse_args()
    began, count = time.perf_counter(), 0
    print(f"{'what has arrived':22}{'a reader has':16}somebody new has")
    wrong: list[str] = []
    with TemporaryDirectory(prefix="upload-orders-") as made:
        for order, moments in every_order(Path(made), options.site, few=options.brief):
            print("\n".join(table(order, moments)), flush=True)
            wrong += faults(order, moments)
            count += 1
    seconds = round(time.perf_counter() - began)
    print("\n".join(wrong) or f"{count} orders in {seconds} s: one version whole, at every moment")
    return 1 if wrong else 0


def every_order(folder: Path, site: Path | None = None, *, few: bool = False) -> Iterator[tuple[Order, list[Moment]]]:
    """Every order, or one of each kind, and what readers had at its moments. Without a site one is built."""
    with chromium() as browser:
        old = site or _built(folder / "old")
        versions = {"old": old, "new": newer(old, folder / "new", "a newer version")}
        paths = {path for site in versions.values() for path in files_of(site)}
        for number, order in enumerate(brief(paths) if few else orders(paths)):
            yield order, tried(order, browser, versions, folder / f"site-{number}")
            shutil.rmtree(folder / f"site-{number}")


def _built(site: Path) -> Path:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"The site does not build:\n{done.stdout}{done.stderr}")
    return site


if __name__ == "__main__":
    sys.exit(main())
