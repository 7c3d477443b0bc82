"""The questions in the order in which they matter: first what another answer would change, then the number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guide.model import NOT_STATED, Guide, Question, once_a_guide
from guide.wording import first_up, listed

_KINDS = (
    ("dates", "Questions about when, without a date", "When, but no date that is worked out"),
    ("who what or where", "Questions about who, what or where", "Who, what or where"),
    ("out of date", "What is out of date in the source", "What is out of date"),
    ("text", "Slips of the source: spelling, names and links", "Words only"),
)
"""The kinds of question that move no date, in the order of what they change."""
_IDS = {"dates": "when", "who what or where": "who-what-or-where", "out of date": "out-of-date"}


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    """Questions of which another answer would change the same kind of thing, in order of number."""

    id: str
    """Its place on the page."""
    title: str
    changes: str
    """What another answer would change, in a few words."""
    questions: tuple[Question, ...]


@once_a_guide
def question_groups(guide: Guide) -> tuple[QuestionGroup, ...]:
    """Every question once: those that move a date, whatever their kind, then by kind. No group is empty."""
    in_order = sorted(guide.questions, key=lambda one: one.number)
    dated = tuple(one for one in in_order if one.changes_dates)
    rest = [one for one in in_order if not one.changes_dates]
    groups = [QuestionGroup("dates", "Questions that change dates", "Dates", dated)]
    for kind, title, changes in _KINDS:
        those = tuple(one for one in rest if one.kind == kind)
        groups.append(QuestionGroup(_IDS.get(kind, kind), title, changes, those))
    return tuple(group for group in groups if group.questions)


def headings_of(guide: Guide, question: Question) -> str:
    """Where the source says it, by flowchart and heading: `Flowchart 1, “Decision making”; flowchart 3`."""
    under = {str(item.id): str(item.under) for item in guide.source}
    found: dict[str, list[str]] = {}
    for about in map(str, question.about):
        headings = found.setdefault(_document_part(about), [])
        # The nearest of several headings; a flowchart without any stands under its own title.
        heading = under.get(about, "").rpartition(" – ")[2]
        if heading and not heading.startswith("Flowchart ") and heading not in headings:
            headings.append(heading)
    return first_up("; ".join(_told(found)))


def _document_part(about: str) -> str:
    return "the document as a whole" if about == "all" else f"flowchart {about[1]}"


def _told(found: dict[str, list[str]]) -> Iterator[str]:
    for part, headings in found.items():
        yield f"{part}, {listed(f'“{one}”' for one in headings)}" if headings else part


def by_owner(guide: Guide, questions: tuple[Question, ...]) -> tuple[Question, ...]:
    """The same questions with those of each owner together, owners in the order of the roles, nobody's at the end."""
    order = [str(actor.id) for actor in guide.actors]
    places = {name: place for place, name in enumerate(order)} | {NOT_STATED: len(order)}
    return tuple(sorted(questions, key=lambda one: places[str(one.asked_of)]))
