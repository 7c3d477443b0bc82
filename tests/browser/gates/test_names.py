"""Everything that takes the focus says what it is, when a page has been opened and when it has been used."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from browser.gates.axe import UNFOLD
from browser.gates.names import faults_in_names, stops, wrong
from browser.gates.states import STATES
from browser.gates.walk import walk

OpenPage = Callable[..., Page]

ERRORS = "the tool with errors"
UNGUARDED = {"bypass_csp": True}  # the site's own policy would not let a script plant anything


@pytest.mark.gate(
    "Everything that takes the focus has a name for who hears it, also once search, dates or errors are shown; "
    "and no field is said to be wrong but the one that is"
)
def test_everything_that_takes_the_focus_has_a_name(
    open_page: OpenPage, addresses: tuple[str, ...], tried: list[str]
) -> None:
    page, faults = open_page("/"), []
    for address in walk(page, addresses, tried):
        page.evaluate(UNFOLD)
        faults += faults_of(page, address)
    for name, act in STATES.items():
        act(page)
        if name == ERRORS:
            faults += faults_in_names(stops(page))
            assert set(wrong(stops(page))) == {"Day", "Month", "Year"}  # the parts of what was entered
        else:
            faults += faults_of(page, name)
    assert faults == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("article", "e => { e.append(document.createElement('button')) }"), "a button has no name"),
        (("a[href]", "e => { e.textContent = 'return-agency-information' }"), "is called “return-agency-information”"),
        (("a[href]", "e => { e.textContent = 'Form None' }"), "a link is called “Form None”"),
        (("#guide-search-field", "e => { e.setAttribute('aria-invalid', 'true') }"), "is said to be wrong"),
        (("#guide-search-field", "e => { e.labels.forEach((one) => one.remove()); e.placeholder = '' }"), "no name"),
    ],
)
def test_a_name_that_is_none_and_a_field_that_is_said_to_be_wrong_are_found(
    open_page: OpenPage, change: tuple[str, str], expected: str
) -> None:
    page = open_page("/offline/", **UNGUARDED)
    STATES["search with results"](page)
    assert faults_of(page, "") == []
    page.locator(change[0]).locator("visible=true").last.evaluate(change[1])
    assert any(expected in fault for fault in faults_of(page, "")), faults_of(page, "")


def faults_of(page: Page, where: str) -> list[str]:
    """What is wrong where nothing was entered that is."""
    there = stops(page)
    said = [*faults_in_names(there), *(f"“{name}” is said to be wrong" for name in wrong(there))]
    return [f"{where} {fault}" for fault in said]
