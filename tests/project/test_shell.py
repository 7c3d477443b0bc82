"""What every published page has, whatever stands on it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import html5lib
import pytest

XHTML = "{http://www.w3.org/1999/xhtml}"
LOADS = {"script": "src", "link": "href", "img": "src", "iframe": "src", "source": "src", "object": "data"}


@pytest.fixture(scope="session")
def pages(each_site: Path) -> dict[str, str]:
    """Every HTML page of the site, by its path."""
    found = {str(path.relative_to(each_site)): path.read_text("utf-8") for path in each_site.rglob("*.html")}
    assert len(found) > 5
    return found


def elements(page: str, name: str) -> list[dict[str, str]]:
    return [dict(element.attrib) for element in parsed(page).iter(f"{XHTML}{name}")]


@cache
def parsed(page: str) -> Any:
    return html5lib.parse(page)


def test_every_page_carries_the_stamp_of_the_same_checked_guide(pages: dict[str, str]) -> None:
    stamps = {path: re.findall(r'data-guide-stamp="([^"]*)"', page) for path, page in pages.items()}
    assert all(len(found) == 1 for found in stamps.values()), stamps
    assert len({found[0] for found in stamps.values()}) == 1
    assert re.fullmatch(r"[0-9a-f]{8,64}", stamps["index.html"][0])


def test_every_page_says_that_nothing_leaves_the_device_and_which_edition_it_is(pages: dict[str, str]) -> None:
    for path, page in pages.items():
        footer = page[page.index("<footer") :]
        for words in ("Nothing you enter leaves this device", "Version", "Owner", "In force from", "Review by"):
            assert words in footer, f"{path} does not say: {words}"


def test_no_page_loads_anything_from_another_host(pages: dict[str, str]) -> None:
    for path, page in pages.items():
        for name, attribute in LOADS.items():
            loaded = [found.get(attribute, "") for found in elements(page, name) if found.get("rel") != "canonical"]
            assert [address for address in loaded if re.match(r"(?:[a-z]+:)?//", address)] == [], path


def test_no_page_needs_an_inline_style_or_an_inline_handler(pages: dict[str, str]) -> None:
    for path, page in pages.items():
        found = [key for tag in parsed(page).iter() for key in tag.attrib if key == "style" or key[:2] == "on"]
        assert found == [], path
        assert "<style" not in re.sub(r"<svg.*?</svg>", "", page, flags=re.DOTALL), path


def test_every_page_has_a_title_of_its_own_a_description_and_one_first_heading(pages: dict[str, str]) -> None:
    titles = {path: re.findall(r"<title>(.*?)</title>", page)[0] for path, page in pages.items()}
    assert len(set(titles.values())) == len(titles), sorted(titles.values())
    for path, page in pages.items():
        described = [tag.get("content", "") for tag in elements(page, "meta") if tag.get("name") == "description"]
        assert len(described) == 1, path
        assert len(described[0]) > 20, path
        assert len(elements(page, "h1")) == 1, path


def test_every_page_has_one_skip_link_that_leads_into_the_page(pages: dict[str, str]) -> None:
    for path, page in pages.items():
        skips = [tag["href"] for tag in elements(page, "a") if tag.get("class") == "md-skip"]
        assert len(skips) == 1, path
        assert f'id="{skips[0].removeprefix("#")}"' in page, path


def test_nothing_is_prefetched_and_no_tool_is_advertised(pages: dict[str, str]) -> None:
    for path, page in pages.items():
        used = {tag.get("rel") for tag in elements(page, "link")}
        assert used <= {"stylesheet", "icon", "canonical", "manifest"}, path
        assert "generator" not in {tag.get("name") for tag in elements(page, "meta")}, path


def test_neither_source_maps_nor_scripts_of_the_theme_are_published(each_site: Path) -> None:
    published = [path.relative_to(each_site).as_posix() for path in each_site.rglob("*") if path.is_file()]
    assert [path for path in published if path.endswith((".map", ".gz"))] == []
    assert [
        path for path in published if path.endswith(".js") and not path.startswith(("assets/guide/", "sw.js"))
    ] == []


def test_the_current_page_is_marked_in_the_menu(pages: dict[str, str]) -> None:
    marked = {path: page.count('aria-current="page"') for path, page in pages.items()}
    assert marked["index.html"] == 1
    assert max(marked.values()) == 1


def test_a_way_to_another_procedure_is_said_in_its_own_words(harbour_site: Path) -> None:
    page = (harbour_site / "procedures/reflection/index.html").read_text("utf-8")
    assert "inquiry: go to flowchart 3" in re.sub(r"<[^>]+>", "", page).lower()


def test_nobody_is_sent_twice_in_one_sentence(pages: dict[str, str]) -> None:
    words = {address: re.sub(r"<[^>]+>", "", text).lower() for address, text in pages.items()}
    assert [address for address, text in words.items() if "go to go to" in text] == []


TEMPLATE = re.compile(r"(<template\b[^>]*>)(.*?)(</template>)", re.DOTALL)
HOLDERS = {"tr": "tbody", "td": "tr", "th": "tr", "li": "ul"}
"""What a piece of markup stands in once a script has taken it from its template."""


def mistakes(page: str) -> list[str]:
    """What the parser of the HTML standard would have to put right in a page, or in a template on it."""
    parser = html5lib.HTMLParser()
    parser.parse(TEMPLATE.sub(r"\1\3", page))
    found = [f"line {line}: {code} {values}" for (line, _), code, values in parser.errors]
    for _, inside, _ in TEMPLATE.findall(page):
        first = re.match(r"\s*<(\w+)", inside)
        parser.parseFragment(inside, container=HOLDERS.get(first[1], "div") if first else "div")
        found += [f"in a template, {inside.strip()[:40]}: {code} {values}" for _, code, values in parser.errors]
    return found


@pytest.mark.parametrize(
    ("planted", "code"),
    [
        ("<p><div></div></p>", "unexpected-end-tag"),
        ("<b><i></b></i>", "adoption-agency"),
        ('<p id="a" id="b"></p>', "duplicate-attribute"),
        ("<template><td></td><p></tr></template>", "unexpected-"),
        ("<a href='/'><a href='/'></a></a>", "unexpected-start-tag-implies-end-tag"),
    ],
)
def test_a_planted_mistake_in_markup_is_found(planted: str, code: str) -> None:
    page = f"<!doctype html><title>A page</title>{planted}"
    assert mistakes("<!doctype html><title>A page</title><template><td></td></template>") == []
    assert any(code in one for one in mistakes(page)), mistakes(page)


def test_no_page_has_a_mistake_in_its_markup(pages: dict[str, str]) -> None:
    assert any("<template" in text for text in pages.values())
    faults = {address: mistakes(text) for address, text in pages.items()}
    assert {address: found for address, found in faults.items() if found} == {}
