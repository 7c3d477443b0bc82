"""All days of a procedure or journey without dates: what falls on which numbered day, and what counts from elsewhere.

One board for each clock. It numbers days from the clock's own anchor and no other; a rule that counts from another
event stands in a group named by that event. An act stands on the earliest of its days, with all its rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from guide.dates.acts import Act, ActRule, governed
from guide.dates.board import Board, BoardAct, EventGroup
from guide.dates.counting import Rule
from guide.dates.day_one import counting_of
from guide.dates.plan import PlannedStep
from guide.dates.planning import members_of_acts, plan_of
from guide.dates.rules import event_of
from guide.dates.scale import Stated, stated
from guide.model import Actors, Clock, Guide, Procedure, Question, once_a_guide
from guide.wording import NO_LIMIT, first_down, listed, mark_of, names_of


@once_a_guide
def boards_of(guide: Guide) -> tuple[Board, ...]:
    """The boards of every journey, then of each procedure that is in none; no clock of the same procedures twice.

    A journey of single steps has none: whoever has a part in a procedure finds it on the board of the whole.
    """
    inside = {str(one) for name in guide.whole_journeys for one in guide.journey[name].procedures}
    names = (*guide.whole_journeys, *(str(one.id) for one in guide.procedures if one.id not in inside))
    found: dict[object, Board] = {}
    for name in names:
        for board in _boards(guide, name):
            found.setdefault((frozenset(board.procedures), conventions_of(board.clock)), board)
    return tuple(found.values())


def conventions_of(clock: Clock) -> tuple[str, str, bool, bool]:
    """What makes two clocks the same clock."""
    return str(clock.from_), str(clock.calendar), clock.begins_with_the_day, clock.is_deemed


def _boards(guide: Guide, name: str) -> Iterator[Board]:
    procedures = guide.procedures_of(name)
    clocks = {conventions_of(one.clock): one.clock for one in procedures if one.clock}
    journey = guide.journey.get(name)
    title = str(journey.title if journey else procedures[0].title)
    for number, (kept, clock) in enumerate(clocks.items(), 1):
        homes = tuple(one for one in procedures if one.clock and conventions_of(one.clock) == kept)
        said = guide.partnership.anchors[clock.from_]
        acts = [act_of(guide, act.steps[0]) for act in plan_of(guide, name).acts if act.steps]
        numbered, others = _sorted_out(guide, clock, homes, acts)
        if numbered or others:
            yield Board(
                id=name if number == 1 else f"{name}-{number}",
                name=name,
                title=title if len(clocks) == 1 else f"{title}, from {first_down(said.day_zero)}",
                procedures=tuple(str(one.id) for one in (homes if len(clocks) > 1 else procedures)),
                clock=clock,
                day_zero=str(said.day_zero),
                counting=counting_of(guide, clock),
                acts=numbered,
                groups=others,
            )


def _sorted_out(
    guide: Guide, clock: Clock, homes: Sequence[Procedure], acts: Iterable[Act]
) -> tuple[tuple[BoardAct, ...], tuple[EventGroup, ...]]:
    """The acts on numbered days, and the groups of what counts from elsewhere."""
    numbered: list[BoardAct] = []
    groups: dict[str, list[BoardAct]] = {}
    after_steps: set[str] = set()
    for act in acts:
        rules = rules_of(guide, clock, act)
        if rules and rules[0].last is not None:
            numbered.append(_board_act(guide, act, rules))
        if {str(one.id) for one in homes} & {steps_of(guide)[step].procedure for step in act.steps}:
            elsewhere = [rule for rule in rules if rule.last is None]
            for title in dict.fromkeys(_event(guide, rule.rule) for rule in elsewhere):
                mine = [rule for rule in elsewhere if _event(guide, rule.rule) == title]
                groups.setdefault(title, []).append(_board_act(guide, act, mine))
                if set(mine[0].rule.starts) & steps_of(guide).keys():
                    after_steps.add(title)
    in_order = sorted(numbered, key=lambda one: (one.governs.last or 0, one.kind != "limit"))
    # What a reader knows from the world stands before what follows from a step of the guide.
    titles = sorted(groups, key=lambda title: title in after_steps)
    return tuple(in_order), tuple(
        EventGroup(title, _events(guide, groups[title][0].governs.rule), tuple(groups[title])) for title in titles
    )


def rules_of(guide: Guide, clock: Clock | None, act: Act) -> tuple[Stated, ...]:
    """All rules of an act on a clock's days: the one that governs first, then the others, then what counts elsewhere.

    A reading that governs nothing, in the engine neither, is stated all the same, and never comes first.
    """
    steps = steps_of(guide)
    # What a step says twice is told by `stated`, where it is a day of the clock.
    rules = (rule for rule in act.rules if rule.origin != "twice")
    said = [one for rule in rules for one in stated(guide, clock, steps[rule.step], rule)]
    by_rule = {ActRule(one.rule, one.step, one.origin): one for one in said}
    worked = governed(act, [(rule, one.counted) for rule, one in by_rule.items()], (), {}, None)
    numbered = [by_rule[date.rule] for date in (*worked.governs, *worked.standing)]
    readings = [one for one in (*said, *_readings(guide, clock, act)) if one not in numbered and one.last is not None]
    if not numbered:
        readings = [replace(one, counted=None, first=None, last=None, from_closed=None) for one in readings]
    elsewhere = (one for one in (*said, *_readings(guide, clock, act)) if one.last is None)
    return (*numbered, *readings, *elsewhere)


def _readings(guide: Guide, clock: Clock | None, act: Act) -> Iterator[Stated]:
    """Other readings of planned days, which the rules of the act leave out because they never govern."""
    for planned in (steps_of(guide)[step] for step in act.steps):
        for other in planned.alternatives:
            one = ActRule(other.rule, planned.id, "reading")
            if other.kind == "reading" and one not in act.rules:
                yield from stated(guide, clock, planned, one)


def _board_act(guide: Guide, act: Act, rules: Sequence[Stated]) -> BoardAct:
    members = [steps_of(guide)[step] for step in act.steps]
    first = rules[0]
    return BoardAct(
        act=act.id,
        title=first.title,
        procedure=first.procedure,
        # A national rule that speaks to somebody else is an act of its own; it is told on the card of its step.
        entry=first.step.partition("--")[0],
        who=act.who,
        by=_by(guide, members),
        helpers=Actors.together(one.helpers for one in members),
        to=Actors.together(one.to for one in members),
        forms=_once(one.forms for one in members),
        rules=tuple(rules),
        advice=earlier_date(guide, act.id),
        untimed=tuple(_untimed(guide, one) for one in members if one.rule is None),
    )


def _by(guide: Guide, members: Iterable[PlannedStep]) -> str:
    """Who acts; where the steps name others, who in which flowchart, since the source names them so."""
    told = [(listed(names_of(guide, one.actors)), mark_of(guide, one.id), one.procedure) for one in members]
    names, marks, _ = zip(*told, strict=True)
    if len(set(names)) == 1:
        # Where one flowchart names whom the guide reads into the other, the source names them for the act.
        return f"{names[0]}{marks[0] if all(marks) else ''}"
    said = (f"{name}{mark} (flowchart {guide.procedure[home].flowchart})" for name, mark, home in told)
    return "; ".join(dict.fromkeys(said))


def _untimed(guide: Guide, step: PlannedStep) -> str:
    said = NO_LIMIT if step.untimed == "not stated" else step.untimed
    return f"flowchart {guide.procedure[step.procedure].flowchart}: “{step.title}”, {first_down(said)}"


def _once(lists: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for some in lists for one in some))


def _event(guide: Guide, rule: Rule) -> str:
    """The heading of what counts from the same event: `From the day of receipt`, `Before the day of publication`."""
    starts = dict.fromkeys(rule.starts)
    return f"{'Before' if rule.back else 'From'} {listed([_day_of(guide, start) for start in starts], last='or')}"


def _events(guide: Guide, rule: Rule) -> tuple[str, ...]:
    return tuple(dict.fromkeys(event_of(guide, start) for start in rule.starts))


def _day_of(guide: Guide, start: str) -> str:
    said = {str(name): anchor for name, anchor in guide.partnership.anchors.items()}.get(start)
    return first_down(said.day_zero) if said else f"the day {event_of(guide, start)}"


@once_a_guide
def steps_of(guide: Guide) -> Mapping[str, PlannedStep]:
    """Every planned step of the guide by its id, in the order of the pages."""
    return {step.id: step for one in guide.procedures for step in plan_of(guide, str(one.id)).steps}


@once_a_guide
def act_of(guide: Guide, step: str) -> Act:
    """The act of a step with every rule that any journey has of it, and with all of its steps."""
    members = members_of_acts(guide).get(step, (step,))
    found = [act for member in members for act in _acts_by_step(guide)[member]]
    rules = dict.fromkeys(rule for act in found for rule in act.rules)
    return replace(found[0], steps=members, rules=tuple(rules))


@once_a_guide
def _acts_by_step(guide: Guide) -> Mapping[str, Sequence[Act]]:
    """For each step its act as every journey and every procedure has it."""
    found: dict[str, list[Act]] = {}
    for name in (*guide.journey, *(str(one.id) for one in guide.procedures)):
        for act in plan_of(guide, name).acts:
            for step in act.steps:
                found.setdefault(step, []).append(act)
    return found


@once_a_guide
def rules_for(guide: Guide, name: str) -> tuple[Stated, ...]:
    """All rules of a step's act on the days of the step's own procedure, the one that governs first."""
    return rules_of(guide, guide.procedure[steps_of(guide)[name].procedure].clock, act_of(guide, name))


def national_of(guide: Guide, name: str) -> tuple[Stated, ...]:
    """The nation's rules that stand on a step's own card and speak to whoever does it."""
    return tuple(rule for rule in rules_for(guide, name) if rule.step == name and rule.origin == "national")


@once_a_guide
def beside_of(guide: Guide, name: str) -> tuple[Stated, ...]:
    """The rules that other steps of a step's act have for it, where one must be known to whoever reads this step alone.

    That is a limit where this step states none so early, an earlier day, and each rule of the nation.
    """
    rules = rules_for(guide, name)
    stated_here = [rule for rule in rules if rule.step == name and rule.origin == "step"]
    own = [rule for rule in stated_here if rule.last is not None] or stated_here
    return tuple(
        rule
        for rule in rules
        if rule.step != name
        and rule.origin != "reading"
        and (rule.is_national or not own or any(_is_stricter(rule, mine) for mine in own))
    )


@once_a_guide
def earlier_of(guide: Guide, name: str) -> tuple[Stated, ...]:
    """Of what stands beside a step the days before its own: whoever reads a row from its beginning meets them first."""
    own = [rule.last for rule in rules_for(guide, name) if rule.step == name and rule.origin in ("step", "twice")]
    days = [day for day in own if day is not None]
    return tuple(rule for rule in beside_of(guide, name) if days and rule.last is not None and rule.last < min(days))


@once_a_guide
def earlier_date(guide: Guide, name: str) -> str:
    """The word to work to the earlier date, with the questions that ask it; empty where an act has one date alone.

    Before it, where a step says its day in two ways, which of them holds when something else is late.
    """
    said = [one for one in rules_for(guide, name) if one.origin != "reading"]
    # What a step says in two ways is one date, while what it counts from is done on its day.
    again = {one.step for one in said if one.says_again}
    twice = [one for one in said if one.origin == "step" and one.step in again and not one.says_again]
    told = [_held(guide, one) for one in twice]
    once = [one for one in said if one not in twice]
    if any(_is_apart(one, other) for one in once if one.kind == "limit" for other in once):
        steps = [guide.entry[one] for one in act_of(guide, name).steps if one in guide.entry]
        asked = {str(one) for step in steps for one in step.questions}
        found = [
            one for one in guide.questions if one.id in asked and one.detected_by in ("national-clock", "same-act")
        ]
        told.append(f"Work to the earlier date{_asking(found)}.")
    return " ".join(dict.fromkeys(told))


def _held(guide: Guide, said: Stated) -> str:
    asked = [guide.question[one] for one in guide.entry[said.step].questions]
    found = _asking([one for one in asked if one.changes_dates])
    return f"Where its two dates differ, it is due {first_down(said.rule.words)}{found}."


def _asking(questions: Sequence[Question]) -> str:
    numbers = [str(one.number) for one in questions]
    return f" ({'questions' if len(numbers) > 1 else 'question'} {listed(numbers)})" if numbers else ""


def earlier_date_here(guide: Guide, name: str) -> str:
    """The same, where a step of the act has another of its dates beside its own."""
    twice = any(one.says_again for one in rules_for(guide, name) if one.step == name)
    return earlier_date(guide, name) if twice or national_of(guide, name) or beside_of(guide, name) else ""


def _is_apart(limit: Stated, other: Stated) -> bool:
    """Whether a rule of the same act sets another date than the limit, or plans the act for after it."""
    if limit.last is None or other.last is None:
        return other.kind == "limit" and other.rule.words != limit.rule.words
    return other.last != limit.last if other.kind == "limit" else other.last > limit.last


def _is_stricter(rule: Stated, mine: Stated) -> bool:
    if rule.last is None or mine.last is None:
        return rule.kind == "limit" and rule.rule.words != mine.rule.words
    return rule.last < mine.last or (rule.kind == "limit" and mine.kind != "limit" and rule.last == mine.last)
