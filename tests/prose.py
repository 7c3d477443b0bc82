"""The project's own Markdown, as its tests read it: which pages there are, and their sentences line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]

ABBREVIATIONS = ("e.g.", "i.e.", "etc.", "cf.", "vs.", "No.", "St.", "Dr.", "Mr.", "Mrs.")
"""What ends in a full stop and ends no sentence."""

_END = re.compile(r"""[.!?][)\]*_”’"']*(?= +(?:\[|[*_(“‘"'`]*[A-Z0-9`{/]))""")
_MARK = re.compile(r" *(?:[-*+]|[0-9]+\.) +")
_APART = re.compile(r" *(?:#|\||<|$)")
_FENCE = re.compile(r" *(```|~~~)")


def pages() -> list[Path]:
    """Every Markdown file that a person wrote: those at the top of the project and those below `docs`."""
    return [*sorted(ROOT.glob("*.md")), *sorted(ROOT.glob("docs/**/*.md"))]


class Block(NamedTuple):
    """A paragraph, or the text of one item of a list."""

    first: int
    """The number of its first line, from 0."""
    mark: str
    """What stands before its text: spaces, and the sign of its list."""
    lines: tuple[str, ...]

    def as_it_is(self) -> list[str]:
        """Its lines: the mark before the first, spaces of its width before the others."""
        return self._marked(self.lines)

    def one_sentence_a_line(self) -> list[str]:
        """Its lines as they should be."""
        return self._marked(sentences(" ".join(self.lines)))

    def _marked(self, lines: Sequence[str]) -> list[str]:
        return [self.mark + lines[0], *(" " * len(self.mark) + one for one in lines[1:])]


def blocks(text: str) -> Iterator[Block]:
    """The paragraphs and items of a page, without its code, tables, headings and HTML."""
    open_block: Block | None = None
    for number, line in prose_lines(text):
        mark = _MARK.match(line)
        if open_block and not mark and line and number == open_block.first + len(open_block.lines):
            open_block = open_block._replace(lines=(*open_block.lines, line.strip()))
            continue
        if open_block:
            yield open_block
        before = mark[0] if mark else re.match(" *", line)[0]  # type: ignore[index]
        open_block = Block(number, before, (line[len(before) :],)) if line else None
    if open_block:
        yield open_block


def prose_lines(text: str) -> Iterator[tuple[int, str]]:
    """The numbered lines of a page that are prose; an empty one wherever something else stands between them."""
    fence, facts = "", text.startswith("---\n")
    for number, line in enumerate(text.splitlines()):
        if facts:
            facts = number == 0 or line != "---"
        elif match := _FENCE.match(line):
            fence = "" if fence == match[1] else fence or match[1]
            yield number, ""
        elif not fence:
            yield number, "" if _APART.match(line) else line.rstrip()


def sentences(text: str) -> list[str]:
    """A text in its sentences. Code and the addresses of links hold no end of a sentence."""
    masked = re.sub(r"`[^`]*`|\]\([^)]*\)", lambda match: "`" + "x" * (len(match[0]) - 2) + "`", text)
    ends = [match.end() for match in _END.finditer(masked) if not masked[: match.end()].endswith(ABBREVIATIONS)]
    starts = [0, *ends]
    return [text[start:end].strip() for start, end in zip(starts, [*ends, len(text)], strict=True)]


def paths_named(text: str) -> list[str]:
    """The files and folders that a page names in back-ticks, as paths from the top of the project."""
    found = re.findall(r"`([\w.*/-]+/[\w.*/-]*|[\w-]+\.(?:md|toml|yml|py|js|css|jinja)|Makefile)`", text)
    return list(dict.fromkeys(found))
