"""All that `guide check` finds in a guide that was read, by the check that finds it: the one entry to every check."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from guide.checks import publication_by_check
from guide.model import Guide
from guide.print import check_surfaces
from guide.problems import Problem

LAST = "check_surfaces"
"""The name under which letters, drawings and addresses are told, which are looked at where all else is right."""


@dataclass(frozen=True)
class Findings:
    """What was found, and what could not be looked at."""

    by_check: Mapping[str, list[Problem]]
    """The problems by the name of the check; a check that could not run is left out."""
    undrawn: str = ""
    """Why the drawings were not looked at, if they were not."""

    @property
    def problems(self) -> list[Problem]:
        """All of them, in the order of the files."""
        return sorted({problem for one in self.by_check.values() for problem in one})


def findings_of(
    guide: Guide, today: int, *, production: bool = False, but: Collection[str] = (), addresses: bool = True
) -> Findings:
    """Runs every check as `guide check` does. What the checks named in `but` find is left out, as if it were right.

    Who renders the pages next leaves out their `addresses`, which `render` looks at.
    """
    found = publication_by_check(guide, today, production=production)
    found = {name: problems for name, problems in found.items() if name not in but}
    if any(found.values()):
        return Findings(found)
    problems, undrawn = check_surfaces(guide, addresses=addresses)
    return Findings(found | {LAST: problems}, undrawn)
