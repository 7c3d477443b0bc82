"""A schedule as text, as a person reads it in a terminal; and the words of a row, which the spreadsheet shares."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from guide.calendars import days
from guide.dates import Schedule, ScheduledAct, ScheduledStep, bound_words, last_open_day, status_of
from guide.model import Guide
from guide.wording import NO_LIMIT, first_up, listed, names_of


def as_table(guide: Guide, worked_out: Schedule, closures: Collection[int] = (), today: int | None = None) -> str:
    """The schedule in order of date, a few lines a step, as a person reads it in a terminal.

    >>> from guide.dates import plan_of, schedule
    >>> from guide.reading import read_guide
    >>> guide = read_guide("procedures")
    >>> publication = {"publication": days.parse("2027-06-01")}
    >>> worked_out = schedule(plan_of(guide, "working-back"), guide.calendars["england-and-wales"], publication)
    >>> print("\\n".join(as_table(guide, worked_out).splitlines()[:2]))
    Work back from a publication date
    The day of publication: Tuesday 1 June 2027
    """
    lines = [worked_out.plan.title, *_given(worked_out), *_first_of_all(worked_out), ""]
    for steps in worked_out.acts:
        lines.extend(_entry(guide, worked_out, steps, closures, today))
    return "\n".join([*lines, _foot(guide, worked_out), ""])


def _given(worked_out: Schedule) -> Iterator[str]:
    for anchor, day in worked_out.anchors.items():
        yield f"{worked_out.plan.anchors[anchor].day_zero}: {days.long(day)}"


def _first_of_all(worked_out: Schedule) -> Iterator[str]:
    """What a reader has to know before the first date: days to look at again, days not known, and what moved."""
    yield from (f"! {one}" for one in worked_out.warnings)
    yield from (f"! {one}" for one in dict.fromkeys(one.words for step in worked_out.steps for one in step.act.open))
    yield from (f"Moved: “{one.title}”, {days.long(one.before)} to {days.long(one.after)}" for one in worked_out.moved)


def _entry(
    guide: Guide, worked_out: Schedule, steps: Sequence[ScheduledStep], closures: Collection[int], today: int | None
) -> Iterator[str]:
    first = steps[0]
    # Without a day to look from, what is done is all that can be said.
    day = first.act.done if today is None else today
    status = status_of(first, day, worked_out.calendar) if day is not None else ""
    yield f"{date_words(first)}{f'  [{status}]' if status else ''}"
    for step in steps:
        yield f"    {step.step.title} ({listed(names_of(guide, step.step.actors))})"
    if codes := codes_of(guide, steps):
        yield f"    Form: {codes}"
    if rule := first.act.rule or first.step.rule:
        yield f"    {rule.words}"
    if first.act.set_by not in ("", "local procedure"):
        yield f"    Set by {first.act.set_by}."
    for note in dict.fromkeys(note for step in steps for note in notes_of(worked_out, step, closures)):
        yield f"    ! {note}"
    yield ""


def date_words(step: ScheduledStep) -> str:
    """When a step's act is due, in words; where it has no date, what is known instead."""
    act = step.act
    if act.due is None or act.rule is None:
        if step.step.rule:
            return "No date yet: it counts from a day that was not given"
        return NO_LIMIT if step.step.untimed == "not stated" else first_up(step.step.untimed)
    until = days.long(act.due)
    if act.bound:
        return f"{first_up(act.bound)} {until}"
    if act.opens is not None:
        return f"{days.long(act.opens)} to {until}"
    return f"{'No later than ' if act.kind == 'limit' else ''}{until}{f', {act.part}' if act.part else ''}"


def notes_of(worked_out: Schedule, step: ScheduledStep, closures: Collection[int] = ()) -> Iterator[str]:
    """What a reader must know beside the governing date: other dates, open ones, closed days, closures, projections."""
    act = step.act
    yield from remarks_on(worked_out, act)
    for date in step.alternatives:
        rule, counted = date.alternative.rule, date.counted
        if date.alternative.act or act.speaks_of(rule):
            continue
        name = f"National rule ({rule.authority})" if date.alternative.kind == "national" else "Another reading"
        if counted is None and act.done is None:
            yield f"{name}: {rule.words[:1].lower()}{rule.words[1:]}. It cannot be shown: that day was not given."
        elif counted is not None and step.due is not None and counted.due != step.due:
            yield f"{name}: {days.long(counted.due)}. {date.alternative.told}"
    if act.counted is not None:
        due = act.counted.due
        said = bound_words(act.bound)  # among the lines of its working too
        yield from (one.text for one in act.counted.lines if one.kind == "note" and one.day >= due and one.text != said)
        if due in closures:
            before = days.long(last_open_day(due, closures, worked_out.calendar))
            yield f"Your office is closed on this day. The date stays; the last open day before it is {before}."
    if step.look_back is not None:
        yield f"Look back to {days.long(step.look_back.due)}."


def remarks_on(worked_out: Schedule, act: ScheduledAct) -> Iterator[str]:
    """What other rules say of the act's date, what is not known of it, what does not fit, and that it moved."""
    if act.bound:
        yield bound_words(act.bound)
    yield from (one.words for one in act.standing)
    yield from dict.fromkeys(one.words for one in act.open)
    yield from (one.words for one in act.conflicts)
    yield from (one.words for one in worked_out.moved if one.act == act.act.id)


def _foot(guide: Guide, worked_out: Schedule) -> str:
    calendar = worked_out.calendar
    added = " Counted with a bank holiday added by the reader." if calendar.listed else ""
    return (
        f"Version {guide.partnership.version} of the guide. Bank holidays of {calendar.name}, published until "
        f"{days.long(calendar.published_through)} (list {calendar.list_hash}).{added}"
    )


def codes_of(guide: Guide, steps: Iterable[ScheduledStep]) -> str:
    """The forms of some steps, each once, by their codes, and by their titles where they have none."""
    forms = (guide.form[form] for step in steps for form in step.step.forms)
    return ", ".join(dict.fromkeys(str(form.code or form.title) for form in forms))
