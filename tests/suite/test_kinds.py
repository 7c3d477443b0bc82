"""Every kind of page has one page that stands for it in brief runs, and the record counts every page there is."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, Template

from guide.pages import site
from guide.pages.gates import read_record
from guide.publishing.origin import Origin
from guide.reading.folder import read_guide
from kinds import KINDS, ONE_OF_EACH, Kind, faults_of, pages_of

NO_PAGES = {"security.txt.jinja", "_parts.jinja", "main.html"}
"""Templates of something else, or of parts of pages."""


def sources_of_pages(root: Path) -> set[str]:
    """Everything that a page is made from."""
    templates = {path.name for path in root.glob("scripts/guide/**/*.jinja")}
    written = {path.name for path in (*root.glob("docs/*.md"), *root.glob("overrides/*.html"))}
    kept_back = (root / "mkdocs.yml").read_text("utf-8").partition("exclude_docs: |\n")[2].split()
    return (templates | written) - NO_PAGES - set(kept_back)


@pytest.fixture(scope="module")
def made_from(root: Path) -> dict[str, str]:
    """What each page of the site is made from, by the page's address."""
    used: list[str] = []

    class Watching(Template):
        def render(self, *given: object, **more: object) -> str:
            used.append(str(self.name))
            return f"made from {self.name}\n"

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Environment, "template_class", Watching)
        rendered = site.render(read_guide(root / "procedures"), Origin("1.0.0", "abcdef0", "2026-11-23", 0))
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
    assert len(used := {name: made_from.get(kind.page) for name, kind in KINDS.items()}) == len(ONE_OF_EACH)
    assert {name: source for name, source in used.items() if source not in KINDS[name].sources} == {}


def test_every_page_of_the_site_is_of_a_kind(made_from: dict[str, str], built_site: Path) -> None:
    assert set(pages_of(built_site)) == set(made_from)
    assert {kind for source in made_from.values() for kind in KINDS if source in KINDS[kind].sources} == set(KINDS)


def test_the_record_counts_every_page_there_is(built_site: Path) -> None:
    counted = {gate.title: gate.pages for gate in read_record().gates}
    there = len(pages_of(built_site))
    assert {title: pages for title, pages in counted.items() if pages != there} == {}, "run make gates"
