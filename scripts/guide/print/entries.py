"""The entries of a procedure as plain values for Typst: everything a table row or a box of a flowchart can show."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from guide.dates import PlannedStep, planned_step
from guide.flowcharts import Item, WayOn, outline_of, tints_of
from guide.model import AnyEntry, Decision, Guide, Note, Outcome, Procedure, Step
from guide.wording import NO_LIMIT, names_of, short_names_of, timing, timing_of

Plain = dict[str, Any]


def parts_of(guide: Guide, procedure: Procedure) -> list[Plain]:
    """The phases of a procedure, each with its entries, in reading order."""
    tints = tints_of(guide)
    return [
        {
            "id": str(part.phase.id),
            "title": str(part.phase.title),
            "entries": [_of(guide, procedure, item, tints) for item in part.items],
        }
        for part in outline_of(guide, procedure)
    ]


def entries_of(guide: Guide, procedure: Procedure) -> dict[str, Plain]:
    """Every entry of a procedure by its id."""
    return {entry["id"]: entry for part in parts_of(guide, procedure) for entry in part["entries"]}


def _of(guide: Guide, procedure: Procedure, item: Item, tints: dict[str, int]) -> Plain:
    entry = item.entry
    return {
        "id": str(entry.entry_id),
        "kind": item.kind,
        "number": item.number,
        "title": str(entry.title),
        "procedure": str(procedure.id),
        "says": _words_of(entry),
        "ways": [_way(guide, way) for way in _ways_to_tell(item)],
        "see": [_reference(guide, str(name)) for name in entry.see],
        "questions": questions_of(guide, entry.questions),
        "source": [str(source) for source in entry.source],
        "due": due_of(guide, procedure, entry),
        **_people(guide, entry, tints),
        **(_step(guide, entry) if isinstance(entry, Step) else {}),
    }


def _words_of(entry: AnyEntry) -> str:
    if isinstance(entry, Step):
        return str(entry.does)
    return str(entry.asks if isinstance(entry, Decision) else entry.says)


def _people(guide: Guide, entry: AnyEntry, tints: dict[str, int]) -> Plain:
    who = entry.who if isinstance(entry, Step | Decision) else ()
    helpers, receivers = (entry.with_, entry.to) if isinstance(entry, Step) else ((), ())
    return {
        "who": names_of(guide, who),
        "with": names_of(guide, helpers),
        "to": names_of(guide, receivers),
        "who_short": short_names_of(guide, who),
        "to_short": short_names_of(guide, receivers),
        "tint": tints.get(str(who[0]), 0) if who else 0,
    }


def _step(guide: Guide, step: Step) -> Plain:
    return {
        "when": str(step.when or ""),
        "may": step.may,
        "should": step.should,
        "alongside": step.alongside,
        "forms": forms_of(guide, step.forms),
        "notes": [str(note) for note in step.notes],
    }


def forms_of(guide: Guide, forms: Iterable[str]) -> list[Plain]:
    """Forms by id, code (empty where the source gives none) and title."""
    return [
        {"id": str(name), "code": str(guide.form[name].code or ""), "title": str(guide.form[name].title)}
        for name in forms
    ]


def questions_of(guide: Guide, questions: Iterable[str]) -> list[Plain]:
    """Questions by id and number, in order of number."""
    found = [{"id": str(name), "number": guide.question[name].number} for name in questions]
    return sorted(found, key=lambda question: int(question["number"]))


def due_of(guide: Guide, procedure: Procedure, entry: AnyEntry) -> Plain:
    """By when: `short` for a rail, `words` for a table, `kind` limit, planned, words or none. Never blank."""
    if not isinstance(entry, Step):
        return {"kind": "none", "short": NO_LIMIT, "words": NO_LIMIT}
    planned = planned_step(guide, str(entry.id))
    if planned.rule is None:
        stated = timing(entry.due)
        return {"kind": "words" if stated else "none", "short": stated or NO_LIMIT, "words": stated or NO_LIMIT}
    return {
        "kind": planned.rule.kind,
        # "7 working days before" says too little alone.
        "short": planned.rule.words if planned.rule.back else timing_of(entry),
        "words": planned.rule.words,
        "part": planned.rule.part,
        "authority": planned.rule.authority,
        "also": timing(entry.equals) if entry.equals else "",
        "others": _others(guide, planned),
        "looks_back": planned.look_back.words if planned.look_back else "",
    }


def _others(guide: Guide, planned: PlannedStep) -> list[Plain]:
    return [
        {
            "kind": other.kind,
            "words": other.rule.words,
            "says": other.says,
            "authority": other.rule.authority,
            "cites": str(guide.reference[other.cites].title) if other.kind == "national" else "",
        }
        for other in planned.alternatives
    ]


def _ways_to_tell(item: Item) -> tuple[WayOn, ...]:
    """The ways on that are not simply the next line."""
    if isinstance(item.entry, Decision | Outcome | Note) or (item.ways_on and item.ways_on[0].inferred):
        return item.ways_on
    return tuple(way for way in item.ways_on if way.kind != "next" or _leaps(item))


def _leaps(item: Item) -> bool:
    return isinstance(item.entry, Step) and item.entry.then is not None


def _way(guide: Guide, way: WayOn) -> Plain:
    return {
        "answer": way.answer,
        "verb": way.verb,
        "words": way.words,
        "kind": way.kind,
        "inferred": bool(way.inferred),
        "target": _target(way),
        "href": way.href,
        "question": guide.question[way.target].number if way.kind == "gap" else 0,
    }


def _target(way: WayOn) -> str:
    """The name, inside a document, of the place a way on leads to."""
    noun = {"gap": "question", "handover": "procedure"}.get(way.kind, "entry")
    return f"{noun}-{way.target}"


def _reference(guide: Guide, name: str) -> Plain:
    if name in guide.procedure:
        procedure = guide.procedure[name]
        return {"target": f"procedure-{name}", "words": f"flowchart {procedure.flowchart}, {procedure.title}"}
    return {"target": f"reference-{name}", "words": str(guide.reference[name].title)}
