"""The shipped guide, and a browser on its site."""

from __future__ import annotations

import pytest

from browser.conftest import open_page, page, requests
from guide.model.guide import Guide
from kinds import guide_here

__all__ = ["open_page", "page", "requests"]


@pytest.fixture(scope="session")
def guide() -> Guide:
    """The guide in `procedures/`, which is that of North East Lincolnshire where these tests are meant to pass."""
    return guide_here()
