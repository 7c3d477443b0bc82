"""A site that is to be published says who answers for it; a preview marks what nobody has filled in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import html5lib
import pytest
from click.testing import CliRunner

from area_guides import area_folder
from guide.calendars.days import parse
from guide.checks.every import check_publication
from guide.cli.program import main
from guide.model.contacts import CONTACTS_NEEDED
from guide.model.guide import Guide
from guide.model.statement import NEEDED
from guide.pages import site
from guide.publishing.origin import Origin, is_production
from planted import line_of, planted
from statement_facts import FACTS, WEBSITE

BUILD = Origin("1.0.0", "abcdef0", "2026-11-23", 0)
TODAY = parse("2026-11-23")
MARK = "To be filled in"
MISSING = len(CONTACTS_NEEDED) - 1
"""What the harbour has not said of whom to ring: all but 999, which nobody has to write."""


@pytest.fixture
def preview(guide: Guide) -> Guide:
    return guide


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    return planted(tmp_path_factory.mktemp("filled"), ("partnership.yml", WEBSITE, FACTS))


def words(pages: Mapping[str, str], name: str = "accessibility.md") -> str:
    return " ".join(" ".join(html5lib.parse(pages[name]).itertext()).split())


def test_a_preview_marks_every_fact_that_is_missing_and_says_that_it_is_one(preview: Guide) -> None:
    pages = site.render(preview, BUILD)
    assert preview.partnership.missing_facts == tuple(NEEDED)
    assert words(pages).count(f"{MARK}: ") == len(NEEDED)
    assert "This is a preview." in words(pages)
    assert ".well-known/security.txt" not in pages


def test_a_guide_with_all_its_facts_says_them_and_marks_nothing(filled: Guide) -> None:
    text = words(site.render(filled, BUILD))
    assert MARK not in text
    assert "preview" not in text
    for said in (
        "https://guide.example.org", "accessibility@example.org", "01632 960000", "1 High Street, Exampleton",
        "5 working days", "Friday 20 November 2026", "Sunday 22 November 2026", "Monday 16 November 2026, against",
        "the digital team, with a screen reader",
        "This website is partially compliant with the Web Content Accessibility Guidelines version 2.2 AA standard",
        "Forms are Word documents. This fails WCAG 2.2 success criterion 1.3.1 (info and relationships).",
    ):  # fmt: skip
        assert said in text


def test_each_barrier_stands_under_the_reason_that_the_regulations_give_it(filled: Guide) -> None:
    text = words(site.render(filled, BUILD))
    reasons = ["Non-compliance with the accessibility regulations", "not within the scope"]
    places = [text.index(one) for one in (reasons[0], "Forms are Word", reasons[1], "Old maps have no words.")]
    assert places == sorted(places)
    assert "Disproportionate burden" not in text


def test_the_address_for_security_faults_is_published_until_the_review_date(filled: Guide) -> None:
    lines = site.render(filled, BUILD)[".well-known/security.txt"].splitlines()
    assert lines[1:] == [
        "Contact: mailto:security@example.org", "Expires: 2029-10-05T23:59:59Z", "Preferred-Languages: en",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("nation", "enforcer"),
    [("england", "Equality Advisory and Support Service"), ("northern-ireland", "Equality Commission for Northern")],
)
def test_the_enforcing_body_is_that_of_the_nation(tmp_path: Path, nation: str, enforcer: str) -> None:
    guide = planted(tmp_path, ("partnership.yml", "nation: wales", f"nation: {nation}"))
    assert enforcer in words(site.render(guide, BUILD))


def test_a_site_to_be_published_is_refused_for_each_missing_fact_with_place_cause_and_cure(preview: Guide) -> None:
    problems = check_publication(preview, TODAY, production=True)
    assert [problem.code for problem in problems] == ["not-filled-in"] * (len(NEEDED) + MISSING)
    phone = next(problem for problem in problems if "accessibility.phone" in problem.message)
    assert (Path(phone.place.path).name, phone.place.line) == (
        "partnership.yml",
        preview.partnership.contact.place.line,
    )
    assert "lacks a telephone number" in phone.message
    assert "under accessibility, as phone:" in phone.hint


def test_a_preview_without_the_facts_has_no_problem(preview: Guide) -> None:
    assert check_publication(preview, TODAY, production=False) == []


def test_a_guide_with_all_its_facts_may_be_published(filled: Guide) -> None:
    assert check_publication(filled, TODAY, production=True) == []


def test_a_missing_fact_is_reported_where_the_others_stand(tmp_path: Path) -> None:
    guide = planted(tmp_path, ("partnership.yml", WEBSITE, FACTS.replace("  phone: 01632 960000\n", "")))
    (problem,) = check_publication(guide, TODAY, production=True)
    assert problem.place.line == line_of(guide, "partnership.yml", "email: accessibility")


def test_a_build_is_for_readers_when_it_knows_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GUIDE_PRODUCTION", raising=False)
    assert (is_production("https://guide.example.org/"), is_production(""), is_production(None)) == (True, False, False)
    monkeypatch.setenv("GUIDE_PRODUCTION", "1")
    assert is_production("")


def test_the_command_lists_what_a_published_site_needs() -> None:
    asked = ["check", "--procedures", str(area_folder()), "--production"]
    done = CliRunner().invoke(main, asked)
    assert done.exit_code == 1
    assert done.stderr.count("not-filled-in") == len(NEEDED) + MISSING


def test_every_page_leads_to_the_statements(harbour_site: Path) -> None:
    pages = list(harbour_site.rglob("*.html"))
    assert len(pages) > 30
    for path in pages:
        footer = path.read_text("utf-8").split('class="guide-footer__links"')[1]
        assert all(f">{name}</a>" in footer for name in ("Accessibility", "Privacy", "About this guide")), path
