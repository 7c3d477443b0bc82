"""What the model means, in the words in which surfaces say it: written here a second time, from the nouns alone."""

from __future__ import annotations

from collections.abc import Iterable

from guide.model import (
    NOT_STATED,
    Actors,
    Deadline,
    Decision,
    Form,
    Guide,
    NoLaterThan,
    Note,
    On,
    Outcome,
    Party,
    Procedure,
    Reading,
    Step,
    Within,
)
from guide.model.deadlines import After, EarlierOf
from guide.model.entries import AnyEntry
from guide.model.noun import kept_text

NOBODY = "Not stated in the source"
NO_DEADLINE = "No deadline stated in the source"
PARTS = {"morning": ", in the morning", "afternoon": ", in the afternoon", "end of day": ", by the end of the day"}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def up(words: str) -> str:
    return words[:1].upper() + words[1:]


def down(words: str) -> str:
    return words[:1].lower() + words[1:]


def and_(words: Iterable[str]) -> str:
    """ "a, b and c", as every surface lists people."""
    *before, last = words
    return f"{', '.join(before)} and {last}" if before else last


Somebody = str | Party
"""Who stands in a row of actors: an id, or a party of whom an id alone does not say enough."""


def row(actors: Iterable[Somebody]) -> tuple[Somebody, ...]:
    """Those who stand there, as they are written."""
    if isinstance(actors, Actors):
        return tuple(str(one.ids[0]) if len(one.ids) == 1 and not one.of else one for one in actors.parties)
    return tuple(actors)


def ids(actors: Iterable[Somebody]) -> list[str]:
    """Everybody who acts, or may."""
    found = (one.ids if isinstance(one, Party) else (one,) for one in row(actors))
    return list(dict.fromkeys(str(one) for several in found for one in several))


def all_of(rows: Iterable[Iterable[Somebody]]) -> list[Somebody]:
    """Those in several rows, none twice; where any one of several will do, that is said last."""
    found = dict.fromkeys(one for actors in rows for one in row(actors))
    return sorted(found, key=lambda one: isinstance(one, Party) and len(one.ids) > 1)


def names(guide: Guide, actors: Iterable[Somebody]) -> list[str]:
    return _called(guide, row(actors), "name")


def shorts(guide: Guide, actors: Iterable[Somebody]) -> list[str]:
    return _called(guide, row(actors), "short")


def _called(guide: Guide, actors: tuple[Somebody, ...], key: str) -> list[str]:
    """A list that "and" joins: of those among whom one will do, "or" stands inside."""

    def call(one: str) -> str:
        return NOBODY if one == NOT_STATED else str(getattr(guide.actor[one], key))

    found = []
    for one in actors:
        party = one if isinstance(one, Party) else Party((kept_text(one),))
        *before, last = map(call, party.ids)
        said = f"{', '.join(before)} or {last}" if before else last
        bodies = and_(str(guide.actor[body].short) for body in party.of) if party.of and key == "name" else ""
        found.append(("either " if before and len(actors) > 1 else "") + said + (f" ({bodies})" if bodies else ""))
    return found


def reading_of_who(guide: Guide, reading: Reading | None) -> str:
    """What is said where the source does not say who."""
    if reading is None:
        return ""
    asked = f"(question {guide.question[reading.question].number})"
    return f"The source does not say here {reading.unsaid or 'who does it'}; this is the guide's reading {asked}."


def mark(guide: Guide, reading: Reading | None) -> str:
    """The same behind a name in a row."""
    if reading is None:
        return ""
    what = f"{reading.unsaid}: " if reading.unsaid else ""
    return f" ({what}the guide's reading, question {guide.question[reading.question].number})"


def who(guide: Guide, step: Step | Decision) -> str:
    """Who acts, and who helps."""
    helpers = step.with_ if isinstance(step, Step) else ()
    return and_(names(guide, step.who)) + (f", with {and_(names(guide, helpers))}" if helpers else "")


def modality(step: Step) -> str:
    return "may" if step.may else "should" if step.should else ""


def made(form: Form) -> str:
    """What somebody does with it: a form is filled in, what has no code is written, but for a page of government."""
    return "Filled in by" if form.code or form.reference else "Written by"


def label(guide: Guide, form: str) -> str:
    """A form by its code; by its title where it has none."""
    return str(guide.form[form].code or guide.form[form].title)


def rule(guide: Guide, procedure: Procedure, due: Deadline) -> str:
    """A deadline in words."""
    if due.parts:
        which = "earlier" if isinstance(due, EarlierOf) else "later"
        return f"The {which} of: {'; '.join(down(rule(guide, procedure, part)) for part in due.parts)}"
    if isinstance(due, On):
        assert procedure.clock is not None
        return f"On {_days(due)} after {event(guide, procedure.clock.from_)}"
    assert due.length is not None
    clear = "clear " if due.is_clear else ""
    one = due.length.unit.replace("days", "day", 1) if "days" in due.length.unit else due.length.unit.removesuffix("s")
    long = f"{due.length.number} {clear}{one if due.length.number == 1 else due.length.unit}"
    if isinstance(due, NoLaterThan):
        return f"No later than {long} before {event(guide, due.before)}"
    if isinstance(due, After):
        return f"{long} after {event(guide, due.from_)}"
    assert isinstance(due, Within)
    with_it = ", beginning with that day" if due.counts == "beginning with the day" else ""
    return f"Within {long} after {event(guide, due.of)}{with_it}"


def _days(due: On) -> str:
    unit = due.on.unit.removesuffix("s")
    return f"{unit} {due.on.last}" if due.on.first == due.on.last else f"{unit}s {due.on.first} to {due.on.last}"


def event(guide: Guide, start: str) -> str:
    anchors = guide.partnership.anchors
    if start in anchors:
        return str(anchors[start].event)
    step = guide.entry[start]
    assert isinstance(step, Step)
    return str(step.event) if step.event else f"“{step.title}” is done"


def due(guide: Guide, step: Step) -> str:
    """Its deadline in words; what is said where it has no number."""
    if isinstance(step.due, Deadline):
        return rule(guide, guide.home_of[step.id], step.due)
    return NO_DEADLINE if step.due == "not stated" else up(str(step.due))


def short(step: Step) -> str:
    """Its deadline in a few words, by the numbered day where the source also states one; empty where it states none."""
    said = step.equals if isinstance(step.equals, On) else step.due
    return short_of(said) if isinstance(said, Deadline) else "" if said == "not stated" else up(str(said))


def short_of(said: Deadline) -> str:
    if isinstance(said, On):
        return f"Day {said.on.last}" if said.on.first == said.on.last else f"Days {said.on.first} to {said.on.last}"
    if said.parts:
        return "Earlier of two dates" if isinstance(said, EarlierOf) else "Later of two dates"
    if isinstance(said, NoLaterThan):
        return f"No later than {said.how_long} before"
    return f"{'After' if isinstance(said, After) else 'Within'} {said.how_long}"


def said_again(step: Step) -> str:
    """What a step says of its time a second time, and of a second way that is stricter or ends on a day that it is."""
    words, of = down(short_of(step.equals)) if step.equals else "", step.equals
    if not of or kind(step) == kind_of(of):
        return words
    if kind_of(of) == "limit":
        return f"{words}, which is a limit"
    return f"{words}, so by day {of.on.last}" if isinstance(of, On) and of.on.first < of.on.last else words


def kind(step: Step) -> str:
    """`limit`, `planned`, or empty where no number is stated."""
    return kind_of(step.due)


def kind_of(due: object) -> str:
    first = due
    while isinstance(first, Deadline) and first.parts:
        first = first.parts[0]
    if not isinstance(first, Deadline):
        return ""
    return "limit" if isinstance(first, Within | NoLaterThan) else "planned"


def part(said: str | None) -> str:
    """A part of the day as it stands behind a date."""
    return PARTS.get(said or "", f", {said}" if said else "")


def ways(guide: Guide, entry: AnyEntry) -> frozenset[tuple[str, str]]:
    """Each answer, empty where nothing is asked, and the id of what it leads to, as an author wrote them."""
    if isinstance(entry, Decision):
        return frozenset((str(one.answer), str(one.then or one.gap)) for one in entry.branches)
    if isinstance(entry, Note | Outcome):
        then = entry.then.to if isinstance(entry, Outcome) and entry.then else None
        on = then or entry.gap
        return frozenset({("", str(on))} if on else ())
    return frozenset(
        ("", one.target) for one in guide.routes[guide.home_of[entry.entry_id].id] if one.source == entry.id
    )


def uses(guide: Guide) -> list[tuple[Procedure, AnyEntry]]:
    return [(procedure, entry) for procedure in guide.procedures for entry in procedure.entries]


REMARKS = ("dates beside it", "what is open", "conflicts", "moved")
"""What is said beside a governing date: other rules, rules without a start, what does not fit, that it moved."""
