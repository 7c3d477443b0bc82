"""Whom to ring: the numbers that a reader needs before any procedure, and what a published site must have of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from pydantic import Field

from guide.model.noun import IsoDay, Noun, Words

ContactKey = Literal["emergency", "front_door", "out_of_hours", "team"]
"""The contacts by their keys in `partnership.yml`, in the order in which readers see them."""

CONTACT_KEYS: tuple[ContactKey, ...] = get_args(ContactKey)


class Contact(Noun):
    """One place to ring or write to: a team, never a person. A preview marks what is missing."""

    name: Words | None = None
    """Who answers, as readers see it; without it the guide has a name that fits any partnership."""
    phone: Words | None = None
    """The telephone number, in quotes: `"01632 960001"`."""
    email: Words | None = None
    """A mailbox that a team reads, not the one of a person."""
    hours: Words | None = None
    """When somebody answers: `Monday to Friday, 9am to 5pm`."""
    checked_on: IsoDay | None = None
    """The day on which somebody last tried the number; it stands beside it, on paper too."""


class Contacts(Noun):
    """Whom to ring, on the first page, in the decision guide, at the foot of every page and on all that is printed."""

    emergency: Contact = Field(default=Contact(phone="999"), validate_default=True)
    """Immediate danger: 999 where nothing else is written."""
    front_door: Contact = Contact()
    """Where somebody who is worried about a child rings first: children's social care."""
    out_of_hours: Contact = Contact()
    """The same at night, at a weekend and on a bank holiday."""
    team: Contact = Contact()
    """The team that keeps the guide, which answers "ask …" everywhere in it."""


CONTACTS_NEEDED: Mapping[str, str] = {
    "contacts.emergency.phone": "the number to ring in an emergency",
    "contacts.front_door.phone": "the telephone number of the front door",
    "contacts.front_door.hours": "the hours of the front door",
    "contacts.front_door.checked_on": "the day on which the number of the front door was checked",
    "contacts.out_of_hours.phone": "the telephone number out of hours",
    "contacts.out_of_hours.checked_on": "the day on which the number out of hours was checked",
    "contacts.team.phone": "the telephone number of the partnership's team",
    "contacts.team.email": "the e-mail address of the partnership's team",
    "contacts.team.checked_on": "the day on which the number and the address of the team were checked",
}
"""What a published site must have, by the key in `partnership.yml`. 999 does not change, so no day is asked for it."""
