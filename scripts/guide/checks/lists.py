"""Lists that readers go through on their own: each question asks one thing, each everyday word is a term's."""

from __future__ import annotations

from collections.abc import Iterator

from guide.model import NOT_STATED, Guide
from guide.problems import Problem


def check_lists(guide: Guide) -> Iterator[Problem]:
    """Titles of questions that ask nothing or more than one thing, and everyday words that no term has."""
    yield from _titles(guide)
    yield from _everyday(guide)


def _titles(guide: Guide) -> Iterator[Problem]:
    for question in guide.questions:
        marks = question.title.count("?")
        if marks == 1 and question.title.endswith("?"):
            continue
        asked = guide.actor.get(question.asked_of) if question.asked_of != NOT_STATED else None
        what = "more than one question" if marks > 1 else "no question"
        message = f"the title of question {question.number} is {what}: '{question.title}'"
        hint = f"ask one thing that {asked.name if asked else 'its owner'} can answer, and end it with a question mark"
        yield Problem(question.title.place, "no-question", message, hint)


def _everyday(guide: Guide) -> Iterator[Problem]:
    for term in guide.glossary:
        names = {str(name).lower() for name in (term.term, *term.aliases)}
        for word in term.everyday:
            if word.lower() not in names:
                message = f"'{word}' is neither the term '{term.term}' nor one of its aliases"
                hint = "write it as it stands there, add it to the aliases, or remove it"
                yield Problem(word.place, "everyday", message, hint)
