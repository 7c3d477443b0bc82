"""A blank timeline to fill in with a pen: every working day of a journey as a line with room for its date."""

from __future__ import annotations

from collections.abc import Iterator

from guide.dates import Plan, plan_of
from guide.model import Guide, Journey
from guide.print.book import calendars_of
from guide.print.entries import Plain, entries_of

LONGEST_LADDER = 40
"""With more working days than this, only the days on which something is due get a line."""


def ladders_of(guide: Guide) -> Plain:
    """One sheet for each set of procedures that has a date to work out, and the bank holidays to count with."""
    journeys: dict[tuple[str, ...], list[str]] = {}
    for name, journey in guide.journey.items():
        journeys.setdefault(tuple(map(str, journey.procedures)), []).append(name)
    sheets = [_sheet(guide, names) for names in journeys.values()]
    return {
        "sheets": [sheet for sheet in sheets if sheet["ladders"] or sheet["others"]],
        "calendars": calendars_of(guide),
    }


def _sheet(guide: Guide, names: list[str]) -> Plain:
    journeys = [guide.journey[name] for name in names]
    plan = plan_of(guide, names[0])
    steps = _steps(guide, names[0])
    places = _places(plan)
    anchors = [anchor for anchor in plan.anchors if any(start == anchor for start, _, _ in places.values())]
    return {
        "title": str(journeys[0].title),
        "about": str(journeys[0].about),
        "dates": _dates(guide, journeys, plan),
        "ladders": [_ladder(guide, plan, anchor, places, steps) for anchor in anchors],
        "others": list(_others(plan, places, steps)),
        "untimed": [steps[step.id] for step in plan.steps if step.rule is None],
    }


def _steps(guide: Guide, name: str) -> dict[str, Plain]:
    """The entries of a journey by id, each with the number of its flowchart."""
    return {
        entry: plain | {"flowchart": procedure.flowchart}
        for procedure in guide.procedures_of(name)
        for entry, plain in entries_of(guide, procedure).items()
    }


def _dates(guide: Guide, journeys: list[Journey], plan: Plan) -> list[Plain]:
    """The dates to write down first, the ones a journey must have before those it may have."""
    asked = [anchor for journey in journeys for anchor in journey.asks]
    offered = [anchor for journey in journeys for anchor in journey.may_ask]
    known = guide.partnership.anchors
    return [
        {"asks": str(known[anchor].asks), "gives": str(known[anchor].gives or "") if anchor not in asked else ""}
        for anchor in dict.fromkeys((*asked, *offered))
        if anchor in plan.anchors
    ]


def _places(plan: Plan) -> dict[str, tuple[str, int, int]]:
    """For each step counted in working days: its anchor and the numbers of its first and last day."""
    steps = {step.id: step for step in plan.steps}
    found: dict[str, tuple[str, int, int]] = {}
    for name in plan.evaluation:
        rule = steps[name].rule if name in steps else None
        if rule is None or rule.choose or rule.back or rule.clear or rule.unit != "working days":
            continue
        anchor, _, offset = found.get(rule.start, (rule.start, 0, 0))
        if anchor in plan.anchors:
            shift = offset - (1 if rule.with_the_day else 0)
            first = rule.number if rule.first is None else rule.first
            found[name] = (anchor, first + shift, rule.number + shift)
    return found


def _ladder(
    guide: Guide, plan: Plan, anchor: str, places: dict[str, tuple[str, int, int]], steps: dict[str, Plain]
) -> Plain:
    mine = {name: (first, last) for name, (start, first, last) in places.items() if start == anchor}
    end = max(last for _, last in mine.values())
    wanted = range(1, end + 1) if end <= LONGEST_LADDER else sorted({last for _, last in mine.values()})
    day_zero = next(said.day_zero for name, said in guide.partnership.anchors.items() if name == anchor)
    return {
        "day_zero": str(day_zero),
        "is_whole": end <= LONGEST_LADDER,
        "days": [
            {
                "number": day,
                "due": [steps[step.id] for step in plan.steps if mine.get(step.id, (0, 0))[1] == day],
                "going_on": [
                    {"title": steps[name]["title"], "until": last}
                    for name, (first, last) in mine.items()
                    if first <= day < last
                ],
            }
            for day in wanted
        ],
    }  # fmt: skip


def _others(plan: Plan, places: dict[str, tuple[str, int, int]], steps: dict[str, Plain]) -> Iterator[Plain]:
    """Dates that no ladder of working days shows: other units, counts back, the nation's rules, other readings."""
    for step in plan.steps:
        if step.rule and step.id not in places:
            yield {"words": step.rule.words, "step": steps[step.id], "kind": step.rule.kind, "says": ""}
        for other in step.alternatives:
            says = "National rule" if other.kind == "national" else "Another reading"
            yield {"words": other.rule.words, "step": steps[step.id], "kind": other.rule.kind, "says": says}
