"""What runs beside the procedures, and what is said of a date that cannot be met."""

from __future__ import annotations

from pathlib import Path

import html5lib
import pytest

from area_guides import area
from guide.checks.every import check_guide
from guide.pages import site
from guide.publishing.origin import Origin
from planted import planted

BUILD = Origin("1.0.0", "abcdef0", "2026-11-23", 0)


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return site.render(area("harbour"), BUILD)


def words(markup: str) -> str:
    return " ".join(" ".join(html5lib.parse(markup).itertext()).split())


def test_what_runs_beside_is_said_to_be_none_of_the_document(pages: dict[str, str]) -> None:
    text = words(pages["procedures/index.md"])
    assert "This table is not of the approved document." in text
    assert "A harbour inspection The harbour master It looks at the boats." in text
    assert "What may run beside them : a harbour inspection" in words(pages["index.md"])


def test_a_date_that_cannot_be_met_has_somebody_to_ring_and_what_is_known(pages: dict[str, str]) -> None:
    text = words(pages["how-days-are-counted.md"].partition('id="if-late"')[2])
    assert "To be filled in: telephone" in text
    assert "A concern that cannot be evaluated in time is told to the duty desk. F1-01" in text
    assert "The nation says what a delay means. Guidance on trusted adults" in text or "delay means." in text


@pytest.mark.parametrize("name", ["timeline.md", "procedures/concern.md", "roles/duty-desk.md"])
def test_every_page_on_which_readers_meet_limits_leads_there(pages: dict[str, str], name: str) -> None:
    assert 'how-days-are-counted/#if-late"' in pages[name]


@pytest.mark.parametrize("name", ["index.md", "procedures/index.md", "how-days-are-counted.md", "timeline.md"])
def test_a_guide_that_says_nothing_of_it_has_no_empty_heading(name: str) -> None:
    page = site.render(area("glen"), BUILD)[name]
    assert "if-late" not in page
    assert "what-runs-beside" not in page


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("source: [F1-01]", "source: [F9-99]", "unknown-source"),
        ("cites: trusted-adults-guidance", "cites: no-such-rule", "unknown-reference"),
        ("It looks at the boats.", "It looks at the boats within 9 weeks.", "number"),
    ],
)
def test_what_leads_nowhere_or_counts_days_is_refused(tmp_path: Path, old: str, new: str, code: str) -> None:
    assert [one.code for one in check_guide(planted(tmp_path, ("partnership.yml", old, new)))] == [code]
