"""What was heard, held against what a task wants, and against what was heard another time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path

from ear.tasks import Step, Task

_PLACE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+){2,}")


@dataclass
class Turn:
    """One key, or one text or address, and what was said then."""

    did: str
    said: list[str]

    def __str__(self) -> str:
        return f"{self.did:24} {' | '.join(self.said) or '(silence)'}"


@dataclass
class Transcript:
    """What was heard in one task."""

    turns: list[Turn] = field(default_factory=list)

    def __str__(self) -> str:
        return "".join(f"{turn}\n" for turn in self.turns)

    def said(self) -> list[str]:
        return [text for turn in self.turns for text in turn.said]


class NotAsWanted(AssertionError):
    """Something that must be heard was not, or something that may not be was. `words` are those of the task."""

    def __init__(self, words: str, message: str) -> None:
        self.words = words
        super().__init__(message)


def first_missing(said: Iterable[str], wanted: Sequence[str]) -> str | None:
    """The first of the wanted words that was not heard in its turn; None where all were.

    Each is looked for from where the one before it ended, as whole words, within one thing that was said.
    """
    left = list(wanted)
    for text in said:
        start = 0
        while left and (found := _pattern(left[0]).search(text, start)):
            start = found.end()
            left.pop(0)
    return left[0] if left else None


def unwanted(said: Iterable[str], words: Iterable[str]) -> tuple[str, str] | None:
    """The first of these words that was heard, in small letters or large, and the text that it was heard in."""
    patterns = [(word, _pattern(word, re.IGNORECASE)) for word in words]
    return next(((word, text) for text in said for word, pattern in patterns if pattern.search(text)), None)


def hold_step(step: Step, said: Sequence[str]) -> None:
    """Raises `NotAsWanted` where a step was not followed by what must be heard, or was by what may not be."""
    missing = first_missing(said, step.hears)
    if missing is not None:
        raise NotAsWanted(missing, f"“{missing}” was not heard, or not in its turn")
    _refuse(said, step.hears_not)


def hold_task(task: Task, said: Sequence[str], addresses: Set[str] = frozenset()) -> None:
    """Raises `NotAsWanted` where words were heard that may be heard nowhere, or an address was read out."""
    _refuse(said, task.never)
    for text in said:
        for name in addresses & {*_PLACE.findall(text)}:
            raise NotAsWanted(name, f"“{name}” was heard, which is for machines: “{text}”")


def unlike(one: Transcript, other: Transcript) -> list[str]:
    """Where two runs of one task differ, a sentence for each turn."""
    found = []
    for here, there in zip(one.turns, other.turns, strict=False):
        if here != there:
            found.append(f"{here.did}: “{' | '.join(here.said)}”, and then {there.did}: “{' | '.join(there.said)}”")
    if len(one.turns) != len(other.turns):
        found.append(f"{len(one.turns)} turns, and then {len(other.turns)}")
    return found


def names_of_places(site: Path) -> frozenset[str]:
    """Folders and ids of a built site with three words or more, such as `tell-the-partners`: never said to anybody.

    Those of one or two words may be words that people say: `by-day`, `follow-up`.
    """
    pages = list(site.rglob("*.html"))
    named = {part for page in pages for part in page.relative_to(site).parent.parts}
    named |= {name for page in pages for name in re.findall(r'\bid="([^"]+)"', page.read_text("utf-8"))}
    return frozenset(name for name in named if _PLACE.fullmatch(name))


def _refuse(said: Iterable[str], words: Iterable[str]) -> None:
    if found := unwanted(said, words):
        raise NotAsWanted(found[0], f"“{found[0]}” was heard: “{found[1]}”")


def _pattern(words: str, flags: int = 0) -> re.Pattern[str]:
    """The words as such, and not as a part of others: `day 1` is not in `day 10`."""
    return re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", flags)
