"""Gates try the site of whatever guide stands in `procedures/`: the promises are about what is published from here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from local_site import served


@pytest.fixture(scope="session")
def site_server(built_site: Path) -> Iterator[str]:
    """The address of the built site, without a slash at the end."""
    with served(built_site) as address:
        yield address
