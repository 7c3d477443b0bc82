"""The drawings, read back: each box by what it links to, and the arrows by the check that every build makes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from guide.flowcharts.drawn import check_drawings
from guide.model import NOT_STATED, Decision, Guide, Note, On, Step, Within
from surfaces import markup, meant
from surfaces.compared import Compared, Surface
from surfaces.dates_apart import day_said, sooner_of
from surfaces.paper import packed
from surfaces.written import Written

LONGEST_WHEN = 24
"""Characters of a deadline that a box has room for; a longer one stands in the list alone."""


def read(guide: Guide, written: Written) -> Iterator[Compared]:
    for procedure in guide.procedures:
        boxes = list(_boxes(written.page(f"procedures/{procedure.id}")))
        for entry in procedure.entries:
            name = str(entry.entry_id)
            mine = [said for link, said in boxes if link == name]
            titled = [said for said in mine if packed(entry.title) in said]
            if not isinstance(entry, Note):  # what nobody does at a given point is told by the list alone
                yield Compared(name, "title", bool(titled), True)
            if isinstance(entry, Step):
                numbers = {_number(said) for said in titled}
                yield Compared(name, "number", str(guide.numbers[name]) in numbers, True)
                when = meant.short(entry) if isinstance(entry.due, Within | On) else ""
                when = next((meant.up(day_said(one)) for one in sooner_of(guide, name)), when)
                when = packed(when) if len(when) <= LONGEST_WHEN else ""
                yield Compared(name, "when", any(when in said for said in titled), True)
            if isinstance(entry, Step | Decision) and entry.who[0] != NOT_STATED:
                who = packed(meant.shorts(guide, entry.who)[0])
                yield Compared(name, "who", any(who in said for said in titled), True)
    told = [problem.message for problem in check_drawings(guide) if " px " not in problem.message]
    yield Compared("drawings", "arrows", told, [])


def _boxes(page: Element) -> Iterator[tuple[str, str]]:
    """Each box that leads to an entry of this page, with its words."""
    for drawing in (one for one in page.iter() if one.tag.endswith("svg")):
        for link in (one for one in drawing.iter() if one.tag.endswith("a") and one.get("href", "").startswith("#")):
            yield link.get("href", "")[1:], packed(markup.words(link))


def _number(said: str) -> str:
    found = re.match(r"\d+", said)
    return found[0] if found else ""


SURFACE = Surface("drawing", "Drawings of procedures", ("title", "number", "when", "who", "arrows"), read)
