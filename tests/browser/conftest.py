"""A real browser on the harbour's site. A request to another host, or an uncaught error, fails the test it came in."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from local_site import served
from upload_orders.editions import Host

OpenPage = Callable[..., Page]
Until = Literal["load", "networkidle"]

# The usual five seconds are short for a machine that runs the other tests beside this one.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def site_server(harbour_site: Path) -> Iterator[str]:
    """The address of the harbour's site, without a slash at the end. The gates have that of the guide here instead."""
    with served(harbour_site) as address:
        yield address


@pytest.fixture
def requests() -> list[Request]:
    """Every request that the pages of this test made, in order."""
    return []


@pytest.fixture
def open_page(
    request: pytest.FixtureRequest, browser: Browser, site_server: str, requests: list[Request]
) -> Iterator[OpenPage]:
    """Opens a page of the site: `open_page("/timeline/", width=320, color_scheme="dark")`, with any context option.

    The page is there once its scripts have run. `until="networkidle"` waits until it has asked for nothing for a while.
    A test that is marked `timeline_browser.at_both_widths` is run wide and on a phone.
    """
    usual_width: int = getattr(request, "param", 1280)
    contexts: list[BrowserContext] = []
    errors: list[str] = []

    def opened(
        path: str = "/", width: int = usual_width, height: int = 900, until: Until = "load", **options: Any
    ) -> Page:
        # The offline copy is fetched whole and in the background; only the tests about it wait for that.
        options.setdefault("service_workers", "block")
        context = browser.new_context(base_url=site_server, viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        context.on("request", lambda request: requests.append(request))
        context.on("weberror", lambda error: errors.append(str(error.error)))
        page = context.new_page()
        page.goto(path, wait_until=until)
        return page

    yield opened
    for context in contexts:
        context.close()
    foreign = [request.url for request in requests if not request.url.startswith((f"{site_server}/", "data:", "blob:"))]
    assert foreign == [], "requests left this site"
    assert errors == [], "uncaught errors on the page"


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """The home page at 1280 by 900, in light colours."""
    return open_page("/")


@pytest.fixture
def host(harbour_site: Path, tmp_path: Path) -> Iterator[Host]:
    shutil.copytree(harbour_site, tmp_path / "site")
    host = Host(tmp_path / "site")
    yield host
    host.down()


@pytest.fixture
def reader(browser: Browser, host: Host) -> Iterator[BrowserContext]:
    """Somebody with a browser that has never seen the guide."""
    context = browser.new_context(base_url=host.address)
    errors: list[str] = []
    context.on("weberror", lambda error: errors.append(str(error.error)))
    yield context
    context.close()
    assert errors == []
