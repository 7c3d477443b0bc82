"""The kinds of pages there are, and one page of each: what `make test` and `make engines BRIEF=1` try.

Pages of one kind have the same parts, so a check that one of them fails is one that its kind can fail. What is true of
each page alone (a word too long, a table too wide) is tried by `make gates`, which goes through all of them.
Which page stands for a kind depends on the guide: a kind that it has no page of is not tried.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from guide.model.guide import Guide
from guide.pages.page_facts import steps_by_role
from guide.pages.site import roles_with_steps
from guide.reading.folder import read_guide


class Kind(NamedTuple):
    """Pages that are made in the same way."""

    page: str
    """The address of the one that stands for all, with `{procedure}` and the like for what the guide decides."""
    sources: frozenset[str]
    """The templates, pages of `docs/` and pages of `overrides/` that pages of this kind are made from."""


def _kind(page: str, *sources: str) -> Kind:
    return Kind(page, frozenset(sources))


KINDS: dict[str, Kind] = {
    "the first page": _kind("/", "home.md.jinja"),
    "a procedure": _kind("/procedures/{procedure}/", "procedure.md.jinja"),
    "questions to decide by": _kind("/{decision_guide}/", "decision-guide.md.jinja"),
    "the timeline tool": _kind("/timeline/", "timeline.md.jinja"),
    "a worked example": _kind("/examples/{example}/", "example.md.jinja"),
    "days in a table": _kind(
        "/by-day/", "by-day.md.jinja", "by-day-list.md.jinja", "by-day-of.md.jinja", "how-days-are-counted.md.jinja"
    ),
    "a role": _kind("/roles/{role}/", "role.md.jinja"),
    "a list of pages": _kind(
        "/roles/",
        "procedures.md.jinja",
        "roles.md.jinja",
        "examples.md.jinja",
        "print.md.jinja",
        "timeline-list.md.jinja",
    ),
    "things to look up": _kind("/forms/", "forms.md.jinja", "glossary.md.jinja", "questions.md.jinja"),
    "figures and proofs": _kind("/assurance/", "assurance.md.jinja", "licences.md.jinja"),
    "a text": _kind(
        "/accessibility/",
        *("about.md.jinja", "accessibility.md.jinja", "changes.md.jinja", "privacy.md.jinja", "offline.md"),
    ),
    "the page for a wrong address": _kind("/404.html", "404.html"),
}


@cache
def guide_here() -> Guide:
    """The guide that this checkout has in `procedures/`, whoever's it is."""
    return read_guide(Path(__file__).resolve().parents[1] / "procedures")


def page_of(kind: Kind, guide: Guide) -> str | None:
    """The address of the page that stands for the kind in this guide; None where the guide has none of that kind."""
    names = {
        "{procedure}": _liveliest_procedure(guide),
        "{decision_guide}": guide.decision_guide.id if guide.decision_guide else "",
        "{example}": max(guide.examples, key=lambda one: len(one.expect)).id if guide.examples else "",
        "{role}": _busiest_role(guide),
    }
    for word, name in names.items():
        if word in kind.page:
            return kind.page.replace(word, name) if name else None
    return kind.page


def one_of_each(guide: Guide | None = None) -> tuple[str, ...]:
    """The addresses of the pages that stand for the kinds, in order: of the guide in `procedures/` if none is given."""
    found = (page_of(kind, guide or guide_here()) for kind in KINDS.values())
    return tuple(sorted(page for page in found if page is not None))


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


def _liveliest_procedure(guide: Guide) -> str:
    """The first with a step that can happen at any time, as its page has a part that other pages lack."""
    beside = [one for one in guide.procedures if any(not entry.on_route for entry in one.entries)]
    return str((beside or guide.procedures)[0].id)


def _busiest_role(guide: Guide) -> str:
    return str(max(roles_with_steps(guide), key=lambda actor: len(steps_by_role(guide, actor.id).does)).id)
