"""The search of the site as a reader uses it."""

from __future__ import annotations

import re

from playwright.sync_api import Page

RESULTS = ".guide-search__output a"


def found(page: Page, words: str) -> list[tuple[str, str]]:
    """The first results of a search: address within the site, and heading."""
    page.get_by_role("searchbox").or_(page.get_by_placeholder("Search")).first.click()
    # At once: results for the first letters alone would be found first, and read as the answer.
    page.keyboard.insert_text(words)
    page.locator(RESULTS).first.wait_for(state="visible", timeout=15_000)
    links = page.locator(RESULTS).all()[:5]
    return [
        (re.sub(r"^https?://[^/]+", "", link.evaluate("(link) => link.href")), link.text_content() or "")
        for link in links
    ]
