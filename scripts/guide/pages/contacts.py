"""Whom to ring, in words: the same lines for every page, for the foot of each, and for all that is printed."""

from __future__ import annotations

from dataclasses import dataclass

from guide.calendars import days
from guide.model import CONTACT_KEYS, CONTACTS_NEEDED, Contact, ContactKey, Guide
from guide.wording import first_up

NAMES: dict[ContactKey, str] = {
    "emergency": "If anyone is in immediate danger",
    "front_door": "Children's social care (the front door)",
    "out_of_hours": "Children's social care, out of hours",
}
"""Who answers, where nobody has said it in words of their own. The team is called as the guide calls it."""

FACTS = {"phone": "telephone", "email": "e-mail", "hours": "hours", "checked_on": "day of the last check"}
"""What a contact may lack, as a preview names it."""


@dataclass(frozen=True, slots=True)
class ContactLine:
    """One contact as readers get it; a fact that nobody has filled in is empty."""

    key: ContactKey
    name: str
    phone: str
    dial: str
    """The number as a link dials it: without spaces."""
    email: str
    hours: str
    checked: str
    """The day of the last check in words: `Tuesday 6 January 2026`."""
    missing: str
    """What has still to be filled in: `telephone, hours`."""


def contacts_of(guide: Guide) -> tuple[ContactLine, ...]:
    """The contacts of a guide, danger first."""
    return tuple(_line(guide, key, getattr(guide.partnership.contacts, key)) for key in CONTACT_KEYS)


def _line(guide: Guide, key: ContactKey, one: Contact) -> ContactLine:
    wanted = [fact for fact in FACTS if f"contacts.{key}.{fact}" in CONTACTS_NEEDED]
    return ContactLine(
        key=key,
        name=one.name or NAMES.get(key) or first_up(guide.partnership.contact),
        phone=one.phone or "",
        dial=(one.phone or "").replace(" ", ""),
        email=one.email or "",
        hours=one.hours or "",
        checked=days.long(days.parse(one.checked_on)) if one.checked_on else "",
        missing=", ".join(FACTS[fact] for fact in wanted if not getattr(one, fact)),
    )
