"""What is published, address by address: nothing that was written for those who keep the guide gets out with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.pages import roles_with_steps
from guide.reading import read_guide

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
    "/should-this-be-notified/",
    "/timeline/",
    "/procedures/notification/",
    "/procedures/rapid-review/",
    "/procedures/local-review/",
    "/procedures/learning-review/",
]
"""Every page but those of roles and worked examples, which are as many as the guide has of them."""

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
    "search",
    "should-this-be-notified",
    "sitemap.xml",
    "sw.js",
    "timeline",
]


@pytest.fixture(scope="module")
def addresses(built_site: Path) -> set[str]:
    found = (f"/{path.relative_to(built_site).as_posix()}" for path in built_site.rglob("*.html"))
    return {path.removesuffix("index.html") for path in found}


def test_the_site_has_these_pages_and_no_other(addresses: set[str], root: Path) -> None:
    guide = read_guide(root / "procedures")
    roles = {f"/roles/{actor.id}/" for actor in roles_with_steps(guide)}
    examples = {f"/examples/{example.id}/" for example in guide.examples}
    assert addresses == {*PAGES, *roles, *examples}


def test_at_the_top_of_the_site_stands_nothing_else(built_site: Path) -> None:
    assert sorted(path.name for path in built_site.iterdir()) == sorted(AT_THE_TOP)


def test_no_page_is_published_as_it_was_written(built_site: Path) -> None:
    assert list(built_site.rglob("*.md")) == []
    assert list(built_site.rglob("*.yml")) == []


def test_what_is_for_those_who_keep_the_guide_stays_at_home(built_site: Path, root: Path) -> None:
    for name in ("architecture", "decisions", "handbook", "pictures", "tasks"):
        assert list((root / "docs").glob(f"{name}*")), f"docs/ has no {name} any more: take it out of this test"
        assert not list(built_site.glob(f"{name}*"))
