"""What a page costs a reader on the first visit: how many files, and how many bytes when a server packs them."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser

KB = 1000
LEVEL = 6
"""How hard a server packs: the usual level, and that of scripts/deploy/nginx.conf."""
MOST_REQUESTS = 12


def packed(content: bytes) -> int:
    """The length of the content as a server sends it; the same for the same bytes, whenever it is asked."""
    return len(gzip.compress(content, LEVEL, mtime=0))


@dataclass(frozen=True)
class Visit:
    """One page opened by a browser that keeps nothing from the page before."""

    address: str
    requests: int
    bytes: int
    drawings: tuple[str, ...] = ()
    """The markup of each drawing on the page."""

    def weight_faults(self, most_bytes: int, most_requests: int = MOST_REQUESTS) -> Iterator[str]:
        """What is over budget."""
        if self.requests > most_requests:
            yield f"{self.address}: {self.requests} requests, and {most_requests} are allowed"
        if self.bytes > most_bytes:
            yield f"{self.address}: {self.bytes:,} bytes, and {most_bytes:,} are allowed"

    def drawing_faults(self, most: int = 12 * KB) -> Iterator[str]:
        """Which drawings are too heavy: each as it stands in the page, and all together as they are sent."""
        for number, drawing in enumerate(self.drawings, 1):
            if len(drawing.encode()) > most:
                yield f"{self.address}: drawing {number} has {len(drawing.encode()):,} bytes, and {most:,} are allowed"
        together = packed("".join(self.drawings).encode()) if self.drawings else 0
        if together > most:
            yield f"{self.address}: its drawings have {together:,} bytes together, and {most:,} are allowed"


def visits(browser: Browser, site: str, folder: Path, addresses: tuple[str, ...]) -> Iterator[Visit]:
    """Opens each page of the site in `folder` without a cache. The offline copy comes later, and is no part of it."""
    context = browser.new_context(base_url=site, service_workers="block")
    requests: list[str] = []
    context.on("request", lambda request: requests.append(request.url.removeprefix(site)))
    page = context.new_page()
    context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
    for address in addresses:
        requests.clear()
        page.goto(address, wait_until="networkidle")
        drawings = page.locator("figure svg").evaluate_all("all => all.map((one) => one.outerHTML)")
        sizes = [packed(_file(folder, request).read_bytes()) for request in requests]
        yield Visit(address, len(requests), sum(sizes), tuple(drawings))
    context.close()


def _file(folder: Path, address: str) -> Path:
    """The file that a server hands out for an address."""
    path = folder / unquote(urlsplit(address).path).lstrip("/")
    return path / "index.html" if path.is_dir() else path
