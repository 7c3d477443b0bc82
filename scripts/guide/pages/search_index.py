"""What the search of the site looks through: every heading with a sentence and the words it goes by.

It holds text and never markup. The browser's half is in `docs/assets/guide/search/`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import unescape
from textwrap import shorten
from typing import NamedTuple

from guide.dates import boards_of
from guide.model import AnyEntry, Guide, Step
from guide.pages.large import board_page
from guide.pages.page_facts import prefix_of, roles_with_steps
from guide.pages.paths import address_of
from guide.pages.script_json import script_json
from guide.wording import listed, short_names_of, timing_of

SEARCH_INDEX = "assets/guide/search/index.js"
"""Where it stands in the site. It is a script and no data file, so that a page opened from a folder can load it too."""

LONGEST = 100
"""Letters of a sentence that a result shows. The whole index is fetched by a phone before the first answer."""
_TITLE = re.compile(r"^title: (.*)$", re.M)
_ABOUT = re.compile(r"^description: (.*)$", re.M)
_HEADING = re.compile(r'<h2 id="([^"]+)">(.*?)</h2>', re.S)
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE = re.compile(r".*?[.?!](?=\s)|.*", re.S)
_OF_NO_USE = {
    *(
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "by",
        "for",
        "from",
        "has",
        "have",
        "in",
        "is",
        "it",
        "its",
        "of",
        "on",
    ),
    *("or", "that", "the", "this", "to", "was", "which", "who", "with"),
}


class Findable(NamedTuple):
    """One thing that a search can lead to."""

    place: str
    """The id of its heading, or of its part of the page; empty for the page itself."""
    title: str = ""
    text: str = ""
    """A sentence that a reader sees below the title."""
    words: str = ""
    """What it is also looked for by; nobody sees it."""
    names: tuple[str, ...] = ()
    """What else it is called. A search for one of them is a search for it, as for its title."""


def search_index(guide: Guide, pages: Mapping[str, str]) -> str:
    """The script that the search loads: each page's address and title with all that it holds, in the order of the site.

    `pages` are those of the site by their paths. What stands on one is told by the model, else by its headings. The
    first of them is the page itself, without an id and without its title once more.
    """
    known = {**_to_do(guide), **_to_look_up(guide)}
    listing = []
    for path, page in pages.items():
        if path.endswith(".md"):
            title, about = (json.loads(found[1]) if (found := key.search(page)) else "" for key in (_TITLE, _ABOUT))
            address = address_of(path)
            held = known[address] if address in known else _headings(page)
            if not held or held[0].place:
                held = [Findable("", text=about), *held]
            listing.append((address, title, [_short(one) for one in held]))
    return f"globalThis.guideSearchIndex = {script_json(listing)};\n"


def _to_do(guide: Guide) -> dict[str, list[Findable]]:
    """What is on the pages of the procedures, day by day, of each role and of the examples."""
    held = {f"procedures/{one.id}/": [_entry(guide, entry) for entry in one.entries] for one in guide.procedures}
    held["by-day/"] = []
    for board in boards_of(guide):
        held.setdefault(board_page(guide, board), []).extend(
            Findable(
                f"{prefix_of(guide, board)}day-{day.number}",
                f"Day {day.number}",
                listed([act.title for act, _ in day.acts]),
                "working",
            )
            for day in board.days
            if day.acts
        )
    for actor in roles_with_steps(guide):
        held[f"roles/{actor.id}/"] = [Findable("", text=actor.about or "", names=(actor.short, *actor.aliases))]
    return held | {f"examples/{one.id}/": [] for one in guide.examples}


def _to_look_up(guide: Guide) -> dict[str, list[Findable]]:
    """What is on the pages of forms, words and questions."""
    return {
        "forms/": [
            Findable(f"{one.id}-title", f"{one.code or ''} {one.title}".strip(), one.when, names=one.aliases)
            for one in guide.forms
        ],
        "glossary/": [Findable(f"{one.id}-term", one.term, one.means, names=one.aliases) for one in guide.glossary],
        "questions/": [
            Findable(f"{one.id}-title", one.title, words=f"question {one.number}") for one in guide.questions
        ],
    }


def _entry(guide: Guide, entry: AnyEntry) -> Findable:
    words = short_names_of(guide, entry.acting)
    if isinstance(entry, Step):
        words += [*short_names_of(guide, (*entry.to, *entry.with_)), timing_of(entry)]
        words += [guide.form[one].code or "" for one in entry.forms]
        words += ["late"] if entry.if_late else []
    return Findable(entry.entry_id, entry.title, entry.words, _words(*words))


def _headings(page: str) -> list[Findable]:
    return [Findable(place, unescape(_TAG.sub("", heading)).strip()) for place, heading in _HEADING.findall(page)]


def _words(*words: str | None) -> str:
    return " ".join(str(one) for one in words if one)


def _short(found: Findable) -> list[str]:
    """What is kept of it: of its text a sentence, its names and all other words each once, no empty field at its end.

    A name ends with a semicolon, so that the search can tell what is one thing's name from words that stand apart.
    """
    sentence = shorten(_SENTENCE.match(f"{found.text} ")[0], LONGEST, placeholder="…")  # type: ignore[index]
    shown = _parted(f"{found.title} {sentence.rpartition(' ')[0] if sentence.endswith('…') else sentence}")
    names = dict.fromkeys(name.lower().removeprefix("the ") for name in found.names)
    names.pop(found.title.lower(), None)
    known = {*shown, *_parted(" ".join(names)), *_OF_NO_USE}
    others = " ".join(one for one in _parted(f"{found.text} {found.words}") if one not in known)
    fields = [found.place, found.title, sentence, "".join(f"{name};" for name in names) + others]
    while fields and not fields[-1]:
        fields.pop()
    return fields


def _parted(text: str) -> dict[str, None]:
    return dict.fromkeys(_WORD.findall(text.lower()))
