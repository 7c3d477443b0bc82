"""From the path of a page, as a generator reads it, to its address on the site."""

from __future__ import annotations


def address_of(path: str) -> str:
    """Where a page stands under the address of the site.

    >>> address_of("roles/index.md"), address_of("roles.md"), address_of("data/guide.json")
    ('roles/', 'roles/', 'data/guide.json')
    """
    if not path.endswith(".md"):
        return path
    plain = path.removesuffix(".md")
    return "" if plain == "index" else f"{plain.removesuffix('/index')}/"
