"""axe-core finds nothing on any page, in any of the ways in which readers see it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from browser.gates.axe import axe, axe_on_every_page
from browser.gates.states import STATES

OpenPage = Callable[..., Page]

NARROW = {"width": 320, "height": 800}
PLANTED = """() => {
  document.querySelector("article h2").outerHTML = "<h5>A jump</h5>";
  const planted = "<p id=pale>Pale</p><img src=/x.png><button></button>";
  document.querySelector("article").insertAdjacentHTML("beforeend", planted);
  document.getElementById("pale").style.color = "#6b6b6b";
}"""


def setting(name: str, sentence: str, media: str = "screen", colours: bool = False, **options: Any) -> Any:
    """`colours`: whether contrast is measured too. The narrow settings have the colours of the wide ones, and forced
    colours are the system's.
    """
    title = f"The accessibility checker axe finds no fault {sentence}{'' if colours else ', contrast apart'}"
    return pytest.param(media, colours, options, id=name, marks=pytest.mark.gate(title))


@pytest.mark.parametrize(
    ("media", "colours", "options"),
    [
        setting("light", "in light colours", colours=True),
        setting("dark", "in dark colours", colours=True, color_scheme="dark"),
        setting("narrow", "on a narrow screen of 320 pixels", **NARROW),
        setting("narrow dark", "on a narrow screen in dark colours", color_scheme="dark", **NARROW),
        setting("forced colours", "in the few strong colours that a reader's system forces", forced_colors="active"),
        setting("print", "on paper", colours=True, media="print"),
    ],
)
def test_axe_finds_nothing(
    open_page: OpenPage,
    addresses: tuple[str, ...],
    tried: list[str],
    media: Any,
    colours: bool,
    options: dict[str, Any],
) -> None:
    first = open_page("/", **options)
    tabs = [first, first.context.new_page()]
    for tab in tabs:
        tab.emulate_media(media=media)
    assert axe_on_every_page(tabs, addresses, tried, colours) == []


# Wide and narrow, light and dark are each there once: what is left out would only combine them anew.
@pytest.mark.parametrize(
    ("media", "colours", "options"),
    [
        ("screen", True, {}),
        ("screen", True, {"color_scheme": "dark", **NARROW}),
        ("screen", False, {"forced_colors": "active"}),
        ("print", True, {}),
    ],
    ids=["light", "narrow dark", "forced colours", "print"],
)
def test_axe_finds_nothing_while_the_tool_the_search_or_the_menu_is_at_work(
    open_page: OpenPage, media: Any, colours: bool, options: dict[str, Any]
) -> None:
    page = open_page("/", **options)
    faults = []
    for name, act in STATES.items():
        page.emulate_media(media="screen")
        act(page)
        page.emulate_media(media=media)
        faults += [f"{name}: {fault}" for fault in axe(page, colours)]
    assert faults == []


def test_axe_sees_a_jump_in_the_headings_pale_words_and_things_without_a_name(open_page: OpenPage) -> None:
    page = open_page("/", bypass_csp=True)  # the site's own policy would not let a script plant anything
    page.evaluate(PLANTED)
    found = {fault.split(":")[0] for fault in axe(page)}
    assert {"heading-order", "color-contrast-enhanced", "image-alt", "button-name"} <= found
