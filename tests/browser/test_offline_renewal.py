"""What may never enter the copy, and what a reader is told whose copy cannot be renewed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.offline_reader import NEW_VERSION, visit
from upload_orders.editions import Host, list_again, listed, newer, publish
from upload_orders.planted import PLANTED, answered
from upload_orders.readers import AGAIN, DIGESTS, NOT_RENEWED, SETTLED

WAS_TOLD = """document.addEventListener("DOMContentLoaded", () => {
  const notice = document.querySelector("[data-offline=unrenewed]");
  new MutationObserver(() => { if (!notice.hidden) window.wasTold = true; }).observe(notice, { attributes: true });
})"""


ASKS_OF_ITSELF = """async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  const { update } = ServiceWorkerRegistration.prototype;
  window.asked = 0;
  ServiceWorkerRegistration.prototype.update = function () { window.asked += 1; return update.call(this); };
  registration.update().catch(() => undefined);
}"""
"""As a browser does after a page has come; how often it was asked is counted from then on."""


FAULTS = {fault.what: fault.plant for fault in PLANTED if fault.room is None}
NOT_WHOLE = {
    what: plant for what, plant in FAULTS.items() if what.startswith(("old pages", "half", "a ", "302", "404"))
}
del NOT_WHOLE["404 of the worker"]


def tomorrow(page: Page) -> None:
    page.clock.set_fixed_time(datetime.now(UTC) + timedelta(days=1))


def today_in_words() -> str:
    now = datetime.now(UTC)
    return f"{now.day} {now:%B %Y}"


@pytest.fixture
def new(host: Host, tmp_path: Path) -> Path:
    return newer(host.site, tmp_path / "new", "a newer version")


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_what_is_not_the_whole_site_never_enters_and_the_next_day_the_reader_is_told(
    reader: BrowserContext, host: Host, new: Path, fault: Callable[[Host, Path], None]
) -> None:
    page = visit(reader)
    old = page.get_by_role("heading", level=1).inner_text()
    before = listed(host.site)["files"]
    fault(host, new)
    tomorrow(page)
    page.goto("/")
    notice = page.get_by_text(NOT_RENEWED)
    expect(notice).to_be_visible()
    expect(notice).to_have_text(f"This copy could not be renewed since {today_in_words()}.")
    expect(page.get_by_role("heading", level=1)).to_have_text(old)
    expect(page.get_by_text(NEW_VERSION)).to_be_hidden()
    assert page.evaluate(DIGESTS, list(before)) == before
    host.down()
    try:
        page.goto("/glossary/")
        expect(page.get_by_role("heading", level=1)).to_have_text("Glossary")
        expect(page.get_by_text(NOT_RENEWED)).to_be_visible()
    finally:
        host.up()
    host.answers.clear()
    shutil.copytree(new, host.site, dirs_exist_ok=True)
    list_again(host.site, int(listed(new)["made"]) + 1)
    page.evaluate(AGAIN)
    expect(page.get_by_text(NEW_VERSION)).to_be_visible()
    expect(page.get_by_text(NOT_RENEWED)).to_be_hidden()


@pytest.mark.parametrize("fault", NOT_WHOLE.values(), ids=NOT_WHOLE)
def test_somebody_new_gets_no_copy_of_what_is_not_whole(
    reader: BrowserContext, host: Host, new: Path, fault: Callable[[Host, Path], None]
) -> None:
    fault(host, new)
    page = visit(reader, until_copied=False)
    assert page.evaluate(SETTLED) == {"waits": False, "active": False}
    assert page.evaluate("caches.keys()") == []
    expect(page.get_by_text("Offline copy, version")).to_be_hidden()


def test_until_the_reader_asks_every_page_and_file_is_of_the_old_copy(
    reader: BrowserContext, host: Host, new: Path
) -> None:
    page = visit(reader)
    before, after = listed(host.site)["files"], listed(new)["files"]
    shutil.copytree(new, host.site, dirs_exist_ok=True)
    for address in ("/", "/glossary/"):
        page.goto(address)
        expect(page.get_by_text(NEW_VERSION)).to_be_visible()
        assert page.evaluate(DIGESTS, list(before)) == before
    with page.expect_navigation():
        page.get_by_role("button", name="Use the new version").click()
    assert page.evaluate(DIGESTS, list(after)) == after


def test_who_comes_back_to_a_newer_version_is_offered_it_and_told_nothing_else(
    reader: BrowserContext, host: Host
) -> None:
    page = visit(reader)
    publish(host, "New")
    page.add_init_script(WAS_TOLD)
    tomorrow(page)
    page.goto("/")
    expect(page.get_by_text(NEW_VERSION)).to_be_visible()
    assert page.evaluate("window.wasTold") is None


def test_a_full_device_keeps_the_old_copy_and_tells_the_reader(reader: BrowserContext, host: Host) -> None:
    page = visit(reader)
    old = page.get_by_role("heading", level=1).inner_text()
    publish(host, "New")
    storage = reader.new_cdp_session(page)
    storage.send("Storage.overrideQuotaForOrigin", {"origin": host.address, "quotaSize": 1})
    tomorrow(page)
    page.goto("/")
    expect(page.get_by_text(NOT_RENEWED)).to_be_visible()
    expect(page.get_by_text("make room on your device")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text(old)
    assert len(page.evaluate("caches.keys()")) == 1, "half a copy was left behind"
    storage.send("Storage.overrideQuotaForOrigin", {"origin": host.address})
    page.evaluate(AGAIN)
    expect(page.get_by_text(NEW_VERSION)).to_be_visible()


def test_without_a_connection_the_reader_is_told_from_the_next_day_on(reader: BrowserContext, host: Host) -> None:
    page = visit(reader)
    host.down()
    try:
        page.goto("/")
        page.get_by_text("Offline copy, version").wait_for(state="visible")
        expect(page.get_by_text(NOT_RENEWED)).to_be_hidden()
        tomorrow(page)
        page.goto("/")
        expect(page.get_by_text(NOT_RENEWED)).to_be_visible()
    finally:
        host.up()
    page.evaluate(AGAIN)
    expect(page.get_by_text(NOT_RENEWED)).to_be_hidden()


def test_a_connection_that_is_back_while_the_last_look_still_waits_is_looked_at_after_it(
    reader: BrowserContext, host: Host
) -> None:
    page = visit(reader)
    host.answers["sw.js"] = answered(404)
    host.speaks.clear()
    tomorrow(page)
    page.goto("/")
    expect(page.get_by_text(NOT_RENEWED)).to_be_visible()
    publish(host, "New")
    page.evaluate(AGAIN)
    host.answers.clear()
    host.speaks.set()
    expect(page.get_by_text(NEW_VERSION)).to_be_visible()


def test_what_the_browser_asked_of_itself_before_a_connection_was_back_is_asked_again(
    reader: BrowserContext, host: Host
) -> None:
    page = visit(reader)
    tomorrow(page)
    host.answers["sw.js"] = answered(404)
    page.goto("/")
    expect(page.get_by_text(NOT_RENEWED)).to_be_visible()
    host.speaks.clear()
    page.evaluate(ASKS_OF_ITSELF)
    page.evaluate(AGAIN)
    page.wait_for_function("window.asked === 2")
    publish(host, "New")
    host.answers.clear()
    host.speaks.set()
    expect(page.get_by_text(NEW_VERSION)).to_be_visible()
    # In a second or two the browser asks of itself once more. A page does not wait for that.
    assert page.evaluate("window.asked") == 3


@pytest.mark.parametrize("same", ["*.html", "sw.js", "*"])
def test_files_that_change_and_keep_their_time_are_told_apart(reader: BrowserContext, host: Host, same: str) -> None:
    """Some ways to publish give every file one time, and a server then says of each that it is the old one."""
    long_ago = datetime(2020, 1, 1, tzinfo=UTC).timestamp()

    def put_back() -> None:
        for path in host.site.rglob(same):
            os.utime(path, (long_ago, long_ago))

    put_back()
    page = visit(reader)
    publish(host, "New")
    put_back()
    tomorrow(page)
    page.goto("/")
    expect(page.get_by_text(NEW_VERSION)).to_be_visible()
    expect(page.get_by_text(NOT_RENEWED)).to_be_hidden()


def test_a_page_left_open_tells_it_too(reader: BrowserContext, host: Host) -> None:
    visit(reader).close()
    page = visit(reader)
    host.answers["sw.js"] = answered(404)
    tomorrow(page)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.get_by_text(NOT_RENEWED)).to_be_visible()


def test_a_copy_from_before_lists_were_dated_is_replaced(reader: BrowserContext, host: Host) -> None:
    """It was named by its build alone, and some of those begin with many digits."""
    page = visit(reader, until_copied=False)
    name = f"guide {host.address}/ 9999999999999999"
    page.evaluate("(name) => caches.open(name)", name)
    page.evaluate(SETTLED)
    page.get_by_text("Offline copy, version").wait_for(state="visible")
    page.wait_for_function("(name) => caches.has(name).then((has) => !has)", arg=name)


def test_what_an_interrupted_attempt_left_is_no_copy(reader: BrowserContext, host: Host) -> None:
    page = visit(reader)
    name = f"guide {host.address}/ {int(listed(host.site)['made']) + 2} 0123456789abcdef"
    page.evaluate("async (name) => (await caches.open(name)).put('/', new Response('half'))", name)
    publish(host, "New")
    page.goto("/")
    expect(page.get_by_text(NEW_VERSION)).to_be_visible()


def test_a_page_that_is_not_in_the_copy_gets_nothing_from_it(reader: BrowserContext, host: Host) -> None:
    """A new page with the old scripts and styles would be neither the old version nor the new one."""
    visit(reader).close()
    style = host.site / "assets/guide/guide.css"
    style.write_text("/* new */\n", "utf-8")
    shutil.copytree(host.site / "glossary", host.site / "quite-new")
    page = visit(reader, "/quite-new/", until_copied=False)
    asked = "fetch('/assets/guide/guide.css', { cache: 'reload' }).then((response) => response.text())"
    assert page.evaluate(asked) == "/* new */\n"
    page.goto("/glossary/")
    assert page.evaluate(asked) != "/* new */\n"


def test_a_page_of_another_version_than_the_copy_does_not_call_itself_the_copy(
    reader: BrowserContext, host: Host
) -> None:
    home = (host.site / "index.html").read_text("utf-8")
    host.answers["index.html"] = answered(200, home.replace('data-made="', 'data-made="1').encode())
    page = visit(reader, "/index.html", until_copied=False)
    assert page.evaluate(SETTLED) == {"waits": False, "active": True}
    expect(page.get_by_text("Offline copy, version")).to_be_hidden()
    page.goto("/index.html")
    expect(page.get_by_text("Offline copy, version")).to_be_visible()
