"""What every printed document says of itself: whose it is, which edition, and what it was made from."""

from __future__ import annotations

from guide.calendars import days
from guide.model import Guide
from guide.pages import footer
from guide.print.entries import Plain
from guide.publishing import UNRECORDED, Origin


def edition_of(guide: Guide, build: Origin, address: str) -> Plain:
    """The facts on covers and in running feet. `address` is where the site stands; empty makes links relative."""
    unknown = build.date == UNRECORDED
    return {
        # On day 0 nothing is overdue: what is printed never depends on a clock.
        **{
            name: str(said) for name, said in footer(guide, "", 0)._asdict().items() if name not in ("stamp", "overdue")
        },
        "place": str(guide.partnership.area),
        "website": str(guide.partnership.website.name),
        "contact": str(guide.partnership.contact),
        "notices": [str(notice) for notice in guide.partnership.notices],
        "commit": build.commit,
        "built": "" if unknown else days.long(days.parse(build.date)),
        # PDF/A asks for a date, and a build from an archive may have none of its own.
        "day": list(days.to_ymd(days.parse(guide.partnership.in_force_from if unknown else build.date))),
        "root": f"{address.rstrip('/')}/" if address else "../",
    }
