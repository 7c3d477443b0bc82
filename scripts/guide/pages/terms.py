"""Glossary terms and form codes marked up where they are used: a link at the first use in a section."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import Markup, escape

from guide.model import Guide

SHORTEST = 2


class Terms:
    """Finds the glossary's terms and the forms' codes in a text, longest first, whole words only.

    A name that its term lists under `everyday` is left alone.
    """

    def __init__(self, guide: Guide) -> None:
        self.address: dict[str, str] = {}
        for form in guide.forms:
            if form.code:
                self.address[str(form.code).lower()] = f"forms/#{form.id}"
        for term in guide.glossary:
            everyday = {str(word).lower() for word in term.everyday}
            for name in (term.term, *term.aliases):
                if len(name) >= SHORTEST and name.lower() not in everyday:
                    self.address.setdefault(str(name).lower(), f"glossary/#{term.id}")
        names = sorted(self.address, key=len, reverse=True)
        self.pattern = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, names))})(?![\w-])", re.I) if names else None

    def marked(self, text: str, root: str, known: set[str] | None = None, forms: Sequence[str] = ()) -> Markup:
        """The text, escaped, with a link at the first use of each term. `root` leads to the top of the site.

        `known` has where the terms lead that a reader of the section has met before; those of this text come to it.
        `forms` stand beside the text, each with a link of its own.
        """
        if self.pattern is None:
            return escape(text)
        parts: list[Markup] = []
        seen = set() if known is None else known
        seen.update(f"forms/#{form}" for form in forms)
        end = 0
        for match in self.pattern.finditer(text):
            term = self.address[match[0].lower()]
            parts.append(escape(text[end : match.start()]))
            link = Markup('<a class="term" href="{}{}">{}</a>')
            parts.append(escape(match[0]) if term in seen else link.format(root, term, match[0]))
            seen.add(term)
            end = match.end()
        return Markup("").join([*parts, escape(text[end:])])
