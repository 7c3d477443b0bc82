"""The inventory of the approved document against the guide: nothing dropped, nothing claimed twice by accident.

The book is kept twice on purpose: `source.yml` says what covers each item, and each step says which item it covers.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from guide.problems import Problem
from guide.reading import Guide
from guide.source_text import Text


def check_sources(guide: Guide) -> Iterator[Problem]:
    """Items that nothing covers, claims on items that do not exist, and the two books where they differ."""
    claims = dict[str, list[tuple[str, Text]]]()
    for covering, item in claims_of(guide):
        claims.setdefault(item, []).append((covering, item))
    known = {item.id: item for item in guide.source}
    for item_id, claimed in claims.items():
        if item_id not in known:
            near = next(iter(difflib.get_close_matches(item_id, list(known), 1, 0.5)), "")
            hint = f"did you mean {near}?" if near else "add it to source.yml"
            for _, place in claimed:
                yield Problem(place.place, "unknown-source", f"source item {item_id} is not in source.yml", hint)
    for item in guide.source:
        claimed = claims.get(item.id, [])
        by = {covering for covering, _ in claimed}
        if not claimed:
            message = f"nothing in the guide covers source item {item.id} ({item.about})"
            hint = f"write source: [{item.id}] on the step that says it"
            yield Problem(item.about.place, "uncovered", message, hint)
            continue
        for expected in item.covered_by:
            if expected not in by:
                message = f"{item.id} should be covered by '{expected}', which does not name it as its source"
                yield Problem(expected.place, "not-covering", message, f"write source: [{item.id}] there, or correct this line")
        for covering, place in claimed:
            if covering not in item.covered_by:
                message = f"'{covering}' claims {item.id}, which source.yml gives to {', '.join(item.covered_by)}"
                yield Problem(place.place, "covered-twice", message, "correct one of the two files")
    yield from _abouts(guide, set(known))


def claims_of(guide: Guide) -> Iterator[tuple[str, Text]]:
    """Every (what covers it, source item) that the procedures write."""
    for procedure in guide.procedures:
        yield from ((str(procedure.id), item) for item in procedure.starts_source)
        for entry in procedure.entries:
            yield from ((str(entry.entry_id), item) for item in entry.source)


def _abouts(guide: Guide, known: set[str]) -> Iterator[Problem]:
    flowcharts = {f"F{procedure.flowchart}" for procedure in guide.procedures}
    for question in guide.questions:
        for about in question.about:
            if about not in known and about not in flowcharts and about != "all":
                message = f"the question is about '{about}', which is not a source item"
                yield Problem(about.place, "unknown-source", message, "write an item such as F1-06, a flowchart such as F4, or all")
