"""What can be wrong with a file's bytes and letters before anybody knows what it says, in the author's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from guide.plain import is_unseen, mixed_words, named, unseen_in
from guide.problems import Place, Problem, Problems, most_told

_MERGE_MARKER = re.compile(r"(?:<{7,}|>{7,}|\|{7,}).*|(?:={7,}|\+{7,}|%{7,}|\\{7,})(?: .*)?|-{7,} .+")
"""The lines that version control writes around two versions of a place when it cannot choose."""

LARGEST_FILE = 256 * 1024

_ODD_SPACE = re.compile(r"^ *(?:- +)*(?:[\w-]+: *|-)?(?P<odd>[^\S \t\n])")
"""A no-break or thin space where YAML wants a common one: in the indentation, behind a hyphen or a colon."""


def too_large(size: int, path: str) -> Problem:
    """What to say of a file of so many bytes that none of it was read."""
    message = f"this file is {-(-size // 1024)} KB; the largest allowed is {LARGEST_FILE // 1024} KB"
    return Problem(Place(path), "too-large", message, "split the procedure, or remove what is not text")


def decoded(data: bytes, path: str) -> str:
    """The bytes of a file as text, without a byte order mark. Raises `Problems` for what is not UTF-8."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = re.sub(r"\r\n?", "\n", data[: error.start].decode("utf-8"))
        place = Place(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
        message = f"this file is not UTF-8 text (byte 0x{data[error.start]:02x})"
        raise Problems([Problem(place, "not-utf-8", message, "save it again with the encoding UTF-8")]) from None


def refuse_what_yaml_would_misread(text: str, path: str) -> None:
    """Raises `Problems` with every mark of a merge; else with every tab in an indentation and invisible character."""
    if problems := most_told(merge_markers(text, path), path):
        raise Problems(problems)
    if problems := most_told(_misleading_characters(text, path), path):
        raise Problems(problems)


def merge_markers(text: str, path: str) -> Iterator[Problem]:
    """A problem for each line that a merge which nobody finished left in a text.

    >>> [str(one.place) for one in merge_markers("<<<<<<< HEAD\\na: 1\\n=======\\na: 2\\n>>>>>>> theirs", "x.yml")]
    ['x.yml:1:1', 'x.yml:3:1', 'x.yml:5:1']
    """
    for number, line in enumerate(text.split("\n"), 1):
        if _MERGE_MARKER.fullmatch(line.strip()):
            message = f"a merge marker ({line.strip()[:7]}) stands here: two versions of this place were never made one"
            hint = "keep the lines that are right, and delete the others with each such line (of <, |, = or >)"
            yield Problem(Place(path, number, len(line) - len(line.lstrip()) + 1), "merge-marker", message, hint)


def _misleading_characters(text: str, path: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        indent = line[: len(line) - len(line.lstrip(" \t"))]
        if "\t" in indent and line.strip():
            place = Place(path, number, indent.index("\t") + 1)
            yield Problem(place, "tab", "a tab stands in the indentation", "indent with spaces, two a level")
        for column, letter in unseen_in(line):
            yield _invisible_problem(letter, Place(path, number, column + 1), line[:column])
        for column, word, letter in mixed_words(line):
            message = f"the word '{word}' has a letter of another alphabet in it ({named(letter)})"
            yield Problem(Place(path, number, column + 1), "other-alphabet", message, "type the word again")
        if (odd := _ODD_SPACE.match(line)) and not is_unseen(odd["odd"]):
            message = f"a space stands here that YAML does not know as one ({named(odd['odd'])})"
            place = Place(path, number, odd.start("odd") + 1)
            yield Problem(place, "invisible-character", message, "delete it and type a common space")


def invisible_problems(words: str, place: Place) -> Iterator[Problem]:
    """A character nobody can see that an escape such as \\a put into a quoted text."""
    for column, letter in unseen_in(words):
        yield _invisible_problem(letter, place, words[:column])
        return


def _invisible_problem(character: str, place: Place, before: str) -> Problem:
    behind = before[-12:].lstrip() if len(before) > 12 else before.lstrip()
    where = f", behind '{behind}'" if behind.isprintable() and behind else ""
    message = f"an invisible character ({named(character)}) stands here{where}"
    return Problem(place, "invisible-character", message, "delete it and type the text around it again")


def syntax_problem(error: Exception, path: str, text: str) -> Problem:
    """The parser's complaint, at the place where an author has to look."""
    mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    message = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "this is not YAML")
    hint = "look at this line and the one above it"
    if "mapping values are not allowed" in message and mark:
        message, hint = _colon(text.split("\n")[mark.line][: mark.column])
    elif "unexpected end of stream" in message and context:
        # The parser notices at the end of the file; the mistake is where the quotation began.
        mark, message, hint = context, "a quotation mark opens here and none closes it", "close it, or remove it"
    elif "expected <block end>" in message or "could not find expected ':'" in message:
        message, hint = "the indentation or the punctuation breaks off here", "line it up with the lines around it"
    return Problem(_place_inside(path, text, mark or context), "yaml", message, hint)


def _place_inside(path: str, text: str, mark: Any) -> Place:
    """Where the parser points. The end of a text whose last line never ends is to the parser the line after it."""
    lines = text.split("\n")
    if mark is None or mark.line >= len(lines):
        return Place(path, len(lines), len(lines[-1]) + 1)
    return Place(path, mark.line + 1, min(mark.column, len(lines[mark.line])) + 1)


def _colon(before: str) -> tuple[str, str]:
    if ":" in before:
        return "a second ': ' stands in this line", "put the text in quotes, or drop the space after the colon"
    return "this key does not line up with the one above", "line it up with the keys around it"
