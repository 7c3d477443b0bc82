"""The folder to carry, opened as people open it: by a double click on a file, with no server and no connection."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.test_timeline_everywhere import expected, follow, link_of, random_schedule, shown
from examples import examples
from folder_to_carry import taken_out
from timeline_browser import tools

RESULTS = ".guide-search__output a"


@pytest.fixture(scope="session")
def folder(harbour_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return taken_out(harbour_site, tmp_path_factory.mktemp("folder"))


@pytest.fixture
def opened(browser: Browser, folder: Path) -> Iterator[Page]:
    """A page without a connection. What it asks for outside of the folder, or complains of, fails the test."""
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
    context.on("weberror", lambda error: faults.append(str(error.error)))
    context.on(
        "request",
        lambda request: request.url.startswith((folder.as_uri(), "blob:", "data:")) or faults.append(request.url),
    )
    yield page
    context.close()
    assert faults == []


def test_search_leads_to_the_place_on_a_page(opened: Page, folder: Path) -> None:
    opened.goto((folder / "index.html").as_uri())
    opened.get_by_role("textbox", name="Search the guide").press_sequentially("PT-5")
    opened.locator(RESULTS).first.wait_for(state="visible")
    addresses = opened.locator(RESULTS).evaluate_all("all => all.map((one) => one.href)")
    for address in addresses:
        path, _, place = address.removeprefix("file://").partition("#")
        assert Path(path).is_file(), address
        assert f'id="{place}"' in Path(path).read_text("utf-8") or place == "", address
    opened.locator(RESULTS).first.click()
    opened.wait_for_url(addresses[0])


def test_the_dates_are_those_of_the_command_line(opened: Page, folder: Path) -> None:
    chance = random.Random("a folder")
    opened.goto((folder / "timeline/index.html").as_uri())
    for _ in range(examples(5)):
        entered = random_schedule(chance)
        follow(opened, link_of(entered))
        found, right = shown(opened), expected(entered)
        assert found.keys() == right.keys()
        assert [one for one in right if not found[one].strip().startswith(right[one] or "No date")] == []


def test_a_shown_timeline_leads_to_files_and_can_be_saved(opened: Page, folder: Path) -> None:
    opened.goto((folder / "timeline/index.html").as_uri())
    follow(opened, "journey=trust-concern&concern-received=2026-12-17")
    links = opened.locator("main a[href]").evaluate_all("all => all.map((one) => one.href)")
    inside = [link for link in links if link.startswith("file:")]
    assert len(inside) > 20
    assert [link for link in inside if not Path(link.removeprefix("file://").split("#")[0]).is_file()] == []
    for button, ending in (("Calendar file", ".ics"), ("Spreadsheet", ".csv")):
        with opened.expect_download() as download:
            tools(opened).get_by_role("button", name=re.compile(button)).first.click()
        assert download.value.suggested_filename.endswith(ending)
        assert Path(download.value.path()).stat().st_size > 1000


def test_the_policy_holds_in_a_folder_too(browser: Browser, folder: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(folder, tmp_path / "copy")
    page = copy / "about/index.html"
    planted = '<img src="x.png" onerror="document.title = 1"><script>document.title = "2"</script>'
    page.write_text(page.read_text("utf-8").replace("<article", f"{planted}<article", 1), "utf-8")
    opened = browser.new_page()
    opened.goto(page.as_uri())
    opened.locator(".opened-alone").wait_for(state="hidden")
    assert opened.title() not in ("1", "2")
    with pytest.raises(Exception, match=r"TrustedHTML|require.*Trusted"):
        opened.evaluate("document.body.innerHTML = '<b>x</b>'")
    opened.close()


def test_a_page_taken_out_alone_says_what_is_missing(browser: Browser, folder: Path, tmp_path: Path) -> None:
    alone = shutil.copy(folder / "timeline/index.html", tmp_path / "index.html")
    page = browser.new_page()
    page.goto(Path(alone).as_uri())
    expect(page.get_by_text("Something is missing here.")).to_be_visible()
    page.close()
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "timeline/index.html").as_uri())
    expect(page.get_by_text("Something is missing here.")).to_be_visible()
    context.close()


def test_a_folder_says_when_it_is_old(browser: Browser, folder: Path) -> None:
    text = (folder / "index.html").read_text("utf-8")
    until = re.search(r'data-until="([\d-]+)"', text)
    assert until
    for moment, old in ((f"{until[1]}T12:00:00Z", False), ("2099-01-01T12:00:00Z", True)):
        page = browser.new_page()
        page.clock.set_fixed_time(moment)
        page.goto((folder / "index.html").as_uri())
        page.locator(".opened-alone").wait_for(state="hidden")
        expect(page.get_by_text("more than 180 days old")).to_be_visible(visible=old)
        page.close()
