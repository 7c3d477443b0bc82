"""Every page again, in the folder to carry: opened as a file, without a connection."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from folder_to_carry import taken_out


def complaints(browser: Browser, folder: Path, address: str) -> list[str]:
    """What one page asks for outside of the folder or does not get, and what the browser reports of it."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    found: list[str] = []
    page.on("console", lambda message: found.append(message.text) if message.type in ("error", "warning") else None)
    context.on("weberror", lambda error: found.append(str(error.error)))
    context.on("requestfailed", lambda request: found.append(f"{request.url} failed"))
    context.on(
        "request", lambda request: request.url.startswith((folder.as_uri(), "data:")) or found.append(request.url)
    )
    page.goto(f"{folder.as_uri()}{address}index.html", wait_until="networkidle")
    if page.locator("html.no-js").count() or page.locator(".opened-alone").is_visible():
        found.append("its scripts did not run")
    context.close()
    return found


@pytest.mark.gate("A page opens as a file too: its scripts run, and it asks for nothing outside of its folder")
def test_every_page_opens_as_a_file(
    browser: Browser, built_site: Path, addresses: tuple[str, ...], tried: list[str], tmp_path: Path
) -> None:
    folder = taken_out(built_site, tmp_path)
    for address in addresses:
        if address.endswith("/"):  # all but the page for a wrong address, which only a server shows
            assert complaints(browser, folder, address) == [], address
        tried.append(address)


def test_what_a_page_lacks_or_asks_elsewhere_is_found(browser: Browser, built_site: Path, tmp_path: Path) -> None:
    folder = taken_out(built_site, tmp_path)
    page = folder / "about/index.html"
    text = page.read_text("utf-8")
    page.write_text(text.replace("guide.js", "gone.js"), "utf-8")
    assert any("gone.js failed" in one for one in complaints(browser, folder, "/about/"))
    page.write_text(text.replace("<article", '<img src="https://example.org/a.png" alt=""><article', 1), "utf-8")
    assert any("example.org" in one for one in complaints(browser, folder, "/about/"))
    page.write_text(
        text.replace('src="../assets/guide/early.js"', 'src="../assets/guide/early.js" type="module"'), "utf-8"
    )
    assert complaints(browser, folder, "/about/") != []
