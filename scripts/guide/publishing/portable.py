"""The site as a folder that opens by a double click, from a stick or a shared drive: every link names a file.

Pure: the files of a finished site in, the files of the folder out. Pages keep their policy; what only a server can do
is left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from io import BytesIO
from posixpath import dirname, join, normpath
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

FOLDER = "guide"
"""What the folder is called inside the .zip."""
DOWNLOAD = "print/guide-folder.zip"

_NOT_TAKEN = frozenset({"404.html", "_headers", "manifest.webmanifest", "sitemap.xml", "sw.js", DOWNLOAD})
_INDEX = "assets/guide/search/index.js"
_HREF = re.compile(r'(?<=\bhref=")[^"]*')
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|#|$", re.IGNORECASE)
_FOR_A_SERVER = re.compile(
    r'<link rel="(?:manifest|canonical)"[^>]*>\s*| data-worker="[^"]*"|'
    r"<section data-only-on-a-server[^>]*>.*?</section>\s*",
    re.DOTALL,
)
_LINK_IN_SCRIPT = re.compile(r"""(\.\./[\w${}./-]*/)(?=[#`"])""")
_PACKED = (".pdf", ".png", ".docx")
_OLDEST = 315_532_800
"""1 January 1980, in seconds since 1970: no .zip knows a day before."""
_EXPLAINED = """<div class="opened-alone"><p><strong>Something is missing here.</strong> Either this page was opened \
without the other files of its folder: take the whole folder out of the .zip first ("Extract all"), then open \
index.html in it. Or this computer runs no scripts from a file: open index.html in Edge, Chrome or Firefox, not in a \
preview. All you can read here holds; the search and the dates are what is missing. The printed editions are in the \
folder "print".</p></div>"""


def portable_files(site: Mapping[str, bytes], until: str) -> dict[str, bytes]:
    """The files of the folder, by path. `until` (YYYY-MM-DD) is the last day on which a copy is taken for current.

    The .zip of the folder itself is not among them, nor is what browsers ask of a server alone.
    """
    return {path: _taken(path, content, until) for path, content in site.items() if path not in _NOT_TAKEN}


def zipped(files: Mapping[str, bytes], moment: int) -> bytes:
    """The folder as a .zip; the same bytes for the same files and `moment`, in seconds since 1970."""
    day = datetime.fromtimestamp(max(moment, _OLDEST), UTC).timetuple()[:6]
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for path in sorted(files):
            entry = ZipInfo(f"{FOLDER}/{path}", day)
            entry.external_attr = 0o644 << 16
            entry.compress_type = ZIP_STORED if path.endswith(_PACKED) else ZIP_DEFLATED
            archive.writestr(entry, files[path])
    return packed.getvalue()


def _taken(path: str, content: bytes, until: str) -> bytes:
    if path.endswith(".html"):
        return portable_page(content.decode("utf-8"), until).encode("utf-8")
    if path == _INDEX:
        return _index(content.decode("utf-8")).encode("utf-8")
    if path.endswith(".js"):
        return _LINK_IN_SCRIPT.sub(r"\1index.html", content.decode("utf-8")).encode("utf-8")
    return content


def portable_page(page: str, until: str) -> str:
    """A page whose links name files, that asks no server for anything, and that says so where it was opened alone."""
    page = _HREF.sub(lambda found: file_of(found[0]), _FOR_A_SERVER.sub("", page))
    page = page.replace(" data-guide-offline", f' data-guide-offline data-until="{until}"', 1)
    return re.sub(r"<body[^>]*>", lambda found: f"{found[0]}\n{_EXPLAINED}", page, count=1)


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


def broken_links(files: Mapping[str, bytes]) -> Iterator[str]:
    """Links and sources of the pages that name no file of the folder, each as "page: link"."""
    for path, content in files.items():
        if path.endswith(".html"):
            for link in re.findall(r'\b(?:href|src)="([^"#]+)', content.decode("utf-8")):
                if not _ELSEWHERE.match(link) and normpath(join(dirname(path), link)) not in files:
                    yield f"{path}: {link}"
