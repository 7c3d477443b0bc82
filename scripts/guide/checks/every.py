"""All checks in their order: what a guide must keep, and what forbids showing it on a day."""

from __future__ import annotations

from guide.checks.anchors import check_anchors
from guide.checks.calendars import check_calendars, check_official_age
from guide.checks.currency import check_currency
from guide.checks.examples import check_examples
from guide.checks.hardened import check_hardened
from guide.checks.journeys import check_journeys
from guide.checks.proofs import check_proofs
from guide.checks.references import check_references
from guide.checks.routes import check_routes
from guide.checks.second_reading import check_reading_standing, check_second_reading
from guide.checks.sources import check_sources
from guide.checks.statements import check_filled_in, check_statements
from guide.checks.timing import check_timing
from guide.checks.versions import check_rules, check_versions
from guide.checks.wording import check_wording
from guide.model import Guide
from guide.problems import Problem

WHATEVER_LEADS_NOWHERE = (
    check_routes, check_sources, check_wording, check_hardened, check_statements, check_anchors, check_versions,
)  # fmt: skip
"""The checks that an id which leads nowhere does not disturb."""


def check_guide(guide: Guide) -> list[Problem]:
    """Every problem of a guide that was read, in the order of the files.

    The later checks follow ids from place to place, so they run on whatever the first one left standing:
    a dangling id is reported once, as what it is. Proofs need every date to be countable, so they come last of all.
    """
    of_calendars = list(check_calendars(guide))
    problems = [*check_references(guide), *of_calendars]
    dangling = any(problem.code.startswith(("unknown-", "duplicate-")) for problem in problems)
    for check in WHATEVER_LEADS_NOWHERE:
        problems.extend(check(guide))
    if not dangling:
        uncountable = list(check_timing(guide))
        problems.extend([*uncountable, *check_journeys(guide), *check_second_reading(guide)])
        if not of_calendars:  # a wrong calendar moves the dates of many examples, and is told once
            problems.extend(check_examples(guide))
        if not uncountable:
            problems.extend(check_proofs(guide))
        if not problems:  # only rules that are right are worth their digits
            problems.extend(check_rules(guide))
    return sorted(set(problems))


def check_publication(guide: Guide, today: int, *, production: bool) -> list[Problem]:
    """All that forbids showing a guide `today`; in `production` also what only the body that publishes it can say."""
    return [*check_guide(guide), *check_currency(guide, today), *(check_filled_in(guide) if production else ())]


def check_warnings(guide: Guide) -> list[Problem]:
    """What is told and stops nothing, for it may be right."""
    return sorted({*check_official_age(guide), *check_reading_standing(guide)})
