"""Boards as they are printed: the numbered days of a clock, what falls on them, and what counts from other events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from guide.dates import Board, BoardAct, BoardDay, EventGroup, Stated
from guide.model import Guide
from guide.print.entries import PrintedForm, forms_of
from guide.wording import first_up, names_of, part_of_day


@dataclass(frozen=True, slots=True)
class PrintedAct:
    """What is done once, with the rules that hold for it."""

    no_step: str
    """What stands before the title of what only a national rule asks for; empty before a step."""
    title: str
    kind: str
    place: str
    """Where it is told: `flowchart 1, step 5`."""
    who: list[str]
    helpers: list[str]
    to: list[str]
    forms: tuple[PrintedForm, ...]
    whose: str
    """The authority of a national rule that governs, and the part of the day; empty for neither."""
    beside: tuple[str, ...]
    """The other rules, in words."""


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """What shares a day or a range, and is of one kind."""

    label: str
    kind: str
    acts: tuple[PrintedAct, ...]


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One act that counts from another event."""

    kind: str
    words: str
    """The rule with whose it is."""
    short: str
    """The same without the event, below the title of the group."""
    act: PrintedAct
    is_first: bool
    """The act stands nowhere above, so that its box to tick is here."""


@dataclass(frozen=True, slots=True)
class PrintedGroup:
    """What counts from one event."""

    title: str
    rows: tuple[GroupRow, ...]


@dataclass(frozen=True, slots=True)
class PrintedBoard:
    """The days of one clock."""

    title: str
    counting: str
    """Empty where no day has a number."""
    cells: tuple[PrintedCell, ...]
    groups: tuple[PrintedGroup, ...]


def board_printed(guide: Guide, board: Board) -> PrintedBoard:
    """A board for a table."""
    return PrintedBoard(
        title=board.title,
        counting=board.counting if board.acts else "",
        cells=tuple(
            PrintedCell(cell.label, cell.kind, tuple(act_printed(guide, act) for act in cell.acts))
            for cell in board.cells
        ),
        groups=groups_printed(guide, board),
    )


def groups_printed(guide: Guide, *boards: Board) -> tuple[PrintedGroup, ...]:
    """What counts from other events than the clocks of these boards, by event."""
    above = {act.act for board in boards for act in board.acts}
    groups = (group for board in boards for group in board.groups)
    return tuple(PrintedGroup(group.title, tuple(_rows(guide, group, above))) for group in groups)


def _rows(guide: Guide, group: EventGroup, above: set[str]) -> Iterable[GroupRow]:
    for act in group.acts:
        printed = act_printed(guide, act)
        for rule, whose in act.told:
            ends = f"{part_of_day(rule.rule.part)} ({whose})"
            short = f"{group.below_title(rule.rule)}{ends}"
            yield GroupRow(rule.kind, f"{rule.rule.words}{ends}", short, printed, act.act not in above)
            above.add(act.act)


def act_printed(guide: Guide, act: BoardAct) -> PrintedAct:
    """An act with its other rules in words."""
    governs = act.governs
    said = part_of_day(governs.rule.part) + (f" ({governs.whose})" if governs.names_whose else "")
    return PrintedAct(
        no_step=act.no_step,
        title=act.title,
        kind=act.kind,
        place=("" if act.entry == governs.step else "beside ")
        + f"flowchart {governs.flowchart}, step {guide.numbers[act.entry]}",
        who=[act.by],
        helpers=names_of(guide, act.helpers),
        to=names_of(guide, act.to),
        forms=forms_of(guide, act.forms),
        whose=said,
        beside=tuple(_beside(act)),
    )


def _beside(act: BoardAct) -> Iterable[str]:
    if act.governs.asked:
        yield act.governs.asked
    if act.governs.on_closed:
        yield first_up(act.governs.on_closed)
    for rule in act.beside:
        yield first_up(_named(act, rule)) + (f", {rule.on_closed}" if rule.on_closed else "")
    yield from map(first_up, act.untimed)
    if act.advice:
        yield act.advice


def _named(act: BoardAct, rule: Stated) -> str:
    return rule.words if rule.title == act.title else f"{rule.words}{'' if rule.asked else ':'} {rule.title}"


def due_on(guide: Guide, day: BoardDay) -> tuple[PrintedAct, ...]:
    """The acts that are due on a day."""
    due = (act for act, how in day.acts if how in ("limit", "planned"))
    # The sheet to fill in is kept to two leaves: what the nation asks is told on the pages that the sheet leads to.
    short = (replace(act, rules=tuple(replace(rule, asks="", terms="") for rule in act.rules)) for act in due)
    return tuple(act_printed(guide, act) for act in short)
