"""Somebody who reads the guide with a copy of it."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Page

NEW_VERSION = "A new version of this guide is ready."


def visit(reader: BrowserContext, path: str = "/", *, until_copied: bool = True) -> Page:
    page = reader.new_page()
    page.goto(path)
    if until_copied:
        page.get_by_text("Offline copy, version").wait_for(state="visible")
    return page
