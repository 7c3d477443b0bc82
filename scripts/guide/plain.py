"""What of a text can be seen: the copy that checks read, and the letters that nobody sees.

A reader cannot tell a no-break space from a space, so no check may either: it reads `plainly(text)`. What is published
is the author's own text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_LOOK_EMPTY = {
    0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810), 0x2065, 0x2800, 0x3164, *range(0xFDD0, 0xFDF0),
    *range(0xFE00, 0xFE10), 0xFFA0, *range(0xFFF0, 0xFFFE), 0x1D159, *range(0xE0000, 0xE1000),
}  # fmt: skip
"""What is no sign of control by its category and yet shows nothing, or only that a letter was lost: joiners, fillers,
selectors of a variant, the empty pattern of Braille, tags, and the places that Unicode keeps for more of them."""

_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
"""Signs of control and of format, halves of a letter, letters that only one font knows, and ends of a line."""

_SEEN_FORMS = {*range(0x0600, 0x0606), 0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2, 0x110BD, 0x110CD}
"""Signs of format that are drawn: the numbers and verses of Arabic, Syriac and Kaithi."""

_UNUSUAL = re.compile(r"[^\t\n\x20-\x7e]")

_HYPHENS = re.compile(r"[\u02d7\u2043\u2212\u2796]")
"""What stands where a hyphen could, beside all that Unicode calls a dash."""

_QUOTES = str.maketrans("\u2018\u2019\u201a\u201b\u2032\u02bc\u201c\u201d\u201e\u201f\u2033", "''''''\"\"\"\"\"")

_LOOKALIKES = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04bb\u0501\u051b\u051d\u043c\u043a\u0442"
    "\u03b1\u03bf\u03c1\u03bd\u03b9\u03ba\u03c5\u0131\u0578\u057d\u0585\u0261",
    "aeopcyxijshdqwmktaopvikuinuog",
)
"""Small letters of other alphabets that look like a Latin one."""


def is_unseen(letter: str) -> bool:
    """Whether a letter shows nothing of itself; a tab and the end of a line are no letters.

    >>> [is_unseen(letter) for letter in ("a", " ", "\\u00a0", "\\u200b", "\\ufe0f")]
    [False, False, False, True, True]
    """
    code = ord(letter)
    if letter in "\t\n" or code in _SEEN_FORMS:
        return False
    return code in _LOOK_EMPTY or code & 0xFFFE == 0xFFFE or unicodedata.category(letter) in _UNSEEN


def unseen_in(text: str) -> Iterator[tuple[int, str]]:
    r"""Each letter of a text that shows nothing, with how many stand before it.

    >>> list(unseen_in("ti\u200btle"))
    [(2, '\u200b')]
    """
    return ((found.start(), found[0]) for found in _UNUSUAL.finditer(text) if is_unseen(found[0]))


def plainly(text: str) -> str:
    r"""A text as checks read it: one kind of space, hyphen, quotation mark and digit, and nothing unseen.

    >>> plainly("by day\u00a0nine,  in a five\u2011day\u2009week"), plainly("day\u200b \uff19"), plainly("cafe\u0301")
    ('by day nine, in a five-day week', 'day 9', 'café')
    """
    return " ".join(text.split()) if text.isascii() else _plain(str(text))


@lru_cache(16384)
def _plain(text: str) -> str:
    """Kept, for it costs much of the time of the checks, which ask it of every text again and again."""
    text = "".join(" " + letter if "<fraction>" in unicodedata.decomposition(letter) else letter for letter in text)
    text = unicodedata.normalize(
        "NFKC", "".join(letter for letter in text if letter.isspace() or not is_unseen(letter))
    )
    text = "".join(_plain_letter(letter) for letter in text)
    return " ".join(_HYPHENS.sub("-", text).translate(_QUOTES).split())


def _plain_letter(letter: str) -> str:
    category = unicodedata.category(letter)
    if category == "Nd":
        return str(unicodedata.decimal(letter))
    return "-" if category == "Pd" else letter


def as_it_looks(word: str) -> str:
    r"""A word as the eye takes it: plain, in small letters, other alphabets' letters as the Latin ones they resemble.

    >>> as_it_looks("t\u0456tle ") == as_it_looks("title")
    True
    """
    return plainly(word).lower().translate(_LOOKALIKES)


def odd_letter(word: str) -> str:
    r"""The first letter of a word that is not what it looks like, by its number and name; empty where there is none.

    >>> odd_letter("t\u0456tle"), odd_letter("due\u00a0"), odd_letter("due")
    ('U+0456 CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I', 'U+00A0 NO-BREAK SPACE', '')
    """
    return next((named(letter) for letter in word if not letter.isascii() and as_it_looks(letter) != letter), "")


def named(letter: str) -> str:
    r"""A letter by its number and, where it has one, its name.

    >>> named("\u200b"), named("\x07")
    ('U+200B ZERO WIDTH SPACE', 'U+0007')
    """
    return f"U+{ord(letter):04X} {unicodedata.name(letter, '')}".strip()


_WORD = re.compile(r"[^\W\d_]+")
_LOOK_LATIN = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")


def mixed_words(text: str) -> Iterator[tuple[int, str, str]]:
    r"""Each word that has Latin letters and others that look like them, with how many letters stand before the first of
    those, and that letter. Nobody can see it, and no search finds the word.

    >>> list(mixed_words("within five d\u0430ys"))
    [(13, 'd\u0430ys', '\u0430')]
    """
    for word in () if text.isascii() else _WORD.finditer(text):
        others = [place for place, letter in enumerate(word[0]) if _alphabet(letter) in _LOOK_LATIN]
        if others and any(_alphabet(letter) == "LATIN" for letter in word[0]):
            yield word.start() + others[0], word[0], word[0][others[0]]


def _alphabet(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ")[0]
