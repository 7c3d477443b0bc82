"""What the browser tells a screen reader of all that takes the focus: what it is, its name, whether it is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from playwright.sync_api import Page

FOR_MACHINES = re.compile(r"\b(?:undefined|null|NaN|None)\b|\[object|^[a-z0-9]+(?:-[a-z0-9]+){2,}$")
HOLDERS = {"generic", "list", "none"}
"""What takes the focus only when a link leads there, or when it scrolls, and then says what is in it."""


class Stop(NamedTuple):
    """Something that takes the focus."""

    role: str
    name: str
    wrong: bool
    """Whether it says that what stands in it is wrong."""


def stops(page: Page) -> list[Stop]:
    """Everything on the page as it stands that takes the focus, as the browser's own tree for such readers has it."""
    session = page.context.new_cdp_session(page)
    try:
        nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    finally:
        session.detach()
    return list(_stops_of(nodes))


def faults_in_names(stops: list[Stop]) -> list[str]:
    """Which of them are called nothing, or by a word that is for machines."""
    nameless = [f"a {stop.role} has no name" for stop in stops if not stop.name]
    return nameless + [f"a {stop.role} is called “{stop.name}”" for stop in stops if FOR_MACHINES.search(stop.name)]


def wrong(stops: list[Stop]) -> list[str]:
    """The names of those that say they are wrong."""
    return [stop.name for stop in stops if stop.wrong]


def _stops_of(nodes: list[dict[str, Any]]) -> Iterator[Stop]:
    for node in nodes:
        told = {one["name"]: one["value"].get("value") for one in node.get("properties", ())}
        role = str(node.get("role", {}).get("value"))
        if told.get("focusable") and not node["ignored"] and role not in HOLDERS:
            name = str(node.get("name", {}).get("value", "")).strip()
            yield Stop(role, name, told.get("invalid", "false") != "false")
