"""The version of a guide: the same wherever it stands, with its days in order and the rules that it was made with."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from guide.calendars import days
from guide.dates import rules_digest
from guide.model import NOT_RECORDED, Guide
from guide.problems import Problem

LONGEST_REVIEW = 3
"""The most years from the day a guide is in force to its review: what is further off is a slip of the pen."""


def check_versions(guide: Guide) -> Iterator[Problem]:
    """Versions and days that contradict one another, in `partnership.yml` and `changes.yml`."""
    partnership = guide.partnership
    in_force = days.parse(partnership.in_force_from)
    if days.parse(partnership.review_by) > days.months_after(in_force, 12 * LONGEST_REVIEW):
        holds = f"{partnership.in_force_from}, the day from which the guide holds"
        message = f"the review date {partnership.review_by} lies over {LONGEST_REVIEW} years after {holds}"
        hint = "correct one of the two: a guide that nobody looks at again goes out of date unseen"
        yield Problem(partnership.review_by.place, "review-date", message, hint)
    if guide.changes and guide.changes[0].version != partnership.version:
        newest = guide.changes[0].version
        message = f"the guide has the version {partnership.version}, and the newest entry of changes.yml is {newest}"
        hint = f"write what {partnership.version} changed at the top of changes.yml, or correct the version"
        yield Problem(partnership.version.place, "version", message, hint)
    yield from _order(guide)


def _order(guide: Guide) -> Iterator[Problem]:
    seen: set[str] = set()
    for newer, older in pairwise(guide.changes):
        if older.on > newer.on:
            message = f"version {older.version} stands below version {newer.version}, and its day is later"
            yield Problem(older.on.place, "version", message, "put the newest first, or correct one of the two days")
    for change in guide.changes:
        if change.version in seen:
            message = f"version {change.version} has a second entry"
            yield Problem(change.version.place, "version", message, "make one entry of the two, or correct the version")
        seen.add(change.version)


def check_rules(guide: Guide) -> Iterator[Problem]:
    """Versions that do not say which rules they had, and rules that are not those of the newest version. Needs
    deadlines that can be counted."""
    if not guide.changes:
        return
    newest, digest = guide.changes[0], rules_digest(guide)
    line = f'rules: "{digest}"'
    if newest.rules is None or newest.rules == NOT_RECORDED:
        message = f"version {newest.version} does not say which rules it has"
        place = newest.version.place if newest.rules is None else newest.rules.place
        yield Problem(place, "rules", message, f"add this line to its entry: {line}")
    elif newest.rules != digest:
        message = f"what decides dates is no longer what it was in version {newest.version}"
        hint = f"if dates were meant to move, write a new entry that says so; the line of the entry is {line}"
        yield Problem(newest.rules.place, "rules", message, hint)
    yield from _older_rules(guide)


def _older_rules(guide: Guide) -> Iterator[Problem]:
    """Older versions without their digits: no program can work them out again, so all of them are one problem."""
    silent = [change.version for change in guide.changes[1:] if change.rules is None]
    if silent:
        one, several = f"version {silent[0]} does not say which rules it had", ", ".join(silent)
        message = one if len(silent) == 1 else f"the versions {several} do not say which rules they had"
        hint = (
            "copy the line rules: of each from changes.yml as it was published then; where nobody kept it, write "
            f"rules: {NOT_RECORDED}"
        )
        yield Problem(silent[0].place, "rules", message, hint)
