"""What an author must mend: where it is, what is wrong, and how to put it right."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal

from guide.plain import as_it_looks, odd_letter, plainly

Level = Literal["problem", "warning"]


@dataclass(frozen=True, order=True)
class Place:
    """A spot in a file. `line` and `column` count from 1, as editors do; 0 means the file as a whole.

    >>> str(Place("procedures/rapid-review.yml", 7, 5))
    'procedures/rapid-review.yml:7:5'
    """

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend. `code` is a short stable name for the rule that found it; `hint` may be empty.

    >>> print(Problem(Place("forms.yml", 7, 5), "unknown-key", "unknown key 'titel'", "did you mean 'title'?"))
    forms.yml:7:5: unknown-key unknown key 'titel'
        hint: did you mean 'title'?
    """

    place: Place
    code: str
    message: str
    hint: str = ""
    level: Level = "problem"
    """A warning is told and stops nothing: what it is about may be right."""

    def __str__(self) -> str:
        # What a reader asks on the command line stands in no file, so there is no place to point at.
        said = f"{self.code} {'warning: ' if self.level == 'warning' else ''}{self.message}"
        line = f"{self.place}: {said}" if self.place.path else self.message
        return f"{line}\n    hint: {self.hint}" if self.hint else line


class Problems(Exception):
    """Everything that is wrong, raised once, so that an author mends it in one sitting.

    >>> later, sooner = (Problem(Place("forms.yml", line), "tab", "a tab stands here") for line in (10, 2))
    >>> print(problems_as_text(Problems([later, sooner, later]).problems))
    forms.yml:2:0: tab a tab stands here
    forms.yml:10:0: tab a tab stands here
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__(problems_as_text(self.problems))


MOST_TOLD = 200
"""Of one file. Whoever has mended so many checks again anyway, and a hostile file could fill the memory with more."""


def most_told(problems: Iterable[Problem], path: str) -> list[Problem]:
    """The first problems of one file, and where there are more, one that says so. Asks for no more than it gives."""
    found = list(islice(problems, MOST_TOLD + 1))
    if len(found) <= MOST_TOLD:
        return found
    message = f"this file has more problems than the {MOST_TOLD} told here"
    return [*found[:MOST_TOLD], Problem(Place(path), "more-problems", message, "mend these, then check again")]


MOST_ALIKE = 3
"""So many problems with one message are told one by one: each may be a slip of its own."""


def _message_of(problem: Problem) -> str:
    return problem.message


def each_cause_once(problems: Iterable[Problem], what: Callable[[Problem], str] = _message_of) -> list[Problem]:
    """The problems, and of more than three about one thing only the first: something was removed or renamed, which is
    one mistake and not one for each place that misses it. `what` says what a problem is about.

    >>> found = [Problem(Place("forms.yml", line), "unknown-form", "unknown form 'x'") for line in (5, 9, 7, 2)]
    >>> print(problems_as_text(each_cause_once(found)))
    forms.yml:2:0: unknown-form unknown form 'x', and at 3 more places: forms.yml:5, 7, 9
    """
    alike: dict[tuple[str, str], list[Problem]] = {}
    for problem in dict.fromkeys(problems):
        alike.setdefault((problem.code, what(problem)), []).append(problem)
    told: list[Problem] = []
    for same in alike.values():
        if len(same) > MOST_ALIKE:
            first, *others = sorted(same)
            message = f"{first.message}, and at {len(others)} more places: {_lines_of(others)}"
            same = [replace(first, message=message)]
        told += same
    return told


def _lines_of(problems: Iterable[Problem]) -> str:
    lines: dict[str, list[int]] = {}
    for problem in problems:
        lines.setdefault(problem.place.path, []).append(problem.place.line)
    return "; ".join(f"{path}:{', '.join(map(str, dict.fromkeys(found)))}" for path, found in lines.items())


class Misfit(ValueError):
    """A single value that does not fit where it stands; whoever knows its place makes a `Problem` of it."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


_OPPOSITES = (
    ("earlier", "later"), ("earliest", "latest"), ("before", "after"), ("from", "to"), ("from", "through"),
    ("first", "last"), ("min", "max"), ("minimum", "maximum"), ("least", "most"), ("less", "more"), ("start", "end"),
    ("starts", "ends"), ("begin", "end"), ("begins", "ends"), ("previous", "next"), ("preceding", "following"),
    ("above", "below"), ("in", "out"), ("open", "closed"), ("on", "off"), ("up", "down"), ("yes", "no"),
    ("with", "without"), ("early", "late"), ("shorter", "longer"), ("always", "never"), ("all", "none"),
    ("sent", "received"), ("send", "return"), ("local", "national"), ("true", "false"),
    ("national", "international"), ("long", "short"), ("override", "underride"), ("unit", "until"),
)  # fmt: skip
_NEGATIONS = frozenset({"no", "not", "never", "non", "without", "except"})
_NEGATING = ("un", "in", "non", "dis", "im", "ir", "mis")


def are_opposites(one: str, other: str) -> bool:
    """Whether two words say the contrary of one another, so that neither may be suggested for the other.

    >>> are_opposites("no_earlier_than", "no_later_than"), are_opposites("definition-met", "definition-not-met")
    (True, True)
    >>> are_opposites("no_latter_than", "no_later_than"), are_opposites("titel", "title")
    (False, False)
    """
    here, there = (re.findall(r"[a-z]+", as_it_looks(word)) for word in (one, other))
    left, right = {*here} - {*there}, {*there} - {*here}
    if bool(left & _NEGATIONS) != bool(right & _NEGATIONS) or _negated(left) != _negated(right):
        return True
    known = {word for pair in _OPPOSITES for word in pair}
    meant = [
        {next(iter(difflib.get_close_matches(word, known, 1, 0.85)), word) for word in side} for side in (left, right)
    ]
    if any((a in meant[0] and b in meant[1]) or (b in meant[0] and a in meant[1]) for a, b in _OPPOSITES):
        return True
    pairs = [(a, b) for a in left for b in right] + [(b, a) for a in left for b in right]
    return any(longer == before + shorter for longer, shorter in pairs for before in _NEGATING)


def _negated(words: set[str]) -> bool:
    """Whether one of them begins with a no: `unpublished`, and not `under`, `until` or `unit`."""
    return any(re.match(r"(?:un(?!der|til|i)|non)[a-z]{3}", word) for word in words)


def _differs_by_slips(one: str, other: str, likeness: float) -> bool:
    """Whether what two names of several words do not share is alike: `look_ahead` is no slip of `look_back`, nor
    `scsi-5` of `scsi-7`."""
    numbers = [[int(digits) for digits in re.findall(r"\d{1,9}", as_it_looks(word))] for word in (one, other)]
    if all(numbers) and numbers[0] != numbers[1]:
        return False
    here, there = (re.findall(r"[a-z]+", as_it_looks(word)) for word in (one, other))
    left = "".join(word for word in here if word not in there)
    right = "".join(word for word in there if word not in here)
    if not left or not right or not {*here} & {*there}:
        return True
    return difflib.SequenceMatcher(None, left, right).ratio() >= likeness


def nearest(word: str, known: Iterable[str], likeness: float = 0.5) -> str:
    """The known word that is most like this one, for a "did you mean"; empty where none is alike enough.

    `likeness` is from 0 to 1: the share of letters that two words must have in common, in the same order. A word that
    only looks like this one comes first; one that says the contrary is never given, nor the word itself.

    >>> nearest("pannel", ["panel", "partners"])
    'panel'
    >>> nearest("school", ["panel", "partners"]), nearest("no_earlier_than", ["no_later_than"])
    ('', '')
    >>> nearest("look_ahead", ["look_back"]), nearest("unpublished", ["published", "publisher"])
    ('', '')
    """
    others = [one for one in known if one != word]
    looks = next((one for one in others if as_it_looks(one) == as_it_looks(word)), "")
    if looks:
        return looks
    alike = difflib.get_close_matches(as_it_looks(word), others, 5, likeness)
    alike += [one for one in others if sorted(one) == sorted(as_it_looks(word))]  # letters that changed places
    fitting = (one for one in alike if not are_opposites(word, one) and _differs_by_slips(word, one, likeness))
    return next(fitting, "")


def did_you_mean(word: str, known: Iterable[str], otherwise: str, likeness: float = 0.5) -> str:
    r"""The hint beside a word that nobody knows: the nearest known one, or what to do where none is near.

    >>> did_you_mean("pannel", ["panel", "partners"], "add it")
    "did you mean 'panel'?"
    >>> did_you_mean("p\u0430nel", ["panel"], "add it")
    "it looks like 'panel' and has a letter that is another, U+0430 CYRILLIC SMALL LETTER A: type it again"
    """
    near = nearest(word, known, likeness)
    if near and plainly(near).lower() != plainly(word).lower() and as_it_looks(near) == as_it_looks(word):
        return f"it looks like '{near}' and has a letter that is another, {odd_letter(word)}: type it again"
    if near and near.lower() != word.lower() and as_it_looks(near) == as_it_looks(word):
        odd = odd_letter(word)
        return f"it looks like '{near}' and has {odd or 'a space too many'} in it: type it again"
    return f"did you mean '{near}'?" if near else otherwise


def problems_as_text(problems: Sequence[Problem]) -> str:
    """One problem a line, `path:line:column: CODE message`, each hint on the line below it."""
    return "\n".join(str(problem) for problem in problems)


def problems_as_json(problems: Sequence[Problem]) -> str:
    """A JSON list, one mapping a problem.

    >>> [sorted(row) for row in json.loads(problems_as_json([Problem(Place("forms.yml", 2), "tab", "a tab")]))]
    [['code', 'column', 'hint', 'level', 'line', 'message', 'path']]
    """
    rows = [
        {
            "path": problem.place.path,
            "line": problem.place.line,
            "column": problem.place.column,
            "code": problem.code,
            "message": problem.message,
            "hint": problem.hint,
            "level": problem.level,
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def problems_as_github(problems: Sequence[Problem]) -> str:
    """Workflow commands that make GitHub show each problem beside its line.

    >>> print(problems_as_github([Problem(Place("forms.yml", 2, 1), "tab", "a tab stands here", "use spaces")]))
    ::error file=forms.yml,line=2,col=1,title=tab::a tab stands here (use spaces)
    """
    levels = {"problem": "error", "warning": "warning"}
    return "\n".join(
        f"::{levels[problem.level]} file={_property(problem.place.path)},line={problem.place.line},"
        f"col={problem.place.column},title={_property(problem.code)}"
        f"::{_data(problem.message + (f' ({problem.hint})' if problem.hint else ''))}"
        for problem in problems
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
