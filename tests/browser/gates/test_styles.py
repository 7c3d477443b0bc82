"""The theme's style sheet is cut down to what the site uses: nothing on a page may have lost how it looks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import material
import pytest
import tinycss2
from playwright.sync_api import Page
from tinycss2.ast import Node

from browser.conftest import OpenPage
from guide.publishing import pruned

_STATES = re.compile(
    r"::?(?:-[\w-]+|before|after|placeholder|selection|marker|backdrop|hover|active|target|"
    r"focus(?:-visible|-within)?|checked|disabled|indeterminate|popover-open)(?:\([^()]*\))?"
)
"""What a rule asks besides an element that is there: the pieces that a browser draws beside it, and its states."""
_FITTING = """(all) => all.filter((one) => document.querySelector(one || "*") !== null)"""


def whole_sheet() -> str:
    """The sheet as the theme brings it."""
    folder = Path(str(material.__file__)).parent / "templates/assets/stylesheets"
    return next(folder.glob("main.*.min.css")).read_text("utf-8")


def selectors(sheet: str) -> list[str]:
    """What each rule asks for, those inside of other rules too, without states; in their order, each once."""
    return list(dict.fromkeys(_selectors(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True))))


def _selectors(rules: Sequence[Node]) -> Iterable[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            for one in pruned.selectors_of(rule.prelude):
                bare = re.sub(r":(?:not|is|where)\([\s,]*\)", "", _STATES.sub("", tinycss2.serialize(one).strip()))
                yield re.sub(r"(?:^|(?<=[>+~ ]))(?=[>+~]|$)", "*", bare)
        elif rule.lower_at_keyword in ("media", "supports"):
            yield from _selectors(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True))


def fitting(page: Page, left_out: Iterable[str]) -> list[str]:
    """Which of the selectors fit something on the page, whatever its state."""
    found: list[str] = page.evaluate(_FITTING, list(left_out))
    return found


@pytest.mark.gate("What is left out of the theme's style sheet fits nothing on the page")
def test_no_page_has_lost_a_style(
    open_page: OpenPage, addresses: tuple[str, ...], built_site: Path, tried: list[str]
) -> None:
    sheet = next((built_site / "assets/stylesheets").glob("main.*.css")).read_text("utf-8")
    left_out = set(selectors(whole_sheet())) - set(selectors(sheet))
    assert len(left_out) > 500
    page = open_page(addresses[0])
    for address in addresses:
        page.goto(address)
        assert fitting(page, left_out) == [], address
        tried.append(address)


def test_a_style_that_was_wrongly_left_out_is_found(open_page: OpenPage, built_site: Path) -> None:
    words = pruned.names_in(pages=[path.read_text("utf-8") for path in built_site.rglob("*.html")], scripts=[])
    assert "md-grid" in words
    cut = pruned.pruned(whole_sheet(), words - {"md-grid"})
    left_out = set(selectors(whole_sheet())) - set(selectors(cut))
    assert ".md-grid" in fitting(open_page("/"), left_out)
