"""What a page may load and run: a strict policy for the browser, and the build's own look for what it would stop.

Pure: the text of a page in; the page with its policy, or the list of its faults, out.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Collection, Iterator
from functools import lru_cache
from hashlib import sha256
from html.parser import HTMLParser
from typing import NamedTuple

ADMITTED: frozenset[str] = frozenset()
"""Hashes (`sha256-…`) of inline scripts that we have read and let run. None is needed: every script is a file."""

CHARSET = '<meta charset="utf-8">'
"""The policy stands directly behind this, before anything that it governs."""

_DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'none'",
    "base-uri": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "default",
}
_DATA_TYPES = {"application/json"}
"""Script types that no browser runs, so the policy has nothing to say about them."""
_LOADING = {"src", "srcset", "data", "poster", "background", "action", "formaction", "ping", "manifest"}
_LINKS = {"a", "area"}
_LINK_SCHEMES = {"https", "mailto", "tel"}
_RELATIONS = {"stylesheet", "icon", "apple-touch-icon", "canonical", "manifest", "modulepreload"}
_REFUSED = {"base", "iframe", "frame", "object", "embed", "applet", "portal"}
_HOLDS_TEXT = "style|textarea|xmp|iframe|noembed|noframes|plaintext"
"""Elements whose text may look like tags."""
_REST_OF_A_TAG = r'(?:\s+[A-Za-z_:][\w:.-]*(?:="[^"]*")?)*+\s*/?>'
_OF_A_SCRIPT = "<" + "script"
_SCRIPT_TAG = f"{_OF_A_SCRIPT}{_REST_OF_A_TAG}"
_ANY_TAG = f"<[a-z][a-z0-9-]*{_REST_OF_A_TAG}"
_PLAIN_PAGE = re.compile(
    rf"(?:[^<]++|</[a-z][a-z0-9-]*>|{_SCRIPT_TAG}[^<]*</script>|<(?!(?:{_HOLDS_TEXT}|script)\b)[a-z][a-z0-9-]*"
    rf"{_REST_OF_A_TAG}|<!--[^<>]*-->|<!doctype html>)*+"
)
"""Text, ends of elements, tags with every value in quotes, scripts without a bracket, comments without one."""
_TAGS = re.compile(_ANY_TAG)
_CHANGES_WHAT_FOLLOWS = (_OF_A_SCRIPT, "<" + "title")
"""What stands behind these tags is their text, to Python's parser; of a title, to that of newer versions."""
_TAGS_KEPT = 65_536
_without_faults: set[str] = set()
"""Tags that have been read, and may stand on any page."""
_IGNORED_BY_BROWSERS = re.compile(r"[\t\n\r]|^[\x00-\x20]+")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)

Attributes = dict[str, str]


def policy(hashes: Collection[str] = ADMITTED, *, header: bool = False) -> str:
    """The policy in one line. As a `header` it also forbids framing, which a meta element cannot say."""
    directives = dict(_DIRECTIVES)
    if hashes:
        directives["script-src"] = " ".join(["'self'", *(f"'{one}'" for one in sorted(hashes))])
    if header:
        directives["frame-ancestors"] = "'none'"
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def hardened(page: str, admitted: Collection[str] = ADMITTED) -> str:
    """`page` with its policy. A page with faults is given it too, and the browser then stops what is at fault."""
    hashes = {hash_of(script) for _, script in _scanned(page).inline_scripts} & set(admitted)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(hashes)}">'
    return page.replace(CHARSET, f"{CHARSET}\n  {meta}", 1)


def faults(page: str, admitted: Collection[str] = ADMITTED) -> list[str]:
    """What the policy would stop, or would let pass although no page of ours may have it; empty when all is well.

    Each is `line N: what, and what to do instead`. The text inside scripts is not read, only who may run it.
    """
    scan = _scanned(page)
    found = [*scan.faults]
    if CHARSET not in page:
        found.append((1, f"no {CHARSET}, so there is no place for the policy"))
    for line, script in scan.inline_scripts:
        if hash_of(script) not in admitted:
            begins = " ".join(script.split())[:60]
            found.append((line, f"an inline script that begins “{begins}”: put it in a file under docs/assets/guide"))
    return [f"line {line}: {what}" for line, what in sorted(found)]


def hash_of(script: str) -> str:
    """The name by which a policy admits this inline script: `sha256-` and the digest in base 64."""
    return "sha256-" + b64encode(sha256(script.encode("utf-8")).digest()).decode("ascii")


@lru_cache(maxsize=1)
def _scanned(page: str) -> _Seen:
    """A page as it was read last: its faults are asked for, and then its policy."""
    return _by_tags(page) or _Scan(page).seen


class _Seen(NamedTuple):
    """What a page, or one tag of it, has that matters, each with its line."""

    faults: list[tuple[int, str]]
    inline_scripts: list[tuple[int, str]]


def _by_tags(page: str) -> _Seen | None:
    """What `_Scan` sees, from each different tag once; None where the page has anything but plain tags and text.

    Where one tag ends and the next begins is then beyond doubt, and the same few thousand tags stand on every page.
    """
    if not _PLAIN_PAGE.fullmatch(page):
        return None
    found, tags = _Seen([], []), set(_TAGS.findall(page))
    wrong = _with_faults(tags)
    inline = {tag for tag in tags if tag.startswith(_OF_A_SCRIPT) and _Scan(tag).inline_scripts}
    for tag in _TAGS.finditer(page) if wrong or inline else ():
        line = page.count("\n", 0, tag.start()) + 1
        found.faults.extend((line, what) for _, what in wrong.get(tag[0], ()))
        if tag[0] in inline:
            found.inline_scripts.append((line, page[tag.end() : page.index("<", tag.end())]))
    return found


def _with_faults(tags: set[str]) -> dict[str, list[tuple[int, str]]]:
    """The faults of each tag that has any. Those not read before are read together, for most of them have none."""
    new = tags - _without_faults
    alone = {tag for tag in new if tag.startswith(_CHANGES_WHAT_FOLLOWS)}
    together = _Scan("".join(new - alone))
    if together.faults:
        alone = new
    found = {tag: faults for tag in alone if (faults := _Scan(tag).faults)}
    if len(_without_faults) > _TAGS_KEPT:
        _without_faults.clear()
    _without_faults.update(new - found.keys())
    return found


class _Scan(HTMLParser):
    """Reads one page. The content of templates is read like everything else: a script may bring it to life."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[tuple[int, str]] = []
        self.inline_scripts: list[tuple[int, str]] = []
        self.tags = 0
        self._script: list[str] | None = None
        self._script_line = 0
        self.feed(page)
        self.close()
        if self._script is not None:  # never closed: everything to the end of the page is its text
            self.inline_scripts.append((self._script_line, "".join(self._script)))

    @property
    def seen(self) -> _Seen:
        """What was found, without what was needed to find it."""
        return _Seen(self.faults, self.inline_scripts)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags += 1
        attributes = {name: value or "" for name, value in attrs}
        line = self.getpos()[0]
        self.faults += [(line, what) for what in _element_faults(tag, attributes)]
        if tag == "script" and "src" not in attributes and attributes.get("type", "").lower() not in _DATA_TYPES:
            self._script, self._script_line = [], line

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)  # HTML knows no empty script: what follows `<script/>` is still its text

    def handle_data(self, data: str) -> None:
        if self._script is not None:
            self._script.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._script is not None:
            self.inline_scripts.append((self._script_line, "".join(self._script)))
            self._script = None


def _element_faults(tag: str, attributes: Attributes) -> Iterator[str]:
    if tag in _REFUSED:
        yield f"<{tag}>: no page needs it"
    if tag == "style":
        yield "a <style> element: put it in a file under docs/assets/guide"
    if tag == "meta" and attributes.get("http-equiv", "").lower() == "refresh":
        yield "a page that moves by itself"
    if tag == "link":
        for relation in set(attributes.get("rel", "").lower().split()) - _RELATIONS:
            yield f"<link rel={relation}>: it makes the browser fetch what nobody asked for"
    for name, value in attributes.items():
        yield from _attribute_faults(tag, name, value, attributes)


def _attribute_faults(tag: str, name: str, value: str, attributes: Attributes) -> Iterator[str]:
    if name == "style":
        yield f"an inline style on <{tag}>: give it a class"
    elif name.startswith("on"):
        yield f"an inline handler, {name} on <{tag}>: listen to the event in a module"
    elif name in ("href", "xlink:href") and tag in _LINKS:
        yield from _link_faults(value)
    elif name in _LOADING or name in ("href", "xlink:href"):
        loads_nothing = tag == "link" and attributes.get("rel") == "canonical"
        drawn_in_place = tag == "img" and value.startswith("data:image/")
        if _is_remote(value) and not (loads_nothing or drawn_in_place):
            yield f"<{tag}> loads from another address, {value[:80]}: keep a copy in the site"


def _link_faults(value: str) -> Iterator[str]:
    address = _IGNORED_BY_BROWSERS.sub("", value)
    scheme = _SCHEME.match(address)
    if address.startswith(("//", "\\\\", "/\\", "\\/")):
        yield f"a link without its scheme, {value[:80]}: write https://"
    elif scheme and scheme[1].lower() not in _LINK_SCHEMES:
        yield f"a link to {value[:80]}: only https, mailto, tel and places inside the site are allowed"


def _is_remote(value: str) -> bool:
    addresses = [_IGNORED_BY_BROWSERS.sub("", one) for one in value.split(",")] if value else []
    return any(one.startswith(("//", "\\\\", "/\\", "\\/")) or _SCHEME.match(one) for one in addresses)
