"""The page of forms says where each can be had: a public page is linked, and nobody is asked for it."""

from __future__ import annotations

import re

from area_guides import area
from guide.pages.site import render
from guide.publishing import Origin


def test_a_form_that_anybody_can_have_leads_there_and_to_nobody() -> None:
    page = render(area(), Origin("1.0.0", "abcdef0", "2026-11-23", 0))["forms.md"]
    section = page[page.index('id="regulator-page"') :]
    where = re.search(r"Where to get it</dt><dd>(.*?)</dd>", section, re.S)
    assert where is not None
    assert '<a href="https://www.gov.uk/harbours/trusted-adults">Guidance on trusted adults</a>' in where[1]
    assert "Ask" not in where[1]
