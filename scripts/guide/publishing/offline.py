"""The copy of the site that a browser may keep for reading without a connection: what is in it, and what says so."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256

from guide.calendars import days
from guide.model import Guide, GuideWords
from guide.publishing.origin import UNRECORDED, Origin

WORKER = "sw.js"
"""Its place at the root of the site decides what it may answer for: everything beside it and below."""

NOTHING_TO_KEEP = 'const COPY = { build: "", files: [] };'
"""The line of `docs/sw.js` that a build replaces. Left as it is, the worker withdraws, as `make serve` wants it to."""

LARGEST = 400_000
"""In bytes. Anything larger is not copied unasked to somebody's telephone."""

_KINDS = (".html", ".css", ".js", ".svg", ".png", ".webmanifest", "search/search_index.json")
_LEFT_OUT = ("404.html", WORKER)


def copied(files: Mapping[str, bytes]) -> list[str]:
    """The addresses, from the root of the site, of the `files` that belong to the copy. A page's is that of its folder.

    The PDFs and the open data are left out: a reader who wants those saves them.
    """
    chosen = [
        path
        for path, content in files.items()
        if path.endswith(_KINDS) and path not in _LEFT_OUT and len(content) <= LARGEST
    ]
    return sorted(_address(path) for path in chosen)


def worker(script: str, files: Mapping[str, bytes]) -> str:
    """The service worker `script` with its list of `files`, and a name for the build that any byte of them changes."""
    if NOTHING_TO_KEEP not in script:
        raise ValueError(f"docs/{WORKER} must hold the line {NOTHING_TO_KEEP}")
    digest = sha256()
    for path in sorted(files):
        digest.update(f"{path} {sha256(files[path]).hexdigest()}\n".encode())
    copy = json.dumps({"build": digest.hexdigest()[:16], "files": copied(files)}, indent=0)
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
        "background_color": "#ffffff", "theme_color": "#0b4a57", "icons": icons,
    }  # fmt: skip
    return json.dumps(facts, indent=1) + "\n"


def copy_facts(guide: Guide, origin: Origin, today: int) -> dict[str, str]:
    """What a page says of its copy: when it was built, and until when the bank holidays in it are published.

    Without a commit it was built `today`: a copy that has no day could not say that it is old.
    """
    published = min((calendar.published_through for calendar in guide.calendars.values()), default=None)
    built = days.parse(origin.date) if origin.date != UNRECORDED else today
    return {
        "built": days.text(built),
        "built_in_words": days.long(built),
        "holidays_until": days.text(published) if published is not None else "",
        "holidays_until_in_words": days.long(published) if published is not None else "",
    }


def _address(path: str) -> str:
    return path.removesuffix("index.html") or "./" if path.endswith("index.html") else path
