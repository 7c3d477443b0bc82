"""Numbers, days and codes of forms in sentences, and the days that a heading names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from guide.doubt.alteration import Alteration, TextSheet
from guide.doubt.values import neighbours, numbers_of_time
from guide.model import Guide
from guide.strict_yaml import Mapping, Sequence, Text

_RULES = frozenset({"within", "after", "no_later_than", "on", "over", "expect", "closed"})
"""The keys below which a text is a rule or a day, and no sentence."""
_HEADINGS = frozenset({"title", "drawing"})


def in_words_of(guide: Guide, sheet: TextSheet) -> Iterator[Alteration]:
    """Each number of time in a sentence, and each code of a form, with the next one in its stead."""
    codes = list(dict.fromkeys(str(form.code) for form in guide.forms if form.code))
    for kind, text in _sentences(sheet.document.value):
        for number, new in numbers_of_time(text):
            yield from _altered(sheet, kind, text, number, new)
        for code in codes:
            for found in re.finditer(rf"(?<![\w-]){re.escape(code)}(?![\w.-])", text):
                for other in neighbours(code, [one for one in codes if _letters(one) == _letters(code)]):
                    yield from _altered(sheet, "form in words", text, found, other)


def _letters(code: str) -> str:
    return re.split(r"[ -]*[0-9]", code)[0]


def _altered(sheet: TextSheet, kind: str, text: Text, found: re.Match[str], new: str) -> Iterator[Alteration]:
    if edit := sheet.inside(text, found, new):
        here = f"{text[: found.start()][-30:]}{{}}{text[found.end() :][:30]}".replace("\n", " ")
        yield Alteration(kind, sheet.file, text.place, here.format(found[0]), here.format(new), (edit,))


def _sentences(value: Any, holder: Mapping | None = None, key: str = "") -> Iterator[tuple[str, Text]]:
    """Each text that people read, with the kind of what is changed in it."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if name not in _RULES and not name.startswith("expect"):
                yield from _sentences(inner, value, name)
    elif isinstance(value, Sequence):
        for inner in value:
            yield from _sentences(inner, holder, key)
    elif isinstance(value, Text) and " " in value:
        yield "heading" if key in _HEADINGS and holder is not None and "steps" in holder else "number in words", value
