"""What comes to a role and what it does next, worked out here a second time from the nouns alone."""

from __future__ import annotations

from guide.model import NOT_STATED, Actor, Decision, Guide, Note, Outcome, Procedure, Step
from guide.model.entries import AnyEntry
from surfaces import meant
from surfaces.compared import act_of

Uses = list[tuple[Procedure, AnyEntry]]
PARTS = ("does", "helps", "receives")


def parts_of(guide: Guide, actor: str) -> dict[str, Uses]:
    """What an actor does, helps with and receives; nothing twice."""
    found: dict[str, Uses] = {name: [] for name in PARTS}
    for procedure, entry in meant.uses(guide):
        if isinstance(entry, Step | Decision) and actor in entry.who:
            found["does"].append((procedure, entry))
        elif isinstance(entry, Step) and actor in entry.with_:
            found["helps"].append((procedure, entry))
        elif isinstance(entry, Step) and actor in entry.to:
            found["receives"].append((procedure, entry))
    return found


def coming_to(guide: Guide, actor: Actor) -> list[Step]:
    """What the role and those it acts for receive, in the order of the pages."""
    those = [parts_of(guide, str(one))["receives"] for one in (actor.id, *actor.acts_for)]
    names = {str(entry.entry_id) for one in those for _, entry in one}
    return [one for _, one in meant.uses(guide) if isinstance(one, Step) and one.id in names]


def next_for(guide: Guide, actor: Actor, step: Step) -> list[AnyEntry]:
    """What of its own follows without anybody else's choice, up to the first that is done in any case."""
    mine, home = {actor.id, *actor.acts_for}, guide.home_of[step.id]
    found: list[AnyEntry] = []
    here: AnyEntry | None = step
    seen = set[str]()
    while here is not None and str(here.entry_id) not in seen:
        seen.add(str(here.entry_id))
        on = [route.target for route in guide.routes[home.id] if route.source == here.entry_id]
        alone = on[0] if len(on) == 1 else ""
        here = next((one for one in home.entries if one.entry_id == alone), None)
        if isinstance(here, Step | Decision) and mine & set(here.who):
            found.append(here)
            if isinstance(here, Decision) or not (here.when or here.may):
                break
    return found


def next_anywhere(guide: Guide, actor: Actor, step: Step) -> list[AnyEntry]:
    """The same, with what follows where another flowchart tells of the same: the earlier flowchart's first."""
    same = [one for one in coming_to(guide, actor) if str(one.id) in act_of(guide, str(step.id))]
    same.sort(key=lambda one: (guide.home_of[one.id].flowchart, one.id != step.id))
    return [then for one in same for then in next_for(guide, actor, one)]


def next_in_words(guide: Guide, entry: AnyEntry, beside: Step) -> str:
    home = guide.home_of[entry.entry_id]
    place = f" of flowchart {home.flowchart}" if home is not guide.home_of[beside.id] else ""
    if isinstance(entry, Decision):
        return f"Decision{place}: {entry.title}"
    assert isinstance(entry, Step)
    when = f" (if: {entry.when})" if entry.when else ""
    return (
        f"Step {guide.numbers[entry.id]}{place}: {entry.title}{when}{' (the source says “may”)' if entry.may else ''}"
    )


def coming_in_words(guide: Guide, step: Step) -> str:
    """All that is said of what comes, in the order in which it is said; without its forms."""
    number = guide.numbers[step.id]
    whose = f"{'Step' if NOT_STATED in step.who else 'Their step'} {number}{meant.mark(guide, step.who_reading)}"
    if step.received:
        return f"{step.received}{whose}: “{step.title}”"
    modality = f"The source says “{meant.modality(step)}”." if meant.modality(step) else ""
    return f"{whose}: “{step.title}”{f'If: {step.when}' if step.when else ''}{modality}"


def same_act(guide: Guide, actor: Actor, step: Step) -> list[str]:
    """Where else the same thing comes to the role."""
    others = [one for one in coming_to(guide, actor) if one.id != step.id and str(one.id) in act_of(guide, step.id)]
    return [
        f"The same as in flowchart {guide.home_of[one.id].flowchart}, step {guide.numbers[one.id]}." for one in others
    ]


def told(guide: Guide, entry: Step | Outcome | Note) -> str:
    """The words in which a role reads what others do: those of a step are to others, and quoted."""
    if not isinstance(entry, Step):
        return str(entry.words)
    who = meant.and_(meant.names(guide, entry.who)) + meant.mark(guide, entry.who_reading)
    return f"{who}: “{entry.words}”"


def said_of(guide: Guide, actor: str) -> list[Step | Outcome | Note]:
    """What outcomes, notes and steps of others say that an actor does."""
    return [one for _, one in meant.uses(guide) if not isinstance(one, Decision) and actor in one.says_of]


def late_steps(guide: Guide, actor: Actor) -> list[Step]:
    """The steps of the role, and of those it acts for, of which it is said what happens when they are late."""
    owed = [one for name in (actor.id, *actor.acts_for) for one in parts_of(guide, str(name))["does"]]
    return [one for _, one in owed if isinstance(one, Step) and one.if_late]
