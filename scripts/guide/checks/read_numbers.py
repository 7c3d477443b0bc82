"""The second reading against the guide: every number, with its unit, its direction, and what it counts from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guide.checks.item_view import ItemView, ReadDifference
from guide.checks.said_alike import alike, key_of, number_read, stands_in
from guide.model import AnyDeadline, Deadline, Guide, NoLaterThan, On, SheetColumn, Step, singular
from guide.plain import plainly
from guide.problems import Place

_DAYS = frozenset({"working days", "calendar days", "days except bank holidays"})
_DIRECTIONS = {
    "within": {"within"}, "no later than": {"within", "before"}, "after": {"within", "after", "on"},
    "before": {"before"}, "on": {"on"}, "by": {"on", "within"}, "": {"within", "after", "before", "on"},
}  # fmt: skip
"""What a reader may write, and what of the guide it fits: day 11 of a clock is 11 days after its event."""
_COLUMNS = (SheetColumn.NUMBER, SheetColumn.UNIT, SheetColumn.DIRECTION, SheetColumn.START)


class NotRead(Exception):
    """A cell that nobody can read as a number, a unit or a direction."""

    def __init__(self, column: SheetColumn, message: str, hint: str) -> None:
        super().__init__(message)
        self.column, self.message, self.hint = column, message, hint


@dataclass(frozen=True)
class ReadNumber:
    """A number as the reader wrote it."""

    first: int
    last: int
    units: frozenset[str]
    direction: str
    start: str


@dataclass(frozen=True)
class RuleNumber:
    """A number of a rule of the guide."""

    first: int
    last: int
    unit: str
    direction: str
    start: tuple[str, ...]
    """Every name of what it counts from."""
    settled: bool
    """A question says that the document leaves open what it counts from."""
    place: Place

    @property
    def words(self) -> tuple[str, str, str, str]:
        """As it would stand in the four columns."""
        number = str(self.first) if self.first == self.last else f"{self.first} to {self.last}"
        return number, self.unit, self.direction, self.start[-1] if self.start else ""


def differing_numbers(view: ItemView) -> Iterator[ReadDifference]:
    """Each number that the one has and the other has not, in the column in which they differ. Raises `NotRead`."""
    own = [rule for step in view.steps for rule in _of_step(view.guide, step)]
    spoken_of = [rule for step in view.steps for rule in _set_by(view.guide, step)]
    read, told = list(_numbers_read(view)), set[Place]()
    for one in read:
        found = [(_differing(one, rule), rule) for rule in (*own, *spoken_of)]
        if not found:
            yield ReadDifference(SheetColumn.NUMBER, view.place, view.said(SheetColumn.NUMBER), "no number")
        elif all(columns for columns, _ in found):
            columns, rule = min(found, key=lambda pair: (SheetColumn.NUMBER in pair[0], len(pair[0])))
            told.add(rule.place)
            for column in columns:
                here = rule.words[_COLUMNS.index(column)]
                yield ReadDifference(column, rule.place, _as_read(one, column), here, _why(one, column))
    for ways in _demanded(view):
        fitting = any(not _differing(one, rule) for one in read for rule in ways)
        if ways and not fitting and not told & {rule.place for rule in ways}:
            here = " ".join(filter(None, ways[0].words))
            yield ReadDifference(SheetColumn.NUMBER, ways[0].place, view.said(SheetColumn.NUMBER), here)
    if not read:
        yield from _in_words(view)


def _numbers_read(view: ItemView) -> Iterator[ReadNumber]:
    cells = {column: [one.strip() for one in view.said(column).split(";")] for column in _COLUMNS}
    count = len(cells[SheetColumn.NUMBER]) if view.said(SheetColumn.NUMBER) else 0
    if not count and view.said(SheetColumn.UNIT):
        raise NotRead(SheetColumn.UNIT, "there is a unit and no number", "write the number, or clear the unit")
    for column in _COLUMNS[1:] if count else ():
        if len(cells[column]) not in (1, count):
            message = f"there are {count} numbers, and {len(cells[column])} in this column"
            raise NotRead(
                column, message, "write as many, in the same order, or one for all; ; alone leaves a place blank"
            )
        if len(cells[column]) == 1:
            cells[column] *= count
    for number, unit, direction, start in zip(*(cells[column] for column in _COLUMNS), strict=True) if count else ():
        found = number_read(number)
        if found is None:
            raise NotRead(SheetColumn.NUMBER, f"'{number}' is no number", "write 5, or five; a range as 3 to 7")
        yield ReadNumber(*found, _units(unit), _direction(direction), start)


def _units(words: str) -> frozenset[str]:
    said = singular(key_of(words))
    units = {singular(unit): frozenset({unit}) for unit in (*_DAYS, "weeks", "months")}
    units |= {"day": _DAYS, "": frozenset({*_DAYS, "weeks", "months"})}
    if said not in units:
        hint = "use working days, calendar days, days, weeks or months"
        raise NotRead(SheetColumn.UNIT, f"'{words}' is no unit of time that this guide counts", hint)
    return units[said]


def _direction(words: str) -> str:
    said = plainly(words).lower()
    if said not in _DIRECTIONS:
        raise NotRead(SheetColumn.DIRECTION, f"'{words}' is no direction", "use within, after, before or on")
    return said


def _differing(read: ReadNumber, rule: RuleNumber) -> list[SheetColumn]:
    """The columns in which a number that was read and one of a rule differ."""
    whole = (read.first, read.last) == (rule.first, rule.last)
    last_day = rule.direction == "on" and read.first == read.last == rule.last
    fits = {
        SheetColumn.NUMBER: whole or last_day,
        SheetColumn.UNIT: rule.unit in read.units,
        SheetColumn.DIRECTION: rule.direction in _DIRECTIONS[read.direction],
        SheetColumn.START: any(alike(read.start, name) for name in rule.start) if read.start else rule.settled,
    }
    return [column for column, fit in fits.items() if not fit]


def _why(read: ReadNumber, column: SheetColumn) -> str:
    if column == SheetColumn.START and not read.start:
        return (
            "where the document does not say from what it counts, the step, or its rule with reading:, names a question"
        )
    return ""


def _as_read(read: ReadNumber, column: SheetColumn) -> str:
    number = str(read.first) if read.first == read.last else f"{read.first} to {read.last}"
    unit = "days" if len(read.units) > 1 else next(iter(read.units))
    return {SheetColumn.NUMBER: number, SheetColumn.UNIT: unit, SheetColumn.DIRECTION: read.direction}.get(
        column, read.start
    )


def _of_step(guide: Guide, step: Step) -> list[RuleNumber]:
    """What an item may say of a step: its deadline, in either way it is stated, and the period it looks back over."""
    found = [*_rules(guide, step, step.due), *_rules(guide, step, step.equals)]
    return [*found, *_look_back(guide, step)]


def _set_by(guide: Guide, step: Step) -> list[RuleNumber]:
    """What it may say of the step whose date it arranges or announces."""
    entries = (guide.entry[name] for name in step.sets)
    return [
        rule
        for target in entries if isinstance(target, Step)
        for due in (target.due, target.equals, *(other.due for other in target.also_read_as))
        for rule in _rules(guide, target, due)
    ]  # fmt: skip


def _demanded(view: ItemView) -> Iterator[list[RuleNumber]]:
    """What the reading must have: of each date one of the ways in which the guide states it."""
    for step in view.steps:
        equal = _rules(view.guide, step, step.equals)
        for rule in _rules(view.guide, step, step.due):
            yield [rule, *equal]
        yield _look_back(view.guide, step)


def _rules(guide: Guide, step: Step, due: AnyDeadline | None) -> list[RuleNumber]:
    if not isinstance(due, Deadline):
        return []
    if due.parts:
        return [rule for part in due.parts for rule in _rules(guide, step, part)]
    clock, settled = guide.home_of[step.id].clock, bool(due.reading or step.questions)
    if isinstance(due, On):
        start = clock.from_ if clock else ""
        settled = settled or bool(clock and clock.reading)
        return [RuleNumber(due.on.first, due.on.last, due.on.unit, "on", _names(guide, start), settled, due.place)]
    assert due.length is not None, "only a choice and a numbered day have no length"
    direction = "before" if isinstance(due, NoLaterThan) else "within" if due.kind == "limit" else "after"
    number, start = due.length.number, due.start or ""
    return [RuleNumber(number, number, due.length.unit, direction, _names(guide, start), settled, due.place)]


def _look_back(guide: Guide, step: Step) -> list[RuleNumber]:
    if step.look_back is None:
        return []
    over, start = step.look_back.over, _names(guide, step.look_back.before)
    settled = bool(step.look_back.reading or step.questions)
    return [RuleNumber(over.number, over.number, over.unit, "before", start, settled, over.place)]


def _names(guide: Guide, start: str) -> tuple[str, ...]:
    if anchor := guide.partnership.anchors.get(start):  # type: ignore[call-overload]
        return start.replace("-", " "), anchor.short, anchor.event
    entry = guide.entry.get(start)
    return (start.replace("-", " "), entry.words, entry.title) if entry else ()


def _in_words(view: ItemView) -> Iterator[ReadDifference]:
    """A deadline without a number: its words stand in the guide's sentence."""
    for column in (SheetColumn.START, SheetColumn.DIRECTION):
        for words in _parts(view.said(column)):
            if view.entries and not stands_in(words, view.texts, word_for_word=False):
                yield ReadDifference(column, view.place, words, "")


def _parts(cell: str) -> Iterable[str]:
    return filter(None, (one.strip() for one in cell.split(";")))
