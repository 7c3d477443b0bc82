"""A procedure as the rows of its one-page flowchart: a spine of boxes, with forks that leave it.

Every arrow is short. A branch that ends soon stands beside its decision or in a lane below it; a route that goes far
becomes a pointer ("go to step 4"), as on any printed flowchart.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from guide.flowcharts import drawn_of
from guide.model import AnyEntry, Decision, Guide, Note, Procedure, Route, Step
from guide.print.entries import Plain, entries_of

LONGEST_LANE = 3
"""A branch with more boxes than this goes on down the spine when no other branch does."""


@dataclass
class _Lane:
    """One answer of a decision and the boxes it leads through."""

    route: Route
    boxes: list[str] = field(default_factory=list)
    is_open: bool = False
    """It joins the rest of the flow instead of ending."""


def flow_page(guide: Guide, procedure: Procedure) -> list[Plain]:
    """The bands of the page, each with its title and its rail blocks: a deadline and the rows it holds for."""
    return _Page(guide, procedure).bands()


class _Page:
    def __init__(self, guide: Guide, procedure: Procedure) -> None:
        self.procedure = procedure
        self.plain = entries_of(guide, procedure)
        self.entry = {str(entry.entry_id): entry for entry in procedure.entries}
        self.routes = guide.routes[procedure.id]
        self.placed: set[str] = set()
        first = next(name for name, entry in self.entry.items() if _is_on_spine(entry))
        self.came_from: Route | None = Route("start", first, "next")
        """The route that leads from the last row to the next, if there is one."""

    def bands(self) -> list[Plain]:
        """Every band, in reading order; bands whose entries all stand in lanes above are left out."""
        bands = []
        for drawn in drawn_of(self.procedure):
            rows = [row for phase in drawn.phases for entry in phase.entries for row in self._rows(str(entry.entry_id))]
            if rows:
                bands.append({"title": drawn.title, "blocks": _blocks(rows)})
        return bands

    def _rows(self, name: str) -> list[Plain]:
        if name in self.placed:
            return []
        self.placed.add(name)
        entry = self.entry[name]
        if isinstance(entry, Note):
            return [self._row(name, "note")]
        if isinstance(entry, Step) and entry.alongside:
            # The main route passes it by, so what led to it still leads to the next row.
            return [self._row(name, "alongside") | {"passes": self.came_from is not None}]
        row = self._row(name, "box") | self._arrow_in(name)
        leaving = self._leaving(name)
        if isinstance(entry, Decision):
            return [row | {"layout": "fork"} | self._fork(leaving)]
        self.came_from = leaving[0] if leaving else None
        if self.came_from and not self._is_next(self.came_from):
            row["pointer"], self.came_from = self._pointer(self.came_from), None
        return [row]

    def _row(self, name: str, layout: str) -> Plain:
        entry = self.plain[name]
        return {"layout": layout, "entry": entry, "due": entry["due"], "pointer": None}

    def _arrow_in(self, name: str) -> Plain:
        came, self.came_from = self.came_from, None
        if came is None or came.target != name:
            return {"arrow": False, "answer": "", "inferred": False}
        return {"arrow": True, "answer": came.answer, "inferred": bool(came.inferred)}

    def _leaving(self, name: str) -> list[Route]:
        return [route for route in self.routes if route.source == name]

    def _is_next(self, route: Route) -> bool:
        """Whether the row below, apart from what stands alongside, is where the route leads."""
        waiting = (name for name, entry in self.entry.items() if name not in self.placed and _is_on_spine(entry))
        return next(waiting, "") == route.target

    def _fork(self, leaving: list[Route]) -> Plain:
        lanes = [self._lane(route) for route in leaving]
        spine = _spine_of(lanes)
        beside = [lane for lane in lanes if lane is not spine]
        for lane in beside:
            self.placed.update(lane.boxes)
        if spine and not self._is_next(spine.route):
            spine.boxes, spine.is_open = [], True
            beside, spine = lanes, None
        self.came_from = spine.route if spine else None
        is_aside = spine is not None and all(len(lane.boxes) <= 1 for lane in beside)
        return {
            "form": "aside" if is_aside else "lanes",
            "on": {"answer": spine.route.answer, "inferred": bool(spine.route.inferred)} if spine else None,
            "lanes": [self._drawn_lane(lane) for lane in beside],
        }

    def _lane(self, route: Route) -> _Lane:
        """Follows a branch through the entries that nothing else leads to."""
        lane = _Lane(route)
        on: Route | None = route
        while on is not None and on.kind in ("branch", "next"):
            entry = self.entry[on.target]
            arrivals = sum(1 for other in self.routes if other.target == on.target)
            if on.target in self.placed or on.target in lane.boxes or arrivals > 1 or isinstance(entry, Decision):
                lane.is_open = True
                break
            lane.boxes.append(on.target)
            on = next(iter(self._leaving(on.target)), None)
        return lane

    def _drawn_lane(self, lane: _Lane) -> Plain:
        last = next(iter(self._leaving(lane.boxes[-1])), None) if lane.boxes else lane.route
        return {
            "answer": lane.route.answer,
            "inferred": bool(lane.route.inferred),
            "boxes": [self.plain[name] | {"inferred": self._is_inferred(name)} for name in lane.boxes],
            "pointer": self._pointer(last) if last else None,
        }

    def _is_inferred(self, name: str) -> bool:
        return any(route.inferred for route in self.routes if route.target == name)

    def _pointer(self, route: Route) -> Plain:
        """Where a route goes that does not simply lead to the row below."""
        ways: list[Plain] = self.plain[route.source]["ways"]
        found = next((way for way in ways if way["answer"] == route.answer), None)
        if found is None:
            target = self.plain[route.target]
            number = f"step {target['number']}, " if target["number"] else ""
            found = {"kind": "next", "words": number + target["title"], "target": f"entry-{route.target}", "answer": "",
                     "href": f"#{route.target}", "question": 0}  # fmt: skip
        return found | {"inferred": bool(route.inferred)}


def _is_on_spine(entry: AnyEntry) -> bool:
    return entry.on_route


def _spine_of(lanes: list[_Lane]) -> _Lane | None:
    """The branch by which the flow goes on: the first that joins the rest, else a long one."""
    joining = next((lane for lane in lanes if lane.is_open), None)
    if joining:
        return joining
    longest = max(lanes, key=lambda lane: len(lane.boxes))
    return longest if len(longest.boxes) > LONGEST_LANE else None


def _blocks(rows: list[Plain]) -> list[Plain]:
    """Rows that share a deadline share one block of the rail."""
    blocks: list[Plain] = []
    for row in rows:
        due = _rail_of(row)
        if blocks and blocks[-1]["due"] == due:
            blocks[-1]["rows"].append(row)
        else:
            blocks.append({"due": due, "rows": [row]})
    return blocks


def _rail_of(row: Plain) -> dict[str, Any]:
    dues = [row["due"], *(box["due"] for lane in row.get("lanes", ()) for box in lane["boxes"])]
    stated = [due for due in dues if due["kind"] != "none"]
    if not stated:
        return {"kind": "none", "short": dues[0]["short"], "part": ""}
    if len(dues) > 1:
        for box in (box for lane in row["lanes"] for box in lane["boxes"]):
            box["tells"] = True
        return {"kind": "words", "short": "As each box says", "part": ""}
    return {"kind": stated[0]["kind"], "short": stated[0]["short"], "part": stated[0].get("part", "")}
