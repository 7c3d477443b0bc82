"""A site of hand-written Markdown for plain Material, with as many pages and words as a site of ours."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

SENTENCE = (
    "the team tells whoever waits for it what was decided and on which day so that each of them can begin with what "
    "follows a manager reads the form before it is sent and keeps a copy of it where the record of the family is kept"
)
_ARTICLE = re.compile(r"<article\b.*?</article>", re.DOTALL)
_UNREAD = re.compile(r"<(script|template|svg)\b.*?</\1>|<[^>]+>", re.DOTALL)
SECTION = 120
"""Words between two headings."""


def words_of(site: Path) -> list[int]:
    """How many words each page of a built site has in its article, in the order of the paths."""
    return [_words(page.read_text("utf-8")) for page in sorted(site.rglob("index.html"))]


def _words(page: str) -> int:
    return len(_UNREAD.sub(" ", "".join(_ARTICLE.findall(page))).split())


def write_plain(folder: Path, pages: Sequence[int]) -> Path:
    """Writes a project of one Markdown page for each number of words into a new folder, and gives it."""
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text("site_name: Plain\ntheme:\n  name: material\n  font: false\n", "utf-8")
    chance = random.Random(len(pages))
    for number, words in enumerate(pages):
        name = f"page-{number}.md" if number else "index.md"
        (folder / "docs" / name).write_text("\n\n".join(_parts(chance, number, words)) + "\n", "utf-8")
    return folder


def _parts(chance: random.Random, number: int, words: int) -> Iterator[str]:
    """Headings, a list and a table in each section, and sentences around them."""
    yield f"# Page {number}"
    for section in range(max(words // SECTION, 1)):
        yield f"## Part {section + 1} of {number}"
        yield _sentences(chance, SECTION // 2)
        yield "\n".join(f"- {_sentences(chance, SECTION // 12)}" for _ in range(3))
        rows = "\n".join(f"| {row} | {_sentences(chance, SECTION // 12)} |" for row in range(3))
        yield f"| Step | What is done |\n|---|---|\n{rows}"


def _sentences(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(SENTENCE.split(), k=words)).capitalize() + "."
