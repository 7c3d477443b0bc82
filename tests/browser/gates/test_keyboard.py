"""Every page by keyboard alone."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

import pytest
from playwright.async_api import Browser, CDPSession, Page, async_playwright

from keyboard_walk import Walk, walk
from kinds import KINDS, guide_here, page_of
from local_site import arguments, executable

T = TypeVar("T")

TAB = {"type": "rawKeyDown", "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}
SHIFT = 8
UNFOLD = "() => document.querySelectorAll('details').forEach((details) => { details.open = true; })"
AT_ONCE = 2
"""Pages walked through side by side."""

PLANTED = """() => {
  const plant = (html, css) => {
    document.querySelector("article").insertAdjacentHTML("beforeend", html);
    Object.assign(document.querySelector("article").lastElementChild.style, css);
  };
  plant("<a href=/ id=ghost>Ghost</a>", { opacity: "0" });
  plant("<a href=/ id=away>Away</a>", { position: "fixed", left: "-999px" });
  plant("<button id=nameless></button>", { width: "50px", height: "50px" });
  plant("<a href=/ id=pale>Pale</a>", {});
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("#pale:focus { outline: 3px solid #ccc !important } #bare:focus { outline: none !important }");
  document.adoptedStyleSheets.push(sheet);
  plant("<a href=/ id=bare>Bare</a>", { boxShadow: "none" });
  plant("<div><a href=/ id=covered>Covered</a></div>", { position: "relative" });
  const lid = document.createElement("p");
  Object.assign(lid.style, { position: "absolute", inset: "0", margin: "0" });
  document.getElementById("covered").after(lid);
  plant("<a href=/ tabindex=1 id=early>Early</a>", {});
  plant("<button id=passed>Passed</button>", {});
  addEventListener("focusin", ({ target }) => { if (target.id === "passed") target.nextElementSibling.focus(); }, true);
  plant("<a href=/ id=after>After</a>", {});
}"""
SCATTERED = """() => {
  addEventListener("keydown", (event) => { if (event.key === "ArrowDown") event.stopImmediatePropagation(); }, true);
  document.querySelectorAll("figure.flow a.flow-node")[1].removeAttribute("tabindex");
}"""
TRAP = """() => {
  const button = document.querySelector(".guide-menu-button");
  button.addEventListener("keydown", (event) => { if (event.key === "Tab") event.preventDefault(); });
}"""


@dataclass(frozen=True)
class Keys:
    """A reader in Chromium who has nothing but keys."""

    page: Page
    session: CDPSession

    async def press(self, key: str, times: int) -> None:
        # All at once, in order: the browser answers a press only with its next frame, and the walk sees each stop.
        event = TAB | {"modifiers": SHIFT if key.startswith("Shift+") else 0}
        await asyncio.gather(*(self.session.send("Input.dispatchKeyEvent", event) for _ in range(times)))

    async def ask(self, function: str, value: Any) -> Any:
        return await self.page.evaluate(function, value)


@pytest.mark.gate("Everything a mouse reaches is reached by keyboard, in order, in plain sight and with a visible mark")
def test_every_page_is_walked_by_keyboard(site_server: str, addresses: tuple[str, ...], tried: list[str]) -> None:
    # Here only the way there: nothing lies over the edge of a wide page, which is what the way back is for.
    walks = walks_through(site_server, addresses, tried, width=1280, and_back=False)
    assert faults_of(walks) == []


@pytest.mark.gate("On a screen of 320 pixels too, the keyboard reaches everything and nothing hidden takes the focus")
def test_every_page_is_walked_by_keyboard_on_a_narrow_screen(
    site_server: str, addresses: tuple[str, ...], tried: list[str]
) -> None:
    assert faults_of(walks_through(site_server, addresses, tried, width=320)) == []


def test_the_walk_sees_what_is_hidden_covered_nameless_pale_out_of_order_or_passed_over(site_server: str) -> None:
    faults = faults_of(walks_through(site_server, ("/about/",), [], 1280, and_back=False, plant=PLANTED))
    expected = (
        "a#ghost “Ghost” has the focus and is hidden",
        "a#away “Away” is outside the window, or too small to see",
        "button#nameless “” has no name",
        "a#pale “Pale” shows the focus with a contrast of 1.6 to 1",
        "a#bare “Bare” shows the focus with a contrast of 1.0 to 1",
        "a#covered “Covered” is covered by p “”",
        "which stands further down",
        "button#passed “Passed” is never reached",
    )
    assert [one for one in expected if not any(one in fault for fault in faults)] == []


def test_the_walk_sees_a_trap(site_server: str) -> None:
    faults = faults_of(walks_through(site_server, ("/about/",), [], width=320, plant=TRAP))
    assert any("Tab never leaves the page" in fault and "is at button “Menu”" in fault for fault in faults)


def test_the_walk_sees_boxes_that_the_arrow_keys_do_not_reach(site_server: str) -> None:
    drawn = page_of(KINDS["a procedure"], guide_here())
    assert drawn is not None
    faults = faults_of(walks_through(site_server, (drawn,), [], 1280, and_back=False, plant=SCATTERED))
    assert any("is not reached by the arrow keys" in fault for fault in faults)
    assert any("has 2 boxes that are stops" in fault for fault in faults)


def faults_of(walks: dict[str, Walk]) -> list[str]:
    return [f"{address} {fault}" for address in sorted(walks) for fault in walks[address].faults]


def walks_through(
    site: str, addresses: tuple[str, ...], tried: list[str], width: int, and_back: bool = True, plant: str = UNFOLD
) -> dict[str, Walk]:
    """Walks through every page, unfolded, or with `plant` done to it."""
    left, walks = list(addresses), dict[str, Walk]()

    async def one_after_the_other(keys: Keys) -> None:
        while left:
            address = left.pop(0)
            await keys.page.goto(address)
            await keys.page.evaluate(plant)
            walks[address] = await walk(keys, and_back)
            tried.append(address)

    async def side_by_side(browser: Browser) -> None:
        context = await browser.new_context(
            base_url=site,
            viewport={"width": width, "height": 900},
            reduced_motion="reduce",
            service_workers="block",
            bypass_csp=plant is not UNFOLD,  # the site's own policy would not let a script plant anything
        )
        tabs = [await context.new_page() for _ in range(AT_ONCE)]
        keys = [Keys(tab, await context.new_cdp_session(tab)) for tab in tabs]
        await asyncio.gather(*(one_after_the_other(one) for one in keys))

    in_chromium(side_by_side)
    return walks


def in_chromium(work: Callable[[Browser], Coroutine[Any, Any, T]]) -> T:
    """Runs `work` in a Chromium of its own: the one that all tests share waits for every single key."""

    async def run() -> T:
        async with async_playwright() as playwright:
            running = await playwright.chromium.launch(executable_path=executable(), args=arguments())
            return await work(running)

    with ThreadPoolExecutor(1) as thread:  # the shared browser's own event loop has this one
        return thread.submit(asyncio.run, run()).result()
