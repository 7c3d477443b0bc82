"""The copy of the site that a browser may keep for reading without a connection: what is in it, and what says so."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from typing import NamedTuple

from guide.calendars import days
from guide.model import Guide, GuideWords
from guide.publishing.brand import accent_of
from guide.publishing.origin import UNRECORDED, Origin

WORKER = "sw.js"
"""Its place at the root of the site decides what it may answer for: everything beside it and below."""

NOTHING_TO_KEEP = 'const COPY = { build: "", made: 0, until: "", files: {} };'
"""The line of `docs/sw.js` that a build replaces. Left as it is, the worker withdraws, as `make serve` wants it to."""

LARGEST = 400_000
"""In bytes. Anything larger is not copied unasked to somebody's telephone."""

GOOD_FOR = 180
"""Days from that of the build. A copy that is older says so, however often it was renewed."""

_SECONDS = 86_400
_DIGEST = 16
"""Bytes of each SHA-256 in the list. Enough: who wants a false file in the copy must find one for a digest that is
given, in 2^128 tries; the shorter way, of two files made for one another, is open only to who writes the guide."""
_KINDS = (".html", ".css", ".js", ".svg", ".png", ".webmanifest")
_BLANK_FORMS = "files/"
_LEFT_OUT = ("404.html", WORKER)


class Listing(NamedTuple):
    """What a list says of itself, so that a browser can tell an older one from a newer."""

    made: int
    """A number that only grows: the moment of the commit, in seconds since 1970."""
    until: str
    """The last day, YYYY-MM-DD, on which a copy is taken for current; empty where the day of the build is not known."""


UNDATED = Listing(0, "")


def listing_of(guide: Guide, origin: Origin, today: int) -> Listing:
    """That of a build: of its commit, or where none is recorded of the newest entry of `changes.yml`, built `today`."""
    newest = max((days.parse(change.on) for change in guide.changes), default=0)
    return Listing(origin.epoch or newest * _SECONDS, days.text(_built(origin, today) + GOOD_FOR))


def _built(origin: Origin, today: int) -> int:
    return days.parse(origin.date) if origin.date != UNRECORDED else today


class Hashed(NamedTuple):
    """One file without its content."""

    size: int
    """In bytes."""
    sha: bytes
    """The SHA-256 of the content."""

    @property
    def digest(self) -> str:
        """How the list names the content; `digestOf` in `docs/sw.js` works out the same.

        >>> Hashed(0, sha256(b"").digest()).digest
        '47DEQpj8HBSa+/TImW+5JA'
        """
        return b64encode(self.sha[:_DIGEST]).decode("ascii").rstrip("=")


def hashed(files: Mapping[str, bytes]) -> dict[str, Hashed]:
    """Each of `files`, by path in order; one is held at a time."""
    return {path: Hashed(len(content := files[path]), sha256(content).digest()) for path in sorted(files)}


def copied(files: Mapping[str, Hashed]) -> dict[str, str]:
    """The `files` that belong to the copy: address from the root of the site, and digest. A page has its folder's.

    The PDFs and the open data are left out: a reader who wants those saves them. Small blank forms belong to it.
    """
    chosen = {
        _address(path): one.digest
        for path, one in files.items()
        if (path.endswith(_KINDS) or path.startswith(_BLANK_FORMS)) and path not in _LEFT_OUT and one.size <= LARGEST
    }
    return dict(sorted(chosen.items()))


def worker(script: str, files: Mapping[str, bytes], of: Listing = UNDATED) -> str:
    """The service worker `script` with its list of `files`, and a name for the build that any byte of them changes."""
    if NOTHING_TO_KEEP not in script:
        raise ValueError(f"docs/{WORKER} must hold the line {NOTHING_TO_KEEP}")
    build, found = sha256(f"{of}\n".encode()), hashed(files)
    for path, one in found.items():
        build.update(f"{path} {one.sha.hex()}\n".encode())
    facts = {"build": build.hexdigest()[:16], **of._asdict(), "files": copied(found)}
    copy = json.dumps(facts, indent=0)
    return script.replace(NOTHING_TO_KEEP, f"const COPY = {copy};")


def manifest(guide: Guide | None) -> str:
    """What a device needs to show the guide among its applications, as JSON."""
    icons = [
        {"src": "assets/guide/favicon.svg", "sizes": "any", "type": "image/svg+xml"},
        {"src": "assets/guide/icon-192.png", "sizes": "192x192", "type": "image/png", "purpose": "any maskable"},
        {"src": "assets/guide/icon-512.png", "sizes": "512x512", "type": "image/png", "purpose": "any maskable"},
    ]
    words = guide.partnership.guide if guide else GuideWords()
    facts = {
        "name": words.title, "short_name": words.short_title, "lang": "en-GB", "dir": "ltr",
        "id": "./", "start_url": "./", "scope": "./", "display": "minimal-ui",
        "background_color": "#ffffff", "theme_color": accent_of(guide), "icons": icons,
    }  # fmt: skip
    return json.dumps(facts, indent=1) + "\n"


def copy_facts(guide: Guide, origin: Origin, today: int) -> dict[str, str]:
    """What a page says of its copy: when it was built, and until when the bank holidays in it are published.

    Without a commit it was built `today`: a copy that has no day could not say that it is old.
    """
    published = min((calendar.published_through for calendar in guide.calendars.values()), default=None)
    built = _built(origin, today)
    return {
        "made": str(listing_of(guide, origin, today).made),
        "built_in_words": days.long(built),
        "holidays_until": days.text(published) if published is not None else "",
        "holidays_until_in_words": days.long(published) if published is not None else "",
    }


def _address(path: str) -> str:
    return path.removesuffix("index.html") or "./" if path.endswith("index.html") else path
