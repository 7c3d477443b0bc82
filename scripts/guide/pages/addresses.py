"""Every address of the site and every place on a page: each leads to one thing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from guide.model import Guide
from guide.pages.paths import address_of
from guide.problems import Place, Problem

TAKEN = ("offline/",)
"""The addresses of pages that are written by hand in `docs/`."""
_ID = re.compile(r'<[a-z][^>]*? id="([^"]+)"')


def addresses_given_twice(guide: Guide, pages: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    """A problem for each address that two pages have, and for each place on a page that two things have.

    `pages` are the paths and texts of the site, as they were rendered.
    """
    seen = dict.fromkeys(TAKEN, "a page of the site itself")
    for path, text in pages:
        address = address_of(path)
        if address in seen:
            message = f"two pages of the site would have the address /{address}"
            yield Problem(_place_of_page(guide, path), "address", message, "give it another id")
        seen[address] = path
        if path.endswith(".md"):
            for name, times in Counter(_ID.findall(text)).items():
                if times > 1:
                    message = f"{times} things on the page /{address} would have the address #{name}"
                    yield Problem(_place_of(guide, name), "address", message, "give one of them another id")


def places_on(page: str) -> set[str]:
    """Every place on a page that a link can lead to."""
    return set(_ID.findall(page))


def _place_of_page(guide: Guide, path: str) -> Place:
    """Where the id stands that gives a page its name."""
    folder, _, name = path.removesuffix(".md").rpartition("/")
    listed = {
        "procedures": [one.id for one in guide.procedures],
        "roles": [one.id for one in guide.actors],
        "examples": [one.id for one in guide.examples],
    }
    for one in listed.get(folder, []):
        if one == name:
            return one.place
    return guide.decision_guide.id.place if guide.decision_guide else _place_of(guide, name)


def _place_of(guide: Guide, name: str) -> Place:
    """Where the id stands that an address was made of: the longest that is a part of it."""
    last = PurePosixPath(name).name.removesuffix(".md")
    nouns = (
        guide.actors,
        guide.forms,
        guide.glossary,
        guide.references,
        guide.questions,
        guide.procedures,
        guide.examples,
    )
    ids = [noun.id for listed in nouns for noun in listed]
    ids += [entry.entry_id for entry in guide.entry.values()]
    ids += [phase.id for procedure in guide.procedures for phase in procedure.phases]
    if guide.decision_guide:
        ids += [guide.decision_guide.id, *(part.id for part in guide.decision_guide.parts)]
    ids += [*guide.partnership.journeys, *guide.partnership.anchors]
    found = [one for one in ids if one == last] or [one for one in ids if one in last]
    return max(found, key=len).place if found else guide.partnership.body.place
