"""What stands around the pages: the foot of each, and the page that an author sees instead when something is wrong."""

from __future__ import annotations

from typing import Any, NamedTuple

from guide.calendars import days
from guide.model import Guide
from guide.pages.contacts import contacts_of
from guide.pages.environment import environment
from guide.pages.open_data import stamp
from guide.publishing import Logo, Origin, copy_facts, logo_of
from guide.wording import first_up


class Footer(NamedTuple):
    """The facts at the head and foot of every page, in words. `config.extra.guide` has them by these names."""

    area: str
    """The body whose guide it is, with its whole name."""
    version: str
    owner: str
    approved_by: str
    in_force_from: str
    review_by: str
    overdue: str
    """What to say because the review is overdue; empty while it is not."""
    stamp: str
    logo: Logo | None
    """The partnership's own, which stands beside its name."""


def footer(guide: Guide, stamp: str, on: int) -> Footer:
    """The foot of every page as it is `on` a day."""
    partnership = guide.partnership
    owner = guide.actor.get(partnership.owner)
    return Footer(
        area=partnership.body,
        version=partnership.version,
        owner=owner.name if owner else partnership.owner,
        approved_by=first_up(partnership.approved_by),
        in_force_from=days.long(days.parse(partnership.in_force_from)),
        review_by=days.long(days.parse(partnership.review_by)),
        overdue=(partnership.review_overdue or "") if days.parse(partnership.review_by) < on else "",
        stamp=stamp,
        logo=logo_of(guide),
    )


def frame_facts(guide: Guide | None, origin: Origin, on: int) -> dict[str, str | Logo | None]:
    """What every page says around its own content, `on` a day, by the names under which `config.extra.guide` has it.

    Without a guide only that no stamp proves one.
    """
    if guide is None:
        return {"stamp": "none"}
    said: dict[str, str | Logo | None] = footer(guide, stamp(guide), on)._asdict()
    return said | {"contacts": whom_to_ring(guide)} | copy_facts(guide, origin, on)


def whom_to_ring(guide: Guide) -> str:
    """The contacts at the foot of every page, as markup."""
    part: Any = environment(guide).get_template("_contacts.jinja").module
    return str(part.listed(contacts_of(guide)))


def problem_page(problems: str) -> str:
    """A Markdown page that shows an author what must be mended, exactly as the command line tells it."""
    lines = "\n".join(f"    {line}" for line in problems.splitlines())
    return f"# What must be mended\n\n{lines}\n"
