"""Gates: promises that hold on every page of the built site. One test is one gate and walks through all pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from gate_table import TRIED


@pytest.fixture(scope="session")
def every_page(built_site: Path) -> tuple[str, ...]:
    """The address of every page, as a reader would write it behind the host: `/`, `/timeline/`, `/404.html`."""
    pages = (path.relative_to(built_site).as_posix() for path in built_site.rglob("*.html"))
    return tuple(sorted("/" + path.removesuffix("index.html") for path in pages))


@pytest.fixture
def tried(request: pytest.FixtureRequest) -> list[str]:
    """The pages that this gate has really tried: it appends the address of each when it is done with it."""
    addresses: list[str] = []
    request.node.user_properties.append((TRIED, addresses))
    return addresses
