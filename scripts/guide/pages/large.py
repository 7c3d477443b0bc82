"""What is told in another place where a guide has more procedures than one page can list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from guide.dates import Board
from guide.model import Guide, once_a_guide

LISTED = 30
"""How many procedures a menu, the first page, one page of days and one timeline page can show and still be read."""


def is_large(guide: Guide) -> bool:
    """Whether the menu leads to a list of the procedures, and each journey has a page of its days to itself, and one
    to work out its dates."""
    return len(guide.procedures) > LISTED


def board_page(guide: Guide, board: Board) -> str:
    """The address of the page on which the days of a board stand."""
    return f"by-day/{board.id}/" if is_large(guide) else "by-day/"


def timeline_of(guide: Guide, journey: str) -> str:
    """The address at which the dates of a journey are worked out, and its questions stand ready.

    All of them lie as deep as the page of all journeys: the scripts write links that begin there.
    """
    return f"timeline-{journey}/" if is_large(guide) else f"timeline/#journey-{journey}"


def timeline_for(guide: Guide, name: str) -> str:
    """Where to work out the dates of a journey or a procedure: in a large guide, on the page of that one journey."""
    journeys = (name,) if name in guide.journey else _journeys_by_procedure(guide).get(name, ())
    return timeline_of(guide, journeys[0]) if is_large(guide) and len(journeys) == 1 else "timeline/"


@once_a_guide
def _journeys_by_procedure(guide: Guide) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for name, journey in guide.partnership.journeys.items():
        for procedure in journey.procedures:
            found.setdefault(str(procedure), []).append(str(name))
    return found
