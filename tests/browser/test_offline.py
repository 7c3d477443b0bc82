"""The guide without a connection, and how a new version reaches a reader who has the old one."""

from __future__ import annotations

import re
import shutil
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from browser.offline_reader import NEW_VERSION, visit
from guide.publishing import offline
from upload_orders.editions import Host, listed, publish

KEPT_FOR_THE_READER = """async () => ({
  local: localStorage.length, session: sessionStorage.length, cookies: document.cookie,
  databases: (await indexedDB.databases()).length,
})"""
COPIED = """async () => {
  const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
  const requests = (await Promise.all(caches_.map((cache) => cache.keys()))).flat();
  return requests.map(({ method, url }) => `${method} ${url}`);
}"""

PLACE = "[data-guide-offline]"
UNHIDDEN = """
window.unhidden = [];
new MutationObserver((all) => window.unhidden.push(all.map(({ target }) => target.dataset.offline ?? "the place")))
  .observe(document, { subtree: true, attributeFilter: ["hidden"] });
"""


def test_after_one_visit_the_whole_guide_is_read_in_a_new_tab_without_a_connection(
    reader: BrowserContext, host: Host
) -> None:
    visit(reader).close()
    host.down()
    try:
        page = reader.new_page()
        page.goto("/procedures/evaluation/#ring-every-employer")
        expect(page.locator("#ring-every-employer")).to_be_in_viewport()
        expect(page.get_by_text("Offline copy, version")).to_be_visible()
        page.get_by_role("textbox", name="Search the guide").press_sequentially("telephone")
        expect(page.locator(".guide-search__output a").first).to_be_visible()
        page.goto("/timeline/")
        received = page.get_by_role("group", name="When did the duty desk receive the concern")
        for name, value in (("Day", "5"), ("Month", "1"), ("Year", "2026")):
            received.get_by_role("textbox", name=name).fill(value)
        page.get_by_role("button", name="Show the timeline").click()
        timeline = page.get_by_role("list", name="Timeline")
        expect(timeline).to_contain_text("6 January 2026")
        expect(timeline).to_contain_text("26 January 2026")
        for address in ("/timeline", "/timeline/index.html", "/timeline/?h=dates"):
            page.goto(address)
            expect(page.get_by_role("heading", level=1)).to_have_text("Work out the dates")
        page.goto("/print/guide.pdf")
        expect(page.get_by_role("heading", level=1)).to_have_text("Not in the offline copy")
    finally:
        host.up()


def test_a_browser_that_is_never_idle_makes_the_copy_all_the_same(reader: BrowserContext) -> None:
    """Some call nothing back until something is drawn, and a page at rest draws nothing."""
    reader.add_init_script(
        "window.requestIdleCallback = (task, { timeout } = {}) => { if (timeout) setTimeout(task, timeout); }"
    )
    visit(reader)


def test_the_copy_holds_public_files_and_nothing_else_is_kept(
    reader: BrowserContext, host: Host, harbour_site: Path
) -> None:
    page = visit(reader, "/timeline/#concern-received=2026-01-05")
    page.get_by_role("group", name="When did the duty desk receive the concern").get_by_role(
        "button", name="Use today"
    ).click()
    page.get_by_role("button", name="Show the timeline").click()
    page.reload()
    copied = page.evaluate(COPIED)
    assert len(copied) > 60
    copied.remove(f"GET {host.address}/sw.js?renewed")  # when it was last the server's
    for one in copied:
        path = one.removeprefix(f"GET {host.address}/")
        assert path != one
        assert (harbour_site / path / ("index.html" if path.endswith("/") or not path else "")).is_file(), one
    nothing = {"local": 0, "session": 0, "cookies": "", "databases": 0}
    assert page.evaluate(KEPT_FOR_THE_READER) == nothing


def test_the_footer_says_which_copy_it_is(reader: BrowserContext) -> None:
    page = visit(reader)
    expect(page.locator("footer")).to_contain_text(re.compile(r"Offline copy, version \S+, built on .+\."))
    expect(page.get_by_text("Offline copy, version")).to_be_visible()


def test_a_new_version_waits_for_the_reader(reader: BrowserContext, host: Host) -> None:
    first = visit(reader)
    old = first.get_by_role("heading", level=1).inner_text()
    publish(host, "The new version")
    one, other = visit(reader), visit(reader)
    for page in (one, other):
        expect(page.get_by_text(NEW_VERSION)).to_be_visible()
        expect(page.get_by_role("heading", level=1)).to_have_text(old)
        page.evaluate("window.untouched = true")
    one.wait_for_timeout(500)
    assert one.evaluate("window.untouched"), "the page opened again by itself"
    with one.expect_navigation():
        one.get_by_role("button", name="Use the new version").click()
    expect(one.get_by_role("heading", level=1)).to_have_text("The new version")
    expect(one.get_by_text(NEW_VERSION)).to_be_hidden()
    assert other.evaluate("window.untouched"), "another tab opened again by itself"
    with other.expect_navigation():
        other.get_by_role("button", name="Use the new version").click()
    expect(other.get_by_role("heading", level=1)).to_have_text("The new version")
    assert len(one.evaluate("caches.keys()")) == 1, "the old copy was left behind"


def test_the_first_visit_offers_no_new_version(reader: BrowserContext) -> None:
    page = visit(reader)
    page.wait_for_timeout(300)
    expect(page.get_by_text(NEW_VERSION)).to_be_hidden()


def test_a_copy_that_cannot_be_completed_changes_nothing(reader: BrowserContext, host: Host) -> None:
    visit(reader)
    publish(host, "A version with a hole")
    shutil.rmtree(host.site / "glossary")
    page = visit(reader)
    page.evaluate(
        "navigator.serviceWorker.getRegistration().then((registration) => registration.update().catch(() => 0))"
    )
    page.wait_for_timeout(1000)
    expect(page.get_by_text(NEW_VERSION)).to_be_hidden()
    host.down()
    try:
        page.goto("/glossary/")
        expect(page.get_by_role("heading", level=1)).to_have_text("Glossary")
    finally:
        host.up()


@pytest.mark.parametrize(
    "broken",
    [
        "caches.open = () => Promise.reject(new DOMException('No', 'SecurityError'));",
        "caches.open = () => Promise.reject(new DOMException('Full', 'QuotaExceededError'));",
        "throw new Error('nothing works');",
    ],
)
def test_where_no_copy_can_be_kept_the_guide_works_and_claims_nothing(
    reader: BrowserContext, host: Host, broken: str
) -> None:
    worker = host.site / "sw.js"
    worker.write_text(broken + worker.read_text("utf-8"), "utf-8")
    page = visit(reader, "/timeline/", until_copied=False)
    page.wait_for_timeout(1500)
    expect(page.get_by_text("Offline copy, version")).to_be_hidden()
    page.get_by_role("button", name="Use today").first.click()
    page.get_by_role("button", name="Show the timeline").click()
    expect(page.get_by_role("list", name="Timeline")).to_be_visible()


@pytest.mark.parametrize(
    "missing",
    [
        "Object.defineProperty(navigator, 'serviceWorker', { value: undefined });",
        "(navigator.serviceWorker ?? {}).register = () => Promise.reject(new Error('forbidden'));",
        "(navigator.serviceWorker ?? {}).register = () => Promise.resolve();",
        "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });",
    ],
)
def test_a_browser_that_keeps_no_copy_is_left_in_peace(reader: BrowserContext, missing: str) -> None:
    reader.add_init_script(missing)
    page = visit(reader, until_copied=False)
    page.wait_for_timeout(500)
    expect(page.get_by_text("Offline copy, version")).to_be_hidden()
    assert page.evaluate("caches.keys()") == []


def noon(day: str | None, days_later: int) -> datetime:
    """Noon, in universal time, so many days after `day`."""
    assert day
    return datetime.combine(date.fromisoformat(day) + timedelta(days=days_later), time(12), UTC)


def test_a_copy_older_than_180_days_says_so(reader: BrowserContext, host: Host) -> None:
    page = visit(reader)
    until = listed(host.site)["until"]
    for days_later, is_old in ((0, False), (1, True)):
        page.clock.set_fixed_time(noon(until, days_later))
        page.reload()
        expect(page.get_by_text("more than 180 days old")).to_be_visible(visible=is_old)


def test_a_page_from_the_server_is_never_called_an_old_copy(reader: BrowserContext) -> None:
    reader.clock.set_fixed_time("2036-01-01T12:00:00Z")
    page = visit(reader, until_copied=False)
    expect(page.get_by_text("The bank holidays in this guide are published until then")).to_be_visible()
    expect(page.get_by_text("more than 180 days old")).to_be_hidden()


def test_every_page_warns_in_the_last_60_days_of_the_bank_holidays(reader: BrowserContext) -> None:
    page = visit(reader, until_copied=False)
    until = page.locator(PLACE).get_attribute("data-holidays-until")
    for days_later, warned in ((-61, False), (-60, True), (1, True)):
        page.clock.set_fixed_time(noon(until, days_later))
        page.reload()
        expect(page.get_by_text("The bank holidays in this guide are published until then")).to_be_visible(
            visible=warned
        )
        # Empty, it would be heard before the heading of every page.
        assert page.locator(PLACE).evaluate("place => place.hidden") is not warned


def test_the_place_for_news_is_there_before_the_first_news_which_is_not_said_aloud_otherwise(
    reader: BrowserContext,
) -> None:
    page = visit(reader, until_copied=False)
    page.clock.set_fixed_time(noon(page.locator(PLACE).get_attribute("data-holidays-until"), 1))
    page.add_init_script(UNHIDDEN)
    page.reload()
    expect(page.get_by_text("The bank holidays in this guide are published until then")).to_be_visible()
    at_once: list[list[str]] = page.evaluate("window.unhidden")
    assert ["the place"] in at_once
    assert ["holidays"] in at_once[at_once.index(["the place"]) :]


def test_a_worker_with_nothing_to_keep_withdraws(reader: BrowserContext, host: Host, root: Path) -> None:
    page = visit(reader)
    written = (root / "docs/sw.js").read_text("utf-8")
    assert offline.NOTHING_TO_KEEP in written
    (host.site / "sw.js").write_text(written, "utf-8")
    page.evaluate("navigator.serviceWorker.getRegistration().then((registration) => registration.update())")
    page.wait_for_function("caches.keys().then((names) => names.length === 0)")
    page.wait_for_function("navigator.serviceWorker.getRegistrations().then((all) => all.length === 0)")
