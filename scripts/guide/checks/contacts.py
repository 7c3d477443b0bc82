"""Whom to ring: numbers that can be dialled, mailboxes that a team reads, and days that are not too long ago."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.calendars import days
from guide.model import CONTACT_KEYS, Contact, Guide
from guide.problems import Problem
from guide.strict_yaml import Text

MOST_DAYS_UNCHECKED = 365
"""After that a number is said to be unchecked for long. A year, because a guide is reviewed every year or two, and each
review should ring its numbers; a shorter time would warn so often that nobody would look."""

OF_A_TEAM = frozenset(
    {
        "admin", "advice", "board", "business", "children", "childrens", "contact", "council", "duty", "enquiries",
        "hub", "info", "lscp", "mash", "office", "partners", "partnership", "referrals", "reviews", "safeguarding",
        "scp", "services", "social", "support", "team",
    }
)  # fmt: skip
"""Words in the name of a mailbox that no person is called by."""


def named_contacts(guide: Guide) -> Iterator[tuple[str, Contact]]:
    """Every contact with the key at which `partnership.yml` has it."""
    yield from ((f"contacts.{key}", getattr(guide.partnership.contacts, key)) for key in CONTACT_KEYS)


def check_contacts(guide: Guide) -> Iterator[Problem]:
    """Numbers and mailboxes that nobody could use, or that a single person reads."""
    for key, one in named_contacts(guide):
        if one.phone and not is_dialled(one.phone):
            hint = 'write the number alone, as it is dialled in this country: "01632 960001"'
            yield Problem(one.phone.place, "contact", f"'{one.phone}' cannot be used as {key}.phone", hint)
        if one.email:
            yield from _of_mailbox(guide, key, one.email)


def is_dialled(phone: str) -> bool:
    """Whether a number can be dialled: three digits that begin with 1 or 9, or ten or eleven from 0 or +44.

    >>> [is_dialled(one) for one in ("999", "01632 960001", "+44 1632 960001", "01632 9600", "call us")]
    [True, True, True, False, False]
    """
    if not re.fullmatch(r"\+?[0-9]+( [0-9]+)*", phone):
        return False
    return bool(re.fullmatch(r"[19][0-9]{2}|(0|\+44)[1-9][0-9]{8,9}", phone.replace(" ", "")))


def _of_mailbox(guide: Guide, key: str, email: Text) -> Iterator[Problem]:
    if not re.fullmatch(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+", email):
        hint = "write the e-mail address alone: team@example.org"
        yield Problem(email.place, "contact", f"'{email}' cannot be used as {key}.email", hint)
    elif is_personal(email, f"{guide.partnership.area} {guide.partnership.body}"):
        message = f"'{email}' looks like the mailbox of one person, who may be away"
        hint = "write a mailbox that a team reads, such as team@example.org"
        yield Problem(email.place, "contact", message, hint)


def is_personal(email: str, area: str) -> bool:
    """Whether a mailbox is called as persons are, first.last@; a word of a team's or of the area's makes it none.

    >>> [is_personal(one, "Exampleshire") for one in ("ann.lee@example.org", "duty.team@example.org", "a_lee2@a.org")]
    [True, False, True]
    """
    parts = re.split(r"[._-]", email.lower().partition("@")[0])
    spelt = all(re.fullmatch(r"[^\W\d_]+['’]?[^\W\d_]*[0-9]*", part) for part in parts)
    return len(parts) > 1 and spelt and not {*parts} & (OF_A_TEAM | {*re.findall(r"\w+", area.lower())})


def check_contacts_age(guide: Guide, today: int) -> Iterator[Problem]:
    """Warns of numbers that nobody has tried for long, for they may have changed."""
    for key, one in named_contacts(guide):
        if one.checked_on and (since := today - days.parse(one.checked_on)) > MOST_DAYS_UNCHECKED:
            message = f"{key} was last checked {since} days ago, on {days.long(days.parse(one.checked_on))}"
            hint = "ring it, correct it, and write the day as checked_on:"
            yield Problem(one.checked_on.place, "unchecked", message, hint, level="warning")
