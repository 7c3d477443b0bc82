"""Every link and every anchor of the built site leads somewhere."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import html5lib
import pytest

from area_guides import area
from guide.pages.licences import shipped
from hooks import theme
from kinds import guide_here

BASE = "https://guide.test/"
NAMES = {"href", "src", "{http://www.w3.org/1999/xlink}href"}


class Built:
    """One page: its address, its ids and its links."""

    def __init__(self, address: str, text: str) -> None:
        self.address = address
        tree = html5lib.parse(text)
        self.ids = Counter(tag.attrib["id"] for tag in tree.iter() if "id" in tag.attrib)
        self.links = [tag.attrib[name] for tag in tree.iter() for name in NAMES if name in tag.attrib]
        self.described = [
            one
            for tag in tree.iter()
            for name in ("aria-labelledby", "aria-describedby", "aria-controls", "for")
            for one in tag.attrib.get(name, "").split()
        ]


@pytest.fixture(scope="module")
def pages(each_site: Path) -> dict[str, Built]:
    found = {}
    for path in each_site.rglob("*.html"):
        address = BASE + path.relative_to(each_site).as_posix().removesuffix("index.html")
        found[address] = Built(address, path.read_text("utf-8"))
    assert len(found) > 20
    return found


def test_every_internal_link_and_anchor_resolves(pages: dict[str, Built], each_site: Path) -> None:
    broken = []
    for page in pages.values():
        for link in page.links:
            address, anchor = urldefrag(urljoin(page.address, link))
            if not address.startswith(BASE):
                continue
            if address in pages:
                if anchor and not pages[address].ids[unquote(anchor)]:
                    broken.append(f"{page.address}: {link} has no such anchor")
            elif not (each_site / unquote(urlsplit(address).path.lstrip("/"))).is_file():
                broken.append(f"{page.address}: {link} leads nowhere")
    assert broken == []


def test_no_id_stands_twice_on_a_page(pages: dict[str, Built]) -> None:
    twice = {page.address: [one for one, times in page.ids.items() if times > 1] for page in pages.values()}
    assert {address: ids for address, ids in twice.items() if ids} == {}


def test_every_label_and_description_names_an_element_of_its_page(pages: dict[str, Built]) -> None:
    missing = {page.address: [one for one in page.described if one not in page.ids] for page in pages.values()}
    assert {address: ids for address, ids in missing.items() if ids} == {}


def test_links_to_other_hosts_are_secure_and_few(pages: dict[str, Built]) -> None:
    linked = {(page.address, link) for page in pages.values() for link in page.links}
    linked = {(page, link) for page, link in linked if urlsplit(link).scheme not in ("", "data")}
    assert linked
    # Whom to ring stands at the foot of every page.
    apart = {urlsplit(link).scheme for _, link in linked if not link.startswith("https:")}
    assert apart <= {"mailto", "tel"}
    linked = {(page, link) for page, link in linked if urlsplit(link).scheme == "https"}
    partnerships = (guide_here().partnership, area().partnership)
    own = {urlsplit(one.website.address).hostname for one in partnerships if one.website.address}
    # Only the page about licences may lead to where a licence is kept.
    assert {urlsplit(link).hostname for page, link in linked if page != BASE + "licences/"} <= own | {
        "www.gov.uk", "www.legislation.gov.uk", "www.equalityadvisoryservice.com", "www.w3.org",
    }  # fmt: skip
    kept = {work.licence.address for work in shipped(theme)}
    assert {link for page, link in linked if page == BASE + "licences/"} >= kept


def test_the_promised_pages_are_there(harbour_site: Path) -> None:
    promised = ["", "timeline/", "forms/", "questions/", "glossary/", "how-days-are-counted/", "about/", "roles/"]
    promised += [f"procedures/{name}/" for name in ("concern", "evaluation", "inquiry", "reflection")]
    assert [page for page in promised if not (harbour_site / page / "index.html").is_file()] == []
    assert (harbour_site / "data" / "guide.json").is_file()
