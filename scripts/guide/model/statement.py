"""What only the body that publishes the guide can say in the accessibility statement, and what it must say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import ValidatorFunctionWrapHandler, WrapValidator

from guide.model.noun import IsoDay, Noun, Words


def _in_its_place(value: object, check: ValidatorFunctionWrapHandler) -> object:
    """The word as it was read, so that it still knows its line, once it is one of those allowed."""
    check(value)
    return value


class Barrier(Noun):
    """One part of the site that not everyone can use."""

    what: Words
    """What it is, and whom it keeps out."""
    criterion: Words | None = None
    """The success criterion that it fails: `1.4.3 (contrast)`."""
    because: Literal["not yet mended", "disproportionate burden", "outside the regulations"] = "not yet mended"
    """Why it is so, in the terms of the regulations."""
    instead: Words | None = None
    """What a reader can use meanwhile, or when it will be mended."""


class Accessibility(Noun):
    """The facts of the accessibility statement. A preview marks those that are missing; a published site needs them."""

    email: Words | None = None
    """Where readers report a problem, or ask for another format."""
    phone: Words | None = None
    """The telephone number for the same."""
    post: Words | None = None
    """The postal address for the same."""
    answers_within: Words | None = None
    """How soon you answer: `5 working days`."""
    compliance: Annotated[
        Literal["fully compliant", "partially compliant", "not compliant"] | None, WrapValidator(_in_its_place)
    ] = None
    """What your own test against WCAG 2.2 AA found."""
    barriers: tuple[Barrier, ...] = ()
    """What it found that not everyone can use."""
    prepared: IsoDay | None = None
    """The day on which you prepared the statement."""
    reviewed: IsoDay | None = None
    """The day on which you last looked at it again."""
    tested: IsoDay | None = None
    """The day of the last test."""
    tested_by: Words | None = None
    """Who tested, and how: `the council's digital team, with a keyboard and a screen reader, on 12 pages`."""


NEEDED: Mapping[str, str] = {
    "website.address": "the web address of this guide",
    "accessibility.email": "an e-mail address for accessibility",
    "accessibility.phone": "a telephone number",
    "accessibility.post": "a postal address",
    "accessibility.answers_within": "how soon a message is answered",
    "accessibility.compliance": "how far the website complies with WCAG 2.2 AA",
    "accessibility.prepared": "the date on which this statement was prepared",
    "accessibility.tested": "the date of the last test",
    "accessibility.tested_by": "who tested, and how",
}
"""What the model form asks of the body that publishes, by the key in `partnership.yml`, in the order of the page."""
