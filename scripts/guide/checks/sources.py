"""The inventory of the approved document against the guide: nothing dropped, nothing claimed twice by accident.

The book is kept twice on purpose: `source.yml` says what covers each item, and each step says which item it covers.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.model import Guide, SourceItem
from guide.problems import Problem, did_you_mean, each_cause_once
from guide.strict_yaml import Text

Claims = dict[str, list[tuple[str, Text]]]
"""For each source item: what claims to cover it, and the place where it says so."""


def check_sources(guide: Guide) -> Iterator[Problem]:
    """Items that nothing covers, claims on items that do not exist, and the two books where they differ."""
    claims: Claims = {}
    for covering, claim in claims_of(guide):
        claims.setdefault(str(claim), []).append((covering, claim))
    known = {item.id for item in guide.source}
    yield from _unknown(claims, known)
    for item in guide.source:
        yield from _covered(item, claims.get(item.id, []))
    yield from _abouts(guide, known)
    for note in guide.partnership.if_late:
        yield from _unknown({str(item): [("if_late", item)] for item in note.source}, known)


def _unknown(claims: Claims, known: set[str]) -> Iterator[Problem]:
    for item_id, claimed in claims.items():
        if item_id not in known:
            hint = did_you_mean(item_id, known, "add it to source.yml")
            message = f"source item {item_id} is not in source.yml"
            yield from each_cause_once(Problem(claim.place, "unknown-source", message, hint) for _, claim in claimed)


def _covered(item: SourceItem, claimed: list[tuple[str, Text]]) -> Iterator[Problem]:
    if not claimed:
        message = f"nothing in the guide covers source item {item.id} ({item.about})"
        yield Problem(item.about.place, "uncovered", message, f"write source: [{item.id}] on the step that says it")
        return
    covering = {one for one, _ in claimed}
    for expected in item.covered_by:
        if expected not in covering:
            message = f"{item.id} should be covered by '{expected}', which does not name it as its source"
            hint = f"write source: [{item.id}] there, or correct this line"
            yield Problem(expected.place, "not-covering", message, hint)
    for one, claim in claimed:
        if one not in item.covered_by:
            message = f"'{one}' claims {item.id}, which source.yml gives to {', '.join(item.covered_by)}"
            yield Problem(claim.place, "covered-twice", message, "correct one of the two files")


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
                yield Problem(
                    about.place,
                    "unknown-source",
                    message,
                    "write an item such as F1-06, a flowchart such as F4, or all",
                )
