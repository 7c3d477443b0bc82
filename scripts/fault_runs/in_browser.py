"""What can go wrong between a server and the offline copy: orders of an upload, and what is not the site."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import Browser, expect

from fault_runs.case import ROOT
from fault_runs.on_disk import Outcome
from local_site import chromium
from upload_orders.editions import Host, files_of, list_again, listed, newer
from upload_orders.orders import orders
from upload_orders.planted import PLANTED, Planted
from upload_orders.readers import AGAIN, NO_COPY, NOT_RENEWED, OFFER, Reader
from upload_orders.trial import faults, tried

UPLOAD = "upload"
COPY = "offline copy"
OF_THE_SERVER = "what the server lists"
PATIENCE = 30_000
"""Milliseconds until it is said that a page does not show something."""
Versions = Mapping[str, Path]
"""`old` and `new`: two whole sites."""


def two_versions(folder: Path) -> Versions:
    """The site as it is built, and one made later in which every page, script and style differs."""
    old = folder / "old"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(old)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"The site does not build:\n{done.stdout}{done.stderr}")
    return {"old": old, "new": newer(old, folder / "new", "a newer version")}


def upload(number: int, versions: Versions, folder: Path) -> Outcome:
    """What readers had at each moment of one order: who came with a copy, and who came anew."""
    paths = {path for site in versions.values() for path in files_of(site)}
    order = list(orders(paths))[number]
    with chromium() as browser:
        moments = tried(order, browser, dict(versions), folder / "site")
    outcome = Outcome(UPLOAD, order.name, faults=list(faults(order, moments)))
    for moment in moments:
        outcome.stood += [*moment.had, f"somebody new: {moment.newcomer}"]
    return outcome


def copy(number: int, versions: Versions, folder: Path) -> Outcome:
    """What one fault did to somebody with a copy and to somebody new, and to the first once it was mended."""
    with chromium() as browser:
        return planted(PLANTED[number], browser, versions, folder / "site")


def planted(fault: Planted, browser: Browser, versions: Versions, site: Path) -> Outcome:
    """The old copy must stay whole, say from the next day on that it is not renewed, and be renewed when it can be."""
    shutil.copytree(versions["old"], site)
    host, outcome = Host(site), Outcome(COPY, fault.what)
    lists = {"old": listed(site)["files"]}
    reader = Reader(browser, host, lists)
    try:
        reader.look()
        fault.plant(host, versions["new"])
        outcome.stood += [_the_next_day(reader, fault), _somebody_new(browser, host, fault)]
        _mend(host, versions["new"])
        lists["new"] = listed(site)["files"]
        outcome.stood.append(_mended(reader, fault))
    finally:
        reader.close()
        host.down()
    wanted = ("old, and told", (f"somebody new: {NO_COPY}", f"somebody new: {OF_THE_SERVER}"), "mended: new")
    outcome.faults = [
        f"{fault.what}: {had}" for had, right in zip(outcome.stood, wanted, strict=True) if had not in right
    ]
    return outcome


def _the_next_day(reader: Reader, fault: Planted) -> str:
    """What somebody has who comes back with a copy, and whether they are told that it could not be renewed."""
    reader.leave_room(fault.room)
    reader.page.clock.set_fixed_time(datetime.now(UTC) + timedelta(days=1))
    reader.page.goto("/")
    told = _is_shown(reader, NOT_RENEWED)
    return f"{reader.has()}, and {'told' if told else 'NOT TOLD'}"


def _somebody_new(browser: Browser, host: Host, fault: Planted) -> str:
    """The server's own list may be whole, such as an older one: that is a copy like any other."""
    there = listed(host.site)["files"] if "sw.js" not in host.answers and "*" not in host.answers else {"sw.js": ""}
    somebody = Reader(browser, host, {OF_THE_SERVER: there})
    try:
        somebody.leave_room(fault.room)
        had = somebody.look()[-1]
        return f"somebody new: {had}" + (", and half of one" if had == NO_COPY and somebody.caches() else "")
    finally:
        somebody.close()


def _mend(host: Host, new: Path) -> None:
    """The whole of a later version, from a server that is well."""
    host.answers.clear()
    shutil.copytree(new, host.site, dirs_exist_ok=True)
    list_again(host.site, int(listed(new)["made"]) + 1)


def _mended(reader: Reader, fault: Planted) -> str:
    if fault.room is not None:
        reader.leave_room(None)
    reader.page.evaluate(AGAIN)
    if not _is_shown(reader, OFFER):
        return "mended: no new version is offered"
    if reader.page.get_by_text(NOT_RENEWED).is_visible():
        return "mended: it still says that it is not renewed"
    with reader.page.expect_navigation():
        reader.page.get_by_role("button", name=OFFER).click()
    return f"mended: {reader.has()}"


def _is_shown(reader: Reader, words: str) -> bool:
    try:
        expect(reader.page.get_by_text(words)).to_be_visible(timeout=PATIENCE)
    except AssertionError:
        return False
    return True
