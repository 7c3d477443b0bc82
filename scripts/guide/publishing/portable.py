"""The site as a folder that opens by a double click, from a stick or a shared drive: every link names a file.

The files of a finished site in, the files of the folder out, one after the other: a large site is never held whole.
Pages keep their policy; what only a server can do is left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from posixpath import dirname, join, normpath
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from guide.calendars import days

IN_THE_ZIP = "guide"
"""What the folder is called inside the .zip."""
DOWNLOAD = "print/guide-folder.zip"
ONLY_IN_A_FOLDER = " hidden data-only-in-a-folder"
"""What hides, on a page from a server, what `overrides/partials/header.html` says to who opened a page alone."""

_NOT_TAKEN = frozenset({"404.html", "_headers", "manifest.webmanifest", "sitemap.xml", "sw.js", DOWNLOAD})
_INDEX = "assets/guide/search/index.js"
_HREF = re.compile(r'(?<=\bhref=")[^"]*')
_NAMED = re.compile(r'\b(?:href|src)="([^"#]+)')
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|#|$", re.IGNORECASE)
_FOR_A_SERVER = re.compile(
    r'<link rel="(?:manifest|canonical)"[^>]*>\s*| data-worker="[^"]*"|'
    r"<section data-only-on-a-server[^>]*>.*?</section>\s*",
    re.DOTALL,
)
_LINK_IN_SCRIPT = re.compile(r"""(\.\./[\w${}./-]*/)(?=[#`"])""")
_PACKED = (".pdf", ".png", ".docx")
_OLDEST = days.from_ymd(1980, 1, 1)
"""No .zip knows a day before."""
_SECONDS = 86_400


def portable_files(site: Mapping[str, bytes], until: str) -> Iterator[tuple[str, bytes]]:
    """The files of the folder with their paths, in the order of these.

    `until` (YYYY-MM-DD) is the last day on which a copy is taken for current. The .zip of the folder itself is not
    among them, nor is what browsers ask of a server alone.
    """
    for path in sorted(set(site) - _NOT_TAKEN):
        yield path, _taken(path, site[path], until)


def zip_folder(site: Mapping[str, bytes], until: str, moment: int, place: BinaryIO) -> list[str]:
    """Writes the folder as a .zip, of the day of `moment`, in seconds since 1970; gives its links that lead nowhere.

    The same files give the same bytes.
    """
    day = (*days.to_ymd(max(moment // _SECONDS, _OLDEST)), 0, 0, 0)
    broken: list[str] = []
    names = set(site) - _NOT_TAKEN
    with ZipFile(place, "w") as archive:
        for path, content in portable_files(site, until):
            entry = ZipInfo(f"{IN_THE_ZIP}/{path}", day)
            entry.external_attr = 0o644 << 16
            entry.compress_type = ZIP_STORED if path.endswith(_PACKED) else ZIP_DEFLATED
            archive.writestr(entry, content)
            broken += broken_links(path, content, names)
    return broken


def _taken(path: str, content: bytes, until: str) -> bytes:
    if path.endswith(".html"):
        return portable_page(content.decode("utf-8"), until).encode("utf-8")
    if path.endswith(".svg"):  # a drawing that is opened alone leads to its page
        return _HREF.sub(lambda found: file_of(found[0]), content.decode("utf-8")).encode("utf-8")
    if path == _INDEX:
        return _index(content.decode("utf-8")).encode("utf-8")
    if path.endswith(".js"):
        return _LINK_IN_SCRIPT.sub(r"\1index.html", content.decode("utf-8")).encode("utf-8")
    return content


def portable_page(page: str, until: str) -> str:
    """A page whose links name files, that asks no server for anything, and that says so where it was opened alone."""
    page = _HREF.sub(lambda found: file_of(found[0]), _FOR_A_SERVER.sub("", page))
    page = page.replace(" data-guide-offline", f' data-guide-offline data-until="{until}"', 1)
    return page.replace(ONLY_IN_A_FOLDER, "", 1)


def file_of(link: str) -> str:
    """The same place as a file; links that lead out of the site or stay on the page are as they were.

    >>> file_of("../forms/#scsi-1"), file_of("."), file_of("a.pdf"), file_of("#top")
    ('../forms/index.html#scsi-1', './index.html', 'a.pdf', '#top')
    """
    if _ELSEWHERE.match(link):
        return link
    path, mark, place = link.partition("#")
    if path.endswith("/"):
        path += "index.html"
    elif path.rpartition("/")[2] in (".", ".."):
        path += "/index.html"
    return f"{path}{mark}{place}"


def _index(script: str) -> str:
    """The index of the search, whose addresses begin at the root of the site."""
    before, found, listing = script.partition(" = ")
    pages = json.loads(listing.rstrip().removesuffix(";"))
    for page in pages:
        page[0] = file_of(page[0] or "./")
    return f"{before}{found}{json.dumps(pages, ensure_ascii=False, separators=(',', ':'))};\n"


def broken_links(path: str, content: bytes, names: Collection[str]) -> Iterator[str]:
    """Links and sources of one page or drawing that name no file of the folder, each as "page: link"."""
    if path.endswith((".html", ".svg")):
        for link in dict.fromkeys(_NAMED.findall(content.decode("utf-8"))):
            if not _ELSEWHERE.match(link) and normpath(join(dirname(path), link)) not in names:
                yield f"{path}: {link}"
