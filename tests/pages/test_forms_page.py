"""The page of forms says where each can be had: a public page is linked, and nobody is asked for it."""

from __future__ import annotations

import re

from area_guides import area
from guide.pages.site import render
from guide.print.posters import poster_of
from guide.publishing import Origin


def test_a_form_that_anybody_can_have_leads_there_and_to_nobody() -> None:
    page = render(area(), Origin("1.0.0", "abcdef0", "2026-11-23", 0))["forms.md"]
    section = page[page.index('id="regulator-page"') :]
    where = re.search(r"Where to get it</dt><dd>(.*?)</dd>", section, re.S)
    assert where is not None
    assert '<a href="https://www.gov.uk/harbours/trusted-adults">Guidance on trusted adults</a>' in where[1]
    assert "Ask" not in where[1]


def test_a_public_form_is_linked_on_its_step_and_on_the_page_of_dates_too() -> None:
    pages = render(area(), Origin("1.0.0", "abcdef0", "2026-11-23", 0))
    link = 'href="https://www.gov.uk/harbours/trusted-adults">open it'
    homes = {one.id for one in area().procedures for step in one.steps if "regulator-page" in step.forms}
    assert homes
    for page in ("timeline.md", *(f"procedures/{home}.md" for home in homes)):
        assert link in pages[page], page


def test_a_poster_has_the_address_of_a_public_form_as_somebody_types_it() -> None:
    guide = area()
    online = {one.id: [form.short for form in poster_of(guide, one.id).flow.online] for one in guide.procedures}
    homes = {str(one.id) for one in guide.procedures for step in one.steps if "regulator-page" in step.forms}
    assert {home for home, short in online.items() if short == ["gov.uk/harbours/trusted-adults"]} == homes


def test_a_report_without_a_code_is_written_and_nobody_is_sent_for_its_form() -> None:
    guide = area()
    page = render(guide, Origin("1.0.0", "abcdef0", "2026-11-23", 0))["forms.md"]
    plain = [one for one in guide.forms if not one.code and not one.reference and not one.file]
    assert plain
    for form in guide.forms:
        section = page[page.index(f'id="{form.id}"') :].partition("</section>")[0]
        is_plain = form in plain
        assert ("<dt>Written by</dt>" in section) == is_plain, form.id
        assert ("The source gives it no code, and no blank form for it is published here." in section) == is_plain
