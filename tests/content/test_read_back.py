"""Every page of a shipped procedure, read back: list and card say of each entry what the model says."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.model.guide import Guide
from pages.test_read_back import test_list_and_cards_of_every_page_say_what_the_model_says

__all__ = ["test_list_and_cards_of_every_page_say_what_the_model_says"]


@pytest.fixture(scope="module")
def pages(built_site: Path, guide: Guide) -> dict[str, str]:
    """The published page of each procedure."""
    return {one.id: (built_site / "procedures" / one.id / "index.html").read_text("utf-8") for one in guide.procedures}
