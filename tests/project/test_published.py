"""What is published, address by address: nothing that was written for those who keep the guide gets out with it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guide.model.guide import Guide
from guide.pages import roles_with_steps

PAGES = [
    "/",
    "/404.html",
    "/about/",
    "/accessibility/",
    "/assurance/",
    "/by-day/",
    "/changes/",
    "/examples/",
    "/forms/",
    "/glossary/",
    "/how-days-are-counted/",
    "/licences/",
    "/offline/",
    "/print/",
    "/privacy/",
    "/procedures/",
    "/questions/",
    "/roles/",
    "/should-i-report-this/",
    "/timeline/",
    "/procedures/concern/",
    "/procedures/evaluation/",
    "/procedures/inquiry/",
    "/procedures/reflection/",
]
"""Every page of the harbour but those of roles and worked examples, which are as many as the guide has of them."""

AT_THE_TOP = [
    "404.html",
    "_headers",
    "about",
    "accessibility",
    "assets",
    "assurance",
    "by-day",
    "changes",
    "data",
    "examples",
    "forms",
    "glossary",
    "how-days-are-counted",
    "index.html",
    "licences",
    "manifest.webmanifest",
    "offline",
    "print",
    "privacy",
    "procedures",
    "questions",
    "roles",
    "should-i-report-this",
    "sitemap.xml",
    "sw.js",
    "timeline",
]


LANGUAGE = '<html lang="en-GB" class="no-js">'


@pytest.fixture(scope="module")
def addresses(harbour_site: Path) -> set[str]:
    found = (f"/{path.relative_to(harbour_site).as_posix()}" for path in harbour_site.rglob("*.html"))
    return {path.removesuffix("index.html") for path in found}


def test_the_site_has_these_pages_and_no_other(addresses: set[str], guide: Guide) -> None:
    roles = {f"/roles/{actor.id}/" for actor in roles_with_steps(guide)}
    examples = {f"/examples/{example.id}/" for example in guide.examples}
    assert addresses == {*PAGES, *roles, *examples}


def test_at_the_top_of_the_site_stands_nothing_else(harbour_site: Path) -> None:
    assert sorted(path.name for path in harbour_site.iterdir()) == sorted(AT_THE_TOP)


def test_every_page_says_that_it_is_in_british_english(each_site: Path) -> None:
    pages = list(each_site.rglob("*.html"))
    assert len(pages) > 20
    assert [page for page in pages if re.findall("<html[^>]*>", page.read_text("utf-8")) != [LANGUAGE]] == []


def test_no_page_is_published_as_it_was_written(harbour_site: Path) -> None:
    assert list(harbour_site.rglob("*.md")) == []
    assert list(harbour_site.rglob("*.yml")) == []


def test_what_is_for_those_who_keep_the_guide_stays_at_home(harbour_site: Path, root: Path) -> None:
    for name in ("architecture", "decisions", "handbook", "pictures", "tasks"):
        assert list((root / "docs").glob(f"{name}*")), f"docs/ has no {name} any more: take it out of this test"
        assert not list(harbour_site.glob(f"{name}*"))
