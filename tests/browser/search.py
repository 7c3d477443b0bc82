"""The search of the site as a reader uses it."""

from __future__ import annotations

import re

from playwright.sync_api import Page


def found(page: Page, words: str) -> list[tuple[str, str]]:
    """The first results of a search: address within the site, and heading."""
    page.get_by_role("searchbox").or_(page.get_by_placeholder("Search")).first.click()
    # The words at once, and one key: results for the first letters alone would be found first, and read as the answer.
    page.keyboard.insert_text(words)
    page.keyboard.press("End")
    page.locator(".md-search-result__link").first.wait_for(state="visible", timeout=15_000)
    links = page.locator(".md-search-result__link").all()[:5]
    return [
        (re.sub(r"^https?://[^/]+|\?[^#]*", "", link.get_attribute("href") or ""), link.text_content() or "")
        for link in links
    ]
