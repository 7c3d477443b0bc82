"""A partnership's own logo: a small picture that loads nothing, runs nothing, moves nothing and needs no font."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from guide.model import Guide

LARGEST_LOGO = 30 * 1024
"""In bytes: it comes with every page."""
WIDEST = 6
"""How many times as wide as high it may be, to leave room for the name beside it on a telephone."""
SHOWN = 48
"""How many pixels high it stands at the head of a page."""
DRAWN = {
    "svg", "g", "defs", "symbol", "use", "title", "desc", "metadata", "style", "path", "rect", "circle", "ellipse",
    "line", "polyline", "polygon", "clipPath", "mask", "linearGradient", "radialGradient", "stop",
}  # fmt: skip
"""The elements of SVG that draw. Text would need a font, and pictures inside would have to be fetched."""
_SVG, _PNG = "{http://www.w3.org/2000/svg}", b"\x89PNG\r\n\x1a\n"
_FETCHES = re.compile(r"@import|url\(\s*['\"]?(?!#)", re.I)
_LENGTH = re.compile(r"\s*([0-9.]+)\s*(?:px|pt|mm|cm|in)?\s*")
_PLAIN = "save it from the drawing program as plain or optimised SVG, letters turned to paths, or as PNG"


class NotALogo(ValueError):
    """What cannot be shown; `args` are a message and a hint."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo that can be shown."""

    path: str
    """From the root of the site."""
    width: int
    height: int
    """In pixels, as it is shown."""
    svg: str
    """As text for the print, which takes no other; a PNG is wrapped."""


def logo_of(guide: Guide) -> Logo | None:
    """The logo of a checked guide, if it has one."""
    named = guide.partnership.guide.logo
    return read_logo(str(named), guide.files[str(named)]) if named else None


def read_logo(name: str, content: bytes) -> Logo:
    """The logo in a file of `files/`. Raises `NotALogo` where it could not be shown everywhere."""
    if len(content) > LARGEST_LOGO:
        message = f"the logo '{name}' is larger than {LARGEST_LOGO // 1024} KB, and comes with every page"
        raise NotALogo(message, f"save it smaller: it is shown {SHOWN} pixels high")
    width, height, svg = _png(name, content) if name.endswith(".png") else _svg(name, content)
    if not 0 < width <= WIDEST * height:
        raise NotALogo(
            f"the logo '{name}' is {width:g} wide and {height:g} high",
            f"use one that is at most {WIDEST} times as wide as high: the name of the partnership stands beside it",
        )
    return Logo(f"files/{name}", round(SHOWN * width / height), SHOWN, svg)


def _png(name: str, content: bytes) -> tuple[float, float, str]:
    if not content.startswith(_PNG) or content[12:16] != b"IHDR":
        raise NotALogo(f"'{name}' is no PNG, whatever its name says", "save it as PNG, or name it as what it is")
    width, height = int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")
    data = b64encode(content).decode("ascii")
    inside = f'<image width="{width}" height="{height}" href="data:image/png;base64,{data}"/>'
    return width, height, f'<svg xmlns="{_SVG[1:-1]}" viewBox="0 0 {width} {height}">{inside}</svg>'


def _svg(name: str, content: bytes) -> tuple[float, float, str]:
    try:
        text = content.decode("utf-8-sig")
        # A document type can hold entities, which grow without end.
        root = None if "<!DOCTYPE" in text or "<!ENTITY" in text else ElementTree.fromstring(text)
    except (UnicodeDecodeError, ElementTree.ParseError) as error:
        raise NotALogo(f"'{name}' cannot be read as SVG: {error}", _PLAIN) from None
    if root is None:
        raise NotALogo(f"'{name}' begins with a document type (<!DOCTYPE), which a logo does not need", _PLAIN)
    if faults := list(dict.fromkeys(_faults(root))):
        raise NotALogo(f"'{name}' has {', '.join(faults[:3])}", _PLAIN)
    return *_size(name, root), text


def _faults(element: Element) -> Iterator[str]:
    """What in a drawing loads, runs, moves or needs a font. Metadata are drawn by nobody, and are not looked into."""
    kind = element.tag.removeprefix(_SVG)
    if kind not in DRAWN:
        yield f"an element <{kind.rpartition('}')[2]}>"
    for name, value in element.attrib.items():
        plain = name.rpartition("}")[2]
        if plain.startswith("on") or (plain == "href" and not value.startswith("#")) or _FETCHES.search(value):
            yield f'{plain}="{value[:40]}"'
    if kind == "style" and _FETCHES.search(element.text or ""):
        yield "a style that loads something"
    for inner in element if kind != "metadata" else ():
        yield from _faults(inner)


def _size(name: str, root: Element) -> tuple[float, float]:
    numbers = re.findall(r"-?[0-9.]+", root.get("viewBox", ""))
    if len(numbers) == 4:
        return float(numbers[2]), float(numbers[3])
    found = [_LENGTH.fullmatch(root.get(side, "")) for side in ("width", "height")]
    if not all(found):
        raise NotALogo(f"'{name}' says no size", "give its <svg> a viewBox, or a width and a height")
    width, height = (float(one[1]) for one in found if one)
    return width, height
