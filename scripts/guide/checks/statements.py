"""The public statements: what a published site must say, and addresses that can be used."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.model import CONTACTS_NEEDED, NEEDED, Accessibility, Guide, Noun, Partnership
from guide.problems import Place, Problem
from guide.strict_yaml import Text

CONTACTS = {
    "accessibility.email": (r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+", "write the e-mail address alone: name@example.org"),
    "website.address": (r"https://\S+", "write the whole address, beginning with https://"),
    "security_contact": (
        r"(mailto:[^\s@<>]+@[^\s@<>]+|https://\S+)", "write mailto: and an e-mail address, or an https:// address",
    ),
}  # fmt: skip


def check_filled_in(guide: Guide) -> Iterator[Problem]:
    """A problem for each fact that a published site must state and that nobody has filled in."""
    for key in guide.partnership.missing_facts:
        message = f"the accessibility statement lacks {NEEDED[key]}: {key} is not filled in"
        hint = f"write it in partnership.yml, {_where(key)}; a site without it can be previewed, not published"
        yield Problem(_place(guide.partnership, guide.partnership.accessibility), "not-filled-in", message, hint)
    for key in guide.partnership.missing_contacts:
        message = f"readers are not told {CONTACTS_NEEDED[key]}: {key} is not filled in"
        hint = f"write it in partnership.yml, {_where(key)}; a site without it can be previewed, not published"
        section = getattr(guide.partnership.contacts, key.split(".")[1])
        yield Problem(_place(guide.partnership, section), "not-filled-in", message, hint)


def check_statements(guide: Guide) -> Iterator[Problem]:
    """Contacts that nobody could use, and a statement whose parts contradict one another."""
    for key, (pattern, hint) in CONTACTS.items():
        said = guide.partnership.fact(key)
        if isinstance(said, Text) and not re.fullmatch(pattern, said):
            yield Problem(said.place, "contact", f"'{said}' cannot be used as {key}", hint)
    if section := guide.partnership.accessibility:
        yield from _contradictions(section, _place(guide.partnership, section))


def _contradictions(said: Accessibility, place: Place) -> Iterator[Problem]:
    unmended = [one for one in said.barriers if one.because == "not yet mended"]
    if said.compliance == "fully compliant" and unmended:
        message = "a site that is fully compliant has no barrier that is not yet mended"
        hint = "say partially compliant, or say why the barrier is allowed with because:"
        yield Problem(unmended[0].what.place, "compliance", message, hint)
    if said.compliance in ("partially compliant", "not compliant") and not said.barriers:
        message = f"the site is {said.compliance}, and no barrier says why"
        yield Problem(place, "compliance", message, "list under barriers: what not everyone can use")
    if said.prepared and said.reviewed and said.reviewed < said.prepared:
        message = f"the statement was reviewed on {said.reviewed}, before it was prepared"
        yield Problem(said.reviewed.place, "compliance", message, "correct one of the two dates")


def _place(partnership: Partnership, section: Noun | None) -> Place:
    """Where the section stands; beside `contact`, where it belongs, when it is not there yet."""
    values = (getattr(section, name) for name in section.model_fields_set) if section else ()
    return min((value.place for value in values if isinstance(value, Text)), default=partnership.contact.place)


def _where(key: str) -> str:
    section, _, name = key.rpartition(".")
    return f"under {section}, as {name}:"
