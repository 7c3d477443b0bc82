"""A guide with poison in every text field builds; its pages, drawings and PDFs show it as text and run nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from playwright.sync_api import Browser

from building import build_site, copy_of_project
from local_site import served
from poisoned_guide import poisoned_guide

WATCH = """
window.offences = [];
window.hit = (what) => window.offences.push(`ran ${what}`);
document.addEventListener("securitypolicyviolation", (event) => window.offences.push(event.effectiveDirective));
"""
PLANTED = """() => [
  ...document.querySelectorAll("iframe, style, img[src$='/hit'], svg[onload]"),
  ...document.querySelectorAll("[onclick], [onerror], [onfocus], [autofocus]"),
  ...document.querySelectorAll("a[href^='javascript:' i], a[href^='data:' i]"),
  ...[...document.querySelectorAll("b, script")].filter((one) => one.textContent.trim().startsWith("hit(")),
].map((one) => one.outerHTML.slice(0, 200))"""


SIGNS = ('"/JavaScript"', '"/JS"', '"/Launch"', "root:x:0")
"""Whole names, in quotation marks as pikepdf shows them: the six letters of a part of a font may begin with JS."""


@pytest.fixture(scope="module")
def poisoned_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = copy_of_project(tmp_path_factory.mktemp("poisoned"))
    poisoned_guide(project / "procedures")
    build_site(project, project / "site")
    return project / "site"


@pytest.fixture(scope="module")
def address(poisoned_site: Path) -> Iterator[str]:
    with served(poisoned_site) as address:
        yield address


def faults_of(page: Any, address: str, path: str) -> list[str]:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/{path}", wait_until="load")
    planted = [*page.evaluate(PLANTED), *page.evaluate("window.offences")]
    foreign = [url for url in asked if not url.startswith((f"{address}/", "data:")) or url.endswith("/hit")]
    return [f"{path}: {fault}" for fault in [*planted, *foreign]]


def test_no_page_or_drawing_of_a_poisoned_guide_runs_anything(
    browser: Browser, address: str, poisoned_site: Path
) -> None:
    context = browser.new_context(service_workers="block")
    context.add_init_script(WATCH)
    page = context.new_page()
    faults: list[str] = []
    page.on("dialog", lambda dialog: (faults.append(f"a dialog: {dialog.message}"), dialog.dismiss()))
    paths = sorted([*poisoned_site.rglob("*.html"), *poisoned_site.glob("procedures/**/*.svg")])
    for path in paths:
        faults += faults_of(page, address, path.relative_to(poisoned_site).as_posix())
    context.close()
    assert len(paths) > 40
    assert faults == []


def test_the_poison_is_shown_as_the_text_it_is(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/procedures/evaluation/")
    text = page.locator("article").inner_text()
    page.close()
    for poison in (
        "<img src=/hit onerror=hit(2)>",
        "[a]( javascript:hit() )",
        "{{ config }}",
        '#read("/etc/passwd")',
        "**d**",
    ):
        assert poison in text


def test_the_planted_things_would_be_noticed(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<a href='JavaScript:hit()'>x</a><b>hit(1)</b><p onclick='x'>y</p><iframe></iframe>")
    assert len(page.evaluate(PLANTED)) == 4
    page.close()


def addresses_in(value: Any) -> Iterator[str]:
    """Where the links of a PDF lead; a dictionary that stands inside another is looked into too."""
    if isinstance(value, pikepdf.Dictionary):
        if "/URI" in value:
            yield str(value["/URI"])
        if "/A" in value and not value["/A"].is_indirect:
            yield from addresses_in(value["/A"])


def test_a_script_in_a_pdf_would_be_noticed() -> None:
    planted = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("hit()"))
    assert [sign for sign in SIGNS if sign in repr(planted)] == ['"/JavaScript"', '"/JS"']


def test_no_pdf_of_a_poisoned_guide_holds_a_script_or_a_link_that_an_author_may_not_write(poisoned_site: Path) -> None:
    pdfs = sorted(poisoned_site.glob("print/*.pdf"))
    assert pdfs != []
    for path in pdfs:
        with pikepdf.open(path) as pdf:
            objects = [one for one in pdf.objects if not isinstance(one, pikepdf.Stream)]
            said = "".join(map(repr, objects))
            leads = [address for one in objects for address in addresses_in(one)]
        assert [sign for sign in SIGNS if sign in said] == []
        assert [address for address in leads if not address.startswith(("https:", "mailto:", "tel:", "../"))] == []
