"""Proofs: what the deadlines say fits together on every start date, or is a listed question.

A contradiction that stands in the source is no fault of the guide when a question lists it with `detected_by:`. One
that nobody listed is a fault, and so is a listed one that is no longer there.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.model import Guide
from guide.problems import Problem
from guide.proofs import DETECTED_BY, Conflict, answered_conflicts


def check_proofs(guide: Guide) -> Iterator[Problem]:
    """Contradictions nobody listed, and listed ones that are no longer there. Needs deadlines that can be counted."""
    seen: set[str] = set()
    for conflict, answers in answered_conflicts(guide):
        seen |= {str(question.id) for question in answers}
        if not answers:
            yield Problem(conflict.place, conflict.found_by, conflict.says, _hint(conflict))
    for question in guide.questions:
        if question.detected_by and question.id not in seen:
            message = f"no check finds the contradiction '{question.id}' any more"
            hint = f"close the question, or correct detected_by: ({', '.join(DETECTED_BY)})"
            yield Problem(question.detected_by.place, "question-vanished", message, hint)


def _hint(conflict: Conflict) -> str:
    listing = f"list it in questions.yml with detected_by: {conflict.found_by}, and name the question on the step"
    if conflict.found_by == "order":
        return f"correct a date, or mark the step alongside: true if it has no place in the order; or {listing}"
    return listing
