"""How current the guide is: a guide whose review date has passed says so, or is not published."""

from __future__ import annotations

from collections.abc import Iterator

from guide.calendars import days
from guide.checks.contacts import named_contacts
from guide.model import Guide
from guide.problems import Problem
from guide.strict_yaml import Text


def check_currency(guide: Guide, today: int) -> Iterator[Problem]:
    """A review date that has passed without a word about it. `today` is given, never read."""
    partnership = guide.partnership
    in_force, review_by = days.parse(partnership.in_force_from), days.parse(partnership.review_by)
    if review_by < in_force:
        message = f"the review date {partnership.review_by} lies before the guide is in force"
        yield Problem(partnership.review_by.place, "review-date", message, "correct one of the two dates")
    if review_by < today and partnership.review_overdue is None:
        message = f"this guide was to be reviewed by {days.long(review_by)}, and that day has passed"
        hint = "review it and set a new review_by:, or say so on every page with review_overdue: and a sentence"
        yield Problem(partnership.review_by.place, "review-overdue", message, hint)
    yield from _days_to_come(guide, today)


def _days_to_come(guide: Guide, today: int) -> Iterator[Problem]:
    """Days on which something is said to have been done, and which have not come yet."""
    said: list[tuple[Text, str]] = []
    for document in guide.calendar_files.values():
        said.append((document.value["retrieved"], "this list was retrieved"))
        said += [(row["added"], "this override was added") for row in document.value["overrides"]]
    said += [(one.checked_on, f"{key} was checked") for key, one in named_contacts(guide) if one.checked_on]
    for day, what in said:
        if days.parse(day) > today:
            message = f"{what} on {days.long(days.parse(day))}, and that day has not come yet"
            yield Problem(day.place, "day-to-come", message, "correct the date")
