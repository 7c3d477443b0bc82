"""The strength of a sentence: no must, shall or have to in the procedure's own steps where the document has none."""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.read_words import HARD
from guide.model import AnyEntry, Decision, Guide, Step
from guide.problems import Problem
from guide.strict_yaml import Text


def check_hardened(guide: Guide) -> Iterator[Problem]:
    """A duty that the approved document does not state. What a national rule says of its own is not read here.

    Only where the document's own words are in `source.yml`: without them nobody can tell.
    """
    words = {str(item.id): item.words for item in guide.source}
    for procedure in guide.procedures:
        for entry in procedure.entries:
            said = [words.get(str(item)) for item in entry.source]
            if said and all(said) and not any(HARD.search(one) for one in said if one):
                yield from _of_entry(entry)


def _of_entry(entry: AnyEntry) -> Iterator[Problem]:
    for text in _sentences(entry):
        if found := HARD.search(text):
            message = f"'{found[0]}' makes a duty of it, and the document's words ({', '.join(entry.source)}) have none"
            hint = "say it as the document does: plainly, or with will, should or may"
            yield Problem(text.place, "hardened", message, hint)


def _sentences(entry: AnyEntry) -> Iterator[Text]:
    yield entry.words
    yield entry.title
    if isinstance(entry, Step) and entry.when:
        yield entry.when
    if isinstance(entry, Decision):
        yield from (branch.answer for branch in entry.branches)
