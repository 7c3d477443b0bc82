"""What an author wrote to rules that can be counted: every convention of the procedure's clock is spelt out here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from guide.dates.counting import Rule
from guide.dates.plan import Alternative, PlannedStep
from guide.model import (
    Clock,
    DayNumber,
    Deadline,
    EarlierOf,
    Guide,
    LookBack,
    NoLaterThan,
    On,
    Step,
    Within,
    once_a_guide,
)
from guide.problems import Place
from guide.strict_yaml import Text
from guide.wording import first_down


class NoSuchDay(ValueError):
    """Words that, with the rest of the procedure, name a day there is not; `place` is where they stand."""

    def __init__(self, message: str, hint: str, place: Place) -> None:
        super().__init__(message)
        self.hint, self.place = hint, place


@once_a_guide
def planned_step(guide: Guide, name: str) -> PlannedStep:
    """One step, by its id, as the timeline needs it.

    Raises KeyError where no step has the id, `NoSuchDay` for a day that cannot be, and ValueError without a clock.
    """
    step = guide.entry[name]
    if not isinstance(step, Step):
        raise KeyError(name)
    procedure = guide.home_of[name]
    deadline = step.deadline
    return PlannedStep(
        id=str(step.id),
        procedure=str(procedure.id),
        number=guide.numbers[name],
        title=str(step.title),
        does=str(step.does),
        actors=step.who,
        helpers=step.with_,
        forms=tuple(map(str, step.forms)),
        questions=tuple(map(str, step.questions)),
        rule=_rule_of_step(guide, procedure.clock, step, deadline) if deadline else None,
        untimed="" if deadline else str(step.due),
        alongside=step.alongside,
        alternatives=tuple(_alternatives(guide, procedure.clock, step)),
        look_back=look_back_rule(guide, step.look_back) if step.look_back else None,
        to=step.to,
    )


def _rule_of_step(guide: Guide, clock: Clock | None, step: Step, deadline: Deadline) -> Rule:
    rule = rule_of(guide, clock, deadline)
    # A second statement of the same date may add the range in which the step is done.
    if isinstance(step.equals, On) and step.equals.on.first != step.equals.on.last and not rule.choose:
        first = rule.number - (step.equals.on.last - step.equals.on.first)
        if first < 0:
            message = f"{step.equals.on} would begin before the day that the deadline counts from"
            raise NoSuchDay(message, "write fewer days in equals:, or correct the deadline", step.equals.on.place)
        return replace(rule, first=first) if rule.unit == "working days" else rule
    return rule


def _alternatives(guide: Guide, clock: Clock | None, step: Step) -> Iterator[Alternative]:
    for other in step.also_read_as:
        rule = rule_of(guide, clock, other.due)
        yield Alternative("reading", rule, str(other.says), str(other.reading))
    others = Counter[str]()
    for national in step.national:
        rule, act = rule_of(guide, clock, national.due), ""
        if national.who and not set(national.who) & set(step.who):
            # No id has two hyphens together, so nothing else has this name.
            act = f"{step.id}--{national.who[0]}"
            others[act] += 1
            act += f"-{others[act]}" if others[act] > 1 else ""
        yield Alternative("national", rule, str(national.says or ""), str(national.cites), act)


def starts_of(step: PlannedStep) -> Iterator[str]:
    """The anchors and steps that a step's dates count from."""
    for rule in (step.rule, step.look_back, *(alternative.rule for alternative in step.alternatives)):
        if rule:
            yield from rule.starts


def rule_of(guide: Guide, clock: Clock | None, due: Deadline) -> Rule:
    """A deadline with its clock's conventions. Raises ValueError where the clock that it needs is missing."""
    if due.parts:
        return _choice(guide, clock, due)
    if isinstance(due, On):
        return _on(guide, clock, due)
    if due.start is None or due.length is None:
        raise ValueError(f"'{due}' has no rule to count")
    back = isinstance(due, NoLaterThan)
    event = event_of(guide, due.start)
    words = f"No later than {due.how_long} before {event}" if back else f"{due.how_long} after {event}"
    if isinstance(due, Within):
        words = f"Within {words}{', beginning with that day' if due.begins_with_the_day else ''}"
    return Rule(
        due.kind, words, start=str(due.start), unit=due.length.unit, number=due.length.number, clear=due.is_clear,
        back=back, with_the_day=due.begins_with_the_day, deemed=not back and _is_deemed(clock, due.start),
        **_common(due),  # type: ignore[arg-type]
    )  # fmt: skip


def _choice(guide: Guide, clock: Clock | None, due: Deadline) -> Rule:
    of = tuple(rule_of(guide, clock, part) for part in due.parts)
    choose = "earlier" if isinstance(due, EarlierOf) else "later"
    words = f"The {choose} of: {'; '.join(_small(rule.words) for rule in of)}"
    return Rule(of[0].kind, words, choose=choose, of=of, **_common(due))  # type: ignore[arg-type]


def _on(guide: Guide, clock: Clock | None, due: On) -> Rule:
    if clock is None:
        raise ValueError("a numbered day needs the procedure's clock")
    said: DayNumber = due.on
    if clock.begins_with_the_day and said.first == 0:
        message = "there is no day 0 where working_day_one is the same day"
        raise NoSuchDay(message, "count from day 1, which is the day itself", said.place)
    return Rule(
        "planned", f"On {said} after {event_of(guide, clock.from_)}", start=str(clock.from_), unit=said.unit,
        number=said.last, first=said.first if said.first != said.last else None,
        with_the_day=clock.begins_with_the_day, deemed=clock.is_deemed,
        **_common(due),  # type: ignore[arg-type]
    )  # fmt: skip


def _is_deemed(clock: Clock | None, start: Text) -> bool:
    """What is deemed received later is later for every count onwards from it, not only for the numbered days."""
    return clock is not None and start == clock.from_ and clock.is_deemed


def _common(due: Deadline) -> dict[str, object]:
    return {
        "closed_day": due.closed_day,
        "authority": due.authority,
        "part": due.part or "",
        "reading": str(due.reading or ""),
    }


def look_back_rule(guide: Guide, look_back: LookBack) -> Rule:
    """The first day of a period that reaches back: "in the previous 12 months"."""
    words = f"From {look_back.over} before {event_of(guide, look_back.before)}"
    return Rule("planned", words, start=str(look_back.before), unit=look_back.over.unit, number=look_back.over.number,
                back=True, reading=str(look_back.reading or ""))  # fmt: skip


def day_in_full(guide: Guide, anchor: str) -> str:
    """The day from which something counts, with what happens then where its name does not say: `the day of receipt
    (the partnership team receives the notification)`."""
    said = next(one for name, one in guide.partnership.anchors.items() if name == anchor)
    day = first_down(said.day_zero)
    return f"{day} ({said.event})" if day.startswith("the day of ") and said.event not in day else day


def event_of(guide: Guide, start: str) -> str:
    """What has happened, as it reads after "5 working days after": an anchor or a step in its own words.

    Of a step without such words it is said that it is done, by its title: a title alone names no event.
    """
    said = {str(name): anchor for name, anchor in guide.partnership.anchors.items()}.get(start)
    if said:
        return str(said.event)
    step = guide.entry[start]
    return str((isinstance(step, Step) and step.event) or f"“{step.title}” is done")


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]
