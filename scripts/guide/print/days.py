"""Boards as they are printed: the numbered days of a clock, what falls on them, and what counts from other events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from guide.dates import Board, BoardAct, EventGroup, Stated
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
    act: PrintedAct


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
        groups=tuple(PrintedGroup(group.title, tuple(_rows(guide, group))) for group in board.groups),
    )


def _rows(guide: Guide, group: EventGroup) -> Iterable[GroupRow]:
    for act in group.acts:
        printed = act_printed(guide, act)
        for rule, whose in act.told:
            yield GroupRow(rule.kind, f"{rule.rule.words}{part_of_day(rule.rule.part)} ({whose})", printed)


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
