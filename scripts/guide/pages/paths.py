"""From the path of a page, as a generator reads it, to its address on the site."""

from __future__ import annotations

from collections.abc import Mapping

_FENCE = "\n---\n"
"""Ends the head of a page, which a generator reads."""


def address_of(path: str) -> str:
    """Where a page stands under the address of the site.

    >>> address_of("roles/index.md"), address_of("roles.md"), address_of("data/guide.json")
    ('roles/', 'roles/', 'data/guide.json')
    """
    if not path.endswith(".md"):
        return path
    plain = path.removesuffix(".md")
    return "" if plain == "index" else f"{plain.removesuffix('/index')}/"


def heads_of(files: Mapping[str, str]) -> dict[str, str]:
    """The generated files; of a page that is markup no more than its head, with title and description.

    Markdown would read the markup twice, and change nothing.
    """
    return {path: f"{_parted(text)[0]}{_FENCE}" if body_of(text) else text for path, text in files.items()}


def body_of(page: str) -> str:
    """What a page shows, as it is put into its frame; empty where Markdown has something to do.

    >>> body_of("---\\ntitle: Forms\\n---\\n\\n<h1>Forms</h1>\\n"), body_of("---\\ntitle: Forms\\n---\\n# Forms\\n")
    ('<h1>Forms</h1>', '')
    """
    body = _parted(page)[1].strip()
    return body if body.startswith("<") else ""


def _parted(page: str) -> tuple[str, str]:
    head, _, body = page.partition(_FENCE)
    return (head, body) if head.lstrip().startswith("---") else ("", "")
