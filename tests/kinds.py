"""The kinds of pages there are, and one page of each: what `make test` and `make engines BRIEF=1` try.

Pages of one kind have the same parts, so a check that one of them fails is one that its kind can fail. What is true of
each page alone (a word too long, a table too wide) is tried by `make gates`, which goes through all of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import NamedTuple


class Kind(NamedTuple):
    """Pages that are made in the same way."""

    page: str
    """The address of the one that stands for all."""
    sources: frozenset[str]
    """The templates, pages of `docs/` and pages of `overrides/` that pages of this kind are made from."""


def _kind(page: str, *sources: str) -> Kind:
    return Kind(page, frozenset(sources))


KINDS: dict[str, Kind] = {
    "the first page": _kind("/", "home.md.jinja"),
    "a procedure": _kind("/procedures/local-review/", "procedure.md.jinja"),
    "questions to decide by": _kind("/should-this-be-notified/", "decision-guide.md.jinja"),
    "the timeline tool": _kind("/timeline/", "timeline.md.jinja"),
    "a worked example": _kind("/examples/christmas-eve/", "example.md.jinja"),
    "days in a table": _kind("/by-day/", "by-day.md.jinja", "how-days-are-counted.md.jinja"),
    "a role": _kind("/roles/partnership-team/", "role.md.jinja"),
    "a list of pages": _kind("/roles/", "procedures.md.jinja", "roles.md.jinja", "examples.md.jinja", "print.md.jinja"),
    "things to look up": _kind("/forms/", "forms.md.jinja", "glossary.md.jinja", "questions.md.jinja"),
    "figures and proofs": _kind("/assurance/", "assurance.md.jinja", "licences.md.jinja"),
    "a text": _kind(
        "/accessibility/",
        *("about.md.jinja", "accessibility.md.jinja", "changes.md.jinja", "privacy.md.jinja", "offline.md"),
    ),
    "the page for a wrong address": _kind("/404.html", "404.html"),
}

ONE_OF_EACH = tuple(sorted(kind.page for kind in KINDS.values()))


def pages_of(site: Path) -> tuple[str, ...]:
    """The address of every page of a built site, as a reader would write it behind the host: `/`, `/404.html`."""
    pages = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return tuple(sorted("/" + path.removesuffix("index.html") for path in pages))


def faults_of(kinds: Iterable[Kind], sources: Collection[str]) -> list[str]:
    """Which sources of pages belong to no kind or to two, and which kinds name one that is gone."""
    named = [source for kind in kinds for source in kind.sources]
    return [
        *(f"{source} belongs to {named.count(source)} kinds" for source in sorted(sources) if named.count(source) != 1),
        *(f"{source} is gone" for source in sorted(set(named) - set(sources))),
    ]
