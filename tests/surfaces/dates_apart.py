"""Where an act has two dates of which a reader has to know the one to work to, worked out a second time."""

from __future__ import annotations

from guide.model import Guide, Step, once_a_guide
from surfaces import meant
from surfaces.compared import act_of
from surfaces.numbered import Said, beside_of, said_of


@once_a_guide
def earlier_date(guide: Guide, name: str) -> str:
    """The word to work to the earlier date, where a limit of an act is not the only date that is set for it."""
    found = [
        one for one in said_of(guide, name, str(guide.home_of[name.partition("--")[0]].id)) if one.origin != "reading"
    ]
    again = {one.line.name for one in found if one.origin == "again"}
    found = [one for one in found if (one.origin, one.line.name) not in {("step", by) for by in again}]
    limits = [one for one in found if one.kind == "limit"]
    days_of = {one.last for one in limits if one.last is not None}
    late_plans = [
        one for one in found if one.kind != "limit" and one.last is not None and one.last > min(days_of or {999})
    ]
    elsewhere = {one.words for one in limits if one.last is None}
    others = {one.words for one in limits} if elsewhere else set()
    told = [_held(guide, by) for by in sorted(again)]
    if len(days_of) < 2 and not late_plans and len(others) < 2:
        return " ".join(told)
    steps = [guide.entry[one] for one in act_of(guide, name) if one in guide.entry]
    asked = {str(one) for step in steps for one in step.questions}
    numbers = [
        str(one.number)
        for one in guide.questions
        if one.id in asked and one.detected_by in ("national-clock", "same-act")
    ]
    several = "questions" if len(numbers) > 1 else "question"
    return " ".join([*told, f"Work to the earlier date{f' ({several} {meant.and_(numbers)})' if numbers else ''}."])


def _held(guide: Guide, name: str) -> str:
    """Which holds of the two ways in which a step says its day."""
    step = guide.entry[name]
    assert isinstance(step, Step)
    moved = [str(guide.question[one].number) for one in step.questions if guide.question[one].changes_dates]
    several = "questions" if len(moved) > 1 else "question"
    asked = f" ({several} {meant.and_(moved)})" if moved else ""
    return f"Where its two dates differ, it is due {meant.down(meant.due(guide, step))}{asked}."


def earlier_date_here(guide: Guide, name: str) -> list[str]:
    """What is said of it at one step: nothing where no other date stands there."""
    own = said_of(guide, name, str(guide.home_of[name].id))
    nation = [one for one in own if one.line.name == name and one.origin == "national"]
    said = earlier_date(guide, name)
    twice = any(one.line.name == name and one.origin == "again" for one in own)
    return [said] if said and (twice or nation or beside_of(guide, name)) else []


def sooner_of(guide: Guide, name: str) -> list[Said]:
    """What is told beside a step and comes before each day of its own."""
    home = str(guide.home_of[name].id)
    own = [one.last for one in said_of(guide, name, home) if one.line.name == name and one.origin in ("step", "again")]
    days = [day for day in own if day is not None]
    return [one for one in beside_of(guide, name) if days and one.last is not None and one.last < min(days)]


def day_said(one: Said) -> str:
    """`by day 1` of a limit, `day 2` of a plan."""
    return f"by day {one.last}" if one.kind == "limit" else one.numbers


def nation_of(guide: Guide, step: Step) -> list[Said]:
    """The national rules on a step's own card that speak to whoever does it."""
    found = said_of(guide, str(step.id), str(guide.home_of[step.id].id))
    return [one for one in found if one.line.name == step.id and one.origin == "national"]
