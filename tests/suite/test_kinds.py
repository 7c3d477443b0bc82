"""Every kind of page has one page that stands for it in brief runs, and the record counts every page there is."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, Template

from area_guides import NAMES, area
from guide.pages import site
from guide.publishing.origin import Origin
from kinds import KINDS, Kind, faults_of, guide_here, one_of_each, page_of, pages_of

NO_PAGES = {
    *("security.txt.jinja", "_boards.jinja", "_contacts.jinja", "_parts.jinja", "_roles.jinja", "main.html"),
}
"""Templates of something else, or of parts of pages."""


def sources_of_pages(root: Path) -> set[str]:
    """Everything that a page is made from."""
    templates = {path.name for path in root.glob("scripts/guide/**/*.jinja")}
    written = {path.name for path in (*root.glob("docs/*.md"), *root.glob("overrides/*.html"))}
    kept_back = (root / "mkdocs.yml").read_text("utf-8").partition("exclude_docs: |\n")[2].split()
    return (templates | written) - NO_PAGES - set(kept_back)


@pytest.fixture(scope="module")
def made_from() -> dict[str, str]:
    """What each page of the site is made from, by the page's address."""
    used: list[str] = []

    class Watching(Template):
        def render(self, *given: object, **more: object) -> str:
            used.append(str(self.name))
            return f"made from {self.name}\n"

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Environment, "template_class", Watching)
        rendered = site.render(guide_here(), Origin("1.0.0", "abcdef0", "2026-11-23", 0))
    pages = {path.removesuffix(".md"): text.split()[-1] for path, text in rendered.items() if path.endswith(".md")}
    made = {f"/{path}/".replace("/index/", "/"): source for path, source in pages.items()}
    return made | {"/404.html": "404.html", "/offline/": "offline.md"}


def test_every_source_of_pages_belongs_to_one_kind(root: Path) -> None:
    assert faults_of(KINDS.values(), sources_of_pages(root)) == []


def test_a_source_without_a_kind_or_with_two_and_one_that_is_gone_are_noticed(root: Path) -> None:
    planted = sources_of_pages(root) | {"calendar.md.jinja"}
    assert faults_of(KINDS.values(), planted) == ["calendar.md.jinja belongs to 0 kinds"]
    twice = [*KINDS.values(), Kind("/", frozenset({"home.md.jinja", "gone.md.jinja"}))]
    assert faults_of(twice, sources_of_pages(root)) == ["home.md.jinja belongs to 2 kinds", "gone.md.jinja is gone"]


def test_the_page_that_stands_for_a_kind_is_of_that_kind(made_from: dict[str, str]) -> None:
    pages = {name: page for name, kind in KINDS.items() if (page := page_of(kind, guide_here()))}
    assert sorted(pages.values()) == sorted(set(pages.values())) == list(one_of_each())
    assert {name: made_from[page] for name, page in pages.items() if made_from[page] not in KINDS[name].sources} == {}


def test_a_rich_guide_has_a_page_of_every_kind_and_a_poorer_one_lacks_those_it_has_no_facts_for() -> None:
    kinds = {name: {kind for kind, one in KINDS.items() if page_of(one, area(name))} for name in NAMES}
    assert kinds == {"harbour": set(KINDS), "glen": set(KINDS) - {"questions to decide by"}}


def test_every_page_of_the_site_is_of_a_kind(made_from: dict[str, str], built_site: Path) -> None:
    assert set(pages_of(built_site)) == set(made_from)
    assert {kind for source in made_from.values() for kind in KINDS if source in KINDS[kind].sources} == {
        name for name, kind in KINDS.items() if page_of(kind, guide_here())
    }
