"""Somebody who reads the guide with a copy of it, and a server whose next version they get."""

from __future__ import annotations

import re

from playwright.sync_api import BrowserContext, Page

from upload_orders.editions import Host, list_again, listed

NEW_VERSION = "A new version of this guide is ready."
NOT_RENEWED = "This copy could not be renewed since"


def publish(host: Host, words: str, *, later: int = 1) -> None:
    """A version made so many seconds `later`, in which the first heading of the home page says `words`."""
    home = host.site / "index.html"
    home.write_text(re.sub(r"(<h1[^>]*>).*?(</h1>)", rf"\1{words}\2", home.read_text("utf-8"), flags=re.S), "utf-8")
    list_again(host.site, int(listed(host.site)["made"]) + later)


def visit(reader: BrowserContext, path: str = "/", *, until_copied: bool = True) -> Page:
    page = reader.new_page()
    page.goto(path)
    if until_copied:
        page.get_by_text("Offline copy, version").wait_for(state="visible")
    return page
