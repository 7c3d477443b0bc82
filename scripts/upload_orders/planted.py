"""What may never enter the offline copy: faults in what a server sends and in the device that keeps it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from upload_orders.editions import LOGIN_PAGE, Host, listed, publish

PAGE = "glossary/"
"""The page in which those faults are that are of one file."""


def answered(status: int, content: bytes = LOGIN_PAGE, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """What a server says: see `Host.answers`."""
    return status, headers, content


def _old_pages_under_a_new_worker(host: Host, new: Path) -> None:
    host.put(new, ["sw.js"])


def _half_uploaded(host: Host, new: Path) -> None:
    host.put(new, ["sw.js", "index.html"])


def _cut_off(host: Host, new: Path) -> None:
    publish(host, "New")
    page = host.site / PAGE / "index.html"
    page.write_bytes(page.read_bytes()[:-1])


def _a_digest_broken(host: Host, new: Path) -> None:
    publish(host, "New")
    worker = host.site / "sw.js"
    digest = listed(host.site)["files"][PAGE]
    worker.write_text(worker.read_text("utf-8").replace(digest, digest[::-1]), "utf-8")


def _a_foreign_page(host: Host, new: Path) -> None:
    publish(host, "New")
    host.answers[PAGE] = answered(200)


def _a_log_in_page_for_everything(host: Host, new: Path) -> None:
    host.answers["*"] = answered(200)


def _led_elsewhere(host: Host, new: Path) -> None:
    """To a page that is the right one, at another address."""
    publish(host, "New")
    shutil.copytree(host.site / PAGE, host.site / "moved")
    host.answers[PAGE] = answered(302, b"", Location="/moved/")


def _one_missing(host: Host, new: Path) -> None:
    publish(host, "New")
    host.answers[PAGE] = answered(404)


def _the_right_page_called_missing(host: Host, new: Path) -> None:
    publish(host, "New")
    host.answers[PAGE] = answered(404, (host.site / PAGE / "index.html").read_bytes())


def _no_worker(host: Host, new: Path) -> None:
    host.answers["sw.js"] = answered(404)


def _a_foreign_worker(host: Host, new: Path) -> None:
    host.answers["sw.js"] = answered(200)


def _an_older_list(host: Host, new: Path) -> None:
    publish(host, "Older", later=-1)


def _no_room_on_the_device(host: Host, new: Path) -> None:
    publish(host, "New")


class Planted(NamedTuple):
    """One fault, and how it is called in a table."""

    what: str
    plant: Callable[[Host, Path], None]
    """Does it to a server that has the old version; the new one is in the folder."""
    room: int | None = None
    """So many bytes are left on the device of whoever reads."""


PLANTED = (
    Planted("old pages under a new worker", _old_pages_under_a_new_worker),
    Planted("half of the pages uploaded", _half_uploaded),
    Planted("a page cut off", _cut_off),
    Planted("a digest broken", _a_digest_broken),
    Planted("200 with a foreign page", _a_foreign_page),
    Planted("200 with a log-in page for everything", _a_log_in_page_for_everything),
    Planted("302 to the right page elsewhere", _led_elsewhere),
    Planted("404 of one file", _one_missing),
    Planted("404 with the right page", _the_right_page_called_missing),
    Planted("404 of the worker", _no_worker),
    Planted("200 with a foreign worker", _a_foreign_worker),
    Planted("an older list", _an_older_list),
    Planted("a full cache", _no_room_on_the_device, room=1),
)
