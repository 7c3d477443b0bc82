"""A built site looked at from outside, whatever generator made it: stamp, policy, links and offline copy."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from posixpath import dirname, join, normpath
from typing import NamedTuple
from urllib.parse import unquote

from guide.problems import Place, Problem
from guide.publishing import hardening, offline

_STAMP = re.compile(r'data-guide-stamp="([^"]*)"')
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
_TOO_LATE = re.compile(r"<!--(?:(?!-->).)*\Z|</head|<(?:body|script|style|link|img|iframe|object|embed)\b", re.DOTALL)
"""What before a policy leaves it without effect, or has already been asked for."""
_ADDRESSES = frozenset({"href", "src", "data-finding", "data-index", "data-script", "data-worker"})
"""The attributes that name a file: also those by which our scripts find what they ask for later."""
_ASKED_BY_STYLES = re.compile(r"""(?:url\(\s*|@import\s+)(?:"([^"]*)"|'([^']*)'|([^)"'\s]+))""")
_COPY = re.compile(r"^const COPY = (\{.*?\});$", re.MULTILINE | re.DOTALL)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_UNREAD = ("script", "style", "template", "svg")
"""What stands in a page and is not its text."""
AGAIN = "build the site again"
_NOT_FOUND = "404.html"
"""Shown at any address, so its links begin at the root of the site, wherever that is."""


class Inspection(NamedTuple):
    """What was looked at, and what is wrong with it."""

    pages: int
    links: int
    copied: int
    lengths: dict[str, int]
    """The words that a reader has before them on each page, by path; what is folded counts too."""
    densities: dict[str, float]
    """The links in a hundred of those words."""
    problems: list[Problem]


def inspect_site(files: Mapping[str, bytes], stamp: str = "") -> Inspection:
    """Looks at a whole site, its `files` by path. With a `stamp`, every page has to carry that of the checked guide."""
    texts = {path: content.decode("utf-8", "replace") for path, content in files.items() if path.endswith(".html")}
    pages = {path: _Page(text) for path, text in texts.items()}
    faults = [(path, *fault) for path, page in sorted(pages.items()) for fault in _of_the_page(page.text, stamp)]
    faults += [
        (path, *fault) for path, page in sorted(pages.items()) for fault in _of_its_links(path, page, files, pages)
    ]
    faults += [fault for path in sorted(files) if path.endswith(".css") for fault in _of_the_styles(path, files)]
    if not pages:
        faults.append(("", "no page is in this folder", "name the folder that a build has made"))
    if len(stamps := {found[1] for page in pages.values() if (found := _STAMP.search(page.text))}) > 1:
        faults.append(("", f"the pages carry {len(stamps)} stamps, so they are of several builds", AGAIN))
    copied, of_copy = _of_the_copy(files)
    problems = [Problem(Place(path), "built-site", what, cure) for path, what, cure in (*faults, *of_copy)]
    lengths = {path: page.words for path, page in pages.items()}
    densities = {path: 100 * page.links_in_words / max(page.words, 1) for path, page in pages.items()}
    links = sum(len(page.links) for page in pages.values())
    return Inspection(len(pages), links, copied, lengths, densities, problems)


class _Page(HTMLParser):
    """One page: where its links lead, and what they may lead to on it."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = text
        self.links: list[str] = []
        self.places: set[str] = set()
        self.words = self.links_in_words = 0
        self._open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in _ADDRESSES and value is not None and (value or not name.startswith("data-")):
                self.links.append(value)
            elif name == "srcset" and value:
                self.links += [words[0] for one in value.split(",") if (words := one.split())]
            elif name == "id" or (name == "name" and tag == "a"):
                self.places.add(value or "")
        if tag == "main" or (self._open and tag in _UNREAD):
            self._open.append(tag)
        elif self._open == ["main"] and tag == "a":
            self.links_in_words += 1

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1] == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open == ["main"]:
            self.words += len(data.split())


def _of_the_page(text: str, stamp: str) -> Iterator[tuple[str, str]]:
    found = _STAMP.search(text)
    if not found:
        yield (
            "it carries no stamp, so nothing says that its guide was checked",
            "write data-guide-stamp into its footer",
        )
    elif stamp and found[1] != stamp:
        yield f"its stamp is {found[1]}, and that of the guide is {stamp}", AGAIN
    policy = _POLICY.search(text)
    if not policy or policy[1] != hardening.policy():
        said = "another policy" if policy else "no policy, so a browser would run whatever stands there"
        yield f"it has {said}", "write the one that `guide inspect --policy` prints into its head"
    elif _TOO_LATE.search(text, 0, policy.start()):
        yield "its policy comes too late to hold, or in a comment", "let it be the first thing in the head"
    for fault in hardening.faults(text):
        what, _, cure = fault.rpartition(": ")
        yield what, cure


def _of_its_links(
    path: str, page: _Page, files: Mapping[str, bytes], pages: Mapping[str, _Page]
) -> Iterator[tuple[str, str]]:
    for link in dict.fromkeys(page.links):
        if _ELSEWHERE.match(link) or (path == _NOT_FOUND and link.startswith("/")):
            continue
        address, _, place = link.partition("#")
        target = _file_of(path, unquote(address), files) if address else path
        if target is None:
            yield f"the link {link} names no file of this site", "look whether the generator moved it"
        elif _leads_to(place) and target in pages and unquote(place) not in pages[target].places:
            yield f"the link {link} leads to a page that has no such place", "look whether the generator renamed it"


def _of_the_styles(path: str, files: Mapping[str, bytes]) -> Iterator[tuple[str, str, str]]:
    text = files[path].decode("utf-8", "replace")
    for asked in dict.fromkeys("".join(found) for found in _ASKED_BY_STYLES.findall(text)):
        if _ELSEWHERE.match(asked) or asked.startswith("#"):
            continue
        if _file_of(path, unquote(asked.partition("#")[0].partition("?")[0]), files) is None:
            yield path, f"{asked} names no file of this site", "look whether the generator moved it"


def _leads_to(place: str) -> bool:
    """Whether it names a place on a page; the dates of a timeline stand there too."""
    return place != "" and "=" not in place


def _file_of(path: str, address: str, files: Mapping[str, bytes]) -> str | None:
    start = "" if address.startswith("/") else dirname(path)
    target = normpath(join(start, address.lstrip("/") if address.startswith("/") else address))
    tried = (join("" if target == "." else target, "index.html"), *(() if address.endswith("/") else (target,)))
    return next((one for one in tried if one in files), None)


def _of_the_copy(files: Mapping[str, bytes]) -> tuple[int, list[tuple[str, str, str]]]:
    """How many files the worker would keep, and what of them is not as it says."""
    worker = files.get(offline.WORKER)
    if worker is None:
        return 0, []
    script = worker.decode("utf-8", "replace")
    found = _COPY.search(script)
    if not found or offline.NOTHING_TO_KEEP in script:
        return 0, [(offline.WORKER, "it lists nothing to keep, so it withdraws from browsers", AGAIN)]
    try:
        listed: dict[str, str] = json.loads(found[1])["files"]
    except (ValueError, KeyError):
        return 0, [(offline.WORKER, "its list cannot be read, so no browser would keep a copy", AGAIN)]
    right = offline.copied(offline.hashed(files))
    wrong = {
        **dict.fromkeys(listed.keys() - right.keys(), "is listed and not there, so no browser would keep a copy"),
        **dict.fromkeys(right.keys() - listed.keys(), "is not listed, so it is lost without a connection"),
        **{
            path: "is not as it is listed, so no browser would keep a copy"
            for path in listed.keys() & right.keys()
            if listed[path] != right[path]
        },
    }
    return len(listed), [(offline.WORKER, f"{path} {what}", AGAIN) for path, what in sorted(wrong.items())]
