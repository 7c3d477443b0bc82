"""How current the guide is: a guide whose review date has passed says so, or is not published."""

from __future__ import annotations

from collections.abc import Iterator

from guide.calendars import days
from guide.checks.contacts import named_contacts
from guide.model import Guide, SheetColumn
from guide.problems import Place, Problem
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
    for on, place, what in _days_done(guide):
        if days.parse(on) > today:
            message = f"{what} on {days.long(days.parse(on))}, and that day has not come yet"
            yield Problem(place, "day-to-come", message, "correct the date")
    # An edition may be told before it is in force; its number in the offline copy would otherwise come too high.
    in_force = days.parse(guide.partnership.in_force_from)
    for change in guide.changes:
        if days.parse(change.on) > max(today, in_force):
            when = f"of {days.long(days.parse(change.on))}, and that day has not come yet"
            hint = "correct the date, or write the same day as in_force_from: in partnership.yml"
            yield Problem(change.on.place, "day-to-come", f"version {change.version} is {when}", hint)


def _days_done(guide: Guide) -> Iterator[tuple[str, Place, str]]:
    """Each day on which something was done, where it stands, and what was done."""
    texts: list[tuple[Text | None, str]] = []
    for document in guide.calendar_files.values():
        texts.append((document.value["retrieved"], "this list was retrieved"))
        texts += [(row["added"], "this override was added") for row in document.value["overrides"]]
    texts += [(one.checked_on, f"{key} was checked") for key, one in named_contacts(guide)]
    if said := guide.partnership.accessibility:
        statement = "the accessibility statement was"
        texts += [(said.prepared, f"{statement} prepared"), (said.reviewed, f"{statement} reviewed")]
        texts.append((said.tested, "the site was tested"))
    yield from ((str(on), on.place, what) for on, what in texts if on)
    rows = guide.second_reading.rows if guide.second_reading else ()
    # A day stands in many rows, filled down the column: it is told at the first of them.
    first = {on: row for row in reversed(rows) if (on := row.cells.get(SheetColumn.READ_ON))}
    yield from ((on, row.place, f"'{row.item}' was read a second time") for on, row in first.items())
