"""The site as a folder: every link names a file of it, and what only a server can do is left out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from guide.publishing import portable

PAGE = (
    '<html><head><link rel="canonical" href="https://example.org/a/">'
    '<link rel="manifest" href="../m.webmanifest">'
    '<script src="../early.js"></script></head>'
    '<body dir="ltr"><div class="opened-alone" hidden data-only-in-a-folder>Alone</div>'
    '<div data-guide-offline data-worker="../sw.js" data-made="1"></div>'
    '<section data-only-on-a-server=""><a href="guide-folder.zip">x</a></section>'
    '<a href="../b/#c">b</a></body></html>'
)


def _zipped(files: Mapping[str, bytes]) -> bytes:
    place = io.BytesIO()
    portable.zip_folder(files, "2027-05-01", 0, place)
    return place.getvalue()


@pytest.mark.parametrize(
    ("link", "file"),
    [
        ("../forms/#scsi-1", "../forms/index.html#scsi-1"),
        ("", ""),
        (".", "./index.html"),
        ("..", "../index.html"),
        ("../..", "../../index.html"),
        ("./", "./index.html"),
        ("#here", "#here"),
        ("guide.pdf", "guide.pdf"),
        ("../files/a.docx#page=2", "../files/a.docx#page=2"),
        ("https://www.gov.uk/a/", "https://www.gov.uk/a/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("tel:999", "tel:999"),
    ],
)
def test_a_link_to_a_page_names_its_file_and_every_other_stays(link: str, file: str) -> None:
    assert portable.file_of(link) == file


def test_a_page_asks_no_server_for_anything_and_knows_until_when_it_is_good() -> None:
    page = portable.portable_page(PAGE, "2027-05-01")
    for gone in ("manifest", "canonical", "sw.js", "guide-folder.zip"):
        assert gone not in page
    assert '<div data-guide-offline data-until="2027-05-01" data-made="1">' in page
    assert '<a href="../b/index.html#c">b</a>' in page
    assert '<body dir="ltr"><div class="opened-alone">Alone</div>' in page


def test_addresses_in_the_scripts_and_the_index_name_files_too() -> None:
    index = 'globalThis.x = [["","Home",[["","a"]]],["roles/","Roles",[["b","ŵ <"]]]];\n'
    script = 'a = `../forms/#${id}`; b = `../procedures/${p}/#${id.split("--")[0]}`; c = "../";'  # the last is no page
    files = {"assets/guide/timeline.js": script.encode(), "assets/guide/search/index.js": index.encode()}
    left_out = ["404.html", "_headers", "manifest.webmanifest", "sitemap.xml", "sw.js", portable.DOWNLOAD]
    made = portable.portable_files(files | dict.fromkeys(left_out, b""), "2027-05-01")
    assert {path: content.decode() for path, content in made} == {
        "assets/guide/timeline.js": "a = `../forms/index.html#${id}`; "
        'b = `../procedures/${p}/index.html#${id.split("--")[0]}`; c = "../";',
        "assets/guide/search/index.js": 'globalThis.x = [["./index.html","Home",[["","a"]]],'
        '["roles/index.html","Roles",[["b","ŵ <"]]]];\n',
    }


def test_a_link_that_names_no_file_is_found() -> None:
    files = {
        "a/index.html": b'<a href="../b.pdf">x</a><a href="../gone/">y</a><img src="../gone.png"><a href="#z">z</a>',
        "b.pdf": b"",
    }
    broken = portable.zip_folder(files, "2027-05-01", 0, io.BytesIO())
    assert broken == ["a/index.html: ../gone/index.html", "a/index.html: ../gone.png"]


def test_the_boxes_of_a_drawing_that_is_opened_alone_lead_to_files() -> None:
    files = {"a/index.html": b"", "a/one.svg": b'<svg><a href="./#x"/><a href="../b/#y"/></svg>'}
    made = dict(portable.portable_files(files, "2027-05-01"))
    assert made["a/one.svg"] == b'<svg><a href="./index.html#x"/><a href="../b/index.html#y"/></svg>'
    assert portable.zip_folder(files, "2027-05-01", 0, io.BytesIO()) == ["a/one.svg: ../b/index.html"]


def test_the_same_folder_gives_the_same_bytes() -> None:
    files = {"b.html": b"b", "a/c.pdf": b"c"}
    packed, again = _zipped(files), _zipped(dict(reversed(files.items())))
    assert packed == again
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.namelist() == ["guide/a/c.pdf", "guide/b.html"]
        assert archive.read("guide/b.html") == b"b"
        assert archive.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)


def test_every_site_has_its_folder_and_the_print_page_leads_to_it(each_site: Path) -> None:
    assert 'href="guide-folder.zip"' in (each_site / "print/index.html").read_text("utf-8")
    with zipfile.ZipFile(each_site / portable.DOWNLOAD) as archive:
        files = {name.removeprefix("guide/"): archive.read(name) for name in archive.namelist()}
    assert [link for path in files for link in portable.broken_links(path, files[path], files)] == []
    pages = {path.relative_to(each_site).as_posix() for path in each_site.rglob("*.html")} - {"404.html"}
    assert {path for path in files if path.endswith(".html")} == pages
    assert {path for path in files if path.startswith("print/")} >= {"print/guide.pdf", "print/index.html"}
