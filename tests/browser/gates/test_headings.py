"""What every page says of itself: its title, its description, its language and its headings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from browser.gates.walk import faults_everywhere, walk

OpenPage = Callable[..., Page]

DESCRIPTION = "document.querySelector('meta[name=description]')?.content.trim() ?? ''"


@pytest.mark.gate("Every page has one first heading, no jump in its headings, and says which language it is in")
def test_the_headings_of_every_page_are_in_order(
    open_page: OpenPage, addresses: tuple[str, ...], tried: list[str]
) -> None:
    page = open_page("/")
    assert faults_everywhere(page, addresses, tried, "outline") == []


@pytest.mark.gate("Every page has a title and a description that no other page has")
def test_every_page_has_a_title_and_a_description_of_its_own(
    page: Page, addresses: tuple[str, ...], tried: list[str]
) -> None:
    said: dict[str, list[str]] = defaultdict(list)
    for address in walk(page, addresses, tried):
        said[f"title: {page.title().strip()}"].append(address)
        said[f"description: {page.evaluate(DESCRIPTION)}"].append(address)
    assert {words: where for words, where in said.items() if len(where) > 1 or words.endswith(": ")} == {}
