"""Nothing is lost on a narrow screen, in large letters, with wider spacing, or to a hand that is not steady."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from browser.gates.walk import faults_everywhere

OpenPage = Callable[..., Page]

WIDTHS = (1280, 320)
SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""
"""What WCAG 1.4.12 lets a reader ask for."""

TWICE = {"fontSizes": {"standard": 32, "fixed": 26}}
"""Twice the size of letters that a browser comes with."""


@pytest.mark.gate(
    "On a screen 320 pixels wide nothing has to be scrolled sideways, and no words are cut off or covered"
)
def test_nothing_is_lost_on_a_narrow_screen(open_page: OpenPage, addresses: tuple[str, ...], tried: list[str]) -> None:
    page = open_page("/", width=320)
    assert faults_everywhere(page, addresses, tried, "reflow", "legible") == []


@pytest.mark.gate("On a screen 768 pixels wide nothing has to be scrolled sideways")
def test_nothing_is_wider_than_a_tablet(open_page: OpenPage, addresses: tuple[str, ...], tried: list[str]) -> None:
    page = open_page("/", width=768)
    assert faults_everywhere(page, addresses, tried, "reflow") == []


@pytest.mark.gate("With the wider spacing that some readers need, no words are cut off or covered")
def test_nothing_is_lost_with_a_readers_own_spacing(
    open_page: OpenPage, addresses: tuple[str, ...], tried: list[str]
) -> None:
    faults = []
    for width in WIDTHS:
        page = open_page("/", width=width)
        faults += [
            f"{width}: {one}" for one in faults_everywhere(page, addresses, tried, "reflow", "legible", style=SPACING)
        ]
    assert faults == []


@pytest.mark.gate(
    "With letters twice as large nothing has to be scrolled sideways, and no words are cut off or covered"
)
def test_nothing_is_lost_in_letters_of_twice_the_size(
    open_page: OpenPage, addresses: tuple[str, ...], tried: list[str]
) -> None:
    page = open_page("/")
    page.context.new_cdp_session(page).send("Page.setFontSizes", TWICE)
    page.reload()
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "40px"
    assert faults_everywhere(page, addresses, tried, "reflow", "legible") == []


@pytest.mark.gate("Everything to press is at least 24 pixels high and wide, or stands well apart from the next")
def test_everything_to_press_is_large_enough_or_stands_apart(
    open_page: OpenPage, addresses: tuple[str, ...], tried: list[str]
) -> None:
    faults = []
    for width in WIDTHS:
        page = open_page("/", width=width)
        faults += [f"{width}: {one}" for one in faults_everywhere(page, addresses, tried, "targets")]
    assert faults == []


@pytest.mark.gate("Nothing moves for readers who asked their system for less movement")
def test_nothing_moves_for_those_who_asked_for_less(
    open_page: OpenPage, addresses: tuple[str, ...], tried: list[str]
) -> None:
    page = open_page("/", reduced_motion="reduce")
    assert faults_everywhere(page, addresses, tried, "motion") == []
