"""All checks in their order: what a guide must keep, and what forbids showing it on a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from guide.checks.actors import check_actors
from guide.checks.anchors import check_anchors
from guide.checks.brand import check_brand
from guide.checks.calendars import check_calendars, check_official_age
from guide.checks.contacts import check_contacts, check_contacts_age
from guide.checks.currency import check_currency
from guide.checks.examples import check_examples
from guide.checks.hardened import check_hardened
from guide.checks.journeys import check_asked_in_vain, check_journeys, check_single_steps
from guide.checks.lists import check_lists
from guide.checks.nationals import check_nationals
from guide.checks.pairs import check_pairs
from guide.checks.proofs import check_proofs
from guide.checks.readings import check_readings
from guide.checks.references import check_references
from guide.checks.routes import check_routes
from guide.checks.second_reading import check_reading_standing, check_second_reading
from guide.checks.sources import check_sources
from guide.checks.statements import check_filled_in, check_statements
from guide.checks.timing import check_timing
from guide.checks.unproved import check_unproved
from guide.checks.versions import check_rules, check_versions
from guide.checks.wording import check_wording
from guide.model import Guide
from guide.problems import Problem

WHATEVER_LEADS_NOWHERE = (
    check_actors, check_routes, check_sources, check_wording, check_hardened, check_lists, check_statements,
    check_contacts, check_anchors, check_versions, check_brand,
)  # fmt: skip
"""The checks that an id which leads nowhere does not disturb."""
SECOND_STATEMENTS = (check_nationals, check_pairs, check_readings, check_single_steps, check_asked_in_vain)
"""The checks that hold one statement against another; they run where all else is right, so that a mistake which shows
in both is told once, as what it is."""

FOLLOWS = {
    "unknown-step": ("number", "covered-twice", "not-covering"), "unknown-form": ("form-code",),
    "unknown-anchor": ("form-code",),
}  # fmt: skip
"""What is told of the words around an id that leads nowhere, only because it leads nowhere."""


def problems_by_check(guide: Guide) -> dict[str, list[Problem]]:
    """What each check finds in a guide that was read, by the check's name; a check that could not run is left out.

    The later checks follow ids from place to place, so they run on whatever the first one left standing:
    a dangling id is reported once, as what it is. Proofs need every date to be countable, so they come last of all.
    """
    found: dict[str, list[Problem]] = {}

    def run(*checks: Callable[[Guide], Iterable[Problem]]) -> list[Problem]:
        found.update({check.__name__: list(check(guide)) for check in checks})
        return [problem for check in checks for problem in found[check.__name__]]

    first = run(check_references, check_calendars, *WHATEVER_LEADS_NOWHERE)
    left_out = {code for problem in first for code in FOLLOWS.get(problem.code, ())}
    found.update({name: [one for one in told if one.code not in left_out] for name, told in found.items()})
    if any(problem.code == "unknown-procedure" for problem in first):
        missing = [problem for problem in first if problem.code in ("unknown-procedure", "file-name")]
        return {check_references.__name__: missing}  # whatever speaks of its steps and rules would be told as wrong
    if not any(problem.code.startswith(("unknown-", "duplicate-")) for problem in first):
        uncountable = run(check_timing)
        run(check_journeys)
        if not any(problem.code == "no-clock" for problem in uncountable):
            run(check_second_reading)
        if not found["check_calendars"]:  # a wrong calendar moves the dates of many examples, and is told once
            run(check_examples)
        if not uncountable:
            run(check_proofs)
        if not any(found.values()) and not run(*SECOND_STATEMENTS):
            run(check_unproved, check_rules)  # only rules that are right are worth an example, and their digits
    return found


def check_guide(guide: Guide) -> list[Problem]:
    """Every problem of a guide that was read, in the order of the files."""
    return sorted({problem for one in problems_by_check(guide).values() for problem in one})


def publication_by_check(guide: Guide, today: int, *, production: bool) -> dict[str, list[Problem]]:
    """All that forbids showing a guide `today`, by the check that finds it; in `production` also what only the body
    that publishes it can say."""
    found = problems_by_check(guide) | {check_currency.__name__: list(check_currency(guide, today))}
    return found | ({check_filled_in.__name__: list(check_filled_in(guide))} if production else {})


def check_publication(guide: Guide, today: int, *, production: bool) -> list[Problem]:
    """All that forbids showing a guide `today`."""
    by_check = publication_by_check(guide, today, production=production)
    return [problem for one in by_check.values() for problem in one]


def check_warnings(guide: Guide, today: int) -> list[Problem]:
    """What is told `today` and stops nothing, for it may be right."""
    return sorted({*check_official_age(guide), *check_contacts_age(guide, today), *check_reading_standing(guide)})
