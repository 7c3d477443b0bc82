"""What every printed document says of itself: whose it is, which edition, and what it was made from."""

from __future__ import annotations

from guide import days
from guide.edition import UNRECORDED, Origin, footer
from guide.print.entries import Plain
from guide.reading import Guide


def edition_of(guide: Guide, build: Origin, address: str) -> Plain:
    """The facts on covers and in running feet. `address` is where the site stands; empty makes links relative."""
    return {
        # On day 0 nothing is overdue: what is printed never depends on a clock.
        **{name: str(said) for name, said in footer(guide, "", 0).items() if name not in ("stamp", "overdue")},
        "place": str(guide.partnership.area),
        "website": str(guide.partnership.website.name),
        "contact": str(guide.partnership.contact),
        "notices": [str(notice) for notice in guide.partnership.notices],
        "commit": build.commit,
        "built": _long(build.date),
        "day": [int(part) for part in build.date.split("-")] if build.date != UNRECORDED else [],
        "root": f"{address.rstrip('/')}/" if address else "../",
    }


def _long(day: str) -> str:
    return day if day == UNRECORDED else days.long(days.parse(day))
