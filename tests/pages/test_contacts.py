"""Readers are told whom to ring: on the first page, at the foot of every page, and what is not known is marked."""

from __future__ import annotations

from pathlib import Path

import html5lib
import pytest

from area_guides import area
from guide.calendars.days import parse
from guide.checks.every import check_publication
from guide.model.contacts import CONTACTS_NEEDED
from guide.pages import site
from guide.pages.frame import whom_to_ring
from guide.publishing.origin import Origin
from planted import line_of, planted
from statement_facts import FACTS, WEBSITE

BUILD = Origin("1.0.0", "abcdef0", "2026-11-23", 0)
TODAY = parse("2026-11-23")


def words(markup: str) -> str:
    return " ".join(" ".join(html5lib.parse(markup).itertext()).split())


def test_danger_comes_first_on_the_first_page_before_whatever_else_it_says() -> None:
    page = words(site.render(area("glen"), BUILD)["index.md"])
    order = (
        "In danger now, in the Glen",
        "999",
        "duty social worker",
        "out of hours",
        "The Glen Office",
        "notice board",
    )
    told = [page.find(one) for one in order[:-1]] + [page.find("step by step")]
    assert -1 not in told
    assert told == sorted(told)


def test_the_first_card_leads_to_the_decision_guide_where_there_is_one() -> None:
    first = {
        name: site.render(area(name), BUILD)["index.md"].split('class="door" href="')[1] for name in ("harbour", "glen")
    }
    assert first["harbour"].startswith("should-i-report-this/")
    assert first["glen"].startswith("procedures/discussion/")


def test_a_number_leads_to_the_telephone_and_a_mailbox_to_the_post_each_with_the_day_of_its_check() -> None:
    foot = whom_to_ring(area("glen"))
    assert '<a href="tel:+441632960102">+44 1632 960102</a>' in foot
    assert '<a href="mailto:glen.office@glen.example.org">' in foot
    assert "(checked on Friday 4 September 2026)" in words(foot)


def test_a_preview_has_999_and_marks_every_other_number() -> None:
    foot = words(whom_to_ring(area("harbour")))
    assert "If anyone is in immediate danger 999 Children's social care" in foot
    assert foot.count("To be filled in: telephone") == 3


def test_hostile_words_of_a_contact_reach_the_foot_as_words(tmp_path: Path) -> None:
    changed = FACTS.replace('hours: "Monday to Friday, 9am to 5pm"', "hours: '<script>alert(1)</script>'")
    guide = planted(tmp_path, ("partnership.yml", WEBSITE, changed))
    foot = whom_to_ring(guide)
    assert "<script>" not in foot
    assert "<script>alert(1)</script>" in words(foot)


def test_every_page_of_a_site_has_the_numbers_at_its_foot(harbour_site: Path) -> None:
    pages = list(harbour_site.rglob("*.html"))
    assert len(pages) > 30
    for path in pages:
        foot = path.read_text("utf-8").split("<footer")[1]
        assert 'href="tel:999"' in foot, path


@pytest.mark.parametrize("key", [key for key in CONTACTS_NEEDED if key != "contacts.emergency.phone"])
def test_a_site_is_not_published_without_each_of_them(tmp_path: Path, key: str) -> None:
    _, section, fact = key.split(".")
    line = next(one for one in FACTS.splitlines() if one.startswith(f"  {section}:"))
    inside = line.partition("{")[2].rstrip("}")
    kept = [one for one in _parts(inside) if not one.startswith(f"{fact}:")]
    guide = planted(tmp_path, ("partnership.yml", WEBSITE, FACTS.replace(line, f"  {section}: {{{', '.join(kept)}}}")))
    (problem,) = check_publication(guide, TODAY, production=True)
    assert (problem.code, problem.place.line) == (
        "not-filled-in",
        line_of(guide, "partnership.yml", f"  {section}: {{"),
    )
    assert f"{key} is not filled in" in problem.message
    assert f"under contacts.{section}, as {fact}:" in problem.hint


def _parts(inside: str) -> list[str]:
    """The keys and values of a mapping in one line, whose quoted words have a comma in them."""
    found: list[str] = []
    for one in inside.split(", "):
        if found and found[-1].count('"') == 1:
            found[-1] += f", {one}"
        else:
            found.append(one)
    return found
