"""A guide with more journeys than a page holds: each has a page of dates, and what is kept belongs to one of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bench.generated import write_guide
from bench.spent import spent
from building import copy_of_project
from folder_to_carry import taken_out
from guide.pages.large import LISTED
from local_site import served
from timeline_browser import enter, whole

QUESTION = "When was the disagreement raised?"
KEPT = 'window.localStorage.getItem("guide-timeline")'


@pytest.fixture(scope="module")
def large_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of such a guide, without its PDFs."""
    project = copy_of_project(tmp_path_factory.mktemp("large"))
    write_guide(project / "procedures", LISTED + 1)
    spent(["-m", "bench.without_pdfs", "build", "--strict", "--site-dir", "site"], project)
    return project / "site"


@pytest.fixture(params=["on a server", "as a folder"])
def opened(
    request: pytest.FixtureRequest, browser: Browser, large_site: Path, tmp_path: Path
) -> Iterator[tuple[Page, str, str]]:
    """A page, the address of the site, and what stands behind the address of each of its pages."""
    context = browser.new_context(service_workers="block")
    if request.param == "on a server":
        with served(large_site) as address:
            yield context.new_page(), f"{address}/", ""
    else:
        yield context.new_page(), f"{taken_out(large_site, tmp_path).as_uri()}/", "index.html"
    context.close()


def show(page: Page) -> None:
    enter(page, QUESTION, "7 6 2027")
    page.get_by_role("button", name="Show the timeline").click()
    whole(page)


def test_what_is_kept_of_one_journey_is_found_again_and_other_pages_leave_it_alone(
    opened: tuple[Page, str, str],
) -> None:
    page, site, file = opened
    page.goto(f"{site}timeline/{file}")
    page.get_by_role("link", name="Journey 3", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Work out the dates: Journey 3")
    show(page)
    page.get_by_label("Remember on this device").check()
    assert "journey=journey-3&" in page.evaluate(KEPT)

    page.goto(f"{site}timeline-journey-5/{file}")
    expect(page.get_by_role("button", name="Show the timeline")).to_be_visible()
    expect(page.locator("#timeline-results")).to_be_hidden()
    assert "journey=journey-3&" in page.evaluate(KEPT)

    for start in ("", "timeline/"):
        page.goto(f"{site}{start}{file}")
        page.locator("#your-timeline a").click()
        page.wait_for_url(f"{site}timeline-journey-3/{file}")
        expect(page.locator("#timeline-results")).to_be_visible()


def test_a_page_of_one_journey_works_out_its_dates_and_leads_to_its_steps(opened: tuple[Page, str, str]) -> None:
    page, site, file = opened
    page.goto(f"{site}timeline-journey-3/{file}")
    show(page)
    expect(page.locator("#agenda")).to_contain_text("8 June 2027")
    link = page.locator("#timeline-list a[href*='procedures/procedure-3/']").first
    address = link.evaluate("(one) => one.href")
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_contain_text("3")
    assert page.locator(f"[id='{address.partition('#')[2]}']").count() == 1
