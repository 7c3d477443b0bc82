"""What stands around the pages: the foot of each, and the page that an author sees instead when something is wrong."""

from __future__ import annotations

from guide.calendars import days
from guide.model import Guide


def footer(guide: Guide, stamp: str, on: int) -> dict[str, str]:
    """The facts at the foot of every page, in words, and what to say `on` a day when the review is overdue."""
    partnership = guide.partnership
    owner = guide.actor.get(partnership.owner)
    return {
        "area": partnership.body,
        "version": partnership.version,
        "owner": owner.name if owner else partnership.owner,
        "approved_by": partnership.approved_by[:1].upper() + partnership.approved_by[1:],
        "in_force_from": days.long(days.parse(partnership.in_force_from)),
        "review_by": days.long(days.parse(partnership.review_by)),
        "overdue": (partnership.review_overdue or "") if days.parse(partnership.review_by) < on else "",
        "stamp": stamp,
    }


def problem_page(problems: str) -> str:
    """A Markdown page that shows an author what must be mended, exactly as the command line tells it."""
    lines = "\n".join(f"    {line}" for line in problems.splitlines())
    return f"# What must be mended\n\n{lines}\n"
