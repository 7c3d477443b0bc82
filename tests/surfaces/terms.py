"""On which terms a rule holds, from the nouns alone: its condition, its "may" or "should", how it is counted."""

from __future__ import annotations

from collections.abc import Sequence

from guide.model import Guide, Step
from surfaces import meant
from surfaces.acts import Line


def terms(guide: Guide, step: object, origin: str, place: int) -> str:
    """What is said of a rule of the procedure beside its day."""
    if not isinstance(step, Step) or origin not in ("step", "reading"):
        return ""
    if origin == "reading":
        return str(step.also_read_as[place].says)
    told = [f"If: {step.when}"] if step.when else []
    told += [f"The source says “{meant.modality(step)}”."] if meant.modality(step) else []
    return " ".join([*told, *counted_by_reading(guide, step.due)])


def counted_by_reading(guide: Guide, due: object) -> list[str]:
    """The sentence that a question is open on how something is counted."""
    reading = getattr(due, "reading", None)
    return [f"How it is counted is the guide's reading (question {guide.question[reading].number})."] if reading else []


def _mark(guide: Guide, line: Line) -> str:
    step = guide.entry.get(line.name)
    return meant.mark(guide, step.who_reading) if isinstance(step, Step) else ""


def by(guide: Guide, lines: Sequence[Line]) -> str:
    """Who acts, by name; in which flowchart, where they do not name the same."""
    said = [(meant.and_(meant.names(guide, one.who)), _mark(guide, one), one.home.flowchart) for one in lines]
    if len({names for names, _, _ in said}) == 1:
        return said[0][0] + ("" if any(not mark for _, mark, _ in said) else said[0][1])
    return "; ".join(dict.fromkeys(f"{names}{mark} (flowchart {flowchart})" for names, mark, flowchart in said))
