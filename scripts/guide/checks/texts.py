"""Every text of a guide with the rules that it may speak of: those of its step, of its procedure, or of any."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from guide.checks.counted import CountedNumbers, counted_for, counted_in, together
from guide.dates import sayings_in
from guide.model import (
    Accessibility,
    Anchor,
    AnyEntry,
    Barrier,
    Change,
    Contact,
    Form,
    Guide,
    GuidePart,
    Journey,
    LateNote,
    Noun,
    OtherReading,
    Phase,
    Procedure,
    Question,
    Reference,
    Said,
    SourceItem,
    Step,
    Website,
    once_a_guide,
    own_words_of,
    words_of,
)

NOT_READ: tuple[tuple[type[Noun], frozenset[str]], ...] = (
    (Accessibility, frozenset()), (Barrier, frozenset()), (Contact, frozenset()), (Website, frozenset()),
    (Form, frozenset({"labels", "file"})),
    (Reference, frozenset({"address", "publisher"})), (Change, frozenset({"version"})),
    (GuidePart, frozenset({"source"})), (LateNote, frozenset({"source"})),
    (Question, frozenset({"about", "detected_by"})),
    (Procedure, frozenset({"starts_source"})),
)  # fmt: skip
"""What holds no sentence about the procedure: the statement on accessibility, contacts, addresses, the labels of the
source, and lists of source items. No keys means all of them."""

OF_THE_EDITION = frozenset(
    {"version", "approved_by", "read_by", "contact", "security_contact", "review_overdue", "area"}
)
"""What `partnership.yml` says of the edition and of the body that publishes it."""

Moments = Literal["none", "no limit", "any"]
"""Which weekdays and dates a text may name: none, any but as a limit ("by Friday"), or any."""


@dataclass(frozen=True)
class ReadText:
    """A text, what it may say, and whose rules those are."""

    said: Said
    counted: CountedNumbers | None
    """What the rules it speaks of count; None where its numbers are read elsewhere."""
    rules: str
    """Whose rules: `the rule of 'x'`, or `no rule of the procedure 'x'`."""
    moments: Moments = "none"
    differences: bool = False
    """It may say how far apart two dates are: "one working day later"."""
    any_days: bool = False
    """A question may ask whether working days are calendar days, so its numbers may be of either."""
    step: Step | None = None


@once_a_guide
def texts_of(guide: Guide) -> tuple[ReadText, ...]:
    """Every text that is read, in the order of the nouns."""
    return tuple(_read(guide))


def _read(guide: Guide) -> Iterator[ReadText]:
    for procedure in guide.procedures:
        yield from _of_procedure(guide, procedure)
    for text in _of_the_rest(guide):
        if not _is_left_out(text.said):
            yield text


def _is_left_out(said: Said) -> bool:
    if said.key in OF_THE_EDITION and type(said.noun).__name__ == "Partnership":
        return True
    return any(isinstance(said.noun, noun) and (not keys or said.key in keys) for noun, keys in NOT_READ)


def _of_procedure(guide: Guide, procedure: Procedure) -> Iterator[ReadText]:
    counted = counted_of_procedure(guide, procedure)
    rules = f"the procedure '{procedure.id}'"
    for said in _own_words(procedure):
        yield ReadText(said, counted, rules)
    for phase in procedure.phases:
        for said in _own_words(phase):
            yield ReadText(said, counted, rules)
        for entry in phase.entries:
            yield from _of_step(guide, entry) if isinstance(entry, Step) else _of_entry(entry, counted, rules)


def _own_words(noun: Procedure | Phase) -> Iterator[Said]:
    return (said for said in own_words_of(noun) if not _is_left_out(said))


def counted_of_procedure(guide: Guide, procedure: Procedure) -> CountedNumbers:
    """What any rule of a procedure counts; its whole time too, from its last numbered day or its last heading."""
    return _counted_of_procedures(guide)[id(procedure)]


@once_a_guide
def _counted_of_procedures(guide: Guide) -> dict[int, CountedNumbers]:
    return {id(procedure): _with_headings(guide, procedure) for procedure in guide.procedures}


def _with_headings(guide: Guide, procedure: Procedure) -> CountedNumbers:
    headings = {
        (int(one.number), "working days")
        for phase in procedure.phases for one in sayings_in(phase.title) if one.numbered and one.unit == "day"
    }  # fmt: skip
    return counted_in(guide, procedure.steps).with_whole_time(headings)


def _of_step(guide: Guide, step: Step) -> Iterator[ReadText]:
    own = counted_for(guide, step, national=False).with_days_as_lengths()
    whole = counted_for(guide, step).with_days_as_lengths()
    for said in words_of(step):
        if said.key != "source":
            # What is to be done is said by the procedure; what the nation says of it has a place of its own.
            counted = own if said.noun is step and said.key in ("title", "does", "received", "event", "when") else whole
            moments: Moments = "no limit" if said.key == "when" else "none"
            other = isinstance(said.noun, OtherReading)
            yield ReadText(said, counted, f"'{step.id}'", moments, differences=other, step=step)


def _of_entry(entry: AnyEntry, counted: CountedNumbers, rules: str) -> Iterator[ReadText]:
    for said in words_of(entry):
        if said.key != "source":
            yield ReadText(said, counted, rules, "no limit" if said.key in ("asks", "answer") else "none")


def _of_the_rest(guide: Guide) -> Iterator[ReadText]:
    anywhere = counted_anywhere(guide)
    plain = ReadText(Said(guide.partnership, "", guide.partnership.area), anywhere, "this guide", "no limit")
    for text in _each(plain, guide.partnership, Anchor, "none"):
        yield _of_partnership(guide, text)
    yield from _of_forms(guide, plain)
    yield from _of_source(guide, plain)
    for reference in guide.references:
        yield from _of_reference(guide, reference, plain)
    for noun in (*guide.actors, *guide.glossary, *((guide.decision_guide,) if guide.decision_guide else ())):
        yield from _each(plain, noun)
    telling = replace(plain, moments="any", differences=True)
    for question in guide.questions:
        yield from _each(replace(telling, counted=anywhere.with_days_as_lengths(), any_days=True), question)
    for change in guide.changes[:1]:  # older ones tell of rules that are no more
        yield from _each(telling, change)
    for example in guide.examples:  # their numbers and dates: see guide.checks.example_words
        yield from _each(replace(telling, counted=None), example)


def _of_forms(guide: Guide, plain: ReadText) -> Iterator[ReadText]:
    for form in guide.forms:
        steps = [step for step in _steps(guide) if form.id in step.forms]
        # Of a form that no step uses that alone is told, and not that nothing counts what it says.
        own = replace(
            plain, counted=counted_in(guide, steps) if steps else None, rules=f"a step with the form '{form.id}'"
        )
        for said in words_of(form):
            yield replace(own if said.key == "when" else plain, said=said, moments="none")


def _of_source(guide: Guide, plain: ReadText) -> Iterator[ReadText]:
    for item in guide.source:
        own = replace(plain, counted=_covering(guide, item), rules=f"what covers '{item.id}'", moments="none")
        homes = [home for name in item.covered_by if (home := guide.home_of.get(name))]
        heading = together(counted_of_procedure(guide, home) for home in homes).with_days_as_lengths()
        for said in words_of(item):
            yield replace(own, said=said, counted=heading if said.key == "under" else own.counted)


def _each(
    plain: ReadText, noun: Noun, strict: type[Noun] | None = None, moments: Moments = "none"
) -> Iterator[ReadText]:
    for said in words_of(noun):
        yield replace(plain, said=said, moments=moments if strict and isinstance(said.noun, strict) else plain.moments)


def _of_late_note(guide: Guide, text: ReadText, note: LateNote) -> ReadText:
    """What is said of lateness from a part of the source speaks of the steps that cover that part."""
    items = [item for item in guide.source if item.id in note.source]
    if not items:
        return text
    rules = f"a step that covers {', '.join(item.id for item in items)}"
    return replace(text, counted=together(_covering(guide, item) for item in items), rules=rules)


def _of_partnership(guide: Guide, text: ReadText) -> ReadText:
    """What a journey of single steps says of its days is what one of those steps counts."""
    journey = text.said.noun
    if isinstance(journey, LateNote):
        return _of_late_note(guide, text, journey)
    if not isinstance(journey, Journey) or not journey.steps:
        return text
    steps = [step for name in journey.steps if isinstance(step := guide.entry.get(name), Step)]
    return replace(text, counted=counted_in(guide, steps), rules="one of its steps")


def _of_reference(guide: Guide, reference: Reference, plain: ReadText) -> Iterator[ReadText]:
    steps = [step for step in _steps(guide) if reference.id in {*step.see, *(one.cites for one in step.national)}]
    cited = any(reference.id == one.cites for step in steps for one in step.national)
    counted = counted_in(guide, steps) if cited else plain.counted
    rules = f"a step that cites '{reference.id}'" if cited else plain.rules
    for said in words_of(reference):
        yield replace(plain, said=said, counted=counted, rules=rules)


def _covering(guide: Guide, item: SourceItem) -> CountedNumbers:
    found = []
    for name in item.covered_by:
        entry, home = guide.entry.get(name), guide.home_of.get(name)
        if isinstance(entry, Step):
            found.append(counted_for(guide, entry).with_days_as_lengths())
        elif procedure := home or guide.procedure.get(name):
            found.append(counted_of_procedure(guide, procedure))
    return together(found)


def counted_anywhere(guide: Guide) -> CountedNumbers:
    """What any rule of the guide counts; day 0 and day 1 too, which every clock has."""
    found = together(counted_of_procedure(guide, procedure) for procedure in guide.procedures)
    return found | CountedNumbers(numbered=frozenset({(0, "working days"), (1, "working days"), (0, "calendar days")}))


def _steps(guide: Guide) -> list[Step]:
    return [step for procedure in guide.procedures for step in procedure.steps]
