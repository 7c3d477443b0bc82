"""What every printed document says of itself: whose it is, which edition, and what it was made from."""

from __future__ import annotations

from dataclasses import dataclass

from guide.calendars import days
from guide.model import Guide
from guide.pages import ContactLine, contacts_of, footer
from guide.publishing import UNRECORDED, Origin


@dataclass(frozen=True, slots=True)
class Edition:
    """The facts on covers and in running feet."""

    area: str
    """The body whose guide it is, with its whole name."""
    logo: str
    """Its logo as the text of an SVG; empty where it has none."""
    place: str
    version: str
    owner: str
    approved_by: str
    in_force_from: str
    review_by: str
    website: str
    contact: str
    contacts: tuple[ContactLine, ...]
    """Whom to ring, danger first."""
    notices: tuple[str, ...]
    commit: str
    built: str
    """The day of the commit in words; empty where it is not recorded."""
    day: tuple[int, int, int]
    """Year, month and day that the PDF gives as its date."""
    root: str
    """Where links to the site begin."""


def edition_of(guide: Guide, build: Origin, address: str) -> Edition:
    """The edition of a build. `address` is where the site stands; empty makes links relative."""
    unknown = build.date == UNRECORDED
    # On day 0 nothing is overdue: what is printed never depends on a clock.
    foot = footer(guide, "", 0)
    return Edition(
        area=foot.area,
        logo=foot.logo.svg if foot.logo else "",
        place=guide.partnership.area,
        version=foot.version,
        owner=foot.owner,
        approved_by=foot.approved_by,
        in_force_from=foot.in_force_from,
        review_by=foot.review_by,
        website=guide.partnership.website.name,
        contact=guide.partnership.contact,
        contacts=contacts_of(guide),
        notices=guide.partnership.notices,
        commit=build.commit,
        built="" if unknown else days.long(days.parse(build.date)),
        # PDF/A asks for a date, and a build from an archive may have none of its own.
        day=days.to_ymd(days.parse(guide.partnership.in_force_from if unknown else build.date)),
        root=f"{address.rstrip('/')}/" if address else "../",
    )
