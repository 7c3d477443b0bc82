"""Which letters the print's fonts have, so that a missing one is a problem at its place and not a hole in a page."""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from guide.model import Guide
from guide.problems import Place, Problem
from guide.strict_yaml import Text

FONTS = Path(__file__).parent / "fonts"
NOTO = {
    "HEBREW": "Noto Sans Hebrew", "ARABIC": "Noto Sans Arabic", "BENGALI": "Noto Sans Bengali",
    "GURMUKHI": "Noto Sans Gurmukhi", "GUJARATI": "Noto Sans Gujarati", "DEVANAGARI": "Noto Sans Devanagari",
    "TAMIL": "Noto Sans Tamil", "CJK": "Noto Sans SC", "LATIN": "Noto Sans", "COMBINING": "Noto Sans",
    "GREEK": "Noto Sans", "CYRILLIC": "Noto Sans",
}  # fmt: skip
"""An open font for each script, by the word with which Unicode's names of its letters begin."""
OTHERWISE = "Noto Sans Symbols 2"


def own_fonts(guide: Guide) -> list[Path]:
    """The fonts that the guide brings for letters which the program's own has not."""
    return sorted(path for path in (guide.folder / "fonts").glob("*") if path.suffix.lower() in (".ttf", ".otf"))


def check_letters(guide: Guide) -> Iterator[Problem]:
    """A problem for each text that holds a letter or sign which no font of the PDFs has in every weight."""
    extra = []
    for font in own_fonts(guide):
        try:
            extra.append(letters_of(font.read_bytes()))
        except (struct.error, KeyError, IndexError, OSError):
            place = Place(f"{_folder_of(guide)}/fonts/{font.name}")
            yield Problem(place, "font", "this is no font that can be read", "get it anew, as a .ttf or .otf file")
    known = _built_in().union(*extra)
    for text in _texts(guide):
        missing = dict.fromkeys(sign for sign in text if ord(sign) not in known and not _is_silent(sign))
        if missing:
            shown = " ".join(f"{sign} ({unicodedata.name(sign, hex(ord(sign)))})" for sign in list(missing)[:4])
            message = f"the PDFs have no letter for {shown}"
            hint = (
                f"put an open font that has it into {guide.folder.name}/fonts/, regular and bold, "
                f"such as {_font_for(next(iter(missing)))}; or write it in words"
            )
            yield Problem(text.place, "no-letter", message, hint)


@cache
def _built_in() -> frozenset[int]:
    """The letters that the program's own fonts have in both weights."""
    regular, bold = (
        {code for font in FONTS.glob(f"*-{weight}.ttf") for code in letters_of(font.read_bytes())}
        for weight in ("Regular", "Bold")
    )
    return frozenset(regular & bold)


def _font_for(sign: str) -> str:
    return NOTO.get(unicodedata.name(sign, "").split(" ")[0], OTHERWISE)


def _folder_of(guide: Guide) -> str:
    return str(Path(guide.partnership.body.place.path).parent)


def _is_silent(sign: str) -> bool:
    """Spaces, line ends and the marks that only steer the letters around them."""
    return unicodedata.category(sign) in ("Cc", "Cf", "Zs", "Zl", "Zp") or "\ufe00" <= sign <= "\ufe0f"


def _texts(guide: Guide) -> Iterator[Text]:
    nouns = (
        guide.partnership,
        guide.actors,
        guide.forms,
        guide.glossary,
        guide.references,
        guide.questions,
        guide.procedures,
    )
    for noun in nouns:
        yield from _texts_in(noun)
    for document in guide.calendar_files.values():
        rows = (*document.value["closed"], *document.value["overrides"])
        yield from (document.value["name"], *(row["reason"] for row in rows))


def _texts_in(value: Any) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _texts_in(getattr(value, name))
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts_in(one)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _texts_in(one)


def letters_of(font: bytes) -> set[int]:
    """The code points for which a TrueType or OpenType file has a glyph."""
    tables = {font[at : at + 4]: struct.unpack_from(">I", font, at + 8)[0] for at in _records(font)}
    start = tables[b"cmap"]
    count = struct.unpack_from(">H", font, start + 2)[0]
    found: set[int] = set()
    for index in range(count):
        platform, _, offset = struct.unpack_from(">HHI", font, start + 4 + 8 * index)
        layout = struct.unpack_from(">H", font, start + offset)[0]
        if platform in (0, 3) and layout == 4:
            found.update(_format_4(font, start + offset))
        elif platform in (0, 3) and layout == 12:
            found.update(_format_12(font, start + offset))
    return found


def _records(font: bytes) -> range:
    return range(12, 12 + 16 * int(struct.unpack_from(">H", font, 4)[0]), 16)


def _format_4(font: bytes, at: int) -> Iterator[int]:
    segments = struct.unpack_from(">H", font, at + 6)[0] // 2
    ends = struct.unpack_from(f">{segments}H", font, at + 14)
    starts = struct.unpack_from(f">{segments}H", font, at + 16 + 2 * segments)
    for first, last in zip(starts, ends, strict=True):
        if first != 0xFFFF:
            yield from range(first, last + 1)


def _format_12(font: bytes, at: int) -> Iterator[int]:
    groups = struct.unpack_from(">I", font, at + 12)[0]
    for index in range(groups):
        first, last, _ = struct.unpack_from(">III", font, at + 16 + 12 * index)
        yield from range(first, last + 1)
