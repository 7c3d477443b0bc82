"""The blank timeline, read back: each act in one row, with room for every date that it may have."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from guide.model import Guide
from surfaces import meant
from surfaces.acts import Line
from surfaces.boards import BESIDE, beside, headed, lacking, names_whose
from surfaces.compared import Compared, Surface
from surfaces.day_one import counting
from surfaces.numbered import MeantBoard, MeantBoardAct, Said, boards, event_of, starts_of
from surfaces.paper import packed
from surfaces.terms import by
from surfaces.written import Written

BOXES = "d m y"
"""The small letters in the boxes of a date."""
Alike = tuple[str, str, bool]


def read_fill_in(guide: Guide, written: Written) -> Iterator[Compared]:
    """Each act of a journey stands on its day, with who does it; what counts from another event is named."""
    if not any(kind == "fill-in" for _, kind, _ in written.papers):
        return
    paper = written.paper("fill-in-timeline.pdf")
    ladders = paper.tables("Day", "What is due")
    mine = [one for one in boards(guide) if one.numbered]
    yield Compared("boards", "one ladder a clock", len(ladders), len(mine))
    for board, ladder in zip(mine, ladders, strict=False):
        rows = [(row["Day"].packed, row["Whatisdue"].packed) for row in ladder]
        for act in board.numbered:
            yield from _on_its_day(guide, act, rows)
        yield Compared(board.title, "counting", lacking(counting(guide, board.clock), paper.packed), [])
    others = [(row["Howitiscounted"].packed, row["Whatisdue"].packed) for row in paper.rows("How it is counted")]
    wanted = list(_on_no_ladder(guide))
    yield Compared("boards", "acts of an event", len(others), len(wanted))
    for how, what in others:
        if wanted:
            yield from _elsewhere(guide, wanted, how, what)


def _on_its_day(guide: Guide, act: MeantBoardAct, rows: list[tuple[str, str]]) -> Iterator[Compared]:
    governs = act.rules[0]
    line = governs.line
    nation = f" ({governs.whose})" if names_whose(governs) else ""
    head = f"{headed(line)}{governs.part}{nation} ({_place(line)}). {by(guide, act.lines)}"
    found = [(day, what) for day, what in rows if packed(head) in what]
    yield Compared(act.name, "title and who", bool(found), True)
    yield Compared(act.name, "day", [day for day, _ in found][:1], [packed(f"Day {governs.last}")])
    for _, what in found[:1]:
        yield Compared(act.name, "limit or planned", packed(f"limit{head}") in what, governs.kind == "limit")
        rest = what.partition(packed(head))[2]
        forms = ", ".join(meant.label(guide, one) for one in act.all("forms"))
        yield Compared(act.name, "forms", rest.startswith(packed(f". {forms}")) if forms else True, True)
        # The sheet has no room for what the nation asks beside its rule; what is on no ladder has boxes of its own.
        rules = tuple(one._replace(asks="", terms="") for one in act.rules if one.last is not None)
        for fact, sentences in beside(guide, act._replace(rules=rules)).items():
            if fact not in ("authority", "terms", "time of day"):
                yield Compared(act.name, fact, lacking(sentences, rest), [])
        yield from _dates(guide, act.name, governs, [one for one in act.rules if one.last is None], rest)


def _place(line: Line) -> str:
    return f"{'beside ' if line.cites else ''}flowchart {line.home.flowchart}, step {line.number}"


def _dates(guide: Guide, name: str, first: Said, others: list[Said], rest: str) -> Iterator[Compared]:
    """The further dates of an act, in their order, and room for the one that governs."""
    same: dict[Alike, list[Said]] = {}
    for one in others:
        same.setdefault(_alike(one), []).append(one)
    lines = [_line(guide, first, alike, rest) for alike in same.values()]
    yield Compared(name, "dates from elsewhere", [one for one in lines if packed(one) not in rest], [])
    # Another reading of a planned day governs nothing, and a rule that is stated twice is no second one.
    rules = [key for key, alike in same.items() if _is_rule(first, alike)]
    governing = [kind for _, kind, is_reading in rules if not is_reading or kind == "limit"]
    words = "The earliest of these" if len(lines) > 1 else "The earlier of the two"
    wanted = [packed(f"{words}: {BOXES}")] if governing else []
    told = [packed(f"{one}: {BOXES}") for one in ("The earliest of these", "The earlier of the two")]
    behind = rest[max((rest.find(packed(one)) + len(packed(one)) for one in lines), default=len(rest)) :]
    yield Compared(name, "the earlier", [one for one in told if behind.startswith(one)], wanted)


def _alike(one: Said) -> Alike:
    return one.words, one.kind, one.origin == "reading"


def _is_rule(first: Said, alike: list[Said]) -> bool:
    """Not the rule that a step states a second time as the day that the row stands on."""
    return not (first.origin == "again" and alike[0].line.name == first.line.name and alike[0].origin == "step")


def _whose(alike: list[Said], rest: str) -> str:
    """Those who say the same, in the order in which they stand there."""
    orders = [meant.and_(order) for order in permutations(dict.fromkeys(one.whose for one in alike))]
    return next((one for one in orders if packed(one) in rest), orders[0])


def _line(guide: Guide, first: Said, alike: list[Said], rest: str) -> str:
    rule, whose = alike[0], _whose(alike, rest)
    if rule.origin == "reading":
        known = set(starts_of(rule.due, rule.line.home)) <= set(guide.partnership.anchors)
        gives = ":" if known else f", counted from: {BOXES} which gives:"
        return f"Or, by {whose}, {meant.down(rule.words)}{rule.part}{gives} {BOXES}"
    if not _is_rule(first, alike):
        return f"{rule.words}{rule.part}. If that is another day, it governs: {BOXES}"
    return f"{'limit ' if rule.kind == 'limit' else ''}{rule.words}{rule.part} ({whose}): {BOXES}"


def _on_no_ladder(guide: Guide) -> Iterator[tuple[MeantBoardAct, list[Said]]]:
    """The acts of a journey that no ladder of it has, each once, with all of its rules."""
    by_journey: dict[str, list[MeantBoard]] = {}
    for board in boards(guide):
        by_journey.setdefault(board.journey, []).append(board)
    for several in by_journey.values():
        on_ladders = {act.steps for board in several for act in board.numbered}
        found: dict[frozenset[str], tuple[MeantBoardAct, list[Said]]] = {}
        for board in several:
            for _, act, rule in board.grouped(guide):
                if act.steps not in on_ladders:
                    found.setdefault(act.steps, (act, []))[1].append(rule)
        yield from ((act, list(dict.fromkeys(rules))) for act, rules in found.values())


def _titles(act: MeantBoardAct) -> tuple[str, ...]:
    """As its row may begin, whichever of its steps it is told by: two acts may have one title."""
    return tuple(packed(f"{headed(line)} ({_place(line)})") for line in act.lines)


def _elsewhere(guide: Guide, wanted: list[tuple[MeantBoardAct, list[Said]]], how: str, what: str) -> Iterator[Compared]:
    """One row of the table of what counts from another event: it is that of one of the acts, with all of its dates."""
    act, rules = next(
        ((act, rules) for act, rules in wanted if what.startswith(_titles(act))),
        wanted[0],
    )
    titles = _titles(act)
    yield Compared(act.name, "acts of an event", what.startswith(titles), True)
    # Without dates nobody knows which of its rules governs: any may be the one of the row.
    first = next((one for one in rules if how == _counted(guide, one, rules, how)), rules[0])
    event = packed(event_of(guide, first))
    yield Compared(act.name, "events", how[: len(event)], event)
    yield Compared(act.name, "rule of an event", how, _counted(guide, first, rules, how))
    alike = [one for one in rules if _alike(one) == _alike(first)]
    yield from _dates(guide, act.name, first, [one for one in rules if one not in alike], what)


def _counted(guide: Guide, first: Said, rules: list[Said], how: str) -> str:
    """What a row says of how its date is counted: the event, and the rule without it."""
    whose = _whose([one for one in rules if _alike(one) == _alike(first)], how)
    short = first.words if first.due.parts else first.words.split(" after ")[0].split(" before ")[0]
    return packed(f"{event_of(guide, first)}{'limit' * (first.kind == 'limit')}{short}{first.part} ({whose})")


FILL_IN = Surface(
    "fill-in",
    "Blank timeline",
    (
        "title and who",
        "day",
        "limit or planned",
        "forms",
        *BESIDE[:3],
        "one ladder a clock",
        "counting",
        "events",
        "acts of an event",
        "rule of an event",
        "dates from elsewhere",
        "the earlier",
    ),
    read_fill_in,
)
